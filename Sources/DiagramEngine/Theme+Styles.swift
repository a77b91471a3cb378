import DiagramDSL
import DiagramModel

extension Paint {
  /// Nothing to see.
  static let none = Paint(fill: nil, stroke: nil, strokeWidth: 0, pattern: .solid)
}

extension Theme {
  /// The colours of a box.
  private func surface(of style: Style, isContainer: Bool) -> Surface {
    if let accent = style.accent {
      let surface = surface(of: accent)
      return isContainer
        ? Surface(fill: nil, stroke: surface.stroke, text: surface.stroke) : surface
    }
    if style.emphasis == .muted { return muted }
    return isContainer ? container : leaf
  }

  /// The pen and fill of a box.
  func paint(of style: Style, isContainer: Bool) -> Paint {
    let surface = surface(of: style, isContainer: isContainer)
    return Paint(
      fill: style.isFilled == false ? nil : surface.fill, stroke: surface.stroke,
      strokeWidth: style.emphasis == .strong ? 30 : 15, pattern: style.pattern ?? .solid)
  }

  /// The colour of the text of a box, or of a free text.
  func textColor(of style: Style, _ kind: Reference.Kind) -> Color {
    kind == .text ? labelColor(of: style) : surface(of: style, isContainer: kind == .node).text
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
