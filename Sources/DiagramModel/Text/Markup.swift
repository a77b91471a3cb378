/// A label as its author wrote it, with the signs that style parts of it.
///
/// `**bold**`, `*italic*`, `` `code` ``, `[text](https://example.org)` and `[text]{.red}`. What is not
/// closed is literal, and so is what a backslash stands before. A sign opens nothing after a letter or
/// digit or in front of a space, so that `2*3*4`, `*.example.org` and `handlers[i](x)` are what they
/// seem.
package struct Markup: Hashable, Sendable {
  /// What is shown.
  package let text: StyledText
  /// What is wrong, in the order in which it is written.
  package let problems: [Problem]

  /// A mistake in a label.
  package enum Problem: Hashable, Sendable {
    /// An address that no link may have, and what is wrong with it.
    case link(String, String)
    /// A colour that does not exist.
    case color(String)
  }

  /// Reads a label.
  ///
  /// - Complexity: O(length of the text).
  package init(_ written: String) {
    guard written.utf8.contains(where: Self.isSign) else {
      text = StyledText(plain: written)
      problems = []
      return
    }
    var reader = MarkupReader(written)
    reader.read()
    text = reader.text
    problems = reader.problems
  }

  /// A text that is styled by something else than signs.
  package init(styled text: StyledText) {
    self.text = text
    problems = []
  }

  /// A text in which nothing is a sign.
  package init(plain text: String) {
    self.text = StyledText(plain: text)
    problems = []
  }

  /// The names of the colours.
  package static let colors = Accent.allCases.map(\.rawValue) + ["muted"]

  /// The label that shows a text as it is.
  package static func escaping(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if MarkupReader.escapable.contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "[")
      || byte == UInt8(ascii: "\\")
  }
}

extension String {
  /// What is read of a label, without the signs that style it.
  package var withoutMarkup: String { Markup(self).text.plain }
}
