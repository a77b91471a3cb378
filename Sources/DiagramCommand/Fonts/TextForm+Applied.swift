import DiagramRender

extension TextForm {
  /// An SVG of ours in this form, with all its marks.
  ///
  /// - Parameters:
  ///   - svg: the SVG as it is drawn, with or without a drawing of draw.io.
  ///   - source: what the file is to say that it was made of.
  ///   - fonts: where the fonts of this machine are.
  ///   - harfBuzz: what reads them.
  /// - Returns: the file; the same bytes for the same SVG and fonts.
  /// - Throws: ``UsageFailure`` where a font is missing, ``HarfBuzzFailure``, `XMLError`.
  /// - Complexity: one or two runs of a program for each face.
  func applied(
    to svg: [UInt8], source: String, fonts: FontFiles, harfBuzz: HarfBuzz
  ) throws -> [UInt8] {
    let lines = SVGTextElement.all(in: svg)
    var texts: [(face: SVGFontFace, texts: [String])] = []
    for run in lines.flatMap({ $0.parts.map(\.run) }) {
      if let index = texts.firstIndex(where: { $0.face == run.face }) {
        if !texts[index].texts.contains(run.text) { texts[index].texts.append(run.text) }
      } else {
        texts.append((run.face, [run.text]))
      }
    }
    var output = svg
    switch self {
    case .plain: return svg
    case .embedded:
      let subsets = try texts.compactMap { face, texts in
        try harfBuzz.subset(of: fonts.file(of: face), for: texts).map { (face: face, file: $0) }
      }
      output = SVGFontFace.embedding(subsets, in: svg)
    case .outlines:
      var outlines: [SVGTextRun: TextOutline] = [:]
      for (face, texts) in texts {
        for (text, outline) in try harfBuzz.outlines(of: texts, in: fonts.file(of: face)) {
          outlines[SVGTextRun(text: text, face: face)] = outline
        }
      }
      output = try SVGTextElement.outlining(lines, of: svg, by: outlines)
    }
    return SVGRenderer.marked(output, source: source)
  }
}
