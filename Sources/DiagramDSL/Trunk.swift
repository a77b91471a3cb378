/// Arrows that share a line, as the one who wrote it put them together.
package struct Trunk: Hashable, Sendable {
  /// The two ends of every arrow, in the written order.
  package let ends: [Ends]

  /// From where to where an arrow runs.
  package struct Ends: Hashable, Sendable {
    package let source: Reference
    package let target: Reference
  }
}

extension Trunk {
  /// The trunk of some arrows.
  package init(of arrows: [Arrow]) {
    self.init(ends: arrows.map { Ends(source: $0.source, target: $0.target) })
  }
}

extension Array where Element: ArrowContent {
  /// The same arrows on one shared line, from which they branch off one by one.
  ///
  /// All of them start at one box, as in `(a --> [b, c, d]).trunk()`, or all end at one, as in
  /// `([a, b, c] --> d).trunk()`. The line meets that box at one place: for boxes on both sides of it
  /// two trunks are better. A text lies beside the branch of its arrow.
  ///
  /// Heads and gaps at that box agree, and so do the sides that they are bound to; none of the arrows
  /// is straight, curved or a loop, and no two join the same boxes. Else it is a mistake. A trunk of one
  /// arrow is that arrow.
  public func trunk() -> [Element.ChangedCopy] {
    let trunk = Trunk(of: linkedArrows)
    return changing { $0.sharedTrunk = trunk }
  }
}
