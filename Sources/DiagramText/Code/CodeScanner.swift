package import DiagramModel

extension CodeLanguage {
  /// The parts of a code, in order; together all of it.
  ///
  /// They are what the words of a language need to be told apart on a slide, not a grammar: whatever
  /// the code is, it comes out whole.
  ///
  /// - Complexity: O(length of the code).
  package func runs(of code: String) -> StyledText {
    var scanner = CodeScanner(code)
    switch self {
    case .plain: scanner.takeRest(nil)
    case .json: scanner.readJSON()
    case .yaml: scanner.readYAML()
    case .shell: scanner.readShell()
    case .swift: scanner.readSwift()
    case .dockerfile: scanner.readDockerfile()
    }
    return StyledText(scanner.runs)
  }
}

/// Reads a code from front to back and cuts it into parts.
struct CodeScanner {
  let characters: [Character]
  private(set) var position = 0
  private(set) var runs: [StyledText.Run] = []
  /// Where the code ends that is read now; the end of a part of it in another language.
  var end: Int

  init(_ code: String) {
    characters = Array(code)
    end = characters.count
  }

  var isAtEnd: Bool { position >= end }
  var current: Character? { position < end ? characters[position] : nil }

  /// The character so many places further.
  func peek(_ distance: Int = 1) -> Character? {
    let place = position + distance
    return place >= 0 && place < end ? characters[place] : nil
  }

  func starts(with text: String) -> Bool {
    characters[position..<end].starts(with: text)
  }

  /// How many characters from here on fulfil a condition, after some that are skipped.
  func count(after skipped: Int = 0, while holds: (Character) -> Bool) -> Int {
    let start = min(position + skipped, end)
    return (characters[start..<end].firstIndex { !holds($0) } ?? end) - start
  }

  /// What the next characters are.
  mutating func take(_ count: Int, _ token: CodeToken?) {
    guard count > 0 else { return }
    var style = TextStyle()
    style.tint = token.map(TextStyle.Tint.token)
    let next = min(position + count, end)
    runs.append(StyledText.Run(String(characters[position..<next]), style))
    position = next
  }

  mutating func take(while holds: (Character) -> Bool, _ token: CodeToken?) {
    take(count(while: holds), token)
  }

  mutating func takeRest(_ token: CodeToken?) { take(end - position, token) }

  /// The rest of the line, without what ends it.
  mutating func takeLine(_ token: CodeToken?) { take(while: { !$0.isNewline }, token) }

  /// A text up to a quote that ends it, with both; a backslash takes the next character along.
  mutating func takeQuoted(_ quote: Character, escapes: Bool = true, _ token: CodeToken) {
    var length = 1
    while let next = peek(length), next != quote {
      length += escapes && next == "\\" ? 2 : 1
    }
    take(length + 1, token)
  }

  /// The word that begins here, made of letters, digits and `_`.
  var word: String { String(characters[position..<position + count(while: \.isNamePart)]) }
}

extension Character {
  var isNamePart: Bool { isLetter || isNumber || self == "_" }
  var isDigit: Bool { ("0"..."9").contains(self) }
}
