import DiagramModel
import TestSupport
import Testing

@testable import DiagramIcons

/// Whatever a file holds, it is drawn, or refused with a reason: nothing ends in a trap.
@Suite struct DamagedIconTests {
  private static let samples = [
    """
    <?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none">
    <style>.a{fill:#123;stroke-width:2}</style><defs><path id="p" d="M1 1h2v2z"/></defs>
    <g transform="translate(2 3) rotate(45 12 12)" opacity=".5"><use href="#p" x="2"/></g>
    <path class="a" fill-rule="evenodd" d="M2 2h20v20H2zM5 5a7 7 0 0 1 14 0q3 3-4 9t-9 1c-1-1-2-3-1-10z"/>
    <circle cx="12" cy="12" r="4" stroke="currentColor" stroke-linecap="round"/></svg>
    """,
    """
    <svg width="10" height="12"><rect rx="2" width="8" height="6"/><polygon points="1,1 2,2 3,1"/>
    <ellipse cx="5" cy="5" rx="3" ry="2" transform="matrix(1 .2 .3 1 0 0)"/></svg>
    """,
  ]

  @Test(arguments: UInt64(0)..<600)
  func damagedFilesAreReadOrRefused(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var bytes = Array((Self.samples.randomElement(using: &random) ?? "").utf8)
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0...4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(contentsOf: "1e9".utf8, at: place)
      case 3:
        let end = min(bytes.count, place + Int.random(in: 1...30, using: &random))
        bytes.insert(contentsOf: bytes[place..<end], at: place)
      default:
        let signs = Array("-.0159eE#%,() <>\"'zMaA".utf8)
        bytes[place] = signs.randomElement(using: &random) ?? 0x20
      }
    }
    check(bytes, "\(seed)")
  }

  /// Whole files of whatever elements and values.
  @Test(arguments: UInt64(0)..<400)
  func randomFilesAreReadOrRefused(seed: UInt64) {
    var generator = RandomSVG(random: SeededGenerator(seed: seed))
    let text = generator.file()
    check(Array(text.utf8), "\(seed): \(text)")
  }

  private func check(_ bytes: [UInt8], _ note: String) {
    guard let drawing = try? IconDrawing(svg: bytes) else { return }
    #expect(drawing.width > 0 && drawing.height > 0)
    #expect(drawing.parts.isEmpty == (drawing.image != nil), "\(note)")
    let inks = IconInks(line: Color(0), surface: nil, onSurface: Color(0))
    // Placing it must hold for every size that an author may wish.
    for size in [16, 400] {
      _ = drawing.shapes(in: Rect(x: 20_000, y: 0, width: size, height: size), inks)
    }
  }

  /// A file of one value here and there, as programs write them and do not.
  private struct RandomSVG {
    var random: SeededGenerator
    private var depth = 0

    init(random: SeededGenerator) { self.random = random }

    private mutating func any(_ words: [String]) -> String {
      words.randomElement(using: &random) ?? ""
    }

    private mutating func number() -> String {
      any(["0", "1", "-3", "12.5", "1e-7", "24", "100", "1e5", "999999", "", "x", "10px", "5%"])
    }

    mutating func file() -> String {
      let box = any(["0 0 24 24", "-5 -5 10 10", "0 0 \(number()) 7", "0 0 1e-3 1e-3", ""])
      let content = (0..<Int.random(in: 1...6, using: &random)).map { _ in element() }.joined()
      return "<svg viewBox=\"\(box)\" \(attribute())>\(content)</svg>"
    }

    private mutating func element() -> String {
      depth += 1
      defer { depth -= 1 }
      let name = any([
        "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "use", "defs", "a",
        "style", "text", "symbol", "clipPath", "linearGradient", "switch",
      ])
      let attributes = (0..<Int.random(in: 0...5, using: &random)).map { _ in attribute() }
      let content = depth < 5 && Bool.random(using: &random) ? element() : ""
      // An attribute that comes twice is no XML.
      var seen: Set<String> = []
      let own = attributes.filter { seen.insert(String($0.prefix { $0 != "=" })).inserted }
      return "<\(name) \(own.joined(separator: " "))>\(content)</\(name)>"
    }

    private mutating func attribute() -> String {
      let name = any([
        "x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "x1", "y2", "points", "d", "fill",
        "stroke", "stroke-width", "opacity", "fill-rule", "transform", "id", "href", "style",
        "class",
        "clip-path", "display", "fill-opacity",
      ])
      let value =
        switch name {
        case "points": "\(number()) \(number()), \(number())"
        case "d":
          "M\(number()) \(number())" + any(["h", "A", "q", "c", "s", "t", "z"])
            + (0..<6).map { _ in number() }.joined(separator: " ")
        case "fill", "stroke":
          any(["none", "red", "#fff", "#12", "currentColor", "url(#a)", "rgb(1,2,3)"])
        case "fill-rule": "evenodd"
        case "transform":
          any(["scale", "rotate", "translate", "matrix", "skewX", "turn"])
            + "(\((0..<Int.random(in: 0...6, using: &random)).map { _ in number() }.joined(separator: ",")))"
        case "id", "class": any(["a", "b"])
        case "href", "clip-path": any(["#a", "#b", "url(#a)", "c"])
        case "style": "fill:\(any(["red", "none", "#12"]));stroke-width:\(number())"
        default: number()
        }
      return "\(name)=\"\(value)\""
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func damagedPicturesAreReadOrRefused(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var bytes = Self.png(width: 16, height: 8)
    #expect((try? IconDrawing(file: bytes, ending: "png"))?.width == 16)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      if Bool.random(using: &random) { bytes.removeLast(bytes.count - place) }
      guard !bytes.isEmpty else { break }
      bytes[min(place, bytes.count - 1)] = UInt8.random(in: 0...255, using: &random)
    }
    _ = try? IconDrawing(file: bytes, ending: "png")
  }

  /// The frame of a PNG without pixels, which nobody looks at here.
  static func png(width: UInt8, height: UInt8) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 0, width, 0, 0, 0, height, 8, 6, 0, 0, 0] + [0, 0, 0, 0]
      + [0, 0, 0, 0] + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]
  }
}
