package import DiagramModel

/// Where everything of a ``LayoutGraph`` lies.
package struct Layout: Hashable, Sendable {
  /// One rectangle a node, in the order of the nodes, absolute for children too.
  package var frames: [Rect]
  /// One way an edge, in the order of the edges.
  package var routes: [Route]

  package init(frames: [Rect], routes: [Route]) {
    self.frames = frames
    self.routes = routes
  }

  /// The smallest rectangle around all boxes, ways and labels.
  package var bounds: Rect? {
    let rects =
      frames + routes.flatMap { $0.points.map { Rect(origin: $0, size: .zero) } }
      + routes.compactMap(\.label)
    return rects.bounds
  }

  /// The same drawing with its top left corner at the origin.
  package var atOrigin: Layout {
    guard let bounds else { return self }
    return moved(x: -bounds.minX, y: -bounds.minY)
  }
}

/// The way of an edge.
package struct Route: Hashable, Sendable {
  /// From the outline of the source to the outline of the target, with all bends.
  package var points: [Point]
  /// Whether the bends are control points of a curve rather than corners.
  package var isCurved: Bool
  /// Where its text lies.
  package var label: Rect?

  /// The line as it is drawn, in straight pieces; a curve in eight for each bend.
  package var drawnPoints: [Point] {
    guard isCurved, points.count > 2 else { return points }
    let middles = points.indices.dropLast().map { index in
      index == 0
        ? points[0]
        : index == points.count - 2
          ? points[points.count - 1]
          : Point(
            x: (points[index].x + points[index + 1].x) / 2,
            y: (points[index].y + points[index + 1].y) / 2)
    }
    let steps = 8
    return [points[0]]
      + points.indices.dropFirst().dropLast().flatMap { bend in
        let (start, control, end) = (middles[bend - 1], points[bend], middles[bend])
        return (1...steps).map {
          Point(onCurveFrom: start, around: control, to: end, step: $0, of: steps)
        }
      }
  }

  package init(points: [Point], isCurved: Bool = false, label: Rect? = nil) {
    self.points = points
    self.isCurved = isCurved
    self.label = label
  }
}

extension Point {
  /// A point of a quadratic curve, after so many of equal steps of its parameter.
  package init(
    onCurveFrom start: Point, around control: Point, to end: Point, step: Int, of steps: Int
  ) {
    let rest = steps - step
    let weights = (rest * rest, 2 * rest * step, step * step)
    self.init(
      x: (start.x * weights.0 + control.x * weights.1 + end.x * weights.2) / (steps * steps),
      y: (start.y * weights.0 + control.y * weights.1 + end.y * weights.2) / (steps * steps))
  }
}

extension Layout {
  /// The same drawing, further right and down.
  package func moved(x: Int, y: Int) -> Layout {
    Layout(
      frames: frames.map { $0.moved(x: x, y: y) },
      routes: routes.map { $0.moved(x: x, y: y) })
  }
}

extension Route {
  /// The same way, further right and down.
  package func moved(x: Int, y: Int) -> Route {
    Route(
      points: points.map { $0.offset(x: x, y: y) }, isCurved: isCurved,
      label: label?.moved(x: x, y: y))
  }

  /// The straight pieces as rectangles without width.
  package var pieces: [Rect] { zip(points, points.dropFirst()).map(Rect.init(from:to:)) }
}
