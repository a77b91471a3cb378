import DiagramModel
import DiagramText
import TestSupport
import Testing

@Suite struct CodeTests {
  /// A letter for every part of a code, as `Scripts/pygments-tokens` writes them.
  static func letters(_ code: String, _ language: CodeLanguage) -> String {
    language.runs(of: code).runs.map { run in
      let letter: String =
        switch run.style.tint {
        case .token(.comment): "c"
        case .token(.keyword): "k"
        case .token(.key): "n"
        case .token(.string): "s"
        case .token(.number): "d"
        case .token(.variable): "v"
        default: "-"
        }
      let count = run.text.unicodeScalars.filter { !$0.properties.isWhitespace }.count
      return String(repeating: letter, count: count)
    }.joined()
  }

  @Test func keysAndValuesAreToldApart() {
    #expect(Self.letters("{\"a\": [1, true, \"b\"]}", .json) == "-nnn--d-kkkk-sss--")
    #expect(Self.letters("a: b # c\n- d: |\n    e\nf: *g", .yaml) == "n-scc-n--sn-vv")
    #expect(Self.letters("echo \"$A b\" 1 # c", .shell) == "kkkksvvssdcc")
    #expect(Self.letters("let a = \"b\\(c)\" // d", .swift) == "kkk--ssss-ssccc")
    #expect(Self.letters("FROM a AS b\nRUN cd /x", .dockerfile) == "kkkkskkskkkkk--")
  }

  /// Whatever the code is, it comes out whole.
  @Test(arguments: UInt64(0)..<400)
  func codeComesOutWhole(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let parts = [
      "\"", "'", "`", "\\", "$(", "${", "$((", "))", "}", "{", "(", ")", "[", "]", "#", "//", "/*",
      "*/",
      "\n", " ", "  ", "\t", ":", ": ", "- ", "|", ">", "<<EOF", "EOF", "FROM", "RUN",
      "HEALTHCHECK",
      "VOLUME", "if", "let", "a", "é", "🇩🇪", "1", "0x", "1.5e", "&", "*", "!", "---", "%", "\r\n",
      "=",
      "\"\"\"", "#\"", "\\(", "?", ",", "--x", "\u{301}", "\u{2028}",
    ]
    var code = ""
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      code += parts.randomElement(using: &random) ?? ""
    }
    for language in CodeLanguage.allCases {
      #expect(language.runs(of: code).plain == code, "\(language.rawValue)")
    }
  }

  @Test(arguments: CodeLanguage.allCases)
  func longCodeIsReadInTime(language: CodeLanguage) {
    for part in ["\"", "#", "$(", "{", "a: ", "/*", "<<E\n", "'", "a=", "[", "- ", "\"\\("] {
      let code = String(repeating: part, count: 10_000 / part.count)
      #expect(language.runs(of: code).plain == code)
    }
  }

  @Test func aMarkIsFoundWhereItStandsFirst() {
    let code = CodeBlock("\n\na: x\n\tb: x # b: x\n\n", .yaml)
    #expect(code.text == "a: x\n    b: x # b: x")
    let place = code.place(of: .init(text: "b: x", id: "b"))
    #expect(place?.line == 1 && place?.before == "    ")
    #expect(code.place(of: .init(text: "c", id: "c")) == nil)
    #expect(code.place(of: .init(text: "", id: "c")) == nil)
  }
}
