import DiagramModel

/// What draw.io must be told for a line to run through exactly its points.
struct DrawioRoute {
  private let line: SceneLine

  init(_ line: SceneLine) { self.line = line }

  /// Whether every piece runs along an axis.
  private var isOrthogonal: Bool {
    zip(line.points, line.points.dropFirst()).allSatisfy { $0.x == $1.x || $0.y == $1.y }
  }

  /// Along the axes draw.io re-routes when a person moves a box; else it only joins the points.
  var edgeStyle: String { isOrthogonal && !line.isCurved ? "orthogonalEdgeStyle" : "none" }

  /// The points between both ends.
  var waypoints: [Point] { Array(line.points.dropFirst().dropLast()) }
}
