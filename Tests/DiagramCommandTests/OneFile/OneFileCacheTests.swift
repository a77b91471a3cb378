import Dispatch
import Foundation
import Synchronization
import TestSupport
import Testing

/// What `diagen` keeps of a run, so that the next one starts no compiler.
@Suite struct OneFileCacheTests {
  @Test func theSecondRunStartsNoCompilerAndDrawsTheSameBytes() throws {
    try withOneFileProgram { diagen in
      try diagen.folder.write(OneFileProgram.file(), to: "a/shop.swift")
      #expect(try diagen.run("a/shop.swift").status == 0)
      #expect(diagen.compilerStarts == 1)
      let first = try diagen.content(of: "a")
      try diagen.folder.remove("a/shop")
      let second = try diagen.run("a/shop.swift", "--summary")
      #expect(second.lines == ["3 images: 3 written, 0 unchanged"])
      #expect(try diagen.content(of: "a") == first)
      // Another theme is drawn anew, of the same library.
      #expect(try diagen.run("a/shop.swift", "--theme", "dark", "-o", "dark").status == 0)
      #expect(diagen.compilerStarts == 1)
      // Another content is another picture, and back again the old one.
      try diagen.folder.write(OneFileProgram.file(box: "Shop"), to: "a/shop.swift")
      #expect(try diagen.run("a/shop.swift").status == 0)
      #expect(diagen.compilerStarts == 2)
      #expect(try diagen.folder.read("a/shop/overview.svg").contains(">Shop<"))
      try diagen.folder.write(OneFileProgram.file(), to: "a/shop.swift")
      #expect(try diagen.run("a/shop.swift").status == 0)
      #expect(try diagen.content(of: "a") == first && diagen.compilerStarts == 2)
      #expect(try diagen.run("--fresh", "a/shop.swift").status == 0)
      #expect(try diagen.content(of: "a") == first && diagen.compilerStarts == 3)
      // Another compiler, by its time, is asked for itself.
      try diagen.setCompiler("exec \"$swiftc\" \"$@\" # another one")
      #expect(try diagen.run("a/shop.swift").status == 0)
      #expect(try diagen.content(of: "a") == first && diagen.compilerStarts == 4)
      #expect(try diagen.content(of: "tmp").isEmpty)
    }
  }

