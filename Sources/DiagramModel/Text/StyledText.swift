/// A text in runs, each in one style.
package struct StyledText: Hashable, Sendable {
  /// A part of the text that looks alike.
  package struct Run: Hashable, Sendable {
    package let text: String
    package let style: TextStyle

    package init(_ text: String, _ style: TextStyle = TextStyle()) {
      self.text = text
      self.style = style
    }
  }

  /// None is empty, and no two neighbours have one style.
  package let runs: [Run]

  /// The runs with those together that have one style.
  package init(_ runs: [Run]) {
    var joined: [Run] = []
    var (text, style) = ("", TextStyle())
    for run in runs where !run.text.isEmpty {
      if run.style != style {
        if !text.isEmpty { joined.append(Run(text, style)) }
        (text, style) = ("", run.style)
      }
      text += run.text
    }
    self.runs = text.isEmpty ? joined : joined + [Run(text, style)]
  }

  /// A text that is all alike.
  package init(plain text: String) { runs = text.isEmpty ? [] : [Run(text)] }

  /// What is read, without any style.
  package var plain: String {
    runs.count == 1 ? runs[0].text : runs.map(\.text).joined()
  }
}

/// How a run differs from the text around it.
package struct TextStyle: Hashable, Sendable {
  package var isBold = false
  package var isItalic = false
  /// Whether it is in a font of a fixed pitch.
  package var isCode = false
  package var tint: Tint?
  /// Where it leads.
  package var link: String?

  package init() {}

  /// What a run is coloured for; a theme turns it into a colour.
  package enum Tint: Hashable, Sendable {
    case accent(Accent)
    case muted
    case token(CodeToken)
  }
}
