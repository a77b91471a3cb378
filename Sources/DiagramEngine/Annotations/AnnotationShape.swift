import DiagramDSL
import DiagramModel

/// Where the lines and the text of an annotation lie.
struct AnnotationShape {
  /// Lines to draw, in units.
  let path: [PathCommand]
  /// Of all that is drawn.
  let bounds: Rect
  /// The place of the text, if there is one.
  let text: Rect?

  /// What is drawn, without the text and the tip of a callout, and fills its rectangle; nil for lines around
  /// boxes or between them.
  let drawn: Rect?

  /// The sides of an outline around boxes, a unit thick.
  var outline: [Rect] = []
  /// The side of the boxes along which it lies, if it may lie further away from them: a brace or a bar.
  var side: Side?

  /// What it covers.
  var solid: [Rect] { [drawn, text].compactMap(\.self) }

  /// What an annotation may look like beside boxes and what stands on them, what is liked best first.
  static func all(
    _ annotation: Annotation, _ frames: [Rect], marks: [Rect], text: Size?
  ) -> [AnnotationShape] {
    let around = frames.bounds ?? .zero
    switch annotation.kind {
    case .callout:
      let sides = annotation.side.map { [$0] } ?? [.top, .right, .bottom, .left]
      return nudges.flatMap { nudge in
        sides.map { callout(text ?? .zero, at: $0, of: around, nudge) }
      }
    case .zoom: return [.zoom(from: frames[0], to: frames[frames.count - 1])]
    case .region: return regions(marks.reduce(around) { $0.union($1) }, text)
    case .brace, .dimension:
      let isLine = around.size.width >= around.size.height
      let sides: [Side] =
        annotation.side.map { [$0] } ?? (isLine ? [.bottom, .top] : [.right, .left])
      return tips.flatMap { tip in
        sides.map { side in
          bar(
            annotation.kind == .brace, along: side,
            of: around.extended(to: marks.reduce(around) { $0.union($1) }, at: side), text, at: tip)
        }
      }
    }
  }

  private init(
    _ path: [PathCommand], _ around: Rect, isSolid: Bool, text: Rect? = nil, side: Side? = nil
  ) {
    self.path = path
    self.text = text
    self.side = side
    drawn = isSolid ? around : nil
    bounds = text.map { around.union($0) } ?? around
  }

  private init(_ path: [PathCommand], bounds: Rect, text: Rect?, drawn: Rect?) {
    (self.path, self.bounds, self.text, self.drawn) = (path, bounds, text, drawn)
  }

  /// The same, further right and down.
  func moved(x: Int, y: Int) -> AnnotationShape {
    var moved = AnnotationShape(
      path.moved(to: Point(x: x, y: y)), bounds: bounds.moved(x: x, y: y),
      text: text?.moved(x: x, y: y), drawn: drawn?.moved(x: x, y: y))
    moved.outline = outline.map { $0.moved(x: x, y: y) }
    moved.side = side
    return moved
  }

  /// The same, further away from its boxes.
  func lifted(by distance: Int) -> AnnotationShape {
    switch side {
    case .top: moved(x: 0, y: -distance)
    case .right: moved(x: distance, y: 0)
    case .bottom: moved(x: 0, y: distance)
    case .left: moved(x: -distance, y: 0)
    case nil: self
    }
  }

  /// Between boxes and what is said of them.
  private static let distance = 8
  /// How thick a brace is, and a bar with its ticks.
  private static let depth = 14
  /// Between a region and its boxes, the first where there is room.
  private static let margins = [12, 8, 6]
  /// Between lines and the text.
  private static let gap = 6
  /// Where the text of a brace or a bar stands along it, in hundredths, the first place first.
  private static let tips = [50, 25, 75]

  // MARK: - Braces and bars

  /// Drawn along the bottom of a rectangle at (0, 0), then turned to its side.
  private static func bar(
    _ isBrace: Bool, along side: Side, of around: Rect, _ text: Size?, at tip: Int
  ) -> AnnotationShape {
    let length = side.axis == .vertical ? around.size.width : around.size.height
    let place = { (point: Point) in turned(point, to: side, of: around) }
    let middle = length * tip / 100
    let path = (isBrace ? brace(length, tip: middle) : ticks(length)).map {
      $0.turned(place, side)
    }
    let corners = (place(Point(x: 0, y: distance)), place(Point(x: length, y: distance + depth)))
    let drawn = Rect(from: corners.0, to: corners.1)
    guard let text else { return AnnotationShape(path, drawn, isSolid: true, side: side) }
    let tip = place(Point(x: middle, y: distance + depth + gap))
    let origin =
      switch side {
      case .bottom: Point(x: tip.x - text.width / 2, y: tip.y)
      case .top: Point(x: tip.x - text.width / 2, y: tip.y - text.height)
      case .right: Point(x: tip.x, y: tip.y - text.height / 2)
      case .left: Point(x: tip.x - text.width, y: tip.y - text.height / 2)
      }
    return AnnotationShape(
      path, drawn, isSolid: true, text: Rect(origin: origin, size: text), side: side)
  }

