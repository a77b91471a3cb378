/// A JSON value, whose members keep their order.
enum JSON: CustomStringConvertible {
  case null
  case string(String)
  case number(Int)
  case boolean(Bool)
  case array([JSON])
  case object([(key: String, value: JSON)])

  /// The value on one line.
  ///
  /// > Source: RFC 8259.
  var description: String {
    switch self {
    case .null: "null"
    case .string(let text): Self.quoted(text)
    case .number(let number): "\(number)"
    case .boolean(let boolean): "\(boolean)"
    case .array(let values): "[" + values.map(\.description).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { "\(Self.quoted($0.key)):\($0.value)" }.joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.unicodeScalars.map(escaped).joined() + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": #"\""#
    case "\\": #"\\"#
    case ..<" ":
      #"\u00"# + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
    default: String(scalar)
    }
  }
}
