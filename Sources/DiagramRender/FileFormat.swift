package import DiagramModel
internal import DiagramXML

/// A file format that pictures come in.
package protocol FileFormat: Sendable {
  /// What file names of the format end in, without the first dot.
  static var fileExtension: String { get }

  /// How a file tells that diagen wrote it, and what.
  static var mark: any MarkForm { get }
}

/// A format that one scene is written in.
package protocol Renderer: FileFormat {
  /// Writes a whole file; the same scene gives the same bytes.
  ///
  /// - Throws: `XMLError` if a text or id of the scene holds a character that the format cannot.
  static func render(_ documents: SceneDocuments) throws -> [UInt8]
}

/// A format that another program makes of an SVG: no scene is written in it by itself.
package protocol ConvertedFormat: FileFormat {
  /// What `rsvg-convert` calls it.
  static var converterName: String { get }

  /// Whether it has pixels, so that it can be made larger.
  static var isScaled: Bool { get }

  /// A file that a converter made, with our mark, and without what differs from run to run.
  ///
  /// - Parameters:
  ///   - bytes: what the converter wrote.
  ///   - source: what it was made of; no white space.
  /// - Returns: nil for bytes that are no file of the format.
  static func marked(_ bytes: [UInt8], source: String) -> [UInt8]?
}

/// The formats there are, the one that slides refer to first.
package enum FileFormats {
  package static let all: [any FileFormat.Type] = [
    DrawioSVGRenderer.self, SVGRenderer.self, DrawioRenderer.self, DrawioPages.self, PNGFile.self,
    PDFFile.self, OutlineRenderer.self,
  ]
}

/// What the formats of a scene are written from: the scene, and what several of them need of it, made once.
package final class SceneDocuments {
  package let scene: Scene
  private(set) lazy var svg = SVGRenderer.document(of: scene)
  /// The SVG as a file whose mark has no digest yet.
  private(set) lazy var svgFile = Result { try SVGRenderer.unsealedFile(svg) }
  private(set) lazy var drawio = DrawioRenderer.document(of: scene)
  /// The draw.io document as a file.
  private(set) lazy var drawioFile = Result { try DrawioRenderer.file(drawio) }

  package init(_ scene: Scene) { self.scene = scene }
}
