import DiagramModel
import DiagramXML

extension SceneShape {
  /// The path as the `d` attribute writes it, in absolute coordinates.
  var svgPath: String {
    let factor = 100 / (isFine ? Self.finesse : 1)
    func place(_ point: Point) -> HundredthPoint {
      HundredthPoint(x: factor * point.x, y: factor * point.y)
    }
    var output = ""
    var pen = HundredthPoint(x: 0, y: 0)
    for command in path {
      let end = command.end.map(place) ?? pen
      switch command {
      case .move:
        output += "M"
        end.write(to: &output)
      case .line: end.writeStep(from: pen, to: &output)
      case .arc(let clockwise, _):
        let radii = HundredthPoint(x: abs(end.x - pen.x), y: abs(end.y - pen.y))
        output += "A\(radii) 0 0 \(clockwise ? 1 : 0) \(end)"
      case .quadratic(let control, _): output += "Q\(place(control)) \(end)"
      case .cubic(let first, let second, _):
        output += "C\(place(first)) \(place(second)) \(end)"
      case .close: output += "Z"
      }
      pen = end
    }
    return output
  }
}

/// A point in hundredths of a unit; its description is that of a path.
struct HundredthPoint: Hashable, CustomStringConvertible {
  let x: Int
  let y: Int

  var description: String {
    var text = ""
    write(to: &text)
    return text
  }

  fileprivate func write(to text: inout String) {
    text += decimal(x, places: 2)
    text += " "
    text += decimal(y, places: 2)
  }

  /// Nothing for a line without length, as between two arcs that touch.
  fileprivate func writeStep(from pen: HundredthPoint, to text: inout String) {
    if self == pen { return }
    if y == pen.y {
      text += "H"
      text += decimal(x, places: 2)
    } else if x == pen.x {
      text += "V"
      text += decimal(y, places: 2)
    } else {
      text += "L"
      write(to: &text)
    }
  }
}

extension Paint {
  /// Fill and pen as presentation attributes.
  var svgAttributes: [XMLAttribute] {
    [XMLAttribute("fill", fill?.svgValue ?? "none")] + strokeAttributes + iconAttributes
  }

  /// What only icons have.
  private var iconAttributes: [XMLAttribute] {
    var attributes: [XMLAttribute] = []
    if let ends {
      attributes.append(XMLAttribute("stroke-linecap", ends.cap.rawValue))
      if ends.join != .round {
        attributes.append(XMLAttribute("stroke-linejoin", ends.join.rawValue))
      }
    }
    if opacity < 100 { attributes.append(XMLAttribute("opacity", decimal(opacity, places: 2))) }
    return attributes
  }

  private var strokeAttributes: [XMLAttribute] {
    guard let stroke else { return [] }
    var attributes = [
      XMLAttribute("stroke", stroke.svgValue),
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

extension String {
  /// Whether a reader that merges spaces would change this line.
  var hasCollapsibleSpaces: Bool {
    let space = UInt8(ascii: " ")
    return utf8.first == space || utf8.last == space
      || zip(utf8, utf8.dropFirst()).contains { $0 == space && $1 == space }
  }

  /// The same line with no-break spaces for those that a reader might drop or merge.
  var keepingSpaces: String {
    guard hasCollapsibleSpaces else { return self }
    var output = ""
    for character in self {
      let isLost = character == " " && (output.isEmpty || output.last == " ")
      output.append(isLost ? "\u{A0}" : character)
    }
    if output.last == " " { output = "\(output.dropLast())\u{A0}" }
    return output
  }
}

/// Writes `value`, which counts units of the last of `places` decimals, without trailing zeros.
func decimal(_ value: Int, places: Int) -> String {
  var (value, places) = (value, places)
  while places > 0, value % 10 == 0 { (value, places) = (value / 10, places - 1) }
  guard places > 0 else { return "\(value)" }
  var unit: UInt = 1
  for _ in 0..<places { unit *= 10 }
  let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: unit)
  var text = value < 0 ? "-\(whole)." : "\(whole)."
  while unit > 10, rest < unit / 10 {
    text += "0"
    unit /= 10
  }
  text += "\(rest)"
  return text
}
