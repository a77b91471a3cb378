/// An opaque colour of the sRGB space.
public struct Color: Hashable, Sendable, CustomStringConvertible {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  /// A colour from its hexadecimal number, as in `Color(0x7CBAD4)`.
  public init(_ hex: UInt32) {
    red = UInt8(truncatingIfNeeded: hex >> 16)
    green = UInt8(truncatingIfNeeded: hex >> 8)
    blue = UInt8(truncatingIfNeeded: hex)
  }

  /// `#rrggbb` in lower case, which every viewer reads.
  public var description: String {
    String(unsafeUninitializedCapacity: 7) { buffer in
      buffer[0] = UInt8(ascii: "#")
      for (index, byte) in [red, green, blue].enumerated() {
        buffer[1 + 2 * index] = hexadecimalDigit(byte >> 4)
        buffer[2 + 2 * index] = hexadecimalDigit(byte & 15)
      }
      return 7
    }
  }
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}
