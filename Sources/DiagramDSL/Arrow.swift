/// An arrow from one box to another.
///
/// `a --> b` makes one; `(a --> b).label("HTTPS")` gives it a text. Each end is a box of the picture,
/// or of a container in it; one that names no box there, or more than one, is a mistake. The same
/// modifiers change chains, fans and arrays: `(a --> [b, c]).dashed()`.
public struct Arrow: Labelled, Stroked, ArrowContent, Hashable, Sendable {
  package var source: Reference
  package var target: Reference
  package var startHead = ArrowHead.none
  package var endHead = ArrowHead.arrow
  package var routing = ArrowRouting.orthogonal
  package var sourceSide: Side?
  package var targetSide: Side?
  package var gap = 0
  /// Whether it is drawn as a thick arrow.
  package var isBlock = false
  /// Texts beside its ends.
  package var startLabel: String?
  package var endLabel: String?
  package var isLoop = false
  package var minimumLength = 1
  package var weight = 1
  package var sharedTrunk: Trunk?
  /// Whether its target is written first, as in `target <-- source`; a chain goes on from the other end.
  var isWrittenBackwards = false
  /// Whether it is an answer where it stands in a sequence.
  package var isAnswer: Bool { isWrittenBackwards }
  /// Whether it is the line to a box that another arrow leads on from.
  package var isLedOn = false
  /// What the modifiers change in a copy.
  public var attributes: Attributes

  /// An arrow between two boxes, or a line if both heads are `.none`.
  public init(
    from source: some Referable, to target: some Referable, _ label: String? = nil,
    file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) {
    let origin = Origin(file: file, line: line, column: column)
    self.init(source.reference, target.reference, origin: origin)
    attributes.label = label
  }

  init(_ source: Reference, _ target: Reference, origin: Origin? = nil) {
    self.source = source
    self.target = target
    attributes = Attributes(shape: .none, origin: origin ?? source.origin)
  }
}
