import DiagramModel
import DiagramXML

extension SceneText {
  /// One element a line, the most portable form, with a part for each run if there are several.
  var svgLines: [XMLElement] {
    lines.filter { !$0.runs.isEmpty }.flatMap { line in
      [element(of: line)] + line.runs.filter { $0.link != nil }.map { underline(of: $0, in: line) }
    }
  }

  private func element(of line: Line) -> XMLElement {
    if line.runs.count == 1, line.runs[0].link == nil { return element(of: line.runs[0], in: line) }
    var element = XMLElement(
      "text", place(of: line) + Self.attributes(of: line.font, line.color))
    // Viewers differ in the spaces between runs.
    element.attributes.append(XMLAttribute("xml:space", "preserve"))
    element.children = line.runs.map { part($0, of: line) }
    return element
  }

  /// Viewers draw an underline of their own at several distances.
  private func underline(of run: Run, in line: Line) -> XMLElement {
    let (start, end) = underline(of: run, in: line)
    return XMLElement(
      "path",
      [
        XMLAttribute("d", "M\(start.x) \(start.y)H\(end.x)"),
        XMLAttribute("stroke", run.color.svgValue), XMLAttribute("stroke-width", "1"),
      ] + turn)
  }

  private func element(of run: Run, in line: Line) -> XMLElement {
    var attributes = place(of: line) + Self.attributes(of: run.font, run.color)
    if run.text.hasCollapsibleSpaces { attributes.append(XMLAttribute("xml:space", "preserve")) }
    return XMLElement("text", attributes, [.text(run.text.keepingSpaces)])
  }

  private func place(of line: Line) -> [XMLAttribute] {
    let (x, anchor) =
      switch alignment {
      case .left: (upright.minX, nil as String?)
      case .center: (upright.midX, "middle")
      case .right: (upright.maxX, "end")
      }
    let attributes = [XMLAttribute("x", "\(x)"), XMLAttribute("y", "\(baseline(of: line))")]
    return attributes + turn + (anchor.map { [XMLAttribute("text-anchor", $0)] } ?? [])
  }

  /// What turns a text that runs upwards.
  private var turn: [XMLAttribute] {
    guard isVertical else { return [] }
    let (x, y) = (frame.minX + frame.maxX, frame.minY + frame.maxY)
    let center = "\(decimal(5 * x, places: 1)) \(decimal(5 * y, places: 1))"
    return [XMLAttribute("transform", "rotate(-90 \(center))")]
  }

  /// A run among others: what differs from the line, in a link if it leads somewhere.
  private func part(_ run: Run, of line: Line) -> XMLNode {
    let usual = Self.attributes(of: line.font, line.color)
    var attributes = Self.attributes(of: run.font, run.color).filter { !usual.contains($0) }
    if line.font.face.isBold, !run.font.face.isBold {
      attributes.append(XMLAttribute("font-weight", "normal"))
    }
    if line.font.isItalic, !run.font.isItalic {
      attributes.append(XMLAttribute("font-style", "normal"))
    }
    if attributes.isEmpty, run.link == nil { return .text(run.text.keepingSpaces) }
    let text = XMLNode.element(XMLElement("tspan", attributes, [.text(run.text.keepingSpaces)]))
    guard let link = run.link else { return text }
    return .element(XMLElement("a", [XMLAttribute("href", link)], [text]))
  }

  /// All of a font, since not every reader passes that of the root down.
  private static func attributes(of font: Font, _ color: Color) -> [XMLAttribute] {
    var attributes = [
      XMLAttribute("font-family", font.face.svgFamilies), XMLAttribute("font-size", "\(font.size)"),
    ]
    if font.face.isBold { attributes.append(XMLAttribute("font-weight", "bold")) }
    if font.isItalic { attributes.append(XMLAttribute("font-style", "italic")) }
    attributes.append(XMLAttribute("fill", color.svgValue))
    return attributes
  }
}

extension FontFace {
  /// The family, then those that have the same metrics, then whatever there is.
  fileprivate var svgFamilies: String {
    switch self {
    case .regular, .bold: "Liberation Sans, Arial, Helvetica, sans-serif"
    case .monospaced, .monospacedBold: "Liberation Mono, Courier New, Courier, monospace"
    }
  }
}
