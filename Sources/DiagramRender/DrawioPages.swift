internal import DiagramModel
internal import DiagramXML

/// A draw.io drawing with a page for each picture of a series, so that a person opens all of them at once.
package enum DrawioPages: FileFormat {
  package static let fileExtension = "pages.drawio"

  package static let mark: any MarkForm = MarkNames.drawio

  /// A picture as a page.
  package struct Page: Hashable, Sendable {
    /// The path of the folder that the picture lies in.
    package let folder: String
    fileprivate let element: XMLElement

    /// - Throws: `XMLError` if a text or id of the scene holds a character that XML cannot.
    package init(_ documents: SceneDocuments) throws {
      _ = try documents.drawioFile.get()
      let path = documents.scene.path
      folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
      element = DrawioRenderer.page(of: documents.drawio)
    }
  }

  /// The file of some pages, in their order.
  package static func render(_ pages: [Page]) throws -> [UInt8] {
    try DrawioRenderer.file(DrawioRenderer.document(with: pages.map(\.element)))
  }
}
