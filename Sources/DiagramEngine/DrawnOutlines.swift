import DiagramDSL
import DiagramGraph
import DiagramModel

// What layout knows of shapes, and where slanted lines meet them.

extension MeasuredSeries {
  /// The sides on which what is drawn of a box is not its frame, in whichever picture.
  func roundSides(of index: Int) -> Set<Side> {
    let item = resolved.items[index]
    guard case .box(let kind) = item.content, kind != .text else { return [] }
    if item.isIcon || item.hasTextBelow { return Set(Side.allCases) }
    return sides(of: index) { $0.isRound(at: $1, in: $2) }
  }

  /// The sides that the outline of a box reaches in one point of their middle only, in whichever picture.
  func pointedSides(of index: Int) -> Set<Side> {
    let item = resolved.items[index]
    guard case .box(let kind) = item.content, kind != .text, !item.isIcon, !item.hasTextBelow
    else { return [] }
    return sides(of: index) { $0.isPointed(at: $1, in: $2) }
  }

  /// The sides at which the outline of a box is so, in whichever picture.
  private func sides(of index: Int, where isSo: (Outline, Side, Size) -> Bool) -> Set<Side> {
    resolved.items[index].shown.reduce(into: []) { sides, variant in
      guard variant.attributes.shape != .box else { return }
      let size = extents[index].minimum
      let outline = variant.attributes.shape.shape.outline(
        of: size, radius: resolved.radius(of: index))
      sides.formUnion(Side.allCases.filter { isSo(outline, $0, size) })
    }
  }

  /// The size of what is drawn in the middle of the frame of a box with its text below; nil for others.
  func core(of index: Int) -> Size? {
    let item = resolved.items[index]
    guard case .box(let kind) = item.content else { return nil }
    if let size = extents[index].shapeAboveText { return size }
    let plans = item.shown.compactMap { IconPlan($0.attributes, kind) }.filter(\.isAlone)
    guard let size = plans.map(\.size).max(), !plans.contains(where: { $0.label == .beside })
    else { return nil }
    return Size(width: size, height: size)
  }
}

extension Outline {
  /// Whether it recedes from a side right beside the middle and further on up to the corners, as a diamond does
  /// at all sides: a circle hardly recedes beside the middle, and a hexagon not as far.
  fileprivate func isPointed(at side: Side, in size: Size) -> Bool {
    let length = size[side.axis.cross]
    let depths = [1, 3, 5, 7].map { depth(of: side, at: length * $0 / 8, in: size) }
    return !surface.isEmpty && depths[1...2].allSatisfy { 20 * $0 > length }
      && [depths[0], depths[3]].allSatisfy { 4 * $0 > size[side.axis] }
  }

  /// Whether it leaves a side of its frame well before the corners, as a circle does and a box with
  /// round corners does not.
  fileprivate func isRound(at side: Side, in size: Size) -> Bool {
    let length = size[side.axis.cross]
    return !surface.isEmpty
      && [length / 8, length - length / 8].contains {
        10 * depth(of: side, at: $0, in: size) > length
      }
  }
}

extension SceneBuilder {
  /// The end of a slanted line at a box, which meets the frame of the box at `point` and comes from `next`:
  /// where it meets what is drawn there, and a gap before that.
  func slantedEnd(_ point: Point, next: Point, at item: Int, gap: Int) -> Point {
    let (from, frame) = (ExactPoint(next), ExactPoint(point))
    let (dx, dy) = (frame.x - from.x, frame.y - from.y)
    let length = (dx * dx + dy * dy).squareRoot()
    // Shapes are drawn inside of their frames: nothing lies further on than the whole canvas.
    let reach = 1 + Double(placed.canvas.width + placed.canvas.height) / length
    let share =
      drawnLines(of: item).compactMap { line in
        line.firstMeeting(from: from, to: from.towards(frame, reach)).map { $0 * reach }
      }.min() ?? 1
    let end = from.towards(frame, share - Double(gap) / length)
    return Point(x: nearest(end.x), y: nearest(end.y))
  }

  /// The lines at which arrows to a box end: the outline of its shape, or what surrounds its icon, and
  /// its text if that stands below.
  private func drawnLines(of index: Int) -> [[ExactPoint]] {
    guard case .box(let kind) = resolved.items[index].content,
      let variant = resolved.items[index].variants[picture], variant.attributes.free == nil
    else { return [] }
    let isIcon = IconPlan(variant.attributes, kind)?.isAlone == true
    let frame = shapeFrame(of: index)
    let outline: [[ExactPoint]]
    if isIcon {
      outline = [ink(of: index)?.hull ?? []]
    } else {
      let shape = variant.attributes.shape.shape
      outline =
        shape.outline(of: frame.size, radius: resolved.radius(of: index)).moved(to: frame.origin)
        .surface.polylines
    }
    guard isIcon || resolved.items[index].hasTextBelow,
      let text = box(for: index)?.text?.frame
    else { return outline }
    return outline + [text.corners + text.corners.prefix(1)]
  }
}

extension Rect {
  /// Clockwise from the top left.
  var corners: [ExactPoint] {
    [(minX, minY), (maxX, minY), (maxX, maxY), (minX, maxY)].map {
      ExactPoint(Point(x: $0.0, y: $0.1))
    }
  }
}

extension [ExactPoint] {
  /// The same points further away from their middle, so that the outermost ones lie so far outside.
  func grown(by room: Int) -> [ExactPoint] {
    guard let bounds else { return self }
    let (x, y) = (
      Double(bounds.minX + bounds.maxX) / 2, Double(bounds.minY + bounds.maxY) / 2
    )
    let across = 1 + 2 * Double(room) / Double(Swift.max(1, bounds.size.width))
    let down = 1 + 2 * Double(room) / Double(Swift.max(1, bounds.size.height))
    return map { ExactPoint(x: x + ($0.x - x) * across, y: y + ($0.y - y) * down) }
  }

  /// The smallest rectangle of whole units around all points; nil if there are none.
  var bounds: Rect? {
    guard let left = map(\.x).min(), let right = map(\.x).max(), let top = map(\.y).min(),
      let bottom = map(\.y).max()
    else { return nil }
    return Rect(
      minX: nearest(left), minY: nearest(top), maxX: nearest(right), maxY: nearest(bottom))
  }
}
