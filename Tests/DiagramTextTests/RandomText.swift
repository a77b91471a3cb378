import TestSupport

extension String {
  /// Text such as labels have: words, long names, several scripts, emoji, odd spaces, line breaks.
  static func random(using generator: inout SeededGenerator, count: Int) -> String {
    let parts = [
      "a", "be", "AV", "To", "kube", "-", "/", ".", "_", ":", "HTTPServer", "camelCase", "9", "10",
      " ", " ", " ", " ", "  ", "\u{A0}", "\u{2060}", "\u{200B}", "日本", "語。", "「", "ー", "한글",
      "😀", "👩‍👩‍👧", "🇩🇪", "❤️", "é", "e\u{301}", "ß", "Ж", "שלום", "مرحبا", "→", "(", ")", "--",
    ]
    var text = ""
    for _ in 0..<count { text += parts.randomElement(using: &generator) ?? "" }
    return text
  }
}
