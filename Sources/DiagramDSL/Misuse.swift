// What is likely to be written by mistake, with what to write instead. Nothing here can be called: the
// compiler tells its message at the place of the mistake.

extension Component {
  /// Tells what to write instead.
  @available(
    *, unavailable, message: "a Component has nothing inside: write Node(\"…\") { … } instead"
  )
  public init(
    _ title: String, shape: ShapeName = .box, @ContentBuilder content: () -> [Element]
  ) { self.init(title, shape: shape) }
}

extension Text {
  /// Tells what to write instead.
  @available(*, unavailable, message: "a Text has nothing inside: write Node(\"…\") { … } instead")
  public init(_ text: String, @ContentBuilder content: () -> [Element]) { self.init(text) }
}

extension Arranging {
  /// Tells what to write instead.
  @available(
    *, unavailable,
    message: "an arrangement has no title: write Node(\"…\") { … } with the arrangement inside"
  )
  public init?(_ title: String, @ContentBuilder content: () -> [Element]) { nil }
}

extension Modifiable where ChangedItem: Arranging {
  /// Tells what to write instead.
  @available(
    *, unavailable,
    message: "an arrangement has no text: write Node(\"…\") { … } with the arrangement inside"
  )
  public func label(_ text: String?) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(
    *, unavailable, message: "the gaps of an arrangement stand before it: Row(spacing: 40) { … }"
  )
  public func gap(_ units: Int) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(
    *, unavailable, message: "the gaps of an arrangement stand before it: Row(spacing: 40) { … }"
  )
  public func spacing(_ units: Int?) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(
    *, unavailable, message: "only a Node can be collapsed: put one around the arrangement"
  )
  public func collapsed(_ isCollapsed: Bool = true) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(*, unavailable, message: "only a Node has a title: put one around the arrangement")
  public func title(_ position: TitlePosition?) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(
    *, unavailable, message: "only a Component or a Node has a shape; an arrangement is invisible"
  )
  public func shape(_ shape: ShapeName) -> ChangedCopy { changing { _ in } }
}

extension Modifiable where ChangedItem: Placeable {
  /// Tells what to write instead.
  @available(*, unavailable, message: "this changes arrows: write parentheses, (a --> b).from(…)")
  public func from(_ side: Side?) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(*, unavailable, message: "this changes arrows: write parentheses, (a --> b).to(…)")
  public func to(_ side: Side?) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(*, unavailable, message: "this changes arrows: write parentheses, (a --> b).heads(…)")
  public func heads(start: ArrowHead = .none, end: ArrowHead = .none) -> ChangedCopy {
    changing { _ in }
  }

  /// Tells what to write instead.
  @available(*, unavailable, message: "this changes arrows: write parentheses, (a --> b).heads(…)")
  public func heads(_ ends: ArrowEnds) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(
    *, unavailable, message: "this changes arrows: write parentheses, (a --> b).straight()"
  )
  public func straight(_ isStraight: Bool = true) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(*, unavailable, message: "this changes arrows: write parentheses, (a --> b).curved()")
  public func curved(_ isCurved: Bool = true) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(*, unavailable, message: "this changes arrows: write parentheses, (a --> b).gap(…)")
  @_disfavoredOverload
  public func gap(_ units: Int) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(
    *, unavailable, message: "this changes arrows: write parentheses, (a --> b).minimumLength(…)"
  )
  public func minimumLength(_ layers: Int) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(*, unavailable, message: "this changes arrows: write parentheses, (a --> b).weight(…)")
  public func weight(_ weight: Int) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(*, unavailable, message: "this changes arrows: write parentheses, (a --> a).loop()")
  public func loop(_ isLoop: Bool = true) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(
    *, unavailable, message: "this changes arrows: write parentheses, (a --> [b, c]).trunk()"
  )
  public func trunk() -> ChangedCopy { changing { _ in } }
}

extension Modifiable where ChangedItem == Arrow {
  /// Tells what to write instead.
  @available(*, unavailable, message: "an arrow has no width: .strong() makes its line heavier")
  public func width(_ width: Int?) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(*, unavailable, message: "an arrow has no height: .strong() makes its line heavier")
  public func height(_ height: Int?) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(
    *, unavailable, message: "an arrow has no place of its own: write .from(…) and .to(…)"
  )
  public func align(_ alignment: Alignment?) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(
    *, unavailable, message: "an arrow has no place of its own: write .from(…) and .to(…)"
  )
  public func at(x: Int, y: Int) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(
    *, unavailable,
    message: "an arrow has no place of its own: lay a box on a box, as in chip.on(api, x: 1, y: 0)"
  )
  public func on(_ box: some Referable, x: Double? = nil, y: Double? = nil) -> ChangedCopy {
    changing { _ in }
  }