  /// What is in the files of icons decides on the picture, and nothing else in their folder.
  @Test func filesOfDrawingsShowIconsOfFolders() throws {
    try withOneFileProgram { diagen in
      let icon = { (path: String) in
        #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="\#(path)"/></svg>"#
      }
      let source = OneFileProgram.file().replacing(
        "Component(\"Website\")", with: "Icon(\"own/net/router\", \"Router\")")
      try diagen.folder.write(source, to: "a/shop.swift")
      try diagen.folder.write(icon("M1 1h8v3z"), to: "pack/net/router.svg")
      let without = try diagen.run("a/shop.swift")
      #expect(
        without.status == 2 && without.errors.contains("there is no icon “own/net/router”"),
        "\(without.errors)")
      let first = try diagen.run("a/shop.swift", "--icons", "own=pack")
      #expect(first.status == 0, "\(first.errors)")
      let picture = try diagen.folder.read("a/shop/overview.svg")
      // Nothing is drawn again while the icon is the same, whatever else changes.
      try diagen.folder.write(icon("M2 2h1v1z"), to: "pack/other.svg")
      let second = try diagen.run("a/shop.swift", "--icons", "own=pack", "--summary")
      #expect(second.lines == ["3 images: 0 written, 3 unchanged"])
      try diagen.folder.write(icon("M1 1h8v9z"), to: "pack/net/router.svg")
      #expect(try diagen.run("check", "a/shop.swift", "--icons", "own=pack").status == 1)
      #expect(try diagen.run("a/shop.swift", "--icons", "own=pack").status == 0)
      #expect(try diagen.folder.read("a/shop/overview.svg") != picture)
      #expect(diagen.compilerStarts == 1)
      let unknown = try diagen.run("a/shop.swift", "--icons", "own=nowhere")
      #expect(unknown.status == 2 && unknown.errors.contains("there is no folder “nowhere”"))
    }
  }

  /// What reaches more than the language may draw something else each time.
  @Test func filesThatMayReadOthersAreDrawnAtEachRun() throws {
    try withOneFileProgram { diagen in
      let source = OneFileProgram.file().replacing("import", with: "import Foundation\nimport")
        .replacing(
          "\"Website\"",
          with: "(try? String(contentsOfFile: \"name\", encoding: .utf8)) ?? \"none\"")
      try diagen.folder.write(source, to: "a/shop.swift")
      for name in ["first", "second"] {
        try diagen.folder.write(name, to: "name")
        let run = try diagen.run("a/shop.swift", "--format", "svg")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try diagen.folder.read("a/shop/overview.svg").contains(">\(name)<"))
      }
      #expect(diagen.compilerStarts == 1)
    }
  }

  /// Whatever lies in the cache, the picture is that of the file.
  @Test(arguments: UInt64(0)..<4)
  func damageCountsAsNothing(seed: UInt64) throws {
    try withOneFileProgram { diagen in
      try diagen.folder.write(OneFileProgram.file(), to: "a/shop.swift")
      #expect(try diagen.run("a/shop.swift").status == 0)
      let first = try diagen.content(of: "a")
      let entries = try diagen.folder.files().filter {
        $0.hasPrefix("cache/diagen/answers/") || $0.hasPrefix("cache/diagen/libraries/")
      }
      #expect(entries.count == 2)
      var random = SeededGenerator(seed: seed)
      for entry in entries {
        let url = URL(fileURLWithPath: diagen.folder.path(entry))
        var bytes = [UInt8](try Data(contentsOf: url))
        switch seed {
        case 0: bytes = []
        case 1: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
        case 2: bytes = (0..<500).map { _ in UInt8.random(in: 0...255, using: &random) }
        default:
          for _ in 0..<3 {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] ^=
              1 << UInt8.random(in: 0..<8, using: &random)
          }
        }
        try Data(bytes).write(to: url)
      }
      try diagen.folder.remove("a/shop")
      #expect(try diagen.run("a/shop.swift").status == 0)
      #expect(try diagen.content(of: "a") == first && diagen.compilerStarts == 2)
      // And what was damaged is whole again.
      #expect(try diagen.run("a/shop.swift").status == 0)
      #expect(diagen.compilerStarts == 2)
    }
  }

  @Test func twoRunsAtOnceDrawTheSame() throws {
    try withOneFileProgram { diagen in
      try diagen.folder.write(OneFileProgram.file(), to: "a/shop.swift")
      let (path, environment) = (diagen.folder.path, diagen.environment)
      let runs = Mutex<[Program.Run]>([])
      DispatchQueue.concurrentPerform(iterations: 2) { _ in
        let run = try? Program.run(
          Program("diagen").path, ["a/shop.swift"], in: path, environment: environment)
        runs.withLock { $0 += run.map { [$0] } ?? [] }
      }
      for run in runs.withLock(\.self) { #expect(run.status == 0 && run.errors == "", "\(run)") }
      #expect(runs.withLock(\.count) == 2)
      let first = try diagen.content(of: "a")
      #expect(first.count == 4)
      let starts = diagen.compilerStarts
      #expect(try diagen.run("--fresh", "a/shop.swift").status == 0)
      #expect(try diagen.content(of: "a") == first && diagen.compilerStarts == starts + 1)
    }
  }

  /// A run that is killed while it compiles leaves nothing that another one would trip over.
  @Test func anInterruptedRunLeavesNothingBehind() throws {
    try withOneFileProgram { diagen in
      try diagen.folder.write(OneFileProgram.file(), to: "a/shop.swift")
      try diagen.setCompiler("kill -9 $PPID; exit 1")
      #expect(try diagen.run("a/shop.swift").status == -9)
      #expect(try diagen.content(of: "a").count == 1)
      #expect(try diagen.content(of: "tmp").isEmpty == false)
      try diagen.setCompiler("exec \"$swiftc\" \"$@\"")
      #expect(try diagen.run("a/shop.swift").status == 0)
      #expect(try diagen.content(of: "tmp").isEmpty)
      // A compiler that breaks down is told as it is.
      try diagen.setCompiler("kill -9 $$")
      let run = try diagen.run("a/shop.swift")
      #expect(run.status == 2 && run.errors.contains("was ended by signal 9 and said nothing"))
    }
  }

  /// For another compiler only what draws is built, which needs no other package.
  @Test func whatIsBuiltForAnotherCompilerNeedsNoOtherPackage() throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.run(
        "/usr/bin/env",
        [
          "swift", "package", "dump-package", "--package-path", WorkTree.path, "--scratch-path",
          folder.path("build"),
        ],
        in: folder.path, environment: ["DIAGEN_ONLY_DRAWING": "1"])
      let package = try #require(
        JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any], "\(run.errors)"
      )
      #expect((package["dependencies"] as? [Any])?.isEmpty == true)
      let targets = (package["targets"] as? [[String: Any]] ?? []).compactMap {
        $0["name"] as? String
      }
      #expect(
        targets.contains("DiagramDSL") && targets.contains("CXML")
          && targets.contains("Arrangements"))
      #expect(!targets.contains("DiagramCommand") && !targets.contains { $0.hasSuffix("Tests") })
    }
  }
}
