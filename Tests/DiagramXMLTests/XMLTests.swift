import DiagramXML
import TestSupport
import Testing

@Suite struct XMLRoundTrips {
  @Test(arguments: UInt64(0)..<300)
  func randomTreesComeBackAsTheyWere(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let tree = XMLElement.random(using: &generator)
    for isASCII in [false, true] {
      let compact = XMLOptions(hasDeclaration: isASCII, isIndented: false, isASCII: isASCII)
      let bytes = try tree.serialised(compact)
      #expect(try XMLElement.parse(bytes) == tree)
      #expect(!isASCII || bytes.allSatisfy { $0 < 0x80 } || !tree.hasOnlyASCIINames)
    }
  }

  @Test(arguments: UInt64(0)..<300)
  func indentationAddsNothingButBlanksBetweenElements(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let tree = XMLElement.random(using: &generator)
    let parsed = try XMLElement.parse(try tree.serialised())
    #expect(parsed.withoutBlanks == tree.withoutBlanks)
    #expect(parsed.text.filter { !$0.isWhitespace } == tree.text.filter { !$0.isWhitespace })
  }

  @Test func aTextInAnAttributeMayBeLong() throws {
    let long = String(repeating: "<&ü>\n", count: 100_000)
    let tree = XMLElement("svg", [XMLAttribute("content", long)])
    #expect(try XMLElement.parse(try tree.serialised()) == tree)
  }

