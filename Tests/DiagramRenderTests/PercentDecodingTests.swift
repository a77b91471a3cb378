import DiagramRender
import Testing

@Suite struct PercentDecodingTests {
  @Test(arguments: [
    ("a%20b%2F", "a b/"), ("%e2%86%92", "→"), ("100%", "100%"), ("%2", "%2"), ("%%41", "%A"),
    // Swift reads these as numbers.
    ("%+1", "%+1"), ("%-0", "%-0"), ("%g0", "%g0"), ("%253C", "%3C"), ("", ""),
  ])
  func onlyTwoDigitsAreDecoded(written: String, meant: String) {
    #expect(String(decoding: written.utf8.percentDecoded, as: UTF8.self) == meant)
  }
}
