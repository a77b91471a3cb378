import DiagramEngine
import DiagramModel
import Foundation
import TestSupport
import Testing
import ViewerSupport

/// Pictures that are light or dark as people prefer.
@Suite(.serialized, .viewers(missing: Viewers.missingForPictures))
struct AdaptiveTests {
  /// A page for each way in which an SVG is shown: as an image, in the page itself, and alone.
  private static let ways = ["image", "inline", "alone"]

  /// What Chromium shows of a picture in a theme.
  private func screenshot(
    of file: RenderedFile, shown way: String, prefersDark: Bool, in folder: URL
  ) throws -> Data {
    let name = UUID().uuidString
    let svg = folder.appendingPathComponent("\(name).svg")
    try Data(file.bytes).write(to: svg)
    let page = folder.appendingPathComponent("\(name).html")
    let text = String(decoding: file.bytes, as: UTF8.self)
    let content =
      way == "image"
      ? "<img src=\"\(name).svg\">"
      : String(text[(text.range(of: "<svg")?.lowerBound ?? text.startIndex)...])
    let html =
      "<!DOCTYPE html><meta charset=utf-8><style>:root{color-scheme:light dark}body{margin:0}</style>"
      + "<body>\(content)</body>"
    try Data(html.utf8).write(to: page)
    let session = try ChromiumSession(
      at: (way == "alone" ? svg : page).absoluteString, prefersDark: prefersDark)
    defer { session.close() }
    _ = try session.waits(for: "document.readyState == 'complete'")
    _ = try session.waits(for: "[...document.images].every(image => image.complete)")
    return try session.screenshot()
  }

  /// To the pixel, on the background that a browser gives such a page.
  @Test(arguments: ways, [false, true])
  func aBrowserShowsWhatIsPreferred(way: String, prefersDark: Bool) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("diagen-adaptive-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for series in way == "image" ? Array(features.prefix(4)) : Array(features.prefix(1)) {
      let file = try series.rendered(in: .adaptive, as: [.svg]).files[0]
      var plain = try series.rendered(in: prefersDark ? .dark : .light, as: [.svg]).files[0]
      if way == "alone", prefersDark {
        // A page of one SVG is white, whatever is preferred, unless it says that it can be dark.
        let text = String(decoding: plain.bytes, as: UTF8.self)
          .replacing("</title>", with: "</title><style>:root{color-scheme:dark}</style>")
        plain = RenderedFile(path: plain.path, bytes: Array(text.utf8))
      }
      let shown = try screenshot(of: file, shown: way, prefersDark: prefersDark, in: folder)
      #expect(
        try shown == screenshot(of: plain, shown: way, prefersDark: prefersDark, in: folder),
        "\(file.path)")
      let other = try series.rendered(in: prefersDark ? .light : .dark, as: [.svg]).files[0]
      #expect(
        try shown != screenshot(of: other, shown: way, prefersDark: prefersDark, in: folder))
    }
  }

  /// rsvg-convert asks nobody.
  @Test func whoKnowsNoPreferencesShowsTheLightPicture() throws {
    let pictures = try features.prefix(6).flatMap { series in
      try zip(
        series.rendered(in: .adaptive, as: [.svg]).files,
        series.rendered(in: .light, as: [.svg]).files)
    }
    let tasks = pictures.map { adaptive, light in
      PictureViewers.Task(
        NamedFile(name: light.path, content: Data(light.bytes)), drawnByRsvg: Data(adaptive.bytes))
    }
    for picture in try PictureViewers.compare(tasks) {
      #expect(picture.failure == nil)
      for comparison in picture.others.flatMap(\.comparisons) {
        #expect(comparison.worstTileShare < 0.35, "\(picture.name): \(comparison)")
        #expect(comparison.differingShare < 0.01, "\(picture.name): \(comparison)")
      }
    }
  }

  /// draw.io has the light colours, and no word of others.
  @Test func drawioGetsPlainColours() throws {
    for series in features {
      let files = try [Theme.adaptive, .light].map { theme in
        try series.rendered(in: theme, as: [.drawio]).files.map(\.bytes)
      }
      #expect(files[0] == files[1])
    }
  }
}
