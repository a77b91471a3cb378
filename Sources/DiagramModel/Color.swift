/// An opaque colour of the sRGB space, which may be another one where people prefer dark pages.
public struct Color: Hashable, Sendable, CustomStringConvertible {
  /// Red, green and blue, in this order from the third byte.
  private let hex: UInt32
  private let darkHex: UInt32

  /// A colour from its hexadecimal number, as in `Color(0x7CBAD4)`.
  public init(_ hex: UInt32) { self.init(hex, dark: hex) }

  private init(_ hex: UInt32, dark: UInt32) {
    self.hex = hex & 0xFF_FFFF
    darkHex = dark & 0xFF_FFFF
  }

  package var red: UInt8 { UInt8(truncatingIfNeeded: hex >> 16) }
  package var green: UInt8 { UInt8(truncatingIfNeeded: hex >> 8) }
  package var blue: UInt8 { UInt8(truncatingIfNeeded: hex) }

  /// The colour where people prefer light pages, and where nobody asks them.
  package var inLight: Color { Color(hex) }
  /// The colour where people prefer dark pages.
  package var inDark: Color { Color(darkHex) }
  /// Whether it is another colour there.
  package var isAdaptive: Bool { hex != darkHex }

  /// This colour, and another one where people prefer dark pages.
  package func adapting(to dark: Color) -> Color { Color(hex, dark: dark.darkHex) }

  /// `#rrggbb` in lower case, which every viewer reads: the colour where nobody asks what people prefer.
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

extension Color {
  /// The colour itself if a text in it can be read on a ground, else as little as helps nearer to one
  /// that can.
  package func readable(on ground: Color, towards other: Color) -> Color {
    guard !isAdaptive, !ground.isAdaptive, !other.isAdaptive else {
      return inLight.readable(on: ground.inLight, towards: other.inLight)
        .adapting(to: inDark.readable(on: ground.inDark, towards: other.inDark))
    }
    let steps = 8
    for step in 0..<steps {
      let mixed = mixed(with: other, step, of: steps)
      if mixed.contrast(with: ground) >= Self.leastContrast { return mixed }
    }
    return other
  }

  /// A bit more than a text needs, since luminance is computed by an approximation.
  private static var leastContrast: Double { 4.55 }

  /// So many parts of another colour, the rest of this one.
  package func mixed(with other: Color, _ parts: Int, of whole: Int) -> Color {
    guard !isAdaptive, !other.isAdaptive else {
      return inLight.mixed(with: other.inLight, parts, of: whole)
        .adapting(to: inDark.mixed(with: other.inDark, parts, of: whole))
    }
    func mix(_ one: UInt8, _ other: UInt8) -> UInt32 {
      UInt32((Int(one) * (whole - parts) + Int(other) * parts + whole / 2) / whole)
    }
    return Color(mix(red, other.red) << 16 | mix(green, other.green) << 8 | mix(blue, other.blue))
  }

  /// From 1, for the same luminance, to 21; of adaptive colours the least.
  ///
  /// > Source: WCAG 2.2, contrast ratio.
  package func contrast(with other: Color) -> Double {
    guard !isAdaptive, !other.isAdaptive else {
      return min(inLight.contrast(with: other.inLight), inDark.contrast(with: other.inDark))
    }
    let (one, other) = (luminance, other.luminance)
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  /// From 0, for black, to 1.
  private var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// A polynomial that differs from the power function of sRGB by 0.002 at most.
  private static func linear(_ value: UInt8) -> Double {
    let part = Double(value) / 255
    return part * (part * (part * 0.305306011 + 0.682171111) + 0.012522878)
  }
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}
