import Foundation
import Testing

@testable import DiagramCommand

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

  /// An editor that cuts a file before it fills it draws nothing in between.
  @Test func whatIsCutIsNotDrawnUntilItStaysSo() throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write("let a = 1", to: "a.swift")
      var watch = ChangeWatch()
      let start = ContinuousClock.now
      func looks(after milliseconds: Int) -> Bool {
        watch.isToBeDrawn(
          WatchedFiles([folder.path("a.swift")]), at: start + .milliseconds(milliseconds))
      }
      #expect(looks(after: 0) && !looks(after: 50))
      try folder.write("", to: "a.swift")
      #expect(!looks(after: 100) && !looks(after: 150))
      try folder.write("let a = 12", to: "a.swift")
      #expect(looks(after: 200) && !looks(after: 250))
      try folder.write("", to: "a.swift")
      #expect(!looks(after: 300) && !looks(after: 600) && looks(after: 701) && !looks(after: 800))
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
