import DiagramAlgorithms
import DiagramEngine
import Foundation
import Testing

/// What a program states of its images, and what the options make of it.
@Suite struct OutputTests {
  private static let pictures = [
    "chapter/architecture/nodes", "chapter/architecture/worker", "chapter/network/pods",
  ]

  private func run(
    _ arguments: [String], _ outputs: String, in folder: TemporaryFolder
  ) throws -> Program.Run {
    try Program.fixture.run(arguments, in: folder, environment: ["FIXTURE_OUTPUTS": outputs])
  }

  private static func files(_ folder: String, _ formats: String...) -> [String] {
    pictures.flatMap { picture in formats.map { "\(folder)\(picture).\($0)" } }
  }

  private static let two =
    files("images/", "drawio.svg", "svg", "drawio") + files("images/light/", "svg")

  @Test func everyOutputIsDrawnCheckedAndListed() throws {
    try withTemporaryFolder { (folder) throws in
      let render = try run(["render", "all", "-v"], "two", in: folder)
      #expect(render.lines == Self.two.map { "wrote \($0)" })
      #expect(try folder.files() == Self.two.sorted())
      let nodes = Self.pictures[0] + ".svg"
      #expect(try folder.read("images/\(nodes)") != folder.read("images/light/\(nodes)"))
      #expect(try run(["check"], "two", in: folder).status == 0)
      try folder.remove("images/light/\(nodes)")
      let check = try run(["check"], "two", in: folder)
      #expect(check.status == 1 && check.lines == ["missing: images/light/\(nodes)"])
      #expect(Set(try run(["list"], "two", in: folder).lines) == Set(Self.two))
    }
  }

  /// Of what is stated, the options choose; what nobody states is drawn into the first.
  @Test(arguments: [
    (["--theme", "light"], files("images/light/", "svg")),
    (["--theme", "print"], files("images/", "drawio.svg", "svg", "drawio")),
    (["-f", "svg"], files("images/", "svg") + files("images/light/", "svg")),
    (["-f", "drawio"], files("images/", "drawio")),
    (["--theme", "light", "-f", "drawio"], files("images/light/", "drawio")),
    (["--theme", "light", "-o", "x"], files("x/", "svg")),
    (["-f", "drawio", "-o", "x"], files("x/", "drawio")),
  ])
  func optionsChoose(options: [String], expected: [String]) throws {
    try withTemporaryFolder { (folder) throws in
      let render = try run(["render", "all", "-v"] + options, "two", in: folder)
      #expect(render.lines == expected.map { "wrote \($0)" }, "\(render.errors)")
      #expect(try run(["check"] + options, "two", in: folder).status == 0)
    }
  }

