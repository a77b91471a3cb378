import Foundation
import Testing

/// The scripts, with stand-ins for the programs that they call.
@Suite struct ScriptTests {
  /// Runs a script where the `programs`, shell scripts by name, stand before all others; each notes in
  /// the file `calls` how it was called.
  private func run(
    _ script: String, _ arguments: [String], programs: [String: String], in folder: TemporaryFolder
  ) throws -> (run: Program.Run, calls: [String]) {
    for (name, text) in programs {
      let note = "echo \(name) \"$@\" >> '\(folder.path("calls"))'"
      try folder.write("#!/bin/sh\n\(note)\n\(text)\n", to: "bin/\(name)")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/\(name)"))
    }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let run = try Program.run(
      WorkTree.file("Scripts/\(script)"), arguments, in: folder.path,
      environment: ["PATH": "\(folder.path("bin")):\(path)", "HOME": folder.path])
    let calls = (try? folder.read("calls")) ?? ""
    return (run, calls.split(separator: "\n").map(String.init))
  }

  /// A machine of Debian's without libxml2, and somebody who is not root.
  private static let bare = [
    "id": "echo 1000", "sudo": "exit 0", "apt-get": "exit 0", "swift": "exit 0", "git": "exit 0",
    "pkg-config": "exit 1",
  ]

  @Test func setupBecomesRootOnlyWhenToldTo() throws {
    try withTemporaryFolder { (folder) throws in
      let (setup, calls) = try run("setup", [], programs: Self.bare, in: folder)
      #expect(setup.status == 1)
      #expect(!calls.contains { $0.hasPrefix("sudo") || $0.hasPrefix("apt-get") })
      #expect(setup.errors.contains("installing them needs root: libxml2-dev"))
      #expect(setup.errors.contains("hint: run Scripts/setup --sudo, or as root: apt-get install"))
    }
    try withTemporaryFolder { (folder) throws in
      let (_, calls) = try run("setup", ["--sudo"], programs: Self.bare, in: folder)
      #expect(calls.contains { $0.hasPrefix("sudo ") && $0.hasSuffix(" libxml2-dev") })
    }
  }

  @Test func setupThatMissesNothingCallsNobody() throws {
    try withTemporaryFolder { (folder) throws in
      let there = Self.bare.merging(["pkg-config": "exit 0"]) { $1 }
      let (setup, calls) = try run("setup", [], programs: there, in: folder)
      #expect(setup.status == 0 && setup.output == "" && setup.errors == "")
      #expect(!calls.contains { $0.hasPrefix("sudo") || $0.hasPrefix("apt-get") })
    }
  }

  /// The same build on a terminal and in a pipe, and a summary in both.
  @Test func renderBuildsAlikeEverywhereAndEndsWithTheSummary() throws {
    try withTemporaryFolder { (folder) throws in
      var programs = Self.bare.merging(["pkg-config": "exit 0"]) { $1 }
      programs["swift"] = "case \"$*\" in *--show-bin-path*) echo '\(folder.path("bin"))';; esac"
      programs["diagen"] = "echo '3 images: 3 written, 0 unchanged'"
      let (render, calls) = try run("render", ["nodes"], programs: programs, in: folder)
      #expect(render.status == 0, "\(render.errors)")
      #expect(render.output == "3 images: 3 written, 0 unchanged\n")
      #expect(calls.last == "diagen render --summary nodes")
      let builds = calls.filter { $0.hasPrefix("swift build") }
      #expect(builds.count == 2 && builds.allSatisfy { $0.contains("--no-color-diagnostics") })
    }
  }
}
