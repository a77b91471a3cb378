/// The names of the nodes, or of the edges, of a file; no two are equal.
struct Names {
  /// What is called so: "node".
  private let kind: String
  private var names: [String] = []
  /// How many names stand before each.
  private(set) var indices: [String: Int] = [:]

  init(of kind: String) { self.kind = kind }

  /// Adds a name, and returns it.
  mutating func insert(_ field: JSONField) throws(InterchangeError) -> String {
    let name = try field.string()
    if let index = indices[name] {
      let isSame = name.isWrittenLike(names[index])
      throw field.error(
        "another \(kind) is called '\(name)' already"
          + (isSame ? "" : ": \(name.difference(from: names[index]))"))
    }
    indices[name] = names.count
    names.append(name)
    return name
  }
}

extension String {
  /// Whether the same characters stand for both, not only what Unicode takes for equal.
  func isWrittenLike(_ other: String) -> Bool {
    unicodeScalars.elementsEqual(other.unicodeScalars)
  }

  /// How two names differ that Unicode takes for equal: the numbers of the first characters that do.
  func difference(from other: String) -> String {
    let equal = zip(unicodeScalars, other.unicodeScalars).prefix { $0 == $1 }.count
    func numbers(_ text: String) -> String {
      text.unicodeScalars.dropFirst(equal).prefix(2).map { scalar in
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      }.joined(separator: " ")
    }
    return "Unicode takes \(numbers(self)) here and \(numbers(other)) there for equal"
  }
}
