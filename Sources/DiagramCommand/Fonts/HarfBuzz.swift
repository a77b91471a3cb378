import DiagramIcons
import DiagramModel
import DiagramRender
import DiagramXML

/// Why a program of HarfBuzz gave nothing.
enum HarfBuzzFailure: Error {
  case missing(UsageFailure)
  /// In words that follow those of what was to be made.
  case failed(String)
}

/// The programs of HarfBuzz, the library that shapes text in browsers: of a font they make a smaller one, or the outlines
/// of texts.
///
/// > Source: HarfBuzz manual, utilities `hb-subset`, `hb-shape` and `hb-view`.
struct HarfBuzz {
  /// What the names of its scratch files begin with; no two tasks at a time have the same.
  let scratch: String

  /// A font with the letters of some texts and what belongs to these, as their kerning; without hints for coarse
  /// screens.
  ///
  /// - Returns: nil where the font has none of the letters.
  func subset(
    of font: FontFile, for texts: [String]
  ) throws(HarfBuzzFailure) -> [UInt8]? {
    let scalars = Set(texts.flatMap(\.unicodeScalars)).sorted()
    let unicodes = scalars.map { String($0.value, radix: 16) }.joined(separator: ",")
    guard try hasLetter(of: scalars, in: font) else { return nil }
    return try run("hb-subset", ["--unicodes=\(unicodes)", "--no-hinting"], font)
  }

  /// What texts look like; without those of which the font lacks a letter, or whose letters run from right to left, since
  /// a part of a line does not tell their order.
  func outlines(
    of texts: [String], in font: FontFile
  ) throws(HarfBuzzFailure) -> [String: TextOutline] {
    let lines = texts.filter { text in
      !text.isEmpty && !text.unicodeScalars.contains { $0.isRightToLeft || $0 == "\n" }
    }
    var outlines: [String: TextOutline] = [:]
    for start in stride(from: 0, to: lines.count, by: Self.linesAtOnce) {
      let part = Array(lines[start..<min(start + Self.linesAtOnce, lines.count)])
      let advances = try advances(of: part, in: font)
      let drawn = zip(part, advances).compactMap { text, advance in
        advance.map { (text: text, advance: $0) }
      }
      for (line, path) in zip(drawn, try paths(of: drawn.map(\.text), in: font)) {
        outlines[line.text] = TextOutline(advance: line.advance, path: path)
      }
    }
    return outlines
  }

  /// So many lines fit on a canvas of cairo, which ends at 2²³.
  private static let linesAtOnce = 256
  /// The distance between two baselines on it: accents reach nowhere near.
  private static let pitch = 4 * TextOutline.unitsPerEm
  private static let longest = 1 << 22
  private static let size = "--font-size=\(TextOutline.unitsPerEm)"

  private func hasLetter(
    of scalars: [Unicode.Scalar], in font: FontFile
  ) throws(HarfBuzzFailure) -> Bool {
    let lines = scalars.filter {
      !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
    }.map { String($0) }
    return try advances(of: lines, in: font).contains { $0 != nil }
  }

  /// How far the pen goes in each line; nil where the font lacks a letter, or the line is longer than a canvas.
  private func advances(
    of lines: [String], in font: FontFile
  ) throws(HarfBuzzFailure) -> [Int?] {
    guard !lines.isEmpty else { return [] }
    let output = try run(
      "hb-shape", [Self.size, "--no-glyph-names", "--no-clusters"], lines, font)
    let shaped = String(decoding: output, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).prefix(lines.count)
    guard shaped.count == lines.count, shaped.allSatisfy({ $0.isEmpty || $0.first == "[" }) else {
      throw .failed("hb-shape answered otherwise than it used to")
    }
    return shaped.map(Self.advance)
  }

  /// Reads `[36+1214|57@10,-20+1214]`: for each glyph its number, perhaps an offset, and its advance; nothing for a
  /// line of which nothing is drawn.
  private static func advance(of line: Substring) -> Int? {
    var sum = 0
    for glyph in line.dropFirst().dropLast().split(separator: "|") {
      guard let number = Int(glyph.prefix { $0.isNumber }), number > 0,
        let sign = glyph.lastIndex(of: "+"), let advance = Int(glyph[glyph.index(after: sign)...]),
        abs(advance) < longest, abs(sum) < longest
      else { return nil }
      sum += advance
    }
    return abs(sum) < longest ? sum : nil
  }

