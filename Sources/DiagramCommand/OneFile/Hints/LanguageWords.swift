import DiagramModel

/// All words that an author can write, by what they are. The lists are made from the modules themselves
/// (`LanguageWordsTests`).
struct LanguageWords: Equatable {
  /// What has labels: a type that is made, a function that is called.
  struct Word: Equatable {
    let name: String
    /// Of all its forms, each once.
    let labels: [String]
  }

  /// What is written by its name: `Row`, `Component`.
  let types: [Word]
  /// What is written after a dot: `dashed`, `label`.
  let modifiers: [Word]
  /// Types with their values: `Accent` with `red`.
  let values: [Word]

  /// Reads lines of a name and words after it, in three parts.
  ///
  /// - Parameter text: parts after lines that end with `:`; a line that is indented goes on with the one before.
  init(_ text: String) {
    var parts: [[Word]] = []
    for line in text.split(separator: "\n") {
      guard !line.hasSuffix(":") else {
        parts.append([])
        continue
      }
      let words = line.split(separator: " ").map(String.init)
      guard let part = parts.indices.last, let name = words.first else { continue }
      if line.hasPrefix(" "), let last = parts[part].last {
        parts[part][parts[part].count - 1] = Word(name: last.name, labels: last.labels + words)
      } else {
        parts[part].append(Word(name: name, labels: Array(words.dropFirst())))
      }
    }
    (types, modifiers, values) = (parts[0], parts[1], parts[2])
  }

  /// Types and modifiers of this name.
  func callable(_ name: String) -> Word? { (types + modifiers).first { $0.name == name } }

  /// The values of a type, as the compiler calls it.
  func values(of type: String) -> [String]? { values.first { $0.name == type }?.labels }
}
