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
  /// What lies in no box, and what lies directly in each box, in the order of the scene.
  private let outermost: [SceneElement]
  private let children: [String: [SceneElement]]
  private let rootID: String
  private let layerID: String
  private let canvasLayerID: String
  private let canvasID: String

  init(_ scene: Scene) {
    self.scene = scene
    var ids: Set<String> = []
    var frames: [String: Rect] = [:]
    var children: [String: [SceneElement]] = [:]
    for element in scene.elements {
      let isNew = ids.insert(element.id).inserted
      precondition(isNew, "two elements of '\(scene.path)' have the id '\(element.id)'")
      let isInside = element.parent.map { frames[$0] != nil } ?? true
      precondition(isInside, "'\(element.id)' of '\(scene.path)' stands before its parent")
      if case .box(let box) = element { frames[box.id] = box.frame }
      if let parent = element.parent { children[parent, default: []].append(element) }
    }
    self.frames = frames
    outermost = scene.elements.filter { $0.parent == nil }
    self.children = children
    rootID = Self.unused("0", ids)
    layerID = Self.unused("1", ids)
    canvasLayerID = Self.unused(CanvasName.layer, ids)
    canvasID = Self.unused(CanvasName.cell, ids)
  }

  /// draw.io's own name for a cell, made longer where an element has that name.
  private static func unused(_ name: String, _ ids: Set<String>) -> String {
    var name = name
    while ids.contains(name) { name += "'" }
    return name
  }

  var elements: [XMLElement] {
    [
      XMLElement("mxCell", [XMLAttribute("id", rootID)]),
      XMLElement("mxCell", [XMLAttribute("id", layerID), XMLAttribute("parent", rootID)]),
    ] + cells(outermost) + canvas
  }

  private var canvas: [XMLElement] {
    [
      XMLElement(
        "mxCell",
        [
          XMLAttribute("id", canvasLayerID), XMLAttribute("parent", rootID),
          XMLAttribute("style", "locked=1;"), XMLAttribute("value", "Canvas"),
        ]),
      XMLElement(
        "mxCell",
        [
          XMLAttribute("id", canvasID), XMLAttribute("connectable", "0"),
          XMLAttribute("parent", canvasLayerID),
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

  private func cells(_ elements: [SceneElement]) -> [XMLElement] {
    elements.flatMap { element in
      switch element {
      case .box(let box): [cell(box)] + cells(children[box.id] ?? [])
      case .line(let line): [cell(line)]
      }
    }
  }

  private func cell(_ box: SceneBox) -> XMLElement {
    XMLElement(
      "mxCell",
      [
        XMLAttribute("id", box.id), XMLAttribute("parent", box.parent ?? layerID),
        XMLAttribute("style", DrawioStyle(box).description),
        XMLAttribute("value", box.text?.html ?? ""), XMLAttribute("vertex", "1"),
      ], [.element(geometry(of: box.frame, inside: origin(of: box.parent)))])
  }

  private func cell(_ line: SceneLine) -> XMLElement {
    let style = DrawioStyle(line, from: frame(of: line.source), to: frame(of: line.target))
    return XMLElement(
      "mxCell",
      [
        XMLAttribute("id", line.id), XMLAttribute("edge", "1"),
        XMLAttribute("parent", line.parent ?? layerID), XMLAttribute("source", line.source),
        XMLAttribute("style", style.description), XMLAttribute("target", line.target),
        XMLAttribute("value", line.text?.html ?? ""),
      ], [.element(geometry(of: line))])
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

extension SceneElement {
  /// The path of the element, whatever it is.
  var id: String {
    switch self {
    case .box(let box): box.id
    case .line(let line): line.id
    }
  }

  /// The id of the box around it.
  var parent: String? {
    switch self {
    case .box(let box): box.parent
    case .line(let line): line.parent
    }
  }
}

extension SceneText {
  /// The lines as HTML, in which draw.io neither breaks nor joins anything.
  var html: String {
    lines.map(\.html).joined(separator: "<br>")
  }
}

extension String {
  fileprivate var html: String {
    var output = ""
    for character in self {
      switch character {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case " " where output.isEmpty || output.hasSuffix(" "): output += "&nbsp;"
      default: output.append(character)
      }
    }
    return output.hasSuffix(" ") ? "\(output.dropLast())&nbsp;" : output
  }
}
