import Foundation
import Testing

/// `Scripts/install` and `Scripts/package`, with the programs of the tests' own build.
@Suite struct InstallTests {
  /// Runs a script where `missing`, programs that not every system has, are not there.
  private func script(
    _ name: String, _ arguments: [String], missing: [String] = [], in folder: TemporaryFolder
  ) throws -> Program.Run {
    for program in missing {
      try folder.write("#!/bin/sh\nexit 127\n", to: "bin/\(program)")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/\(program)"))
    }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return try Program.run(
      WorkTree.file("Scripts/\(name)"), arguments, in: folder.path,
      environment: [
        "SOURCE_DATE_EPOCH": "1700000000", "PATH": "\(folder.path("bin")):\(path)",
      ])
  }

  /// Draws a file with an installed program that does not know the build.
  private func expectDraws(_ program: String, in folder: TemporaryFolder) throws {
    try folder.write(OneFileProgram.file(), to: "shop.swift")
    let run = try Program.run(
      program, ["shop.swift", "--fresh", "--format", "svg"], in: folder.path,
      environment: ["XDG_CACHE_HOME": folder.path("cache")])
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    #expect(try folder.read("shop/overview.svg").contains("Website"))
    try folder.remove("shop")
  }

  @Test func whatIsInstalledRunsAndGoesAwayAsAWhole() throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write("mine", to: "prefix/lib/diagen/Modules/mine")
      try folder.makeFolder("prefix/share/empty")
      let arguments = ["--prefix", "prefix", "--from", Program.buildFolder]
      for _ in 0..<2 {
        let install = try script("install", arguments, missing: ["tac"], in: folder)
        #expect(install.status == 0, "\(install.output)\(install.errors)")
      }
      // Moved, it still finds what is its.
      try FileManager.default.moveItem(
        atPath: folder.path("prefix"), toPath: folder.path("else where"))
      try expectDraws(folder.path("else where/bin/diagen"), in: folder)
      let files = try folder.files().filter { $0.hasPrefix("else where/") }
      #expect(files.contains("else where/lib/diagen/source/Sources/DiagramDSL/Series.swift"))
      #expect(files.contains("else where/share/bash-completion/completions/diagen"))
      #expect(files.contains("else where/share/man/man1/diagen.1"))
      for program in ["diagen-draw", "diagen-preview"] {
        let path = folder.path("else where/lib/diagen/\(program)")
        #expect(FileManager.default.isExecutableFile(atPath: path), "\(program)")
      }
      #expect(!files.contains { $0.contains("DiagramCommand") })
      // The drawings of this package are none of whoever installed it.
      for command in [["render", "all"], ["check"], ["list"]] {
        let run = try Program.run(folder.path("else where/bin/diagen"), command, in: folder.path)
        #expect(
          run.status == 2 && run.errors.contains("diagen draws files, and none is named"), "\(run)")
      }
      let removal = try script(
        "install", ["--uninstall", "--prefix", "else where"], missing: ["tac"], in: folder)
      #expect(removal.status == 0, "\(removal.errors)")
      let left = try FileManager.default.subpathsOfDirectory(atPath: folder.path("else where"))
        .sorted()
      #expect(
        left == [
          "lib", "lib/diagen", "lib/diagen/Modules", "lib/diagen/Modules/mine", "share",
          "share/empty",
        ])
      let again = try script("install", ["--uninstall", "--prefix", "else where"], in: folder)
      #expect(again.status == 1 && again.errors.contains("there is no diagen in"))
      #expect(
        try script("install", ["--nonsense"], in: folder).errors.hasPrefix(
          "error: usage: Scripts/install"))
      #expect(try script("install", ["--prefix", "p", "--from", "no"], in: folder).status == 1)
    }
  }

  /// As `dpkg -i` does it, into a root of its own.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/dpkg-deb")))
  func thePackageIsInstalledAndRemoved() throws {
    try withTemporaryFolder { (folder) throws in
      let pack = try script("package", ["--from", Program.buildFolder, "out"], in: folder)
      try #require(pack.status == 0 && pack.lines.count == 2, "\(pack)")
      let (archive, package) = (pack.lines[0], pack.lines[1])
      for path in ["info", "updates", "triggers"] {
        try folder.makeFolder("root/var/lib/dpkg/\(path)")
      }
      for path in ["status", "available"] { try folder.write("", to: "root/var/lib/dpkg/\(path)") }
      let root = [
        "--root=\(folder.path("root"))", "--log=/dev/null", "--force-depends", "--force-not-root",
      ]
      let install = try Program.run("/usr/bin/dpkg", root + ["-i", package], in: folder.path)
      #expect(install.status == 0, "\(install.errors)")
      try expectDraws(folder.path("root/usr/bin/diagen"), in: folder)
      for file in ["share/man/man1/diagen.1", "lib/diagen/diagen-preview"] {
        #expect(FileManager.default.fileExists(atPath: folder.path("root/usr/\(file)")), "\(file)")
      }
      let remove = try Program.run("/usr/bin/dpkg", root + ["-r", "diagen"], in: folder.path)
      #expect(remove.status == 0, "\(remove.errors)")
      #expect(!FileManager.default.fileExists(atPath: folder.path("root/usr/lib/diagen")))
      let unpack = try Program.run("/usr/bin/env", ["tar", "-xzf", archive], in: folder.path)
      #expect(unpack.status == 0)
      let tree = try #require(
        FileManager.default.contentsOfDirectory(atPath: folder.path).first {
          $0.hasPrefix("diagen-")
        })
      try expectDraws(folder.path("\(tree)/bin/diagen"), in: folder)
    }
  }

  /// What cannot run here is checked by what it says.
  @Test func theDockerfileBuildsFromWhatIsThere() throws {
    let text = try String(contentsOfFile: WorkTree.file("Dockerfile"), encoding: .utf8)
    let lines = text.split(separator: "\n").map(String.init)
    let sources = lines.filter { $0.hasPrefix("COPY ") && !$0.contains("--from") }
      .flatMap { $0.split(separator: " ").dropFirst().dropLast().map(String.init) }
    #expect(sources.contains("Package.swift") && sources.contains("Sources"))
    for source in sources {
      #expect(FileManager.default.fileExists(atPath: WorkTree.file(source)), "\(source)")
    }
    // Every folder that the manifest names has to be there, or SwiftPM refuses.
    let manifest = try String(contentsOfFile: WorkTree.file("Package.swift"), encoding: .utf8)
    for path in manifest.matches(of: /path: "([A-Za-z]+)/).map({ String($0.1) }) {
      #expect(sources.contains(path), "\(path)")
    }
    // And every file that is installed as it is.
    let install = try String(contentsOfFile: WorkTree.file("Scripts/install"), encoding: .utf8)
    let installed = install.matches(of: #/\bput ([A-Z][\w./]+) /#).map { String($0.1) }
    #expect(installed.contains("Documentation/diagen.1"))
    for file in installed { #expect(sources.contains(file), "\(file)") }
    let workflow = try String(
      contentsOfFile: WorkTree.file(".github/workflows/ci.yml"), encoding: .utf8)
    let images = lines.filter { $0.hasPrefix("FROM ") }.map { $0.split(separator: " ")[1] }
    #expect(images.count == 2 && images.allSatisfy { workflow.contains("container: \($0)") })
    #expect(
      text.contains("Scripts/install --prefix /opt/diagen")
        && text.contains("ENTRYPOINT [\"diagen\"]"))
  }
}
