import DiagramCheck
import DiagramGraph
import DiagramModel
import Testing

/// Containers that hold the same are to be drawn equally.
@Suite struct LookAlikesTests {
  /// Two containers with two boxes each at these places, and an edge inside each of them.
  private func unlike(_ places: [[Point]], edges: [(Int, Int)] = [(1, 2), (4, 5)]) -> Int {
    var nodes: [LayoutNode] = []
    var frames: [Rect] = []
    for (index, points) in places.enumerated() {
      nodes.append(LayoutNode(parent: nil, minimumSize: .zero))
      let corner = Point(x: index * 300, y: 40 * index)
      frames.append(Rect(origin: corner, size: Size(width: 200, height: 200)))
      for point in points {
        nodes.append(LayoutNode(parent: 3 * index, minimumSize: Size(width: 40, height: 40)))
        frames.append(
          Rect(
            origin: corner.offset(x: point.x, y: point.y), size: Size(width: 40, height: 40)))
      }
    }
    let graph = LayoutGraph(
      nodes: nodes, edges: edges.map { LayoutEdge(source: $0.0, target: $0.1) })
    let layout = Layout(frames: frames, routes: edges.map { _ in Route(points: []) })
    return LookAlikes(layout, of: graph).unlike
  }

  private let row = [Point(x: 20, y: 20), Point(x: 100, y: 20)]
  private let column = [Point(x: 20, y: 20), Point(x: 20, y: 100)]

  @Test func whatHoldsTheSameIsDrawnAlikeAtAnyPlace() {
    #expect(unlike([row, row]) == 0)
    #expect(unlike([row, column]) == 4)
  }

  @Test func otherContentOrOtherEdgesAreNothingAlike() {
    #expect(unlike([row, column], edges: [(1, 2), (5, 4)]) == 0)
    #expect(unlike([row, [Point(x: 20, y: 20)]], edges: [(1, 2)]) == 0)
  }
}
