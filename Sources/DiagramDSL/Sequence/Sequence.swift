/// Who says what to whom, in which order: participants side by side, and their messages from top to bottom.
///
/// ```swift
/// Sequence {
///   (user --> api).label("GET /orders")
///   (api --> database).label("SELECT")
///   api <-- database
///   (user <-- api).label("200")
/// }
/// ```
/// An arrow is a message. One that is written backwards, `user <-- api`, is an answer: a dashed line that
/// ends what the message to `api` began. Messages keep their order; a picture of a series that has
/// more of them moves none.
public struct Sequence: Content, Placeable, Hashable, Sendable {
  private var group: Group

  /// Messages in their order. Participants stand in the order in which they appear, or are written.
  ///
  /// Every message has a number before its text if it is `numbered`.
  public init(
    numbered: Bool = false, file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column, @SequenceBuilder content: () -> [SequenceItem]
  ) {
    self.init(
      SequenceScript(items: content(), isNumbered: numbered),
      at: Origin(file: file, line: line, column: column))
  }

  package init(_ script: SequenceScript, at origin: Origin) {
    group = Group(.sequence, spacing: nil, origin: origin, children: script.participants)
    group.script = script
  }

  /// What the modifiers change in a copy.
  public var attributes: Attributes {
    get { group.attributes }
    set { group.attributes = newValue }
  }

  /// The arrangement that it is.
  public var content: [Element] { [Element(.group(group))] }
}

/// What is said in a sequence.
package struct SequenceScript: Hashable, Sendable {
  package let items: [SequenceItem]
  /// Whether every message has a number.
  package let isNumbered: Bool

  package init(items: [SequenceItem], isNumbered: Bool) {
    self.items = items
    self.isNumbered = isNumbered
  }

  /// How deep fragments lie in each other.
  package var depth: Int { items.map(\.depth).max() ?? 0 }

  /// The boxes that take part: those that are written, in their order, then those that messages and notes
  /// speak of.
  var participants: [Element] {
    guard depth <= Self.mostLevels else { return [] }
    var found: [Element] = []
    var ids: Set<String> = []
    func add(_ element: Element) {
      if let id = element.ownID, ids.insert(id).inserted { found.append(element) }
    }
    items.flatMap(\.written).forEach(add)
    items.flatMap(\.references).compactMap(\.participant).forEach(add)
    return found
  }

  /// All messages, from top to bottom.
  package var messages: [Arrow] { items.flatMap(\.messages) }

  /// The most fragments that lie in each other.
  package static let mostLevels = 20
}

/// What stands in a sequence.
public struct SequenceItem: Hashable, Sendable {
  package indirect enum Kind: Hashable, Sendable {
    case participant(Element)
    case message(Arrow)
    case note(SequenceNote)
    case fragment(SequenceFragment)
    /// A time in which a participant is active.
    case active(Reference, [SequenceItem])
    /// A line across with a text.
    case divider(Attributes, String)
  }

  package let kind: Kind
  package let origin: Origin
  /// How many fragments lie in each other here.
  package let depth: Int

  package init(_ kind: Kind, _ origin: Origin) {
    self.kind = kind
    self.origin = origin
    let inside: [SequenceItem] =
      switch kind {
      case .fragment(let fragment): fragment.cases.flatMap(\.items)
      case .active(_, let items): items
      case .participant, .message, .note, .divider: []
      }
    depth =
      switch kind {
      case .fragment, .active: 1 + (inside.map(\.depth).max() ?? 0)
      case .participant, .message, .note, .divider: 0
      }
  }

  /// The participants that are written as such.
  fileprivate var written: [Element] {
    switch kind {
    case .participant(let element): [element]
    case .fragment(let fragment): fragment.cases.flatMap(\.items).flatMap(\.written)
    case .active(_, let items): items.flatMap(\.written)
    case .message, .note, .divider: []
    }
  }

  fileprivate var messages: [Arrow] {
    switch kind {
    case .message(let arrow): [arrow]
    case .fragment(let fragment): fragment.cases.flatMap(\.items).flatMap(\.messages)
    case .active(_, let items): items.flatMap(\.messages)
    case .participant, .note, .divider: []
    }
  }

  /// The boxes that are spoken of, in the order of the text.
  fileprivate var references: [Reference] {
    switch kind {
    case .participant, .divider: []
    case .message(let arrow):
      arrow.isWrittenBackwards ? [arrow.target, arrow.source] : [arrow.source, arrow.target]
    case .note(let note): note.boxes
    case .fragment(let fragment): fragment.cases.flatMap(\.items).flatMap(\.references)
    case .active(let box, let items): [box] + items.flatMap(\.references)
    }
  }
}

/// A remark in a sequence, at the height where it stands.
public struct Note: Labelled, Stroked, SequenceContent, Hashable, Sendable {
  var note: SequenceNote

  /// The note itself.
  public var sequenceItems: [SequenceItem] { [SequenceItem(.note(note), note.attributes.origin)] }

  /// A note over one participant, or across several.
  public init(
    _ text: String, over boxes: any Referable..., file: StaticString = #filePath,
    line: UInt = #line, column: UInt = #column
  ) {
    note = SequenceNote(
      text, .over, boxes.map(\.reference), Origin(file: file, line: line, column: column))
  }

  /// A note at the left of a participant.
  public init(
    _ text: String, leftOf box: some Referable, file: StaticString = #filePath,
    line: UInt = #line, column: UInt = #column
  ) {
    note = SequenceNote(
      text, .left, [box.reference], Origin(file: file, line: line, column: column))
  }

  /// A note at the right of a participant.
  public init(
    _ text: String, rightOf box: some Referable, file: StaticString = #filePath,
    line: UInt = #line, column: UInt = #column
  ) {
    note = SequenceNote(
      text, .right, [box.reference], Origin(file: file, line: line, column: column))
  }

  /// What the modifiers change in a copy.
  public var attributes: Attributes {
    get { note.attributes }
    set { note.attributes = newValue }
  }
}

/// A remark, and beside what it stands.
package struct SequenceNote: Hashable, Sendable {
  package enum Place: String, Hashable, Sendable { case over, left, right }

  package let place: Place
  package let boxes: [Reference]
  package var attributes: Attributes

  package init(_ text: String, _ place: Place, _ boxes: [Reference], _ origin: Origin) {
    self.place = place
    self.boxes = boxes
    attributes = Attributes(shape: .note, origin: origin)
    attributes.label = text
  }
}
