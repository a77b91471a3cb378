/// A chain: `a --> b --> c` is an arrow from `a` to `b` and one from `b` to `c`.
public func --> (arrow: Arrow, next: some Referable) -> [Arrow] { [arrow] --> next }

/// A longer chain: one more arrow, from where the last one ends; none if there is no last one.
public func --> (chain: [Arrow], next: some Referable) -> [Arrow] {
  guard let last = chain.last else { return [] }
  return chain + [Arrow(last.target, next.reference)]
}

/// An arrow from the box to each of the others, in their order; of boxes of different kinds too.
public func --> (source: some Referable, targets: [any Referable]) -> [Arrow] {
  targets.map { Arrow(source.reference, $0.reference) }
}

/// An arrow from each of the boxes to the last, in their order.
public func --> (sources: [any Referable], target: some Referable) -> [Arrow] {
  sources.map { Arrow($0.reference, target.reference) }
}

extension Array where Element == Arrow {
  /// The same arrows in an accent colour.
  public func accent(_ accent: Accent = .primary) -> [Arrow] { map { $0.accent(accent) } }

  /// The same arrows, stepping back.
  public func muted() -> [Arrow] { map { $0.muted() } }

  /// The same arrows with dashed lines.
  public func dashed() -> [Arrow] { map { $0.dashed() } }

  /// The same arrows, each leaving its source on this side.
  public func from(_ side: Side) -> [Arrow] { map { $0.from(side) } }

  /// The same arrows, each reaching its target on this side.
  public func to(_ side: Side) -> [Arrow] { map { $0.to(side) } }
}
