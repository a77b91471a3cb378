import DiagramAlgorithms
package import DiagramModel

/// Something in a drawing that touches what it should not, or is missing.
package struct Finding: Hashable, Sendable {
  package enum Rule: Hashable, Sendable, CaseIterable {
    /// A way runs through a box that is neither an end of it nor around one.
    case wayThroughBox
    /// A way runs beside another as if they were one, though they have no end in common.
    case wayAlongWay
    /// Two boxes overlap of which none is around the other.
    case boxOnBox
    /// A text lies on a box that holds no others.
    case textOnBox
    /// A text lies on the outline of a container.
    case textOnOutline
    /// A text lies on the title of a container.
    case textOnTitle
    case textOnText
    /// A text lies on a way, be it its own.
    case textOnWay
    /// A text has no place.
    case textMissing
    /// A way runs over what is written in a container besides its title, such as a line of code.
    case wayOnLine
    /// A way runs over the title of a container.
    case wayOnTitle
    /// What lies over the drawing covers a box, or an outline of one that holds others.
    case overlayOnBox
    case overlayOnText
    case overlayOnOverlay
    case overlayOnWay
  }

  /// What has a part in a finding.
  package enum Item: Hashable, Sendable {
    case edge(Int)
    case box(Int)
    /// Something that is said of boxes, by its number.
    case note(Int)

    /// Its place among the edges, among the nodes, or among what is said of them.
    var index: Int {
      switch self {
      case .edge(let index), .box(let index), .note(let index): index
      }
    }
  }

  package let rule: Rule
  /// What breaks the rule.
  package let item: Item
  /// What it touches; the item itself if it touches nothing else.
  package let other: Item
  /// What both have in common, or where they come close.
  package let place: Rect
  /// By how much one of both has to be moved, along an axis, until the rule holds.
  package let excess: Int
}

extension Finding {
  /// Two rectangles, of which one may be a line, that share a place inside.
  init(_ rule: Rule, _ item: Item, _ rect: Rect, on other: Item, _ covered: Rect) {
    self.init(
      rule: rule, item: item, other: other,
      place: Rect(
        rect[.horizontal].intersection(covered[.horizontal]),
        rect[.vertical].intersection(covered[.vertical]), along: .horizontal),
      excess: min(
        rect.maxX - covered.minX, covered.maxX - rect.minX, rect.maxY - covered.minY,
        covered.maxY - rect.minY))
  }

  /// The same, further right and down.
  package func moved(x: Int, y: Int) -> Finding {
    Finding(rule: rule, item: item, other: other, place: place.moved(x: x, y: y), excess: excess)
  }
}
