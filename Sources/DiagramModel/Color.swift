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
  /// How much a thing differs at least from what lies under it.
  ///
  /// > Source: WCAG 2.2, 1.4.3 and 1.4.11.
  package enum Need: Double {
    case text = 4.5
    /// A line that says something: an arrow, a cross, an icon.
    case line = 3
    /// What shows where something ends, and no more.
    case rim = 1.6
  }

  /// The colour itself if it is seen on all of some grounds, else the nearest on the way to another one that
  /// is; where none is, the one that is seen best.
  package func seen(on grounds: [Color], as need: Need, towards other: Color) -> Color {
    guard !isAdaptive, !other.isAdaptive, !grounds.contains(where: \.isAdaptive) else {
      return inLight.seen(on: grounds.map(\.inLight), as: need, towards: other.inLight)
        .adapting(to: inDark.seen(on: grounds.map(\.inDark), as: need, towards: other.inDark))
    }
    let steps = 8
    var best = (color: self, contrast: 0.0)
    for step in 0...steps {
      let mixed = mixed(with: other, step, of: steps)
      let contrast = grounds.lazy.map(mixed.contrast).min() ?? .infinity
      if contrast >= need.rawValue { return mixed }
      if contrast > best.contrast { best = (mixed, contrast) }
    }
    return best.color
  }

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
    0.2126 * Self.linear[Int(red)] + 0.7152 * Self.linear[Int(green)]
      + 0.0722 * Self.linear[Int(blue)]
  }

  /// How much light each value of a channel is.
  private static let linear: [Double] = (0...255).map { value in
    let share = Double(value) / 255
    guard share > 0.04045 else { return share / 12.92 }
    // To the power of 2.4: the square, times the fifth root of the square.
    let square = (share + 0.055) / 1.055 * ((share + 0.055) / 1.055)
    return square * square.fifthRoot
  }
}

extension Double {
  /// Of a number from 0 to 1, by Newton's method: the same on every machine, as no library is asked.
  fileprivate var fifthRoot: Double {
    var root = 1.0
    for _ in 0..<40 { root = (4 * root + self / (root * root * root * root)) / 5 }
    return root
  }
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}
