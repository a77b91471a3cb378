import DiagramModel
internal import DiagramXML

/// SVG that every viewer draws alike: real text, presentation attributes, whole numbers.
package enum SVGRenderer: Renderer {
  package static let fileExtension = "svg"

  package static let mark: any MarkForm = MarkNames.svg

  private static let options = XMLOptions(hasDeclaration: true)

  package static func render(_ documents: SceneDocuments) throws -> [UInt8] {
    var bytes = try documents.svgFile.get()
    mark.seal(&bytes)
    return bytes
  }

  /// The bytes of a root element, with room for a digest.
  static func unsealedFile(_ root: XMLElement) throws -> [UInt8] { try root.serialised(options) }

  /// The root element. Its groups lie flat, in the order of the scene.
  static func document(of scene: Scene) -> XMLElement {
    let root = plainDocument(of: scene)
    return scene.isAdaptive ? AdaptiveColors.resolve(root) : root
  }

  private static func plainDocument(of scene: Scene) -> XMLElement {
    let ids = PictureIDs(scene)
    let (width, height) = ("\(scene.size.width)", "\(scene.size.height)")
    let natural = scene.naturalSize ?? scene.size
    var root = XMLElement(
      "svg",
      [
        XMLAttribute("xmlns", "http://www.w3.org/2000/svg")
      ] + MarkNames.svg.xmlAttributes + [
        XMLAttribute("width", "\(natural.width)"),
        XMLAttribute("height", "\(natural.height)"),
        XMLAttribute("viewBox", "0 0 \(width) \(height)"),
        XMLAttribute("role", "graphics-document document"),
        XMLAttribute(
          "aria-labelledby", scene.summary.isEmpty ? ids.title : "\(ids.title) \(ids.summary)"),
        // Some readers take a line without a pen for a black one.
        XMLAttribute("stroke", "none"),
        XMLAttribute("stroke-linejoin", "round"),
      ])
    root.children.append(
      .element(XMLElement("title", [XMLAttribute("id", ids.title)], [.text(scene.title)])))
    if !scene.summary.isEmpty {
      root.children.append(
        .element(XMLElement("desc", [XMLAttribute("id", ids.summary)], [.text(scene.summary)])))
    }
    if let background = scene.background {
      let attributes = [
        XMLAttribute("width", width), XMLAttribute("height", height),
        XMLAttribute("fill", background.svgValue),
      ]
      root.children.append(.element(XMLElement("rect", attributes)))
    }
    let words = SceneWords(scene)
    root.children += scene.elements.map { .element(group(of: $0, ids, words)) }
    return root
  }

  private static func group(
    of element: SceneElement, _ ids: PictureIDs, _ words: SceneWords
  ) -> XMLElement {
    let spoken = SpokenElement(element, words)
    func texts(of text: SceneText?) -> [XMLElement] {
      let texts = Self.texts(of: text)
      return spoken.hidesText ? texts.map(\.hidden) : texts
    }
    let parts =
      switch element {
      case .box(let box):
        box.more.around(
          box.shapes.map(path) + (box.image.map { [$0.svgElement(in: box.frame)] } ?? []),
          texts(of: box.text))
      case .line(let line): line.more.around(line.shapes.map(path), texts(of: line.text))
      }
    return XMLElement(
      "g",
      [
        XMLAttribute("id", ids.element(element.id)),
        XMLAttribute("data-cell-id", cellID(of: element.id)),
      ] + spoken.attributes, (spoken.description + parts).map(XMLNode.element))
  }

  private static func path(_ shape: SceneShape) -> XMLElement {
    XMLElement("path", [XMLAttribute("d", shape.svgPath)] + shape.paint.svgAttributes)
  }

  private static func texts(of text: SceneText?) -> [XMLElement] {
    guard let text else { return [] }
    let lines = text.svgLines
    guard let background = text.background, let frame = text.chip else { return lines }
    let chip = XMLElement(
      "rect",
      [
        XMLAttribute("x", "\(frame.minX)"), XMLAttribute("y", "\(frame.minY)"),
        XMLAttribute("width", "\(frame.size.width)"),
        XMLAttribute("height", "\(frame.size.height)"),
        XMLAttribute("rx", "\(SceneText.chipRadius)"), XMLAttribute("fill", background.svgValue),
      ])
    return [chip] + lines
  }
}
