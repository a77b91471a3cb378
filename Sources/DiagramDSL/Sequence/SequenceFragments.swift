/// Messages in a frame: what is repeated, left out, or done otherwise.
package struct SequenceFragment: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case loop, option = "opt", alternatives = "alt", parallel = "par"
  }

  package struct Case: Hashable, Sendable {
    package let text: String
    package let items: [SequenceItem]

    package init(text: String, items: [SequenceItem]) {
      self.text = text
      self.items = items
    }
  }

  package let kind: Kind
  /// One at least.
  package let cases: [Case]

  package init(kind: Kind, cases: [Case]) {
    self.kind = kind
    self.cases = cases
  }
}

/// What may stand in a ``Sequence``: messages, frames, notes, or several of them.
///
/// A part of your own is a function, or a struct with `sequenceItems`:
/// ```swift
/// @SequenceBuilder func login(_ user: Component, _ shop: Component) -> some SequenceContent {
///   (user --> shop).label("password")
///   Note("checked here", over: shop)
///   user <-- shop
/// }
/// ```
public protocol SequenceContent: Sendable {
  /// What stands in the sequence, from top to bottom.
  @SequenceBuilder var sequenceItems: [SequenceItem] { get }
}

extension SequenceItem: SequenceContent {
  /// The item itself.
  public var sequenceItems: [SequenceItem] { [self] }
}

extension Array: SequenceContent where Element: SequenceContent {
  /// What stands in the sequence, from top to bottom.
  public var sequenceItems: [SequenceItem] { flatMap(\.sequenceItems) }
}

extension ArraySlice: SequenceContent where Element: SequenceContent {
  /// What stands in the sequence, from top to bottom.
  public var sequenceItems: [SequenceItem] { flatMap(\.sequenceItems) }
}

extension Optional: SequenceContent where Wrapped: SequenceContent {
  /// What stands in the sequence, if there is anything.
  public var sequenceItems: [SequenceItem] { map(\.sequenceItems) ?? [] }
}

/// Messages with something around them, which is one thing.
protocol SequenceFrame: SequenceContent {
  var item: SequenceItem { get }
}

extension SequenceFrame {
  /// What stands in the sequence.
  public var sequenceItems: [SequenceItem] { [item] }
}

/// Messages that are repeated: `Loop("every 10 s") { … }`.
public struct Loop: SequenceFrame, Hashable, Sendable {
  let item: SequenceItem

  /// Messages, and how often or how long they are repeated.
  public init(
    _ text: String = "", file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column, @SequenceBuilder content: () -> [SequenceItem]
  ) {
    item = SequenceItem(
      .fragment(SequenceFragment(kind: .loop, cases: [.init(text: text, items: content())])),
      Origin(file: file, line: line, column: column))
  }
}

/// Messages that there are under a condition only: `When("signed in") { … }`.
public struct When: SequenceFrame, Hashable, Sendable {
  let item: SequenceItem

  /// Messages, and the condition.
  public init(
    _ condition: String, file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column, @SequenceBuilder content: () -> [SequenceItem]
  ) {
    item = SequenceItem(
      .fragment(SequenceFragment(kind: .option, cases: [.init(text: condition, items: content())])),
      Origin(file: file, line: line, column: column))
  }
}

/// One of several courses: `Alternatives { Case("found") { … }; Case("else") { … } }`.
public struct Alternatives: SequenceFrame, Hashable, Sendable {
  let item: SequenceItem

  /// The courses, of which one is taken.
  public init(
    file: StaticString = #filePath, line: UInt = #line, column: UInt = #column,
    @CaseBuilder cases: () -> [Case]
  ) {
    item = SequenceItem(
      .fragment(SequenceFragment(kind: .alternatives, cases: cases().map(\.part))),
      Origin(file: file, line: line, column: column))
  }
}

/// Courses at the same time: `Parallel { Case { … }; Case { … } }`.
public struct Parallel: SequenceFrame, Hashable, Sendable {
  let item: SequenceItem

  /// The courses.
  public init(
    file: StaticString = #filePath, line: UInt = #line, column: UInt = #column,
    @CaseBuilder cases: () -> [Case]
  ) {
    item = SequenceItem(
      .fragment(SequenceFragment(kind: .parallel, cases: cases().map(\.part))),
      Origin(file: file, line: line, column: column))
  }
}

