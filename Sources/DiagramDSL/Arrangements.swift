/// The content of a row, a tree or another arrangement, whichever it is.
public struct Group: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case row, column
    case grid(columns: Int)
    case ring
    case layered(Direction)
    case tree(Direction)
    case packed
    case force
    case lanes
    /// Lanes over columns of time with these titles.
    case timeline([String])
    /// Boxes of which a picture shows one at most, with the name of their place.
    case shared(String)
    /// Participants that send each other messages.
    case sequence
  }

  package let kind: Kind
  package var children: [Element]
  package var spacing: Int?
  package var attributes: Attributes
  /// What is said, in a sequence.
  package var script: SequenceScript?

  package init(
    _ kind: Kind, align: Alignment? = nil, spacing: Int?, origin: Origin, children: [Element]
  ) {
    self.kind = kind
    self.spacing = spacing
    self.children = children
    attributes = Attributes(shape: .none, origin: origin)
    attributes.childAlignment = align
  }
}

/// An invisible arrangement of content: `Row`, `Layered` and the others.
///
/// Its `spacing` is a number of units from 0 to 20,000, in which all lengths and texts are measured;
/// without one the gaps are chosen, larger where arrows and their texts need room.
///
/// It has no look of its own: style modifiers change the boxes that stand in it, apart from what
/// those set themselves. `width`, `height`, `align`, `at` and `id` are its own.
public protocol Arranging: Content, Placeable, Filled, Container, Hashable, Sendable {
  /// What is arranged, and how.
  var group: Group { get set }
}

extension Arranging {
  /// The arrangement itself.
  public var content: [Element] { [Element(.group(group))] }

  /// What the modifiers change in a copy.
  public var attributes: Attributes {
    get { group.attributes }
    set { group.attributes = newValue }
  }

  /// Changes what lies in it, element by element.
  public mutating func changeContent(_ change: (Element) -> Element) {
    group.children = group.children.map(change)
  }
}

/// Content side by side, from left to right, in boxes of equal size.
public struct Row: Arranging {
  /// What is arranged, and how.
  public var group: Group

  /// Content from left to right, `spacing` units apart (chosen from the arrows if `nil`);
  /// `align` says how they lie across it: what is not stretched keeps its own size.
  public init(
    align: Alignment? = nil, spacing: Int? = nil, file: StaticString = #filePath,
    line: UInt = #line, column: UInt = #column, @ContentBuilder content: () -> [Element]
  ) {
    let origin = Origin(file: file, line: line, column: column)
    group = Group(.row, align: align, spacing: spacing, origin: origin, children: content())
  }
}

/// Content one below the other, in boxes of equal size.
public struct Column: Arranging {
  /// What is arranged, and how.
  public var group: Group

  /// Content from top to bottom, `spacing` units apart (chosen from the arrows if `nil`);
  /// `align` says how they lie across it: what is not stretched keeps its own size.
  public init(
    align: Alignment? = nil, spacing: Int? = nil, file: StaticString = #filePath,
    line: UInt = #line, column: UInt = #column, @ContentBuilder content: () -> [Element]
  ) {
    let origin = Origin(file: file, line: line, column: column)
    group = Group(.column, align: align, spacing: spacing, origin: origin, children: content())
  }
}

/// Content in rows and columns, each as large as what is in it.
public struct Grid: Arranging {
  /// What is arranged, and how.
  public var group: Group

  /// Content row by row, in `columns` columns (from 1), `spacing` units apart (chosen from the
  /// arrows if `nil`); `align` says how they lie in their cells instead of filling them.
  public init(
    columns: Int, align: Alignment? = nil, spacing: Int? = nil, file: StaticString = #filePath,
    line: UInt = #line, column: UInt = #column, @ContentBuilder content: () -> [Element]
  ) {
    let origin = Origin(file: file, line: line, column: column)
    group = Group(
      .grid(columns: columns), align: align, spacing: spacing, origin: origin,
      children: content())
  }
}

/// Content in a circle, clockwise from the top; arrows between neighbours follow the circle.
public struct Ring: Arranging {
  /// What is arranged, and how.
  public var group: Group

  /// Content clockwise from the top, neighbours at least `spacing` units apart (chosen from the
  /// arrows if `nil`).
  public init(
    spacing: Int? = nil, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column,
    @ContentBuilder content: () -> [Element]
  ) {
    let origin = Origin(file: file, line: line, column: column)
    group = Group(.ring, spacing: spacing, origin: origin, children: content())
  }
}
