import DiagramModel
import DiagramXML

/// A picture as its file tells it: boxes and arrows by their ids.
struct DrawnPicture: Equatable {
  /// A box with its place on the canvas.
  struct Box: Equatable {
    let id: String
    /// The id of the box around it; nil for the outermost ones.
    var parent: String?
    var text: String
    var style: String
    var x: Int
    var y: Int
    var width: Int
    var height: Int

    var frame: Rect { Rect(x: x, y: y, width: width, height: height) }
    /// The last part of the path of its ids.
    var ownID: Substring { id.split(separator: "/").last ?? "" }
    /// What a person calls it; what is said of boxes, as `!region!node/pod`, by its kind and theirs.
    var name: String {
      guard text.isEmpty else { return text }
      guard id.hasPrefix("!") else { return String(ownID) }
      let words = id.split(separator: "!").map { $0.split(separator: "/").last ?? "" }
      return "\(words.first ?? "") of \(words.dropFirst().joined(separator: ", "))"
    }
  }

  /// An arrow between two boxes.
  struct Arrow: Equatable {
    let source: String
    let target: String
    var text: String
    var style: String
    /// From end to end on the canvas, with all bends.
    var points: [Point] = []
  }

  /// An empty canvas.
  static let nothing = DrawnPicture(boxes: [], arrows: [])

  /// Each after the box around it.
  var boxes: [Box]
  var arrows: [Arrow]

  init(boxes: [Box], arrows: [Arrow]) {
    self.boxes = boxes
    self.arrows = arrows
  }

  /// Reads a `.drawio` or a `.drawio.svg` file; nil for anything else, also for pages that draw.io compressed.
  init?(_ bytes: [UInt8]) {
    guard let file = Self.file(in: bytes),
      let model = file.elements.first?.elements.first(where: { $0.name == "mxGraphModel" }),
      let list = model.elements.first(where: { $0.name == "root" })
    else { return nil }
    (boxes, arrows) = ([], [])
    var places: [String: (x: Int, y: Int)] = [:]
    var edges: [String: Int] = [:]
    let cells = list.elements.map(Cell.init)
    let known = Set(cells.compactMap(\.id))
    let (parts, wholes) = (
      cells.filter { $0.owner.map(known.contains) ?? false },
      cells.filter { !($0.owner.map(known.contains) ?? false) }
    )
    for cell in wholes { add(cell, &places, &edges) }
    addWays(of: wholes, places, edges)
    addLooks(of: parts, edges)
    let ids = Set(boxes.map(\.id))
    for index in boxes.indices where !(boxes[index].parent.map(ids.contains) ?? true) {
      boxes[index].parent = nil
    }
  }

  /// Whether bytes are a file of draw.io, also one that cannot be read since draw.io compressed it.
  static func isDrawing(_ bytes: [UInt8]) -> Bool { file(in: bytes) != nil }

  /// The root of a file of draw.io, which an SVG of it holds as an attribute.
  private static func file(in bytes: [UInt8]) -> XMLElement? {
    guard var file = try? XMLElement.parse(bytes) else { return nil }
    if file.name == "svg" {
      guard let content = file[attribute: "content"],
        let inner = try? XMLElement.parse(Array(content.utf8))
      else { return nil }
      file = inner
    }
    return file.name == "mxfile" ? file : nil
  }

  /// The pages of a `.drawio` file, each as a file with the name of its picture; nil for any other file.
  static func pages(of bytes: [UInt8]) -> [(name: String, bytes: [UInt8])]? {
    guard let root = try? XMLElement.parse(bytes), root.name == "mxfile" else { return nil }
    return root.elements.compactMap { page in
      let name = (page[attribute: "id"] ?? "").split(separator: "/").last.map(String.init)
      let file = XMLElement("mxfile", [], [.element(page)])
      return (try? file.serialised(XMLOptions())).map { (name ?? "", $0) }
    }
  }

  /// Where arrows run: from the point where they leave over their bends to the one where they arrive.
  private mutating func addWays(
    of cells: [Cell], _ places: [String: (x: Int, y: Int)], _ edges: [String: Int]
  ) {
    let frames = Dictionary(boxes.map { ($0.id, $0.frame) }) { first, _ in first }
    for cell in cells where cell.isEdge {
      guard let index = cell.id.flatMap({ edges[$0] }),
        let source = frames[arrows[index].source], let target = frames[arrows[index].target]
      else { continue }
      let around = cell.parent.flatMap { places[$0] } ?? (0, 0)
      let bends = cell.bends.map { $0.offset(x: around.x, y: around.y) }
      let start =
        cell.end("exit", of: source) ?? source.point(towards: bends.first ?? target.center)
      let end = cell.end("entry", of: target) ?? target.point(towards: bends.last ?? source.center)
      arrows[index].points = [start] + bends + [end]
    }
  }

  /// Icons, badges and the texts at the ends of arrows are no boxes: they are how their box or arrow looks.
  private mutating func addLooks(of parts: [Cell], _ edges: [String: Int]) {
    let owners = Dictionary(boxes.enumerated().map { ($1.id, $0) }) { first, _ in first }
    for part in parts {
      let look = "\n\(part.id?.dropFirst(part.owner?.count ?? 0) ?? "") \(part.text) \(part.look)"
      if let owner = part.owner.flatMap({ owners[$0] }) {
        boxes[owner].style += look
      } else if let owner = part.owner.flatMap({ edges[$0] }) {
        arrows[owner].style += look
      }
    }
  }

