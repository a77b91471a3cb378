package import DiagramModel

/// A file format that a scene can be written in.
package protocol Renderer: Sendable {
  /// What file names of the format end in, without the first dot.
  static var fileExtension: String { get }

  /// Writes a whole file; the same scene gives the same bytes.
  ///
  /// - Throws: `XMLError` if a text or id of the scene holds a character that XML cannot.
  static func render(_ scene: Scene) throws -> [UInt8]
}

/// The formats there are, the one that slides refer to first.
package enum Renderers {
  package static let all: [any Renderer.Type] = [
    DrawioSVGRenderer.self, SVGRenderer.self, DrawioRenderer.self,
  ]
}
