/// An element that modifiers return changed copies of.
public protocol Modifiable {
  /// What the modifiers change in a copy.
  var attributes: Attributes { get set }
}

extension Modifiable {
  fileprivate func changing(_ change: (inout Attributes) -> Void) -> Self {
    var copy = self
    change(&copy.attributes)
    return copy
  }
}

/// An element that has an identity, a place and a size.
public protocol Placeable: Modifiable {}

extension Placeable {
  /// A copy with an identity of its own, where two titles are equal or a title changes.
  ///
  /// Letters, digits, `-`, `_` and `.`; anything else is a mistake.
  public func id(_ id: String) -> Self { changing { $0.id = id } }

  /// A copy at least this many units wide, from 1 to 20,000; a box is never smaller than its text.
  public func width(_ width: Int) -> Self { changing { $0.width = width } }

  /// A copy at least this many units high, from 1 to 20,000; a box is never smaller than its text.
  public func height(_ height: Int) -> Self { changing { $0.height = height } }

  /// A copy whose top left corner lies exactly here, in units from that of the room inside its
  /// container, each from 0 to 20,000; the others of the container are arranged around it.
  ///
  /// The last resort where intent does not say enough. Not for what stands in a `Row`, `Column`,
  /// `Grid`, `Ring` or `Tree`.
  public func at(
    x: Int, y: Int, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) -> Self {
    changing {
      $0.pin = Point(x: x, y: y)
      $0.pinOrigin = Origin(file: file, line: line, column: column)
    }
  }

  /// A copy that lies like this across its row or column, instead of being stretched.
  public func align(_ alignment: Alignment) -> Self { changing { $0.alignment = alignment } }
}

/// An element with a text and a style.
public protocol Styleable: Modifiable {}

extension Styleable {
  /// A copy that shows another text; its identity stays.
  public func label(_ text: String) -> Self { changing { $0.label = text } }

  /// A copy in an accent colour.
  public func accent(_ accent: Accent = .primary) -> Self { changing { $0.style.accent = accent } }

  /// A copy that steps back.
  public func muted() -> Self { changing { $0.style.emphasis = .muted } }

  /// A copy with a heavier line.
  public func strong() -> Self { changing { $0.style.emphasis = .strong } }

  /// A copy with a dashed line: something logical, optional or planned.
  public func dashed() -> Self { changing { $0.style.pattern = .dashed } }

  /// A copy with a dotted line.
  public func dotted() -> Self { changing { $0.style.pattern = .dotted } }

  /// A copy without a fill.
  public func outlined() -> Self { changing { $0.style.isFilled = false } }

  /// A copy with bold text.
  public func bold() -> Self { changing { $0.style.isBold = true } }

  /// A copy with text of a fixed pitch that keeps its spaces, for code.
  public func monospaced() -> Self { changing { $0.style.isMonospaced = true } }

  /// A copy whose lines of text lie to the left, in the middle or to the right.
  public func textAlignment(_ alignment: TextAlignment) -> Self {
    changing { $0.style.textAlignment = alignment }
  }
}
