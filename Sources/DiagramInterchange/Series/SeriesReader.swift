import DiagramDSL
import DiagramModel

/// Reads a file of the format `diagen-series/1`. Mistakes do not hide each other: what is wrong is told and
/// left out, and the rest is read.
///
/// A file is read twice: first for the boxes that it names, then for all of it, so that what names boxes may
/// stand before them.
struct SeriesReader {
  /// By which diagnostics call the file.
  private let path: String
  private let lines: LineStarts
  private var told: Set<Diagnostic> = []
  private(set) var diagnostics: [Diagnostic] = []

  /// The boxes of the file that pictures name, by their names.
  var definitions = Definitions()
  /// The boxes of the picture that is read, and of the whole file.
  var boxes = BoxIndex()
  var allBoxes = BoxIndex()
  /// Whether only boxes are looked for.
  var isLooking = true
  /// How many elements lie around the one that is read, and how many were read so far.
  var depth = 0
  var count = 0

  init(_ bytes: [UInt8], at path: String) {
    self.path = path
    lines = LineStarts(bytes)
  }

  // MARK: - Mistakes

  func origin(of field: JSONField) -> Origin { origin(at: field.offset) }

  func origin(at offset: Int) -> Origin {
    let place = lines.place(of: offset)
    return Origin(path: path, line: UInt(place.line), column: UInt(place.column))
  }

  mutating func tell(
    _ kind: Diagnostic.Kind, _ message: String, at field: JSONField, _ hints: String?...,
    notes: [Diagnostic.Note] = []
  ) {
    guard !isLooking else { return }
    let diagnostic = Diagnostic(
      kind, message, at: origin(of: field), hints: hints.compactMap(\.self), notes: notes)
    if told.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  // MARK: - Values

  mutating func object(_ field: JSONField, _ hint: String) -> JSONObject? {
    guard let object = JSONObject(field) else {
      tell(.wrongValue, "expected an object here, not \(field.words)", at: field, hint)
      return nil
    }
    for (name, field) in object.repeated {
      tell(
        .unknownMember, "\(quoted(name)) stands twice in this object", at: field,
        "drop one of them")
    }
    return object
  }

  /// Tells of members that an object cannot have.
  mutating func finish(_ object: JSONObject, _ what: String) {
    for (name, field) in object.unknown {
      tell(
        .unknownMember, "\(what) has no member \(quoted(name))", at: field,
        suggestion(for: name, among: object.known)
          ?? "it may have \(list(each(object.known).map(quoted), "and"))")
    }
  }

  mutating func required(_ word: Word, of object: inout JSONObject, _ what: String) -> JSONField? {
    let field = object.member(word)
    if field == nil {
      tell(
        .missingMember, "\(what) needs \(quoted(word.rawValue))", at: object.field,
        "write \"\(word.rawValue)\": … into this object")
    }
    return field
  }

  mutating func text(_ field: JSONField?) -> String? {
    guard let field else { return nil }
    guard case .string(let text) = field.value.content else {
      tell(
        .wrongValue, "expected a text here, not \(field.words)", at: field,
        "write it between quotation marks: \"…\"")
      return nil
    }
    return text
  }

  mutating func flag(_ field: JSONField) -> Bool? {
    guard case .bool(let isSo) = field.value.content else {
      tell(.wrongValue, "expected true or false here, not \(field.words)", at: field, "write true")
      return nil
    }
    return isSo
  }

  /// A whole number that drawings can have; their bounds are told with them.
  mutating func number(_ field: JSONField?) -> Int? {
    guard let field else { return nil }
    guard case .number(let number) = field.value.content, number == number.rounded(),
      abs(number) < 1e9
    else {
      tell(
        .wrongValue, "expected a whole number here, not \(field.words)", at: field,
        "lengths are whole units, of which a line of text is 20 high")
      return nil
    }
    return Int(number)
  }

  mutating func elements(of field: JSONField?) -> [JSONField] {
    guard let field else { return [] }
    guard let elements = try? field.elements() else {
      tell(
        .wrongValue, "expected a list here, not \(field.words)", at: field,
        "write it in brackets, also a single one: [ … ]")
      return []
    }
    return elements
  }

  /// Several texts, or a single one.
  mutating func texts(_ field: JSONField?) -> [(text: String, field: JSONField)] {
    guard let field else { return [] }
    if case .string(let text) = field.value.content { return [(text, field)] }
    return elements(of: field).compactMap { field in text(field).map { ($0, field) } }
  }

  /// One of some words.
  mutating func word(_ field: JSONField, among words: [String]) -> String? {
    guard let text = text(field) else { return nil }
    guard words.contains(text) else {
      tell(
        .wrongValue, "\(quoted(text)) is none of the words that may stand here", at: field,
        suggestion(for: text, among: words)
          ?? "write \(list(words.map { "\"\($0)\"" }, "or"))")
      return nil
    }
    return text
  }

  /// One of the values of a type, by its name.
  mutating func value<Value: CaseIterable>(_ field: JSONField?, of type: Value.Type) -> Value? {
    guard let field, let word = word(field, among: type.allCases.map { "\($0)" }) else {
      return nil
    }
    return type.allCases.first { "\($0)" == word }
  }
}

extension JSONField {
  /// What a value is, in a message.
  var words: String {
    switch value.content {
    case .null: "null"
    case .bool(let isSo): "\(isSo)"
    case .number(let number): decimal(number)
    case .string(let text): text.count <= 40 ? quoted(text) : "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }

  private func decimal(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
  }
}