  /// A place along the bottom as one along another side.
  private static func turned(_ point: Point, to side: Side, of around: Rect) -> Point {
    switch side {
    case .bottom: Point(x: around.minX + point.x, y: around.maxY + point.y)
    case .top: Point(x: around.minX + point.x, y: around.minY - point.y)
    case .right: Point(x: around.maxX + point.y, y: around.minY + point.x)
    case .left: Point(x: around.minX - point.y, y: around.minY + point.x)
    }
  }

  private static func brace(_ length: Int, tip middle: Int) -> [PathCommand] {
    let (top, half) = (distance, depth / 2)
    let radius = min(half, max(1, min(middle, length - middle) / 2))
    return [
      .move(0, top), .arc(clockwise: false, to: Point(x: radius, y: top + half)),
      .line(middle - radius, top + half), .arc(middle, top + depth),
      .arc(middle + radius, top + half), .line(length - radius, top + half),
      .arc(clockwise: false, to: Point(x: length, y: top)),
    ]
  }

  private static func ticks(_ length: Int) -> [PathCommand] {
    let (top, half) = (distance, depth / 2)
    return [
      .move(0, top), .line(0, top + depth), .move(0, top + half), .line(length, top + half),
      .move(length, top), .line(length, top + depth),
    ]
  }

  // MARK: - Callouts

  /// How far a bubble is moved along its side, in hundredths of the box, the first way first.
  private static let nudges = [0, 25, -25, 50, -50, 100, -100]
  /// Between a box and the bubble, which the tip crosses.
  private static let reach = 20

  /// A bubble beside a box, with its tip in the middle of that side, or nearer to the bubble.
  private static func callout(
    _ text: Size, at side: Side, of box: Rect, _ nudge: Int
  ) -> AnnotationShape {
    let size = Size(
      width: text.width + 2 * BoxMetrics.endPadding, height: text.height + 2 * BoxMetrics.endPadding
    )
    let middle = box.midpoint(of: side)
    let isLine = side.axis == .vertical
    let along = nudge * (isLine ? box.size.width : box.size.height) / 100
    let center = (isLine ? middle.x : middle.y) + along
    let origin =
      switch side {
      case .top: Point(x: center - size.width / 2, y: box.minY - reach - size.height)
      case .bottom: Point(x: center - size.width / 2, y: box.maxY + reach)
      case .right: Point(x: box.maxX + reach, y: center - size.height / 2)
      case .left: Point(x: box.minX - reach - size.width, y: center - size.height / 2)
      }
    let bubble = Rect(origin: origin, size: size)
    let extent = isLine ? box.size.width : box.size.height
    let shift = min(max(along, -extent * 3 / 10), extent * 3 / 10)
    let tip = side.outwards(3, from: isLine ? middle.offset(x: shift) : middle.offset(y: shift))
    let place = origin.offset(x: BoxMetrics.endPadding, y: BoxMetrics.endPadding)
    return AnnotationShape(
      outline(of: bubble, tip: tip, at: side.opposite),
      bounds: bubble.union(Rect(origin: tip, size: .zero)), text: Rect(origin: place, size: text),
      drawn: bubble)
  }

  /// A rounded rectangle with a tip on one side, clockwise from its top left corner.
  private static func outline(of bubble: Rect, tip: Point, at side: Side) -> [PathCommand] {
    let radius = min(BoxMetrics.leafRadius, bubble.size.width / 4, bubble.size.height / 4)
    let base = 7
    func along(_ place: Int, _ low: Int, _ high: Int) -> Int {
      min(max(place, low + radius + base), max(high - radius - base, low + radius + base))
    }
    let (x, y) = (along(tip.x, bubble.minX, bubble.maxX), along(tip.y, bubble.minY, bubble.maxY))
    func tipped(_ own: Side, _ first: Point, _ last: Point) -> [PathCommand] {
      own == side ? [.line(first), .line(tip), .line(last)] : []
    }
    return [.move(bubble.minX + radius, bubble.minY)]
      + tipped(.top, Point(x: x - base, y: bubble.minY), Point(x: x + base, y: bubble.minY))
      + [.line(bubble.maxX - radius, bubble.minY), .arc(bubble.maxX, bubble.minY + radius)]
      + tipped(.right, Point(x: bubble.maxX, y: y - base), Point(x: bubble.maxX, y: y + base))
      + [.line(bubble.maxX, bubble.maxY - radius), .arc(bubble.maxX - radius, bubble.maxY)]
      + tipped(.bottom, Point(x: x + base, y: bubble.maxY), Point(x: x - base, y: bubble.maxY))
      + [.line(bubble.minX + radius, bubble.maxY), .arc(bubble.minX, bubble.maxY - radius)]
      + tipped(.left, Point(x: bubble.minX, y: y + base), Point(x: bubble.minX, y: y - base))
      + [.line(bubble.minX, bubble.minY + radius), .arc(bubble.minX + radius, bubble.minY), .close]
  }

