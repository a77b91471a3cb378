import DiagramEngine
import Foundation
import Testing

@testable import DiagramCommand

@Suite struct OutputFolderTests {
  /// What `write` throws for some bytes at a path below a folder.
  private func failure(
    writing path: String, in output: OutputFolder
  ) -> FileFailure? {
    do throws(FileFailure) {
      _ = try output.write(path, Array("new".utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test func aFileIsWrittenOnceAndThenLeftAlone() throws {
    try withTemporaryFolder { (folder) throws in
      let output = OutputFolder(path: folder.path)
      #expect(try output.write("a/b.svg", [1, 2]) == .written)
      #expect(try output.write("a/b.svg", [1, 2]) == .unchanged)
      #expect(try output.write("a/b.svg", [1, 3]) == .written)
      #expect(try output.write("a/b.svg", [1]) == .written)
      #expect(try output.write("a/b.svg", []) == .written)
      #expect(try output.content(of: "a/b.svg", upTo: 9) == [])
      #expect(try folder.files() == ["a/b.svg"])
    }
  }

  @Test func anEmptyFileIsWrittenWhereThereIsNone() throws {
    try withTemporaryFolder { (folder) throws in
      #expect(try OutputFolder(path: folder.path).write("a.svg", []) == .written)
      #expect(try folder.files() == ["a.svg"])
    }
  }

  @Test func permissionsOfAFileAreKept() throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write("old", to: "a.svg")
      let path = folder.path("a.svg")
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
      #expect(try OutputFolder(path: folder.path).write("a.svg", [1]) == .written)
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o640)
    }
  }

  @Test(arguments: ["../a", "/a", "a/../../b", "a//b", "./a", "a/..", "", "a\0b"])
  func aPathThatLeadsOutIsRefused(path: String) throws {
    try withTemporaryFolder { (folder) throws in
      try folder.makeFolder("out")
      let failure = failure(writing: path, in: OutputFolder(path: folder.path("out")))
      #expect(failure?.reason == "the name leads out of the output folder")
      #expect(try folder.files().isEmpty)
    }
  }

  @Test func aFolderInPlaceOfAFileIsNamed() throws {
    try withTemporaryFolder { (folder) throws in
      try folder.makeFolder("a.svg")
      let failure = failure(writing: "a.svg", in: OutputFolder(path: folder.path))
      #expect(failure?.message == "cannot write “\(folder.path)/a.svg”: it is a folder")
    }
  }

  @Test(arguments: ["out", "out/chapter"])
  func aFileInPlaceOfAFolderIsNamed(file: String) throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write("text", to: file)
      let failure = failure(writing: "chapter/a.svg", in: OutputFolder(path: folder.path("out")))
      #expect(failure?.path == folder.path(file))
      #expect(failure?.reason == "it is a file, not a folder")
      #expect(try folder.read(file) == "text")
    }
  }

  @Test func aLinkInPlaceOfAFileIsNotFollowed() throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write("precious", to: "precious")
      try folder.makeFolder("out")
      try folder.link("out/a.svg", to: "../precious")
      let output = OutputFolder(path: folder.path("out"))
      #expect(
        failure(writing: "a.svg", in: output)?.reason
          == "it is a symbolic link, which is not followed")
      #expect(try folder.read("precious") == "precious")
      #expect(try output.write("a.svg", Array("precious".utf8)) == .unchanged)
    }
  }

  @Test func aLinkedFolderMayOnlyLeadInside() throws {
    try withTemporaryFolder { (folder) throws in
      try folder.makeFolder("outside")
      try folder.makeFolder("out/inside")
      try folder.link("out/bad", to: "../outside")
      try folder.link("out/good", to: "inside")
      try folder.link("out/dangling", to: "nowhere")
      try folder.link("linked", to: "out")
      let output = OutputFolder(path: folder.path("linked"))
      #expect(try output.write("good/a.svg", [1]) == .written)
      let reason = failure(writing: "bad/a.svg", in: output)?.reason
      #expect(reason == "it is a symbolic link that leads out of the output folder")
      let dangling = failure(writing: "dangling/a.svg", in: output)?.reason
      #expect(dangling == "it is a symbolic link that leads nowhere")
      #expect(try folder.files() == ["out/inside/a.svg"])
    }
  }

  @Test func aPipeIsNeitherReadNorReplaced() throws {
    try withTemporaryFolder { (folder) throws in
      #expect(mkfifo(folder.path("a.svg"), 0o600) == 0)
      let failure = failure(writing: "a.svg", in: OutputFolder(path: folder.path))
      #expect(failure?.reason == "it is not a file")
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func aReadOnlyFolderIsNamed() throws {
    try withTemporaryFolder { (folder) throws in
      try folder.makeFolder("closed")
      let path = folder.path("closed")
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: path)
      let failure = failure(writing: "a.svg", in: OutputFolder(path: path))
      #expect(failure?.message == "cannot write “\(path)/a.svg”: Permission denied")
      let deeper = self.failure(writing: "b/a.svg", in: OutputFolder(path: path))
      #expect(deeper?.message == "cannot write “\(path)/b”: Permission denied")
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self")))
  func aFolderThatTakesNoFilesIsNamedAlsoForRoot() throws {
    let failure = failure(writing: "a.svg", in: OutputFolder(path: "/proc/self"))
    #expect(failure?.path == "/proc/self/a.svg")
    #expect(failure?.reason.isEmpty == false)
  }

  @Test func belowAFileThereIsNothing() throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write("text", to: "out")
      let output = OutputFolder(path: folder.path("out"))
      #expect(try output.content(of: "a.svg", upTo: 9) == nil)
      #expect(try output.files(in: ["chapter", ""]) == [])
    }
  }

  @Test func aNameTooLongForTheSystemIsNamed() throws {
    try withTemporaryFolder { (folder) throws in
      let output = OutputFolder(path: folder.path)
      let longest = String(repeating: "x", count: 251) + ".svg"
      #expect(try output.write(longest, [1]) == .written)
      #expect(failure(writing: "x\(longest)", in: output)?.reason == "File name too long")
      #expect(try folder.files() == [longest])
    }
  }

  @Test func filesAreFoundInOrderWithoutHiddenOnesAndLinks() throws {
    try withTemporaryFolder { (folder) throws in
      for name in ["b/z.svg", "b/a/y.svg", "a.svg", "b/.git/x.svg", "c/ü 🚀.svg", "b/.x.svg"] {
        try folder.write("", to: name)
      }
      try folder.link("b/loop", to: "..")
      let output = OutputFolder(path: folder.path)
      #expect(try output.files(in: ["b", "c", "none"]) == ["b/a/y.svg", "b/z.svg", "c/ü 🚀.svg"])
      #expect(try output.files(in: [""]) == ["a.svg"])
    }
  }
}

