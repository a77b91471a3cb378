public import DiagramEngine
public import DiagramModel

/// A folder of images: where they lie, in which colours, and as which files.
///
/// A program has one or several; each takes every picture of the catalog:
/// ```swift
/// static let outputs = [
///   Output("images", theme: .dark),
///   Output("images/light", theme: .light, formats: [.svg]),
/// ]
/// ```
public struct Output: Hashable, Sendable {
  /// The folder below which the images lie, as seen from where the program is called.
  public let folder: String
  /// The colours.
  public let theme: Theme
  /// The files that each picture becomes, each format once, in the order of all formats.
  public let formats: [OutputFormat]
  /// How many pixels of a PNG a pixel of the natural size becomes, from 0.1 to 10, in hundredths.
  public let scale: Double
  /// What the texts of SVGs are.
  public let text: TextForm

  /// Every picture below `folder`, which is made when it is missing, in each of `formats`; PNGs are so many
  /// times as large as the pictures say, and SVGs have their texts in a form.
  public init(
    _ folder: String = ".", theme: Theme = .default,
    formats: [OutputFormat] = OutputFormat.usual, scale: Double = 1, text: TextForm = .plain
  ) {
    self.scale = scale
    self.text = text
    self.folder = folder.isEmpty ? "." : folder
    self.theme = theme
    self.formats = OutputFormat.allCases.filter(formats.contains)
  }

  /// How files are made that another program makes.
  var conversion: Conversion { Conversion(scale: PixelScale(scale) ?? .natural, text: text) }

  /// The output with other parts, where any is given.
  func with(
    folder: String? = nil, theme: Theme? = nil, formats: [OutputFormat]? = nil,
    scale: PixelScale? = nil, text: TextForm? = nil
  ) -> Output {
    Output(
      folder ?? self.folder, theme: theme ?? self.theme, formats: formats ?? self.formats,
      scale: scale?.number ?? self.scale, text: text ?? self.text)
  }

  /// The folder, however it was written.
  private var place: [Substring] { folder.split(separator: "/").filter { $0 != "." } }

  /// Whether both would write the same files.
  func collides(with other: Output) -> Bool {
    place == other.place && folder.hasPrefix("/") == other.folder.hasPrefix("/")
      && formats.contains(where: other.formats.contains)
  }
}
