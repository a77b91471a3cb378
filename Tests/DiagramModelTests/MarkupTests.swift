import DiagramModel
import TestSupport
import Testing

@Suite struct MarkupTests {
  /// The runs of a label, each as its text with its styles in front.
  private func runs(_ label: String) -> [String] {
    Markup(label).text.runs.map { run in
      let style = run.style
      let tint =
        switch style.tint {
        case .accent(let accent)?: accent.rawValue
        case .muted?: "muted"
        case .token?: "token"
        case nil: nil as String?
        }
      let marks = [
        style.isBold ? "bold" : nil, style.isItalic ? "italic" : nil, style.isCode ? "code" : nil,
        tint, style.link,
      ].compactMap(\.self)
      return marks.isEmpty ? run.text : "\(marks.joined(separator: "+")): \(run.text)"
    }
  }

  @Test func eachSignStylesWhatItEncloses() {
    #expect(runs("a **b** c") == ["a ", "bold: b", " c"])
    #expect(runs("*slanted* word") == ["italic: slanted", " word"])
    #expect(runs("run `kubectl get`!") == ["run ", "code: kubectl get", "!"])
    #expect(runs("[docs](https://k8s.io/docs)") == ["https://k8s.io/docs: docs"])
    #expect(runs("[failed]{.red}, [old]{.muted}") == ["red: failed", ", ", "muted: old"])
    #expect(runs("**two\nlines**") == ["bold: two\nlines"])
  }

  @Test func stylesLieInEachOther() {
    #expect(runs("***both***") == ["bold+italic: both"])
    #expect(
      runs("**a *b* c**") == ["bold: a ", "bold+italic: b", "bold: c".replacing("c", with: " c")])
    #expect(runs("**a *b***") == ["bold: a ", "bold+italic: b"])
    #expect(runs("[**a** `b`](#x)") == ["bold+#x: a", "#x:  ", "code+#x: b"])
    #expect(runs("**[a]{.red}[b](#c)**") == ["bold+red: a", "bold+#c: b"])
    #expect(runs("[a [b]{.red} c]{.green}") == ["green: a ", "red: b", "green:  c"])
  }

  @Test(arguments: [
    "2*3*4", "2 * 3 * 4", "*.example.org", "*.a.org and *.b.org", "/api/*, /web/*", "*/5 * * * *",
    "**/*.swift", "f(*args, **kwargs)", "char *a, *b", "SELECT * FROM pods", "* item\n* item",
    "**", "****", "*****a*****", "** a **", "*a", "a*", "`", "``", "`a", "a`\nb`",
    "snake_case and __init__", "handlers[i](x)", "[i]", "[]", "[](x)", "[x]()", "[x](", "[x](a b)",
    "[x]{red}", "[x]{.}", "[x]{.red", "{.red}", "C:\\Users\\x", "\\\\server\\share", "a\\",
    "array[0]{.red}", "[[[", "]]]", "<b>no HTML</b>", "&amp;", "# no heading", "~~no~~",
  ])
  func whatIsNotClosedIsLiteral(text: String) {
    #expect(Markup(text).text == StyledText(plain: text))
    #expect(Markup(text).problems == [])
  }

  @Test func aBackslashMakesASignLiteral() {
    #expect(runs(#"\*a\* \`b\` \[c](d)"#) == ["*a* `b` [c](d)"])
    #expect(runs(#"\*\*a**"#) == ["**a**"])
    #expect(runs(#"`a\*b`"#) == [#"code: a\*b"#])
  }

  @Test func addressesThatMayRunAProgramAreNoLinks() {
    for address in [
      "javascript:alert(1)", "JavaScript:x", "data:text/html,x", "file:///etc", "vbscript:x",
    ] {
      let markup = Markup("[a](\(address)) b")
      #expect(markup.text == StyledText(plain: "a b"))
      #expect(markup.problems.count == 1, "\(address)")
    }
    for address in [
      "https://a.b/(c)?d=e&f#g", "http://a", "mailto:a@b.c", "#part", "other.html", "../a/b.svg",
      "/a:b",
      "?a:b", "a/b:c",
    ] {
      #expect(runs("[x](\(address))") == ["\(address): x"])
      #expect(Address.problem(with: address) == nil)
    }
    for address in ["", "a b", "java\tscript:x", "a\u{0}b", "a\u{A0}b", "\u{1}javascript:x"] {
      #expect(Address.problem(with: address) != nil)
    }
  }

  @Test func aColourThatDoesNotExistIsTold() {
    let markup = Markup("[a]{.blue} [b]{.read}")
    #expect(markup.text == StyledText(plain: "a b"))
    #expect(markup.problems == [.color("blue"), .color("read")])
  }

  @Test func slugsAndTitlesHaveNoSigns() {
    #expect("**API** `v1`".withoutMarkup == "API v1")
    #expect("2*3".withoutMarkup == "2*3")
  }

  /// Signs in every order neither end in a trap nor show anything that is not written.
  @Test(arguments: UInt64(0)..<500)
  func randomSignsAreRead(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let parts = [
      "*", "**", "***", "`", "[", "]", "(", ")", "{.red}", "{", "}", "](", "](#a)", "\\", " ", "a",
      "b",
      "\n", "é", "🇩🇪", "\u{301}", "\r\n", ".", "](javascript:a)", "]{.x}", "\u{200D}",
    ]
    var label = ""
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      label += parts.randomElement(using: &random) ?? ""
    }
    let markup = Markup(label)
    var rest = label.unicodeScalars[...]
    for scalar in markup.text.plain.unicodeScalars {
      guard let place = rest.firstIndex(of: scalar) else {
        Issue.record("\(scalar) is not in the rest of \(label)")
        return
      }
      rest = rest[rest.index(after: place)...]
    }
    #expect(markup.text.runs.allSatisfy { !$0.text.isEmpty })
    let escaped = Markup(Markup.escaping(label.filter { $0 != "\\" }))
    #expect(escaped.text == StyledText(plain: label.filter { $0 != "\\" }))
  }

  /// A tree of styles, written down and read again.
  @Test(arguments: UInt64(0)..<300)
  func whatIsWrittenIsRead(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let tree = StyledWords(depth: 0, using: &random)
    #expect(Markup(tree.label).text == StyledText(tree.runs(TextStyle())), "\(tree.label)")
  }

  /// Signs that open and never close, or the other way round, however many.
  @Test(arguments: [
    "*a ", "**a ", "a* ", "[", "[a](b", "[*", "`\n", "**a *b", "]", "*a *b c** ", "[a]{.b",
  ])
  func longTextsAreReadInTime(part: String) {
    let label = String(repeating: part, count: 100_000 / part.count)
    #expect(Markup(label).text.plain.isEmpty == false)
  }
}

