/// A small seeded generator: the same seed gives the same choices on every machine. Or none at all,
/// for those who take everything as it is written.
///
/// > Source: SplitMix64; Steele, Lea, Flood, *Fast splittable pseudorandom number generators*, 2014.
struct PermutationSource: Sendable {
  private var state: UInt64
  private var isAsWritten = false

  init(seed: UInt64) { state = seed }

  /// Leaves everything in its order.
  static var asWritten: Self {
    var source = Self(seed: 0)
    source.isAsWritten = true
    return source
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A number below `bound`.
  mutating func number(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// The items in another order.
  mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
    if isAsWritten { return items }
    var items = items
    for position in items.indices.dropFirst().reversed() {
      items.swapAt(position, number(below: position + 1))
    }
    return items
  }

  /// Brings any of the items from `place` on to that place.
  mutating func bringAny(to place: Int, in items: inout [Int]) {
    if isAsWritten { return }
    items.swapAt(place, place + number(below: items.count - place))
  }
}
