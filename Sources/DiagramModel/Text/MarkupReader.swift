/// Reads a label from front to back, once.
///
/// Signs that may open something are kept until what closes them is found: in stacks, since what opens
/// last is closed first, one for each open bracket.
///
/// > Source: the delimiter stack of CommonMark 0.31, appendix "A parsing strategy", with fewer signs
/// > and stricter rules.
struct MarkupReader {
  /// What a backslash makes literal.
  static let escapable: Set<Character> = ["*", "`", "[", "]", "\\"]

  private let characters: [Character]
  private var position = 0
  /// What is shown, and the signs that are not taken for styles so far.
  private var output: [(character: Character, isSign: Bool)] = []
  /// Where styles begin and end in the output.
  private var changes: [Change] = []
  private var frames = [Frame()]
  /// No `` ` `` stands between the position and this one.
  private var backtickFree = 0
  private(set) var problems: [Markup.Problem] = []

  /// What stands between two brackets, or outside of all.
  private struct Frame {
    /// The place of the bracket in the output.
    var start = 0
    /// The stars that opened nothing so far.
    var stars: [(place: Int, count: Int)] = []
    /// How many of these are single and double ones.
    var counts = [0, 0]
  }

  private enum Mark {
    case bold, italic, code
    case tint(TextStyle.Tint)
    case link(String)
  }

  private struct Change {
    let place: Int
    /// What the pair that it belongs to encloses.
    let range: Range<Int>
    let mark: Mark

    var isStart: Bool { place == range.lowerBound }
    /// Where it stands among those that begin or end at one place: what ends first, the inner ones
    /// before the outer ones, then what begins, the other way round. Inner pairs are found first.
    func rank(_ number: Int) -> (Int, Int, Int) {
      (place, isStart ? 1 : 0, isStart ? -number : number)
    }
  }

  init(_ text: String) { characters = Array(text) }

  mutating func read() {
    while position < characters.count {
      switch characters[position] {
      case "\\": readBackslash()
      case "`": readCode()
      case "*": readStars()
      case "[": readBracket()
      case "]": readClosingBracket()
      default: show(1)
      }
    }
  }

  // MARK: - Signs

  /// Shows the next characters as they are.
  private mutating func show(_ count: Int) {
    for character in characters[position..<position + count] { output.append((character, false)) }
    position += count
  }

  private mutating func readBackslash() {
    let next = position + 1
    if next < characters.count, characters[next] != "\\", Self.escapable.contains(characters[next])
    {
      position = next
    }
    show(1)
  }

  /// Code ends in its line; nothing in it is a sign.
  private mutating func readCode() {
    guard position >= backtickFree else { return show(1) }
    let rest = characters[(position + 1)...]
    let end = rest.firstIndex { $0 == "`" || $0.isNewline } ?? characters.count
    guard end < characters.count, characters[end] == "`", end > position + 1 else {
      backtickFree = end
      return show(1)
    }
    position += 1
    let start = output.count
    show(end - position)
    position += 1
    mark(start..<output.count, .code)
  }

  private mutating func readStars() {
    let end = characters[position...].firstIndex { $0 != "*" } ?? characters.count
    let count = end - position
    let (before, after) = (
      position > 0 ? characters[position - 1] : nil, end < characters.count ? characters[end] : nil
    )
    guard count <= 3 else { return show(count) }
    var left = count
    if before.map({ !$0.isWhitespace }) ?? false, after.map({ !$0.isWordPart }) ?? true {
      left = closed(count)
    }
    position = end - left
    guard left > 0 else { return }
    if opens(after: before, before: after) {
      // The outer ones first, so that the inner ones close first.
      for part in left == 3 ? [2, 1] : [left] { open(part) }
    } else {
      show(left)
    }
  }

  private mutating func open(_ count: Int) {
    let frame = frames.count - 1
    frames[frame].stars.append((output.count, count))
    frames[frame].counts[count - 1] += 1
    show(count)
  }

  /// Closes what so many stars close; returns how many of them close nothing.
  private mutating func closed(_ count: Int) -> Int {
    let frame = frames.count - 1
    var left = count
    while left > 0 {
      let sizes = [1, 2].filter { $0 <= left && frames[frame].counts[$0 - 1] > 0 }
      guard !sizes.isEmpty else { break }
      // All at once if that fits, else what was opened last.
      let wanted = sizes.contains(left) ? [left] : sizes
      while let last = frames[frame].stars.popLast() {
        frames[frame].counts[last.count - 1] -= 1
        guard wanted.contains(last.count) else { continue }
        for place in last.place..<last.place + last.count { output[place].isSign = true }
        mark(last.place + last.count..<output.count, last.count == 1 ? .italic : .bold)
        left -= last.count
        break
      }
    }
    return left
  }

  // MARK: - Brackets

