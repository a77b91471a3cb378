extension Planarization {
  /// The strands of a box that has a place.
  func strands(of node: Int) -> [Int] {
    Set(map.darts(around: nodeVertex[node]).map { map.strand[$0 >> 1] }).sorted()
  }

  /// Takes a box away together with its strands, and boxes that hang on it alone.
  mutating func lift(_ node: Int, strands: [Int]) {
    for strand in strands {
      remove(strand)
      for case .node(let end) in [graph.strands[strand].source, graph.strands[strand].target]
      where end != node && map.firstDart[nodeVertex[end]] < 0 {
        free(end)
      }
    }
    free(node)
  }

  /// Puts a box that was lifted into the face from which its strands cross the fewest others.
  ///
  /// - Returns: whether it has its place again; not if none of its neighbours has one.
  mutating func settle(_ node: Int, strands: [Int], ties: inout TieBreaking) -> Bool {
    let search = DualPathSearch(map: map, graph: graph)
    let region = graph.nodeContainers[node]
    var total = search.faces(in: region).map { $0 ? 0 : Int.max / 2 }
    var first: Int?
    for strand in strands {
      let (source, target) = (graph.strands[strand].source, graph.strands[strand].target)
      let other = source == .node(node) ? target : source
      guard other != .node(node), hasPlace(other) else { continue }
      first = first ?? strand
      var (left, entered) = graph.borders(of: strand)
      if source == .node(node) { (left, entered) = (entered.reversed(), left.reversed()) }
      let costs = search.costs(
        from: ends(other, facing: .node(node), in: search), leaving: left, entering: entered,
        ties: &ties)
      for (face, cost) in costs.enumerated() { total[face] += cost ?? Int.max / 1024 }
    }
    let face = total.indices.min { (total[$0], $0) < (total[$1], $1) }
    guard let first, let face else { return false }
    insert(first, intoFace: face, ties: &ties)
    // Its other strands, then those of the boxes that hang on it.
    for strand in ties.shuffled(strands) where strand != first {
      insert(strand, ties: &ties)
    }
    return true
  }

  /// Whether nothing has a place.
  var isEmpty: Bool { map.vertices.allSatisfy { $0 == .none } }

  /// Whether one can walk from each vertex to each other one.
  var isConnected: Bool {
    var isReached = map.vertices.map { $0 == .none }
    guard let start = isReached.firstIndex(of: false) else { return true }
    var open = [start]
    isReached[start] = true
    while let vertex = open.popLast() {
      let first = map.firstDart[vertex]
      guard first >= 0 else { continue }
      var dart = first
      repeat {
        let head = map.head(dart)
        if !isReached[head] {
          isReached[head] = true
          open.append(head)
        }
        dart = map.clockwise[dart]
      } while dart != first
    }
    return !isReached.contains(false)
  }
}
