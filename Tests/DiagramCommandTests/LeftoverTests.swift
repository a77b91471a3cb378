import DiagramEngine
import Foundation
import Testing

@testable import DiagramCommand

/// What killed runs leave behind, and what else has such a name.
@Suite struct LeftoverTests {
  /// A number that no process has: it is larger than any system gives.
  private let gone = pid_t.max - 7

  private func name(_ process: pid_t, _ attempt: Int = 0) -> String {
    ".diagen-\(process)-\(attempt).tmp"
  }

  private func age(_ file: String, in folder: TemporaryFolder) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -7200)], ofItemAtPath: folder.path(file))
  }

  @Test func theNextRunRemovesWhatDeadOnesLeft() throws {
    try withTemporaryFolder { (folder) throws in
      let dead = "chapter/network/\(name(gone))"
      for file in [dead, "chapter/network/\(name(gone, 7))", "chapter/architecture/\(name(gone))"] {
        try folder.write("half", to: file)
      }
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o444], ofItemAtPath: folder.path(dead))
      #expect(try Program.fixture.run(["check"], in: folder).status == 1)
      #expect(try folder.files().count == 3)
      #expect(try Program.fixture.run(["render", "all"], in: folder).status == 0)
      #expect(try folder.files() == RenderCommandTests.all.sorted())
      // Also where nothing has to be written.
      try folder.write("half", to: dead)
      #expect(try Program.fixture.run(["render", "pods"], in: folder).status == 0)
      #expect(try folder.files() == RenderCommandTests.all.sorted())
    }
  }

  @Test func layoutRemovesThemToo() throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write(#"{"format":"diagen-graph/1","nodes":[],"edges":[]}"#, to: "in/graph.json")
      for file in ["out/\(name(gone))", name(gone), "in/\(name(gone))"] {
        try folder.write("half", to: file)
      }
      for drawing in ["out/drawing.json", "drawing.json"] {
        #expect(
          try Program("diagen").run(["layout", "in/graph.json", drawing], in: folder).status == 0)
      }
      #expect(
        try folder.files() == [
          "drawing.json", "in/\(name(gone))", "in/graph.json", "out/drawing.json",
        ])
    }
  }

  @Test func aLivingProcessAndALockProtectAFile() throws {
    try withTemporaryFolder { (folder) throws in
      let living = name(getpid()), locked = name(gone, 1)
      for file in [living, locked] { try folder.write("half", to: file) }
      let descriptor = open(folder.path(locked), O_RDONLY)
      #expect(flock(descriptor, LOCK_EX) == 0)
      try age(locked, in: folder)
      removeLeftovers(beside: [folder.path("a.svg")])
      #expect(try folder.files() == [locked, living].sorted())
      close(descriptor)
      // Another process may have got the number in the meantime.
      try age(living, in: folder)
      removeLeftovers(beside: [folder.path("a.svg")])
      #expect(try folder.files().isEmpty)
    }
  }

  @Test func nothingElseIsRemoved() throws {
    try withTemporaryFolder { (folder) throws in
      let others = [
        ".diagen-\(gone)-0.tmp2", ".diagen-x-0.tmp", ".diagen-\(gone).tmp", ".diagen-0-0.tmp",
        ".diagen-0\(gone)-0.tmp", ".diagen-\(gone)-+1.tmp", "diagen-\(gone)-0.tmp", ".diagen.tmp",
        ".diagen--1-0.tmp", ".diagen-\(gone)-0-0.tmp", ".tmp",
      ]
      for file in others { try folder.write("mine", to: file) }
      try folder.makeFolder(name(gone))
      try folder.write("mine", to: "precious")
      try folder.link(name(gone, 1), to: "precious")
      #expect(mkfifo(folder.path(name(gone, 2)), 0o600) == 0)
      let before = try folder.files()
      removeLeftovers(beside: [folder.path("a.svg"), "\(folder.path)/none/a.svg"])
      #expect(try folder.files() == before)
    }
  }

  /// SIGKILL cannot be held back; whatever it hits, the next run finishes.
  @Test func afterKillsTheNextRunLeavesNothingBehind() throws {
    let many = ["FIXTURE_CATALOG": "many"]
    try withTemporaryFolder { (folder) throws in
      for round in 0..<12 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.fixture.path)
        process.arguments = ["render", "all"]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.environment = ProcessInfo.processInfo.environment.merging(many) { $1 }
          .merging(["FIXTURE_TITLE": "\(round)"]) { $1 }
        try process.run()
        usleep(UInt32(10_000 + 4_000 * round))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
      }
      #expect(
        try Program.fixture.run(["render", "all"], in: folder, environment: many).status == 0)
      #expect(try folder.files().count == 120)
      #expect(try Program.fixture.run(["check"], in: folder, environment: many).status == 0)
    }
  }
}

@Suite struct SimultaneousWriteTests {
  @Test func aFileThatSomebodyWritesMeanwhileIsLookedAtAgain() throws {
    try withTemporaryFolder { (folder) throws in
      let files = try drawing("docker"), new = try drawing("containerd")
      let output = OutputFolder(path: folder.path)
      let images = ImageWriter(to: output)
      #expect(try images.write(files[1]) == .written)
      // The person saves when all but the renaming is done.
      let target = folder.path(files[1].path)
      let stamp = FileStamp(at: target)
      let replacement = try output.replacement(for: new[1])
      try replacement.synchronize()
      try folder.write("<svg>mine</svg>", to: files[1].path)
      let isWritten = try replacement.takePlace { FileStamp(at: target) == stamp }
      #expect(!isWritten)
      #expect(try folder.read(files[1].path) == "<svg>mine</svg>")
      #expect(try images.write(new[1]) == .kept(.foreign))
      #expect(try folder.files() == [files[1].path])
    }
  }

  @Test func severalRunsAtOnceAllSucceed() throws {
    let many = ["FIXTURE_CATALOG": "many"]
    try withTemporaryFolder { (folder) throws in
      let processes = try (0..<4).map { number in
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.fixture.path)
        process.arguments = ["render", "all"]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.environment = ProcessInfo.processInfo.environment.merging(many) { $1 }
          .merging(["FIXTURE_TITLE": "\(number)"]) { $1 }
        try process.run()
        return process
      }
      for process in processes {
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
      }
      #expect(try folder.files().count == 120)
      #expect(
        try Program.fixture.run(["render", "all"], in: folder, environment: many).status == 0)
    }
  }
}
