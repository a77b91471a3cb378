import DiagramModel
import DiagramText
import TestSupport
import Testing

/// Counts clusters: with ``FixedPitch`` at size 2 each one is a unit wide.
private func lines(
  _ text: String, _ maximum: Int = .max, word: Int? = nil, face: FontFace = .regular
) -> [String] {
  FixedPitch().lines(
    of: text, in: Font(face: face, size: 2), maximumWidth: maximum, maximumWordWidth: word
  ).lines
}

@Suite struct LineBreakingTests {
  @Test func textThatFitsStaysInOneLine() {
    #expect(lines("kube-apiserver", 14) == ["kube-apiserver"])
    #expect(lines("one two") == ["one two"])
  }

  @Test func explicitBreaksAndEmptyLinesStay() {
    #expect(lines("a\nb") == ["a", "b"])
    #expect(lines("a\r\nb\rc\u{2028}d") == ["a", "b", "c", "d"])
    #expect(lines("a\n\nb") == ["a", "", "b"])
  }

  @Test(arguments: [
    "a\n", "\na", "\n\n a \n\n", "a\r\n", "\ra", "a\u{2028}", "\u{2029}a", "\u{85}a\u{B}\u{C}",
    "a\n \t ", "\u{200B}\na\n\u{AD}", "\u{2060}\na\n\u{FEFF}", "a\n\u{3000}\u{2003}",
  ])
  func emptyLinesAtTheEndsAreNone(text: String) {
    #expect(lines(text) == ["a"])
    #expect(lines(text, face: .monospaced) == [text == "\n\n a \n\n" ? " a" : "a"])
  }

  @Test func aLineOfNoBreakSpacesIsRoomThatSomebodyWants() {
    #expect(lines("a\n\u{A0}") == ["a", "\u{A0}"])
  }

  @Test func blankTextHasNoLines() {
    #expect(lines("") == [])
    #expect(lines(" \t") == [])
    #expect(lines("  ", face: .monospaced) == [])
    #expect(lines("\n") == [])
    #expect(lines("\r\n\u{2028}\n \n") == [])
  }

  @Test func sizesFollowFromTheLines() {
    let font = Font(face: .regular, size: 10)
    let text = FixedPitch().lines(of: "abc\n\nabcdef\n", in: font)
    #expect(text.widths == [15, 0, 30])
    #expect(text.size == Size(width: 30, height: 36))
    #expect(FixedPitch().lines(of: "", in: font).size == .zero)
  }

  @Test func wordsAreWrappedAtSpacesFirst() {
    #expect(lines("the kube-proxy runs", 10) == ["the", "kube-proxy", "runs"])
  }

  @Test func linesAreEven() {
    #expect(lines("aa bb cc dd", 9) == ["aa bb", "cc dd"])
    #expect(lines("container runtime interface", 20) == ["container runtime", "interface"])
    #expect(lines("one two three four five six", 23) == ["one two three", "four five six"])
  }

  @Test func ofTwoEquallyEvenWaysTheLongerLineIsAbove() {
    #expect(lines("aa bb cc", 6) == ["aa bb", "cc"])
  }

  @Test func spacesAroundLinesAreDroppedAndRunsBecomeOne() {
    #expect(lines("  a \t b  \n  c ") == ["a b", "c"])
    #expect(lines("aaa   bbb", 4) == ["aaa", "bbb"])
  }

  @Test func aLongWordIsBrokenAfterPunctuation() {
    #expect(lines("kube-controller-manager", 16) == ["kube-controller-", "manager"])
    #expect(lines("registry.k8s.io/pause", 13) == ["registry.", "k8s.io/pause"])
    #expect(lines("https://kubernetes.io", 14) == ["https://", "kubernetes.io"])
  }

  @Test func optionsAndPathsAreNotBrokenAfterTheirFirstSigns() {
    #expect(lines("--all-namespaces", 11) == ["--all-", "namespaces"])
    #expect(lines("/etc/kubernetes", 11) == ["/etc/", "kubernetes"])
  }

  @Test func onlyAWordThatIsTooWideByItselfIsBroken() {
    #expect(lines("a-b c-d-e f-g", 5) == ["a-b", "c-d-e", "f-g"])
  }

  @Test func aLongNameIsBrokenAtItsHumps() {
    #expect(lines("PersistentVolumeClaim", 16) == ["Persistent", "VolumeClaim"])
    #expect(lines("myHTTPServer", 7) == ["myHTTP", "Server"])
  }

  @Test func aWordWithoutPlacesIsBrokenBetweenClusters() {
    #expect(lines("aaaaaaaaaa", 4) == ["aaaa", "aaa", "aaa"])
    let flags = String(repeating: "🇩🇪", count: 3)
    #expect(lines(flags, 1) == ["🇩🇪", "🇩🇪", "🇩🇪"])
    #expect(lines("ab", 0) == ["a", "b"])
  }

