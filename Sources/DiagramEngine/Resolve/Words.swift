import DiagramDSL

import DiagramModel

/// A text as Swift writes it in a program.
func literal(_ text: String) -> String {
  let scalars = text.unicodeScalars.map { scalar in
    switch scalar {
    case "\n": #"\n"#
    case "\t": #"\t"#
    case "\"", "\\": #"\"# + String(scalar)
    default: scalar.isObeyed ? #"\u{"# + scalar.hexadecimal + "}" : String(scalar)
    }
  }
  return "\"\(scalars.joined())\""
}

/// An id made of a text or, if that is empty, of another one: valid, and short enough to be read.
func validID(like text: String, or other: String = "") -> String {
  let slugs = [text, other].map { slug(String($0.prefix(idLength))) }.filter { !$0.isEmpty }
  let cut = shortened(slugs.first ?? "box")
  return cut.hasSuffix("-") ? String(cut.dropLast()) : cut
}

/// As much of a name as is read in one that a hint makes of it.
func shortened(_ name: String) -> String { String(name.prefix(idLength)) }

/// How long an id or a variable is at most that a hint makes up.
private let idLength = 40

/// A name with a number behind it: the first from 2 on that is free, or for the second, third, … of
/// several that are to be told apart the next ones.
func numbered(_ name: String, place: Int = 1, isTaken: (String) -> Bool) -> String {
  var (number, left) = (1, place)
  while left > 0 {
    number += 1
    if !isTaken("\(name)-\(number)") { left -= 1 }
  }
  return "\(name)-\(number)"
}

/// Whether two texts are equal by Unicode, but not scalar by scalar, so that they look alike.
func areComposedDifferently(_ one: String, _ other: String) -> Bool {
  one == other && !one.unicodeScalars.elementsEqual(other.unicodeScalars)
}

/// The name that a variable for a box with this title would have: `worker1`, `kubeProxy`.
func variable(_ title: String) -> String {
  let words = title.lowercased().split { !($0.isLetter || $0.isNumber) }
    .map { $0.filter(\.isIdentifierPart) }.filter { !$0.isEmpty }
  guard let first = words.first else { return "box" }
  let whole = first + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  let name = shortened(whole)
  if keywords.contains(name) { return "\(name)Box" }
  return name.first?.isLetter == true ? name : "_\(name)"
}

/// Words that cannot be variables as they are.
private let keywords: Set<String> = [
  "as", "associatedtype", "await", "break", "case", "catch", "class", "continue", "default",
  "defer", "deinit", "do", "else",
  "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if",
  "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup",
  "private", "protocol", "public", "repeat", "rethrows", "return", "self", "static", "struct",
  "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where",
  "while", "any",
]

extension Character {
  /// Whether it may stand in the name of a variable, as far as a hint has to know.
  fileprivate var isIdentifierPart: Bool {
    isASCII
      ? isLetter || isNumber : isLetter && unicodeScalars.allSatisfy(\.properties.isXIDContinue)
  }
}
