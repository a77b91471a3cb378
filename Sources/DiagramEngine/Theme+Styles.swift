import DiagramDSL
import DiagramModel

/// Where a box lies: what that decides of its colours.
struct Surroundings {
  /// How many containers are around it.
  let depth: Int
  /// The colour under it; nil for the background of the theme.
  let ground: Color?
}

extension Theme {
  /// The colours of a box.
  private func surface(of style: Style, isContainer: Bool, depth: Int) -> Surface {
    let container = container(depth: depth)
    if let accent = style.accent {
      let surface = surface(of: accent)
      return isContainer
        ? Surface(fill: container.fill, stroke: surface.stroke, text: surface.stroke) : surface
    }
    guard style.emphasis == .muted else { return isContainer ? container : leaf }
    return isContainer
      ? Surface(fill: container.fill, stroke: container.stroke, text: muted.text) : muted
  }

  /// The pen and fill of a box; an outlined one is of the colour of what it lies on.
  ///
  /// Surfaces show by their fill and have a quiet rim. What has another line than usual, or no fill, shows
  /// by that line.
  func paint(of style: Style, isContainer: Bool, in surroundings: Surroundings) -> Paint {
    let surface = surface(of: style, isContainer: isContainer, depth: surroundings.depth)
    let isFilled = style.isFilled != false
    let pattern = style.pattern ?? .solid
    let showsLine = !isFilled || pattern != .solid || style.emphasis == .strong
    let isPlain = style.accent == nil && style.emphasis != .muted
    let stepsBackEmpty = style.accent == nil && !isPlain && !isFilled
    return Paint(
      fill: isFilled ? surface.fill : surroundings.ground,
      stroke: isPlain && showsLine ? outline : stepsBackEmpty ? muted.stroke : surface.stroke,
      strokeWidth: style.emphasis == .strong ? 30 : style.accent == nil && !showsLine ? 10 : 15,
      pattern: pattern)
  }

  /// What a free text lies on.
  func notePaint(in surroundings: Surroundings) -> Paint {
    var paint = Paint.invisible
    paint.fill = surroundings.ground
    return paint
  }

  /// The colour of the text of a box, or of a free text.
  func textColor(of style: Style, _ kind: Reference.Kind, depth: Int) -> Color {
    kind == .text
      ? labelColor(of: style)
      : surface(of: style, isContainer: kind == .node, depth: depth).text
  }

  /// The colour of a text that lies on the background.
  func labelColor(of style: Style) -> Color {
    if let accent = style.accent { return surface(of: accent).stroke }
    return style.emphasis == .muted ? mutedText : text
  }

  /// The colour of a part of code.
  func color(of token: CodeToken) -> Color {
    switch token {
    case .comment: mutedText
    case .keyword: surface(of: .violet).stroke
    case .key: surface(of: .primary).stroke
    case .string: surface(of: .green).stroke
    case .number: surface(of: .orange).stroke
    case .variable: surface(of: .red).stroke
    }
  }

  /// What highlighted lines lie on.
  func stripe(on ground: Color) -> Color {
    ground.mixed(with: surface(of: .primary).stroke, 1, of: 7)
  }

  /// The colour of two lines across what is gone, which are seen on every surface there is.
  var crossColor: Color {
    let surfaces = [leaf, muted] + containers + accents
    return surface(of: .red).stroke
      .seen(on: surfaces.compactMap(\.fill), as: .line, towards: text)
  }

  /// The colour of an arrow.
  func lineColor(of style: Style) -> Color {
    if let accent = style.accent { return surface(of: accent).stroke }
    return style.emphasis == .muted ? mutedLine : line
  }
}
