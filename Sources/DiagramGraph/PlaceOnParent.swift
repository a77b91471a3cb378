package import DiagramModel

/// Where a node lies on its parent.
package struct PlaceOnParent: Hashable, Sendable {
  /// The place of its middle in shares of the parent's width and height, which may lie outside; along an axis
  /// without one it is as long as its parent.
  package var x: Double?
  package var y: Double?

  /// How much of the parent's width it takes, if it is not as wide as it wants to be.
  package var width: Double?
  /// The node whose height it takes, wherever its parent lies in it, and by how much it is longer downwards.
  package var across: Int?
  package var beyond = 0

  package init(x: Double?, y: Double?) { (self.x, self.y) = (x, y) }

  /// The share along an axis.
  package subscript(axis: Axis) -> Double? { axis == .horizontal ? x : y }

  /// The shares that can be drawn: on the parent, or so close that it still belongs there.
  package static let shares = -0.5...1.5

  /// Between something that takes a part of the parent's width and the ends of this part.
  package static let gapBesides = 3

  /// The frame of a node of a size on a parent with a frame.
  package func frame(of size: Size, on parent: Rect) -> Rect {
    var frame = Rect(origin: parent.origin, size: size)
    for axis in Axis.allCases {
      guard let share = self[axis] else {
        frame.size[axis] = parent.size[axis]
        continue
      }
      let middle = nearest(share * Double(parent.size[axis]))
      frame.origin[axis] += middle - size[axis] / 2
    }
    if let x, let width {
      let (length, gap) = (Double(parent.size.width), Self.gapBesides)
      let (low, high) = (nearest((x - width / 2) * length), nearest((x + width / 2) * length))
      frame.origin.x = parent.minX + low + gap
      frame.size.width = max(high - low - 2 * gap, 1)
    }
    return frame
  }
}

extension LayoutGraph {
  /// The nodes that lie on others, in order: what lies on something stands behind it.
  package var laidNodes: [Int] { nodes.indices.filter { nodes[$0].on != nil } }

  /// Whether one of two nodes covers the other because its author laid it there: it lies on a node that the
  /// other is, or lies in.
  package func isLaid(_ node: Int, over other: Int) -> Bool {
    let around = sequence(first: other) { nodes[$0].parent }
    return sequence(first: node) { nodes[$0].parent }.contains { laid in
      guard nodes[laid].on != nil, let under = nodes[laid].parent else { return false }
      // Of two that lie on one node, neither covers the other on purpose.
      let way = around.prefix { $0 != under }
      return around.contains(under)
        && !way.contains { nodes[$0].on != nil && nodes[$0].parent == under }
    }
  }
}
