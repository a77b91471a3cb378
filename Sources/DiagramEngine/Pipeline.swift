public import DiagramDSL
package import DiagramModel

/// The colours of a drawing.
public struct Theme: Sendable {
  /// The name on the command line.
  public let name: String
  /// Every theme, the default first.
  public static let all = ["dark", "light", "print"].map(Theme.init(name:))
}

/// A kind of file that a picture is written as.
public enum OutputFormat: String, CaseIterable, Sendable {
  case drawioSVG = "drawio.svg"
  case svg
  case drawio
}

/// A file to be written.
public struct RenderedFile: Hashable, Sendable {
  /// Below the output folder, with its extension.
  public let path: String
  /// The content.
  public let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

extension Series {
  /// The files of all pictures, in the order of the pictures, then of `formats`.
  ///
  /// - Throws: `DiagramError`, naming all mistakes of the series.
  public func rendered(in theme: Theme, as formats: [OutputFormat]) throws -> [RenderedFile] {
    guard !pictures.isEmpty else {
      throw DiagramError([Diagnostic(.error, "“\(path)” has no picture", at: origin)])
    }
    let repeated = pictures.indices.filter { index in
      pictures[..<index].contains { $0.name == pictures[index].name }
    }
    guard repeated.isEmpty else {
      throw DiagramError(
        repeated.map {
          Diagnostic(
            .error, "two pictures are called “\(pictures[$0].name)”", at: pictures[$0].origin)
        })
    }
    return pictures.flatMap { picture in
      formats.map { format in
        let mark = format == .drawio ? "mxfile host" : "svg data-generator"
        let titles = picture.content.map(\.title).joined(separator: " ")
        let text = "<\(mark)=\"diagen\"><!-- \(theme.name): \(titles) --></svg>\n"
        return RenderedFile(
          path: "\(path)/\(picture.name).\(format.rawValue)", bytes: [UInt8](text.utf8))
      }
    }
  }
}

/// Mistakes that only the whole catalog shows: two pictures that would write one file, names that
/// would leave the folder.
package func catalogDiagnostics(_ catalog: [Series]) -> [Diagnostic] {
  catalog.flatMap { series in
    series.pictures.compactMap { picture in
      let path = "\(series.path)/\(picture.name)"
      guard path.hasPrefix("/") || path.split(separator: "/").contains("..") else { return nil }
      return Diagnostic(
        .error, "“\(path)” would leave the output folder", at: picture.origin,
        hints: ["remove the “..”"])
    }
  }
}
