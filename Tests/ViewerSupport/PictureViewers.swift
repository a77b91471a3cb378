package import Foundation

/// Chromium, and beside it the other viewers that there are.
package enum PictureViewers {
  /// What is shown to the viewers.
  package struct Task: Sendable {
    let name: String
    let svg: Data
    let drawnByRsvg: Data
    let isShownEverywhere: Bool

    /// - Parameters:
    ///   - file: an SVG file.
    ///   - drawnByRsvg: what rsvg-convert draws instead: so tests prove what is noticed.
    ///   - isShownEverywhere: whether all viewers draw it, not only Chromium and rsvg-convert.
    package init(_ file: NamedFile, drawnByRsvg: Data? = nil, isShownEverywhere: Bool = false) {
      name = file.name
      svg = file.content
      self.drawnByRsvg = drawnByRsvg ?? file.content
      self.isShownEverywhere = isShownEverywhere
    }
  }

  /// Draws SVG files in the viewers and measures how far these differ from Chromium, each viewer in
  /// one start.
  ///
  /// - Parameters:
  ///   - tasks: what is drawn.
  ///   - hidden: the viewers that do not have the Liberation fonts, nor others of their widths.
  /// - Returns: one picture for each file, in the order of the files.
  /// - Throws: ``ViewerError`` if Chromium or rsvg-convert cannot be run or refuses a file, or if
  ///   the Liberation fonts are missing. Where another viewer fails, its views are missing.
  package static func compare(
    _ tasks: [Task], withoutLiberation hidden: Set<Viewer> = []
  ) throws -> [ViewedPicture] {
    guard let rsvg = Viewers.rsvgConvert else { throw ViewerError(Viewers.noRsvg) }
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let fonts = hidden.contains(.rsvgConvert) ? FontSettings.withoutLiberation : .system
    var images = try tasks.map { try png(of: $0.drawnByRsvg, rsvg: rsvg, in: folder, fonts) }
    var views = tasks.indices.map { [View(viewer: "rsvg-convert", image: $0)] }
    let shared = tasks.indices.filter { tasks[$0].isShownEverywhere }
    for viewer in MoreViewers.installed where !shared.isEmpty {
      guard let drawn = drawn(by: viewer, shared.map { tasks[$0].svg }, in: folder) else {
        continue
      }
      for (task, place) in zip(shared, drawn.places) {
        views[task].append(
          View(
            viewer: viewer.rawValue, image: images.count + place.image, y: place.y,
            background: MoreViewers.background))
      }
      images += drawn.images
    }
    let pictures = zip(tasks, views).map { InputPicture(name: $0.name, svg: $0.svg, views: $1) }
    let report = try Chromium.report(
      Report.self, scripts: [Page.script("report"), Page.script("pictures")],
      input: Input(images: images, pictures: pictures), seconds: 150,
      fonts: hidden.contains(.chromium) ? .unhintedWithoutLiberation : .unhinted)
    guard report.hasLiberation != hidden.contains(.chromium) else {
      throw ViewerError(Viewers.noFonts)
    }
    return report.pictures
  }

  /// A viewer whose fonts can be hidden.
  package enum Viewer: Sendable {
    case chromium, rsvgConvert
  }

  private struct Input: Encodable {
    let images: [Data]
    let pictures: [InputPicture]
  }

  private struct InputPicture: Encodable {
    let name: String
    let svg: Data
    let views: [View]
  }

  private struct View: Encodable {
    let viewer: String
    /// The index of the image.
    let image: Int
    /// Where the picture begins in an image that holds several; nil for one with nothing else.
    var y: Int?
    /// The only colour over which it can be compared; nil for any.
    var background: String?
  }

  private struct Report: Decodable {
    let hasLiberation: Bool
    let pictures: [ViewedPicture]
  }

  private static func drawn(
    by viewer: MoreViewers, _ files: [Data], in folder: URL
  ) -> MoreViewers.Drawn? {
    do {
      return try viewer.draw(files, in: folder)
    } catch {
      print("note: \(error)")
      return nil
    }
  }

  private static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("diagen-viewer-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private static func png(
    of svg: Data, rsvg: URL, in folder: URL, _ fonts: FontSettings
  ) throws -> Data {
    let source = folder.appendingPathComponent("\(UUID().uuidString).svg")
    try svg.write(to: source)
    return try Command.output(
      of: rsvg, [source.path], environment: try fonts.environment(in: folder), in: folder,
      seconds: 20)
  }
}
