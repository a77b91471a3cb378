/// A clustered graph on the plane: each crossing of two edges, and of an edge with a border, is a
/// vertex of a planar map.
///
/// An edge crosses the border of a container at most once, and only if it must.
struct Planarization: Sendable {
  let graph: ClusteredGraph
  private(set) var map: PlanarMap
  /// The vertex of each box; -1 while it has no place.
  private(set) var nodeVertex: [Int]
  /// The first dart of each strand, at its source; -1 while it is not inserted.
  private(set) var firstDart: [Int]
  /// Whether the border of each container is there.
  private(set) var isPlaced: [Bool]

  /// How many crossings of two edges there are.
  var crossingCount: Int { map.crossingCount }

  /// Nothing of a graph has a place yet.
  init(_ graph: ClusteredGraph) {
    self.graph = graph
    map = PlanarMap()
    nodeVertex = [Int](repeating: -1, count: graph.nodeContainers.count)
    firstDart = [Int](repeating: -1, count: graph.strands.count)
    isPlaced = [Bool](repeating: false, count: graph.containerParents.count)
  }

  /// All boxes of a graph without containers, and some of its strands, already on the plane.
  init(_ graph: ClusteredGraph, map: PlanarMap) {
    self.graph = graph
    self.map = map
    nodeVertex = Array(graph.nodeContainers.indices)
    firstDart = [Int](repeating: -1, count: graph.strands.count)
    isPlaced = []
    for (edge, strand) in map.strand.enumerated() { firstDart[strand] = 2 * edge }
  }

  /// Whether an end has its place.
  func hasPlace(_ end: ClusteredGraph.End) -> Bool {
    switch end {
    case .node(let node): nodeVertex[node] >= 0
    case .container(let container): isPlaced[container]
    }
  }

  /// The darts of a strand, from its source to its target.
  func chain(of strand: Int) -> [Int] {
    var chain: [Int] = []
    var dart = firstDart[strand]
    while dart >= 0 {
      chain.append(dart)
      dart = continuation(of: dart)
    }
    return chain
  }

  /// How many other edges a strand crosses.
  func crossings(of strand: Int) -> Int {
    var count = 0
    var dart = firstDart[strand]
    while dart >= 0 {
      if map.vertices[map.head(dart)] == .crossing { count += 1 }
      dart = continuation(of: dart)
    }
    return count
  }

  /// The dart of the same strand after `dart`, or -1 at its end.
  private func continuation(of dart: Int) -> Int {
    let back = dart ^ 1
    let opposite = map.clockwise[map.clockwise[back]]
    switch map.vertices[map.tail[back]] {
    case .node, .none: return -1
    case .crossing: return opposite
    case .border:
      return opposite != back && map.strand[opposite >> 1] == map.strand[back >> 1]
        && map.clockwise[map.clockwise[opposite]] == back ? opposite : -1
    }
  }

  // MARK: - Insertion

  /// Puts a lone box on the plane.
  mutating func place(firstNode node: Int) {
    nodeVertex[node] = map.addVertex(.node(node))
  }

  /// Puts the first strand on the plane, with its ends and all borders that it crosses.
  mutating func place(firstStrand strand: Int) {
    let (source, target) = (graph.strands[strand].source, graph.strands[strand].target)
    let (left, entered) = graph.borders(of: strand)
    if case .container(let around) = source, graph.ancestors(of: target).contains(around) {
      finish(strand, at: addLoneBorder(around).inside, end: target, entering: entered)
    } else if case .container(let around) = target, graph.ancestors(of: source).contains(around) {
      finish(strand, at: addLoneBorder(around).inside, end: source, entering: left.reversed())
      firstDart[strand] = reversedStart(of: strand)
    } else if let outermost = left.last {
      let border = addLoneBorder(outermost)
      finish(strand, at: border.inside, end: source, entering: left.dropLast().reversed())
      firstDart[strand] = reversedStart(of: strand)
      finish(strand, at: border.outside, end: target, entering: entered)
    } else if case .container(let container) = source {
      finish(strand, at: addLoneBorder(container).outside, end: target, entering: entered)
    } else if case .node(let node) = source {
      place(firstNode: node)
      let lone = PlanarMap.Corner(vertex: nodeVertex[node], before: -1)
      finish(strand, at: lone, end: target, entering: entered)
    }
  }

  /// The first vertex on the plane: a border that nothing meets yet.
  private mutating func addLoneBorder(
    _ container: Int
  ) -> (inside: PlanarMap.Corner, outside: PlanarMap.Corner) {
    isPlaced[container] = true
    let vertex = map.addVertex(.border(container))
    let lone = PlanarMap.Corner(vertex: vertex, before: -1)
    let loop = map.addEdge(from: lone, to: lone, strand: graph.borderStrand(of: container))
    return (
      inside: PlanarMap.Corner(vertex: vertex, before: loop ^ 1),
      outside: PlanarMap.Corner(vertex: vertex, before: loop)
    )
  }

