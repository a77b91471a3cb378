import DiagramModel
import DiagramRender

/// Short ways to write scenes by hand.
enum Example {
  static let white = Color(0xFFFFFF)
  static let font = Font(face: .regular, size: 16)

  static func text(
    _ lines: [String], at frame: Rect, alignment: TextAlignment = .center,
    background: Color? = nil, font: Font = font
  ) -> SceneText {
    SceneText(
      lines: lines, lineWidths: lines.map { _ in frame.size.width }, font: font, color: white,
      alignment: alignment, frame: frame, background: background)
  }

  static func box(
    _ id: String, in parent: String? = nil, _ frame: Rect, shape: ShapeName = .box,
    text: SceneText? = nil, isContainer: Bool = false
  ) -> SceneElement {
    let paint = Paint(fill: nil, stroke: white, strokeWidth: 15, pattern: .solid)
    return .box(
      SceneBox(
        id: id, parent: parent, frame: frame, shape: shape, radius: 6, paint: paint, text: text,
        isContainer: isContainer))
  }

  static func line(
    _ id: String, from source: String, to target: String, in parent: String? = nil,
    _ points: [(Int, Int)], isCurved: Bool = false, radius: Int = 8, start: ArrowHead = .none,
    end: ArrowHead = .arrow, text: SceneText? = nil
  ) -> SceneLine {
    SceneLine(
      id: id, source: source, target: target, parent: parent,
      points: points.map { Point(x: $0.0, y: $0.1) }, isCurved: isCurved, radius: radius,
      paint: Paint(fill: nil, stroke: white, strokeWidth: 15, pattern: .solid), startHead: start,
      endHead: end, text: text)
  }

  static func scene(_ elements: [SceneElement], background: Color? = nil) -> Scene {
    Scene(
      path: "chapter/picture", title: "A <title> & more", summary: "What is \"seen\".",
      theme: "dark",
      size: Size(width: 400, height: 200), background: background, elements: elements)
  }

  /// A bit of everything: nesting, every shape, awkward texts and ids, straight, bent and curved
  /// arrows.
  static var full: Scene {
    var elements = [
      box(
        "node", Rect(x: 20, y: 20, width: 200, height: 160),
        text: text(["Knoten <&>\"'"], at: Rect(x: 80, y: 26, width: 80, height: 19)),
        isContainer: true),
      box(
        "node/größe", in: "node", Rect(x: 40, y: 60, width: 60, height: 40), shape: .pill,
        text: text(["größe", "😀 שלום"], at: Rect(x: 50, y: 61, width: 40, height: 38))),
      box("node/b c", in: "node", Rect(x: 140, y: 60, width: 60, height: 41), shape: .cylinder),
      box("1", Rect(x: 280, y: 60, width: 81, height: 80), shape: .ellipse),
      box(
        "0", Rect(x: 260, y: 10, width: 100, height: 20), shape: .none,
        text: text(["  a  b "], at: Rect(x: 260, y: 10, width: 60, height: 19), alignment: .left)),
    ]
    let label = text(
      ["x"], at: Rect(x: 115, y: 60, width: 8, height: 19), background: Color(0x191919))
    elements += [
      .line(
        line(
          "e1", from: "node/größe", to: "node/b c", in: "node", [(100, 80), (140, 80)], text: label)
      ),
      .line(
        line(
          "e2", from: "node/b c", to: "1", [(200, 80), (240, 80), (240, 100), (280, 100)],
          start: .diamond)),
      .line(line("e3", from: "0", to: "1", [(310, 30), (330, 60)], start: .circle)),
      .line(
        line("e4", from: "node", to: "1", [(220, 160), (260, 190), (320, 140)], isCurved: true)),
    ]
    return scene(elements)
  }
}

extension Renderer {
  /// Writes a scene in one format only.
  static func render(_ scene: Scene) throws -> [UInt8] { try render(SceneDocuments(scene)) }
}
