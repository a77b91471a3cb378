import DiagramDSL
import DiagramEngine
import DiagramModel
import Foundation
import TestSupport
import Testing

/// The features and their files as they were when somebody last looked at them.
///
/// A mismatch writes what came out to `.got/` at the package root. Look at the picture; if it is
/// right, `UPDATE_GOLDENS=1 swift test --filter GoldenTests` takes it over.
@Suite struct GoldenTests {
  @Test func nothingHasChangedUnseen() throws {
    let goldens = try Goldens()
    for series in features {
      for scene in try series.scenes(in: .dark) {
        try goldens.check(Data(scene.dump.utf8), "\(scene.path).scene")
      }
      for file in try series.rendered(in: .dark, as: OutputFormat.usual + [.outline]).files {
        try goldens.check(Data(file.bytes), file.path)
      }
      for theme in [Theme.light, .print] {
        for file in try series.rendered(in: theme, as: [.svg]).files {
          try goldens.check(Data(file.bytes), "\(theme.name)/\(file.path)")
        }
      }
    }
    try goldens.finish()
  }
}

/// The folder of the goldens, and what was compared with it.
private final class Goldens {
  private let folder: URL
  private let got: URL
  private let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"
  private var seen: Set<String> = []

  init() throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    folder = tests.appending(path: "Goldens")
    got = tests.deletingLastPathComponent().deletingLastPathComponent().appending(path: ".got")
  }

  func check(_ data: Data, _ name: String) throws {
    seen.insert(name)
    let golden = folder.appending(path: name)
    if isUpdating {
      try write(data, to: golden)
    } else if (try? Data(contentsOf: golden)) != data {
      try write(data, to: got.appending(path: name))
      Issue.record("\(name) is not its golden; look at .got/\(name)")
    }
  }

  /// Reports goldens that nothing makes any more, or removes them.
  func finish() throws {
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    for name in (files ?? []).sorted() where name.contains(".") && !seen.contains(name) {
      if isUpdating {
        try FileManager.default.removeItem(at: folder.appending(path: name))
      } else {
        Issue.record("nothing makes the golden \(name) any more")
      }
    }
  }

  private func write(_ data: Data, to file: URL) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file, options: .atomic)
  }
}
