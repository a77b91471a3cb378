import DiagramModel
import Foundation
import ViewerSupport

/// A picture written by hand: what the viewers' own tests are made of.
enum Sample {
  /// Two boxes in a container and an arrow with a bend and a label to a third one.
  static let request = DrawnPicture(
    scene: scene,
    files: [
      NamedFile(name: "sample/request.drawio", text: drawio()),
      NamedFile(name: "sample/request.svg", text: svg()),
      NamedFile(name: "sample/request.drawio.svg", text: drawioSVG),
    ])

  private static let ink = Color(0xFFFFFF)
  private static let accent = Color(0x7CBAD4)

  static let scene = Scene(
    path: "sample/request", title: "Request", summary: "A browser asks a server.",
    theme: "dark",
    size: Size(width: 480, height: 260), background: nil,
    elements: [
      .box(
        box(
          "cluster", in: nil, Rect(x: 20, y: 20, width: 200, height: 220), container: true,
          text("Cluster", width: 57, Rect(x: 92, y: 28, width: 57, height: 19), bold: true))),
      .box(
        box(
          "cluster/server", in: "cluster", Rect(x: 40, y: 60, width: 160, height: 60),
          text("Größenänderung", width: 119, Rect(x: 61, y: 80, width: 119, height: 19)))),
      .box(
        box(
          "cluster/store", in: "cluster", Rect(x: 40, y: 160, width: 160, height: 60),
          SceneText(
            lines: ["store of", "records"], lineWidths: [54, 51],
            font: Font(face: .regular, size: 16), color: ink, alignment: .center,
            frame: Rect(x: 93, y: 171, width: 54, height: 38)))),
      .box(
        box(
          "browser", in: nil, Rect(x: 360, y: 160, width: 100, height: 60),
          text("browser", width: 56, Rect(x: 382, y: 180, width: 56, height: 19)))),
      .line(
        SceneLine(
          id: "browser->cluster/server", source: "browser", target: "cluster/server", parent: nil,
          points: [Point(x: 410, y: 160), Point(x: 410, y: 90), Point(x: 200, y: 90)],
          isCurved: false, radius: 10,
          paint: Paint(fill: nil, stroke: accent, strokeWidth: 20, pattern: .solid),
          startHead: .none, endHead: .arrow,
          text: text("HTTPS", width: 54, Rect(x: 278, y: 69, width: 54, height: 19)))),
    ])

  /// The scene with a browser of another width, which its files do not know of.
  static func scene(browserWidth: Int) -> Scene {
    var changed = scene
    changed.elements = scene.elements.map { element in
      guard case .box(var box) = element, box.id == "browser" else { return element }
      box.frame.size.width = browserWidth
      return .box(box)
    }
    return changed
  }

  private static func box(
    _ id: String, in parent: String?, _ frame: Rect, container: Bool = false, _ text: SceneText
  ) -> SceneBox {
    SceneBox(
      id: id, parent: parent, frame: frame, shape: .box, radius: 8,
      paint: Paint(fill: nil, stroke: ink, strokeWidth: 20, pattern: .solid), text: text,
      isContainer: container)
  }

  private static func text(
    _ line: String, width: Int, _ frame: Rect, bold: Bool = false
  ) -> SceneText {
    SceneText(
      lines: [line], lineWidths: [width], font: Font(face: bold ? .bold : .regular, size: 16),
      color: ink, alignment: .center, frame: frame)
  }
}
