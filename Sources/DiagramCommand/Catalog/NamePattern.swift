import DiagramModel

/// A pattern for paths, read as a line of .gitignore is.
///
/// - `*` and `?` stand for any characters, or one character, but never for a slash;
/// - `[a-z]`, `[!a-z]` stand for one character in, or not in, a set;
/// - `**` as a whole component stands for any number of components;
/// - `\` takes the next character as it is.
///
/// A pattern without a slash (other than at its end) fits a component at any depth, one with a
/// slash begins at the top; either fits everything below a folder that it fits.
///
/// > Source: gitignore(5), “Pattern format”.
struct NamePattern {
  private let components: [PatternComponent]
  private let isAnchored: Bool
  private let isFolder: Bool
  /// Whether it is `**` alone.
  private let isEverything: Bool

  /// The pattern for a name of the command line, where `all` is everything.
  init(selecting name: String) { self.init(name == "all" ? "**" : name) }

  init(_ text: String) {
    isFolder = text.hasSuffix("/")
    isEverything = text == "**"
    let body = isFolder ? text.dropLast() : text[...]
    isAnchored = body.contains("/")
    components = body.split(separator: "/").map(PatternComponent.init)
  }

  /// Whether the pattern fits the path or a folder above it.
  ///
  /// - Complexity: O(*components of the pattern* · *components of the path*²), each step linear in
  ///   its component but for repeated stars, which make it quadratic.
  func fits(_ path: String) -> Bool {
    if isEverything { return path.utf8.contains { $0 != UInt8(ascii: "/") } }
    let parts = path.split(separator: "/").map(Array.init)
    guard !components.isEmpty, !parts.isEmpty else { return false }
    let ends = isFolder ? 1..<parts.count : 1..<(parts.count + 1)
    guard !ends.isEmpty else { return false }
    return ends.contains { end in
      isAnchored
        ? Self.fit(components[...], parts[..<end])
        : components[0].fits(parts[end - 1])
    }
  }

  private static func fit(
    _ pattern: ArraySlice<PatternComponent>, _ path: ArraySlice<[Character]>
  ) -> Bool {
    // reachable[i]: the components so far fit the first i parts of the path.
    var reachable = [true] + [Bool](repeating: false, count: path.count)
    for component in pattern {
      var next = [Bool](repeating: false, count: reachable.count)
      for index in next.indices {
        switch component {
        case .anyFolders:
          next[index] = reachable[index] || (index > 0 && next[index - 1])
        case .name(let tokens):
          next[index] =
            index > 0 && reachable[index - 1]
            && PatternComponent.fit(tokens, path[path.startIndex + index - 1])
        }
      }
      reachable = next
    }
    return reachable[path.count]
  }
}

/// What stands between two slashes of a pattern.
private enum PatternComponent {
  /// `**`
  case anyFolders
  case name([PatternToken])

  init(_ text: Substring) {
    self = text == "**" ? .anyFolders : .name(PatternToken.tokens(of: text))
  }

  func fits(_ name: [Character]) -> Bool {
    switch self {
    case .anyFolders: true
    case .name(let tokens): Self.fit(tokens, name)
    }
  }

  /// Whether the tokens fit the whole name.
  static func fit(_ tokens: [PatternToken], _ name: [Character]) -> Bool {
    matches(tokens, name, isAny: \.isAnyText) { $0.fits($1) }
  }
}

/// One unit of a component.
private enum PatternToken {
  case literal(Character)
  case anyCharacter
  case anyText
  case set([ClosedRange<Character>], isNegated: Bool)

  var isAnyText: Bool { if case .anyText = self { true } else { false } }

  func fits(_ character: Character) -> Bool {
    switch self {
    case .literal(let literal): literal == character
    case .anyCharacter: true
    case .anyText: false
    case .set(let ranges, let isNegated):
      ranges.contains { $0.contains(character) } != isNegated
    }
  }

  static func tokens(of text: Substring) -> [PatternToken] {
    var tokens: [PatternToken] = []
    var rest = text
    while let character = rest.popFirst() {
      switch character {
      case "*": tokens.append(.anyText)
      case "?": tokens.append(.anyCharacter)
      case "\\": tokens.append(.literal(rest.popFirst() ?? "\\"))
      case "[": tokens.append(set(of: &rest) ?? .literal("["))
      default: tokens.append(.literal(character))
      }
    }
    return tokens
  }

  /// The set that begins after `[`; nothing is taken from `rest` when no `]` ends it.
  private static func set(of rest: inout Substring) -> PatternToken? {
    var body = rest
    let isNegated = body.first == "!" || body.first == "^"
    if isNegated { body.removeFirst() }
    var ranges: [ClosedRange<Character>] = []
    while let lower = body.popFirst() {
      // A bracket that comes first belongs to the set.
      if lower == "]" && !ranges.isEmpty {
        rest = body
        return .set(ranges, isNegated: isNegated)
      }
      var upper = lower
      if body.first == "-", let bound = body.dropFirst().first, bound != "]" {
        upper = bound
        body = body.dropFirst(2)
      }
      if lower <= upper { ranges.append(lower...upper) }
    }
    return nil
  }
}
