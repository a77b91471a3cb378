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

  /// What arrows keep off, from the corner of the box: its lines, without what they run over to their
  /// marks.
  var writing: [Rect] {
    let (metrics, font) = (FontMetrics(), Self.font)
    return lines.indices.flatMap { index -> [Rect] in
      let prefix = prefix(of: index)
      let text = prefix + lines[index]
      let marks = marks.filter { place(of: $0)?.line == index }
      let reached = marks.compactMap { mark -> Range<Int>? in
        guard let start = place(of: mark).map({ prefix.count + $0.before.count }) else {
          return nil
        }
        let (sides, end) = (sides(of: mark), start + mark.text.count)
        let first = sides.contains(.left) ? 0 : start
        return first..<(sides.contains(.right) ? text.count : end)
      }
      return text.words(besides: reached).map { range in
        let start = metrics.width(of: String(text.prefix(range.lowerBound)), in: font)
        let end = metrics.width(of: String(text.prefix(range.upperBound)), in: font)
        return Rect(
          x: BoxMetrics.sidePadding + start,
          y: BoxMetrics.endPadding + index * font.lineHeight + Self.leading,
          width: end - start, height: font.lineHeight - 2 * Self.leading)
      }
    }
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

extension String {
  /// The stretches without white space at their ends that are left of a line, by the numbers of their
  /// letters.
  fileprivate func words(besides taken: [Range<Int>]) -> [Range<Int>] {
    let letters = Array(self)
    let free = letters.indices.filter { index in !taken.contains { $0.contains(index) } }
    var stretches: [Range<Int>] = []
    for index in free where !letters[index].isWhitespace {
      if let last = stretches.last, free.contains(last.upperBound),
        (last.upperBound..<index).allSatisfy({ free.contains($0) })
      {
        stretches[stretches.count - 1] = last.lowerBound..<index + 1
      } else {
        stretches.append(index..<index + 1)
      }
    }
    return stretches
  }
}
