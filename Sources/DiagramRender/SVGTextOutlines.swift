package import DiagramModel
internal import DiagramXML

/// What a run of text looks like, in ``unitsPerEm``: its outlines from where it begins on its baseline, with y
/// downwards.
package struct TextOutline: Hashable, Sendable {
  /// How fine outlines are.
  package static let unitsPerEm = 2048

  /// From its begin to that of what follows it.
  package let advance: Int
  package let path: [IconStep]

  package init(advance: Int, path: [IconStep]) {
    self.advance = advance
    self.path = path
  }
}

extension SVGTextElement {
  /// The SVG with outlines in the places of those lines of text all of whose runs have some; the others stay text.
  ///
  /// What readers say of a line stays: it is hidden as before, or has its text as a name.
  package static func outlining(
    _ lines: [SVGTextElement], of file: [UInt8], by outlines: [SVGTextRun: TextOutline]
  ) throws -> [UInt8] {
    var output: [UInt8] = []
    var end = 0
    for line in lines {
      let drawn = line.parts.compactMap { outlines[$0.run] }
      guard drawn.count == line.parts.count else { continue }
      output += file[end..<line.place.lowerBound]
      output += try line.outlined(drawn).serialised(XMLOptions(isIndented: false))
      end = line.place.upperBound
    }
    return output + file[end...]
  }

  private func outlined(_ outlines: [TextOutline]) -> XMLElement {
    let scales = parts.map { Double($0.size) / Double(TextOutline.unitsPerEm) }
    let widths = zip(outlines, scales).map { Double($0.advance) * $1 }
    var pen = Double(x) - widths.reduce(0, +) * Double(halvesBefore) / 2
    var paths: [XMLElement] = []
    for (index, part) in parts.enumerated() {
      let data = outlines[index].path.svgData(
        from: ExactPoint(x: pen, y: Double(y)), scale: scales[index])
      pen += widths[index]
      guard !data.isEmpty else { continue }
      let path = XMLElement("path", part.paint + [XMLAttribute("d", data)])
      paths.append(
        part.link.map { XMLElement("a", [XMLAttribute("href", $0)], [.element(path)]) } ?? path)
    }
    let spoken =
      isHidden
      ? [XMLAttribute("aria-hidden", "true")]
      : [XMLAttribute("role", hasLink ? "group" : "img"), XMLAttribute("aria-label", text)]
    if paths.count == 1, !hasLink {
      paths[0].attributes += kept + spoken
      return paths[0]
    }
    return XMLElement("g", kept + spoken, paths.map(XMLNode.element))
  }

  private var hasLink: Bool { parts.contains { $0.link != nil } }
}

extension [IconStep] {
  /// The steps as the `d` attribute writes them, in hundredths of a unit; relative, since letters are small.
  fileprivate func svgData(from origin: ExactPoint, scale: Double) -> String {
    func place(_ point: ExactPoint) -> HundredthPoint {
      HundredthPoint(
        x: hundredths(origin.x + point.x * scale), y: hundredths(origin.y + point.y * scale))
    }
    var writer = RelativePathWriter()
    var pen = ExactPoint(x: 0, y: 0)
    for step in self {
      switch step {
      case .move(let point): writer.move(to: place(point))
      case .line(let point): writer.line(to: place(point))
      case .cubic(let first, let second, let end):
        // Most fonts have quadratic curves, which cubic ones were made of.
        if let control = quadraticControl(from: pen, first, second, end) {
          writer.curve("q", [place(control), place(end)])
        } else {
          writer.curve("c", [place(first), place(second), place(end)])
        }
      case .close: writer.close()
      }
      pen = step.end ?? pen
    }
    return writer.data
  }
}

/// The control point of the quadratic curve that a cubic one is; nil where it is none, to half a unit.
private func quadraticControl(
  from start: ExactPoint, _ first: ExactPoint, _ second: ExactPoint, _ end: ExactPoint
) -> ExactPoint? {
  let one = ExactPoint(x: (3 * first.x - start.x) / 2, y: (3 * first.y - start.y) / 2)
  let other = ExactPoint(x: (3 * second.x - end.x) / 2, y: (3 * second.y - end.y) / 2)
  guard abs(one.x - other.x) < 0.5, abs(one.y - other.y) < 0.5 else { return nil }
  return ExactPoint(x: (one.x + other.x) / 2, y: (one.y + other.y) / 2)
}

private func hundredths(_ number: Double) -> Int { Int((100 * number).rounded()) }

/// Writes path data in which each step begins where the last one ended.
private struct RelativePathWriter {
  private(set) var data = ""
  private var pen = HundredthPoint(x: 0, y: 0)
  /// Where a closed line goes back to.
  private var start = HundredthPoint(x: 0, y: 0)
  /// Not written until something is drawn from there.
  private var isLifted = false

  mutating func move(to point: HundredthPoint) {
    isLifted = true
    start = point
  }

  mutating func line(to point: HundredthPoint) {
    lower()
    switch (point.x - pen.x, point.y - pen.y) {
    case (0, 0): return
    case (let x, 0): data += "h" + decimal(x, places: 2)
    case (0, let y): data += "v" + decimal(y, places: 2)
    default: write("l", point)
    }
    pen = point
  }

  /// A curve through its points, of which the last one is its end.
  mutating func curve(_ letter: String, _ points: [HundredthPoint]) {
    lower()
    for (index, point) in points.enumerated() { write(index == 0 ? letter : " ", point) }
    pen = points.last ?? pen
  }

  mutating func close() {
    guard !isLifted else { return }
    data += "z"
    pen = start
  }

  private mutating func lower() {
    guard isLifted else { return }
    if data.isEmpty {
      data = "M\(start)"
    } else {
      write("m", start)
    }
    pen = start
    isLifted = false
  }

  private mutating func write(_ letter: String, _ point: HundredthPoint) {
    let (x, y) = (decimal(point.x - pen.x, places: 2), decimal(point.y - pen.y, places: 2))
    data += letter + x + (y.hasPrefix("-") ? "" : " ") + y
  }
}
