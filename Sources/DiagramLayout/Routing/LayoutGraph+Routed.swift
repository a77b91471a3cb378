package import DiagramModel

extension LayoutGraph {
  /// Finds a way for every edge around finished boxes, and a place for every label.
  ///
  /// Ways run along the axes from outline to outline; they are straight where the ends face each
  /// other, else have as few bends as possible, then crossings, then length. Edges that are never
  /// seen together do not influence each other.
  ///
  /// - Parameters:
  ///   - frames: one a node, absolute; children may stick out of their parents, boxes may overlap,
  ///     but then so may ways.
  ///   - spacing: the distances to keep where there is room for them.
  /// - Returns: one route an edge, in the order of the edges.
  /// - Complexity: about O(*n* × √*n*) in nodes and edges for drawings without very long edges.
  package func routed(over frames: [Rect], spacing: RoutingSpacing = RoutingSpacing()) -> [Route] {
    precondition(frames.count == nodes.count, "one frame a node")
    let obstacles = Obstacles(self, frames: frames)
    let straight = straightWires(self, obstacles, spacing)
    let searched = searchedWires(self, obstacles, straight: straight, spacing)
    let wires = searched.compactMap(\.self)
    let nudged = Nudging(wires, self, obstacles, spacing).nudged(wires)
    var routes = slantedRoutes(self, obstacles)
    for wire in nudged {
      routes[wire.edge] = Route(
        points: wire.points.withoutStraightCorners, isCurved: edges[wire.edge].routing == .curved)
    }
    for (edge, route) in selfLoops(self, obstacles, around: routes, spacing) {
      routes[edge] = route
    }
    let labels = labelPlaces(self, obstacles, routes, spacing)
    for (edge, label) in labels.enumerated() { routes[edge].label = label }
    return routes
  }
}

extension [Point] {
  /// The same way without points in the middle of straight pieces.
  fileprivate var withoutStraightCorners: [Point] {
    var corners: [Point] = []
    for point in self where corners.last != point {
      if let last = corners.last, let previous = corners.dropLast().last,
        (previous.x == last.x && last.x == point.x) || (previous.y == last.y && last.y == point.y)
      {
        corners.removeLast()
      }
      corners.append(point)
    }
    return corners
  }
}
