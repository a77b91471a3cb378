import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// The two sides of a crossing on which a way runs.
struct Passage: Hashable, Sendable {
  /// Where it comes from.
  let back: Heading
  /// Where it goes on.
  let front: Heading

  /// The other of both sides; nil if `side` is neither.
  func other(than side: Heading) -> Heading? {
    side == back ? front : side == front ? back : nil
  }

  /// Whether both run straight and across each other.
  func crosses(_ other: Passage) -> Bool {
    back == front.opposite && other.back == other.front.opposite
      && back.isHorizontal != other.back.isHorizontal
  }
}

/// Which edges run over which crossings of a visibility graph, and which sides they end at.
struct Traffic: Sendable {
  private var heads: [Int32]
  private var entries: [Entry] = []
  private var ends: SideCrowds

  private struct Entry {
    let edge: Int32
    let sides: Passage
    let next: Int32
  }

  init(crossings: Int, edges: [LayoutEdge]) {
    heads = Array(repeating: -1, count: crossings)
    ends = SideCrowds(edges)
  }

  /// The first entry of a crossing, -1 if no edge runs over it.
  func first(at crossing: Int) -> Int { Int(heads[crossing]) }

  /// The entry of the same crossing after another, -1 after the last.
  func next(after entry: Int) -> Int { Int(entries[entry].next) }

  /// How the edge of an entry runs over its crossing; nil for `edge` itself and for those that are
  /// never seen together with it.
  func passage(_ entry: Int, seenWith edge: Int) -> (edge: Int, sides: Passage)? {
    let (other, sides) = (Int(entries[entry].edge), entries[entry].sides)
    guard other != edge, ends.areSeen(other, edge) else { return nil }
    return (other, sides)
  }

  /// How an edge runs over a crossing, if it does.
  func passage(of edge: Int, at crossing: Int) -> Passage? {
    var index = heads[crossing]
    while index >= 0 {
      let entry = entries[Int(index)]
      if Int(entry.edge) == edge { return entry.sides }
      index = entry.next
    }
    return nil
  }

  /// How many ends that are seen together with an edge lie on a side.
  func ends(at side: SideOfNode, seenWith edge: Int) -> Int {
    ends.count(at: side, seenWith: edge)
  }

  /// Adds an edge at a crossing.
  mutating func add(_ edge: Int, at crossing: Int, _ sides: Passage) {
    entries.append(Entry(edge: Int32(edge), sides: sides, next: heads[crossing]))
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
    for entry in kept.reversed() { add(Int(entry.edge), at: crossing, entry.sides) }
  }

  /// Adds the two ends of a wire.
  mutating func addEnds(of wire: Wire, _ edge: LayoutEdge) {
    addEnd(of: wire.edge, on: wire.sourceSide, edge.source)
    addEnd(of: wire.edge, on: wire.targetSide, edge.target)
  }

  /// Adds an end of an edge on a side of a node.
  mutating func addEnd(of edge: Int, on side: Side, _ node: Int) {
    ends.add(edge, of: SideOfNode(node: node, side: side))
  }

  /// Takes an end of an edge away from a side of a node.
  mutating func removeEnd(of edge: Int, on side: Side, _ node: Int) {
    ends.remove(edge, of: SideOfNode(node: node, side: side))
  }
}
