/// Broken lines of text at their place.
package struct SceneText: Hashable, Sendable {
  /// From top to bottom.
  package var lines: [Line]
  package var alignment: TextAlignment
  /// The rectangle around the lines: as wide as the widest line, as high as all of them.
  package var frame: Rect
  /// The colour of a chip under the text, for what is behind it; nil for none.
  package var background: Color?
  /// Whether it runs upwards: its lines are turned around the middle of the frame.
  package var isVertical = false

  /// Runs on one baseline.
  package struct Line: Hashable, Sendable {
    /// From left to right; none in an empty line.
    package var runs: [Run]
    /// In whole units, rounded up.
    package var width: Int
    /// Of the text around the runs; it decides how high the line is.
    package var font: Font
    /// Of the text around the runs.
    package var color: Color
    /// From the top of the text to that of the line.
    package var offset: Int

    package init(runs: [Run], width: Int, font: Font, color: Color, offset: Int) {
      self.runs = runs
      self.width = width
      self.font = font
      self.color = color
      self.offset = offset
    }

    /// What is read.
    package var text: String { runs.count == 1 ? runs[0].text : runs.map(\.text).joined() }
  }

  /// A part of a line in one font and colour.
  package struct Run: Hashable, Sendable {
    package var text: String
    package var font: Font
    package var color: Color
    /// Where it leads; it is underlined then.
    package var link: String?
    /// From the start of the line, in whole units.
    package var offset: Int
    /// In whole units, rounded up.
    package var width: Int

    package init(
      text: String, font: Font, color: Color, link: String? = nil, offset: Int, width: Int
    ) {
      self.text = text
      self.font = font
      self.color = color
      self.link = link
      self.offset = offset
      self.width = width
    }
  }

  package init(
    lines: [Line], alignment: TextAlignment, frame: Rect, background: Color? = nil
  ) {
    self.lines = lines
    self.alignment = alignment
    self.frame = frame
    self.background = background
  }

  /// Lines that are all in one font and colour.
  package init(
    lines: [String], lineWidths: [Int], font: Font, color: Color, alignment: TextAlignment,
    frame: Rect, background: Color? = nil
  ) {
    let lines = zip(lines, lineWidths).enumerated().map { index, line in
      let run = Run(text: line.0, font: font, color: color, offset: 0, width: line.1)
      return Line(
        runs: line.0.isEmpty ? [] : [run], width: line.1, font: font, color: color,
        offset: index * font.lineHeight)
    }
    self.init(lines: lines, alignment: alignment, frame: frame, background: background)
  }

  /// The font and colour of the text as a whole: those of its first line.
  package var font: Font { lines.first?.font ?? Font(face: .regular, size: 1) }
  package var color: Color { lines.first?.color ?? Color(0) }

  /// The rectangle of the chip: a space wider than the text on both sides.
  package var chip: Rect? {
    guard background != nil else { return nil }
    let space = font.spaceWidth
    return Rect(
      x: frame.minX - space, y: frame.minY, width: frame.size.width + 2 * space,
      height: frame.size.height)
  }

  /// How round the corners of a chip are.
  package static let chipRadius = 3

  /// The line below a part that leads somewhere, before it is turned.
  package func underline(of run: Run, in line: Line) -> (start: Point, end: Point) {
    let start = Point(
      x: frame(of: line).minX + run.offset, y: baseline(of: line) + (run.font.size + 4) / 9)
    return (start, start.offset(x: run.width))
  }

  /// The frame before it is turned.
  package var upright: Rect {
    guard isVertical else { return frame }
    let shift = (frame.size.width - frame.size.height) / 2
    return Rect(
      x: frame.minX + shift, y: frame.minY - shift, width: frame.size.height,
      height: frame.size.width)
  }

  /// Where the baseline of a line runs, before it is turned.
  package func baseline(of line: Line) -> Int {
    upright.minY + line.offset + line.font.lineHeight / 2 + line.font.baselineShift
  }

  /// The rectangle of a line, before it is turned.
  package func frame(of line: Line) -> Rect {
    let frame = upright
    let room = frame.size.width - line.width
    let indent =
      switch alignment {
      case .left: 0
      case .center: room / 2
      case .right: room
      }
    return Rect(
      x: frame.minX + indent, y: frame.minY + line.offset, width: line.width,
      height: line.font.lineHeight)
  }
}
