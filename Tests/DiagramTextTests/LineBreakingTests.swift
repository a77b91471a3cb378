import DiagramModel
import DiagramText
import TestSupport
import Testing

/// Counts clusters: with ``FixedPitch`` at size 2 each one is a unit wide.
private func lines(
  _ text: String, _ maximum: Int = .max, face: FontFace = .regular
) -> [String] {
  FixedPitch().lines(of: text, in: Font(face: face, size: 2), maximumWidth: maximum).lines
}

@Suite struct LineBreakingTests {
  @Test func textThatFitsStaysInOneLine() {
    #expect(lines("kube-apiserver", 14) == ["kube-apiserver"])
    #expect(lines("one two") == ["one two"])
  }

  @Test func explicitBreaksAndEmptyLinesStay() {
    #expect(lines("a\nb") == ["a", "b"])
    #expect(lines("a\r\nb\rc\u{2028}d") == ["a", "b", "c", "d"])
    #expect(lines("a\n\nb\n") == ["a", "", "b", ""])
    #expect(lines("\n") == ["", ""])
  }

  @Test func blankTextHasNoLines() {
    #expect(lines("") == [])
    #expect(lines(" \t") == [])
    #expect(lines("  ", face: .monospaced) == [])
  }

  @Test func sizesFollowFromTheLines() {
    let font = Font(face: .regular, size: 10)
    let text = FixedPitch().lines(of: "abc\nabcdef\n", in: font)
    #expect(text.widths == [15, 30, 0])
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
    #expect(lines("   \n\t") == ["", ""])
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
    #expect(lines("xxx\u{A0}yyy", 5) == ["xxx\u{A0}y", "yy"])
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
