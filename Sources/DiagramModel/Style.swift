/// What an element stands out with.
public enum Accent: String, Hashable, Sendable, CaseIterable {
  case primary, red, orange, green, violet
}

/// How much attention an element asks for.
public enum Emphasis: Hashable, Sendable {
  case normal, strong, muted
}

/// The pen of an outline or arrow.
public enum LinePattern: Hashable, Sendable {
  case solid, dashed, dotted
}

/// Where the title of a container stands.
public enum TitlePosition: Hashable, Sendable {
  case top, bottom, center
}

/// How something lies across the direction in which its row or column runs.
public enum Alignment: Hashable, Sendable {
  /// At the top of a row, at the left of a column.
  case start
  case center
  /// At the bottom of a row, at the right of a column.
  case end
  /// As large as the row is high, or the column is wide.
  case stretch
}

/// How the lines of a text lie in their box.
public enum TextAlignment: Hashable, Sendable {
  case left, center, right
}

/// What ends an arrow.
public enum ArrowHead: Hashable, Sendable {
  case none, arrow, circle, diamond
}

/// The way an arrow takes between its ends.
public enum ArrowRouting: Hashable, Sendable {
  /// Along the axes, around boxes, with rounded corners.
  case orthogonal
  /// One straight line, whatever its slope.
  case straight
  /// Like orthogonal, bent into a curve.
  case curved
}

/// The style as the author wrote it; a theme turns it into colours.
package struct Style: Hashable, Sendable {
  package var accent: Accent?
  package var emphasis = Emphasis.normal
  package var pattern = LinePattern.solid
  package var isFilled = true
  package var isBold = false
  package var isMonospaced = false
  /// Chosen from what the text belongs to if `nil`.
  package var textAlignment: TextAlignment?

  package init() {}
}
