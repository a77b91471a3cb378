import DiagramModel
import Testing
import ViewerSupport

/// A scene and the files that were made of it.
struct Picture: Sendable, CustomTestStringConvertible {
  let scene: Scene
  /// Named by the scene's path and the format's extension.
  let files: [NamedFile]

  var testDescription: String { scene.path }

  /// The files that draw.io opens.
  var drawings: [NamedFile] { files.filter { $0.name.contains(".drawio") } }

  /// The files that every viewer shows.
  var images: [NamedFile] { files.filter { $0.name.hasSuffix(".svg") } }
}

/// The pictures that the viewers are shown, each in all formats; the sample is among them, because
/// the controls compare with it.
func pictures() -> [Picture] { [Sample.request] }
