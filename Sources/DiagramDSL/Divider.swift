/// A line across a row or column that parts it into zones: a horizontal one in a `Column`, a vertical one
/// in a `Row`.
///
/// ```swift
/// Column { cloud; Divider("Internet"); router }
/// ```
public struct Divider: Content, Placeable, Labelled, Stroked, Hashable, Sendable {
  private var text: Text

  /// A line with a text, or without one; those without a text are told apart by their order in the container.
  public init(
    _ text: String = "", file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) {
    self.text = Text(text, file: file, line: line, column: column)
    self.text.attributes.free = .divider
    if text.allSatisfy(\.isWhitespace) { self.text.attributes.id = Self.plainID }
  }

  /// The id of one without a text, unless it has one of its own.
  package static let plainID = "divider"

  /// What the modifiers change in a copy.
  public var attributes: Attributes {
    get { text.attributes }
    set { text.attributes = newValue }
  }

  /// The text that it is.
  public var content: [Element] { text.content }
}

/// A place that is not seen: where an arrow begins or ends that comes from elsewhere.
public struct Spot: Content, Placeable, Referable, Hashable, Sendable {
  private var text: Text

  /// A place with a name, which is only its identity.
  public init(
    _ name: String, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) {
    text = Text(name, file: file, line: line, column: column)
    text.attributes.free = .spot
  }

  /// What the modifiers change in a copy.
  public var attributes: Attributes {
    get { text.attributes }
    set { text.attributes = newValue }
  }

  /// The text that it is.
  public var content: [Element] { text.content }

  /// The way to it, by its own id.
  public var reference: Reference { text.reference }
}

/// What a free text is.
package enum FreeElement: Hashable, Sendable {
  case divider, spot
  /// The room of a lane of a timeline, on which everything lies at its time.
  case track

  /// Whether nothing is seen of it.
  package var isUnseen: Bool { self != .divider }
}
