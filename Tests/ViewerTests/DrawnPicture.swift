import DiagramCatalog
import DiagramDSL
import DiagramEngine
import DiagramModel
import Foundation
import TestSupport
import Testing
import ViewerSupport

/// A scene and the files that were made of it.
struct DrawnPicture: Sendable, CustomTestStringConvertible {
  let scene: Scene
  /// Named by the scene's path and the format's extension.
  let files: [NamedFile]

  var testDescription: String { scene.path }

  /// The files that draw.io opens.
  var drawings: [NamedFile] { files.filter { $0.name.contains(".drawio") } }

  /// The files that every viewer shows.
  var images: [NamedFile] { files.filter { $0.name.hasSuffix(".svg") } }
}

/// The pictures that the viewers are shown, each in all formats: the catalog in its own theme, a page
/// of what it does not use, and the sample that the controls compare with.
func pictures() throws -> [DrawnPicture] {
  try [Sample.request] + (catalog + features).flatMap { try $0.pictures(in: .dark) }
    + features.flatMap { try $0.pictures(in: .light) + $0.pictures(in: .print) }
}

extension Series {
  fileprivate func pictures(in theme: Theme) throws -> [DrawnPicture] {
    let files = try rendered(in: theme).files
    return try scenes(in: theme).map { scene in
      var named = scene
      named.path = "\(theme.name)/\(scene.path)"
      let own = files.filter { $0.path.hasPrefix(scene.path + ".") }
      return DrawnPicture(
        scene: named,
        files: own.map { NamedFile(name: "\(theme.name)/\($0.path)", content: Data($0.bytes)) })
    }
  }
}