  /// Whatever list of formats is typed, it is drawn, or it is said what there is.
  @Test(arguments: UInt64(0)..<24)
  func anyListOfFormatsIsTakenOrRefused(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let known = OutputFormat.allCases.map(\.rawValue)
    let junk = ["", " svg", "SVG", "drawio.pages", "pngpdf", ".png", "*", "٢", "pages"]
    let names = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      (Int.random(in: 0..<4, using: &random) == 0 ? junk : known).randomElement(using: &random)!
    }
    try withTemporaryFolder { (folder) throws in
      let run = try run(["check", "--format=\(names.joined(separator: ","))"], "", in: folder)
      if let wrong = names.first(where: { !known.contains($0) }) {
        #expect(run.status == 2 && run.errors.contains("“\(wrong)” is not one of"), "\(run.errors)")
      } else {
        // A file for each picture, or for each of the two series.
        let files = Set(names).map { $0 == "pages.drawio" ? 2 : 3 }.reduce(0, +)
        #expect(run.status == 1 && run.lines.count == files, "\(names): \(run.output)")
      }
      #expect(try folder.files().isEmpty)
    }
  }

  @Test(arguments: [("two", ["-o", "x"], "x"), ("same", [], "./images/")])
  func twoThemesForTheSameFilesAreAMistake(
    outputs: String, options: [String], place: String
  ) throws {
    try withTemporaryFolder { (folder) throws in
      for command in [["render", "all"], ["check"]] {
        let run = try run(command + options, outputs, in: folder)
        #expect(run.status == 2)
        let message = "“\(place)” would take the same files in the themes dark and light"
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(run.errors.contains("hint: name one of them with --theme"))
      }
      #expect(try folder.files().isEmpty)
    }
  }

  @Test(arguments: ["none", "no format"])
  func aProgramWithoutOutputsIsTold(outputs: String) throws {
    try withTemporaryFolder { (folder) throws in
      for command in [["render", "all"], ["check"], ["list"]] {
        let run = try run(command, outputs, in: folder)
        #expect(run.status == 2 && run.errors.contains("error: the program states no output"))
      }
    }
  }

  /// In a folder of another's, or in the same one.
  @Test(arguments: ["nested", "shared"])
  func oneOutputIsNoOrphanOfAnother(outputs: String) throws {
    try withTemporaryFolder { (folder) throws in
      #expect(try run(["render", "all"], outputs, in: folder).status == 0)
      #expect(try run(["check"], outputs, in: folder).output == "")
      #expect(try run(["check", "--theme", "dark"], outputs, in: folder).output == "")
    }
  }

  @Test func helpTellsWhatIsStated() throws {
    try withTemporaryFolder { (folder) throws in
      for command in ["render", "check"] {
        let help = try run([command, "--help"], "two", in: folder).output
          .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(help.contains("(default: images, images/light)"))
        #expect(help.contains("(default: dark, light)"))
        #expect(help.contains("(default: drawio.svg, svg, drawio)"))
      }
    }
  }
}

/// `check` takes names as `render` does.
@Suite struct CheckNamesTests {
  @Test func onlyWhatIsNamedIsCompared() throws {
    try withTemporaryFolder { (folder) throws in
      let missing = try Program.fixture.run(["check", "pods", "-f", "svg"], in: folder)
      #expect(missing.lines == ["missing: chapter/network/pods.svg"])
      try Program.fixture.run(["render", "pods"], in: folder)
      #expect(try Program.fixture.run(["check", "network"], in: folder).status == 0)
      #expect(try Program.fixture.run(["check", "all"], in: folder).status == 1)
    }
  }

  @Test func orphansAreThoseThatTheNamesFit() throws {
    try withTemporaryFolder { (folder) throws in
      try Program.fixture.run(["render", "all"], in: folder)
      try folder.write("<svg data-generator=\"diagen\"/>", to: "chapter/network/old.svg")
      #expect(try Program.fixture.run(["check", "architecture"], in: folder).output == "")
      let orphan = ["orphaned: chapter/network/old.svg"]
      for name in ["network", "chapter/*", "all"] {
        #expect(try Program.fixture.run(["check", name], in: folder).lines == orphan)
      }
      #expect(try Program.fixture.run(["check", "pods"], in: folder).output == "")
    }
  }

  @Test func anUnknownNameIsAMistake() throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(["check", "podss"], in: folder)
      #expect(run.status == 2 && run.errors.contains("did you mean “pods”?"))
    }
  }

  @Test func mistakesElsewhereDoNotHinder() throws {
    try withTemporaryFolder { (folder) throws in
      let mistakes = ["FIXTURE_CATALOG": "mistakes"]
      let run = try Program.fixture.run(["check", "network"], in: folder, environment: mistakes)
      #expect(run.status == 1)
    }
  }

  /// The hint names a command that mends what was found.
  @Test(arguments: [
    ([], "“render all” writes"), (["--theme", "light"], "“render all --theme light” writes"),
    (
      ["-o", "it's here", "-f", "svg", "-f", "drawio"],
      "“render all --output 'it'\\''s here' --format svg,drawio” writes"
    ),
  ])
  func theHintRepeatsTheOptions(options: [String], hint: String) throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(["check"] + options, in: folder)
      #expect(run.errors.contains(hint), "\(run.errors)")
    }
  }
}