  /// Whether a strand can be inserted: an end or a border that it crosses has its place.
  func canInsert(_ strand: Int) -> Bool {
    let (left, entered) = graph.borders(of: strand)
    return hasPlace(graph.strands[strand].source) || hasPlace(graph.strands[strand].target)
      || left.contains { isPlaced[$0] } || entered.contains { isPlaced[$0] }
  }

  /// Inserts a strand along a shortest way, if ``canInsert(_:)`` holds.
  ///
  /// An end without a place gets one, in `face` or else in any face of its region, together with
  /// the borders around it that are missing.
  mutating func insert(
    _ strand: Int, intoFace face: Int? = nil, ties: inout TieBreaking
  ) {
    let (source, target) = (graph.strands[strand].source, graph.strands[strand].target)
    let (left, entered) = graph.borders(of: strand)
    if hasPlace(source) {
      insert(strand, from: source, to: target, intoFace: face, ties: &ties)
    } else if hasPlace(target) {
      insert(strand, from: target, to: source, intoFace: face, ties: &ties)
      firstDart[strand] = reversedStart(of: strand)
    } else if left.contains(where: { isPlaced[$0] }) {
      let (inner, _) = insert(
        strand, outOf: left, from: source, to: target, entering: entered, ties: &ties)
      firstDart[strand] = lastDart(from: inner) ^ 1
    } else {
      let (_, outer) = insert(
        strand, outOf: entered.reversed(), from: target, to: source, entering: left.reversed(),
        ties: &ties)
      firstDart[strand] = lastDart(from: outer) ^ 1
    }
  }

  /// Inserts a strand without a placed end: in both directions from a border that it crosses.
  ///
  /// - Returns: the first darts inwards and outwards.
  private mutating func insert(
    _ strand: Int, outOf left: [Int], from inner: ClusteredGraph.End, to outer: ClusteredGraph.End,
    entering entered: [Int], ties: inout TieBreaking
  ) -> (inner: Int, outer: Int) {
    guard let position = left.firstIndex(where: { isPlaced[$0] }) else {
      preconditionFailure("some border has its place")
    }
    let search = DualPathSearch(map: map, graph: graph)
    let missing = entered.filter { !isPlaced[$0] }
    let region =
      missing.first.map { graph.containerParents[$0] } ?? graph.region(at: outer, facing: inner)
    guard
      let path = search.path(
        from: search.ends(atBorderOf: left[position], inside: false),
        to: search.ends(inRegion: region), leaving: Array(left[(position + 1)...]),
        entering: entered, ties: &ties), case .border(let dart) = path.start
    else { preconditionFailure("a connected map has a way between any two of its faces") }
    let (corner, _) = follow(path, strand: strand)
    finish(strand, at: corner, end: outer, entering: missing)
    let vertex = map.tail[dart ^ 1]
    let inside = PlanarMap.Corner(vertex: vertex, before: dart ^ 1)
    finish(strand, at: inside, end: inner, entering: left[..<position].reversed())
    return (map.counterclockwise[dart ^ 1], map.clockwise[dart ^ 1])
  }

  /// The last dart of a strand that goes on from `dart`.
  private func lastDart(from dart: Int) -> Int {
    var last = dart
    var next = continuation(of: dart)
    while next >= 0 {
      last = next
      next = continuation(of: next)
    }
    return last
  }

  private mutating func insert(
    _ strand: Int, from start: ClusteredGraph.End, to end: ClusteredGraph.End,
    intoFace face: Int?, ties: inout TieBreaking
  ) {
    var (left, entered) = graph.borders(of: strand)
    if start != graph.strands[strand].source {
      (left, entered) = (entered.reversed(), left.reversed())
    }
    let missing = entered.filter { !isPlaced[$0] }
    // On a plane with a lone box there is no face to walk through.
    if map.dartCount == 0, case .node(let node) = start {
      let corner = PlanarMap.Corner(vertex: nodeVertex[node], before: -1)
      firstDart[strand] = map.addEdge(from: corner, to: corner, strand: strand)
      return
    }
    let search = DualPathSearch(map: map, graph: graph)
    let region =
      missing.first.map { graph.containerParents[$0] } ?? graph.region(at: end, facing: start)
    let goal =
      hasPlace(end)
      ? ends(end, facing: start, in: search)
      : face.map { search.ends(inFace: $0) } ?? search.ends(inRegion: region)
    guard
      let path = search.path(
        from: ends(start, facing: end, in: search), to: goal, leaving: left, entering: entered,
        ties: &ties)
    else { preconditionFailure("a connected map has a way between any two of its faces") }
    let (corner, fixedEnd) = follow(path, strand: strand)
    if let fixedEnd {
      addPiece(of: strand, from: corner, to: fixedEnd)
    } else {
      finish(strand, at: corner, end: end, entering: missing)
    }
  }

  /// Where a strand can start at an end that has a place.
  func ends(
    _ end: ClusteredGraph.End, facing other: ClusteredGraph.End, in search: DualPathSearch
  ) -> DualPathSearch.Ends {
    switch end {
    case .node(let node): search.ends(atVertex: nodeVertex[node])
    case .container(let container):
      search.ends(
        atBorderOf: container, inside: graph.region(at: end, facing: other) == container)
    }
  }

