import DiagramModel
import DiagramXML

/// The outline of a rectangle, circle, ellipse, line or polygon of SVG; empty for one without extent.
///
/// > Source: SVG 2, chapter 10.
func basicShape(of element: XMLElement) throws(SVGRefusal) -> [IconStep] {
  func length(_ name: String) throws(SVGRefusal) -> Double {
    guard let value = element[attribute: name] else { return 0 }
    guard let number = element.length(name) else { throw .noOutlines("the length “\(value)”") }
    return number
  }
  switch element.svgName {
  case "rect":
    let size = (try length("width"), try length("height"))
    guard size.0 > 0, size.1 > 0 else { return [] }
    let (rx, ry) = (try length("rx"), try length("ry"))
    return rectangle(
      x: try length("x"), y: try length("y"), width: size.0, height: size.1,
      rx: min(size.0 / 2, element[attribute: "rx"] == nil ? ry : rx),
      ry: min(size.1 / 2, element[attribute: "ry"] == nil ? rx : ry))
  case "circle":
    let radius = try length("r")
    return ellipse(x: try length("cx"), y: try length("cy"), rx: radius, ry: radius)
  case "ellipse":
    return ellipse(
      x: try length("cx"), y: try length("cy"), rx: try length("rx"), ry: try length("ry"))
  case "line":
    return [
      .move(ExactPoint(x: try length("x1"), y: try length("y1"))),
      .line(ExactPoint(x: try length("x2"), y: try length("y2"))),
    ]
  default:
    let corners = try points(element[attribute: "points"] ?? "")
    guard let first = corners.first else { return [] }
    return [.move(first)] + corners.dropFirst().map(IconStep.line)
      + (element.svgName == "polygon" ? [.close] : [])
  }
}

private func points(_ text: String) throws(SVGRefusal) -> [ExactPoint] {
  var scanner = NumberScanner(text)
  var points: [ExactPoint] = []
  while let x = scanner.number() {
    guard let y = scanner.number(), points.count < IconLimits.steps else {
      throw .broken(IconProblem("the points of a polygon are no pairs, or too many"))
    }
    points.append(ExactPoint(x: x, y: y))
  }
  guard scanner.isAtEnd else {
    throw .broken(IconProblem("the points of a polygon are no numbers"))
  }
  return points
}

/// How far the control points of a quarter of a circle lie from its ends, for a radius of 1.
private let quarter = 0.5522847498

/// A circle or ellipse around a place; empty for one without extent.
func ellipse(x: Double, y: Double, rx: Double, ry: Double) -> [IconStep] {
  guard rx > 0, ry > 0 else { return [] }
  return rectangle(x: x - rx, y: y - ry, width: 2 * rx, height: 2 * ry, rx: rx, ry: ry)
}

/// A rectangle, clockwise from the end of its first corner.
func rectangle(
  x: Double, y: Double, width: Double, height: Double, rx: Double, ry: Double
) -> [IconStep] {
  let (right, bottom) = (x + width, y + height)
  guard rx > 0, ry > 0 else {
    return [
      .move(ExactPoint(x: x, y: y)), .line(ExactPoint(x: right, y: y)),
      .line(ExactPoint(x: right, y: bottom)), .line(ExactPoint(x: x, y: bottom)), .close,
    ]
  }
  let (dx, dy) = (rx * (1 - quarter), ry * (1 - quarter))
  func corner(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ x: Double, _ y: Double)
    -> IconStep
  {
    .cubic(ExactPoint(x: x1, y: y1), ExactPoint(x: x2, y: y2), ExactPoint(x: x, y: y))
  }
  let steps: [IconStep] = [
    .move(ExactPoint(x: x + rx, y: y)), .line(ExactPoint(x: right - rx, y: y)),
    corner(right - dx, y, right, y + dy, right, y + ry),
    .line(ExactPoint(x: right, y: bottom - ry)),
    corner(right, bottom - dy, right - dx, bottom, right - rx, bottom),
    .line(ExactPoint(x: x + rx, y: bottom)),
    corner(x + dx, bottom, x, bottom - dy, x, bottom - ry),
    .line(ExactPoint(x: x, y: y + ry)), corner(x, y + dy, x + dx, y, x + rx, y), .close,
  ]
  return steps
}
