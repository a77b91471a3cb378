import DiagramModel
import DiagramXML

/// The cells of a page: the root, the layer of the drawing with the elements of a scene, each
/// followed by what lies in it, as draw.io saves them, and a layer with the canvas.
///
/// draw.io crops what it saves to the cells that there are. The canvas is an invisible cell that
/// nobody can select, as large as the picture: with it all pictures of a series keep one size also
/// when draw.io saves them.
struct DrawioCells {
  private let scene: Scene
  private let frames: [String: Rect]

  init(_ scene: Scene) {
    self.scene = scene
    var frames: [String: Rect] = [:]
    for case .box(let box) in scene.elements { frames[box.id] = box.frame }
    self.frames = frames
  }

  var elements: [XMLElement] {
    [
      XMLElement("mxCell", [XMLAttribute("id", DrawioID.root)]),
      XMLElement(
        "mxCell", [XMLAttribute("id", DrawioID.layer), XMLAttribute("parent", DrawioID.root)]),
    ] + cells(scene.roots) + canvas
  }

  private var canvas: [XMLElement] {
    [
      XMLElement(
        "mxCell",
        [
          XMLAttribute("id", DrawioID.canvasLayer), XMLAttribute("parent", DrawioID.root),
          XMLAttribute("style", "locked=1;"), XMLAttribute("value", "Canvas"),
        ]),
      XMLElement(
        "mxCell",
        [
          XMLAttribute("id", DrawioID.canvas), XMLAttribute("connectable", "0"),
          XMLAttribute("parent", DrawioID.canvasLayer),
          XMLAttribute("style", "group;pointerEvents=0;"), XMLAttribute("value", ""),
          XMLAttribute("vertex", "1"),
        ],
        [
          .element(
            geometry(
              of: Rect(origin: Point(x: 0, y: 0), size: scene.size), inside: Point(x: 0, y: 0)))
        ]),
    ]
  }

  private func cells(_ nodes: [SceneNode]) -> [XMLElement] {
    nodes.flatMap { node in
      switch node.element {
      case .box(let box): [cell(box)] + cells(node.children)
      case .line(let line): [cell(line)]
      }
    }
  }

  private func cell(_ box: SceneBox) -> XMLElement {
    let cell = XMLElement(
      "mxCell",
      [
        XMLAttribute("id", cellID(of: box.id)), XMLAttribute("parent", layerOrBox(box.parent)),
        XMLAttribute("style", DrawioStyle(box).description),
        XMLAttribute("value", box.text?.html ?? ""), XMLAttribute("vertex", "1"),
      ], [.element(geometry(of: box.frame, inside: origin(of: box.parent)))])
    return box.more.around(cell)
  }

  private func cell(_ line: SceneLine) -> XMLElement {
    let style = DrawioStyle(line, from: frame(of: line.source), to: frame(of: line.target))
    let cell = XMLElement(
      "mxCell",
      [
        XMLAttribute("id", cellID(of: line.id)), XMLAttribute("edge", "1"),
        XMLAttribute("parent", layerOrBox(line.parent)),
        XMLAttribute("source", cellID(of: line.source)),
        XMLAttribute("style", style.description),
        XMLAttribute("target", cellID(of: line.target)),
        XMLAttribute("value", line.text?.html ?? ""),
      ], [.element(geometry(of: line))])
    return line.more.around(cell)
  }

  /// The cell that an element lies in.
  private func layerOrBox(_ parent: String?) -> String {
    parent.map(cellID(of:)) ?? DrawioID.layer
  }

  /// draw.io leaves zeros out.
  private func geometry(of frame: Rect, inside origin: Point) -> XMLElement {
    XMLElement(
      "mxGeometry",
      [
        XMLAttribute("height", "\(frame.size.height)"),
        XMLAttribute("width", "\(frame.size.width)"),
      ] + coordinates(of: frame.origin.offset(x: -origin.x, y: -origin.y))
        + [XMLAttribute("as", "geometry")])
  }

  private func geometry(of line: SceneLine) -> XMLElement {
    let origin = origin(of: line.parent)
    var geometry = XMLElement("mxGeometry", [XMLAttribute("relative", "1")])
    if let text = line.text {
      let place = LabelPlace(of: text, on: line.points)
      if place.share != 0 {
        geometry.attributes.append(XMLAttribute("x", decimal(place.share, places: 6)))
      }
      geometry.children.append(.element(point(place.offset, named: "offset")))
    }
    geometry.attributes.append(XMLAttribute("as", "geometry"))
    let bends = line.points.dropFirst().dropLast().map { bend in
      XMLNode.element(point(bend.offset(x: -origin.x, y: -origin.y), named: nil))
    }
    if !bends.isEmpty {
      geometry.children.append(
        .element(XMLElement("Array", [XMLAttribute("as", "points")], bends)))
    }
    return geometry
  }

  private func point(_ point: Point, named name: String?) -> XMLElement {
    XMLElement("mxPoint", coordinates(of: point) + (name.map { [XMLAttribute("as", $0)] } ?? []))
  }

  private func coordinates(of point: Point) -> [XMLAttribute] {
    [("x", point.x), ("y", point.y)].filter { $0.1 != 0 }.map { XMLAttribute($0.0, "\($0.1)") }
  }

  private func origin(of parent: String?) -> Point {
    parent.map { frame(of: $0).origin } ?? Point(x: 0, y: 0)
  }

  private func frame(of id: String) -> Rect {
    guard let frame = frames[id] else {
      preconditionFailure("'\(scene.path)' has no box '\(id)'")
    }
    return frame
  }
}
