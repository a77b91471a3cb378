/// Goes through a page of Markdown or HTML for what refers to images.
///
/// It knows code blocks and comments, so that an example is no reference.
struct SlideText {
  /// How wide an image is shown.
  enum Width: Equatable {
    /// Of 1920 pixels, or of the room around the image.
    case percent(Double)
    case pixels(Double)

    /// The width in pixels on a slide of 1920.
    var onSlide: Int {
      switch self {
      case .percent(let share): Int(1920 * min(max(share, 0), 1000) / 100)
      case .pixels(let pixels): Int(min(max(pixels, 0), 100_000))
      }
    }
  }

  /// What refers to a file.
  struct Reference: Equatable {
    let target: String
    /// Whether it shows the file; a link only leads to it.
    let isImage: Bool
    /// The text for who cannot see it; nil where there is none.
    var alternative: String?
    var width: Width?
    let line: Int
    let column: Int
    /// All of it as it is written, and where that begins, in bytes.
    var written = ""
    var offset = 0
  }

  /// A comment, by the line where it begins.
  struct Comment: Equatable {
    let text: String
    let line: Int
  }

  private(set) var references: [Reference] = []
  private(set) var comments: [Comment] = []
  private let characters: [Character]
  private var place = 0
  private var line = 1
  private var lineStart = 0
  /// How many bytes stand before each character.
  private let offsets: [Int]
  /// Up to where no code of this many backticks ends, so that nobody looks for it again.
  private var withoutEnd: [Int: Int] = [:]

  init(_ text: String, isMarkdown: Bool) {
    characters = Array(text)
    var count = 0
    offsets = characters.map { character in
      defer { count += character.utf8.count }
      return count
    }
    while place < characters.count {
      if isMarkdown, place == lineStart, let fence { skipBlock(fence) } else { step(isMarkdown) }
    }
  }

  private mutating func step(_ isMarkdown: Bool) {
    if starts(with: "<!--") {
      let (start, first) = (place, line)
      skip(past: "-->")
      let text = String(characters[min(start + 4, place)..<place].dropLast(3))
      comments.append(Comment(text: text, line: first))
    } else if isMarkdown, characters[place] == "`" {
      skipCode()
    } else if isMarkdown, characters[place] == "\\" {
      advance()
      advance()
    } else if isMarkdown, starts(with: "![") || characters[place] == "[" {
      markdownReference()
    } else if characters[place] == "<", let next = character(1), next.isLetter {
      tag(isMarkdown)
    } else {
      advance()
    }
  }
}

// MARK: - Markdown

extension SlideText {
  /// The characters that open a block of code at the start of this line.
  private var fence: String? {
    var start = place
    while start < characters.count, characters[start] == " ", start - place < 4 { start += 1 }
    return ["```", "~~~"].first { characters[start...].starts(with: $0) }
  }

  private mutating func skipBlock(_ fence: String) {
    skipLine()
    while place < characters.count {
      let isEnd = self.fence == fence
      skipLine()
      if isEnd { return }
    }
  }

  private mutating func skipCode() {
    let ticks = characters[place...].prefix { $0 == "`" }.count
    for _ in 0..<ticks { advance() }
    // Without an end of the same length in its paragraph it is no code.
    guard place >= withoutEnd[ticks, default: 0] else { return }
    var end = place
    while end < characters.count, !isParagraphEnd(end) {
      let run = characters[end...].prefix { $0 == "`" }.count
      end += max(run, 1)
      if run == ticks {
        while place < end { advance() }
        return
      }
    }
    withoutEnd[ticks] = end
  }

  /// `![text](target "title"){width=50%}`, and the same without `!` for a link.
  private mutating func markdownReference() {
    let (line, column, start) = (line, self.column, place)
    let isImage = characters[place] == "!"
    if isImage { advance() }
    advance()
    let inside = (place, self.line, lineStart)
    // The text of a link may hold an image.
    defer { if !isImage { (place, self.line, lineStart) = inside } }
    let text = take(until: "]", isNested: true)
    guard starts(with: "](") else { return }
    advance()
    advance()
    let target = Self.target(in: take(until: ")", isNested: true))
    advance()
    var attributes = ""
    if isImage, character(0) == "{" {
      advance()
      attributes = take(until: "}", isNested: false)
      advance()
    }
    guard !target.isEmpty else { return }
    let (alternative, marp) = Self.withoutMarp(text)
    references.append(
      Reference(
        target: target, isImage: isImage, alternative: alternative.isEmpty ? nil : alternative,
        width: Self.attribute("width", in: attributes).flatMap(Self.width) ?? marp, line: line,
        column: column, written: String(characters[start..<place]), offset: offsets[start]))
  }

  /// What stands in the parentheses, without a title: `<a b.svg> "title"`.
  private static func target(in text: String) -> String {
    guard text.hasPrefix("<") else {
      return String(text.prefix { $0 != " " && $0 != "\t" && !$0.isNewline })
    }
    return String(text.dropFirst().prefix { $0 != ">" })
  }

  /// What Marp says of the size in the text of an image: `w:600px`, `width:50%`; and the text without it.
  private static func withoutMarp(_ text: String) -> (text: String, width: Width?) {
    var width: Width?
    let words = text.split(separator: " ").filter { word in
      let isLayout = ["bg", "fit", "left", "right", "contain", "cover"].contains(String(word))
      for start in ["w:", "width:"] where word.hasPrefix(start) {
        width = Self.width(String(word.dropFirst(start.count)))
        return width == nil
      }
      return !isLayout && !word.hasPrefix("h:") && !word.hasPrefix("height:")
    }
    return (words.joined(separator: " "), width)
  }
}

