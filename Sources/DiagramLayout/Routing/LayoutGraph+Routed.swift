package import DiagramModel

extension LayoutGraph {
  /// Finds a way for every edge around finished boxes, and a place for every label.
  ///
  /// Ways run along the axes from outline to outline; they are straight where the ends face each
  /// other, else have as few bends as possible, then crossings, then length. Edges that are never
  /// seen together do not influence each other. Edges of one trunk leave their common node at one
  /// place and share a line until they branch off. Straight edges are slanted lines with as few bends
  /// as the boxes allow; the points of curved ones are the control points of quadratic pieces.
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
    let trunks = Trunks(self, obstacles)
    let straight = straightWires(self, obstacles, trunks, spacing)
    let searched = searchedWires(self, obstacles, trunks, straight: straight, spacing)
    let wires = searched.compactMap(\.self)
    let plain = drawn(wires, obstacles, trunks, labelled: [], spacing)
    let crowded = edges.indices.filter { plain.labels[$0].map { !$0.isClear } ?? false }
    guard !crowded.isEmpty else { return plain.labelledRoutes }
    // Some labels found no place: make room for them beside their ways and look again.
    let roomy = drawn(wires, obstacles, trunks, labelled: Set(crowded), spacing)
    return roomy.clearLabels > plain.clearLabels ? roomy.labelledRoutes : plain.labelledRoutes
  }

  /// Routes together with the places of their labels.
  private struct Drawing {
    let routes: [Route]
    let labels: [LabelPlace?]

    var clearLabels: Int { labels.count { $0?.isClear ?? false } }

    var labelledRoutes: [Route] {
      zip(routes, labels).map { route, label in
        Route(points: route.points, isCurved: route.isCurved, label: label?.rect)
      }
    }
  }

  private func drawn(
    _ wires: [Wire], _ obstacles: Obstacles, _ trunks: Trunks, labelled: Set<Int>,
    _ spacing: RoutingSpacing
  ) -> Drawing {
    let nudging = Nudging(wires, self, obstacles, trunks, labelled: labelled, spacing)
    var routes = slantedRoutes(self, obstacles, spacing)
    for wire in nudging.nudged(wires) {
      routes[wire.edge] = Route(points: wire.points.withoutStraightCorners)
    }
    for (edge, route) in selfLoops(self, obstacles, around: routes, spacing) {
      routes[edge] = route
    }
    let curves = CurvedRoutes(obstacles: obstacles)
    for edge in edges.indices where edges[edge].routing == .curved {
      routes[edge] = Route(
        points: curves.curve(along: routes[edge].points, of: edges[edge]), isCurved: true)
    }
    return Drawing(routes: routes, labels: labelPlaces(self, obstacles, trunks, routes, spacing))
  }
}

extension [Point] {
  /// The same way without points in the middle of straight pieces.
  var withoutStraightCorners: [Point] {
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
