/// An arrow from one box to another.
///
/// `a --> b` makes one; `(a --> b).label("HTTPS")` gives it a text. Each end is a box of the picture,
/// or of a container in it; one that names no box there, or more than one, is a mistake.
public struct Arrow: Styleable, Hashable, Sendable {
  package var source: Reference
  package var target: Reference
  package var startHead = ArrowHead.none
  package var endHead = ArrowHead.arrow
  package var routing = ArrowRouting.orthogonal
  package var sourceSide: Side?
  package var targetSide: Side?
  package var gap = 0
  package var isLoop = false
  package var minimumLength = 1
  package var weight = 1
  package var sharedTrunk: Trunk?
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

  private func changing(_ change: (inout Arrow) -> Void) -> Arrow {
    var copy = self
    change(&copy)
    return copy
  }

  /// A copy with an identity of its own, where some pictures leave out the first of several arrows
  /// between the same boxes: without an id they are told apart by their number.
  ///
  /// Letters, digits, `-`, `_` and `.`; neither a box nor another arrow has the same.
  public func id(_ id: String) -> Arrow { changing { $0.attributes.id = id } }

  /// A copy that leaves its source on this side.
  public func from(_ side: Side) -> Arrow { changing { $0.sourceSide = side } }

  /// A copy that reaches its target on this side.
  public func to(_ side: Side) -> Arrow { changing { $0.targetSide = side } }

  /// A copy with other heads.
  public func heads(start: ArrowHead = .none, end: ArrowHead = .arrow) -> Arrow {
    changing {
      $0.startHead = start
      $0.endHead = end
    }
  }

  /// A copy as one straight line, or a few pieces of one around boxes that are in the way.
  public func straight() -> Arrow { changing { $0.routing = .straight } }

  /// A copy as a curve that stays clear of boxes.
  public func curved() -> Arrow { changing { $0.routing = .curved } }

  /// A copy whose ends stay this many units, from 0 to 40, away from the outlines.
  public func gap(_ units: Int) -> Arrow { changing { $0.gap = units } }

  /// A copy that leads at least this many layers on, from 1 to 20; for boxes in layers.
  public func minimumLength(_ layers: Int) -> Arrow { changing { $0.minimumLength = layers } }

  /// A copy that counts as much as this many others, from 1 to 100: it is kept short and straight, at the
  /// cost of others; for boxes in layers or `Force`.
  public func weight(_ weight: Int) -> Arrow { changing { $0.weight = weight } }

  /// A copy that is part of a trunk.
  func onTrunk(_ trunk: Trunk) -> Arrow { changing { $0.sharedTrunk = trunk } }

  /// A copy that may run from a box to itself; without this, such an arrow is a mistake.
  public func loop() -> Arrow { changing { $0.isLoop = true } }
}

precedencegroup ArrowPrecedence {
  associativity: left
  higherThan: AssignmentPrecedence
  lowerThan: TernaryPrecedence
}

infix operator --> : ArrowPrecedence
infix operator <-- : ArrowPrecedence
infix operator <--> : ArrowPrecedence
infix operator --- : ArrowPrecedence

/// An arrow from the first box to the second.
public func --> (source: some Referable, target: some Referable) -> Arrow {
  Arrow(source.reference, target.reference)
}

/// An arrow from the second box to the first.
public func <-- (target: some Referable, source: some Referable) -> Arrow {
  Arrow(source.reference, target.reference)
}

/// An arrow in both directions.
public func <--> (one: some Referable, other: some Referable) -> Arrow {
  Arrow(one.reference, other.reference).heads(start: .arrow, end: .arrow)
}

/// A line without heads.
public func --- (one: some Referable, other: some Referable) -> Arrow {
  Arrow(one.reference, other.reference).heads(start: .none, end: .none)
}
