/// What a code is written in, which decides its colours.
public enum CodeLanguage: String, Hashable, Sendable, CaseIterable {
  /// Of one colour.
  case plain
  case yaml, json, shell, swift, dockerfile
}

/// What a part of a code is.
package enum CodeToken: Hashable, Sendable, CaseIterable {
  case comment, keyword, key, string, number, variable
}

/// A code with what is pointed out in it.
package struct CodeBlock: Hashable, Sendable {
  package let text: String
  package let language: CodeLanguage
  /// Whether its lines have numbers.
  package var isNumbered = false
  /// Lines on a surface of their own, counted from 1.
  package var highlighted: [ClosedRange<Int>] = []
  package var marks: [Mark] = []

  /// A part of the code that arrows may end at.
  package struct Mark: Hashable, Sendable {
    package let text: String
    package let id: String
    /// Which of the places where it stands, counted from 1.
    package let occurrence: Int

    package init(text: String, id: String, occurrence: Int = 1) {
      self.text = text
      self.id = id
      self.occurrence = occurrence
    }
  }

  /// A code without the empty lines at its ends, in which tabs are spaces up to the next multiple of
  /// four.
  package init(_ text: String, _ language: CodeLanguage) {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    let first = lines.firstIndex { !$0.allSatisfy(\.isWhitespace) } ?? lines.endIndex
    self.text = lines[first...].map { line in
      var spaced = ""
      for character in line {
        let width = character == "\t" ? 4 - spaced.count % 4 : 1
        spaced += character == "\t" ? String(repeating: " ", count: width) : String(character)
      }
      return spaced
    }.joined(separator: "\n")
    self.language = language
  }

  /// What it is called in messages: its first line.
  package var title: String { lines.first.map(String.init) ?? "" }

  package var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// What stands before a line, with its number; nothing if lines have none.
  package func prefix(of line: Int) -> String {
    guard isNumbered else { return "" }
    let (number, last) = ("\(line + 1)", "\(lines.count)")
    return String(repeating: " ", count: last.count - number.count) + number + "  "
  }

  /// Where a mark stands: its line, counted from 0, and what is before it there.
  package func place(of mark: Mark) -> (line: Int, before: Substring)? {
    let places = places(of: mark.text)
    return places.indices.contains(mark.occurrence - 1) ? places[mark.occurrence - 1] : nil
  }

  /// Where a text stands, from top to bottom; places do not overlap.
  package func places(of text: String) -> [(line: Int, before: Substring)] {
    guard !text.isEmpty else { return [] }
    return lines.enumerated().flatMap { index, line in
      var places: [(line: Int, before: Substring)] = []
      var rest = line[...]
      while let range = rest.firstRange(of: text) {
        places.append((index, line[..<range.lowerBound]))
        rest = rest[range.upperBound...]
      }
      return places
    }
  }
}

extension Collection where Element: Equatable {
  /// Where a part first stands.
  fileprivate func firstRange(of part: some Collection<Element>) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      var (place, rest) = (start, part.startIndex)
      while place < endIndex, rest < part.endIndex, self[place] == part[rest] {
        formIndex(after: &place)
        part.formIndex(after: &rest)
      }
      if rest == part.endIndex { return start..<place }
      formIndex(after: &start)
    }
    return nil
  }
}
