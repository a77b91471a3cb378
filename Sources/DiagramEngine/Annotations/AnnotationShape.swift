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
  /// The part of it that may lie on nothing else: all but the tip of a callout.
  let body: Rect

  /// Where others would cover it: regions and zooms may lie around others.
  var taken: [Rect] { text.map { isOpen ? [$0] : [bounds] } ?? (isOpen ? [] : [bounds]) }
  /// Whether others may lie in it, beside its text.
  private let isOpen: Bool

  /// What an annotation looks like beside boxes; `isFree` says whether a rectangle is.
  init(
    _ annotation: Annotation, _ frames: [Rect], text: Size?, isFree: (Rect) -> Bool
  ) {
    let around = frames.dropFirst().reduce(frames[0]) { $0.union($1) }
    switch annotation.kind {
    case .callout:
      let size = text ?? .zero
      let sides = annotation.side.map { [$0] } ?? [.top, .right, .bottom, .left]
      let shapes = Self.nudges.flatMap { nudge in
        sides.map { AnnotationShape.callout(size, at: $0, of: around, nudge) }
      }
      self = shapes.first { isFree($0.body) } ?? shapes[0]
    case .zoom: self = .zoom(from: frames[0], to: frames[frames.count - 1])
    case .region:
      let shapes = [true, false].map { AnnotationShape.region(around, text, isAbove: $0) }
      self = shapes.first { $0.text.map(isFree) ?? true } ?? shapes[0]
    case .brace, .dimension:
      let isLine = around.size.width >= around.size.height
      let sides: [Side] =
        annotation.side.map { [$0] } ?? (isLine ? [.bottom, .top] : [.right, .left])
      let shapes = sides.map { side in
        AnnotationShape.bar(annotation.kind == .brace, along: side, of: around, text)
      }
      self = shapes.first { isFree($0.bounds) } ?? shapes[0]
    }
  }

  private init(
    _ path: [PathCommand], _ drawn: Rect, text: Rect? = nil, isOpen: Bool = false
  ) {
    self.path = path
    self.isOpen = isOpen
    self.text = text
    bounds = text.map { drawn.union($0) } ?? drawn
    body = bounds
  }

  private init(bubble: Rect, tip: Point, text: Rect, _ path: [PathCommand]) {
    self.path = path
    self.text = text
    isOpen = false
    body = bubble
    bounds = bubble.union(Rect(origin: tip, size: .zero))
  }

  /// Between boxes and what is said of them.
  private static let distance = 8
  /// How thick a brace is, and a bar with its ticks.
  private static let depth = 14
  /// Between a region and its boxes.
  private static let margin = 12
  /// Between lines and the text.
  private static let gap = 6

  // MARK: - Braces and bars

  /// Drawn along the bottom of a rectangle at (0, 0), then turned to its side.
  private static func bar(
    _ isBrace: Bool, along side: Side, of around: Rect, _ text: Size?
  ) -> AnnotationShape {
    let length = side.axis == .vertical ? around.size.width : around.size.height
    let place = { (point: Point) in turned(point, to: side, of: around) }
    let path = (isBrace ? brace(length) : ticks(length)).map { $0.turned(place, side) }
    let corners = (place(Point(x: 0, y: distance)), place(Point(x: length, y: distance + depth)))
    let drawn = Rect(from: corners.0, to: corners.1)
    guard let text else { return AnnotationShape(path, drawn) }
    let tip = place(Point(x: length / 2, y: distance + depth + gap))
    let origin =
      switch side {
      case .bottom: Point(x: tip.x - text.width / 2, y: tip.y)
      case .top: Point(x: tip.x - text.width / 2, y: tip.y - text.height)
      case .right: Point(x: tip.x, y: tip.y - text.height / 2)
      case .left: Point(x: tip.x - text.width, y: tip.y - text.height / 2)
      }
    return AnnotationShape(path, drawn, text: Rect(origin: origin, size: text))
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

  private static func brace(_ length: Int) -> [PathCommand] {
    let (top, half, middle) = (distance, depth / 2, length / 2)
    let radius = min(half, max(1, middle / 2))
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
    return AnnotationShape(
      bubble: bubble, tip: tip,
      text: Rect(
        origin: origin.offset(x: BoxMetrics.endPadding, y: BoxMetrics.endPadding), size: text),
      outline(of: bubble, tip: tip, at: side.opposite))
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

  /// A text stands above a corner or below it.
  private static func region(
    _ around: Rect, _ text: Size?, isAbove: Bool
  ) -> AnnotationShape {
    let frame = around.insetBy(-margin)
    let path = ShapeName.box.shape.outline(of: frame.size, radius: BoxMetrics.containerRadius)
      .surface.moved(to: frame.origin)
    return AnnotationShape(
      path, frame,
      text: text.map {
        let y = isAbove ? frame.minY - $0.height - 2 : frame.maxY + 2
        return Rect(origin: Point(x: frame.minX + margin, y: y), size: $0)
      }, isOpen: true)
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
      zip(starts, ends).flatMap { [PathCommand.move($0), .line($1)] }, bounds, isOpen: true)
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
