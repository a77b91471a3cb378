package import Foundation

/// Chromium and rsvg-convert, side by side.
package enum PictureViewers {
  /// Draws SVG files in both viewers and measures how far they differ, in one start of Chromium.
  ///
  /// - Returns: one picture for each file, in the order of the files.
  /// - Throws: ``ViewerError`` if a viewer cannot be run, if rsvg-convert refuses a file, or if the
  ///   Liberation fonts are missing.
  package static func view(_ files: [NamedFile]) throws -> [ViewedPicture] {
    try compare(files.map { (name: $0.name, svg: $0.content, drawnByRsvg: $0.content) })
  }

  /// As ``view(_:)``, but each viewer draws a file of its own: so tests prove what is noticed.
  package static func compare(
    _ pairs: [(name: String, svg: Data, drawnByRsvg: Data)]
  ) throws -> [ViewedPicture] {
    guard let rsvg = Viewers.rsvgConvert else { throw ViewerError(Viewers.noRsvg) }
    let input = try pairs.map {
      InputFile(name: $0.name, svg: $0.svg, png: try png(of: $0.drawnByRsvg, rsvg: rsvg))
    }
    let scripts = try [Page.script("report"), Page.script("pictures")]
    let report = try Chromium.report(Report.self, scripts: scripts, input: input)
    guard report.hasLiberation else { throw ViewerError(Viewers.noFonts) }
    return report.pictures
  }

  private struct InputFile: Encodable {
    let name: String
    let svg: Data
    let png: Data
  }

  private struct Report: Decodable {
    let hasLiberation: Bool
    let pictures: [ViewedPicture]
  }

  private static func png(of svg: Data, rsvg: URL) throws -> Data {
    let folder = FileManager.default.temporaryDirectory
    let source = folder.appendingPathComponent("diagen-viewer-\(UUID().uuidString).svg")
    try svg.write(to: source)
    defer { try? FileManager.default.removeItem(at: source) }
    return try Command.output(of: rsvg, [source.path], in: folder, seconds: 20)
  }
}
