import DiagramAlgorithms
import DiagramGraph
import DiagramModel

extension Seats {
  /// Whether the place of a straight end is that at the other box: of twins, or at a point.
  func isHeld(_ end: Seated) -> Bool {
    let (wire, edge) = (wires[end.wire], graph.edges[wires[end.wire].edge])
    let (node, side) =
      end.end == 0 ? (edge.target, wire.targetSide) : (edge.source, wire.sourceSide)
    return twins.place(of: end.wire) != nil || obstacles.points[node].contains(side)
  }

  /// Puts straight wires between the same two boxes side by side: about as far apart as one draws them, unless
  /// others crowd a side.
  mutating func seatTwins(_ crowds: [[Seated]]) {
    var ends: [SideOfNode: [Seated]] = [:]
    var groups: [(key: [Int], wires: [Int])] = []
    var positions: [[Int]: Int] = [:]
    for crowd in crowds where obstacles.isLeaf(crowd[0].node) {
      ends[SideOfNode(node: crowd[0].node, side: crowd[0].side)] = crowd
      for end in crowd where isStraight(end) && !rails.isOneTrunk(end.wire, end.wire) {
        let edge = graph.edges[wires[end.wire].edge]
        guard end.node == min(edge.source, edge.target), edge.halfWidth == 0,
          !wires[end.wire].isFixed
        else { continue }
        let key = [end.node, max(edge.source, edge.target), end.side.rawValue]
        if let position = positions[key] {
          groups[position].wires.append(end.wire)
        } else {
          positions[key] = groups.count
          groups.append((key, [end.wire]))
        }
      }
    }
    for group in groups.map(\.wires) where group.count > 1 { seatTwins(group, beside: ends) }
  }

  private mutating func seatTwins(_ group: [Int], beside ends: [SideOfNode: [Seated]]) {
    let edges = group.map { graph.edges[wires[$0].edge] }
    let (wire, edge) = (wires[group[0]], edges[0])
    guard edges.allSatisfy({ $0.pictures.intersects(edge.pictures) }),
      edges.count(where: { $0.labelSize != nil }) < 3
    else { return }
    let sides = [
      SideOfNode(node: edge.source, side: wire.sourceSide),
      SideOfNode(node: edge.target, side: wire.targetSide),
    ]
    var range = group.compactMap { wires[$0].slack }.reduce(Span(Int.min / 2, Int.max / 2)) {
      $0.intersection($1)
    }
    for end in sides {
      range = range.intersection(obstacles.ends(on: end.side, of: end.node, spacing))
    }
    var pitch = min(spacing.portSeparation, range.length / (group.count - 1))
    var middle = group.map { wires[$0].places[0] }.reduce(0, +) / group.count
    for end in sides {
      let crowd = (ends[end] ?? []).filter { areSeen($0.wire, group[0]) }
      let own = crowd.indices.filter { group.contains(crowd[$0].wire) }
      guard crowd.count > own.count, let first = own.first, let last = own.last else { continue }
      let (common, isCentred) = self.pitch(beside: first...last, of: crowd.count, at: end)
      pitch = min(pitch, common)
      guard !isCentred else { continue }
      middle =
        obstacles.cores[end.node][end.side.axis.cross].middle
        + (first + last - crowd.count + 1) * common / 2
    }
    guard pitch >= spacing.leastSeparation else { return }
    twins.add(group, around: middle, in: range, pitch: pitch)
  }

  private func areSeen(_ one: Int, _ other: Int) -> Bool {
    graph.edges[wires[one].edge].pictures.intersects(graph.edges[wires[other].edge].pictures)
  }

  /// What ends beside straight wires in the middle of a side are apart, as if there were as many on both sides of
  /// them; where there is no room for that, as all are that are spread evenly.
  private func pitch(
    beside twins: ClosedRange<Int>, of count: Int, at end: SideOfNode
  ) -> (pitch: Int, isCentred: Bool) {
    let length = obstacles.cores[end.node][end.side.axis.cross].length
    let most = 2 * max(twins.lowerBound, count - 1 - twins.upperBound) + twins.count
    let centred = spacing.pitch(of: most, on: length, betweenWide: 0)
    return centred < spacing.leastTwinSeparation
      ? (spacing.pitch(of: count, on: length, betweenWide: 0), false) : (centred, true)
  }

  /// Where an end lies that is a twin, or beside some; nil if there are none on its side.
  func place(besideTwins own: Int, among ends: [Seated]) -> Int? {
    let twins = ends.indices.filter { self.twins.place(of: ends[$0].wire) != nil }
    guard let first = twins.first, let last = twins.last else { return nil }
    if let place = self.twins.place(of: ends[own].wire) { return place }
    guard !isStraight(ends[own]), own < first || own > last else { return ends[own].place }
    let end = SideOfNode(node: ends[own].node, side: ends[own].side)
    let pitch = pitch(beside: first...last, of: ends.count, at: end).pitch
    let (nearest, steps) = own < first ? (first, own - first) : (last, own - last)
    guard let place = self.twins.place(of: ends[nearest].wire) else { return nil }
    return obstacles.ends(on: end.side, of: end.node, spacing).clamp(place + steps * pitch)
  }
}
