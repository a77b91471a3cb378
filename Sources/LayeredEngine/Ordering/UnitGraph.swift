/// What moves as a whole inside one cluster, or inside the whole graph, and what segments join of it.
///
/// A unit is a vertex that lies in no further cluster, or such a cluster with all its ranks; clusters
/// are counted on behind the vertices.
struct UnitGraph {
  /// For each unit what it moves with: 0 for what stays.
  typealias Parts = [UInt8]

  /// The unit that each vertex belongs to; -1 outside of the cluster.
  private let owners: [Int]
  /// What each unit is joined to, once a segment.
  private var joined: [[Int]]
  /// In the order of their first vertices.
  private(set) var units: [Int] = []

  init(inside parent: Int?, _ neighbors: Neighbors) {
    let depth = parent.map { neighbors.depths[$0] + 1 } ?? 0
    let (vertexCount, segments) = (neighbors.graph.vertices.count, neighbors.graph.segments)
    let owners = (0..<vertexCount).map { vertex in
      depth == 0 || neighbors.cluster(around: vertex, depth: depth - 1) == parent
        ? neighbors.unit(of: vertex, depth) : -1
    }
    self.owners = owners
    joined = [[Int]](repeating: [], count: vertexCount + neighbors.depths.count)
    var isKnown = [Bool](repeating: false, count: joined.count)
    for unit in owners where unit >= 0 && !isKnown[unit] {
      isKnown[unit] = true
      units.append(unit)
    }
    for segment in segments {
      let (upper, lower) = (owners[segment.upper], owners[segment.lower])
      guard upper >= 0, lower >= 0, upper != lower else { continue }
      joined[upper].append(lower)
      joined[lower].append(upper)
    }
  }

  /// All units.
  var whole: Parts { parts(units) }

  private func parts(_ units: [Int]) -> Parts {
    var parts = Parts(repeating: 0, count: joined.count)
    for unit in units { parts[unit] = 1 }
    return parts
  }

  /// What hangs on each of two units rather than on the other, as 1 and 2: all that a walk from it reaches
  /// before one from the other does, up to what both reach in as many steps.
  func halves(_ one: Int, _ other: Int) -> Parts {
    // What both reach belongs to neither, and nothing behind it is reached.
    let (both, byFirst, bySecond): (UInt8, UInt8, UInt8) = (3, 4, 5)
    var parts = Parts(repeating: 0, count: joined.count)
    (parts[one], parts[other]) = (1, 2)
    var rims = ([one], [other])
    while !rims.0.isEmpty || !rims.1.isEmpty {
      var reached: ([Int], [Int]) = ([], [])
      for next in rims.0.lazy.flatMap({ joined[$0] }) where parts[next] == 0 {
        parts[next] = byFirst
        reached.0.append(next)
      }
      for next in rims.1.lazy.flatMap({ joined[$0] }) {
        if parts[next] == byFirst { parts[next] = both }
        guard parts[next] == 0 else { continue }
        parts[next] = bySecond
        reached.1.append(next)
      }
      rims = (reached.0.filter { parts[$0] == byFirst }, reached.1)
      for unit in rims.0 { parts[unit] = 1 }
      for unit in rims.1 { parts[unit] = 2 }
    }
    return parts.map { $0 == both ? 0 : $0 }
  }

  /// What hangs on units that join several others, one connected group after the other, if there are
  /// several units in it, and not all the others.
  var branches: [Parts] {
    units.filter { Set(joined[$0]).count > 2 }.flatMap { hub in
      groups(without: hub).filter { $0.count > 1 && $0.count < units.count - 1 }.map(parts)
    }
  }

  /// The connected groups that are left without a unit, in their order.
  private func groups(without hub: Int) -> [[Int]] {
    var isSeen = [Bool](repeating: false, count: joined.count)
    isSeen[hub] = true
    var groups: [[Int]] = []
    for start in units where !isSeen[start] {
      isSeen[start] = true
      var (group, open) = ([start], [start])
      while let unit = open.popLast() {
        for next in joined[unit] where !isSeen[next] {
          isSeen[next] = true
          group.append(next)
          open.append(next)
        }
      }
      groups.append(group)
    }
    return groups
  }
}

extension UnitGraph {
  /// The order in which, on every rank, the units of the first half all stand before those of the
  /// second, in the places of both.
  func swapped(_ order: RankOrder, _ halves: Parts) -> RankOrder {
    rearranged(order, halves) { moved in
      moved.filter { halves[$0.unit] == 1 } + moved.filter { halves[$0.unit] == 2 }
    }
  }

  /// The order in which the units of a group, and, if wanted, what is in them, stand in mirror image in
  /// their places.
  func mirrored(_ order: RankOrder, _ group: Parts, withContent: Bool) -> RankOrder {
    rearranged(order, group, turnsContent: withContent) { $0.reversed() }
  }

  /// A unit on a rank.
  private typealias Block = (unit: Int, places: Range<Int>)

  private func rearranged(
    _ order: RankOrder, _ parts: Parts, turnsContent: Bool = false,
    _ arrange: ([Block]) -> [Block]
  ) -> RankOrder {
    var order = order
    var moved: [Block] = []
    for rank in order.layers.indices {
      let layer = order.layers[rank]
      take(&moved, of: layer, parts)
      guard moved.count > 1 || turnsContent && !moved.isEmpty else { continue }
      var changed: [Int] = []
      changed.reserveCapacity(layer.count)
      var place = 0
      for (block, source) in zip(moved, arrange(moved)) {
        changed += layer[place..<block.places.lowerBound]
        if turnsContent {
          changed += layer[source.places].reversed()
        } else {
          changed += layer[source.places]
        }
        place = block.places.upperBound
      }
      changed += layer[place...]
      order.set(changed, at: rank)
    }
    return order
  }

  /// The units of some parts that are on a rank.
  private func take(_ moved: inout [Block], of layer: [Int], _ parts: Parts) {
    moved.removeAll(keepingCapacity: true)
    var place = 0
    while place < layer.count {
      let unit = owners[layer[place]]
      var end = place + 1
      while unit >= 0, end < layer.count, owners[layer[end]] == unit { end += 1 }
      if unit >= 0, parts[unit] > 0 { moved.append((unit, place..<end)) }
      place = end
    }
  }
}
