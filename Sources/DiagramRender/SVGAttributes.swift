import DiagramModel
import DiagramXML

extension [PathCommand] {
  /// The path as the `d` attribute writes it, in absolute coordinates.
  var svgPath: String {
    var output = ""
    var pen = Point(x: 0, y: 0)
    for command in self {
      switch command {
      case .move(let point):
        output += "M\(point.x) \(point.y)"
        pen = point
      case .line(let point):
        output += step(from: pen, to: point)
        pen = point
      case .arc(let clockwise, let point):
        let (width, height) = (abs(point.x - pen.x), abs(point.y - pen.y))
        output += "A\(width) \(height) 0 0 \(clockwise ? 1 : 0) \(point.x) \(point.y)"
        pen = point
      case .quadratic(let control, let point):
        output += "Q\(control.x) \(control.y) \(point.x) \(point.y)"
        pen = point
      case .close: output += "Z"
      }
    }
    return output
  }

  /// Nothing for a line without length, as between two arcs that touch.
  private func step(from pen: Point, to point: Point) -> String {
    if point == pen { return "" }
    if point.y == pen.y { return "H\(point.x)" }
    if point.x == pen.x { return "V\(point.y)" }
    return "L\(point.x) \(point.y)"
  }
}

extension Paint {
  /// Fill and pen as presentation attributes.
  var svgAttributes: [XMLAttribute] {
    [XMLAttribute("fill", fill?.description ?? "none")] + strokeAttributes
  }

  private var strokeAttributes: [XMLAttribute] {
    guard let stroke else { return [] }
    var attributes = [
      XMLAttribute("stroke", stroke.description),
      XMLAttribute("stroke-width", decimal(strokeWidth, places: 1)),
    ]
    if let dashes = pattern.dashes { attributes.append(XMLAttribute("stroke-dasharray", dashes)) }
    return attributes
  }
}

extension LinePattern {
  /// Lengths of dash and gap in whole units, as SVG and draw.io write them; nil for a solid line.
  var dashes: String? {
    switch self {
    case .solid: nil
    case .dashed: "6 4"
    case .dotted: "2 3"
    }
  }
}

extension FontFace {
  /// The family, then those that have the same metrics, then whatever there is.
  var svgFamilies: String {
    switch self {
    case .regular, .bold: "Liberation Sans, Arial, Helvetica, sans-serif"
    case .monospaced: "Liberation Mono, Courier New, Courier, monospace"
    }
  }
}

extension SceneText {
  /// Place and font of a line, counted from 0. The root sets the family of the regular face.
  func svgAttributes(ofLine line: Int) -> [XMLAttribute] {
    let (x, anchor) =
      switch alignment {
      case .left: (frame.minX, nil as String?)
      case .center: (frame.midX, "middle")
      case .right: (frame.maxX, "end")
      }
    var attributes = [XMLAttribute("x", "\(x)"), XMLAttribute("y", "\(baseline(of: line))")]
    if let anchor { attributes.append(XMLAttribute("text-anchor", anchor)) }
    if font.face == .monospaced {
      attributes.append(XMLAttribute("font-family", font.face.svgFamilies))
    }
    attributes.append(XMLAttribute("font-size", "\(font.size)"))
    if font.face == .bold { attributes.append(XMLAttribute("font-weight", "bold")) }
    attributes.append(XMLAttribute("fill", color.description))
    if lines[line].hasCollapsibleSpaces { attributes.append(XMLAttribute("xml:space", "preserve")) }
    return attributes
  }
}

extension String {
  /// Whether a reader that merges spaces would change this line.
  var hasCollapsibleSpaces: Bool {
    let space = UInt8(ascii: " ")
    return utf8.first == space || utf8.last == space
      || zip(utf8, utf8.dropFirst()).contains { $0 == space && $1 == space }
  }
}

/// Writes `value`, which counts units of the last of `places` decimals, without trailing zeros.
func decimal(_ value: Int, places: Int) -> String {
  var (value, places) = (value, places)
  while places > 0, value % 10 == 0 { (value, places) = (value / 10, places - 1) }
  guard places > 0 else { return "\(value)" }
  let digits = "\(value.magnitude)"
  let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
  return "\(value < 0 ? "-" : "")\(padded.dropLast(places)).\(padded.suffix(places))"
}