  @Test func noBreakSpacesAndWordJoinersHold() {
    #expect(lines("10\u{A0}km far", 7) == ["10\u{A0}km", "far"])
    #expect(lines("aa-\u{2060}bb-cc", 8) == ["aa-\u{2060}bb-", "cc"])
    #expect(lines("xxx\u{A0}yyy", 5) == ["xxx\u{A0}yyy"])
  }

  @Test(arguments: ["\u{A0}", "\u{202F}", "\u{2007}", "\u{2011}", "\u{2060}", "\u{FEFF}"])
  func whatIsGluedIsNeverBrokenThere(glue: String) {
    #expect(lines("aa\(glue)bb\(glue)cc dd", 4) == ["aa\(glue)bb\(glue)cc", "dd"])
    #expect(lines("aaaaaa\(glue)b", 4) == ["aaa", "aaa\(glue)b"])
    #expect(lines("10\(glue)km/h", 4) == ["10\(glue)km/", "h"])
  }

  @Test func aSoftHyphenIsAPlaceToBreakAndSeenOnlyThere() {
    let word = "Kunden\u{AD}stamm\u{AD}daten"
    #expect(lines(word, 16) == ["Kundenstammdaten"])
    #expect(lines(word, 12) == ["Kunden-", "stammdaten"])
    #expect(lines("\(word)abcde", 12) == ["Kundenstamm-", "datenabcde"])
    #expect(lines("die \(word)", 12) == ["die Kunden-", "stammdaten"])
    #expect(lines("\u{AD}a\u{AD} \u{AD}b\u{AD}", 1) == ["a", "b"])
    #expect(lines("foo-\u{AD}bar", 4) == ["foo-", "bar"])
    #expect(lines("a\u{AD}b", face: .monospaced) == ["ab"])
  }

  @Test func softHyphensComeBeforeOtherPlaces() {
    #expect(lines("Kunden\u{AD}stamm/daten", 13) == ["Kunden-", "stamm/daten"])
    #expect(lines("Kunden\u{AD}stamm/daten", 9) == ["Kunden-", "stamm/", "daten"])
  }

  @Test func aWordWithoutPlacesMayBeWiderThanTheLines() {
    #expect(lines("aaaaaaaaaa", 4, word: 10) == ["aaaaaaaaaa"])
    #expect(lines("aaaaaaaaaa", 4, word: 9) == ["aaaaa", "aaaaa"])
    #expect(lines("in aaaaaaaaaa zu b", 4, word: 12) == ["in", "aaaaaaaaaa", "zu b"])
    #expect(lines("a bb cc aaaaaaa", 4, word: 12) == ["a bb cc", "aaaaaaa"])
  }

  @Test func aLongNameIsBrokenWhereItMayBeBeforeItMakesTheLinesWider() {
    #expect(lines("com.example.Orders", 8, word: 20) == ["com.", "example.", "Orders"])
    #expect(lines("orderConfirmationEvent", 12, word: 30) == ["order", "Confirmation", "Event"])
    #expect(lines("snake_case_name", 10, word: 30) == ["snake_", "case_name"])
    #expect(lines("a/bbbbbbbbbbbb/c", 6, word: 30) == ["a/", "bbbbbbbbbbbb/", "c"])
  }

  @Test func aWordOf300LettersIsCutIntoEvenPieces() {
    let pieces = lines(String(repeating: "x", count: 300), 18, word: 40)
    #expect(pieces.map(\.count) == [38, 38, 38, 38, 37, 37, 37, 37])
  }

  @Test func aZeroWidthSpaceIsAPlaceToBreakAndIsNotDrawn() {
    #expect(lines("foo\u{200B}bar", 3) == ["foo", "bar"])
    #expect(lines("foo\u{200B}bar", 6) == ["foobar"])
    #expect(lines("foo \u{200B} bar", 7) == ["foo bar"])
  }

  @Test func cjkIsBrokenBetweenCharactersButNotBeforeItsPunctuation() {
    #expect(lines("日本語日本語", 3) == ["日本語", "日本語"])
    #expect(lines("日本語。日本", 3) == ["日本", "語。", "日本"])
    #expect(lines("日本「語」", 3) == ["日本", "「語」"])
  }

  @Test func codeKeepsItsSpaces() {
    #expect(lines("spec:\n  a:  b\n\t- c", face: .monospaced) == ["spec:", "  a:  b", "    - c"])
    #expect(lines("a\tb", face: .monospaced) == ["a   b"])
    #expect(lines("  image: nginx", 9, face: .monospaced) == ["  image:", "nginx"])
    #expect(lines("  image: nginx", 7, face: .monospaced) == ["image:", "nginx"])
  }

  @Test func kerningAcrossAGapIsCounted() {
    let font = Font(face: .regular, size: 2048)
    let text = FontMetrics().lines(of: "LT P AV LT", in: font, maximumWidth: 7000)
    #expect(text.lines == ["LT P", "AV LT"])
    #expect(text.widths == text.lines.map { FontMetrics().width(of: $0, in: font) })
  }
}
