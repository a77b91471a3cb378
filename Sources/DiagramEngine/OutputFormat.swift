package import DiagramRender

/// A file format that pictures are written in.
public struct OutputFormat: Hashable, Sendable, CaseIterable, RawRepresentable {
  /// The file name extension, without the first dot.
  public let rawValue: String

  /// Every format, the one that slides refer to first.
  public static let allCases = FileFormats.all.map { OutputFormat($0) }

  /// What is drawn where nobody says as what.
  public static let usual = [drawioSVG, svg, drawio]

  /// A plain SVG that draw.io opens for editing.
  public static let drawioSVG = OutputFormat(DrawioSVGRenderer.self)
  /// A plain SVG.
  public static let svg = OutputFormat(SVGRenderer.self)
  /// draw.io's own XML.
  public static let drawio = OutputFormat(DrawioRenderer.self)
  /// draw.io's own XML with all pictures of a series, each on a page of its own.
  public static let drawioPages = OutputFormat(DrawioPages.self)
  /// Pixels, which `rsvg-convert` makes of the plain SVG.
  public static let png = OutputFormat(PNGFile.self)
  /// A page, which `rsvg-convert` makes of the plain SVG.
  public static let pdf = OutputFormat(PDFFile.self)

  /// The picture in words.
  public static let outline = OutputFormat(OutlineRenderer.self)

  /// What the file tells of its making; nil where it does not say that diagen wrote it.
  package func mark(of bytes: [UInt8]) -> FileMark? { FileMark(of: bytes, as: file.mark) }

  /// Gives a file of this format, which has all our marks, the digest of its bytes.
  package func seal(_ bytes: inout [UInt8]) { file.mark.seal(&bytes) }

  /// How many bytes at the start of a file tell whether diagen wrote it; nil if that needs all of them.
  package var markReach: Int? { file.mark.reach }

  /// How it is made of a plain SVG; nil for a format that is written from scenes.
  package var conversion: (any ConvertedFormat.Type)? { file as? any ConvertedFormat.Type }

  /// Whether a file holds all the pictures of a folder.
  package var holdsSeries: Bool { self == .drawioPages }

  private let file: any FileFormat.Type

  /// The format of a file name extension; `nil` for one that nothing writes.
  public init?(rawValue: String) {
    guard let format = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = format
  }

  private init(_ file: any FileFormat.Type) {
    self.file = file
    rawValue = file.fileExtension
  }

  /// The bytes of a picture; those of the plain SVG for a format that is made of it, none for one that holds
  /// a whole series.
  ///
  /// - Throws: `XMLError` if a text or id of the scene holds a character that the format cannot.
  func bytes(of documents: SceneDocuments) throws -> [UInt8]? {
    if let renderer = file as? any Renderer.Type { return try renderer.render(documents) }
    return conversion == nil ? nil : try SVGRenderer.render(documents)
  }

  /// Whether both are the same format.
  public static func == (one: OutputFormat, other: OutputFormat) -> Bool {
    one.rawValue == other.rawValue
  }

  /// Feeds the file name extension to the hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
