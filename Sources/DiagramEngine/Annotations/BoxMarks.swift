import DiagramDSL
import DiagramGraph
import DiagramModel

extension MeasuredSeries {
  /// Where an icon lies on the outline of a box in a frame.
  func cornerFrame(
    _ place: BorderPlace, of index: Int, in picture: Int, _ frame: Rect
  ) -> Rect {
    var middle = point(place, of: index, in: picture, frame)
    if let plan = plan(of: index, in: picture), plan.isAlone,
      let icon = iconFrame(of: index, in: picture, frame)
    {
      // It leaves the text beside the icon free.
      let reach = IconMetrics.chip / 2 + IconMetrics.markGap
      switch plan.label {
      case .below:
        let lift = max(middle.y - (icon.maxY + IconMetrics.belowGap - reach), 0)
        middle.y -= lift
        // And covers no more of the icon than at other corners.
        middle.x += lift / 2 * (middle.x - icon.midX).signum()
      case .beside: middle.x = min(middle.x, icon.maxX + IconMetrics.besideGap - reach)
      case .none: break
      }
    }
    return Rect(
      x: middle.x - IconMetrics.chip / 2, y: middle.y - IconMetrics.chip / 2,
      width: IconMetrics.chip, height: IconMetrics.chip)
  }

  /// Where the badge of a box lies in a frame: at the first corner that is free; nil if it has none.
  func badgeFrame(of index: Int, in picture: Int, _ frame: Rect) -> Rect? {
    guard let variant = resolved.items[index].variants[picture],
      let size = variant.attributes.badge.flatMap({ badges[$0]?.badgeSize })
    else { return nil }
    let taken = variant.attributes.corners.map(\.place)
    let corners: [BorderPlace] = [.topRight, .topLeft, .bottomRight, .bottomLeft]
    let corner = corners.first { !taken.contains($0) } ?? .topRight
    let isRight = corner == .topRight || corner == .bottomRight
    let isTop = corner == .topRight || corner == .topLeft
    let over = IconMetrics.badgeOverhang
    let place = point(corner, of: index, in: picture, frame)
    let usual = corner.point(of: markedFrame(of: index, in: picture, frame))
    // Where an outline leaves the frame, it lies there with its middle, so that it covers little of the text.
    let x = place.x == usual.x ? (isRight ? place.x + over - size.width : place.x - over) : nil
    // A word would cover what is in a small box.
    let rise = size.width > 2 * size.height ? size.height - over : over
    let y = place.y == usual.y ? (isTop ? place.y - rise : place.y + rise - size.height) : nil
    return Rect(
      origin: Point(x: x ?? place.x - size.width / 2, y: y ?? place.y - size.height / 2), size: size
    )
  }

  /// How far what stands on a box, behind it or around it reaches out of its frame in some picture.
  func overhang(of index: Int) -> Insets {
    let frame = Rect(origin: Point(x: 0, y: 0), size: extents[index].minimum)
    var around = frame
    for (picture, variant) in resolved.items[index].variants.enumerated() {
      guard variant != nil else { continue }
      for mark in boxMarks(of: index, in: picture, frame) { around = around.union(mark.rect) }
    }
    return Insets(
      top: -around.minY, left: -around.minX, bottom: around.maxY - frame.maxY,
      right: around.maxX - frame.maxX)
  }

  /// What a picture shows on a box and behind it, in a frame; `isCopy` says that arrows end there.
  func boxMarks(
    of index: Int, in picture: Int, _ frame: Rect
  ) -> [(rect: Rect, isCopy: Bool)] {
    guard case .box = resolved.items[index].content,
      let variant = resolved.items[index].variants[picture], variant.attributes.free == nil
    else { return [] }
    let corners = variant.attributes.corners.map {
      (rect: cornerFrame($0.place, of: index, in: picture, frame), isCopy: false)
    }
    let badge = badgeFrame(of: index, in: picture, frame).map { [(rect: $0, isCopy: false)] } ?? []
    let copies =
      variant.attributes.style.isStacked == true
      ? markedFrame(of: index, in: picture, frame).copies.map { (rect: $0, isCopy: true) } : []
    return corners + badge + copies
  }

  private func plan(of index: Int, in picture: Int) -> IconPlan? {
    guard case .box(let kind) = resolved.items[index].content else { return nil }
    return resolved.items[index].variants[picture].flatMap { IconPlan($0.attributes, kind) }
  }

  /// The part of a frame that marks lie on.
  private func markedFrame(of index: Int, in picture: Int, _ frame: Rect) -> Rect {
    let shape = shapeFrame(of: index, in: frame)
    guard plan(of: index, in: picture)?.isAlone == true else { return shape }
    return iconFrame(of: index, in: picture, frame) ?? shape
  }

  /// A place of the frame, or where the outline leaves it so far that a mark would not touch it, the
  /// nearest one on the outline.
  private func point(
    _ place: BorderPlace, of index: Int, in picture: Int, _ frame: Rect
  ) -> Point {
    let marked = markedFrame(of: index, in: picture, frame)
    let point = place.point(of: marked)
    guard plan(of: index, in: picture)?.isAlone != true,
      let variant = resolved.items[index].variants[picture]
    else { return point }
    let surface = variant.attributes.shape.shape
      .outline(of: marked.size, radius: resolved.radius(of: index)).surface
      .moved(to: marked.origin)
    guard let near = surface.nearestPlace(to: ExactPoint(point)) else { return point }
    let reach = Double(IconMetrics.badge / 2)
    let isTouched = near.squaredDistance(to: ExactPoint(point)) <= reach * reach
    return isTouched ? point : Point(x: nearest(near.x), y: nearest(near.y))
  }
}

extension Rect {
  /// What is seen of the copies behind a box with this frame: at its top and on its right.
  fileprivate var copies: [Rect] {
    let depth = SceneBox.stackDepth
    return [
      Rect(x: minX + depth, y: minY - depth, width: size.width, height: depth),
      Rect(x: maxX, y: minY - depth, width: depth, height: size.height),
    ]
  }
}

extension ResolvedSeries {
  /// The radius of the corners of a box.
  func radius(of index: Int) -> Int {
    if items[index].shown.contains(where: \.attributes.isMark) { return 4 }
    return items[index].content == .box(.node) ? BoxMetrics.containerRadius : BoxMetrics.leafRadius
  }
}

extension [PathCommand] {
  /// The place of the path that is nearest to a point; nil where there is no path.
  fileprivate func nearestPlace(to point: ExactPoint) -> ExactPoint? {
    let places = polylines.flatMap { line in
      zip(line, line.dropFirst()).map { start, end in
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let length = dx * dx + dy * dy
        let along = (point.x - start.x) * dx + (point.y - start.y) * dy
        return start.towards(end, length > 0 ? Swift.min(Swift.max(along / length, 0), 1) : 0)
      }
    }
    return places.min { $0.squaredDistance(to: point) < $1.squaredDistance(to: point) }
  }
}

extension ExactPoint {
  fileprivate func squaredDistance(to other: ExactPoint) -> Double {
    (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
  }
}
