package import DiagramModel

extension Direction {
  /// Whether a step goes with the flow.
  package func leads(from source: Point, to target: Point) -> Bool {
    switch self {
    case .down: target.y > source.y
    case .right: target.x > source.x
    case .up: target.y < source.y
    case .left: target.x < source.x
    }
  }
}
