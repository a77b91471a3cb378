import DiagramDSL
import DiagramGraph
import DiagramModel
import DiagramText

extension PlacedSeries {
  /// The way of an arrow in a picture: that of all pictures, up to what this one collapses.
  func route(of arrow: Int, in picture: Int) -> Route {
    let resolved = measured.resolved
    let (united, ends) = (resolved.arrows[arrow], resolved.ends(of: arrow, in: picture))
    var route = layout.routes[arrow]
    guard ends != (united.source, united.target), route.points.count > 1 else { return route }
    if ends.target != united.target {
      route.points = route.points.cut(at: layout.frames[ends.target])
    }
    if ends.source != united.source {
      route.points = Array(route.points.reversed().cut(at: layout.frames[ends.source]).reversed())
    }
    let hiding = [(ends.source, united.source), (ends.target, united.target)]
      .filter { $0.0 != $0.1 }.map { layout.frames[$0.0] }
    if let label = route.label, hiding.contains(where: { $0.intersects(label) }) {
      route.label = labelPlace(label.size, beside: route, of: arrow, in: picture)
    }
    return route
  }

  /// A place for the text of an arrow beside what is left of its way: in the middle of the longest piece
  /// where there is one that nothing else takes, else there on the line.
  private func labelPlace(_ size: Size, beside route: Route, of arrow: Int, in picture: Int) -> Rect
  {
    let items = measured.resolved.items
    let boxes = items.indices.filter { items[$0].variants[picture] != nil && !items[$0].id.isEmpty }
      .map { layout.frames[$0] }
    let lines = lines(besides: arrow) + route.pieces.map { $0.insetBy(-1) }
    let labels = layout.routes.indices.filter { $0 != arrow }.compactMap { layout.routes[$0].label }
    let pieces = route.pieces.enumerated().sorted { one, other in
      let lengths = [one.element, other.element].map { $0.size.width + $0.size.height }
      return lengths[0] == lengths[1] ? one.offset < other.offset : lengths[0] > lengths[1]
    }.map(\.element)
    let places = pieces.flatMap { piece in
      let middle = Rect(
        x: piece.midX - size.width / 2, y: piece.midY - size.height / 2, width: size.width,
        height: size.height)
      return piece.size.width >= piece.size.height
        ? [-1, 1].map { middle.moved(y: $0 * (size.height / 2 + 4)) }
        : [1, -1].map { middle.moved(x: $0 * (size.width / 2 + 4)) }
    }
    let canvas = Rect(origin: Point(x: 0, y: 0), size: self.canvas)
    let free = places.filter(canvas.contains).first { place in
      boxes.allSatisfy { !$0.intersects(place) || $0.contains(place) && !isLeaf($0, in: picture) }
        && !(lines + labels).contains { $0.intersects(place) }
    }
    let last = free ?? places.first ?? Rect(origin: canvas.origin, size: size)
    return last.moved(
      x: min(max(last.minX, 0), max(canvas.maxX - size.width, 0)) - last.minX,
      y: min(max(last.minY, 0), max(canvas.maxY - size.height, 0)) - last.minY)
  }

  /// The pieces of all arrows but one, a unit wide at least, so that they meet what lies on them.
  private func lines(besides index: Int) -> [Rect] {
    layout.routes.indices.filter { $0 != index }.flatMap { layout.routes[$0].pieces }
      .map { $0.insetBy(-1) }
  }

  /// Whether a frame is that of a box in which a picture shows nothing.
  private func isLeaf(_ frame: Rect, in picture: Int) -> Bool {
    let items = measured.resolved.items
    return items.indices.contains { item in
      layout.frames[item] == frame && items[item].variants[picture]?.isFilled == false
    }
  }
}

extension [Point] {
  /// The way up to where it enters a rectangle.
  fileprivate func cut(at frame: Rect) -> [Point] {
    for index in indices.dropLast() {
      guard let entry = frame.entry(from: self[index], to: self[index + 1]) else { continue }
      let before = self[...index]
      return before.last == entry ? Array(before) : before + [entry]
    }
    return self
  }
}

extension Rect {
  /// Where a line enters the inside; nil if it does not.
  ///
  /// > Source: Liang, Barsky: A new concept and method for line clipping, 1984.
  fileprivate func entry(from start: Point, to end: Point) -> Point? {
    var (first, last) = (0.0, 1.0)
    for axis in Axis.allCases {
      let (from, to) = (start[axis], end[axis])
      let (low, high) = (origin[axis], origin[axis] + size[axis])
      guard from != to else {
        if from <= low || from >= high { return nil }
        continue
      }
      let parts = [low, high].map { Double($0 - from) / Double(to - from) }.sorted()
      (first, last) = (max(first, parts[0]), min(last, parts[1]))
    }
    guard first < last else { return nil }
    func along(_ from: Int, _ to: Int) -> Int { from + nearest(Double(to - from) * first) }
    return Point(x: along(start.x, end.x), y: along(start.y, end.y))
  }
}
