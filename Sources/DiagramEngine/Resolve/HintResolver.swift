package import DiagramDSL
package import DiagramModel

extension ResolvedSeries {
  /// A hint for two boxes.
  package struct BoxHint: Hashable, Sendable {
    package let kind: Hint.Kind
    package let first: Int
    package let second: Int
    package let origin: Origin
  }
}

/// Finds the boxes that hints mean, picture by picture, and the places of pinned ones.
struct HintResolver {
  private(set) var hints: [ResolvedSeries.BoxHint] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ finder: BoxFinder, _ occurrences: [HintOccurrence]) {
    var known: Set<[Int]> = []
    for occurrence in occurrences {
      let boxes = occurrence.hint.boxes.compactMap { find($0, of: occurrence, finder) }
      guard boxes.count == occurrence.hint.boxes.count else { continue }
      if let laid = boxes.first(where: { finder.items[$0].on != nil }) {
        reportLaid(laid, occurrence.hint, finder)
        continue
      }
      for other in boxes.dropFirst() {
        let kind = occurrence.hint.kind
        guard known.insert([kind.rawValue, boxes[0], other]).inserted else { continue }
        hints.append(
          ResolvedSeries.BoxHint(
            kind: kind, first: boxes[0], second: other, origin: occurrence.hint.origin))
      }
    }
    for item in finder.items { checkPins(of: item) }
  }

  private mutating func reportLaid(_ item: Int, _ hint: Hint, _ finder: BoxFinder) {
    let variant = finder.items[item].shown[0]
    diagnostics.append(
      Diagnostic(
        .contradictingPlaces,
        "the hint is about \(quoted(variant.text)), which lies on another box",
        at: hint.origin, hints: ["drop the hint, or let the box lie on none"],
        notes: variant.attributes.on.map { [.init("its place", at: $0.origin)] } ?? []))
  }

  /// What a collapsed container hides has no place here, and so no hint.
  private mutating func find(
    _ reference: Reference, of occurrence: HintOccurrence, _ finder: BoxFinder
  ) -> Int? {
    do {
      let found = try finder.found(
        BoxFinder.Request(
          reference: reference, picture: occurrence.picture,
          container: occurrence.path.split(separator: "/"), user: .hint,
          origin: occurrence.hint.origin))
      return found.isLifted ? nil : found.shown
    } catch {
      if let diagnostic = error.diagnostic { diagnostics.append(diagnostic) }
      return nil
    }
  }

  /// Reports a box that pictures pin at different places.
  private mutating func checkPins(of item: ResolvedSeries.Item) {
    let pinned = item.shown.filter { $0.attributes.pin != nil }
    guard let first = pinned.first, let pin = first.attributes.pin,
      let other = pinned.first(where: { $0.attributes.pin != pin }),
      let otherPin = other.attributes.pin
    else { return }
    diagnostics.append(
      Diagnostic(
        .differentPins,
        "\(quoted(other.text)) is pinned at (\(otherPin.x), \(otherPin.y)) in one picture and at "
          + "(\(pin.x), \(pin.y)) in another",
        at: other.attributes.placeOrigin,
        hints: [
          "write `.at(x: \(pin.x), y: \(pin.y))` in all pictures of the series, so that nothing moves"
        ],
        notes: [.init("the other place", at: first.attributes.placeOrigin)]))
  }
}
