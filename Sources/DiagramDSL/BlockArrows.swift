infix operator ==> : ArrowPrecedence

/// A thick arrow from the first box to the second: what goes into what.
public func ==> (left: some Referable, right: some Referable) -> Arrow { (left --> right).block() }

/// Thick arrows from each box on the left to each on the right; after arrows, a chain.
@_disfavoredOverload
public func ==> (left: some Linkable, right: some Linkable) -> [Arrow] {
  let before = left.linkedArrows.count
  return (left --> right).enumerated().map { $0 < before ? $1 : $1.block() }
}

/// The same from a box to boxes of different kinds.
public func ==> (left: some Referable, right: [any Referable]) -> [Arrow] {
  (left --> right).block()
}

/// The same from boxes of different kinds to a box.
public func ==> (left: [any Referable], right: some Referable) -> [Arrow] {
  (left --> right).block()
}

extension Modifiable where ChangedItem == Arrow {
  /// A copy that is thick, like a sign on a road: `a ==> b`. Without heads it is a pipe.
  public func block(_ isBlock: Bool = true) -> ChangedCopy { changing { $0.isBlock = isBlock } }

  /// A copy with texts beside its ends, as multiplicities have them.
  public func labels(start: String? = nil, end: String? = nil) -> ChangedCopy {
    changing {
      $0.startLabel = start
      $0.endLabel = end
    }
  }
}

extension Arrow {
  /// The way of this arrow through boxes, one after the other: lines up to the last of them and an arrow
  /// on from there, in the same style.
  public func through(_ boxes: any Referable...) -> [Arrow] {
    boxes.reduce([self]) { $0.led(through: $1.reference) }
  }

  /// The line to a box and the arrow on from there.
  fileprivate func parts(through middle: Reference) -> [Arrow] {
    var (before, after) = (self, self)
    before.target = middle
    before.targetSide = nil
    before.endHead = .none
    before.isLedOn = true
    after.source = middle
    after.sourceSide = nil
    after.startHead = .none
    // What is written on it is written once.
    before.attributes.badge = nil
    before.endLabel = nil
    after.startLabel = nil
    after.attributes.label = nil
    before.attributes.id = attributes.id.map { "\($0)-in" }
    after.attributes.id = attributes.id.map { "\($0)-out" }
    return [before, after]
  }
}

extension Array where Element == Arrow {
  /// The same for each of several arrows, or further on the way of one: `(a --> b).through(x).through(y)`.
  /// A line that they have in common is one.
  public func through(_ boxes: any Referable...) -> [Arrow] {
    boxes.reduce(self) { $0.led(through: $1.reference) }
  }

  fileprivate func led(through middle: Reference) -> [Arrow] {
    var led: [Arrow] = []
    for part in flatMap({ $0.isLedOn ? [$0] : $0.parts(through: middle) })
    where !led.contains(where: { $0.isLedOn && $0 == part }) {
      led.append(part)
    }
    return led
  }
}
