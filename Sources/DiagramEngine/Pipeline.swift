public import DiagramDSL
public import DiagramModel
import DiagramRender
import DiagramText

/// One picture in one format, ready to be written.
public struct RenderedFile: Hashable, Sendable {
  /// Below the output folder, with the file name extension.
  public let path: String
  /// What belongs into the file.
  public let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

extension Series {
  /// The way of a drawing, from what the author wrote to bytes: the same for the same series, theme
  /// and format on every machine. Nothing is read or written.
  ///
  /// - Parameters:
  ///   - theme: the colours.
  ///   - formats: the files that each picture becomes.
  /// - Returns: for each picture in its order, one file for each format in the given order.
  /// - Throws: ``DiagramError`` with all mistakes of the series, in the order of their lines.
  /// - Complexity: some milliseconds for a series of some dozen boxes; the boxes are placed once,
  ///   however many pictures show them.
  public func rendered(
    in theme: Theme, as formats: [OutputFormat] = OutputFormat.allCases
  ) throws -> [RenderedFile] {
    try scenes(in: theme).flatMap { scene in
      let documents = try SceneDocuments(scene)
      return try formats.map { format in
        RenderedFile(
          path: "\(scene.path).\(format.rawValue)", bytes: try format.renderer.render(documents))
      }
    }
  }

  /// One scene for each picture, all of one geometry.
  package func scenes(in theme: Theme) throws(DiagramError) -> [Scene] {
    try resolved()  // names become indices, pictures become one; all mistakes at once
      .measured(by: FontMetrics())  // + text sizes
      .placed()  // + rectangles and routes, the same for all pictures
      .scenes(in: theme)  // + colours; one for each picture
  }
}
