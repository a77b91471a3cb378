import DiagramDSL
import DiagramGraph
import DiagramIcons
import DiagramModel

extension SceneBuilder {
  /// The lines of a zoom between the outlines of two boxes instead of the corners of their frames.
  func zoom(_ path: [PathCommand], from source: Int, to target: Int) -> [PathCommand] {
    let (start, end) = (seenOutline(of: source), seenOutline(of: target))
    return path.map { command in
      switch command {
      case .move(let corner): .move(start.touched(from: corner))
      case .line(let corner): .line(end.touched(from: corner))
      case .arc, .quadratic, .cubic, .close: command
      }
    }
  }

  /// What is seen of a box: its shape, or the icon that it is; nothing of an icon with pixels.
  private func seenOutline(of index: Int) -> SeenOutline {
    let item = resolved.items[index]
    guard let variant = item.variants[picture] else { return SeenOutline() }
    if item.isIcon, case .box(let kind) = item.content, let frame = iconFrame(of: index),
      let plan = IconPlan(variant.attributes, kind), let drawing = icons.drawing(of: plan.name)
    {
      let shapes = drawing.shapes(
        in: frame, theme.inks(of: variant.attributes.style, in: surroundings(of: index)))
      return SeenOutline(center: frame.center, lines: shapes.flatMap(\.polylines))
    }
    let frame = shapeFrame(of: index)
    let outline = variant.attributes.shape.shape.outline(
      of: frame.size, radius: resolved.radius(of: index))
    return SeenOutline(
      center: frame.center, lines: outline.surface.moved(to: frame.origin).polylines)
  }
}

/// The lines that are seen of a box, and its middle.
private struct SeenOutline {
  var center = Point(x: 0, y: 0)
  var lines: [[ExactPoint]] = []

  /// Where the way from the corner of a frame to its middle first meets the lines; the corner itself if
  /// it meets none.
  func touched(from corner: Point) -> Point {
    let (start, middle) = (ExactPoint(corner), ExactPoint(center))
    let shares = lines.flatMap { line in
      zip(line, line.dropFirst()).compactMap { start.share(towards: middle, where: $0, $1) }
    }
    guard let share = shares.min() else { return corner }
    let place = start.towards(middle, share)
    return Point(x: nearest(place.x), y: nearest(place.y))
  }
}

extension ExactPoint {
  /// The share of the way to another place at which it meets a straight line between two.
  fileprivate func share(
    towards end: ExactPoint, where first: ExactPoint, _ second: ExactPoint
  ) -> Double? {
    let way = (x: end.x - x, y: end.y - y)
    let line = (x: second.x - first.x, y: second.y - first.y)
    let area = way.x * line.y - way.y * line.x
    guard area != 0 else { return nil }
    let offset = (x: first.x - x, y: first.y - y)
    let share = (offset.x * line.y - offset.y * line.x) / area
    let along = (offset.x * way.y - offset.y * way.x) / area
    return (0...1).contains(share) && (0...1).contains(along) ? share : nil
  }
}