  @Test func fourThousandParsesAtOnceKeepTheirMistakesApart() async {
    await withTaskGroup(of: Bool.self) { group in
      for index in 0..<4000 {
        group.addTask {
          let lines = index % 50
          let broken = Array((String(repeating: "\n", count: lines) + "<a><b></a>").utf8)
          guard index.isMultiple(of: 2) else {
            return (try? XMLElement.parse(Array("<a n='\(index)'/>".utf8)))?[attribute: "n"]
              == "\(index)"
          }
          do throws(XMLError) {
            _ = try XMLElement.parse(broken)
            return false
          } catch {
            return error.line == lines + 1
          }
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}

extension XMLElement {
  fileprivate var hasOnlyASCIINames: Bool {
    name.utf8.allSatisfy { $0 < 0x80 }
      && attributes.allSatisfy { $0.name.utf8.allSatisfy { $0 < 0x80 } }
      && children.allSatisfy { child in
        switch child {
        case .element(let element): element.hasOnlyASCIINames
        case .text: true
        case .comment(let comment): comment.utf8.allSatisfy { $0 < 0x80 }
        }
      }
  }
}

@Suite struct XMLWriting {
  private func written(_ element: XMLElement, _ options: XMLOptions = XMLOptions()) throws -> String
  {
    String(decoding: try element.serialised(options), as: UTF8.self)
  }

  @Test func everyElementWithoutTextHasALineOfItsOwn() throws {
    let tree = XMLElement(
      "svg", [XMLAttribute("width", "1")],
      [
        .element(XMLElement("g", [], [.element(XMLElement("path")), .comment("end")])),
        .element(
          XMLElement("text", [], [.text("a "), .element(XMLElement("b", [], [.text("c")]))])),
      ])
    #expect(
      try written(tree, XMLOptions(hasDeclaration: true)) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg width="1">
          <g>
            <path/>
            <!--end-->
          </g>
          <text>a <b>c</b></text>
        </svg>

        """)
  }

  @Test func lettersStayLegibleUnlessASCIIIsAskedFor() throws {
    let tree = XMLElement("a", [XMLAttribute("b", "für 😀")], [.text("ä")])
    #expect(try written(tree) == "<a b=\"für 😀\">ä</a>\n")
    #expect(
      try written(tree, XMLOptions(isASCII: true)) == "<a b=\"f&#252;r &#128512;\">&#228;</a>\n")
  }

  @Test func aMultilineAttributeKeepsItsLinesAndDoubleQuotes() throws {
    let value = "<m a=\"1\">\n  <n b=\"it's &amp; so\"/>\n</m>\n"
    let tree = XMLElement("svg", [XMLAttribute("content", value, isMultiline: true)])
    #expect(
      try written(tree) == """
        <svg content='&lt;m a="1">
          &lt;n b="it&apos;s &amp;amp; so"/>
        &lt;/m>
        '/>

        """)
    let parsed = try XMLElement.parse(try tree.serialised())
    #expect(parsed[attribute: "content"] == value.replacing("\n", with: " "))
  }

  @Test(arguments: ["\u{0}", "\u{1}", "\u{B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"])
  func charactersThatXMLCannotHoldAreRefused(character: String) {
    for tree in [
      XMLElement("a", [XMLAttribute("b", "x\(character)")]),
      XMLElement("a", [], [.text(character)]), XMLElement("a", [], [.comment(character)]),
    ] {
      #expect(throws: XMLError.self) { try tree.serialised() }
    }
  }

  @Test func whatNoFileCanHoldBecomesAQuestionMark() throws {
    let text = "a\u{0}b\t\u{1F}\n\u{FFFE}\u{10FFFF}\u{FEFF}é"
    #expect(text.withoutForbiddenScalars == "a?b\t?\n?\u{10FFFF}\u{FEFF}é")
    let element = XMLElement("a", [], [.text(text.withoutForbiddenScalars)])
    #expect(try XMLElement.parse(element.serialised()).text == text.withoutForbiddenScalars)
  }

  @Test func theMessageNamesTheCharacter() {
    #expect(throws: XMLError("XML cannot hold the character U+000B")) {
      try XMLElement("a", [], [.text("\u{B}")]).serialised()
    }
  }

  @Test(arguments: ["", "1a", "a b", "a<", "-a", "a:b:c", ":a", "a:", "é\u{0}"])
  func namesThatAreNoneAreRefused(name: String) {
    #expect(throws: XMLError.self) { try XMLElement(name).serialised() }
    #expect(throws: XMLError.self) {
      try XMLElement("a", [XMLAttribute(name, "")]).serialised()
    }
  }

  @Test func anAttributeGivenTwiceIsRefused() {
    let tree = XMLElement("a", [XMLAttribute("b", "1"), XMLAttribute("b", "2")])
    #expect(throws: XMLError("attribute 'b' of <a> is given twice")) { try tree.serialised() }
  }

  @Test(arguments: ["a--b", "a-"])
  func commentsThatWouldEndEarlyAreRefused(comment: String) {
    #expect(throws: XMLError.self) {
      try XMLElement("a", [], [.comment(comment)]).serialised()
    }
  }
}

@Suite struct XMLReading {
  private func parse(_ text: String) throws(XMLError) -> XMLElement {
    try XMLElement.parse(Array(text.utf8))
  }

  @Test(arguments: [
    ("", 1), ("<a>", 1), ("<a>\n<b>\n</a>", 3), ("<a/>\n<b/>", 2), ("<a\n\nb='1' b='2'/>", 3),
    ("<a>&nope;</a>", 1), ("\n\n<a>\u{B}</a>", 3), ("text", 1), ("<a b=1/>", 1),
    ("<a>\n<x:b/></a>", 2),
    ("<!DOCTYPE a SYSTEM 'x'>\n<a>&nope;</a>", 2), ("<!DOCTYPE a SYSTEM 'x'>\n<a b='&nope;'/>", 2),
  ])
  func mistakesAreToldWithTheirLine(text: String, line: Int) {
    let error = #expect(throws: XMLError.self) { try parse(text) }
    #expect(error?.line == line, "\(String(describing: error))")
    #expect(error?.message.isEmpty == false)
  }

  @Test func theFirstMistakeIsTold() {
    let error = #expect(throws: XMLError.self) { try parse("<a>\n<b>\n</a>\n</a>") }
    #expect(error?.description == "line 3: Opening and ending tag mismatch: b line 2 and a")
  }

  @Test func brokenUTF8IsRefused() {
    #expect(throws: XMLError.self) { try XMLElement.parse([0x3C, 0x61, 0x3E, 0xFF, 0xFE]) }
  }

  @Test func entitiesAreNeverExpanded() {
    var bomb = "<!DOCTYPE a [<!ENTITY x0 'ha'>"
    for level in 1...30 {
      bomb += "<!ENTITY x\(level) '&x\(level - 1);&x\(level - 1);'>"
    }
    #expect(throws: XMLError.self) { try parse(bomb + "]><a>&x30;</a>") }
    #expect(throws: XMLError.self) { try parse(bomb + "]><a b='&x30;'/>") }
    #expect(throws: XMLError.self) { try parse("<!DOCTYPE a [<!ENTITY x 'y'>]><a/>") }
  }

  @Test func otherFilesAreNeverRead() {
    let external = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"
    #expect(throws: XMLError.self) { try parse(external) }
    #expect(throws: XMLError.self) { try parse("<!DOCTYPE a SYSTEM 'file:///x'><a>&x;</a>") }
    #expect(throws: XMLError.self) { try parse("<!DOCTYPE a SYSTEM 'file:///x'><a b='&x;'/>") }
  }

  @Test func aDocumentTypeThatDeclaresNothingIsFine() throws {
    let text = """
      <?xml version="1.0"?><!-- drawn --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" \
      "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg/>
      """
    #expect(try parse(text) == XMLElement("svg"))
  }

  @Test func prefixesAndNamespacesStayAsTheyAreWritten() throws {
    let tree = XMLElement(
      "s:svg", [XMLAttribute("xmlns:s", "urn:s"), XMLAttribute("s:a", "1")],
      [.element(XMLElement("b", [XMLAttribute("xmlns", "urn:b"), XMLAttribute("xml:space", "x")]))])
    #expect(try XMLElement.parse(try tree.serialised(XMLOptions(isIndented: false))) == tree)
  }

  @Test func sectionsOfCharactersAreText() throws {
    #expect(try parse("<a>x<![CDATA[<y>]]>z</a>") == XMLElement("a", [], [.text("x<y>z")]))
  }

  @Test func anAttributeOfMoreThanTenMillionBytesIsRefused() {
    let value = [UInt8](repeating: UInt8(ascii: "a"), count: 10_000_001)
    #expect(throws: XMLError.self) {
      try XMLElement.parse(Array("<a b='".utf8) + value + Array("'/>".utf8))
    }
  }

  @Test func nestingThatWouldExhaustTheStackIsRefused() {
    let depth = 100_000
    let text = String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    #expect(throws: XMLError.self) { try parse(text) }
  }
}
