/// A small generator of repeatable random numbers: the same seed gives the same ones on every machine.
///
/// > Source: SplitMix64; Steele, Lea, Flood, *Fast splittable pseudorandom number generators*, 2014.
struct RepeatableGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64
  private var isAsWritten = false

  init(seed: UInt64) { state = seed }

  /// Leaves everything in its order.
  static var asWritten: Self {
    var source = Self(seed: 0)
    source.isAsWritten = true
    return source
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
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
