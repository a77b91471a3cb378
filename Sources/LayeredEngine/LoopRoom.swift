import DiagramGraph
import DiagramModel

/// The room that edges from a box to itself take on its right.
struct LoopRoom {
  private let graph: LayoutGraph
  private let spacing: Spacing
  /// The edges at each node that has any, in the author's order.
  private var edges: [Int: [Int]] = [:]

  init(graph: LayoutGraph, edges: [Int], spacing: Spacing) {
    self.graph = graph
    self.spacing = spacing
    for edge in edges { self.edges[graph.edges[edge].source, default: []].append(edge) }
  }

  /// How far the edges reach out of a box, their texts included.
  func width(at node: Int) -> Int {
    guard let edges = edges[node] else { return 0 }
    return spacing.edgeToNode + edges.reduce(0) { $0 + textWidth(of: $1) }
  }

  /// What a box needs so that the text of each edge finds room at its side.
  func size(at node: Int) -> Size {
    guard let edges = edges[node] else { return .zero }
    let heights = edges.compactMap { graph.edges[$0].labelSize?.height }
    return Size(width: 0, height: edges.count * ((heights.max() ?? 0) + 2 * textDistance))
  }

  /// One way an edge: out of the right side, down, and back, each in a strip of its own; the texts
  /// lie beside their ways.
  func routes(around frames: [Int: Rect]) -> [(edge: Int, route: Route)] {
    edges.sorted { $0.key < $1.key }.flatMap { node, edges in
      frames[node].map { routes(of: edges, around: $0) } ?? []
    }
  }

  private func routes(of edges: [Int], around frame: Rect) -> [(edge: Int, route: Route)] {
    let strip = frame.size.height / edges.count
    var x = frame.maxX + spacing.edgeToNode
    return edges.enumerated().map { index, edge in
      let middle = frame.minY + index * strip + strip / 2
      var route = Route(points: [
        Point(x: frame.maxX, y: middle - strip / 4), Point(x: x, y: middle - strip / 4),
        Point(x: x, y: middle + strip / 4), Point(x: frame.maxX, y: middle + strip / 4),
      ])
      if let size = graph.edges[edge].labelSize {
        let corner = Point(x: x + textDistance, y: middle - size.height / 2)
        route.label = Rect(origin: corner, size: size)
      }
      x += textWidth(of: edge)
      return (edge, route)
    }
  }

  private var textDistance: Int { spacing.edges / 2 }

  private func textWidth(of edge: Int) -> Int {
    graph.edges[edge].labelSize.map { $0.width + 2 * textDistance } ?? 0
  }
}
