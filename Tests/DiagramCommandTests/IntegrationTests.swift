import Foundation
import Testing
import ViewerSupport

/// What editors, git and CI are given for diagen, tried on what it really says.
@Suite struct IntegrationTests {
  private static let tools = "Documentation/howto/tools.md"

  /// The file of that name in a page.
  private func file(_ name: String, of page: String) throws -> String {
    try #require(Markdown(page).blocks.first { $0.fileName == name }, "\(page): \(name)").text
  }

  // MARK: Visual Studio Code

  private struct Tasks: Decodable {
    let tasks: [Task]
    struct Task: Decodable {
      let label: String
      let command: String
      let args: [String]
      let problemMatcher: Matcher?

      enum Key: CodingKey { case label, command, args, problemMatcher }
      init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        label = try values.decode(String.self, forKey: .label)
        command = try values.decode(String.self, forKey: .command)
        args = try values.decode([String].self, forKey: .args)
        // A task without mistakes has an empty list.
        problemMatcher = try? values.decode(Matcher.self, forKey: .problemMatcher)
      }
    }
    struct Matcher: Decodable {
      let pattern: Pattern
    }
    struct Pattern: Decodable {
      let regexp: String
      let file, line, column, severity, message, code: Int
    }
  }

  @Test func theProblemMatcherFindsEveryMistake() throws {
    let text = try file(".vscode/tasks.json", of: Self.tools)
    let tasks = try JSONDecoder().decode(Tasks.self, from: Data(text.utf8)).tasks
    let pattern = try #require(tasks.first { $0.label == "diagen: draw" }?.problemMatcher?.pattern)
    let expression = try NSRegularExpression(pattern: pattern.regexp)
    func problems(_ output: String) -> [[String]] {
      output.split(separator: "\n").map(String.init).compactMap { line in
        let whole = NSRange(line.startIndex..., in: line)
        guard let match = expression.firstMatch(in: line, range: whole) else { return nil }
        return [
          pattern.file, pattern.line, pattern.column, pattern.severity, pattern.message,
          pattern.code,
        ].map { group in
          Range(match.range(at: group), in: line).map { String(line[$0]) } ?? ""
        }
      }
    }
    try withOneFileProgram { diagen in
      try diagen.folder.write(
        """
        import DiagramDSL
        let shop = Series("shop") {
          Picture("p") {
            let a = Component("A"), b = Component("B")
            a; a
            a --> b
          }
        }
        """, to: "shop.swift")
      #expect(
        problems(try diagen.run("shop.swift").errors) == [
          ["shop.swift", "4", "22", "error", "“A” stands twice in picture “p”", "DG0203"],
          ["shop.swift", "4", "22", "note", "the other one", ""],
          ["shop.swift", "6", "5", "error", "picture “p” does not show “B”", "DG0301"],
        ])
      try diagen.folder.write("import DiagramDSL\nlet a: Int = \"\"\n", to: "wrong.swift")
      let found = problems(try diagen.run("wrong.swift").errors)
      #expect(found.first?.prefix(4) == ["wrong.swift", "2", "14", "error"], "\(found)")
    }
    // And the commands are some that there are.
    for task in tasks {
      #expect(task.command == "diagen" && task.args.last == "${file}")
    }
  }

  // MARK: Slides

  /// The page of reveal.js, in a browser: reveal.js itself is not there, the pictures are.
  @Test(.enabled(if: Viewers.missingForPages.isEmpty || Viewers.areRequired))
  func theSlidesShowTheirPictures() throws {
    let page = "Documentation/howto/slides.md"
    try withOneFileProgram { diagen in
      for name in ["shop.swift", "talk.html"] {
        try diagen.folder.write(try file(name, of: page), to: name)
      }
      let run = try diagen.run("shop.swift", "--theme", "dark", "--format", "svg")
      #expect(run.status == 0, "\(run.errors)")
      let talk = URL(fileURLWithPath: diagen.folder.path("talk.html"))
      let browser = try ChromiumSession(at: talk.absoluteString)
      defer { browser.close() }
      let loaded = "document.images.length === 2 && [...document.images].every(i => i.naturalWidth"
      #expect(try browser.waits(for: "\(loaded) > 800 && i.alt)"))
      // What is in both is at the same place in both.
      #expect(
        try browser.value("new Set([...document.images].map(i => i.naturalHeight)).size") == 1)
    }
  }

  // MARK: GitHub

  @Test func theActionChecksAndAnnotates() throws {
    try withOneFileProgram { diagen in
      try diagen.folder.write(OneFileProgram.file(), to: "a/shop.swift")
      try diagen.folder.write("![](shop/overview.svg)\n![](shop/gone.svg)\n", to: "a/talk.md")
      func check(_ inputs: [String: String]) throws -> Program.Run {
        try Program.run(
          WorkTree.file("Scripts/action-check"), [Program("diagen").path],
          in: diagen.folder.path("a"), environment: diagen.environment.merging(inputs) { $1 })
      }
      let files = ["FILES": "shop.swift", "SLIDES": "", "OPTIONS": "--format svg"]
      let missing = try check(files)
      #expect(missing.status == 1 && missing.output.contains("::error "), "\(missing)")
      #expect(try diagen.run("a/shop.swift", "--format", "svg").status == 0)
      #expect(try check(files).status == 0)
      let slides = try check(files.merging(["SLIDES": "talk.md"]) { $1 })
      #expect(
        slides.status == 1 && slides.output.contains("file=talk.md,line=2"), "\(slides.output)")
      #expect(try check(["FILES": "", "SLIDES": "", "OPTIONS": ""]).status != 0)
    }
  }

  @Test func theActionNamesWhatThereIs() throws {
    let action = try String(contentsOfFile: WorkTree.file("action.yml"), encoding: .utf8)
    let scripts = action.matches(of: #/GITHUB_ACTION_PATH/([\w/-]+)/#).map { String($0.1) }
    #expect(scripts == ["Scripts/setup", "Scripts/install", "Scripts/action-check"])
    for script in scripts {
      #expect(FileManager.default.isExecutableFile(atPath: WorkTree.file(script)), "\(script)")
    }
    // Its inputs are those that the page gives it.
    let inputs = action.matches(of: /\n  (\w+):\n    description:/).map { String($0.1) }
    let workflow = try file(".github/workflows/pictures.yml", of: "Documentation/howto/ci.md")
    let given = workflow.matches(of: #/\n          (\w+): /#).map { String($0.1) }
    #expect(given == inputs && inputs == ["files", "slides", "options"])
    #expect(inputs.allSatisfy { action.contains("\($0.uppercased()): ${{ inputs.\($0) }}") })
  }

  // MARK: git

  @Test func theHooksOfPreCommitRunOnTheirFiles() throws {
    let hooks = try String(
      contentsOfFile: WorkTree.file(".pre-commit-hooks.yaml"), encoding: .utf8)
    let ids = hooks.matches(of: #/- id: ([\w-]+)/#).map { String($0.1) }
    let entries = hooks.matches(of: #/  entry: (.+)/#).map { String($0.1) }
    #expect(ids == ["diagen-check", "diagen-draw"] && entries == ["diagen check", "diagen"])
    let page = try String(contentsOfFile: WorkTree.file(Self.tools), encoding: .utf8)
    #expect(ids.allSatisfy(page.contains))
    try withOneFileProgram { diagen in
      try diagen.folder.write(OneFileProgram.file(), to: "drawings/shop.swift")
      // The entry, and the files after it, as pre-commit calls it.
      for (entry, status) in [(entries[0], 1), (entries[1], 0), (entries[0], 0)] {
        let words = entry.split(separator: " ").dropFirst().map(String.init)
        let run = try Program.run(
          Program("diagen").path, words + ["drawings/shop.swift"], in: diagen.folder.path,
          environment: diagen.environment)
        #expect(run.status == status, "\(entry): \(run.errors)")
      }
    }
  }

  // MARK: Swift packages

  @Test func thePluginIsCalledAsThePageSays() throws {
    let manifest = try String(contentsOfFile: WorkTree.file("Package.swift"), encoding: .utf8)
    let verb = try #require(manifest.firstMatch(of: /verb: "(\w+)"/)).1
    let page = try String(contentsOfFile: WorkTree.file(Self.tools), encoding: .utf8)
    #expect(page.contains("swift package \(verb)\n") || page.contains("swift package \(verb) "))
  }
}
