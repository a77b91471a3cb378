import DiagramModel
import DiagramText
import TestSupport
import Testing

@Suite struct FontMetricsTests {
  let metrics = FontMetrics()

  /// Labels and their widths in 1/2048 em, regular, bold and monospaced, as HarfBuzz 15 shapes them
  /// with Liberation 2.1.5: `Scripts/font-metrics.py --widths FILE`.
  static let shaped: [(label: String, regular: Int, bold: Int, monospaced: Int)] = [
    ("kube-apiserver", 13546, 14571, 17206),
    ("etcd", 3871, 4211, 4916),
    ("kube-scheduler", 14003, 15137, 17206),
    ("kube-controller-manager", 22311, 24126, 28267),
    ("kubelet", 6604, 7170, 8603),
    ("kube-proxy", 10131, 11039, 12290),
    ("container runtime", 15823, 17297, 20893),
    ("Control Plane", 12409, 13313, 15977),
    ("Worker Node", 12027, 12708, 13519),
    ("AVATAR", 7586, 7925, 7374),
    ("Type To Test", 11423, 12175, 14748),
    ("P. A. T.", 6187, 6374, 9832),
    ("Ty Wa Yo Te LT", 14078, 14526, 17206),
    ("11:11", 4821, 5012, 6145),
    ("Prüfungsvorbereitung für Anfänger", 31309, 34286, 40557),
    ("Größe ändern: Übung", 19923, 21162, 23351),
    ("ÄÖÜ äöü ß", 10244, 10581, 11061),
    ("Łódź, Kraków, Gdańsk", 20491, 21887, 24580),
    ("Île-de-France à côté", 18327, 19235, 24580),
    ("El Niño, señor", 12863, 13769, 17206),
    ("Ελληνικά Άλφα", 13537, 14746, 15977),
    ("ΑΤΥΧΗΜΑ", 9748, 9956, 8603),
    ("Привет, мир", 11431, 12338, 13519),
    ("Готово: УДАЛИТЬ", 16880, 17985, 18435),
    ("10.96.0.0/12", 11388, 11388, 14748),
    ("https://kubernetes.io/docs/", 23907, 26059, 33183),
    ("spec.containers[0].image", 22768, 24585, 29496),
    ("HTTP/2 (TLS 1.3)", 16160, 16272, 19664),
    ("„Anführung“ – so", 15255, 17179, 19664),
    ("‘quoted’ “text”…", 14380, 16157, 19664),
    ("5 € + £3 = ¥7", 12071, 12071, 15977),
    ("a → b ← c ↔ d", 13999, 14338, 15977),
    ("x ≤ y ≥ z ≠ ∞", 11318, 11548, 15977),
    ("H₂O, m², ½", 10239, 10469, 12290),
    ("f(x) = √x · π", 10672, 11170, 15977),
    ("~!@#$%^&*_+{}|:\"<>?", 20129, 21244, 23351),
    ("We're \"VAT-free\" 50%", 19715, 20755, 24580),
    ("Tôi yêu Việt Nam", 15670, 16465, 19664),
    ("WAVE Yacht r. y, 'A", 17463, 18357, 23351),
  ]

  @Test(arguments: shaped)
  func aLabelIsAsWideAsHarfBuzzShapesIt(
    label: String, regular: Int, bold: Int, monospaced: Int
  ) {
    #expect(metrics.advance(of: label, in: .regular) == regular)
    #expect(metrics.advance(of: label, in: .bold) == bold)
    #expect(metrics.advance(of: label, in: .monospaced) == monospaced)
  }

  @Test func anEmptyLineHasNoWidth() {
    #expect(metrics.width(of: "", in: Font(face: .regular, size: 12)) == 0)
  }

  @Test func widthsAreRoundedUp() {
    // 13546 / 2048 · 12 = 79.37
    #expect(metrics.width(of: "kube-apiserver", in: Font(face: .regular, size: 12)) == 80)
    // One em is exact.
    #expect(metrics.width(of: "字", in: Font(face: .regular, size: 16)) == 16)
  }

  @Test func aSubstringIsMeasuredLikeAString() {
    let text = "xAVATARx"
    #expect(metrics.advance(of: text.dropFirst().dropLast(), in: .bold) == 7925)
  }

  /// Each draws one picture.
  @Test(
    arguments: [
      "😀", "👍🏽", "👩‍👩‍👧‍👦", "❤️‍🔥", "🏳️‍🌈", "🇩🇪", "1️⃣", "☁️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🧑🏻‍🤝‍🧑🏿",
    ], [FontFace.regular, .monospaced])
  func anEmojiSequenceCountsOnce(emoji: String, face: FontFace) {
    #expect(metrics.advance(of: emoji, in: face) == metrics.advance(of: "🚀", in: face))
    #expect(metrics.advance(of: emoji + emoji, in: face) == 2 * 2806)
  }

  @Test func halvesOfAFlagApartAreTwo() {
    for apart in ["\u{1F1E9}\u{206D}\u{1F1EA}", "\u{1F1E9}\u{308}\u{1F1EA}", "\u{1F1E9}a\u{1F1EA}"]
    {
      let between = metrics.advance(of: apart, in: .regular) - 2 * 2806
      #expect(between == (apart.contains("a") ? 1139 : 0))
    }
  }

  @Test func marksAndFormatCharactersHaveNoWidth() {
    for mark in ["\u{0301}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{FE0E}", "\u{064B}", "\u{AD}"] {
      let text = "a\(mark)b"
      #expect(metrics.advance(of: text, in: .regular) == metrics.advance(of: "ab", in: .regular))
    }
  }

  @Test func aDecomposedLetterIsAsWideAsAComposedOne() {
    #expect(
      metrics.advance(of: "Te\u{301}", in: .regular) == metrics.advance(of: "Té", in: .regular))
  }

  @Test func fullWidthCharactersAreOneEm() {
    #expect(metrics.advance(of: "日本語カナ한글：", in: .regular) == 8 * 2048)
    #expect(metrics.advance(of: "日本語カナ한글：", in: .monospaced) == 8 * 2048)
  }

  @Test func whatTheFontsLackGetsTheAdvanceOfItsClass() {
    #expect(metrics.advance(of: "✓", in: .regular) == 1716)
    #expect(metrics.advance(of: "✓", in: .monospaced) == 1229)
    #expect(metrics.advance(of: "ກ", in: .regular) == 1139)
  }

  /// The promise of ``TextMeasurer`` that line breaking relies on.
  @Test(arguments: UInt64(0)..<200)
  func cuttingALineChangesItsAdvanceOnlyByTheKerningAtTheCut(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = String.random(using: &generator, count: 30)
    let clusters = Array(text + String.randomScalars(using: &generator, count: 30))
    let cut = Int.random(in: 1..<clusters.count, using: &generator)
    for face in FontFace.allCases {
      func advance(_ part: some Collection<Character>) -> Int {
        metrics.advance(of: String(part), in: face)
      }
      let pair = advance(clusters[cut - 1...cut])
      let kerning = pair - advance(clusters[cut - 1..<cut]) - advance(clusters[cut...cut])
      let parts = advance(clusters[..<cut]) + advance(clusters[cut...])
      #expect(advance(clusters) == parts + kerning)
    }
  }
}
