import DiagramModel
import Foundation
import TestSupport
import Testing

@testable import DiagramCommand
@testable import DiagramEngine

/// `check --fix`: what is found is mended, and nothing else is touched.
@Suite struct FixTests {
  private typealias Finding = [String: Any]

  private func findings(_ run: Program.Run) throws -> [Finding] {
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any], "\(run)")
    let all = try #require(report["findings"] as? [Finding], "\(run)")
    return all.filter { ($0["id"] as? String)?.hasPrefix("DG12") ?? false }
  }

  private func hasEdit(_ finding: Finding) -> Bool {
    (finding["edits"] as? [Any])?.isEmpty == false
  }

  /// A hundred random series for each seed, of which most have something wrong.
  @Test(arguments: [UInt64(1), 2])
  func seededDefectsAreMendedWithinTwoRounds(seed: UInt64) throws {
    try withOneFileProgram { diagen in
      let defects = SeededDefects(seed: seed, count: 100)
      try diagen.folder.write(defects.source, to: "all.swift")
      let told = try findings(diagen.run("check", "all.swift", "--json"))
      // Where gaps have the room that texts need, a long row may be too small for a slide: no edit of one
      // line mends that.
      let first = told.filter { $0["id"] as? String != "DG1211" }
      let offered = first.filter(hasEdit)
      #expect(defects.planted.count > 10)
      for (series, rule) in defects.planted {
        let isFound = told.contains {
          $0["id"] as? String == rule && ($0["subject"] as? String ?? "").hasPrefix("\(series)/")
        }
        #expect(isFound, "\(series): \(rule)")
      }
      #expect(first.count > 60 && offered.count * 100 >= 95 * first.count, "\(offered.count)")
      try diagen.run("all.swift", "--format", "svg")
      let before = try diagen.content(of: ".")
      try diagen.run("check", "all.swift", "--fix")
      let after2 = try findings(diagen.run("check", "all.swift", "--fix", "--json"))
      func key(_ finding: Finding) -> String {
        "\(finding["id"] ?? "") \(finding["subject"] ?? "")"
      }
      let known = Set(first.map(key))
      #expect(after2.filter { known.contains(key($0)) }.count * 100 <= 5 * first.count, "\(after2)")
      // Nothing new is told but that.
      let new = after2.filter { finding in !told.contains { key($0) == key(finding) } }
      #expect(new.allSatisfy { $0["id"] as? String == "DG1211" } && new.count * 10 <= first.count)
      // Pictures without a finding keep their bytes, and what is mended stays as it is.
      try diagen.run("all.swift", "--format", "svg")
      let after = try diagen.content(of: ".")
      let spoiled = Set(
        told.compactMap {
          ($0["subject"] as? String)?.split(separator: "/").first.map(String.init)
        })
      for (file, bytes) in before where file.hasSuffix(".svg") {
        let series = file.split(separator: "/")[0]
        if !spoiled.contains(String(series)) { #expect(after[file] == bytes, "\(file)") }
      }
      let mended = try diagen.folder.read("all.swift")
      try diagen.run("check", "all.swift", "--fix")
      #expect(try diagen.folder.read("all.swift") == mended)
    }
  }

  private static let clean = """
    import DiagramDSL

    let web = Component("Web"), store = Component("Store")
    let shop = Series("shop") {
      Picture("p") {
        Row { web; store }
        (web --> store).label("SQL").straight()
      }
    }

    """

  @Test func nothingIsInventedWhereNothingIsWrong() throws {
    try withOneFileProgram { diagen in
      try diagen.folder.write(Self.clean, to: "shop.swift")
      try diagen.run("shop.swift")
      let run = try diagen.run("check", "shop.swift", "--fix")
      #expect(run.status == 0 && run.output == "" && run.errors == "", "\(run)")
      #expect(try diagen.folder.read("shop.swift") == Self.clean)
    }
  }

  /// Sources as people write them, with what becomes of the pin that is three units off its line.
  @Test(arguments: [
    ("b.at(x: 3, y: 120)", "b.at(x: 0, y: 120)"),
    (
      "b\n\t\t.at(\n\t\t\tx: 3,\r\n\t\t\ty: 120\n\t\t)",
      "b\n\t\t.at(\n\t\t\tx: 0,\r\n\t\t\ty: 120\n\t\t)"
    ),
    ("/* 🚀 */ b.at(x: 3, y: 120) // é", "/* 🚀 */ b.at(x: 0, y: 120) // é"),
    // What is calculated, or said for several, is left alone.
    ("b.at(x: 1 + 2, y: 120)", nil), ("b.at(x: shift, y: 120)", nil),
    ("b.at(x: 3 /* why */, y: 120)", "b.at(x: 0 /* why */, y: 120)"),
    ("b.at(x: /* why */ 3, y: 120)", "b.at(x: /* why */ 0, y: 120)"),
    ("b.at(x: 3, y: 120 + (0))", "b.at(x: 0, y: 120 + (0))"),
    ("b.at(x: 3 // why\n, y: 120)", "b.at(x: 0 // why\n, y: 120)"),
  ])
  func aPinIsMovedWhereTheCodeSaysIt(written: String, mended: String?) throws {
    try withOneFileProgram { diagen in
      let source = { (line: String) in
        "\u{FEFF}import DiagramDSL\r\nlet shift = 3\r\nlet a = Component(\"Ä 🚀\"), b = Component(\"B\")\r\n"
          + "let s = Series(\"s\") {\r\n\tPicture(\"p\") {\r\n\t\ta.at(x: 0, y: 0)\r\n\t\t\(line)\r\n"
          + "\t\tb --> a\r\n\t}\r\n}\r\n"
      }
      try diagen.folder.write(source(written), to: "s.swift")
      let run = try diagen.run("check", "s.swift", "--fix")
      #expect(!run.errors.contains("cannot") && !run.errors.contains("compile"), "\(run)")
      #expect(try diagen.folder.bytes("s.swift") == Array(source(mended ?? written).utf8), "\(run)")
      #expect(run.output.contains("fix:") == (mended != nil))
      #expect(run.output.contains("[DG1212]") == (mended == nil))
    }
  }

  @Test func pagesAreMended() throws {
    try withOneFileProgram { diagen in
      try diagen.folder.write(Self.clean, to: "shop.swift")
      try diagen.run("shop.swift", "--format", "svg")
      let page = """
        # Ä 🚀\r
        ![](../shop/p.svg) and ![x](../shop/q.svg)\r
        <img src="../shop/p.svg" style="max-width: 10px; width: 2%">\r
        ![w:20px](../shop/p.svg)\r

        """
      try diagen.folder.write(page, to: "slides/deck.md")
      let run = try diagen.run(
        "check", "shop.swift", "--format", "svg", "--slides", "slides", "--fix")
      #expect(run.status == 0, "\(run)")
      let mended = try diagen.folder.read("slides/deck.md")
      #expect(
        mended.hasPrefix("# Ä 🚀\r\n![p](../shop/p.svg) and ![x](../shop/p.svg)\r\n<img alt=\"p\" "))
      #expect(mended.contains("max-width: 10px; width: ") && !mended.contains(" 2%"))
      #expect(mended.contains("![p w:") && !mended.contains("w:20px"))
      let again = try diagen.run(
        "check", "shop.swift", "--format", "svg", "--slides", "slides", "--fix")
      #expect(again.status == 0 && again.output == "")
      #expect(try diagen.folder.read("slides/deck.md") == mended)
    }
  }

  @Test func everyFormCarriesTheEdits() throws {
    try withOneFileProgram { diagen in
      let source = """
        import DiagramDSL
        let ä = Component("Ä🚀"), b = Component("B")
        let s = Series("s") { Picture("p") { ä.at(x: 0, y: 0); /*🚀*/ b.at(x: 3, y: 120) } }

        """
      try diagen.folder.write(source, to: "s.swift")
      let json = try diagen.run("check", "s.swift", "--json")
      #expect(try Schema("check.schema.json").mistakes(inText: json.output).isEmpty)
      let edits = try #require(findings(json).first?["edits"] as? [[String: Any]])
      #expect(edits.count == 1 && edits[0]["text"] as? String == "0")
      let line = Array(source.utf8).split(separator: 10)[2]
      let column = try #require(edits[0]["column"] as? Int)
      #expect(
        edits[0]["line"] as? Int == 3 && line[line.startIndex + column - 1] == UInt8(ascii: "3"))
      let sarif = try diagen.run("check", "s.swift", "--report", "sarif").output
      // In units of UTF-16: two fewer for each rocket, one fewer for the letter.
      let wanted =
        "\"deletedRegion\":{\"startLine\":3,\"startColumn\":\(column - 3),\"endLine\":3,\"endColumn\":\(column - 2)},"
        + "\"insertedContent\":{\"text\":\"0\"}"
      #expect(sarif.contains(wanted), "\(sarif)")
      #expect(try diagen.folder.read("s.swift") == source)
    }
  }

  // MARK: - Code

  private func edits(_ mends: [Mend], program: ProgramStamp? = nil) -> [SourceEdit] {
    var texts = SourceTexts(drawnBy: program)
    return texts.edits(
      for: Remark(
        .arrowThroughBox, "s", "m", at: Origin(path: "", line: 1, column: 1), mends: mends))
  }

  /// Statements, and what is left of them without `.straight()`.
  @Test(arguments: [
    ("(a --> b).straight()", "(a --> b)"),
    ("(a --> b).straight().label(\"x\")", "(a --> b).label(\"x\")"),
    ("(a --> b)\n  .label(\"()\")\n  .straight(true)\n", "(a --> b)\n  .label(\"()\")\n"),
    ("(f { (x) in x }).straight(); b", "(f { (x) in x }); b"),
    ("(a --> b).straight(isStraight)", nil), ("(a --> b).straight().straight()", nil),
    ("(a --> b) /* since */ .straight()", nil), ("(a --> b).straight(/* since */)", nil),
    ("link(a, b).straight()", nil), ("(a --> b).map { $0.straight() }", nil),
    ("(a --> b).straight() + more", nil), ("(a --> b).straight", nil), ("(a --> b", nil),
    ("(a --> b).straight().other", nil), ("#macro(a).straight()", nil), ("", nil),
  ])
  func aModifierIsTakenAwayWhereItIsUnderstood(written: String, left: String?) throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write("let a = 1\n  \(written)", to: "a.swift")
      let path = folder.path("a.swift")
      let found = edits([.withoutModifier("straight", at: Origin(path: path, line: 2, column: 3))])
      #expect(found.isEmpty == (left == nil))
      var texts = SourceTexts(drawnBy: nil)
      _ = texts.edits(
        for: Remark(
          .arrowThroughBox, "s", "m", at: Origin(path: path, line: 1, column: 1),
          mends: [.withoutModifier("straight", at: Origin(path: path, line: 2, column: 3))]))
      _ = try Fixes([found], of: texts).apply()
      #expect(try folder.read("a.swift") == "let a = 1\n  \(left ?? written)")
    }
  }

  @Test func whatChangedMeanwhileIsLeftAlone() throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write("old", to: "program")
      let program = try #require(ProgramStamp(at: folder.path("program")))
      try folder.write("Row(spacing: 8)", to: "a.swift")
      let path = folder.path("a.swift")
      let mend = Mend.argument(
        "spacing", from: "8", to: "80", at: Origin(path: path, line: 1, column: 4))
      #expect(edits([mend]).count == 1)
      try folder.link("link.swift", to: "a.swift")
      let linked = Mend.argument(
        "spacing", from: "8", to: "80",
        at: Origin(path: folder.path("link.swift"), line: 1, column: 4))
      #expect(edits([linked]).isEmpty)
      // The code is newer than the program that drew it.
      try FileManager.default.setAttributes(
        [.modificationDate: Date().addingTimeInterval(3600)], ofItemAtPath: path)
      #expect(edits([mend], program: program).isEmpty)
      // One of two mends is not understood: none is applied.
      let other = Mend.argument(
        "spacing", from: "9", to: "80", at: Origin(path: path, line: 1, column: 4))
      #expect(edits([mend, other]).isEmpty)
      var texts = SourceTexts(drawnBy: nil)
      let found = texts.edits(
        for: Remark(
          .labelOnBox, "s", "m", at: Origin(path: path, line: 1, column: 1), mends: [mend]))
      try folder.write("Row(spacing: 9)", to: "a.swift")
      let result = try Fixes([found], of: texts).apply()
      #expect(result.written.isEmpty && result.changed == [path])
      #expect(try folder.read("a.swift") == "Row(spacing: 9)")
    }
  }

  /// Damaged sources and places out of any of them: an edit is of exactly what it names, or there is none.
  @Test(arguments: UInt64(0)..<50)
  func noSourceIsATrap(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    try withTemporaryFolder { (folder) throws in
      var bytes = Array(SeededDefects(seed: seed, count: 3).source.utf8)
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let odd: [[UInt8]] = [
          [], [0], [13], [13, 10], [0xEF, 0xBB, 0xBF], [0xFF], Array("\"".utf8), Array("/*".utf8),
          Array("(".utf8), Array("#\"".utf8), Array("🚀".utf8), [9],
        ]
        bytes.replaceSubrange(
          place..<min(place + 2, bytes.count), with: odd.randomElement(using: &random)!)
      }
      let path = folder.path("a.swift")
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      for _ in 0..<50 {
        let origin = Origin(
          path: path, line: .random(in: 0...60, using: &random),
          column: .random(in: 0...60, using: &random))
        let mends: [(Mend, String)] = [
          (.withoutModifier("straight", at: origin), ".straight()"),
          (.argument("spacing", from: "8", to: "80", at: origin), "8"),
          (
            .text(path: path, offset: .random(in: 0...9999, using: &random), from: "s", to: ""), "s"
          ),
        ]
        for (mend, named) in mends {
          guard let edit = edits([mend]).first else { continue }
          let text = String(decoding: bytes[edit.range], as: UTF8.self)
          #expect(text.filter { !$0.isWhitespace } == named)
        }
      }
    }
  }
}

/// Which package a program is of, by where it lies.
@Suite struct MendedPackageTests {
  @Test(arguments: [
    ("p/.build/debug/a", true), ("p/.build/x86_64-unknown-linux-gnu/release/a", true),
    ("p/.build/debug/deep/er/a", false), ("p/.build/other/a", false), ("q/.build/debug/a", false),
    ("p/debug/a", false), ("a", false), ("p/.build/a", false),
  ])
  func itLiesInTheBuildOfItsPackage(path: String, isKnown: Bool) throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write("", to: "p/Package.swift")
      #expect((MendedPackage(ofProgram: folder.path(path)) != nil) == isKnown)
      #expect(MendedPackage(ofProgram: path) == nil)
    }
  }
}
