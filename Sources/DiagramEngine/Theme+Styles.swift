import DiagramDSL
import DiagramModel

extension Paint {
  /// Nothing to see.
  static let none = Paint(fill: nil, stroke: nil, strokeWidth: 0, pattern: .solid)
}

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
      ? Surface(fill: container.fill, stroke: muted.stroke, text: muted.text) : muted
  }

  /// The pen and fill of a box; an outlined one is of the colour of what it lies on.
  func paint(of style: Style, isContainer: Bool, in surroundings: Surroundings) -> Paint {
    let surface = surface(of: style, isContainer: isContainer, depth: surroundings.depth)
    return Paint(
      fill: style.isFilled != false ? surface.fill : surroundings.ground, stroke: surface.stroke,
      strokeWidth: style.emphasis == .strong ? 30 : 15, pattern: style.pattern ?? .solid)
  }

  /// What a free text lies on.
  func notePaint(in surroundings: Surroundings) -> Paint {
    var paint = Paint.none
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

  /// The colour of an arrow.
  func lineColor(of style: Style) -> Color {
    if let accent = style.accent { return surface(of: accent).stroke }
    return style.emphasis == .muted ? muted.stroke : line
  }
}
