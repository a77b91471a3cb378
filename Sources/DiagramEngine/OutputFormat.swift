package import DiagramRender

/// A file format that pictures are written in; there is one for each renderer.
public struct OutputFormat: Hashable, Sendable, CaseIterable, RawRepresentable {
  /// The file name extension, without the first dot.
  public let rawValue: String

  /// Every format, the one that slides refer to first.
  public static let allCases = Renderers.all.map { OutputFormat($0) }

  /// A plain SVG that draw.io opens for editing.
  public static let drawioSVG = OutputFormat(DrawioSVGRenderer.self)
  /// A plain SVG.
  public static let svg = OutputFormat(SVGRenderer.self)
  /// draw.io's own XML.
  public static let drawio = OutputFormat(DrawioRenderer.self)

  /// What the file tells of its making; nil where it does not say that diagen wrote it.
  package func mark(of bytes: [UInt8]) -> FileMark? { FileMark(of: bytes, as: renderer.mark) }

  /// Gives a file of this format, whose root element has all our marks, the digest of its bytes.
  package func seal(_ bytes: inout [UInt8]) { renderer.mark.seal(&bytes) }

  let renderer: any Renderer.Type

  /// The format of a file name extension; `nil` for one that nothing writes.
  public init?(rawValue: String) {
    guard let format = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = format
  }

  private init(_ renderer: any Renderer.Type) {
    self.renderer = renderer
    rawValue = renderer.fileExtension
  }

  /// Whether both are the same format.
  public static func == (one: OutputFormat, other: OutputFormat) -> Bool {
    one.rawValue == other.rawValue
  }

  /// Feeds the file name extension to the hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
