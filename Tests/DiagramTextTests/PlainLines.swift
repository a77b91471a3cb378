import DiagramModel
import DiagramText

/// The lines of a text that is all alike.
struct PlainLines: Hashable {
  let lines: [String]
  let widths: [Int]
  let size: Size
}

extension TextMeasurer {
  /// Breaks a text that is all alike into lines.
  func lines(
    of text: String, in font: Font, maximumWidth: Int = .max, maximumWordWidth: Int? = nil
  ) -> PlainLines {
    let wrapped = lines(
      of: StyledText(plain: text), in: font, maximumWidth: maximumWidth,
      maximumWordWidth: maximumWordWidth)
    return PlainLines(
      lines: wrapped.lines.map(\.text), widths: wrapped.lines.map(\.width), size: wrapped.size)
  }
}
