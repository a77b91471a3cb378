package import DiagramModel

/// What a hint writes in Swift, as the format `diagen-series/1` says it.
///
/// It reads what hints hold, boxes, arrangements and modifiers, and no other Swift.
struct SwiftInJSON {
  /// What a piece of code stands for.
  private enum Piece {
    /// Members, which stand in an object of their own or are added to one.
    case members([(word: String, value: String)], isObject: Bool)
    /// A value, or the way to a box.
    case value(String)
  }

  /// Code that is none of what hints hold.
  private struct Unknown: Error {}

  private var rest: Substring

  /// The same in JSON; nil for other code.
  static func text(of code: String) -> String? {
    var reader = SwiftInJSON(rest: code[...])
    guard let piece = try? reader.statement(), reader.rest.isEmpty else { return nil }
    return text(of: piece)
  }

  private static func text(of piece: Piece) -> String {
    switch piece {
    case .value(let text): return text
    case .members(let members, let isObject):
      let text = members.map { "\"\($0.word)\": \($0.value)" }.joined(separator: ", ")
      return isObject ? "{\(text)}" : text
    }
  }

  // MARK: - Code

  /// An argument, `side: .top`, or an expression.
  private mutating func statement() throws(Unknown) -> Piece {
    let (label, value) = try argument()
    guard let label else { return value }
    return .members([(try Self.known(label), Self.text(of: value))], isObject: false)
  }

  private mutating func argument() throws(Unknown) -> (label: String?, value: Piece) {
    var ahead = self
    if let label = ahead.identifier(), ahead.accept(":") {
      self = ahead
      return (label, try expression())
    }
    return (nil, try expression())
  }

  private mutating func expression() throws(Unknown) -> Piece {
    skipSpace()
    guard let first = rest.first else { throw Unknown() }
    var piece: Piece
    switch first {
    case "\"": return .value(try string())
    case "0"..."9", "-": return .value(number())
    case "(":
      // The arrows that modifiers change.
      try skipParentheses()
      piece = .members([], isObject: false)
    case ".":
      var ahead = self
      _ = ahead.accept(".")
      guard let name = ahead.identifier() else { throw Unknown() }
      if ahead.rest.first != "(" {
        self = ahead
        return .value("\"\(name)\"")
      }
      piece = .members([], isObject: false)
    default: piece = try primary()
    }
    while accept(".") { piece = try modified(piece) }
    return piece
  }

  private mutating func modified(_ piece: Piece) throws(Unknown) -> Piece {
    guard let name = identifier() else { throw Unknown() }
    let arguments = try arguments()
    let words = [
      "from": Word.fromSide.rawValue, "to": Word.toSide.rawValue,
      "title": Word.titlePosition.rawValue,
    ]
    let value: String
    if arguments.isEmpty {
      // What needs a word in JSON.
      let usual = [Word.trunk.rawValue: "\"name\"", Word.accent.rawValue: "\"primary\""]
      value = usual[name] ?? "true"
    } else if name == Word.on.rawValue {
      // The box, and perhaps a place of its outline.
      let usual = [Word.box.rawValue, Word.at.rawValue]
      let members = zip(arguments.indices, arguments).map { index, argument in
        (argument.label ?? usual[min(index, 1)], Self.text(of: argument.value))
      }
      value = Self.text(of: .members(members, isObject: true))
    } else if arguments.count == 1, arguments[0].label == nil {
      value = Self.text(of: arguments[0].value)
    } else {
      let members = arguments.map { ($0.label ?? "", Self.text(of: $0.value)) }
      value = Self.text(of: .members(members, isObject: true))
    }
    let member = (try Self.known(words[name] ?? name), value)
    switch piece {
    case .members(let members, let isObject):
      return .members(members + [member], isObject: isObject)
    case .value: return .members([member], isObject: false)
    }
  }

  /// A box, an arrangement or a mark, or the way to a box.
  private mutating func primary() throws(Unknown) -> Piece {
    guard let name = identifier() else { throw Unknown() }
    guard name.first?.isUppercase == true else {
      var path = Self.id(name)
      while accept("[") {
        guard let inner = identifier(), accept("]") else { throw Unknown() }
        path += "/" + Self.id(inner)
      }
      return .value("\"\(path)\"")
    }
    let arguments = rest.first == "(" ? try arguments() : []
    let content = try block()
    return try element(name.prefix(1).lowercased() + name.dropFirst(), arguments, content)
  }