  /// Tells what to write instead.
  @available(*, unavailable, message: "an arrow has no shape: write .heads(…) for its ends")
  public func shape(_ shape: ShapeName) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(*, unavailable, message: "an arrow has no fill: write .heads(…) for its ends")
  public func outlined(_ isOutlined: Bool = true) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(*, unavailable, message: "an arrow has no title: write .label(\"…\")")
  public func title(_ title: String) -> ChangedCopy { changing { _ in } }
}

extension Modifiable where ChangedItem == Component {
  /// Tells what to write instead.
  @available(
    *, unavailable, message: "a Component has nothing inside: only a Node can be collapsed"
  )
  public func collapsed(_ isCollapsed: Bool = true) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(
    *, unavailable, message: "only the title of a Node has a place: write .textAlignment(…)"
  )
  public func title(_ position: TitlePosition?) -> ChangedCopy { changing { _ in } }
}

extension Modifiable where ChangedItem == Text {
  /// Tells what to write instead.
  @available(
    *, unavailable, message: "a Text has no line: write .bold(), or Component(\"…\") for a box"
  )
  public func strong(_ isStrong: Bool = true) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(*, unavailable, message: "a Text has no line: write Component(\"…\") for a box")
  public func dashed(_ isDashed: Bool = true) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(*, unavailable, message: "a Text has no line: write Component(\"…\") for a box")
  public func dotted(_ isDotted: Bool = true) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(*, unavailable, message: "a Text has no fill: write Component(\"…\") for a box")
  public func outlined(_ isOutlined: Bool = true) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(*, unavailable, message: "a Text has no shape: write Component(\"…\", shape: …)")
  public func shape(_ shape: ShapeName) -> ChangedCopy { changing { _ in } }

  /// Tells what to write instead.
  @available(*, unavailable, message: "a Text has nothing inside: only a Node can be collapsed")
  public func collapsed(_ isCollapsed: Bool = true) -> ChangedCopy { changing { _ in } }
}

extension Array where Element: SingleItem {
  /// Tells what to write instead.
  @available(*, unavailable, message: "an id belongs to one box or arrow: give each its own")
  public func id(_ id: String?) -> [Element] { self }
}

extension Array where Element: Placeable {
  /// Tells what to write instead.
  @available(*, unavailable, message: "a place belongs to one box: give each its own")
  public func at(x: Int, y: Int) -> [Element] { self }

  /// Tells what to write instead.
  @available(*, unavailable, message: "a place belongs to one box: give each its own")
  public func on(_ box: some Referable, x: Double? = nil, y: Double? = nil) -> [Element] { self }
}

@available(
  *, unavailable, message: "an arrow joins boxes: write Component(\"…\") around the text"
)
extension String: Linkable {
  /// None: a text is no box.
  public var linkedBoxes: [Reference] { [] }
  /// None: it is a text.
  public var linkedArrows: [Arrow] { [] }
}

extension Arranging {
  /// None: an arrangement is no box.
  public var linkedBoxes: [Reference] { [] }
  /// None: it is an arrangement.
  public var linkedArrows: [Arrow] { [] }
}

@available(
  *, unavailable, message: "an arrow joins boxes: write [a, b] --> c for those in an arrangement"
)
extension Row: Linkable {}

@available(
  *, unavailable, message: "an arrow joins boxes: write [a, b] --> c for those in an arrangement"
)
extension Column: Linkable {}

@available(
  *, unavailable, message: "an arrow joins boxes: write [a, b] --> c for those in an arrangement"
)
extension Grid: Linkable {}

@available(
  *, unavailable, message: "an arrow joins boxes: write [a, b] --> c for those in an arrangement"
)
extension Ring: Linkable {}

@available(
  *, unavailable, message: "an arrow joins boxes: write [a, b] --> c for those in an arrangement"
)
extension Layered: Linkable {}

@available(
  *, unavailable, message: "an arrow joins boxes: write [a, b] --> c for those in an arrangement"
)
extension Tree: Linkable {}

@available(
  *, unavailable, message: "an arrow joins boxes: write [a, b] --> c for those in an arrangement"
)
extension Packed: Linkable {}

@available(
  *, unavailable, message: "an arrow joins boxes: write [a, b] --> c for those in an arrangement"
)
extension Force: Linkable {}
