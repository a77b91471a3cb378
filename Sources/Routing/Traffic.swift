import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// The two sides of a crossing on which a way runs.
struct Passage: Hashable, Sendable {
  /// Where it comes from.
  let back: Direction
  /// Where it goes on.
  let front: Direction

  /// The other of both sides; nil if `side` is neither.
  func other(than side: Direction) -> Direction? {
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
  /// The entries that are not in use.
  private var free: [Int32] = []
  private var ends: SideCrowds

  private struct Entry {
    let edge: Int32
    let sides: Passage
    var next: Int32
    /// The entries of the edge at the crossings beside this one on its way: where it comes from, and
    /// where it goes on; -1 if it has none there.
    var back: Int32 = -1
    var front: Int32 = -1
  }

  init(crossings: Int, edges: [LayoutEdge]) {
    heads = Array(repeating: -1, count: crossings)
    ends = SideCrowds(edges)
  }

  /// One more than the largest entry.
  var entryLimit: Int { entries.count }

  /// The first entry of a crossing, -1 if no edge runs over it.
  func first(at crossing: Int) -> Int { Int(heads[crossing]) }

  /// The entry of the same crossing after another, -1 after the last.
  func next(after entry: Int) -> Int { Int(entries[entry].next) }

  /// How the edge of an entry runs over its crossing; nil for `edge` itself and for those that are
  /// never seen together with it.
  func passage(_ entry: Int, seenWith edge: Int) -> Passage? {
    let other = Int(entries[entry].edge)
    guard other != edge, ends.areSeen(other, edge) else { return nil }
    return entries[entry].sides
  }

  /// The entry of the same edge at the next crossing on a side, and how it runs over that one; nil if
  /// the edge does not run there.
  func neighbor(of entry: Int, on side: Direction) -> (entry: Int, sides: Passage)? {
    let here = entries[entry]
    let neighbor = here.sides.back == side ? here.back : here.sides.front == side ? here.front : -1
    return neighbor < 0 ? nil : (Int(neighbor), entries[Int(neighbor)].sides)
  }

  /// How many ends that are seen together with an edge lie on a side.
  func ends(at side: SideOfNode, seenWith edge: Int) -> Int {
    ends.count(at: side, seenWith: edge)
  }

  /// Adds an edge at crossings that follow each other on its way, from the target to the source.
  mutating func add(
    _ edge: Int, along crossings: some Sequence<(crossing: Int, sides: Passage)>
  ) {
    var last: Int32 = -1
    for (crossing, sides) in crossings {
      var entry = Entry(edge: Int32(edge), sides: sides, next: heads[crossing])
      entry.front = last
      let index = free.popLast() ?? Int32(entries.count)
      if Int(index) == entries.count {
        entries.append(entry)
      } else {
        entries[Int(index)] = entry
      }
      heads[crossing] = index
      if last >= 0 { entries[Int(last)].back = index }
      last = index
    }
  }

  /// Takes an edge away from a crossing.
  mutating func remove(_ edge: Int, at crossing: Int) {
    var (before, index): (Int32, Int32) = (-1, heads[crossing])
    while index >= 0 {
      let entry = entries[Int(index)]
      if entry.edge == edge {
        if before < 0 {
          heads[crossing] = entry.next
        } else {
          entries[Int(before)].next = entry.next
        }
        if entry.back >= 0 { entries[Int(entry.back)].front = -1 }
        if entry.front >= 0 { entries[Int(entry.front)].back = -1 }
        free.append(index)
      } else {
        before = index
      }
      index = entry.next
    }
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
