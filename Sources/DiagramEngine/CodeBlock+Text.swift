import DiagramDSL
import DiagramModel
import DiagramText

extension CodeBlock {
  /// Of every code, so that its marks have their places before anything is measured. Its lines are
  /// exactly 1.2 em apart, as in draw.io, however many there are.
  static let font = Font(face: .monospaced, size: 15)

  /// The code in its colours, with the numbers of its lines.
  var styled: StyledText {
    let runs = language.runs(of: text).runs
    guard isNumbered else { return StyledText(runs) }
    var quiet = TextStyle()
    quiet.tint = .muted
    var numbered = [StyledText.Run(prefix(of: 0), quiet)]
    var line = 0
    for run in runs {
      for (index, part) in run.text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 {
          line += 1
          numbered.append(StyledText.Run("\n", run.style))
          numbered.append(StyledText.Run(prefix(of: line), quiet))
        }
        numbered.append(StyledText.Run(String(part), run.style))
      }
    }
    return StyledText(numbered)
  }

  /// The room around the marks in the box: so much less than around the text as a mark is larger.
  static let markInsets = Insets(
    top: BoxMetrics.endPadding, left: BoxMetrics.sidePadding - markMargin,
    bottom: BoxMetrics.endPadding, right: BoxMetrics.sidePadding - markMargin)

  /// How far the frame of a mark stays away from its text.
  static var markMargin: Int { 3 }

  /// Where a mark lies in the room for marks; nil if the code does not hold it.
  func frame(of mark: Mark) -> Rect? {
    guard let place = place(of: mark) else { return nil }
    let (metrics, font) = (FontMetrics(), Self.font)
    let before = prefix(of: place.line) + place.before
    let start = metrics.width(of: before, in: font)
    return Rect(
      x: start, y: place.line * font.lineHeight,
      width: metrics.width(of: before + mark.text, in: font) - start + 2 * Self.markMargin,
      height: font.lineHeight)
  }

  /// The sides at which arrows reach a mark without running over its line: at its ends, else above the
  /// first line or below the last one. Where there are none, the one with the least of the line.
  func sides(of mark: Mark) -> Set<Side> {
    guard let place = place(of: mark) else { return [.left, .right] }
    func letters(_ text: some StringProtocol) -> Int { text.count { !$0.isWhitespace } }
    let before = letters(prefix(of: place.line)) + letters(place.before)
    let behind = letters(lines[place.line].dropFirst(place.before.count + mark.text.count))
    let least = min(before, behind)
    if least > 0, place.line == lines.count - 1 { return [.bottom] }
    if least > 0, place.line == 0 { return [.top] }
    return Set([(Side.left, before), (.right, behind)].filter { $0.1 == least }.map(\.0))
  }

  /// What arrows keep off in a box of a size, from its corner: its lines over the whole width, without what they
  /// run over to their marks. So they come straight from a side of the box, at the height of the mark.
  func writing(in box: Size) -> [Rect] {
    let height = Self.font.lineHeight
    let top = BoxMetrics.endPadding
    let open = lines.indices.map { ways(toMarksOf: $0, in: box.width) }
    let bands = lines.indices.map { line in
      closed(
        besides: open[line].map(\.range), in: box.width,
        from: top + line * height + Self.leading, to: top + (line + 1) * height - Self.leading)
    }
    let above = closed(
      besides: open.first?.filter { $0.sides.contains(.top) }.map(\.range) ?? [], in: box.width,
      from: 1, to: top - Self.leading)
    let below = closed(
      besides: open.last?.filter { $0.sides.contains(.bottom) }.map(\.range) ?? [], in: box.width,
      from: top + lines.count * height + Self.leading, to: box.height - 1)
    return above + bands.joined() + below
  }

  /// The stretches of a line over which arrows reach its marks, each with the sides where it ends.
  private func ways(
    toMarksOf line: Int, in width: Int
  ) -> [(range: Range<Int>, sides: Set<Side>)] {
    let (metrics, font, prefix) = (FontMetrics(), Self.font, prefix(of: line))
    return marks.compactMap { mark in
      guard let place = place(of: mark), place.line == line else { return nil }
      let sides = sides(of: mark)
      let start = metrics.width(of: prefix + place.before, in: font)
      let end = metrics.width(of: prefix + place.before + mark.text, in: font)
      return (
        (sides.contains(.left) ? 0 : BoxMetrics.sidePadding + start)..<max(
          sides.contains(.right) ? width : BoxMetrics.sidePadding + end,
          BoxMetrics.sidePadding + start + 1),
        sides
      )
    }
  }

  /// What is left of a band across the box beside some stretches.
  private func closed(
    besides open: [Range<Int>], in width: Int, from top: Int, to bottom: Int
  ) -> [Rect] {
    var (start, rects) = (1, [Rect]())
    for range in open.sorted(by: { $0.lowerBound < $1.lowerBound }) + [width - 1..<width] {
      if range.lowerBound > start, bottom > top {
        rects.append(Rect(minX: start, minY: top, maxX: range.lowerBound, maxY: bottom))
      }
      start = max(start, range.upperBound)
    }
    return rects
  }

  /// What of the height of a line lies above its letters, and below them.
  private static var leading: Int { 2 }

  /// Stripes below the highlighted lines, in a box whose text begins at a point.
  func stripes(in frame: Rect, from top: Int, pen: Int) -> [[PathCommand]] {
    highlighted.map { lines in
      let height = Self.font.lineHeight
      let (left, right) = (frame.minX + pen, frame.maxX - pen)
      let (start, end) = (top + (lines.lowerBound - 1) * height, top + lines.upperBound * height)
      return .polygon((left, start), (right, start), (right, end), (left, end))
    }
  }

  /// What is pointed out in it and is not there.
  func diagnostics(at origin: Origin) -> [Diagnostic] {
    let lost = marks.filter { frame(of: $0) == nil }.map { mark in
      let count = places(of: mark.text).count
      return Diagnostic(
        .codeMark,
        count == 0
          ? "the code has no \(quoted(mark.text)) that could be marked"
          : "the code has \(quoted(mark.text)) \(count) times, not \(mark.occurrence) times",
        at: origin,
        hints: [
          count == 0 ? "write a part of one of its lines" : "write a number from 1 to \(count)"
        ])
    }
    let wrong = highlighted.filter { $0.lowerBound < 1 || $0.upperBound > lines.count }.map {
      range in
      Diagnostic(
        .codeLines, "the code has no lines \(range.lowerBound) to \(range.upperBound)", at: origin,
        hints: ["write numbers from 1 to \(lines.count)"])
    }
    return lost + wrong
  }
}
