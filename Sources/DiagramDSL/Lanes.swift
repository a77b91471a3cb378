/// Bands one below the other, each with its title at the left, whose boxes share columns.
///
/// ```swift
/// Lanes {
///   Lane("Services") { web; api }
///   Lane("Pods") { web1; api1; api2 }
/// }
/// ```
/// A lane with fewer boxes than others leaves columns free: each box stands in the column of those that
/// its arrows join it to, as far as the order allows.
public struct Lanes: Arranging {
  /// What is arranged, and how.
  public var group: Group

  /// Lanes from top to bottom, `spacing` units apart (chosen from the arrows if `nil`).
  public init(
    spacing: Int? = nil, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column,
    @LaneBuilder lanes: () -> [Lane]
  ) {
    let origin = Origin(file: file, line: line, column: column)
    group = Group(
      .lanes, spacing: spacing, origin: origin, children: lanes().flatMap(\.contentElements))
  }
}

/// A band of ``Lanes``: a container with its title at the left and its boxes side by side.
public struct Lane: Content, Placeable, Labelled, Filled, Container, Referable, Hashable, Sendable {
  private var node: Node

  /// A lane with a title and its boxes from left to right.
  public init(
    _ title: String, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column,
    @ContentBuilder content: () -> [Element]
  ) {
    self.init(title, content(), at: Origin(file: file, line: line, column: column))
  }

  package init(_ title: String, _ boxes: [Element], at origin: Origin) {
    let row = Group(.row, spacing: nil, origin: origin, children: boxes)
    node = Node(title) { Element(.group(row)) }
    node.attributes.origin = origin
    node.attributes.titlePosition = .left
  }

  /// What the modifiers change in a copy.
  public var attributes: Attributes {
    get { node.attributes }
    set { node.attributes = newValue }
  }

  /// The container that it is.
  public var content: [Element] { node.content }

  /// The way to it, by its own id.
  public var reference: Reference { node.reference }

  /// Changes what lies in it, element by element.
  public mutating func changeContent(_ change: (Element) -> Element) {
    node.changeContent { $0.changingBoxes(change) }
  }

  /// A box inside this lane, for arrows: `pods[web]`.
  public subscript(inner: some Referable) -> Reference { reference[inner] }
}

extension Element {
  /// The row of a lane with its boxes changed.
  fileprivate func changingBoxes(_ change: (Element) -> Element) -> Element {
    guard case .group(var group) = kind else { return change(self) }
    group.children = group.children.map(change)
    return Element(.group(group))
  }
}

/// Collects the lanes of ``Lanes``.
@resultBuilder
public enum LaneBuilder: ListBuilder {
  /// What it collects.
  public typealias Part = Lane

  /// A lane.
  public static func buildExpression(_ lane: Lane) -> [Lane] { [lane] }
  /// What a helper returns.
  public static func buildExpression(_ lanes: [Lane]) -> [Lane] { lanes }
  /// Tells what to write instead.
  @available(
    *, unavailable, message: "boxes stand in a lane: write Lane(\"title\") { … } around them"
  )
  public static func buildExpression(_ content: some Content) -> [Lane] { [] }
}
