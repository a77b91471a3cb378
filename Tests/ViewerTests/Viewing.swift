import DiagramModel
import Foundation
import Testing
import ViewerSupport

/// What the viewers show of all pictures and of all negative controls: each viewer starts once.
enum Viewing {
  static func drawing(_ name: String) throws -> OpenedDrawing {
    try #require(try drawings.get().first { $0.name == name })
  }

  static func picture(_ name: String) throws -> ViewedPicture {
    try #require(try viewed.get().first { $0.name == name })
  }

  /// The plain pictures of two themes: what carries a drawing shows the same.
  static func isShownEverywhere(_ name: String) -> Bool {
    let isOfTheme = name.hasPrefix("dark/") || name.hasPrefix("\(Theme.default.name)/")
    return isOfTheme && name.hasSuffix(".svg") && !name.hasSuffix(".drawio.svg")
  }

  private static let drawings = Result {
    try DrawioPeer.open(
      pictures().flatMap(\.drawings)
        + seriesFiles().flatMap { series in series.scenes.indices.map { series.file(page: $0) } }
        + DrawioFlaw.allCases.map { NamedFile(name: $0.fileName, text: $0.file) })
  }

  private static let viewed = Result {
    try PictureViewers.compare(
      pictures().flatMap(\.images).map {
        PictureViewers.Task($0, isShownEverywhere: isShownEverywhere($0.name))
      }
        + PictureFlaw.allCases.map {
          PictureViewers.Task(
            NamedFile(name: $0.fileName, text: $0.file), drawnByRsvg: Data(Sample.svg().utf8))
        })
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips a suite and says why, unless the viewers are required: then it runs and fails.
  static func viewers(missing: [String]) -> Self {
    .enabled(
      if: missing.isEmpty || Viewers.areRequired,
      Comment(rawValue: missing.joined(separator: "; ")))
  }
}