// MARK: - HTML

extension SlideText {
  /// A tag: images with `src` and `srcset`, objects with `data`, links with `href`.
  private mutating func tag(_ isMarkdown: Bool) {
    let (line, column, start) = (line, self.column, place)
    advance()
    let inside = (place, line, lineStart)
    guard let text = takeTag(isMarkdown) else {
      (place, self.line, lineStart) = inside
      return
    }
    let name = String(text.prefix { $0.isLetter || $0.isNumber }).lowercased()
    let attributes = String(text.dropFirst(name.count))
    let isImage = name == "img"
    for attribute in [
      "src", "srcset", "data", "href", "data-src", "data-background-image", "poster",
    ] {
      guard let value = Self.attribute(attribute, in: attributes), !value.isEmpty else { continue }
      let targets =
        attribute == "srcset"
        ? value.split(separator: ",").compactMap { $0.split(separator: " ").first.map(String.init) }
        : [value]
      for target in targets {
        references.append(
          Reference(
            target: target.replacing("&amp;", with: "&"), isImage: isImage && attribute == "src",
            alternative: Self.attribute("alt", in: attributes),
            width: Self.shownWidth(attributes), line: line, column: column,
            written: String(characters[start..<place]), offset: offsets[start]))
      }
    }
  }

  /// What stands before the `>` of a tag; nil where it is none, as in `a <b`.
  private mutating func takeTag(_ isMarkdown: Bool) -> String? {
    var (text, quote, last) = ("", Character?.none, Character(" "))
    while let character = character(0) {
      if isMarkdown, isParagraphEnd(place) { return nil }
      if let open = quote {
        if character == open { quote = nil }
      } else if character == ">" {
        return text
      } else if character == "<" {
        return nil
      } else if last == "=", character == "\"" || character == "'" {
        quote = character
      } else if isMarkdown, "\"'`[!".contains(character) {
        return nil
      }
      if !character.isWhitespace { last = character }
      text.append(character)
      advance()
    }
    return nil
  }

  private static func shownWidth(_ attributes: String) -> Width? {
    let style = attribute("style", in: attributes) ?? ""
    for declaration in style.split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      if parts.count == 2, String(parts[0]).trimming(" \n\t").lowercased() == "width" {
        return width(String(parts[1]).trimming(" \n\t"))
      }
    }
    return attribute("width", in: attributes).flatMap(width)
  }

  /// The value of an attribute, with or without quotes.
  private static func attribute(_ name: String, in text: String) -> String? {
    var rest = text[...]
    while let equals = rest.firstIndex(of: "=") {
      let key = String(
        rest[..<equals].trimmingEnd().reversed().prefix { !" \n\t\r\"'".contains($0) }.reversed())
      rest = rest[rest.index(after: equals)...].drop { $0 == " " }
      let value: Substring
      if let quote = rest.first, quote == "\"" || quote == "'" {
        rest = rest.dropFirst()
        value = rest.prefix { $0 != quote }
        rest = rest.dropFirst(value.count + 1)
      } else {
        value = rest.prefix { !" \n\t\r/".contains($0) || $0 == "/" }
        rest = rest.dropFirst(value.count)
      }
      if key.lowercased() == name { return String(value) }
    }
    return nil
  }

  /// `50%`, `600`, `600px`; nil for any other unit.
  static func width(_ text: String) -> Width? {
    let isShare = text.hasSuffix("%")
    let number = text.dropLast(isShare ? 1 : text.hasSuffix("px") ? 2 : 0)
    guard let value = Double(number), value.isFinite else { return nil }
    return isShare ? .percent(value) : .pixels(value)
  }
}

// MARK: - Characters

extension SlideText {
  private var column: Int { place - lineStart + 1 }

  private func character(_ offset: Int) -> Character? {
    place + offset < characters.count ? characters[place + offset] : nil
  }

  /// Whether a line ends here and nothing stands in the next one.
  private func isParagraphEnd(_ place: Int) -> Bool {
    guard characters[place].isNewline else { return false }
    return characters[(place + 1)...].first { $0 != " " && $0 != "\t" }?.isNewline ?? true
  }

  private func starts(with text: String) -> Bool { characters[place...].starts(with: text) }

  private mutating func advance() {
    guard place < characters.count else { return }
    let isBreak = characters[place].isNewline
    place += 1
    if isBreak { (line, lineStart) = (line + 1, place) }
  }

  private mutating func skipLine() {
    let start = line
    while place < characters.count, line == start { advance() }
  }

  private mutating func skip(past end: String) {
    while place < characters.count, !starts(with: end) { advance() }
    for _ in end where place < characters.count { advance() }
  }

  /// What stands before a character, which is not taken; no further than to the next empty line.
  private mutating func take(until end: Character, isNested: Bool) -> String {
    let open: Character = end == "]" ? "[" : "("
    var depth = 0
    var text = ""
    while let next = character(0) {
      if next == end, depth == 0 { break }
      if isParagraphEnd(place) { break }
      if isNested, next == open { depth += 1 }
      if isNested, next == end { depth -= 1 }
      text.append(next)
      advance()
    }
    return text
  }
}

extension String {
  fileprivate func trimming(_ characters: String) -> String {
    String(drop { characters.contains($0) }.reversed().drop { characters.contains($0) }.reversed())
  }
}

extension Substring {
  fileprivate func trimmingEnd() -> Substring {
    self[..<(lastIndex { !" \n\t".contains($0) }.map(index(after:)) ?? startIndex)]
  }
}
