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

/// What a series becomes: its files, and what its author should know of though they can be drawn.
public struct Rendering: Hashable, Sendable {
  /// For each picture in its order, one file for each format in the given order.
  public let files: [RenderedFile]
  /// Of severity `warning`, in the order of their places. They change no byte of a file.
  public let diagnostics: [Diagnostic]

  package init(files: [RenderedFile], diagnostics: [Diagnostic]) {
    self.files = files
    self.diagnostics = diagnostics
  }
}

extension Series {
  /// The way of a drawing, from what the author wrote to bytes: the same for the same series, theme
  /// and format on every machine. Nothing is read or written.
  ///
  /// - Parameters:
  ///   - theme: the colours.
  ///   - formats: the files that each picture becomes.
  /// - Returns: the files, and the warnings.
  /// - Throws: ``DiagramError`` with all mistakes of the series, in the order of their places.
  /// - Complexity: some milliseconds for a series of some dozen boxes; the boxes are placed once,
  ///   however many pictures show them.
  public func rendered(
    in theme: Theme, as formats: [OutputFormat] = OutputFormat.allCases
  ) throws -> Rendering {
    let placed = try placed()
    let files = try placed.scenes(in: theme).flatMap { scene in
      let documents = try SceneDocuments(scene)
      return try formats.map { format in
        RenderedFile(
          path: "\(scene.path).\(format.rawValue)", bytes: try format.renderer.render(documents))
      }
    }
    return Rendering(files: files, diagnostics: placed.warnings)
  }

  /// One scene for each picture, all of one geometry.
  package func scenes(in theme: Theme) throws(DiagramError) -> [Scene] {
    try placed().scenes(in: theme)  // + colours; one for each picture
  }

  /// The pictures as one, with a place for everything.
  private func placed() throws(DiagramError) -> PlacedSeries {
    try resolved()  // names become indices, pictures become one; all mistakes at once
      .measured(by: FontMetrics())  // + text sizes
      .placed()  // + rectangles and routes, the same for all pictures
  }
}
