/// One picture, ready to be drawn: absolute positions, every style resolved.
///
/// It is all that a renderer sees; a renderer never decides a position, a colour or a word. Its elements are
/// shapes as paths, texts as runs, images and links, which hold their places also where they lie in each other:
/// see ``roots``.
package struct Scene: Hashable, Sendable {
  /// The path of the picture below the output folder, without a file name extension.
  package var path: String
  package var title: String
  /// The picture in words, for those who cannot see it.
  package var summary: String
  /// The name of the theme whose colours it has.
  package var theme: String
  /// Whether some of its colours are others where people prefer dark pages.
  package var isAdaptive = false
  /// The canvas; its top left corner is (0, 0).
  package var size: Size
  /// How large it is shown where nobody says so, in pixels; as large as the canvas if nil.
  package var naturalSize: Size?
  /// The colour under the picture, where the theme draws one.
  package var background: Color?
  package var elements: [SceneElement]

  package init(
    path: String, title: String, summary: String, theme: String, size: Size,
    background: Color?, elements: [SceneElement]
  ) {
    self.path = path
    self.title = title
    self.summary = summary
    self.theme = theme
    self.size = size
    self.background = background
    self.elements = elements
  }
}

/// A thing to draw; later ones lie on top of earlier ones.
package enum SceneElement: Hashable, Sendable {
  case box(SceneBox)
  case line(SceneLine)

  /// The path of the element, whatever it is.
  package var id: String {
    switch self {
    case .box(let box): box.id
    case .line(let line): line.id
    }
  }

  /// The id of the box around it.
  package var parent: String? {
    switch self {
    case .box(let box): box.parent
    case .line(let line): line.parent
    }
  }
}

/// The pen and fill of a thing.
package struct Paint: Hashable, Sendable {
  package var fill: Color?
  package var stroke: Color?
  /// In tenths of a unit, so that 15 is a line of 1.5.
  package var strokeWidth: Int
  package var pattern: LinePattern
  /// How lines end and bend, if not as usual.
  package var ends: LineEnds? = nil
  /// In hundredths.
  package var opacity = 100

  package init(fill: Color?, stroke: Color?, strokeWidth: Int, pattern: LinePattern) {
    self.fill = fill
    self.stroke = stroke
    self.strokeWidth = strokeWidth
    self.pattern = pattern
  }

  /// Nothing to see.
  package static let invisible = Paint(
    fill: nil, stroke: nil, strokeWidth: 0, pattern: .solid)
}

/// A path and how it is drawn.
package struct SceneShape: Hashable, Sendable {
  package var path: [PathCommand]
  package var paint: Paint
  /// Whether the path counts in ``finesse``ths of a unit, as those of icons do.
  package var isFine = false

  package init(path: [PathCommand], paint: Paint) {
    self.path = path
    self.paint = paint
  }
}

/// What an element offers to those who can point at it.
package struct SceneMore: Hashable, Sendable {
  /// Where it leads: a safe address.
  package var link: String?
  /// What is told where the pointer rests on it.
  package var tooltip: String?

  package init(link: String? = nil, tooltip: String? = nil) {
    self.link = link
    self.tooltip = tooltip
  }
}

/// What a person selects as one thing: shapes with a text, inside its parent if it has one.
package struct SceneBox: Hashable, Sendable {
  /// The path of the element's ids, unique in the scene and stable between runs.
  package var id: String
  /// The id of the box around it; that box stands earlier in the scene.
  package var parent: String?
  package var frame: Rect
  /// What its shape is called.
  package var kind: String
  /// What is drawn, in this order; the first one is the surface of the box. None where only the text
  /// is seen.
  package var shapes: [SceneShape]
  /// What makes draw.io draw the same shapes; nil where it has none of that kind.
  package var drawioStyle: [DrawioStyleEntry]?
  package var text: SceneText?
  /// Whether boxes may lie in it, so that they move with it in an editor.
  package var isContainer: Bool
  /// A picture that fills its frame, for an icon that has no shapes.
  package var image: IconImage? = nil
  package var more = SceneMore()
  package var meaning = SceneMeaning()

  /// The fill and pen of its surface.
  package var paint: Paint { shapes.first?.paint ?? .invisible }

  /// A box in a shape. `radius` is that of its corners, in shapes that have rounded ones.
  package init(
    id: String, parent: String?, frame: Rect, shape: ShapeName, radius: Int, paint: Paint,
    text: SceneText?, isContainer: Bool
  ) {
    self.id = id
    self.parent = parent
    self.frame = frame
    self.text = text
    self.isContainer = isContainer
    let shape = shape.shape
    kind = shape.name
    drawioStyle = shape.drawioStyle(of: frame.size, radius: radius)
    let outline = shape.outline(of: frame.size, radius: radius).moved(to: frame.origin)
    var pen = paint
    pen.fill = nil
    shapes = [
      SceneShape(path: outline.surface, paint: paint),
      SceneShape(path: outline.details, paint: pen),
    ].filter { !$0.path.isEmpty }
  }
}

/// An arrow with its text.
package struct SceneLine: Hashable, Sendable {
  package var id: String
  package var source: String
  package var target: String
  /// The id of the closest box around both ends, if there is one; an end that lies around the
  /// other one is that box itself.
  package var parent: String?
  /// From end to end with all bends; two at least.
  package var points: [Point]
  /// Whether the bends are the control points of a curve: quadratic, through the middles
  /// between two bends.
  package var isCurved: Bool
  /// Whether the pen runs from the target to the source. Lines that share their end do, so that
  /// their dashes coincide there.
  package var isDrawnBackwards = false
  /// Whether it is a thick arrow, with a fill and a pen around it.
  package var isBlock = false
  /// The radius of rounded bends.
  package var radius: Int
  package var paint: Paint
  package var startHead: ArrowHead
  package var endHead: ArrowHead
  /// The text lies beside or on the line.
  package var text: SceneText?
  package var more = SceneMore()
  package var meaning = SceneMeaning()

  package init(
    id: String, source: String, target: String, parent: String?, points: [Point], isCurved: Bool,
    radius: Int, paint: Paint, startHead: ArrowHead, endHead: ArrowHead, text: SceneText?
  ) {
    self.id = id
    self.source = source
    self.target = target
    self.parent = parent
    self.points = points
    self.isCurved = isCurved
    self.radius = radius
    self.paint = paint
    self.startHead = startHead
    self.endHead = endHead
    self.text = text
  }
}
