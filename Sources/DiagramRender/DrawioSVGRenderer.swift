internal import DiagramXML

/// The plain SVG that carries the draw.io drawing in the `content` attribute of its root: every
/// viewer shows it, and draw.io opens it for editing.
package enum DrawioSVGRenderer: Renderer {
  package static let fileExtension = "drawio.svg"

  package static let mark: any MarkForm = SVGRenderer.mark

  package static func render(_ documents: SceneDocuments) throws -> [UInt8] {
    // Some readers take the bytes of the attribute for Latin-1, so it is ASCII.
    let file = try documents.drawioFile.get()
    let isASCII = file.allSatisfy { $0 < 0x80 }
    let drawing =
      isASCII
      ? file
      : try DrawioRenderer.file(documents.drawio, XMLOptions(isASCII: true))
    var root = documents.svg
    root.attributes.append(
      XMLAttribute("content", String(decoding: drawing, as: UTF8.self), isMultiline: true))
    return try SVGRenderer.file(root)
  }
}
