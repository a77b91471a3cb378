import DiagramModel

/// Which edges run over which crossings of a visibility graph, and which sides they end at.
struct Traffic: Sendable {
  private var heads: [Int32]
  private var entries: [Entry] = []
  private var ends: [SideOfNode: Int] = [:]
  private let pictures: [PictureSet]
  private let isAlike: Bool

  private struct Entry {
    let edge: Int32
    /// The axis along which the edge runs straight over the crossing; nil where it turns.
    let axis: Axis?
    let next: Int32
  }

  init(crossings: Int, edges: [LayoutEdge]) {
    heads = Array(repeating: -1, count: crossings)
    pictures = edges.map(\.pictures)
    isAlike = edges.allSatisfy { $0.pictures == edges.first?.pictures }
  }

  /// How many edges that are seen together with `edge` run over a crossing along `axis`.
  func count(of crossing: Int, along axis: Axis, seenWith edge: Int) -> Int {
    var count = 0
    var index = heads[crossing]
    while index >= 0 {
      let entry = entries[Int(index)]
      if entry.axis == axis, entry.edge != edge,
        isAlike || pictures[Int(entry.edge)].intersects(pictures[edge])
      {
        count += 1
      }
      index = entry.next
    }
    return count
  }

  /// How many ends lie on a side.
  func ends(at side: SideOfNode) -> Int { ends[side, default: 0] }

  /// Adds an edge at a crossing; `axis` is nil where it turns.
  mutating func add(_ edge: Int, at crossing: Int, along axis: Axis?) {
    entries.append(Entry(edge: Int32(edge), axis: axis, next: heads[crossing]))
    heads[crossing] = Int32(entries.count - 1)
  }

  /// Takes an edge away from a crossing.
  mutating func remove(_ edge: Int, at crossing: Int) {
    var kept: [Entry] = []
    var index = heads[crossing]
    while index >= 0 {
      let entry = entries[Int(index)]
      if entry.edge != edge { kept.append(entry) }
      index = entry.next
    }
    heads[crossing] = -1
    for entry in kept.reversed() { add(Int(entry.edge), at: crossing, along: entry.axis) }
  }

  /// Counts the two ends of a wire, once more or once less.
  mutating func countEnds(of wire: Wire, _ edge: LayoutEdge, by change: Int) {
    ends[SideOfNode(node: edge.source, side: wire.sourceSide), default: 0] += change
    ends[SideOfNode(node: edge.target, side: wire.targetSide), default: 0] += change
  }
}
