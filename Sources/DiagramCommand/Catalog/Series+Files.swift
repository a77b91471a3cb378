import DiagramDSL
import DiagramEngine

extension Series {
  /// Where a picture lies below the output folder, without an extension.
  func path(of picture: Picture) -> String {
    path.isEmpty ? picture.name : "\(path)/\(picture.name)"
  }

  /// The files of a picture, in the order of the formats.
  func files(
    of picture: Picture, as formats: [OutputFormat] = OutputFormat.allCases
  ) -> [String] {
    formats.map { "\(path(of: picture)).\($0.rawValue)" }
  }
}

extension OutputFormat {
  /// The format of a file with this name, by the longest extension that fits.
  init?(ofFile name: String) {
    let fitting = Self.allCases.filter { name.hasSuffix(".\($0.rawValue)") }
    guard let format = fitting.max(by: { $0.rawValue.count < $1.rawValue.count }) else {
      return nil
    }
    self = format
  }

  /// The path of a file of this format, without its extension.
  func picture(ofFile name: String) -> String { String(name.dropLast(rawValue.count + 1)) }
}
