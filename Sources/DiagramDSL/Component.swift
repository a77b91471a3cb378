/// A box with a text, with nothing inside.
///
/// A `Component` is a value. Use the same value wherever the same box is meant.
public struct Component: Content, Placeable, Titled, Shaped, Referable, Hashable, Sendable {
  package let title: String
  /// What the modifiers change in a copy.
  public var attributes: Attributes

  /// A box with a text; `\n` breaks a line, long texts wrap by themselves.
  ///
  /// `subtitle` says what kind of thing it is, `detail` what it does, in smaller lines.
  /// Its identity is the slug of its title, unless ``SingleItem/id(_:)`` says otherwise.
  public init(
    _ title: String, subtitle: String? = nil, detail: String? = nil, shape: ShapeName = .box,
    icon: IconName? = nil,
    file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) {
    self.title = title
    attributes = Attributes(shape: shape, origin: Origin(file: file, line: line, column: column))
    attributes.icon = icon.map { IconUse($0, label: .beside) }
    attributes.subtitle = subtitle
    attributes.detail = detail
  }

  /// The element itself.
  public var content: [Element] { [Element(.component(self))] }

  /// The way to it, by its own id.
  public var reference: Reference { Reference(self) }
}

/// Text without a box around it.
public struct Text: Content, Placeable, Labelled, Referable, Hashable, Sendable {
  package let title: String
  /// What the modifiers change in a copy.
  public var attributes: Attributes

  /// A free text; `\n` breaks a line, long texts wrap by themselves.
  public init(
    _ text: String, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) {
    title = text
    attributes = Attributes(shape: .none, origin: Origin(file: file, line: line, column: column))
  }

  /// The element itself.
  public var content: [Element] { [Element(.text(self))] }

  /// The way to it, by its own id.
  public var reference: Reference { Reference(self) }
}
