import DiagramModel

extension SVGFontFace {
  /// The SVG with fonts in it, each for all texts that ask for its face first.
  ///
  /// A face takes the first name of the stack, so that no text changes; where several such pictures stand in one page, a
  /// viewer looks for a letter in all of the same name.
  package static func embedding(
    _ fonts: [(face: SVGFontFace, file: [UInt8])], in svg: [UInt8]
  ) -> [UInt8] {
    let rules = fonts.map { font, file in
      let kind = file.starts(with: Array("OTTO".utf8)) ? "otf" : "ttf"
      return "@font-face{font-family:\"\(font.families.first ?? "")\""
        + (font.isBold ? ";font-weight:bold" : "") + (font.isItalic ? ";font-style:italic" : "")
        + ";src:url(data:font/\(kind);base64,\(base64(file)))}"
    }
    guard !rules.isEmpty else { return svg }
    let place = endOfDescription(in: svg)
    let style = "\n  <style>\(rules.joined())</style>"
    return Array(svg[..<place]) + Array(style.utf8) + Array(svg[place...])
  }

  /// Where title and description of the whole end, which readers look for first.
  private static func endOfDescription(in svg: [UInt8]) -> Int {
    let title = svg.firstRange(of: Array("</title>".utf8))?.upperBound ?? svg.endIndex
    let next = svg[title...].drop { [0x0A, 0x20].contains($0) }
    guard next.starts(with: Array("<desc ".utf8)) else { return title }
    return svg.firstRange(of: Array("</desc>".utf8), from: title)?.upperBound ?? title
  }
}