/// Words, some of them in styles.
private struct StyledWords {
  private indirect enum Part {
    case word(String)
    case styled(opening: String, closing: String, (inout TextStyle) -> Void, StyledWords)
    case code(String)
  }

  private var parts: [Part] = []

  init(depth: Int, marks: [Int] = Array(0..<4), using random: inout SeededGenerator) {
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let mark = marks.randomElement(using: &random) ?? 0
      // A style in itself is nothing new, and a run of stars is read as one sign.
      let inner = marks.filter { $0 != mark && (mark > 1 || $0 > 1) }
      guard depth < 3, Bool.random(using: &random), !inner.isEmpty else {
        let word = ["pod", "größe", "a_b", "x-y", "2*3"].randomElement(using: &random) ?? ""
        parts.append(Int.random(in: 0...4, using: &random) == 0 ? .code(word) : .word(word))
        continue
      }
      let words = StyledWords(depth: depth + 1, marks: inner, using: &random)
      switch mark {
      case 0: parts.append(.styled(opening: "**", closing: "**", { $0.isBold = true }, words))
      case 1: parts.append(.styled(opening: "*", closing: "*", { $0.isItalic = true }, words))
      case 2: parts.append(.styled(opening: "[", closing: "](#a)", { $0.link = "#a" }, words))
      default:
        parts.append(
          .styled(opening: "[", closing: "]{.red}", { $0.tint = .accent(.red) }, words))
      }
    }
  }

  var label: String {
    parts.map { part in
      switch part {
      case .word(let word): word
      case .code(let word): "`\(word)`"
      case .styled(let opening, let closing, _, let words): opening + words.label + closing
      }
    }.joined(separator: " ")
  }

  func runs(_ style: TextStyle) -> [StyledText.Run] {
    var runs: [StyledText.Run] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { runs.append(.init(" ", style)) }
      var inner = style
      switch part {
      case .word(let word): runs.append(.init(word, style))
      case .code(let word):
        inner.isCode = true
        runs.append(.init(word, inner))
      case .styled(_, _, let change, let words):
        change(&inner)
        runs += words.runs(inner)
      }
    }
    return runs
  }
}
