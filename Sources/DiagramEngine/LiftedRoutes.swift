import DiagramDSL
import DiagramGraph
import DiagramModel
import Routing

extension PlacedSeries {
  /// The ways of all arrows as a picture shows them: those of all pictures, up to what this one collapses.
  func routes(in picture: Int) -> [Route] {
    let arrows = measured.resolved.arrows
    var routes = layout.routes
    for arrow in arrows.indices where arrows[arrow].variants[picture] != nil {
      routes[arrow] = liftedRoute(of: arrow, in: picture)
    }
    let lost = routes.indices.filter {
      routes[$0].label == nil && layout.routes[$0].label != nil
    }
    guard !lost.isEmpty else { return routes }
    let labelled = labelled(routes, in: picture)
    for arrow in lost { routes[arrow] = labelled[arrow] ?? routes[arrow] }
    return routes
  }

  /// The way of an arrow up to what a picture collapses, without its text if that lies there.
  private func liftedRoute(of arrow: Int, in picture: Int) -> Route {
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
    if let label = route.label, hiding.contains(where: label.intersects) { route.label = nil }
    return route
  }

  /// Those of some ways that a picture shows, by their numbers, with places among what it shows for the texts
  /// that lie on what it collapses.
  private func labelled(_ routes: [Route], in picture: Int) -> [Int: Route] {
    let (resolved, whole) = (measured.resolved, measured.graph)
    let items = resolved.items.indices.filter { resolved.items[$0].variants[picture] != nil }
    let places = Dictionary(uniqueKeysWithValues: items.enumerated().map { ($1, $0 + 1) })
    let nodes = items.map { item in
      var node = whole.nodes[item + 1]
      node.parent = resolved.items.outer(of: item).flatMap { places[$0] } ?? 0
      return node
    }
    var (arrows, edges): ([Int], [LayoutEdge]) = ([], [])
    for arrow in resolved.arrows.indices where resolved.arrows[arrow].variants[picture] != nil {
      let ends = resolved.ends(of: arrow, in: picture)
      guard let source = places[ends.source], let target = places[ends.target] else { continue }
      var edge = whole.edges[arrow]
      (edge.source, edge.target) = (source, target)
      arrows.append(arrow)
      edges.append(edge)
    }
    let canvas = Rect(origin: Point(x: 0, y: 0), size: canvas)
    let labelled = LayoutGraph(nodes: [whole.nodes[0]] + nodes, edges: edges).labelled(
      arrows.map { routes[$0] }, over: [canvas] + items.map { layout.frames[$0] }, within: canvas)
    return Dictionary(uniqueKeysWithValues: zip(arrows, labelled))
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