/// What a new user meets first.
@Suite struct FirstStepTests {
  @Test(arguments: [
    (["rendr", "all"], "“rendr”", "did you mean “render”?"), (["chekc"], "“chekc”", "“check”?"),
    (["help", "lits"], "“lits”", "“list”?"), (["List"], "“List”", "“list”?"),
    (
      ["xyz"], "“xyz”",
      "the commands are render, list, check, explain, layout, diff, preview and mcp"
    ),
    (
      ["nodes"], "“nodes”",
      "the commands are render, list, check, explain, layout, diff, preview and mcp"
    ),
  ])
  func aMistypedCommandIsSuggested(arguments: [String], word: String, hint: String) throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(arguments, in: folder)
      #expect(run.status == 2 && run.output == "")
      #expect(run.errors.contains("error: there is no command \(word)"), "\(run.errors)")
      #expect(run.errors.contains("hint: ") && run.errors.contains(hint))
    }
  }

  @Test(arguments: [["help"], ["help", "render"], ["--help"], ["render", "--help"], []])
  func helpIsStillGiven(arguments: [String]) throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(arguments, in: folder)
      #expect(run.status == 0 && run.output.contains("USAGE: "))
    }
  }

  @Test(arguments: [["list"], ["list", "--json"], ["render", "all"], ["render", "x"], ["check"]])
  func anEmptyCatalogIsToldOf(arguments: [String]) throws {
    try withTemporaryFolder { (folder) throws in
      let empty = ["FIXTURE_CATALOG": "empty"]
      let run = try Program.fixture.run(arguments, in: folder, environment: empty)
      #expect(run.status == 2)
      #expect(run.errors.hasPrefix("error: the catalog is empty\nhint: "))
      #expect(run.output == (arguments.contains("--json") ? "{\"series\":[]}\n" : ""))
    }
  }

  @Test func aSeriesInPartsIsListedOnce() throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(
        ["list", "--json"], in: folder, environment: ["FIXTURE_CATALOG": "split"])
      let paths = run.output.matches(of: /"path":"([^"]*)"/).map { String($0.1) }
      #expect(paths == ["chapter/architecture", "chapter/network"])
      let names = run.output.matches(of: /"name":"([^"]*)"/).map { String($0.1) }
      #expect(names == ["nodes", "worker", "master", "pods"])
    }
  }

  @Test func aSummaryCanBeAskedFor() throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(["render", "all", "--summary"], in: folder)
      #expect(run.output == "9 images: 9 written, 0 unchanged\n")
      let verbose = try Program.fixture.run(["render", "pods", "-v", "--summary"], in: folder)
      #expect(verbose.lines.suffix(1) == ["3 images: 0 written, 3 unchanged"])
    }
  }

  @Test func layoutNamesWhereItsFormatsAreDescribed() throws {
    try withTemporaryFolder { (folder) throws in
      let help = try Program.fixture.run(["layout", "--help"], in: folder).output
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(help.contains("Documentation/formats.md"))
      #expect(FileManager.default.fileExists(atPath: WorkTree.file("Documentation/formats.md")))
    }
  }

  /// As bash asks for it, by the script that the program makes.
  @Test(arguments: [
    (["render", "po"], ["pods"]),
    (["check", "chapter/n"], ["chapter/network", "chapter/network/pods"]),
    (["render", "all", "wor"], ["worker"]), (["render", "al"], ["all"]), (["rend"], ["render"]),
    (["check", "--theme", "li"], ["light"]),
  ])
  func bashCompletesSeriesAndPictures(words: [String], expected: [String]) throws {
    let script = """
      PATH="$(dirname "$1"):$PATH"; name=$(basename "$1"); shift
      source <("$name" --generate-completion-script bash)
      COMP_WORDS=("$name" "$@") COMP_CWORD=$# COMP_LINE="$name $*"; COMP_POINT=${#COMP_LINE}
      function=$(complete -p "$name" | sed -E 's/.*-F ([^ ]+) .*/\\1/')
      "$function" "$name" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    try withTemporaryFolder { (folder) throws in
      let run = try Program.run(
        "/usr/bin/env", ["bash", "-c", script, "bash", Program.fixture.path] + words,
        in: folder.path)
      #expect(run.lines == expected, "\(run.errors)")
    }
  }
}
