/// How a line is drawn between its heads.
struct LinePath {
  private let line: SceneLine

  init(_ line: SceneLine) {
    precondition(line.points.count >= 2, "the line '\(line.id)' has no two points")
    self.line = line
  }

  /// The line, shortened so that it ends inside its heads.
  var commands: [PathCommand] {
    let points = shortened
    return line.isCurved ? curve(through: points) : rounded(points)
  }

  private var shortened: [Point] {
    var points = line.points
    let last = points.count - 1
    if let marker = ArrowMarker(line.startHead, strokeWidth: line.paint.strokeWidth) {
      points[0] = Vector(from: line.points[1], to: line.points[0]).place(inside: marker)
    }
    if let marker = ArrowMarker(line.endHead, strokeWidth: line.paint.strokeWidth) {
      points[last] = Vector(from: line.points[last - 1], to: line.points[last])
        .place(inside: marker)
    }
    return points
  }

  /// Straight pieces with rounded bends: on both sides of a bend the radius ends at the latest in
  /// the middle of what is left of the piece, as in draw.io (`mxShape.addPoints`).
  private func rounded(_ points: [Point]) -> [PathCommand] {
    var commands = [PathCommand.move(points[0])]
    var pen = points[0]
    for (bend, next) in zip(points.dropFirst(), points.dropFirst(2)) {
      guard line.radius > 0, bend != pen, bend != next else {
        commands.append(.line(bend))
        pen = bend
        continue
      }
      let before = Vector(from: pen, to: bend).back(atMost: line.radius)
      let after = Vector(from: next, to: bend).back(atMost: line.radius)
      commands += [.line(before), .quadratic(control: bend, to: after)]
      pen = after
    }
    commands.append(.line(points[points.count - 1]))
    return commands
  }

  /// A chain of quadratic curves that meet in the middles between two bends.
  private func curve(through points: [Point]) -> [PathCommand] {
    guard points.count > 2 else { return [.move(points[0]), .line(points[1])] }
    let bends = points[1..<(points.count - 1)]
    let middles = zip(bends, bends.dropFirst()).map { first, second in
      Point(x: (first.x + second.x) / 2, y: (first.y + second.y) / 2)
    }
    let ends = middles + [points[points.count - 1]]
    return [.move(points[0])]
      + zip(bends, ends).map { .quadratic(control: $0, to: $1) }
  }
}

/// The way from one point to another, which may have any slope.
struct Vector {
  private let from: Point
  private let to: Point
  private let distance: Double
  /// The parts along both axes of a step of length 1.
  let unit: (x: Double, y: Double)

  init(from: Point, to: Point) {
    self.from = from
    self.to = to
    let (width, height) = (Double(to.x - from.x), Double(to.y - from.y))
    distance = (width * width + height * height).squareRoot()
    unit = distance > 0 ? (width / distance, height / distance) : (1, 0)
  }

  /// Whether it runs along an axis, so that whole steps lead to whole points.
  var isAxisParallel: Bool { from.x == to.x || from.y == to.y }

  /// The point `length` before the end, but at most half of the way.
  func back(atMost length: Int) -> Point { back(min(Double(length), distance / 2)) }

  private func back(_ length: Double) -> Point {
    Point(
      x: to.x - nearest(unit.x * length), y: to.y - nearest(unit.y * length))
  }

  /// The whole point inside the far half of a head that lies closest to the way; never before its
  /// start.
  func place(inside marker: ArrowMarker) -> Point {
    let cut = min(Double(marker.cut), distance)
    guard !isAxisParallel else { return back(cut) }
    let candidates = stride(from: marker.cut, through: marker.length / 2, by: -1)
      .map { back(min(Double($0), distance)) }
    return candidates.min { deviation(of: $0) < deviation(of: $1) } ?? back(cut)
  }

  /// How far a point lies beside the way.
  private func deviation(of point: Point) -> Double {
    abs(Double(point.x - to.x) * unit.y - Double(point.y - to.y) * unit.x)
  }
}
