extension Modifiable where ChangedItem: Styleable {
  fileprivate func styled(_ change: (inout Style) -> Void) -> ChangedCopy {
    changing { change(&$0.attributes.style) }
  }

  /// A copy in an accent colour, or in none if `nil`.
  ///
  /// On an arrangement it is for the boxes in it that set no colour of their own. What has an accent
  /// stands out of a muted container, with all that is in it.
  public func accent(_ accent: Accent? = .primary) -> ChangedCopy {
    styled { $0.accent = accent }
  }

  /// A copy that steps back, with everything that lies in it.
  ///
  /// What sets an accent or emphasis itself keeps it: `Node("Worker") { kubelet.accent(); proxy }.muted()`
  /// highlights the kubelet, and `.muted(false)` stays as it is in whatever container. Arrows do not
  /// lie in containers. An accent of the same element is stronger than its `muted()`.
  public func muted(_ isMuted: Bool = true) -> ChangedCopy {
    styled { style in
      if isMuted {
        style.emphasis = .muted
      } else if style.emphasis != .strong {
        style.emphasis = .normal
      }
    }
  }

  /// A copy in the colour of what a step of a series adds.
  public func new(_ isNew: Bool = true) -> ChangedCopy {
    styled { style in
      if isNew { style.accent = .new } else if style.accent == .new { style.accent = nil }
    }
  }

  /// A copy with bold text.
  public func bold(_ isBold: Bool = true) -> ChangedCopy { styled { $0.isBold = isBold } }

  /// A copy with text of a fixed pitch that keeps its spaces, for code.
  public func monospaced(_ isMonospaced: Bool = true) -> ChangedCopy {
    styled { $0.isMonospaced = isMonospaced }
  }

  /// A copy whose lines of text lie to the left, in the middle or to the right; as usual if `nil`.
  public func textAlignment(_ alignment: TextAlignment?) -> ChangedCopy {
    styled { $0.textAlignment = alignment }
  }
}

extension Modifiable where ChangedItem: Stroked {
  /// A copy with a heavier line.
  public func strong(_ isStrong: Bool = true) -> ChangedCopy {
    styled { style in
      if isStrong {
        style.emphasis = .strong
      } else if style.emphasis == .strong {
        style.emphasis = nil
      }
    }
  }

  /// A copy with a dashed line: something logical, optional or planned.
  public func dashed(_ isDashed: Bool = true) -> ChangedCopy { pattern(.dashed, isDashed) }

  /// A copy with a dotted line.
  public func dotted(_ isDotted: Bool = true) -> ChangedCopy { pattern(.dotted, isDotted) }

  private func pattern(_ pattern: LinePattern, _ isSet: Bool) -> ChangedCopy {
    styled { style in
      if isSet {
        style.pattern = pattern
      } else if style.pattern == nil || style.pattern == pattern {
        style.pattern = .solid
      }
    }
  }
}

extension Modifiable where ChangedItem: Filled {
  /// A copy with a ring around it.
  public func highlight(_ isHighlighted: Bool = true) -> ChangedCopy {
    styled { $0.isHighlighted = isHighlighted }
  }

  /// A copy that stands for several: two more lie behind it.
  public func stacked(_ isStacked: Bool = true) -> ChangedCopy {
    styled { $0.isStacked = isStacked }
  }

  /// A copy with two lines across it: something that is gone or wrong.
  public func crossedOut(_ isCrossedOut: Bool = true) -> ChangedCopy {
    styled { $0.isCrossedOut = isCrossedOut }
  }

  /// A copy without a fill.
  public func outlined(_ isOutlined: Bool = true) -> ChangedCopy {
    styled { $0.isFilled = !isOutlined }
  }
}

extension Modifiable where ChangedItem: Labelled {
  /// A copy that shows another text, an arrow beside it; its identity stays.
  ///
  /// `nil` takes the text off: a box shows its title again, an arrow nothing.
  public func label(_ text: String?) -> ChangedCopy { changing { $0.attributes.label = text } }
}

extension Modifiable where ChangedItem: Placeable {
  /// A copy this many units wide, from 1 to 20,000; a box is never smaller than its text, which is told.
  public func width(_ width: Int?) -> ChangedCopy { changing { $0.attributes.width = width } }

  /// A copy this many units high, from 1 to 20,000; a box is never smaller than its text, which is told.
  public func height(_ height: Int?) -> ChangedCopy { changing { $0.attributes.height = height } }

  /// A copy that lies like this across its row or column, or in its cell, instead of as the
  /// arrangement around it says; without either it is stretched, but for what would be a slab.
  /// `.align(.stretch)` stretches that too.
  ///
  /// It is its own place, of an arrangement too: `Row(align: .center) { … }` aligns what is in the row.
  public func align(_ alignment: Alignment?) -> ChangedCopy {
    changing { $0.attributes.alignment = alignment }
  }
}

extension SingleItem {
  /// A copy with an identity of its own, where two titles are equal or a title changes, or where some
  /// pictures leave out the first of several arrows between the same boxes, which are else told
  /// apart by their number. `nil` leaves the identity as it is.
  ///
  /// Letters, digits, `-`, `_` and `.`; anything else is a mistake. Neither a box of the same container
  /// nor an arrow has the same.
  public func id(_ id: String?) -> Self {
    changing { if let id { $0.attributes.id = id } }
  }
}

extension Placeable {
  /// A copy whose top left corner lies exactly here, in units from that of the room inside its
  /// container, each from 0 to 20,000; the others of the container are arranged around it.
  ///
  /// The last resort where intent does not say enough. Not for what stands in a `Row`, `Column`,
  /// `Grid`, `Ring` or `Tree`.
  public func at(
    x: Int, y: Int, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) -> Self {
    changing {
      $0.attributes.pin = Point(x: x, y: y)
      $0.attributes.pinOrigin = Origin(file: file, line: line, column: column)
    }
  }
}

extension Modifiable where ChangedItem: Shaped {
  /// The same box or container in another shape.
  public func shape(_ shape: ShapeName) -> ChangedCopy { changing { $0.attributes.shape = shape } }
}

extension Modifiable where ChangedItem == Node {
  /// The container without what lies in it; its place and size stay those of the full one.
  ///
  /// Arrows to what it hides end at the container, several of one direction as one.
  public func collapsed(_ isCollapsed: Bool = true) -> ChangedCopy {
    changing { node in
      guard isCollapsed else { return }
      node.hidden += node.children
      node.children = []
    }
  }

  /// Where the title stands: at the top, at the bottom, or, in an empty container, in the middle; as
  /// usual if `nil`: at the top, or in the middle of an empty one.
  public func title(_ position: TitlePosition?) -> ChangedCopy {
    changing { $0.attributes.titlePosition = position }
  }
}
