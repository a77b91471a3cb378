import Foundation
import Testing
import ViewerSupport

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

  /// From the front door to a word: pages appear, and every picture on them is loaded.
  @Test(.enabled(if: Viewers.missingForPages.isEmpty || Viewers.areRequired))
  func theSiteIsReadInABrowser() throws {
    try withTemporaryFolder { (folder) throws in
      let run = try build(["site"], in: folder)
      try #require(run.status == 0, "\(run.output)\(run.errors)")
      try withServer(of: folder.path("site")) { address in
        let browser = try ChromiumSession(at: address)
        defer { browser.close() }
        func shows(_ title: String, pictures count: Int) throws -> Bool {
          // Those farther down are loaded when somebody goes there.
          let images =
            "[...document.images].filter(i => i.getBoundingClientRect().top < window.innerHeight)"
          return try browser.waits(
            for: "document.querySelector('h1')?.innerText.trim() === '\(title)'")
            && browser.waits(
              for: "\(images).length > \(count) && \(images).every(i => i.naturalWidth > 0)")
        }
        #expect(try shows("diagen", pictures: 0))
        _ = try browser.value("location.href = '/documentation/diagen/d2'; 1", as: Int.self)
        #expect(try shows("Coming from D2", pictures: 0))
        _ = try browser.value("location.href = '/documentation/diagramdsl/brace'; 1", as: Int.self)
        #expect(try shows("Brace", pictures: 0))
      }
    }
  }

  /// Serves a folder on this machine for as long as `body` runs.
  private func withServer(of folder: String, _ body: (String) throws -> Void) throws {
    let server = Process()
    let output = Pipe()
    server.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    server.arguments = ["python3", "-u", "-m", "http.server", "0", "--bind", "127.0.0.1"]
    server.currentDirectoryURL = URL(fileURLWithPath: folder)
    server.standardOutput = output
    server.standardError = FileHandle.nullDevice
    try server.run()
    // Other signals may be blocked in what a test starts.
    defer {
      kill(server.processIdentifier, SIGKILL)
      server.waitUntilExit()
    }
    // “Serving HTTP on 127.0.0.1 port 40123 …”
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let port = try #require(line.firstMatch(of: /port (\d+)/), "\(line)").1
    try body("http://127.0.0.1:\(port)/")
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