  private func element(
    _ kind: String, _ arguments: [(label: String?, value: Piece)], _ content: [Piece]?
  ) throws(Unknown) -> Piece {
    let first: Word
    var members: [(word: String, value: String)] = []
    switch kind {
    case "series": first = .path
    case "picture": first = .name
    case "component", "node": first = .title
    case "legend": first = .title
    default:
      first = .text
      members.append((Word.kind.rawValue, "\"\(kind)\""))
    }
    var label = first.rawValue
    for argument in arguments {
      label = try argument.label.map(Self.known) ?? label
      let value = Self.text(of: argument.value)
      if let last = members.indices.last, members[last].word == label {
        // Further boxes of `over: a, b`.
        let boxes = members[last].value.drop { $0 == "[" }.prefix { $0 != "]" }
        members[last].value = "[\(boxes), \(value)]"
      } else {
        members.append((label, value))
      }
    }
    if let content {
      let word: Word = kind == "picture" ? .boxes : kind == "legend" ? .samples : .children
      let values = content.map(Self.text).joined(separator: ", ")
      members.append((word.rawValue, "[\(values)]"))
    }
    let isPart = content == nil && ["series", "picture"].contains(kind)
    return .members(members, isObject: !isPart)
  }

  private mutating func block() throws(Unknown) -> [Piece]? {
    guard accept("{") else { return nil }
    var pieces: [Piece] = []
    while !accept("}") {
      pieces.append(try expression())
      _ = accept(";")
    }
    return pieces
  }

  private mutating func arguments() throws(Unknown) -> [(label: String?, value: Piece)] {
    guard accept("(") else { throw Unknown() }
    var arguments: [(label: String?, value: Piece)] = []
    while !accept(")") {
      arguments.append(try argument())
      _ = accept(",")
    }
    return arguments
  }

  // MARK: - Words

  private static func known(_ name: String) throws(Unknown) -> String {
    guard let word = Word(rawValue: name) else { throw Unknown() }
    return word.rawValue
  }

  /// The id that a box in a variable has as a rule: `api-server` of `apiServer`.
  private static func id(_ variable: String) -> String {
    variable.reduce("") { $0 + ($1.isUppercase ? "-\($1.lowercased())" : "\($1)") }
  }

  private mutating func skipSpace() { rest = rest.drop { $0 == " " } }

  private mutating func accept(_ sign: Character) -> Bool {
    var ahead = self
    ahead.skipSpace()
    guard ahead.rest.first == sign else { return false }
    ahead.rest.removeFirst()
    self = ahead
    return true
  }

  private mutating func identifier() -> String? {
    skipSpace()
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    rest = rest.dropFirst(name.count)
    return name.isEmpty ? nil : String(name)
  }

  private mutating func number() -> String {
    let digits = rest.prefix { $0.isNumber || $0 == "-" || $0 == "." }
    rest = rest.dropFirst(digits.count)
    return String(digits)
  }

  private mutating func string() throws(Unknown) -> String {
    var text = "\""
    rest.removeFirst()
    while let next = rest.popFirst() {
      text.append(next)
      if next == "\"" { return text }
      if next == "\\", let escaped = rest.popFirst() { text.append(escaped) }
    }
    throw Unknown()
  }

  private mutating func skipParentheses() throws(Unknown) {
    var depth = 0
    while let next = rest.popFirst() {
      depth += next == "(" ? 1 : next == ")" ? -1 : 0
      if depth == 0 { return }
    }
    throw Unknown()
  }
}

extension String {
  /// A hint with the Swift between its backticks as JSON says it.
  package var inJSON: String {
    var parts = split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    guard parts.count % 2 == 1 else { return self }
    for index in stride(from: 1, to: parts.count, by: 2) {
      parts[index] = SwiftInJSON.text(of: parts[index]) ?? parts[index]
    }
    return parts.joined(separator: "`")
  }
}

extension Diagnostic {
  /// The same for whoever writes JSON.
  package var inJSON: Diagnostic {
    var diagnostic = self
    diagnostic.hints = hints.map(\.inJSON)
    return diagnostic
  }
}
