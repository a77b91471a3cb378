import Foundation

/// The real draw.io (its viewer, 29.2.7), run by Chromium.
package enum DrawioPeer {
  /// Opens files in draw.io, all in one start of Chromium.
  ///
  /// - Parameter files: `.drawio` or `.drawio.svg` files.
  /// - Returns: one drawing for each file, in the order of the files; one that draw.io refuses has
  ///   a ``OpenedDrawing/failure``.
  /// - Throws: ``ViewerError`` if draw.io or Chromium cannot be run.
  package static func open(_ files: [NamedFile]) throws -> [OpenedDrawing] {
    guard let viewer = Viewers.drawioScripts else { throw ViewerError(Viewers.noDrawio) }
    let scripts =
      try [Page.script("report"), Page.script("drawio-settings")] + viewer
      + [Page.script("drawio")]
    let report = try Chromium.report(Report.self, scripts: scripts, input: files)
    guard report.version != nil, report.startup.isEmpty else {
      throw ViewerError("draw.io did not start: \(report.startup.joined(separator: "; "))")
    }
    return report.drawings
  }

  private struct Report: Decodable {
    let version: String?
    let startup: [String]
    let drawings: [OpenedDrawing]
  }
}

/// The scripts of the pages that tests open.
enum Page {
  /// A script of Tests/ViewerSupport/Pages by its name without extension.
  static func script(_ name: String) throws -> URL {
    guard
      let url = Bundle.module.url(
        forResource: name, withExtension: "js", subdirectory: "Pages")
    else { throw ViewerError("there is no page script \(name).js") }
    return url
  }
}
