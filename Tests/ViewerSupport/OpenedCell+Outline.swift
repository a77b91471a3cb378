import DiagramModel

extension OpenedCell {
  /// What draw.io draws that is not in these shapes, and the other way round; empty if all of both lies
  /// on the other, within a unit.
  func differences(from shapes: [SceneShape]) -> [String] {
    let drawn = (outline ?? []).map { line in line.map { ExactPoint(x: $0.x, y: $0.y) } }
    let expected = shapes.flatMap(\.polylines)
    let stray = drawn.firstPlace(besides: expected).map {
      "draw.io draws \(id) at (\($0.x), \($0.y)), the scene does not"
    }
    let missing = expected.firstPlace(besides: drawn).map {
      "the scene draws \(id) at (\($0.x), \($0.y)), draw.io does not"
    }
    return [stray, missing].compactMap(\.self)
  }
}

extension [[ExactPoint]] {
  /// The first place of these lines that lies more than a unit from all of the others.
  fileprivate func firstPlace(besides others: [[ExactPoint]]) -> ExactPoint? {
    let pieces = others.flatMap { line in zip(line, line.dropFirst()).map { [$0, $1] } }
    // Places follow each other along the lines: the next one lies on the same piece, or close by.
    var last = 0
    return lazy.flatMap { $0.places(every: 4) }.first { place in
      let order = pieces.indices.lazy.map { ($0 + last) % pieces.count }
      guard let hit = order.first(where: { pieces[$0].distance(to: place) <= 1 }) else {
        return true
      }
      last = hit
      return false
    }
  }
}