  // MARK: - Regions and zooms

  /// A text stands above a corner or below it; one that is longer than the region in the middle.
  private static func regions(_ around: Rect, _ text: Size?) -> [AnnotationShape] {
    margins.flatMap { regions(around, text, margin: $0) }
  }

  private static func regions(_ around: Rect, _ text: Size?, margin: Int) -> [AnnotationShape] {
    let frame = around.insetBy(-margin)
    let path = ShapeName.box.shape.outline(of: frame.size, radius: BoxMetrics.containerRadius)
      .surface.moved(to: frame.origin)
    var region = AnnotationShape(path, frame, isSolid: false)
    region.outline = frame.sides
    guard let text else { return [region] }
    let places = [frame.minX + margin, frame.maxX - margin - text.width]
    let isLong = places[1] < places[0]
    return [frame.minY - text.height - 2, frame.maxY + 2].flatMap { y in
      (isLong ? [frame.midX - text.width / 2] : places).map { x in
        var shape = AnnotationShape(
          path, frame, isSolid: false, text: Rect(origin: Point(x: x, y: y), size: text))
        shape.outline = region.outline
        return shape
      }
    }
  }

  /// From the two corners of a box that face the other one to those of that one.
  private static func zoom(from: Rect, to: Rect) -> AnnotationShape {
    let dx = max(to.minX - from.maxX, from.minX - to.maxX)
    let dy = max(to.minY - from.maxY, from.minY - to.maxY)
    let isBeside = dx >= dy
    let isForward = isBeside ? to.midX >= from.midX : to.midY >= from.midY
    func corners(_ rect: Rect, _ isFar: Bool) -> [Point] {
      isBeside
        ? [rect.minY, rect.maxY].map { Point(x: isFar ? rect.maxX : rect.minX, y: $0) }
        : [rect.minX, rect.maxX].map { Point(x: $0, y: isFar ? rect.maxY : rect.minY) }
    }
    let (starts, ends) = (corners(from, isForward), corners(to, !isForward))
    let all = starts + ends
    let bounds = all.dropFirst().reduce(Rect(origin: all[0], size: .zero)) {
      $0.union(Rect(origin: $1, size: .zero))
    }
    return AnnotationShape(
      zip(starts, ends).flatMap { [PathCommand.move($0), .line($1)] }, bounds, isSolid: false)
  }
}

extension Side {
  /// A place so far away from a box.
  fileprivate func outwards(_ distance: Int, from point: Point) -> Point {
    switch self {
    case .top: point.offset(y: -distance)
    case .right: point.offset(x: distance)
    case .bottom: point.offset(y: distance)
    case .left: point.offset(x: -distance)
    }
  }
}

extension Rect {
  /// The same with one of its sides where another has it.
  fileprivate func extended(to other: Rect, at side: Side) -> Rect {
    Rect(
      minX: side == .left ? other.minX : minX, minY: side == .top ? other.minY : minY,
      maxX: side == .right ? other.maxX : maxX, maxY: side == .bottom ? other.maxY : maxY)
  }

  /// Its sides, a unit thick.
  fileprivate var sides: [Rect] {
    [
      Rect(x: minX, y: minY, width: size.width, height: 1),
      Rect(x: minX, y: maxY - 1, width: size.width, height: 1),
      Rect(x: minX, y: minY, width: 1, height: size.height),
      Rect(x: maxX - 1, y: minY, width: 1, height: size.height),
    ]
  }
}

extension PathCommand {
  /// The step at other places; arcs turn the other way where a side is a mirror of the bottom.
  fileprivate func turned(_ place: (Point) -> Point, _ side: Side) -> PathCommand {
    switch self {
    case .move(let point): .move(place(point))
    case .line(let point): .line(place(point))
    case .arc(let isClockwise, let point):
      // The right is a mirror of the bottom about a slanted line, the left is turned.
      .arc(clockwise: side == .top || side == .right ? !isClockwise : isClockwise, to: place(point))
    case .quadratic(let control, let point): .quadratic(control: place(control), to: place(point))
    case .cubic(let first, let second, let point):
      .cubic(first: place(first), second: place(second), to: place(point))
    case .close: .close
    }
  }
}
