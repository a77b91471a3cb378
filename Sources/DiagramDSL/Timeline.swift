/// A plan over time: titled columns, and lanes with bars and milestones that lie at their times.
///
/// ```swift
/// Timeline("Q1", "Q2", "Q3", "Q4") {
///   Lane("Web") { login.during(0, 1.5); Milestone("Beta").at(2) }
///   Lane("Data") { move.during(0.5, 3) }
///   Divider("today").at(1.2)
/// }
/// ```
/// Times count columns: 0 is where the first one begins, 1 where the second one does. What would cover each
/// other in a lane stands below each other.
public struct Timeline: Arranging {
  /// What is arranged, and how.
  public var group: Group

  /// Lanes below columns with these titles, and dividers across all of them, behind their bars; lanes are
  /// `spacing` units apart.
  public init(
    _ columns: String..., spacing: Int? = nil, file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column, @TimelineBuilder lanes: () -> [Element]
  ) {
    self.init(
      columns, spacing: spacing, file: file, line: line, column: column, lanes: lanes)
  }

  /// The same with the titles in an array.
  public init(
    _ columns: [String], spacing: Int? = nil, file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column, @TimelineBuilder lanes: () -> [Element]
  ) {
    let origin = Origin(file: file, line: line, column: column)
    group = Group(.timeline(columns), spacing: spacing, origin: origin, children: lanes())
  }
}

extension Element {
  /// Whether it is a lane of a ``Timeline`` or a line across all of them.
  package var standsInTimeline: Bool {
    if case .node = kind { attributes.code == nil } else { attributes.free == .divider }
  }
}

/// A diamond at a moment of a ``Timeline``, with its text below.
public struct Milestone: Content, Placeable, Titled, Filled, Referable, Hashable, Sendable {
  private var component: Component

  /// A milestone with a title, to be put at its moment with ``Placeable/at(_:file:line:column:)``.
  public init(
    _ title: String, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) {
    component = Component(title, shape: .diamond, file: file, line: line, column: column)
      .textPosition(.below).width(Self.size).height(Self.size)
  }

  private static let size = 28

  /// What the modifiers change in a copy.
  public var attributes: Attributes {
    get { component.attributes }
    set { component.attributes = newValue }
  }

  /// The box that it is.
  public var content: [Element] { component.content }

  /// The way to it, by its own id.
  public var reference: Reference { component.reference }
}

/// When something is in a ``Timeline``, in columns from its beginning.
package struct TimeSpan: Hashable, Sendable {
  package let start: Double
  /// The same as the start for a moment.
  package let end: Double
  package let origin: Origin

  package init(_ start: Double, _ end: Double, at origin: Origin) {
    (self.start, self.end, self.origin) = (start, end, origin)
  }

  /// Whether it is written as one moment.
  package var isMoment: Bool { start == end }
}

extension Placeable {
  /// A copy that lasts from one time of its ``Timeline`` to another, in columns from its beginning.
  public func during(
    _ start: Double, _ end: Double, file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Self {
    let origin = Origin(file: file, line: line, column: column)
    return timed(TimeSpan(start, end, at: origin))
  }

  /// A copy whose middle lies at a moment of its ``Timeline``, in columns from its beginning.
  public func at(
    _ moment: Double, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) -> Self {
    let origin = Origin(file: file, line: line, column: column)
    return timed(TimeSpan(moment, moment, at: origin))
  }

  package func timed(_ time: TimeSpan) -> Self { changing { $0.attributes.time = time } }
}

/// Collects the lanes of a ``Timeline``, and the dividers across them.
@resultBuilder
public enum TimelineBuilder: ListBuilder {
  /// What it collects.
  public typealias Part = Element

  /// A lane.
  public static func buildExpression(_ lane: Lane) -> [Element] { lane.contentElements }
  /// A moment that matters to all lanes.
  public static func buildExpression(_ divider: Divider) -> [Element] { divider.contentElements }
  /// Lanes that a helper returns.
  public static func buildExpression(_ lanes: [Lane]) -> [Element] { lanes.contentElements }
  /// Dividers that a helper returns.
  public static func buildExpression(_ dividers: [Divider]) -> [Element] {
    dividers.contentElements
  }
  /// Tells what to write instead.
  @available(
    *, unavailable, message: "boxes stand in a lane: write Lane(\"title\") { … } around them"
  )
  public static func buildExpression(_ content: some Content) -> [Element] { [] }
}
