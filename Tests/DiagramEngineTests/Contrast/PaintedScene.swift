import DiagramAlgorithms
import DiagramModel

/// A scene as a stack of colours, for whoever asks what is really seen under something.
struct PaintedScene {
  /// A surface that lies on what was painted before.
  private struct Layer {
    let outline: [[ExactPoint]]
    let fill: Color
    /// In hundredths.
    let opacity: Int
  }

  /// Something to be seen on what lies under it.
  struct Stroke {
    let id: String
    let paint: Paint
    let points: [ExactPoint]
    /// How much of the stack lies under it.
    let depth: Int
    /// What of its element it is.
    let role: Role
  }

  /// What a shape is for.
  enum Role: Hashable {
    /// The surface of a box, with the rim around it.
    case surface
    /// A line of a shape on its own surface, and no more wanted than its rim.
    case detail
    /// What is there to be seen by itself: an arrow, a head, a ring, a cross, a part of an icon.
    case sign
    /// A surface without a rim.
    case stripe
  }

  /// A part of a text.
  struct Word {
    let id: String
    let text: String
    let color: Color
    let points: [ExactPoint]
    let depth: Int
  }

  /// What may lie under the picture.
  private let grounds: [Color]
  private var layers: [Layer] = []
  private var grid: PlaneGrid
  private(set) var strokes: [Stroke] = []
  private(set) var words: [Word] = []

  init(_ scene: Scene, in theme: Theme) {
    grounds = theme.grounds
    grid = PlaneGrid(
      bounds: Rect(origin: Point(x: 0, y: 0), size: scene.size), count: scene.elements.count)
    for element in scene.elements {
      switch element {
      case .box(let box):
        for (index, shape) in box.shapes.enumerated() { paint(shape, box.role(of: index), box.id) }
        box.text.map { write($0, box.id) }
      case .line(let line):
        for shape in line.shapes { paint(shape, line.isBlock ? .surface : .sign, line.id) }
        line.text.map { write($0, line.id) }
      }
    }
  }

  /// The colours under a place, without what lies above so many surfaces; several where nobody knows what the
  /// picture lies on.
  func grounds(at point: ExactPoint, below depth: Int) -> [Color] {
    let place = Rect(
      x: Int(point.x.rounded(.down)), y: Int(point.y.rounded(.down)), width: 1, height: 1)
    var top = -1
    _ = grid.all(near: place) { layer in
      if layer < depth, layer > top, layers[layer].outline.contain(point) { top = layer }
      return true
    }
    guard top >= 0 else { return grounds }
    let layer = layers[top]
    if layer.opacity == 100 { return [layer.fill] }
    return grounds(at: point, below: top).map { $0.mixed(with: layer.fill, layer.opacity, of: 100) }
  }

  /// All colours under some places.
  func grounds(at points: [ExactPoint], below depth: Int) -> Set<Color> {
    Set(points.flatMap { grounds(at: $0, below: depth) })
  }

  private mutating func paint(_ shape: SceneShape, _ role: Role, _ id: String) {
    let lines = shape.polylines
    strokes.append(
      Stroke(
        id: id, paint: shape.paint, points: lines.flatMap(\.samples), depth: layers.count,
        role: role))
    if let fill = shape.paint.fill { cover(lines, fill, shape.paint.opacity) }
  }

  private mutating func cover(_ outline: [[ExactPoint]], _ fill: Color, _ opacity: Int) {
    guard let bounds = outline.bounds else { return }
    layers.append(Layer(outline: outline, fill: fill, opacity: opacity))
    _ = grid.insert(bounds)
  }

  private mutating func write(_ text: SceneText, _ id: String) {
    if let color = text.background, let chip = text.chip { cover([chip.outline], color, 100) }
    for line in text.lines {
      let frame = text.frame(of: line)
      for run in line.runs where !run.text.allSatisfy(\.isWhitespace) {
        let place = Rect(
          x: frame.minX + run.offset, y: frame.minY + line.font.lineHeight / 4, width: run.width,
          height: line.font.lineHeight / 2)
        words.append(
          Word(
            id: id, text: run.text, color: run.color,
            points: place.samples.map { text.isVertical ? $0.turned(around: text.frame) : $0 },
            depth: layers.count))
      }
    }
  }
}

