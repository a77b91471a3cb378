import Foundation
import Testing

/// `diagen --watch shop.swift`: edit, see; break, be told; mend, see.
@Suite struct WatchTests {
  @Test func changesAreDrawnAndMistakesTold() throws {
    try withOneFileProgram { diagen in
      let folder = diagen.folder
      try folder.write(OneFileProgram.file(box: "First"), to: "a/shop.swift")
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Program("diagen").path)
      process.arguments = ["--watch", "a/shop.swift", "--format", "svg"]
      process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
      process.environment = ProcessInfo.processInfo.environment.merging(diagen.environment) { $1 }
      try folder.write("", to: "errors")
      process.standardError = try FileHandle(
        forWritingTo: URL(fileURLWithPath: folder.path("errors")))
      try process.run()
      defer {
        process.terminate()
        process.waitUntilExit()
      }
      let picture = { (try? folder.read("a/shop/overview.svg")) ?? "" }
      #expect(wait { picture().contains("First") })
      try folder.write(OneFileProgram.file(box: "Second"), to: "a/shop.swift")
      #expect(wait { picture().contains("Second") })
      try folder.write("import DiagramDSL\nlet shop = \n", to: "a/shop.swift")
      #expect(
        wait {
          (try? folder.read("errors").contains("a/shop.swift:2:11: error: expected")) ?? false
        })
      #expect(picture().contains("Second") && process.isRunning)
      // As editors save: another file takes the name.
      try folder.write(OneFileProgram.file(box: "Third"), to: "a/new")
      #expect(rename(folder.path("a/new"), folder.path("a/shop.swift")) == 0)
      #expect(wait { picture().contains("Third") })
      let catalog = try diagen.run("render", "--watch", "all")
      #expect(catalog.status == 2 && catalog.errors.contains("--watch looks at files"))
    }
  }

  /// Looks until something is so, for a minute at most: other tests run too.
  private func wait(until isSo: () -> Bool) -> Bool {
    for _ in 0..<600 {
      if isSo() { return true }
      Thread.sleep(forTimeInterval: 0.1)
    }
    return false
  }
}