/// One course in ``Alternatives`` or ``Parallel``.
public struct Case: Hashable, Sendable {
  let part: SequenceFragment.Case

  /// Messages, and when they are sent or what they are.
  public init(_ text: String = "", @SequenceBuilder content: () -> [SequenceItem]) {
    part = SequenceFragment.Case(text: text, items: content())
  }
}

/// A time in which a participant is busy, where messages and answers do not show it:
/// `Active(worker) { … }`.
public struct Active: SequenceFrame, Hashable, Sendable {
  let item: SequenceItem

  /// A participant, and the messages during that time.
  public init(
    _ box: some Referable, file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column, @SequenceBuilder content: () -> [SequenceItem]
  ) {
    item = SequenceItem(
      .active(box.reference, content()), Origin(file: file, line: line, column: column))
  }
}

/// Collects what stands in a ``Sequence``: participants, messages, notes and fragments.
@resultBuilder
public enum SequenceBuilder: ListBuilder {
  /// What it collects.
  public typealias Part = SequenceItem

  /// Participants, or a `Divider`.
  public static func buildExpression(
    _ content: some Content, file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> [SequenceItem] {
    content.contentElements.flatMap {
      $0.sequenceItems(Origin(file: file, line: line, column: column))
    }
  }
  /// Participants of different kinds.
  public static func buildExpression(
    _ contents: [any Content], file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> [SequenceItem] {
    contents.flatMap(\.contentElements).flatMap {
      $0.sequenceItems(Origin(file: file, line: line, column: column))
    }
  }
  /// Messages, which are placed where they stand, not where they are made.
  public static func buildExpression(
    _ arrows: some ArrowContent, file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> [SequenceItem] {
    arrows.placed(at: Origin(file: file, line: line, column: column)).sequenceItems
  }
  /// A loop, a condition, alternatives, what is parallel, a time, a note, or a part of your own.
  @_disfavoredOverload  // Arrows have an overload of their own, which says where they stand.
  public static func buildExpression(_ content: some SequenceContent) -> [SequenceItem] {
    content.sequenceItems
  }
  /// What a helper returns, and every `sequenceItems`, which is built by this builder too.
  public static func buildExpression(_ items: [SequenceItem]) -> [SequenceItem] { items }
  /// Several of different kinds.
  public static func buildExpression(_ contents: [any SequenceContent]) -> [SequenceItem] {
    contents.flatMap(\.sequenceItems)
  }
  /// Tells what to write instead.
  @available(*, unavailable, message: "a Case stands in Alternatives { … } or Parallel { … }")
  public static func buildExpression(_ part: Case) -> [SequenceItem] { [] }
  /// Tells what to write instead.
  @available(
    *, unavailable, message: "write (a --> b).label(\"…\") for a message or Note(\"…\", over: a)"
  )
  public static func buildExpression(_ text: String) -> [SequenceItem] { [] }
}

/// Collects the courses of ``Alternatives`` and ``Parallel``.
@resultBuilder
public enum CaseBuilder: ListBuilder {
  /// What it collects.
  public typealias Part = Case

  /// A course.
  public static func buildExpression(_ part: Case) -> [Case] { [part] }
  /// What a helper returns.
  public static func buildExpression(_ parts: [Case]) -> [Case] { parts }
  /// Tells what to write instead.
  @available(
    *, unavailable, message: "messages stand in a course: write Case(\"when\") { … } around them"
  )
  public static func buildExpression(_ arrows: some ArrowContent) -> [Case] { [] }
}

extension Element {
  /// What it is in a sequence: a participant, or several in an arrangement, or a line across.
  fileprivate func sequenceItems(_ origin: Origin) -> [SequenceItem] {
    switch kind {
    case .text(let text) where text.attributes.free == .divider:
      [SequenceItem(.divider(attributes, text.title), origin)]
    case .node, .component, .text: [SequenceItem(.participant(self), origin)]
    case .group(let group): group.children.flatMap { $0.sequenceItems(origin) }
    case .hint: []
    }
  }
}
