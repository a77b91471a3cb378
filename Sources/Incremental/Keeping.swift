import DiagramAlgorithms
package import DiagramGraph
package import DiagramModel

extension Sketch {
  /// What is left of the last drawing.
  ///
  /// A box keeps its place if it has one, its container has one around it, and it lies on nothing
  /// that was declared before it. A new container around boxes that keep their places is drawn
  /// around them where it touches nothing else. A way is kept that runs along the axes from box to
  /// box, as they were, and through no other; in a graph of more than ``mostEdgesLedTogether`` edges
  /// it may run through containers: leading it anew can fail, and then nothing would be kept.
  ///
  /// - Complexity: O(*nodes* × *edges*).
  package init(_ graph: LayoutGraph, keeping previous: PreviousDrawing) {
    self.graph = graph
    nesting = Nesting(graph)
    frames = previous.frames
    routes = previous.routes
    surroundKeptBoxes()
    dropMisplacedBoxes()
    for edge in graph.edges.indices where !keepsWay(edge) { routes[edge] = nil }
    for edge in graph.edges.indices {
      let label = keptLabel(of: edge)
      routes[edge]?.label = label
    }
  }

  private mutating func surroundKeptBoxes() {
    for node in graph.nodes.indices.reversed() where frames[node] == nil {
      let children = nesting.children(of: node)
      let inside = children.compactMap { frames[$0] }
      guard let first = inside.first, inside.count == children.count else { continue }
      let content = inside.reduce(first) { $0.union($1) }
      let padding = graph.nodes[node].padding
      var frame = Rect(
        minX: content.minX - padding.left, minY: content.minY - padding.top,
        maxX: content.maxX + padding.right, maxY: content.maxY + padding.bottom)
      frame.size = frame.size.union(graph.nodes[node].minimumSize)
      let isFree = graph.nodes.indices.allSatisfy { other in
        nesting.areRelated(node, other) || !(frames[other]?.intersects(frame) ?? false)
      }
      if isFree { frames[node] = frame }
    }
  }

  private mutating func dropMisplacedBoxes() {
    for node in graph.nodes.indices {
      guard let frame = frames[node] else { continue }
      let parent = graph.nodes[node].parent
      let isOutside = parent.map { !(frames[$0]?.contains(frame.center) ?? false) } ?? false
      let isCovered = nesting.children(of: parent).contains { sibling in
        sibling < node && (frames[sibling]?.intersects(frame) ?? false)
      }
      let isEmpty = Axis.allCases.contains {
        frame.size[$0] == 0 && graph.nodes[node].minimumSize[$0] > 0
      }
      if isOutside || isCovered || isEmpty { frames[node] = nil }
    }
    // A container of which nothing is left is drawn anew, and so is what is in it.
    for node in graph.nodes.indices.reversed() where !nesting.isLeaf(node) {
      if nesting.children(of: node).allSatisfy({ frames[$0] == nil }) { frames[node] = nil }
    }
    for (node, value) in graph.nodes.enumerated() {
      if let parent = value.parent, frames[parent] == nil { frames[node] = nil }
    }
  }

  private func keepsWay(_ edge: Int) -> Bool {
    let ends = graph.edges[edge]
    guard let route = routes[edge], !route.isCurved, (2...mostPoints).contains(route.points.count),
      route.points.allSatisfy({ Rect(origin: $0, size: .zero).isWithinReach }),
      let source = frames[ends.source], let target = frames[ends.target],
      source.hasOnOutline(route.points[0]),
      target.hasOnOutline(route.points[route.points.count - 1]),
      zip(route.points, route.points.dropFirst()).allSatisfy({ $0.x == $1.x || $0.y == $1.y })
    else { return false }
    let pieces = route.pieces
    let bounds = pieces.bounds ?? .zero
    let mayCrossContainers = graph.edges.count > mostEdgesLedTogether
    return graph.nodes.indices.allSatisfy { node in
      guard let frame = frames[node], frame.touches(bounds), graph.nodes[node].isOutlined,
        !mayCrossContainers || nesting.isLeaf(node), !nesting.isAncestor(node, of: ends.source),
        !nesting.isAncestor(node, of: ends.target)
      else { return true }
      let inside = frame.insetBy(1)
      return !pieces.contains { $0.touches(inside) }
    }
  }
}

extension Sketch {
  /// Where the label of an edge remains: close to its way, and on no box; nil if it is too small now.
  private func keptLabel(of edge: Int) -> Rect? {
    guard let route = routes[edge], let label = route.label,
      let size = graph.edges[edge].labelSize, label.size.union(size) == label.size,
      let line = route.pieces.min(by: { $0.distance(to: label) < $1.distance(to: label) }),
      line.distance(to: label) <= farthestLabel
    else { return nil }
    let isFree = graph.nodes.indices.allSatisfy { node in
      !nesting.isLeaf(node) || !(frames[node]?.intersects(label) ?? false)
    }
    return isFree ? label.shrunk(to: size, toward: line) : nil
  }
}

/// How far a label may have been put from its way to be kept there.
private let farthestLabel = 60

/// Ways of more points are led anew; what is searched grows with them.
private let mostPoints = 200

/// Drawings that reach further are not taken up again; what is searched grows with them.
private let largestCoordinate = 1_000_000

extension Rect {
  /// Whether no coordinate is so large that a drawing with it is not taken up again.
  package var isWithinReach: Bool {
    max(abs(minX), abs(minY), size.width, size.height) <= largestCoordinate
  }

  fileprivate func hasOnOutline(_ point: Point) -> Bool {
    contains(point) && (point.x == minX || point.x == maxX || point.y == minY || point.y == maxY)
  }

  /// A part of it of a smaller size: what is closest to `line`, around the middle of what `line` meets.
  fileprivate func shrunk(to size: Size, toward line: Rect) -> Rect {
    var part = Rect(origin: origin, size: size)
    for axis in Axis.allCases {
      let (span, excess) = (self[axis], self.size[axis] - size[axis])
      part.origin[axis] +=
        line[axis].high < span.low ? 0 : line[axis].low > span.high ? excess : excess / 2
    }
    return part
  }

}
