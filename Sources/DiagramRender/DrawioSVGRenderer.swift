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
    let content = XMLAttribute(
      "content", String(decoding: drawing, as: UTF8.self), isMultiline: true)
    var bytes = try documents.svgFile.get()
    bytes.insert(contentsOf: try content.serialised(), at: endOfStartTag(in: bytes))
    mark.seal(&bytes)
    return bytes
  }

  /// Where one more attribute of the root belongs in a file that we wrote: no value between double quotes holds
  /// a `>`, and it has no others yet.
  private static func endOfStartTag(in bytes: [UInt8]) -> Int {
    let start = StartTag(in: bytes)?.start ?? bytes.startIndex
    return bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
  }
}
