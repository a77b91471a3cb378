import DiagramModel

extension SceneBox {
  /// Draws what marks the box in one picture behind it, around it and across it.
  ///
  /// The cross of a container `hasContent`, which would hide it, is drawn by ``crossing(_:in:)``.
  mutating func mark(
    as style: Style, _ shape: ShapeName, in theme: Theme, radius: Int, hasContent: Bool = false
  ) {
    var marks: [SceneShape] = []
    if style.isHighlighted == true { marks.append(ring(around: shape, in: theme, radius: radius)) }
    if style.isCrossedOut == true, !hasContent { marks.append(Self.cross(frame, in: theme)) }
    let isStacked = style.isStacked == true && !shapes.isEmpty
    guard !marks.isEmpty || isStacked else { return }
    if isStacked {
      setApart(from: theme.outline)
      shapes = copiesBehind + shapes
    }
    shapes += marks
    // draw.io knows no shape with marks.
    drawioStyle = nil
  }

  /// How far the copies behind a box reach out of it, at its top and on its right.
  static var stackDepth: Int { 10 }

  /// Gives it a rim that is seen on the surface of a copy behind it, which has the colour of its own.
  private mutating func setApart(from outline: Color) {
    guard let fill = paint.fill else { return }
    for index in shapes.indices {
      shapes[index].paint.stroke = shapes[index].paint.stroke?.seen(
        on: [fill], as: .rim, towards: outline)
    }
  }

  /// The farthest first.
  private var copiesBehind: [SceneShape] {
    [Self.stackDepth, Self.stackDepth / 2].flatMap { offset in
      shapes.map { $0.moved(to: Point(x: offset, y: -offset)) }
    }
  }

  /// The same outline, larger; a box around what has none.
  private func ring(around shape: ShapeName, in theme: Theme, radius: Int) -> SceneShape {
    let frame = frame.insetBy(-Self.ringDistance)
    let shape = shapes.isEmpty || shape == .none ? .box : shape
    let path = shape.shape.outline(of: frame.size, radius: radius + Self.ringDistance).surface
    return SceneShape(
      path: path.moved(to: frame.origin),
      paint: .mark(theme.surface(of: .primary).stroke, width: 25))
  }

  /// Two lines across a box or the middle of an arrow, with its `id`, as a thing of their own on top of it, which
  /// lies in the box `parent`; `words` say it where the thing itself does not.
  static func crossing(
    _ id: String, in parent: String?, _ frame: Rect, saying words: String = "", in theme: Theme
  ) -> SceneBox {
    var crossing = SceneBox(
      id: "\(id)!cross", parent: parent, frame: frame, shape: .none, radius: 0, paint: .invisible,
      text: nil, isContainer: false)
    crossing.meaning = SceneMeaning(.part(of: id), name: words)
    crossing.kind = "cross"
    crossing.drawioStyle = nil
    crossing.shapes = [cross(frame, in: theme)]
    return crossing
  }

  private static func cross(_ frame: Rect, in theme: Theme) -> SceneShape {
    SceneShape(
      path: [
        .move(frame.minX, frame.minY), .line(frame.maxX, frame.maxY),
        .move(frame.maxX, frame.minY), .line(frame.minX, frame.maxY),
      ], paint: .mark(theme.crossColor, width: 25))
  }

  /// The cross on an arrow is as wide and high as this.
  static var crossOnLine: Size { Size(width: 16, height: 16) }

  /// Between a box and the ring around it.
  private static var ringDistance: Int { 5 }
}

extension Paint {
  fileprivate static func mark(_ color: Color, width: Int) -> Paint {
    Paint(fill: nil, stroke: color, strokeWidth: width, pattern: .solid)
  }
}
