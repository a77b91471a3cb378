extension SceneLine {
  /// What is drawn, in this order: the line between its heads, then these, since viewers differ in what
  /// they make of ends; or the outline of a thick arrow.
  package var shapes: [SceneShape] {
    if isBlock { return [SceneShape(finePath: BlockArrow(self).path, paint: paint)] }
    var pen = paint
    pen.fill = nil
    let last = points.count - 1
    let heads = [
      head(startHead, Vector(from: points[1], to: points[0]), at: points[0]),
      head(endHead, Vector(from: points[last - 1], to: points[last]), at: points[last]),
    ]
    return [SceneShape(path: LinePath(asDrawn).commands, paint: pen)] + heads.compactMap(\.self)
  }

  /// A head at its place.
  private func head(_ head: ArrowHead, _ direction: Vector, at tip: Point) -> SceneShape? {
    guard let marker = ArrowMarker(head, strokeWidth: paint.strokeWidth) else { return nil }
    var pen = paint
    if marker.isHollow {
      (pen.fill, pen.pattern) = (nil, .solid)
      return SceneShape(finePath: marker.lines.map { direction.turned($0, to: tip) }, paint: pen)
    }
    pen = Paint(fill: paint.stroke, stroke: nil, strokeWidth: 0, pattern: .solid)
    let fine = marker.outline.scaled(by: SceneShape.finesse)
    guard head == .circle, !direction.isAxisParallel else {
      return SceneShape(finePath: fine.map { direction.turned($0, to: tip) }, paint: pen)
    }
    // Quarters of a circle that are turned are none whose ends lie on the axes.
    let radius = marker.radius * SceneShape.finesse
    let center = direction.turned(Point(x: -radius, y: 0), to: tip)
    return SceneShape(
      finePath: .ellipse(
        x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius),
      paint: pen)
  }

  /// The line in the direction in which the pen runs.
  private var asDrawn: SceneLine {
    guard isDrawnBackwards else { return self }
    var line = self
    line.points.reverse()
    (line.startHead, line.endHead) = (endHead, startHead)
    return line
  }
}

extension SceneShape {
  /// A path whose coordinates count in ``finesse``ths of a unit.
  fileprivate init(finePath: [PathCommand], paint: Paint) {
    self.init(path: finePath, paint: paint)
    isFine = true
  }
}

extension [PathCommand] {
  /// The same path, so many times as large.
  fileprivate func scaled(by factor: Int) -> [PathCommand] {
    map { $0.with { Point(x: factor * $0.x, y: factor * $0.y) } }
  }
}

extension Vector {
  /// A step of a fine path after the x axis was turned into this direction and (0, 0) to a tip.
  fileprivate func turned(_ command: PathCommand, to tip: Point) -> PathCommand {
    command.with { turned($0, to: tip) }
  }

  fileprivate func turned(_ point: Point, to tip: Point) -> Point {
    let (x, y) = (Double(point.x), Double(point.y))
    return Point(
      x: SceneShape.finesse * tip.x + nearest(x * unit.x - y * unit.y),
      y: SceneShape.finesse * tip.y + nearest(x * unit.y + y * unit.x))
  }
}