  /// The outlines of each line, from where it begins on its baseline.
  private func paths(
    of lines: [String], in font: FontFile
  ) throws(HarfBuzzFailure) -> [[IconStep]] {
    guard !lines.isEmpty else { return [] }
    let options = [
      Self.size, "--output-format=svg", "--margin=0", "--font-extents=\(Self.pitch),0,0",
    ]
    let svg = try run("hb-view", options, lines, font)
    do {
      var page = try GlyphPage(svg, pitch: Self.pitch, lineCount: lines.count)
      try page.read()
      for (line, path) in zip(lines, page.lines)
      where path.isEmpty && line.unicodeScalars.contains(where: \.hasInk) {
        throw HarfBuzzFailure.failed("hb-view drew nothing for “\(line)”")
      }
      return page.lines
    } catch let error as HarfBuzzFailure {
      throw error
    } catch {
      throw .failed("hb-view drew what is not understood: \(error)")
    }
  }

  private func run(
    _ program: String, _ options: [String], _ lines: [String], _ font: FontFile
  ) throws(HarfBuzzFailure) -> [UInt8] {
    let input = "\(scratch).txt"
    do { try writeScratch(Array(lines.joined(separator: "\n").utf8), to: input) } catch {
      throw .failed(error.message)
    }
    return try run(program, options + ["--text-file=\(input)"], font)
  }

  private func run(
    _ program: String, _ options: [String], _ font: FontFile
  ) throws(HarfBuzzFailure) -> [UInt8] {
    let output = "\(scratch).out"
    let arguments =
      [program] + options
      + ["--face-index=\(font.index)", "--font-file=\(font.path)", "--output-file=\(output)"]
    // The language of the machine would choose other forms of letters.
    let process = Subprocess(
      arguments, errors: .captured, environment: [("LC_ALL", "C.UTF-8"), ("LANG", "C.UTF-8")])
    guard let (status, said) = process.run() else {
      throw .missing(.noFontProgram(program, package: "harfbuzz"))
    }
    guard status == .exit(0), let bytes = try? NamedFile(path: output).read() else {
      throw .failed("\(program) \(status.words): \(Subprocess.words(of: said))")
    }
    return bytes
  }
}

/// Lines of text as `hb-view` draws them into an SVG: each glyph once, and where it stands.
private struct GlyphPage {
  private let root: XMLElement
  private let pitch: Int
  private var glyphs: [String: [IconStep]] = [:]
  private(set) var lines: [[IconStep]]

  init(_ svg: [UInt8], pitch: Int, lineCount: Int) throws {
    root = try XMLElement.parse(svg)
    self.pitch = pitch
    lines = Array(repeating: [], count: lineCount)
  }

  mutating func read() throws {
    try readGlyphs(in: root)
    try readPlaces(in: root)
  }

  private mutating func readGlyphs(in element: XMLElement) throws {
    guard element[attribute: "transform"] == nil else {
      throw HarfBuzzFailure.failed("hb-view turned what it drew")
    }
    if let id = element[attribute: "id"], element.elements.count == 1,
      let data = element.elements[0][attribute: "d"]
    {
      glyphs[id] = try PathReader.steps(of: data)
    }
    for child in element.elements { try readGlyphs(in: child) }
  }

  private mutating func readPlaces(in element: XMLElement) throws {
    if element.name == "use" {
      let id = (element[attribute: "xlink:href"] ?? element[attribute: "href"] ?? "").dropFirst()
      guard let glyph = glyphs[String(id)],
        let x = element[attribute: "x"].flatMap(Double.init),
        let y = element[attribute: "y"].flatMap(Double.init),
        let line = Int(exactly: (y / Double(pitch)).rounded()), lines.indices.contains(line - 1)
      else { throw HarfBuzzFailure.failed("hb-view put a letter nowhere") }
      let rise = y - Double(line * pitch)
      lines[line - 1] += glyph.map { step in
        step.mapping { ExactPoint(x: $0.x + x, y: $0.y + rise) }
      }
    }
    for child in element.elements { try readPlaces(in: child) }
  }
}

extension Unicode.Scalar {
  /// Whether a font that has it draws something for sure.
  fileprivate var hasInk: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .decimalNumber: true
    default: false
    }
  }

  /// Whether it is of a script that is written from right to left, or turns a line around.
  fileprivate var isRightToLeft: Bool {
    switch value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF,
      0x200F, 0x202A...0x202E, 0x2066...0x2069:
      true
    default: false
    }
  }
}
