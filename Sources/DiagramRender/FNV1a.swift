/// A sum of bytes that finds accidents: FNV-1a in 64 bits.
///
/// > Source: Fowler, Noll, Vo: FNV-1a, 64 bits, www.isthe.com/chongo/tech/comp/fnv.
package struct FNV1a {
  /// The sum so far.
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The sum of no bytes.
  package init() {}

  /// The sum of all of some bytes.
  package init(of bytes: [UInt8]) {
    for byte in bytes { add(byte) }
  }

  /// Takes another byte.
  package mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// How long ``text`` is.
  package static let length = 16

  /// Sixteen hexadecimal digits.
  package var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: Self.length - digits.count) + digits
  }
}
