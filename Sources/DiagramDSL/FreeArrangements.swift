/// Content in layers, so that arrows run one way; hints say more.
///
/// ```swift
/// Layered(.down) { web; api; database; cache }
/// ```
///
/// > Source: Sugiyama, Tagawa, Toda 1981; Gansner, Koutsofios, North, Vo 1993.
public struct Layered: Arranging {
  /// What is arranged, and how.
  public var group: Group

  /// Content whose arrows point in `direction`, layers and boxes `spacing` units apart (chosen from
  /// the arrows if `nil`).
  public init(
    _ direction: Direction = .right, spacing: Int? = nil, file: StaticString = #filePath,
    line: UInt = #line, column: UInt = #column, @ContentBuilder content: () -> [Element]
  ) {
    let origin = Origin(file: file, line: line, column: column)
    group = Group(.layered(direction), spacing: spacing, origin: origin, children: content())
  }
}

/// Content as a tree: each box behind the one that its first arrow comes from, in front of the middle
/// of its own.
///
/// An arrow that would give a box a second parent or close a circle is drawn, but shapes nothing. A
/// box that no arrow reaches begins a tree of its own.
///
/// > Source: Buchheim, Jünger, Leipert 2002.
public struct Tree: Arranging {
  /// What is arranged, and how.
  public var group: Group

  /// Content whose tree grows in `direction`, `spacing` units apart (chosen from the arrows if `nil`).
  public init(
    _ direction: Direction = .down, spacing: Int? = nil, file: StaticString = #filePath,
    line: UInt = #line, column: UInt = #column, @ContentBuilder content: () -> [Element]
  ) {
    let origin = Origin(file: file, line: line, column: column)
    group = Group(.tree(direction), spacing: spacing, origin: origin, children: content())
  }
}

/// Content of unequal sizes beside and below each other, in little room of the shape of a slide;
/// arrows do not matter.
///
/// > Source: Burke, Kendall, Whitwell 2004.
public struct Packed: Arranging {
  /// What is arranged, and how.
  public var group: Group

  /// Content in equal gaps of `spacing` units (chosen from the arrows if `nil`).
  public init(
    spacing: Int? = nil, file: StaticString = #filePath,
    line: UInt = #line, column: UInt = #column, @ContentBuilder content: () -> [Element]
  ) {
    let origin = Origin(file: file, line: line, column: column)
    group = Group(.packed, spacing: spacing, origin: origin, children: content())
  }
}

/// Content without a main direction: boxes that arrows join lie near each other.
///
/// The cost grows with the square of the number of boxes.
///
/// > Source: Gansner, Koren, North 2004.
public struct Force: Arranging {
  /// What is arranged, and how.
  public var group: Group

  /// Content at least `spacing` units apart (chosen from the arrows if `nil`).
  public init(
    spacing: Int? = nil, file: StaticString = #filePath,
    line: UInt = #line, column: UInt = #column, @ContentBuilder content: () -> [Element]
  ) {
    let origin = Origin(file: file, line: line, column: column)
    group = Group(.force, spacing: spacing, origin: origin, children: content())
  }
}
