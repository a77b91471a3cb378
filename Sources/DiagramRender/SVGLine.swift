import DiagramModel
import DiagramXML

/// An arrow as SVG: its line, then a filled path for each head, since viewers differ in `marker`.
struct SVGLine {
  private let line: SceneLine

  init(_ line: SceneLine) { self.line = line }

  var elements: [XMLElement] {
    if line.isBlock {
      let path = XMLAttribute("d", BlockArrow(line).path.svgFinePath)
      return [XMLElement("path", [path] + line.paint.svgAttributes)]
    }
    let last = line.points.count - 1
    let start = Direction(from: line.points[1], to: line.points[0])
    let end = Direction(from: line.points[last - 1], to: line.points[last])
    return [path]
      + [
        head(line.startHead, start, at: line.points[0]),
        head(line.endHead, end, at: line.points[last]),
      ].compactMap(\.self)
  }

  private var path: XMLElement {
    var paint = line.paint
    paint.fill = nil
    return XMLElement(
      "path", [XMLAttribute("d", LinePath(line.asDrawn).commands.svgPath)] + paint.svgAttributes)
  }

  /// A head at its place, in absolute coordinates: some viewers know no `transform`.
  private func head(_ head: ArrowHead, _ direction: Direction, at tip: Point) -> XMLElement? {
    guard let marker = ArrowMarker(head, strokeWidth: line.paint.strokeWidth) else { return nil }
    if marker.isHollow {
      var paint = line.paint
      (paint.fill, paint.pattern) = (nil, .solid)
      let path = marker.lines.svgPath { direction.turned(fine: $0, to: tip) }
      return XMLElement("path", [XMLAttribute("d", path)] + paint.svgAttributes)
    }
    let path = marker.outline.svgPath { direction.turned($0, to: tip) }
    return XMLElement(
      "path",
      [
        XMLAttribute("d", path),
        XMLAttribute("fill", line.paint.stroke?.description ?? "none"),
      ])
  }
}

extension SceneLine {
  /// The line in the direction in which the pen runs.
  fileprivate var asDrawn: SceneLine {
    guard isDrawnBackwards else { return self }
    var line = self
    line.points.reverse()
    (line.startHead, line.endHead) = (endHead, startHead)
    return line
  }
}

extension Direction {
  /// The place of a point after the x axis was turned into this direction and (0, 0) to a tip.
  fileprivate func turned(_ point: Point, to tip: Point) -> HundredthPoint {
    turned(fine: Point(x: 100 * point.x, y: 100 * point.y), to: tip)
  }

  /// The same for a point in hundredths of a unit.
  fileprivate func turned(fine point: Point, to tip: Point) -> HundredthPoint {
    let (x, y) = (Double(point.x), Double(point.y))
    return HundredthPoint(
      x: 100 * tip.x + nearest(x * unit.x - y * unit.y),
      y: 100 * tip.y + nearest(x * unit.y + y * unit.x))
  }
}
