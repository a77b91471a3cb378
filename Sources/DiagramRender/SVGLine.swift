import DiagramModel
import DiagramXML

/// An arrow as SVG: its line, then a filled path for each head, since viewers differ in `marker`.
struct SVGLine {
  private let line: SceneLine

  init(_ line: SceneLine) { self.line = line }

  var elements: [XMLElement] {
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

  /// Along an axis its corners are whole points; else the whole-numbered head is turned.
  private func head(_ head: ArrowHead, _ direction: Direction, at tip: Point) -> XMLElement? {
    guard let marker = ArrowMarker(head, strokeWidth: line.paint.strokeWidth) else { return nil }
    let fill = XMLAttribute("fill", line.paint.stroke?.description ?? "none")
    guard !direction.isAxisParallel else {
      let outline = marker.outline.map { $0.turned(direction, to: tip) }
      return XMLElement("path", [XMLAttribute("d", outline.svgPath), fill])
    }
    let cosine = decimal(nearest(direction.unit.x * 10_000), places: 4)
    let sine = decimal(nearest(direction.unit.y * 10_000), places: 4)
    let negative = decimal(nearest(-direction.unit.y * 10_000), places: 4)
    let matrix = "matrix(\(cosine) \(sine) \(negative) \(cosine) \(tip.x) \(tip.y))"
    return XMLElement(
      "path", [XMLAttribute("d", marker.outline.svgPath), fill, XMLAttribute("transform", matrix)])
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

extension PathCommand {
  /// The step after the x axis was turned into an axis-parallel direction and (0, 0) to a place.
  fileprivate func turned(_ direction: Direction, to place: Point) -> PathCommand {
    let (cosine, sine) = (nearest(direction.unit.x), nearest(direction.unit.y))
    func turn(_ point: Point) -> Point {
      place.offset(x: point.x * cosine - point.y * sine, y: point.x * sine + point.y * cosine)
    }
    return switch self {
    case .move(let point): .move(turn(point))
    case .line(let point): .line(turn(point))
    case .arc(let clockwise, let point): .arc(clockwise: clockwise, to: turn(point))
    case .quadratic(let control, let point): .quadratic(control: turn(control), to: turn(point))
    case .close: .close
    }
  }
}
