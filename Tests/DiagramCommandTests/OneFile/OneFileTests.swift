import Foundation
import TestSupport
import Testing

@testable import DiagramCommand

/// `diagen shop.swift`: a file that holds drawings, and nothing around it.
@Suite struct OneFileTests {
  private static let formats = ["drawio", "drawio.svg", "svg"]

  @Test func aFileIsDrawnBesideIt() throws {
    try withOneFileProgram { diagen in
      try diagen.folder.write(OneFileProgram.file(), to: "a/shop.swift")
      let run = try diagen.run("a/shop.swift")
      #expect(run.status == 0 && run.output == "" && run.errors == "")
      let drawn = try diagen.content(of: "a").keys.sorted()
      #expect(drawn == ["a/shop.swift"] + Self.formats.map { "a/shop/overview.\($0)" })
      let checked = try diagen.run("check", "a/shop.swift")
      #expect(checked.status == 0, "\(checked.errors)")
      // What a person changed is kept, as everywhere.
      try diagen.folder.edit("a/shop/overview.svg") { $0.replacing("Website", with: "Mine") }
      #expect(try diagen.run("a/shop.swift").status == 4)
      #expect(try diagen.run("check", "a/shop.swift").status == 1)
      #expect(
        try diagen.run("--force", "--summary", "a/shop.swift").lines == [
          "3 images: 1 written, 2 unchanged"
        ])
    }
  }

  /// What the pages show as a file is one.
  @Test func theFilesOfTheDocumentationAreDrawn() throws {
    let blocks = try Markdown.all().flatMap(\.blocks).filter { $0.language == "swift file" }.map(
      \.text)
    try #require(blocks.count == 9)
    try withOneFileProgram { diagen in
      try diagen.folder.write(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>",
        to: "logos/logo.svg")
      for (number, block) in blocks.enumerated() {
        try diagen.folder.write(block, to: "block\(number).swift")
        let run = try diagen.run(
          "block\(number).swift", "--format", "svg", "-v", "--icons", "company=logos", "--output",
          "\(number)")
        #expect(run.status == 0 && run.errors == "" && !run.lines.isEmpty, "\(block)\n\(run)")
      }
    }
  }

  @Test func everyTopLevelSeriesIsFound() throws {
    try withOneFileProgram { diagen in
      try diagen.folder.write(
        """
        #!/usr/bin/env diagen
        import DiagramDSL
        func made(_ name: String) -> Series { Series(name) { Picture("p") { Component(name) } } }
        let inferred = made("1"), second = made("2")
        private let hidden: Series = made("3")
        var computed: Series { made("4") }
        let list = [made("5"), made("6")]
        let (one, number) = (made("7"), 7)
        #if os(Windows)
        let absent = made("no")
        #else
        @MainActor let guarded = made("8")
        #endif
        let text = "let no = { Series("
        let never: Int = { fatalError("what is no series is not even made") }()
        // let no = made("no")
        struct Holder { static let no = made("no") }
        let `default` = made("9")
        """, to: "all.swift")
      try diagen.folder.write(
        "import DiagramDSL\nprivate let hidden = made(\"10\")\n", to: "more.swift")
      let run = try diagen.run(".", "--format", "svg", "-v")
      #expect(run.errors == "" && run.lines == (1...10).map { "wrote \($0)/p.svg" }, "\(run)")
    }
  }

  /// As `timeout` does, which knows one process only.
  @Test(arguments: [SIGTERM, SIGKILL])
  func nothingGoesOnWhenARunIsEnded(signal: Int32) throws {
    try withOneFileProgram { diagen in
      try diagen.folder.write(
        """
        import DiagramDSL
        #if canImport(Glibc)
        import Glibc
        #else
        import Darwin
        #endif
        let endless: Series = {
          flock(open("lock", O_CREAT | O_RDWR, 0o600), LOCK_EX)
          close(open("busy", O_CREAT | O_RDWR, 0o600))
          while true { sleep(1) }
        }()
        """, to: "endless.swift")
      try diagen.end(by: signal, onceThereIs: "busy", "endless.swift")
      let lock = open(diagen.folder.path("lock"), O_RDONLY)
      defer { close(lock) }
      var tries = 0
      while flock(lock, LOCK_EX | LOCK_NB) != 0, tries < 500 {
        tries += 1
        usleep(20_000)
      }
      #expect(tries < 500, "who draws goes on")
      // What it left for a moment is gone with the next run.
      try diagen.folder.write(OneFileProgram.file(), to: "shop.swift")
      #expect(try diagen.run("shop.swift").status == 0)
      #expect(try diagen.folder.files().filter { $0.contains("diagen-scratch") } == [])
    }
  }

  @Test func mistakesAreToldAtTheAuthorsPlace() throws {
    let good = OneFileProgram.file()
    let cases: [(source: String, first: String, hint: String?)] = [
      ("", "error: there is no series at the top of “x.swift”", "write one: let shop"),
      ("import DiagramDSL\nlet a = 1\n", "error: there is no series at the top of “x.swift”", nil),
      (good + "let a = ]\n", "x.swift:6:9: error: expected initial value after '='", nil),
      (
        "#!/usr/bin/env diagen\n" + good + "let a: Int = \"\"\n",
        "x.swift:7:14: error: cannot convert", nil
      ),
      ("\u{FEFF}" + good + "let a: Int = \"\"\n", "x.swift:6:14: error: cannot", nil),
      (good + "let b = {\n", "x.swift:7:1: error: expected '}' at end of closure", nil),
      (good + "let a = \"x", "x.swift:6:9: error: unterminated string literal", nil),
      (
        "import DiagramDSL\nSeries(\"x\") {}\n", "x.swift:2:1: error: expressions are not allowed",
        "has a name"
      ),
      (
        "let a = Series(\"x\") {}\n", "x.swift:1:9: error: cannot find 'Series'",
        "import DiagramDSL at the top"
      ),
      ("import DiagramCommand\n" + good, "", "begins with import DiagramDSL"),
      (
        good.replacing("Component", with: "Componnent"),
        "x.swift:4:25: error: cannot find 'Componnent'", nil
      ),
      (
        good + "let a = Series(\"y\") { Picture(\"p\") { Component(\"a\"); Component(\"a\") } }",
        "x.swift:6:63: error: “a” stands twice in picture “p” [DG0203]", "give one of them an id"
      ),
      (
        good + "let list = [Series](), a = list[0]", "Swift/ContiguousArrayBuffer.swift:",
        "loop over an array"
      ),
    ]
    try withOneFileProgram { diagen in
      for (source, first, hint) in cases {
        try diagen.folder.write(source, to: "x.swift")
        let run = try diagen.run("x.swift")
        #expect(run.status == 2, "\(source)\n\(run.errors)")
        #expect(run.errors.hasPrefix(first), "\(source)\n\(run.errors)")
        if let hint { #expect(run.errors.contains(hint), "\(source)\n\(run.errors)") }
        #expect(
          !run.errors.contains("scratch") && !run.errors.contains("collected"), "\(run.errors)")
      }
    }
  }

  @Test func namesThatLeadToNoDrawingAreTold() throws {
    try withOneFileProgram { diagen in
      try diagen.folder.write("// swift-tools-version: 6.1\n", to: "package/Package.swift")
      try diagen.folder.makeFolder("empty")
      try diagen.folder.write(OneFileProgram.file(), to: "a/one.swift")
      try diagen.folder.write(OneFileProgram.file(), to: "a/b/two.swift")
      try diagen.folder.link("nowhere.swift", to: "gone.swift")
      for (arguments, message) in [
        (["no.swift"], "there is no file “no.swift”"), (["nowhere.swift"], "there is no file"),
        (["empty"], "there is no drawing in “empty”"), (["package"], "is a package"),
        (["/dev/null"], "“/dev/null” is no file"), (["a/one.swift", "nodes"], "“nodes” is none"),
        (
          ["a/one.swift", "a/b/two.swift", "-o", "out"], "both draw “out/shop/overview.drawio.svg”"
        ),
        (["a/one.swift", "--format", "gif"], "“gif” is not one of"),
        (["rendr"], "no command “rendr”"),
      ] {
        let run = try Program.run(
          Program("diagen").path, arguments, in: diagen.folder.path, environment: diagen.environment
        )
        #expect(run.status == 2 || run.status == 64, "\(arguments) \(run)")
        #expect(run.errors.contains(message), "\(arguments) \(run.errors)")
      }
      #expect(try diagen.content(of: "out").isEmpty)
    }
  }

  /// Paths with spaces, umlauts, quotes and more, through a link, and started as a program.
  @Test func anyPathWillDo() throws {
    try withOneFileProgram { diagen in
      let folder = "Ü ñ 🚀/it's \"a\" \\ b"
      try diagen.folder.write(
        "#!/usr/bin/env diagen\n" + OneFileProgram.file(), to: "\(folder)/große Zeichnung")
      let file = diagen.folder.path("\(folder)/große Zeichnung")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
      try diagen.folder.link("bin/diagen", to: Program("diagen").path)
      let run = try Program.run(
        file, ["--format", "svg"], in: diagen.folder.path, environment: diagen.environment)
      #expect(run.status == 0, "\(run.errors)")
      #expect(try diagen.folder.files().contains("\(folder)/shop/overview.svg"))
      // The pictures lie beside the link, as it was called.
      try diagen.folder.makeFolder("links")
      try diagen.folder.link("links/shop.swift", to: file)
      let linked = try diagen.run("./links/shop.swift", "--theme", "dark", "--format", "svg")
      #expect(linked.status == 0, "\(linked.errors)")
      #expect(try diagen.folder.files().contains("links/shop/overview.svg"))
    }
  }

  @Test func whereNothingCanBeWrittenItIsToldAndNothingIsBroken() throws {
    try withOneFileProgram { diagen in
      try diagen.folder.write(OneFileProgram.file(), to: "shop.swift")
      try diagen.folder.write("", to: "file")
      let run = try diagen.run("shop.swift", "--output", "file")
      #expect(run.status == 3 && run.errors.contains("it is a file, not a folder"), "\(run)")
      // A cache that cannot be made, and no home: drawn all the same, each time anew.
      diagen.environment["XDG_CACHE_HOME"] = diagen.folder.path("file")
      for starts in 2...3 {
        let run = try diagen.run("shop.swift")
        #expect(run.status == 0 && run.errors == "", "\(run.errors)")
        #expect(diagen.compilerStarts == starts)
      }
      diagen.environment["TMPDIR"] = diagen.folder.path("file")
      #expect(try diagen.run("shop.swift").status == 3)
      diagen.environment["PATH"] = diagen.folder.path("no")
      let without = try diagen.run("shop.swift")
      #expect(without.status == 2 && without.errors.contains("there is no Swift compiler"))
    }
  }

  private static let noTexts: [([UInt8], String)] = [
    (Array("import DiagramDSL\nlet ä = 1 // ".utf8) + ([0xC3, 0x28] as [UInt8]), "2:15"),
    ([0xFF, 0xFE, 0x69, 0x00], "1:1"),
    (Array("let a = 1\n\0".utf8), "2:1"),
    (Array("\n\nlet a = \"".utf8) + ([0xF0, 0x9F] as [UInt8]), "3:10"),
  ]

  /// A compiler would complain of every byte, and write it to the terminal.
  @Test(arguments: noTexts)
  func whatIsNoTextIsToldOnce(bytes: [UInt8], place: String) throws {
    try withOneFileProgram { diagen in
      try Data(bytes).write(to: URL(fileURLWithPath: diagen.folder.path("a.swift")))
      let run = try diagen.run("a.swift")
      #expect(run.status == 2 && diagen.compilerStarts == 0)
      #expect(
        run.errors.hasPrefix("a.swift:\(place): error: the file is no text in UTF-8"), "\(run)")
      #expect(
        run.errors.contains("hint: save it as UTF-8")
          && run.errors.split(separator: "\n").count == 2)
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func noBytesAreATrap(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    try withOneFileProgram { diagen in
      var bytes = Array(OneFileProgram.file(box: "Ä🚀").utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = .random(
          in: 128...255, using: &random)
      }
      try Data(bytes).write(to: URL(fileURLWithPath: diagen.folder.path("a.swift")))
      let isText = String(validating: bytes, as: UTF8.self) != nil
      let isRead = (try? DrawingSource(at: diagen.folder.path("a.swift"))) != nil
      #expect(isRead == isText)
    }
  }
}
