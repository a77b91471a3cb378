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

  private static let drawings = Result {
    try DrawioPeer.open(
      pictures().flatMap(\.drawings)
        + DrawioFlaw.allCases.map { NamedFile(name: $0.fileName, text: $0.file) })
  }

  private static let viewed = Result {
    try PictureViewers.compare(
      pictures().flatMap(\.images).map { ($0.name, svg: $0.content, drawnByRsvg: $0.content) }
        + PictureFlaw.allCases.map {
          ($0.fileName, svg: Data($0.file.utf8), drawnByRsvg: Data(Sample.svg().utf8))
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