  /// Draws the pieces of a strand up to the last face of a path.
  ///
  /// - Returns: the corner reached in that face, and the corner at the end if there is one.
  private mutating func follow(
    _ path: DualPath, strand: Int
  ) -> (corner: PlanarMap.Corner, end: PlanarMap.Corner?) {
    var end = path.end
    var corner: PlanarMap.Corner
    switch path.start {
    case .corner(let start): corner = start
    case .border(let dart): corner = cut(dart, keeping: &end)
    case .inside: preconditionFailure("a way starts at something that has a place")
    }
    for dart in path.crossed {
      let entry = cut(dart, keeping: &end)
      addPiece(of: strand, from: corner, to: entry)
      corner = PlanarMap.Corner(vertex: entry.vertex, before: dart ^ 1)
    }
    switch end {
    case .corner(let last): return (corner, last)
    case .border(let dart): return (corner, cut(dart, keeping: &end))
    case .inside: return (corner, nil)
    }
  }

  private mutating func addPiece(
    of strand: Int, from start: PlanarMap.Corner, to end: PlanarMap.Corner
  ) {
    let dart = map.addEdge(from: start, to: end, strand: strand)
    if firstDart[strand] < 0 { firstDart[strand] = dart }
  }

  /// Splits an edge where a strand meets it.
  ///
  /// - Returns: the corner at the new vertex on the left of `dart`.
  private mutating func cut(_ dart: Int, keeping end: inout DualPath.Attachment) -> PlanarMap.Corner
  {
    let strand = map.strand[dart >> 1]
    let container = graph.container(ofStrand: strand)
    let twin = dart ^ 1
    let (vertex, onward) = map.split(dart, with: container.map { .border($0) } ?? .crossing)
    if container == nil, firstDart[strand] == twin { firstDart[strand] = onward ^ 1 }
    // The far end of the edge has another dart now.
    switch end {
    case .corner(var corner) where corner.before == twin:
      corner.before = onward ^ 1
      end = .corner(corner)
    case .border(dart): end = .border(onward)
    default: break
    }
    return PlanarMap.Corner(vertex: vertex, before: onward)
  }

  /// Goes on from a corner, through borders that it draws itself, to an end without a place.
  private mutating func finish(
    _ strand: Int, at corner: PlanarMap.Corner, end: ClusteredGraph.End, entering entered: [Int]
  ) {
    var corner = corner
    for container in entered { corner = addBorder(container, from: corner, strand: strand) }
    switch end {
    case .node(let node):
      nodeVertex[node] = map.addVertex(.node(node))
      addPiece(
        of: strand, from: corner, to: PlanarMap.Corner(vertex: nodeVertex[node], before: -1))
    case .container(let container):
      _ = addBorder(container, from: corner, strand: strand)
    }
  }

  /// Adds a container that has nothing but the place where a strand meets its border.
  ///
  /// - Returns: the corner within the border.
  private mutating func addBorder(
    _ container: Int, from corner: PlanarMap.Corner, strand: Int
  ) -> PlanarMap.Corner {
    isPlaced[container] = true
    let vertex = map.addVertex(.border(container))
    addPiece(of: strand, from: corner, to: PlanarMap.Corner(vertex: vertex, before: -1))
    let around = PlanarMap.Corner(vertex: vertex, before: map.firstDart[vertex])
    let loop = map.addEdge(from: around, to: around, strand: graph.borderStrand(of: container))
    return PlanarMap.Corner(vertex: vertex, before: loop ^ 1)
  }

  /// The dart at the other end of a strand that was inserted from its target.
  private func reversedStart(of strand: Int) -> Int {
    lastDart(from: firstDart[strand]) ^ 1
  }

  // MARK: - Removal

  /// Takes a box without strands from the plane.
  mutating func free(_ node: Int) {
    map.free(vertex: nodeVertex[node])
    nodeVertex[node] = -1
  }

  /// Takes a strand away, and the vertices at which it crossed others.
  mutating func remove(_ strand: Int) {
    let chain = chain(of: strand)
    firstDart[strand] = -1
    guard let first = chain.first else { return }
    let vertices = [map.tail[first]] + chain.map { map.head($0) }
    for dart in chain { map.removeEdge(of: dart) }
    for vertex in vertices where map.hasDegree(2, vertex) { smooth(vertex) }
  }

  /// Takes a crossing away where nothing crosses any more.
  private mutating func smooth(_ vertex: Int) {
    switch map.vertices[vertex] {
    case .node, .none: return
    case .crossing, .border: break
    }
    let dart = map.firstDart[vertex]
    // A border with a single vertex is a loop: the vertex stays.
    guard map.head(dart) != vertex else { return }
    let strand = map.strand[dart >> 1]
    let gone = map.join(over: dart ^ 1)
    if strand < firstDart.count, firstDart[strand] == gone { firstDart[strand] = dart }
  }
}
