/// An object of a file, and what it has been asked for: what nobody asked for is a mistake.
struct JSONObject {
  let field: JSONField
  private let members: [(name: String, field: JSONField)]
  /// The names of all members that it may have, as far as they were asked for.
  private(set) var known: [String] = []

  /// An object; nil for other values.
  init?(_ field: JSONField) {
    guard let members = field.members else { return nil }
    self.field = field
    self.members = members
  }

  /// A member; nil if there is none, or if it is null.
  mutating func member(_ word: Word) -> JSONField? { member(named: word.rawValue) }

  mutating func member(named name: String) -> JSONField? {
    known.append(name)
    guard let field = members.first(where: { $0.name == name })?.field else { return nil }
    if case .null = field.value.content { return nil }
    return field
  }

  /// The members that nobody asked for.
  var unknown: [(name: String, field: JSONField)] {
    let known = Set(known)
    return members.filter { !known.contains($0.name) }
  }

  /// The members with a name that another one before them has.
  var repeated: [(name: String, field: JSONField)] {
    var names: Set<String> = []
    return members.filter { !names.insert($0.name).inserted }
  }

  /// The members by their names, where these are no words of the format but keys, in the order of the file.
  mutating func entries() -> [(name: String, field: JSONField)] {
    known += members.map(\.name)
    return members
  }
}
