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

  /// The sum of some bytes of which eight at a time are taken as one number, the lowest first: another one than
  /// byte by byte, in a fraction of the time. It finds every change within eight bytes just as surely.
  package init(ofWordsOf bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      let end = bytes.count - bytes.count % 8
      for place in stride(from: 0, to: end, by: 8) {
        let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        value = (value ^ UInt64(littleEndian: word)) &* Self.prime
        // A product passes nothing on to lower bits.
        value ^= value >> 32
      }
      for byte in bytes[end...] { add(byte) }
    }
  }

  /// Takes another byte.
  package mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* Self.prime
  }

  private static let prime: UInt64 = 0x0000_0100_0000_01B3

  /// How long ``text`` is.
  package static let length = 16

  /// Sixteen hexadecimal digits.
  package var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: Self.length - digits.count) + digits
  }
}
