import DiagramDSL
import DiagramModel

/// A member of an object that changes a box, an arrow or a mark, as a modifier of the language does.
///
/// The modifiers themselves say what becomes of it, so that both languages mean the same.
struct Member<Value: SingleItem & Sendable>: Sendable {
  enum Form: Sendable {
    case text(any WritableKeyPath<Value, String?> & Sendable)
    /// A text, or a whole number.
    case badge(any WritableKeyPath<Value, String?> & Sendable)
    case number(any WritableKeyPath<Value, Int?> & Sendable)
    case count(any WritableKeyPath<Value, Int> & Sendable)
    case flag(@Sendable (Value, Bool) -> Value)
    case choice([Choice])
    /// What has a form of its own.
    case other(@Sendable (inout SeriesReader, JSONField, Value) -> Value)
  }

  /// A word, and what it makes of a value.
  struct Choice: Sendable {
    let word: String
    let change: @Sendable (Value) -> Value
  }

  let word: Word
  let form: Form

  static func text(
    _ word: Word, _ path: any WritableKeyPath<Value, String?> & Sendable
  ) -> Member { Member(word: word, form: .text(path)) }

  static func badge(
    _ word: Word, _ path: any WritableKeyPath<Value, String?> & Sendable
  ) -> Member { Member(word: word, form: .badge(path)) }

  static func number(
    _ word: Word, _ path: any WritableKeyPath<Value, Int?> & Sendable
  ) -> Member { Member(word: word, form: .number(path)) }

  static func count(
    _ word: Word, _ path: any WritableKeyPath<Value, Int> & Sendable
  ) -> Member { Member(word: word, form: .count(path)) }

  static func flag(
    _ word: Word, _ change: @escaping @Sendable (Value, Bool) -> Value
  ) -> Member { Member(word: word, form: .flag(change)) }

  /// One of the values of a type, by its name.
  static func choice<Option: CaseIterable & Sendable>(
    _ word: Word, _ type: Option.Type, _ change: @escaping @Sendable (Value, Option) -> Value
  ) -> Member {
    choice(word, Option.allCases.map { ("\($0)", $0) }, change)
  }

  static func choice<Option: Sendable>(
    _ word: Word, _ options: [(word: String, value: Option)],
    _ change: @escaping @Sendable (Value, Option) -> Value
  ) -> Member {
    let choices = options.map { option in
      let value = option.value
      return Choice(word: option.word) { change($0, value) }
    }
    return Member(word: word, form: .choice(choices))
  }

  static func other(
    _ word: Word, _ read: @escaping @Sendable (inout SeriesReader, JSONField, Value) -> Value
  ) -> Member { Member(word: word, form: .other(read)) }
}

extension SeriesReader {
  /// A value, changed as the members of an object say, in the order of the table.
  mutating func changed<Value>(
    _ value: Value, by members: [Member<Value>], of object: inout JSONObject
  ) -> Value {
    members.reduce(value) { value, member in
      object.member(member.word).map { changed(value, by: member, $0) } ?? value
    }
  }

  private mutating func changed<Value>(
    _ value: Value, by member: Member<Value>, _ field: JSONField
  ) -> Value {
    var value = value
    switch member.form {
    case .text(let path):
      if let text = text(field) { value[keyPath: path] = text }
    case .badge(let path):
      if let text = badge(field) { value[keyPath: path] = text }
    case .number(let path):
      if let number = number(field) { value[keyPath: path] = number }
    case .count(let path):
      if let number = number(field) { value[keyPath: path] = number }
    case .flag(let change):
      if let isSo = flag(field) { value = change(value, isSo) }
    case .choice(let choices):
      guard let word = word(field, among: choices.map(\.word)),
        let choice = choices.first(where: { $0.word == word })
      else { return value }
      value = choice.change(value)
    case .other(let read): value = read(&self, field, value)
    }
    return value
  }

  private mutating func badge(_ field: JSONField) -> String? {
    if case .number = field.value.content { return number(field).map { "\($0)" } }
    return text(field)
  }
}
