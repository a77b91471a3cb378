import Foundation
import Testing

@testable import DiagramCommand

/// `diagen init`: a package for another chapter.
@Suite struct InitTests {
  private func make(_ arguments: String..., in folder: TemporaryFolder) throws -> Program.Run {
    try Program("diagen").run(["init"] + arguments, in: folder)
  }

  @Test func aPackageIsMadeAndSaysWhatToDoNext() throws {
    try withTemporaryFolder { (folder) throws in
      try folder.makeFolder("my chapter/.git")
      let run = try make("my chapter", in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.lines[0] == "wrote 8 files to “my chapter”; now:")
      #expect(
        run.output.contains("cd 'my chapter'")
          && run.output.contains("swift run my-chapter render all"))
      #expect(
        try folder.files()
          == [
            ".gitattributes", ".github/workflows/diagrams.yml", ".gitignore", "Package.swift",
            "README.md",
            "diagrams/Overview.swift", "diagrams/Program.swift", "hooks/pre-commit",
          ].map { "my chapter/\($0)" })
      #expect(
        FileManager.default.isExecutableFile(atPath: folder.path("my chapter/hooks/pre-commit")))
      #expect(try folder.read("my chapter/.gitattributes").contains("*.svg -text -merge"))
      let workflow = try folder.read("my chapter/.github/workflows/diagrams.yml")
      #expect(workflow.contains("my-chapter check") && workflow.contains("my-chapter render all"))
      #expect(workflow.contains("runs-on: macos-"))
    }
  }

  @Test func nothingIsWrittenIntoWhatIsThere() throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write("", to: "full/notes.txt")
      try folder.write("", to: "file")
      for name in ["full", "file", "."] {
        let before = try folder.files()
        let run = try make(name, in: folder)
        #expect(
          run.status == 2 && run.errors.contains("hint: name a folder that is empty"), "\(run)")
        #expect(try folder.files() == before)
      }
      for arguments in [
        ["--branch", "a", "--release", "1.0.0"], ["--release", "abc"], ["--release", "1.0"],
        ["--release", "01.0.0"], ["--release", "v1.0.0"], ["--from", "/", "--branch", "a"],
        ["--from", "a\"b"],
        ["--from", "./nowhere"], ["--from", ""], ["--branch", ""],
      ] {
        let run = try Program("diagen").run(["init", "new"] + arguments, in: folder)
        #expect(run.status != 0 && run.errors.hasPrefix("error: "), "\(arguments)")
        #expect(!FileManager.default.fileExists(atPath: folder.path("new")))
      }
    }
  }

  /// An empty name was the root of the disk, and what lay there was written over.
  @Test func noNameIsNoFolder() throws {
    try withTemporaryFolder { (folder) throws in
      let run = try make("", in: folder)
      #expect(run.status == 2 && run.errors.contains("an empty text is no path"), "\(run)")
      #expect(try folder.files() == [] && run.output == "")
    }
  }

  /// By address and version, branch and path, and under every name; the manifests are read by SwiftPM.
  @Test(arguments: [
    (["a"], "a", "branch: \"main\""), (["12_Übung"], "chapter-12_-bung", "branch: \"main\""),
    (["diagen"], "diagen-chapter", "branch: \"main\""),
    (["DiagramDSL"], "DiagramDSL-chapter", "branch"),
    (["b", "--branch", "next"], "b", "branch: \"next\""),
    (["c", "--release", "0.3.0"], "c", "from: \"0.3.0\""),
    (["d", "--from", WorkTree.path], "d", "path: \""), (["🚀"], "chapter", "branch"),
  ])
  func everyNameAndAddressGivesAManifest(arguments: [String], name: String, dependency: String)
    throws
  {
    try withTemporaryFolder { (folder) throws in
      let run = try Program("diagen").run(["init"] + arguments, in: folder)
      #expect(run.status == 0, "\(run.errors)")
      let manifest = try folder.read("\(arguments[0])/Package.swift")
      #expect(
        manifest.contains("name: \"\(name)\"") && manifest.contains(dependency), "\(manifest)")
    }
  }

  /// A folder may be called like a module of diagen: the package is then called otherwise.
  @Test func noPackageIsCalledLikeAModuleThatItNeeds() throws {
    let manifest = try String(contentsOfFile: WorkTree.file("Package.swift"), encoding: .utf8)
    let names = manifest.matches(of: /(?:[tT]arget\(|name: )\s*(?:name: )?"([\w-]+)"/).map {
      String($0.1)
    }
    #expect(names.contains("Routing") && names.contains("diagen-draw"))
    for name in names
    where !name.hasSuffix("Tests") && !name.hasSuffix("Support") && name != "CommandFixture" {
      let isTaken =
        name.lowercased().hasPrefix("diagram") || InitCommand.taken.contains(name.lowercased())
      #expect(isTaken, "\(name)")
    }
    try withTemporaryFolder { (folder) throws in
      for name in ["routing", "Foundation", "main"] {
        #expect(try make(name, in: folder).status == 0)
        #expect(try folder.read("\(name)/Package.swift").contains("name: \"\(name)-chapter\""))
      }
    }
  }
}
