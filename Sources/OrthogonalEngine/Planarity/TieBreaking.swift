import DiagramAlgorithms

/// What decides between things that are equal: chance, or the order in which they are written.
struct TieBreaking: Sendable {
  private var generator: SeededGenerator?

  /// Decides at random; the same seed gives the same choices on every machine.
  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private init() {}

  /// Leaves everything in its order.
  static let asWritten = TieBreaking()

  /// The items in the order in which to take them.
  mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
    var items = items
    for position in items.indices.dropFirst().reversed() {
      items.swapAt(position, generator?.number(below: position + 1) ?? position)
    }
    return items
  }

  /// Brings the one of the items from `place` on that is to be taken next to that place.
  mutating func bringNext(to place: Int, in items: inout [Int]) {
    items.swapAt(place, place + (generator?.number(below: items.count - place) ?? 0))
  }
}