  private mutating func readBracket() {
    let before = position > 0 ? characters[position - 1] : nil
    let after = position + 1 < characters.count ? characters[position + 1] : nil
    if opens(after: before, before: after) {
      var frame = Frame()
      frame.start = output.count
      frames.append(frame)
    }
    show(1)
  }

  private mutating func readClosingBracket() {
    guard frames.count > 1 else { return show(1) }
    let frame = frames.removeLast()
    let content = frame.start + 1..<output.count
    position += 1
    switch content.isEmpty ? nil : readTarget() {
    case .right(let mark)?:
      output[frame.start].isSign = true
      self.mark(content, mark)
    case .wrong?: output[frame.start].isSign = true
    case nil:
      position -= 1
      show(1)
    }
  }

  /// What stands behind a bracket that makes something of it.
  private enum Target {
    case right(Mark)
    /// It is told what is wrong.
    case wrong
  }

  private mutating func readTarget() -> Target? {
    guard position < characters.count else { return nil }
    switch characters[position] {
    case "(": return readAddress()
    case "{": return readColor()
    default: return nil
    }
  }

  /// An address holds no space, and its brackets are closed.
  private mutating func readAddress() -> Target? {
    var depth = 0
    for place in position..<min(characters.count, position + Self.longestAddress) {
      switch characters[place] {
      case "(": depth += 1
      case ")": depth -= 1
      default: if characters[place].isWhitespace { return nil }
      }
      guard depth == 0 else { continue }
      let address = String(characters[position + 1..<place])
      guard !address.isEmpty else { return nil }
      position = place + 1
      guard let problem = Address.problem(with: address) else { return .right(.link(address)) }
      problems.append(.link(address, problem))
      return .wrong
    }
    return nil
  }

  private static var longestAddress: Int { 2000 }

  /// A colour is a dot and a word.
  private mutating func readColor() -> Target? {
    let start = position + 2
    guard start < characters.count, characters[start - 1] == "." else { return nil }
    let end = characters[start...].prefix(40).firstIndex { !$0.isLetter } ?? start
    guard end > start, end < characters.count, characters[end] == "}" else { return nil }
    let name = String(characters[start..<end])
    position = end + 1
    if name == "muted" { return .right(.tint(.muted)) }
    if let accent = Accent(rawValue: name) { return .right(.tint(.accent(accent))) }
    problems.append(.color(name))
    return .wrong
  }

  /// Whether a sign between two characters may open something.
  private func opens(after before: Character?, before after: Character?) -> Bool {
    guard let after, !after.isWhitespace else { return false }
    return before.map { $0.isWhitespace || Self.openers.contains($0) } ?? true
  }

  /// What a sign that opens something may stand behind, beside a space.
  private static let openers = Set("([{<\"'“‘„«»›‹–—:;,|*}`¡¿")

  // MARK: - Styles

  private mutating func mark(_ range: Range<Int>, _ mark: Mark) {
    guard !range.isEmpty else { return }
    changes.append(Change(place: range.lowerBound, range: range, mark: mark))
    changes.append(Change(place: range.upperBound, range: range, mark: mark))
  }

  /// The output in runs. Of several colours or links around something the innermost one counts.
  var text: StyledText {
    let order = changes.enumerated().sorted {
      $0.element.rank($0.offset) < $1.element.rank($1.offset)
    }.map(\.element)
    var runs: [StyledText.Run] = []
    var state = OpenMarks()
    var start = 0
    for change in order {
      runs.append(run(start..<change.place, state.style))
      start = change.place
      change.isStart ? state.open(change.mark) : state.close(change.mark)
    }
    runs.append(run(start..<output.count, state.style))
    return StyledText(runs)
  }

  private func run(_ range: Range<Int>, _ style: TextStyle) -> StyledText.Run {
    StyledText.Run(String(output[range].filter { !$0.isSign }.map(\.character)), style)
  }

  /// The marks around a place.
  private struct OpenMarks {
    private var (bold, italic, code) = (0, 0, 0)
    private var tints: [TextStyle.Tint] = []
    private var links: [String] = []

    mutating func open(_ mark: Mark) {
      switch mark {
      case .bold: bold += 1
      case .italic: italic += 1
      case .code: code += 1
      case .tint(let tint): tints.append(tint)
      case .link(let link): links.append(link)
      }
    }

    mutating func close(_ mark: Mark) {
      switch mark {
      case .bold: bold -= 1
      case .italic: italic -= 1
      case .code: code -= 1
      case .tint: tints.removeLast()
      case .link: links.removeLast()
      }
    }

    var style: TextStyle {
      var style = TextStyle()
      style.isBold = bold > 0
      style.isItalic = italic > 0
      style.isCode = code > 0
      style.tint = tints.last
      style.link = links.last
      return style
    }
  }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber }
}