  private mutating func add(
    _ cell: Cell, _ places: inout [String: (x: Int, y: Int)], _ edges: inout [String: Int]
  ) {
    guard let id = cell.id, id != "canvas" else { return }
    if cell.isEdge {
      guard let source = cell.source, let target = cell.target else { return }
      edges[id] = arrows.count
      arrows.append(Arrow(source: source, target: target, text: cell.text, style: cell.look))
    } else if cell.isVertex {
      let around = cell.parent.flatMap { places[$0] } ?? (0, 0)
      let (x, y) = (around.x + cell.number("x"), around.y + cell.number("y"))
      places[id] = (x, y)
      boxes.append(
        Box(
          id: id, parent: cell.parent, text: cell.text, style: cell.look, x: x, y: y,
          width: cell.number("width"), height: cell.number("height")))
    }
  }
}

/// A cell of draw.io, which may lie in an object that has its id and text.
private struct Cell {
  private let outer: XMLElement
  private let cell: XMLElement
  private let geometry: XMLElement?

  init(_ element: XMLElement) {
    outer = element
    cell = element.name == "mxCell" ? element : element.elements.first ?? element
    geometry = cell.elements.first { $0.name == "mxGeometry" }
  }

  var id: String? { outer[attribute: "id"] }
  /// The id of what it is a part of, as of the icon `pod!icon`; nil for what is a whole.
  var owner: String? {
    guard let id, let end = id.firstIndex(of: "!"), end != id.startIndex else { return nil }
    return String(id[..<end])
  }
  var parent: String? { cell[attribute: "parent"] }
  var source: String? { cell[attribute: "source"] }
  var target: String? { cell[attribute: "target"] }
  var isEdge: Bool { cell[attribute: "edge"] == "1" }
  var isVertex: Bool { cell[attribute: "vertex"] == "1" }

  func number(_ name: String) -> Int { Self.whole(geometry?[attribute: name]) }

  private static func whole(_ text: String?) -> Int {
    guard let value = text.flatMap(Double.init), abs(value) < 1e6 else { return 0 }
    return Int(value.rounded())
  }

  /// The bends of an arrow, from the corner of the box in which it lies.
  var bends: [Point] {
    let list = geometry?.elements.first { $0.name == "Array" && $0[attribute: "as"] == "points" }
    return (list?.elements ?? []).map {
      Point(x: Self.whole($0[attribute: "x"]), y: Self.whole($0[attribute: "y"]))
    }
  }

  /// Where an arrow leaves or enters a box; nil where its style leaves that to draw.io.
  func end(_ name: String, of frame: Rect) -> Point? {
    func share(_ axis: String) -> Double? {
      let entry = (cell[attribute: "style"] ?? "").split(separator: ";").last {
        $0.hasPrefix("\(name)\(axis)=")
      }
      let value = entry.flatMap { Double($0.dropFirst(name.utf8.count + 2)) }
      return value.flatMap { abs($0) < 100 ? $0 : nil }
    }
    guard let x = share("X"), let y = share("Y") else { return nil }
    return Point(
      x: frame.minX + Int((x * Double(frame.size.width)).rounded()),
      y: frame.minY + Int((y * Double(frame.size.height)).rounded()))
  }

  /// What is written in it, on one line: where a text is broken is no part of it.
  var text: String {
    let html = outer[attribute: "value"] ?? outer[attribute: "label"] ?? ""
    var text = ""
    var rest = html[...]
    while let character = rest.popFirst() {
      switch character {
      case "<":
        text += " "
        rest = rest.drop { $0 != ">" }.dropFirst()
      case "&":
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "#" }
        rest = rest.dropFirst(name.count + (rest.dropFirst(name.count).first == ";" ? 1 : 0))
        text += Self.entities[String(name)] ?? "&\(name);"
      default: text.append(character)
      }
    }
    return text.split(whereSeparator: { $0.isWhitespace || $0 == "\u{A0}" }).joined(separator: " ")
  }

  private static let entities = [
    "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "nbsp": " ", "#160": " ", "#xa": " ",
    "#10": " ",
  ]

  /// How it looks, without what says where arrows leave and how large a part of a shape is.
  var look: String {
    let entries = (cell[attribute: "style"] ?? "").split(separator: ";").filter { entry in
      let places = ["exit", "entry", "size=", "spacing", "points="]
      return !places.contains { entry.hasPrefix($0) }
    }
    return entries.joined(separator: ";")
  }
}

extension Rect {
  /// The middle of the side that faces a point.
  fileprivate func point(towards other: Point) -> Point {
    let (dx, dy) = (other.x - midX, other.y - midY)
    let isBeside = abs(dx) * max(size.height, 1) > abs(dy) * max(size.width, 1)
    return isBeside
      ? Point(x: dx > 0 ? maxX : minX, y: midY) : Point(x: midX, y: dy > 0 ? maxY : minY)
  }
}
