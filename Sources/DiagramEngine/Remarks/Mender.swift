import DiagramDSL
import DiagramGraph
import DiagramModel

/// Finds out what of an author's code makes a finding, and what they would write instead.
///
/// There is no mend where one place of the code makes several boxes or arrows: who changes it for one changes
/// all of them.
struct Mender {
  private let resolved: ResolvedSeries
  private let measured: MeasuredSeries
  /// How many items, arrows and pins come from a place.
  private let makers: [Origin: Int]

  init(_ placed: PlacedSeries) {
    measured = placed.measured
    resolved = placed.measured.resolved
    var makers: [Origin: Int] = [:]
    for item in resolved.items {
      let attributes = item.shown.map(\.attributes)
      let origins = attributes.map(\.origin) + attributes.compactMap(\.pinOrigin)
      for origin in Set(origins) { makers[origin, default: 0] += 1 }
    }
    for arrow in resolved.arrows {
      for origin in Set(arrow.shown.map(\.attributes.origin)) { makers[origin, default: 0] += 1 }
    }
    self.makers = makers
  }

  /// The places in the code that anything of the series comes from.
  var origins: Set<Origin> { Set(makers.keys) }

  private func isSole(_ origin: Origin) -> Bool { makers[origin, default: 0] < 2 }
}

// MARK: - Arrows and their texts

extension Mender {
  /// What lets an arrow run freely: its straight line, else its sides, are not asked for any more.
  func freeing(_ arrow: Int) -> [Mend] {
    let variants = resolved.arrows[arrow].shown
    func without(_ name: String, where isSet: (Arrow) -> Bool) -> [Mend]? {
      let origins = each(variants.filter(isSet).map(\.attributes.origin))
      guard !origins.isEmpty, origins.allSatisfy(isSole) else { return nil }
      return origins.map { .withoutModifier(name, at: $0) }
    }
    if let mends = without("straight", where: { $0.routing == .straight }) { return mends }
    guard !variants.contains(where: { $0.routing == .straight }) else { return [] }
    let from = variants.contains { $0.sourceSide != nil }
    let to = variants.contains { $0.targetSide != nil }
    let mends = [
      from ? without("from", where: { $0.sourceSide != nil }) : [],
      to ? without("to", where: { $0.targetSide != nil }) : [],
    ].compactMap(\.self)
    return mends.count == 2 ? mends.flatMap(\.self) : []
  }

  /// What gives the text of an arrow room: a line that may bend, or larger gaps where its author chose small ones.
  func room(forTextOf arrow: Int) -> [Mend] {
    let spaced = spacing(forTextOf: arrow)
    return spaced.isEmpty ? freeing(arrow) : spaced
  }

  private func spacing(forTextOf arrow: Int) -> [Mend] {
    guard let holder = holder(of: arrow),
      case .group(let kind, let spacing?) = resolved.items[holder].content
    else { return [] }
    // Gaps are equal: they are as large as the largest text between what lies in it needs.
    let sizes = resolved.arrows.indices.filter { self.holder(of: $0) == holder }.flatMap { arrow in
      resolved.arrows[arrow].variants.indices.compactMap { measured.labelSize(of: arrow, in: $0) }
    }
    let extents = sizes.map { size in
      switch kind {
      case .row: size.width
      case .column: size.height
      default: max(size.width, size.height)
      }
    }
    let wanted = ((extents.max() ?? 0) + Spacing().besideText + 19) / 20 * 20
    let origins = each(resolved.items[holder].shown.map(\.attributes.origin))
    guard wanted > spacing, !origins.isEmpty, origins.allSatisfy(isSole) else { return [] }
    return origins.map {
      .argument("spacing", from: "\(spacing)", to: "\(wanted)", at: $0)
    }
  }

  /// The arrangement in which both ends of an arrow lie.
  private func holder(of arrow: Int) -> Int? {
    let around = { (item: Int) in
      Array(sequence(first: item) { resolved.items[$0].parent }.dropFirst())
    }
    let target = around(resolved.arrows[arrow].target)
    return around(resolved.arrows[arrow].source).first(where: target.contains)
  }
}

// MARK: - Pins and pictures

extension Mender {
  /// What puts one of two boxes onto the line of the other: the one whose place its author wrote; nil where both are
  /// placed by others.
  func aligning(
    _ one: String, _ other: String, along axis: Axis, by offset: Int
  ) -> (moved: String, mends: [Mend])? {
    for (id, shift) in [(one, -offset), (other, offset)] {
      guard let item = resolved.items.first(where: { $0.id == id }), let pin = item.pin,
        isPinnedOnce(item), pin[axis] + shift >= 0
      else { continue }
      let origins = each(item.shown.compactMap(\.attributes.pinOrigin))
      let mends: [Mend] = origins.map {
        .argument(
          axis == .horizontal ? "x" : "y", from: "\(pin[axis])", to: "\(pin[axis] + shift)", at: $0)
      }
      return (id, mends)
    }
    return nil
  }

  /// Whether the place of a box is written for it alone, and the same in all pictures.
  private func isPinnedOnce(_ item: ResolvedSeries.Item) -> Bool {
    let pinned = item.shown.map(\.attributes).filter { $0.pin != nil }
    return Set(pinned.map(\.pin)).count == 1
      && pinned.allSatisfy { $0.pinOrigin.map(isSole) ?? false }
  }

  /// What gives a series the whole of a slide, if it has less.
  static func wholeSlide(_ slide: Slide, at origin: Origin) -> [Mend] {
    guard slide != .full else { return [] }
    let value = slide.height == 1 ? ".width(\(slide.width))" : ".height(\(slide.height))"
    return [.argument("slide", from: value, to: ".full", at: origin)]
  }
}
