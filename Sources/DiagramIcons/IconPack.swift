import DiagramModel

/// Icons of our own as text, which is read when one of them is drawn.
///
/// A line is a name, a colon and parts with `|` between them; what begins with two spaces goes on with
/// the line before. A part is path data of SVG, `R x y width height radius` for a rectangle, or
/// `O x y radius [radius]` for a circle or ellipse. What stands before it says how it is drawn:
///
/// | letter | drawn as |
/// |---|---|
/// | none | a line |
/// | `=` | a line around a surface |
/// | `.` | filled in the colour of lines |
/// | `~` | a line on a surface |
/// | `,` | filled in the colour of what lies on a surface |
struct IconPack: Sendable {
  private let text: String
  /// A part that every icon has at its back.
  private let behind: String?

  init(_ text: String, behind: String? = nil) {
    self.text = text
    self.behind = behind
  }

  /// The side of the grid that our icons are drawn on.
  static let grid = 24.0

  /// The names of its icons, in the order of the documentation.
  var names: [String] {
    text.split(separator: "\n").filter { $0.first != " " }
      .compactMap { $0.split(separator: ":").first.map(String.init) }
  }

  /// An icon; nil where the pack has none of this name.
  func drawing(of name: String) -> IconDrawing? {
    let lines = text.split(separator: "\n")
    guard let start = lines.firstIndex(where: { $0.hasPrefix("\(name):") }) else { return nil }
    let rest = lines[(start + 1)...].prefix { $0.first == " " }
    let whole = ([lines[start].dropFirst(name.count + 1)] + rest).joined(separator: " ")
    let parts = (behind.map { [Substring($0)] } ?? []) + whole.split(separator: "|")
    var drawing = IconDrawing(
      width: Self.grid, height: Self.grid, parts: parts.map { Self.part($0.trimmed) })
    drawing.isFramed = behind != nil
    return drawing
  }

  private static func part(_ text: String) -> IconPart {
    let (fill, stroke): (IconInk?, IconInk?) =
      switch text.first {
      case "=": (.surface, .line)
      case ".": (.line, nil)
      case "~": (nil, .onSurface)
      case ",": (.onSurface, nil)
      default: (nil, .line)
      }
    let data = "=.~,".contains(text.prefix(1)) ? String(text.dropFirst()) : text
    return IconPart(path: path(data), fill: fill, stroke: stroke)
  }

  private static func path(_ data: String) -> [IconStep] {
    guard let letter = data.first, letter == "R" || letter == "O" else {
      do { return try PathReader.steps(of: data) } catch {
        preconditionFailure("an icon of ours is no path: \(data): \(error)")
      }
    }
    var scanner = NumberScanner(String(data.dropFirst()))
    var numbers: [Double] = []
    while let number = scanner.number() { numbers.append(number) }
    let last = numbers[numbers.count - 1]
    return letter == "R"
      ? rectangle(
        x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3], rx: last, ry: last)
      : ellipse(x: numbers[0], y: numbers[1], rx: numbers[2], ry: last)
  }
}
