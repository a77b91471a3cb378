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
public enum TitlePosition: Hashable, Sendable, CaseIterable {
  case top, bottom, center
  /// Beside the content, in the middle of the height.
  case left
}

/// How something lies across the direction in which its row or column runs.
public enum Alignment: Hashable, Sendable, CaseIterable {
  /// At the top of a row, at the left of a column.
  case start
  case center
  /// At the bottom of a row, at the right of a column.
  case end
  /// As large as the row is high, or the column is wide.
  case stretch
}

/// How the lines of a text lie in their box.
public enum TextAlignment: Hashable, Sendable, CaseIterable {
  case left, center, right
}

/// Where the text of a box stands that holds no others.
public enum TextPosition: Hashable, Sendable, CaseIterable {
  case top, center, bottom
  /// Outside of its shape.
  case below
}

/// What ends an arrow.
public enum ArrowHead: Hashable, Sendable, CaseIterable {
  case none, arrow, circle, diamond
  /// A triangle without a fill: what is a kind of what.
  case hollow
  /// A diamond without a fill: what is part of what.
  case hollowDiamond
  /// A line across: exactly one.
  case one
  /// A crow's foot: many.
  case many
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

/// The style as the author wrote it, `nil` where it says nothing; a theme turns it into colours.
package struct Style: Hashable, Sendable {
  package var accent: Accent?
  package var emphasis: Emphasis?
  package var pattern: LinePattern?
  package var isFilled: Bool?
  package var isBold: Bool?
  package var isMonospaced: Bool?
  /// Chosen from what the text belongs to if `nil`.
  package var textAlignment: TextAlignment?
  /// Whether a ring lies around it.
  package var isHighlighted: Bool?
  /// Whether copies of it lie behind it.
  package var isStacked: Bool?
  /// Whether two lines lie across it.
  package var isCrossedOut: Bool?

  package init() {}

  /// The style with what an arrangement or container around it passes on, where it says nothing itself.
  ///
  /// What has an accent does not step back with what is around it, and what steps back takes no accent.
  package func inheriting(_ outer: Style) -> Style {
    var style = self
    if emphasis != .muted { style.accent = accent ?? outer.accent }
    if accent == nil || outer.emphasis != .muted { style.emphasis = emphasis ?? outer.emphasis }
    style.pattern = pattern ?? outer.pattern
    style.isFilled = isFilled ?? outer.isFilled
    style.isBold = isBold ?? outer.isBold
    style.isMonospaced = isMonospaced ?? outer.isMonospaced
    style.textAlignment = textAlignment ?? outer.textAlignment
    style.isHighlighted = isHighlighted ?? outer.isHighlighted
    style.isStacked = isStacked ?? outer.isStacked
    style.isCrossedOut = isCrossedOut ?? outer.isCrossedOut
    return style
  }

  /// What a container passes on to what lies in it: that it steps back, and nothing else.
  package var passedOn: Style {
    var style = Style()
    if emphasis == .muted { style.emphasis = .muted }
    return style
  }
}
