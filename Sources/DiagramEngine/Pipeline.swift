public import DiagramDSL
import DiagramGraph
public import DiagramIcons
public import DiagramModel
import DiagramRender
import DiagramText

/// One picture in one format, or a series in a format that holds all its pictures, ready to be written.
public struct RenderedFile: Hashable, Sendable {
  /// Below the output folder, with the file name extension.
  public let path: String
  /// What belongs into the file; for ``OutputFormat/png`` and ``OutputFormat/pdf``, which another program
  /// makes, the plain SVG that they are made of.
  public let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// What a series becomes: its files, and what its author should know of though they can be drawn.
public struct Rendering: Hashable, Sendable {
  /// For each picture in its order, one file for each format in the given order; after them one file for each
  /// format that holds the whole series.
  public let files: [RenderedFile]
  /// Of severity `warning`, in the order of their places. They change no byte of a file.
  public let diagnostics: [Diagnostic]
  /// What `check` finds in the drawings, if that was asked for.
  package var remarks: [Remark] = []
  /// The places in the code that anything of it comes from, if that was asked for.
  var origins: Set<Origin> = []
  /// What slides need to know of each picture, if that was asked for.
  package var facts: [PictureFacts] = []
  /// The pictures as pages of a file that is not written yet, if that was asked for.
  var pages: [DrawioPages.Page] = []
  /// Why everything lies where it does, if that was asked for.
  package var explanations: [Explanation] = []

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
  ///   - icons: what its icons look like.
  /// - Returns: the files, and the warnings.
  /// - Throws: ``DiagramError`` with all mistakes of the series, in the order of their places.
  /// - Complexity: some milliseconds for a series of some dozen boxes; the boxes are placed once,
  ///   however many pictures show them.
  public func rendered(
    in theme: Theme, as formats: [OutputFormat] = OutputFormat.usual,
    icons: IconLibrary = .own
  ) throws -> Rendering {
    let rendering = try rendered(in: theme, as: formats, icons: icons, examining: .none)
    return Rendering(
      files: rendering.files + (try pagesFiles(rendering.pages)), diagnostics: rendering.diagnostics
    )
  }

  /// The same, with pages that are not written yet, and what is wanted beside the files.
  package func rendered(
    in theme: Theme, as formats: [OutputFormat], icons: IconLibrary, examining: Examination
  ) throws -> Rendering {
    let journal = examining == .explanation ? PhaseJournal() : nil
    let placed = try PhaseJournal.$current.withValue(journal) { try self.placed(icons) }
    let scenes = placed.scenes(in: theme, icons)
    let drawn = try zip(scenes, pictures).map { scene, picture in
      try scene.files(as: formats, at: picture.origin)
    }
    var rendering = Rendering(
      files: drawn.flatMap(\.files),
      diagnostics: (placed.warnings(examining: examining) + placed.coveredTexts(in: scenes))
        .inWrittenOrder())
    rendering.pages = drawn.compactMap(\.page)
    if let journal { rendering.explanations = Explainer(placed, journal).all }
    if examining == .check {
      let remarks = DrawingRemarks(placed, scenes, pictures, seriesAt: origin)
      (rendering.remarks, rendering.facts) = (remarks.all, remarks.facts)
      rendering.origins = remarks.origins.union([origin])
    }
    return rendering
  }

  /// One scene for each picture, all of one geometry.
  package func scenes(
    in theme: Theme, icons: IconLibrary = .own
  ) throws(DiagramError) -> [Scene] {
    try placed(icons).scenes(in: theme, icons)  // + colours; one for each picture
  }

  /// The pictures as one, with a place for everything.
  ///
  /// Mistakes that leave the boxes as they are do not end the way at once, so that those that only
  /// places show are told together with them.
  private func placed(_ icons: IconLibrary) throws(DiagramError) -> PlacedSeries {
    let united = try united(icons)  // names become indices, pictures become one
    if united.diagnostics.contains(where: { $0.kind.spoilsPlaces }) {
      throw DiagramError(united.diagnostics)
    }
    return
      try united
      .measured(by: FontMetrics())  // + text sizes
      .placed()  // + rectangles and routes, the same for all pictures; all mistakes at once
  }
}

extension PlacedSeries {
  /// What its author should know of though it can be drawn; what `check` tells by rules of its own is left to it.
  fileprivate func warnings(examining: Examination) -> [Diagnostic] {
    let marks = examining == .check ? [] : MarksOnOthers(self).diagnostics + arrowsOnTitles
    return (warnings + marks + RegionCheck(self).diagnostics).inWrittenOrder()
  }
}

extension Scene {
  /// One file for each format of single pictures, and a page if one of the others is asked for; what goes
  /// wrong is told at `origin`, the place of the picture.
  fileprivate func files(
    as formats: [OutputFormat], at origin: Origin
  ) throws(DiagramError) -> (files: [RenderedFile], page: DrawioPages.Page?) {
    do {
      let documents = SceneDocuments(self)
      let files = try formats.compactMap { format in
        try format.bytes(of: documents).map {
          RenderedFile(path: "\(path).\(format.rawValue)", bytes: $0)
        }
      }
      let isPage = formats.contains(where: \.holdsSeries)
      return (files, isPage ? try DrawioPages.Page(documents) : nil)
    } catch {
      let message = "picture \(quoted(path)) cannot be written: \(error)"
      throw DiagramError([
        Diagnostic(.unwritable, message, at: origin, hints: ["change what it names in the picture"])
      ])
    }
  }
}

/// A file for each folder that pages are of, in the order of the first pages.
func pagesFiles(_ pages: [DrawioPages.Page]) throws -> [RenderedFile] {
  try each(pages.map(\.folder)).map { folder in
    RenderedFile(
      path: OutputFormat.drawioPages.path(ofSeries: folder),
      bytes: try DrawioPages.render(pages.filter { $0.folder == folder }))
  }
}

extension OutputFormat {
  /// The path of the file that holds the series in a folder: in it, and called like it.
  package func path(ofSeries folder: String) -> String {
    guard let name = folder.split(separator: "/").last else { return "all.\(rawValue)" }
    return "\(folder)/\(name).\(rawValue)"
  }
}
