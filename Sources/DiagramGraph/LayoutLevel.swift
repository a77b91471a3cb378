package import DiagramModel

/// Two boxes of different rows, columns or containers that lie in line with each other: their middles along
/// an axis are one, as far as that of a leaf in a row or column can be.
package struct LayoutLevel: Hashable, Sendable {
  package let axis: Axis
  package let first: Int
  package let second: Int

  package init(_ axis: Axis, _ first: Int, _ second: Int) {
    self.axis = axis
    self.first = first
    self.second = second
  }
}
