import DiagramModel
internal import DiagramXML

/// A draw.io drawing with explicit geometry throughout, so that draw.io shows what the SVG shows
/// and has nothing to route or to size.
package enum DrawioRenderer: Renderer {
  package static let fileExtension = "drawio"

  package static let mark: any MarkForm = MarkNames.drawio

  package static func render(_ documents: SceneDocuments) throws -> [UInt8] {
    try documents.drawioFile.get()
  }

  /// The bytes of a root element, with its digest.
  static func file(_ root: XMLElement, _ options: XMLOptions = XMLOptions()) throws -> [UInt8] {
    var bytes = try root.serialised(options)
    mark.seal(&bytes)
    return bytes
  }

  /// The root element: one page, in the order of attributes in which draw.io saves it.
  static func document(of scene: Scene) -> XMLElement {
    let page = XMLElement(
      "diagram", [XMLAttribute("id", scene.path), XMLAttribute("name", scene.title)],
      [.element(model(of: scene))])
    return document(with: [page])
  }

  /// The root element around pages.
  static func document(with pages: [XMLElement]) -> XMLElement {
    XMLElement("mxfile", MarkNames.drawio.xmlAttributes, pages.map(XMLNode.element))
  }

  /// The page of a root element that has one.
  static func page(of document: XMLElement) -> XMLElement { document.elements[0] }

  private static func model(of scene: Scene) -> XMLElement {
    var attributes = [
      XMLAttribute("grid", "1"), XMLAttribute("gridSize", "10"), XMLAttribute("guides", "1"),
      XMLAttribute("tooltips", "1"), XMLAttribute("connect", "1"), XMLAttribute("arrows", "1"),
      XMLAttribute("fold", "1"), XMLAttribute("page", "1"), XMLAttribute("pageScale", "1"),
      XMLAttribute("pageWidth", "\(scene.size.width)"),
      XMLAttribute("pageHeight", "\(scene.size.height)"),
    ]
    if let background = scene.background {
      attributes.append(XMLAttribute("background", background.description))
    }
    attributes += [
      XMLAttribute("math", "0"), XMLAttribute("shadow", "0"),
      // Else draw.io turns the colours of its own SVG dark or light with the viewer's system.
      XMLAttribute("adaptiveColors", "simple"),
    ]
    let cells = DrawioCells(scene).elements
    return XMLElement(
      "mxGraphModel", attributes, [.element(XMLElement("root", [], cells.map(XMLNode.element)))])
  }
}
