precedencegroup ArrowPrecedence {
  associativity: left
  higherThan: AssignmentPrecedence
  lowerThan: TernaryPrecedence
}

infix operator --> : ArrowPrecedence
infix operator <-- : ArrowPrecedence
infix operator <--> : ArrowPrecedence
infix operator --- : ArrowPrecedence

// Each operator joins two boxes to an arrow, and everything else to several. A literal of boxes of
// different kinds, as in `a --> [component, node]`, has no type of its own, so that its places are
// named. The general form is looked at last: types are checked in less time.

/// An arrow from the first box to the second.
public func --> (left: some Referable, right: some Referable) -> Arrow {
  Link.forward.arrow(left.reference, right.reference)
}

/// Arrows from each box on the left to each on the right; after arrows, a chain: `a --> b --> [c, d] --> e`.
@_disfavoredOverload
public func --> (left: some Linkable, right: some Linkable) -> [Arrow] {
  Link.forward.arrows(left, right)
}

/// The same from a box to boxes of different kinds.
public func --> (left: some Referable, right: [any Referable]) -> [Arrow] {
  Link.forward.arrows(left, right.references)
}

/// The same from boxes of different kinds to a box.
public func --> (left: [any Referable], right: some Referable) -> [Arrow] {
  Link.forward.arrows(left.references, right)
}

/// The same between boxes of different kinds.
public func --> (left: [any Referable], right: [any Referable]) -> [Arrow] {
  Link.forward.arrows(left.references, right.references)
}

/// The same from arrows to boxes of different kinds.
public func --> (left: some ArrowContent, right: [any Referable]) -> [Arrow] {
  Link.forward.arrows(left, right.references)
}

/// An arrow from the second box to the first.
public func <-- (left: some Referable, right: some Referable) -> Arrow {
  Link.backward.arrow(left.reference, right.reference)
}

/// Arrows from each box on the right to each on the left; after arrows, a chain.
@_disfavoredOverload
public func <-- (left: some Linkable, right: some Linkable) -> [Arrow] {
  Link.backward.arrows(left, right)
}

/// The same from a box to boxes of different kinds.
public func <-- (left: some Referable, right: [any Referable]) -> [Arrow] {
  Link.backward.arrows(left, right.references)
}

/// The same from boxes of different kinds to a box.
public func <-- (left: [any Referable], right: some Referable) -> [Arrow] {
  Link.backward.arrows(left.references, right)
}

/// The same between boxes of different kinds.
public func <-- (left: [any Referable], right: [any Referable]) -> [Arrow] {
  Link.backward.arrows(left.references, right.references)
}

/// The same from arrows to boxes of different kinds.
public func <-- (left: some ArrowContent, right: [any Referable]) -> [Arrow] {
  Link.backward.arrows(left, right.references)
}

/// An arrow in both directions.
public func <--> (left: some Referable, right: some Referable) -> Arrow {
  Link.both.arrow(left.reference, right.reference)
}

/// Arrows in both directions between each box on the left and each on the right; after arrows, a chain.
@_disfavoredOverload
public func <--> (left: some Linkable, right: some Linkable) -> [Arrow] {
  Link.both.arrows(left, right)
}

/// The same from a box to boxes of different kinds.
public func <--> (left: some Referable, right: [any Referable]) -> [Arrow] {
  Link.both.arrows(left, right.references)
}

/// The same from boxes of different kinds to a box.
public func <--> (left: [any Referable], right: some Referable) -> [Arrow] {
  Link.both.arrows(left.references, right)
}

/// The same between boxes of different kinds.
public func <--> (left: [any Referable], right: [any Referable]) -> [Arrow] {
  Link.both.arrows(left.references, right.references)
}

/// The same from arrows to boxes of different kinds.
public func <--> (left: some ArrowContent, right: [any Referable]) -> [Arrow] {
  Link.both.arrows(left, right.references)
}

/// A line without heads.
public func --- (left: some Referable, right: some Referable) -> Arrow {
  Link.line.arrow(left.reference, right.reference)
}

/// Lines between each box on the left and each on the right; after arrows, a chain.
@_disfavoredOverload
public func --- (left: some Linkable, right: some Linkable) -> [Arrow] {
  Link.line.arrows(left, right)
}

/// The same from a box to boxes of different kinds.
public func --- (left: some Referable, right: [any Referable]) -> [Arrow] {
  Link.line.arrows(left, right.references)
}

/// The same from boxes of different kinds to a box.
public func --- (left: [any Referable], right: some Referable) -> [Arrow] {
  Link.line.arrows(left.references, right)
}

/// The same between boxes of different kinds.
public func --- (left: [any Referable], right: [any Referable]) -> [Arrow] {
  Link.line.arrows(left.references, right.references)
}

/// The same from arrows to boxes of different kinds.
public func --- (left: some ArrowContent, right: [any Referable]) -> [Arrow] {
  Link.line.arrows(left, right.references)
}

extension [any Referable] {
  fileprivate var references: [Reference] { map(\.reference) }
}