extension SceneBox {
  /// What a shape of it is for.
  fileprivate func role(of index: Int) -> PaintedScene.Role {
    let (first, paint) = (shapes[0].paint, shapes[index].paint)
    if ["icon", "cross", "lifeline", "divider", "brace", "dimension", "region", "zoom", "sample"]
      .contains(kind)
    {
      return .sign
    }
    if index == 0 { return .surface }
    if paint.stroke == nil { return .stripe }
    if paint == first { return .surface }
    // The cases of a frame are seen like other lines.
    return paint.stroke == first.stroke && paint.strokeWidth == first.strokeWidth ? .detail : .sign
  }
}

extension Theme {
  /// What may lie under a picture: its own background, and where nobody knows it, a dark slide too.
  var grounds: [Color] {
    chip == nil ? [background] : [background, Color(0x191919)]
  }
}

// MARK: - Geometry

extension Rect {
  /// Its corners, as a closed line.
  fileprivate var outline: [ExactPoint] {
    [(minX, minY), (maxX, minY), (maxX, maxY), (minX, maxY), (minX, minY)].map {
      ExactPoint(x: Double($0.0), y: Double($0.1))
    }
  }

  /// Places in it, three rows from the left to the right.
  fileprivate var samples: [ExactPoint] {
    [0.0, 0.5, 1.0].flatMap { down in
      [0.03, 0.25, 0.5, 0.75, 0.97].map { along in
        ExactPoint(
          x: Double(minX) + along * Double(size.width), y: Double(minY) + down * Double(size.height)
        )
      }
    }
  }
}

extension ExactPoint {
  /// The place after a text that lies upright in the middle of a frame was turned upwards.
  fileprivate func turned(around frame: Rect) -> ExactPoint {
    let (x0, y0) = (
      Double(frame.minX) + Double(frame.size.width) / 2,
      Double(frame.minY) + Double(frame.size.height) / 2
    )
    return ExactPoint(x: x0 + (y - y0), y: y0 - (x - x0))
  }
}

extension [ExactPoint] {
  /// Places on the line, about sixteen units apart, its ends not among them: there it meets others.
  fileprivate var samples: [ExactPoint] {
    var (samples, sinceLast) = ([ExactPoint](), 8.0)
    for (start, end) in zip(self, dropFirst()) {
      let (dx, dy) = (end.x - start.x, end.y - start.y)
      let length = (dx * dx + dy * dy).squareRoot()
      var along = 16 - sinceLast
      while along < length {
        samples.append(start.towards(end, along / length))
        along += 16
      }
      sinceLast = length - along + 16
    }
    return samples.isEmpty ? first.map { [$0.towards(self[count - 1], 0.5)] } ?? [] : samples
  }
}

extension [[ExactPoint]] {
  fileprivate var bounds: Rect? {
    let points = joined()
    guard let first = points.first else { return nil }
    var (least, most) = (first, first)
    for point in points {
      least = ExactPoint(x: Swift.min(least.x, point.x), y: Swift.min(least.y, point.y))
      most = ExactPoint(x: Swift.max(most.x, point.x), y: Swift.max(most.y, point.y))
    }
    return Rect(
      minX: Int(least.x.rounded(.down)), minY: Int(least.y.rounded(.down)),
      maxX: Int(most.x.rounded(.up)), maxY: Int(most.y.rounded(.up)))
  }

  /// Whether a place lies inside, as SVG without a `fill-rule` has it.
  fileprivate func contain(_ point: ExactPoint) -> Bool {
    var winding = 0
    for line in self {
      for index in line.indices {
        let (start, end) = (line[index], line[index + 1 < line.count ? index + 1 : 0])
        guard (start.y <= point.y) != (end.y <= point.y) else { continue }
        let x = start.x + (point.y - start.y) / (end.y - start.y) * (end.x - start.x)
        if x > point.x { winding += end.y > start.y ? 1 : -1 }
      }
    }
    return winding != 0
  }
}
