import DiagramDSL
import DiagramEngine

extension Series {
  /// Where a picture lies below the output folder, without an extension.
  func path(of picture: Picture) -> String {
    path.isEmpty ? picture.name : "\(path)/\(picture.name)"
  }

  /// The files of a picture alone, with the folders of the outputs, in the order of these and their formats.
  func files(of picture: Picture, in outputs: [Output]) -> [String] {
    outputs.flatMap { output in
      let folder = OutputFolder(path: output.folder)
      return output.formats.filter { !$0.holdsSeries }.map {
        folder.path(of: "\(path(of: picture)).\($0.rawValue)")
      }
    }
  }
}

extension Output {
  /// The files of all the pictures, with the folder.
  func paths(of catalog: [Series]) -> [String] {
    catalog.flatMap { series in
      paths(ofSeries: series.path) + series.pictures.flatMap { series.files(of: $0, in: [self]) }
    }
  }

  /// The files that hold all the pictures of a series, with the folder.
  func paths(ofSeries path: String) -> [String] {
    formats.filter(\.holdsSeries).map {
      OutputFolder(path: folder).path(of: $0.path(ofSeries: path))
    }
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
