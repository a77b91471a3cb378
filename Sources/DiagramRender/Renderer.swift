package import DiagramModel
internal import DiagramXML

/// What all formats of a scene are written from, each made once.
package struct SceneDocuments: Sendable {
  let svg: XMLElement
  let drawio: XMLElement
  /// The draw.io document as a file.
  let drawioFile: [UInt8]

  /// - Throws: `XMLError` if a text or id of the scene holds a character that XML cannot.
  package init(_ scene: Scene) throws {
    svg = SVGRenderer.document(of: scene)
    drawio = DrawioRenderer.document(of: scene)
    drawioFile = try DrawioRenderer.file(drawio)
  }
}

/// A file format that a scene can be written in.
package protocol Renderer: Sendable {
  /// What file names of the format end in, without the first dot.
  static var fileExtension: String { get }

  /// How its root element tells that diagen wrote the file, and what.
  static var mark: MarkNames { get }

  /// Writes a whole file; the same scene gives the same bytes.
  ///
  /// - Throws: `XMLError` if a text or id of the scene holds a character that XML cannot.
  static func render(_ documents: SceneDocuments) throws -> [UInt8]
}

/// The formats there are, the one that slides refer to first.
package enum Renderers {
  package static let all: [any Renderer.Type] = [
    DrawioSVGRenderer.self, SVGRenderer.self, DrawioRenderer.self,
  ]
}
