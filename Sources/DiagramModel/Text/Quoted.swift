/// A text in quotation marks, on one line, its middle left out where it is long.
///
/// Characters that a terminal obeys instead of showing them stand by their number.
package func quoted(_ text: String) -> String {
  let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
  let shown =
    line.count > 60 ? "\(line.prefix(40))…\(line.suffix(15))" : line
  return "“\(shown.unicodeScalars.map { $0.isObeyed ? "U+\($0.hexadecimal)" : "\($0)" }.joined())”"
}

extension Unicode.Scalar {
  /// The digits after `U+`.
  package var hexadecimal: String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Whether a terminal or editor acts on it: control characters, and those that turn the direction.
  package var isObeyed: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF,
      0xFFFE...0xFFFF:
      true
    default: false
    }
  }
}