extension OutputFolder {
  /// Writes whatever lies there.
  fileprivate func write(_ path: String, _ bytes: [UInt8]) throws(FileFailure) -> ImageOutcome {
    try ImageWriter(to: self, isForced: true).write(RenderedFile(path: path, bytes: bytes))
  }
}

@Suite struct InterruptedWriteTests {
  /// A limit on the size of files is what a full disk looks like to a program.
  @Test func aFullDiskLeavesTheOldFileAndNothingElse() throws {
    try withTemporaryFolder { (folder) throws in
      try Program.fixture.run(["render", "pods"], in: folder)
      let before = try folder.read("chapter/network/pods.svg")
      let run = try Program.run(
        "/bin/sh",
        [
          "-c",
          "ulimit -f 0; exec '\(Program.fixture.path)' render all --theme light > /dev/null 2> err",
        ], in: folder.path)
      #expect(run.status == 3)
      #expect(try folder.read("chapter/network/pods.svg") == before)
      let files = try folder.files().filter { $0 != "err" }
      #expect(files == ["drawio", "drawio.svg", "svg"].map { "chapter/network/pods.\($0)" })
    }
  }

  /// Whatever thread writes by then, and whichever the signal reaches: a file or none, and no rest.
  @Test(arguments: ["many", "few"], [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func aProgramThatIsStoppedLeavesWholeFilesOnly(catalog: String, number: Int32) throws {
    let old = ["FIXTURE_CATALOG": catalog, "FIXTURE_TITLE": "old"]
    let new = ["FIXTURE_CATALOG": catalog, "FIXTURE_TITLE": "new"]
    try withTemporaryFolder { (folder) throws in
      try Program.fixture.run(["render", "all", "-o", "old"], in: folder, environment: old)
      try Program.fixture.run(["render", "all", "-o", "new"], in: folder, environment: new)
      for environment in [old, new, old] {
        try stop(by: number, in: folder, environment)
        for file in try folder.files() where file.hasPrefix("out/") {
          #expect(!file.contains(".tmp"))
          let name = file.dropFirst(4)
          let text = try folder.read(file)
          #expect(try text == folder.read("old/\(name)") || text == folder.read("new/\(name)"))
        }
      }
    }
  }

  /// Sends a signal to a program as soon as a file waits for its place.
  private func stop(
    by number: Int32, in folder: TemporaryFolder, _ environment: [String: String]
  ) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.fixture.path)
    process.arguments = ["render", "all", "-o", "out"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    while process.isRunning, try !folder.files().contains(where: { $0.hasSuffix(".tmp") }) {}
    if process.isRunning { kill(process.processIdentifier, number) }
    process.waitUntilExit()
  }
}
