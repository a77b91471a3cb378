import TestSupport

extension String {
  /// Text such as labels have: words, long names, several scripts, emoji, odd spaces, line breaks.
  static func random(using generator: inout SeededGenerator, count: Int) -> String {
    let parts = [
      "a", "be", "AV", "To", "kube", "-", "/", ".", "_", ":", "HTTPServer", "camelCase", "9", "10",
      " ", " ", " ", " ", "  ", "\u{A0}", "\u{2060}", "\u{200B}", "\u{AD}", "\u{2011}", "日本", "語。",
      "「", "ー", "한글",
      "😀", "👩‍👩‍👧", "🇩🇪", "❤️", "é", "e\u{301}", "ß", "Ж", "שלום", "مرحبا", "→", "(", ")", "--",
    ]
    var text = ""
    for _ in 0..<count { text += parts.randomElement(using: &generator) ?? "" }
    return text
  }

  /// Scalars without sense, most of them such as join their neighbours or have no width.
  static func randomScalars(using generator: inout SeededGenerator, count: Int) -> String {
    let blocks: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0...0x2FF, 0x300...0x36F, 0x600...0x6FF, 0x900...0x9FF, 0x1100...0x11FF,
      0x200B...0x200D, 0x2000...0x206F, 0x20E3...0x20E3, 0x2600...0x27BF, 0x3000...0x30FF,
      0xFE00...0xFE0F, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0x1F300...0x1F6FF, 0...0x10FFFF,
    ]
    var scalars = UnicodeScalarView()
    for _ in 0..<count {
      let block = blocks.randomElement(using: &generator) ?? 0...0
      if let scalar = Unicode.Scalar(UInt32.random(in: block, using: &generator)) {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
