import DiagramModel
internal import DiagramXML

/// SVG that every viewer draws alike: real text, presentation attributes, whole numbers.
package enum SVGRenderer: Renderer {
  package static let fileExtension = "svg"

  package static let mark = MarkNames.svg

  private static let options = XMLOptions(hasDeclaration: true)

  package static func render(_ documents: SceneDocuments) throws -> [UInt8] {
    try file(documents.svg)
  }

  /// The bytes of a root element, with its digest.
  static func file(_ root: XMLElement) throws -> [UInt8] {
    var bytes = try root.serialised(options)
    mark.seal(&bytes)
    return bytes
  }

  /// The root element. Its groups lie flat, in the order of the scene.
  static func document(of scene: Scene) -> XMLElement {
    let (width, height) = ("\(scene.size.width)", "\(scene.size.height)")
    var root = XMLElement(
      "svg",
      [
        XMLAttribute("xmlns", "http://www.w3.org/2000/svg")
      ] + mark.attributes.map { XMLAttribute($0.name, $0.value) } + [
        XMLAttribute("width", width),
        XMLAttribute("height", height),
        XMLAttribute("viewBox", "0 0 \(width) \(height)"),
        XMLAttribute("role", "img"),
        XMLAttribute(
          "aria-labelledby", scene.summary.isEmpty ? titleID : "\(titleID) \(summaryID)"),
        XMLAttribute("font-family", FontFace.regular.svgFamilies),
      ])
    root.children.append(
      .element(XMLElement("title", [XMLAttribute("id", titleID)], [.text(scene.title)])))
    if !scene.summary.isEmpty {
      root.children.append(
        .element(XMLElement("desc", [XMLAttribute("id", summaryID)], [.text(scene.summary)])))
    }
    if let background = scene.background {
      let attributes = [
        XMLAttribute("width", width), XMLAttribute("height", height),
        XMLAttribute("fill", background.description),
      ]
      root.children.append(.element(XMLElement("rect", attributes)))
    }
    root.children += scene.elements.map { .element(group(of: $0)) }
    return root
  }

  // No element can have these ids: see `xmlID(of:)`.
  private static let titleID = "_title"
  private static let summaryID = "_summary"

  private static func group(of element: SceneElement) -> XMLElement {
    switch element {
    case .box(let box): group(box.id, shape(of: box) + texts(of: box.text))
    case .line(let line): group(line.id, SVGLine(line).elements + texts(of: line.text))
    }
  }

  private static func group(_ id: String, _ parts: [XMLElement]) -> XMLElement {
    XMLElement(
      "g", [XMLAttribute("id", xmlID(of: id)), XMLAttribute("data-cell-id", id)],
      parts.map(XMLNode.element))
  }

  private static func shape(of box: SceneBox) -> [XMLElement] {
    let outline = Shapes.named(box.shape).outline(of: box.frame, radius: box.radius)
    guard !outline.isEmpty else { return [] }
    return [
      XMLElement("path", [XMLAttribute("d", outline.svgPath)] + box.paint.svgAttributes)
    ]
  }

  /// One element a line, the most portable form: the spaces between `tspan`s count differently
  /// from viewer to viewer.
  private static func texts(of text: SceneText?) -> [XMLElement] {
    guard let text else { return [] }
    let lines = text.lines.enumerated().map { index, line in
      XMLElement("text", text.svgAttributes(ofLine: index), [.text(line)])
    }
    guard let background = text.background else { return lines }
    let chip = XMLElement(
      "rect",
      [
        XMLAttribute("x", "\(text.frame.minX)"), XMLAttribute("y", "\(text.frame.minY)"),
        XMLAttribute("width", "\(text.frame.size.width)"),
        XMLAttribute("height", "\(text.frame.size.height)"),
        XMLAttribute("fill", background.description),
      ])
    return [chip] + lines
  }
}
