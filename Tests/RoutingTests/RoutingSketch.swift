import DiagramGraph
import DiagramModel

@testable import Routing

/// A graph together with the places of its boxes, written down quickly.
struct RoutingSketch {
  var nodes: [LayoutNode] = []
  var frames: [Rect] = []
  var edges: [LayoutEdge] = []

  /// Adds a box and says its index.
  @discardableResult
  mutating func box(
    _ x: Int, _ y: Int, _ width: Int = 120, _ height: Int = 60, in parent: Int? = nil,
    title: Int = 0, isOutlined: Bool = true, pictures: PictureSet = .all
  ) -> Int {
    nodes.append(
      LayoutNode(
        parent: parent, minimumSize: Size(width: width, height: height),
        padding: Insets(top: title, left: 0, bottom: 0, right: 0), isOutlined: isOutlined))
    nodes[nodes.count - 1].pictures = pictures
    frames.append(Rect(x: x, y: y, width: width, height: height))
    return nodes.count - 1
  }

  mutating func edge(
    _ source: Int, _ target: Int, label: Size? = nil, _ routing: ArrowRouting = .orthogonal,
    from: Side? = nil, to: Side? = nil, pictures: PictureSet = .all, trunk: Int? = nil
  ) {
    edges.append(
      LayoutEdge(
        source: source, target: target, labelSize: label, routing: routing, sourceSide: from,
        targetSide: to, pictures: pictures, trunk: trunk))
  }

  var graph: LayoutGraph { LayoutGraph(nodes: nodes, edges: edges) }

  func routed() -> [Route] { graph.routed(over: frames) }
}

/// A rule that a drawing of ways breaks.
enum Violation: Hashable, Comparable {
  case detached(edge: Int)
  case slanted(edge: Int)
  case throughBox(edge: Int, node: Int)
  case near(Int, Int)
  case labelMissing(edge: Int)
  case labelOnBox(edge: Int, node: Int)
  case labelOnLine(edge: Int, of: Int)
  case labelOnLabel(Int, Int)
}

extension RoutingSketch {
  func isAncestor(_ ancestor: Int, of node: Int) -> Bool {
    guard let parent = nodes[node].parent else { return false }
    return parent == ancestor || isAncestor(ancestor, of: parent)
  }

  /// Every rule that the routes break, found by looking at everything.
  func violations(_ routes: [Route]) -> [Violation] {
    edges.indices.flatMap { edge in
      endViolations(edge, routes[edge]) + boxViolations(edge, routes[edge])
        + nearViolations(edge, routes) + labelViolations(edge, routes)
    }
  }

  private func endViolations(_ edge: Int, _ route: Route) -> [Violation] {
    guard let first = route.points.first, let last = route.points.last, first != last else {
      return [.detached(edge: edge)]
    }
    let isAttached =
      frames[edges[edge].source].hasOnOutline(first)
      && frames[edges[edge].target].hasOnOutline(last)
    let isSlanted = route.pieces.contains { $0.size.width > 0 && $0.size.height > 0 }
    return (isAttached ? [] : [.detached(edge: edge)])
      + (isSlanted && edges[edge].routing != .straight ? [.slanted(edge: edge)] : [])
  }

  private func boxViolations(_ edge: Int, _ route: Route) -> [Violation] {
    guard edges[edge].routing != .straight else { return [] }
    return nodes.indices.filter { node in
      nodes[node].isOutlined && nodes[node].pictures.intersects(edges[edge].pictures)
        && !isAncestor(node, of: edges[edge].source)
        && !isAncestor(node, of: edges[edge].target)
        && route.pieces.contains { $0.touches(frames[node].insetBy(1)) }
    }.map { .throughBox(edge: edge, node: $0) }
  }

  /// Ways that run side by side at less than six units; also those with a common end.
  private func nearViolations(_ edge: Int, _ routes: [Route]) -> [Violation] {
    routes.indices.filter { other in
      other > edge && edges[other].pictures.intersects(edges[edge].pictures)
        && routes[edge].pieces.contains { piece in
          routes[other].pieces.contains { $0.runsBeside(piece, within: 5) }
        }
    }.map { .near(edge, $0) }
  }

  private func labelViolations(_ edge: Int, _ routes: [Route]) -> [Violation] {
    guard edges[edge].labelSize != nil else { return [] }
    guard let label = routes[edge].label, label.size == edges[edge].labelSize else {
      return [.labelMissing(edge: edge)]
    }
    let boxes = nodes.indices.filter { node in
      let isLeaf = !nodes.contains { $0.parent == node }
      return nodes[node].isOutlined && nodes[node].pictures.intersects(edges[edge].pictures)
        && frames[node].touches(label)
        && (isLeaf || !frames[node].contains(label))
    }
    let seen = edges.indices.filter { edges[$0].pictures.intersects(edges[edge].pictures) }
    let lines = seen.filter { other in routes[other].pieces.contains { $0.touches(label) } }
    let labels = seen.filter { other in
      other > edge && routes[other].label.map { $0.intersects(label) } ?? false
    }
    return boxes.map { .labelOnBox(edge: edge, node: $0) }
      + lines.map { .labelOnLine(edge: edge, of: $0) }
      + labels.map { .labelOnLabel(edge, $0) }
  }
}

extension Route {
  var bends: Int { max(0, points.count - 2) }
  var length: Int { pieces.reduce(0) { $0 + $1.size.width + $1.size.height } }
}

extension Rect {
  func hasOnOutline(_ point: Point) -> Bool {
    contains(point) && (point.x == minX || point.x == maxX || point.y == minY || point.y == maxY)
  }

  func touches(_ other: Rect) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }

  /// Whether two pieces run along each other for a while.
  func runsBeside(_ other: Rect, within distance: Int) -> Bool {
    let isFlat = size.height == 0 && other.size.height == 0 && abs(minY - other.minY) <= distance
    let isSteep = size.width == 0 && other.size.width == 0 && abs(minX - other.minX) <= distance
    return (isFlat && min(maxX, other.maxX) > max(minX, other.minX))
      || (isSteep && min(maxY, other.maxY) > max(minY, other.minY))
  }
}
