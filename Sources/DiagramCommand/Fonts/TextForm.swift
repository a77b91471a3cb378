/// What the texts of an SVG are, so that they look alike where their fonts are missing, or may not.
///
/// Only ``OutputFormat/svg`` and ``OutputFormat/drawioSVG`` differ by it: pixels need no font, a PDF holds its own,
/// and draw.io has those of its machine.
public enum TextForm: String, Hashable, Sendable, CaseIterable {
  /// Text in the fonts of who looks at it; where none of the stack is there, in one of other widths.
  case plain
  /// Text with the fonts it is drawn in, of which the file holds the letters it shows: `--embed-fonts`.
  case embedded
  /// Shapes, which look the same in every viewer and can be neither selected nor searched: `--text outlines`.
  case outlines

  /// The option that asks for it.
  var option: String {
    switch self {
    case .plain: "--text plain"
    case .embedded: "--embed-fonts"
    case .outlines: "--text outlines"
    }
  }
}
