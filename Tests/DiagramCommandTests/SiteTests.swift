import Foundation
import Testing

/// Whether docc is in PATH, or beside the compiler.
private let hasDocC: Bool = {
  let beside = #"test -x "$(dirname "$(readlink -f "$(command -v swift)")")/docc""#
  let found = try? Program.run("/bin/sh", ["-c", "command -v docc || \(beside)"], in: "/")
  return found?.status == 0
}()

/// `Scripts/site`: the documentation as a site of DocC, from the tests' own build.
@Suite(.enabled(if: hasDocC)) struct SiteTests {
  private func build(_ arguments: [String], in folder: TemporaryFolder) throws -> Program.Run {
    try Program.run(
      WorkTree.file("Scripts/site"), ["--from", Program.buildFolder] + arguments, in: folder.path)
  }

  @Test func everyPageAndEveryWordIsInTheSite() throws {
    try withTemporaryFolder { (folder) throws in
      // Any link that leads nowhere, and any image that is missing, is an error there.
      let run = try build(["--base", "docs", "site"], in: folder)
      try #require(run.status == 0, "\(run.output)\(run.errors)")
      let files = Set(try folder.files())
      for page in try Markdown.all() where page.name.hasPrefix("Documentation/") {
        let parts = page.name.dropLast(3).split(separator: "/").map { $0.lowercased() }
        let name = parts.last == "readme" ? parts[parts.count - 2] : parts[parts.count - 1]
        let place = name == "documentation" ? "diagramdsl" : "diagen/\(name)"
        #expect(files.contains("site/data/documentation/\(place).json"), "\(page.name)")
        #expect(files.contains("site/documentation/\(place)/index.html"), "\(page.name)")
      }
      #expect(try folder.read("site/index.html").contains("url=documentation/diagramdsl/"))
      // A word has the smallest example that shows it, with its picture.
      let brace = try folder.read("site/data/documentation/diagramdsl/brace.json")
      #expect(
        brace.contains("\"Example\"") && brace.contains("Brace(\\\"") && brace.contains(".svg"))
      for file in try folder.files() where file.hasSuffix(".json") && file.contains("/data/") {
        for image in try folder.read(file).matches(of: /"url":"\\?\/docs\\?\/images\\?\/([^"]+)"/) {
          let name = image.1.replacing("\\", with: "")
          #expect(files.contains("site/images/\(name)"), "\(file): \(name)")
        }
      }
    }
  }

  @Test func aFolderOfSomethingElseIsNotTouched() throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write("mine", to: "site/notes.txt")
      let run = try build(["site"], in: folder)
      #expect(run.status == 1 && run.errors.contains("is there, and no site"))
      #expect(try folder.files() == ["site/notes.txt"])
    }
  }
}
