import DiagramDSL
import DiagramGraph
import DiagramModel

extension Attributes {
  /// What is wrong with where an element lies on another box, whatever else there is.
  func placeDiagnostics(title: String) -> [Diagnostic] {
    guard let on else { return [] }
    let (name, box) = (quoted(title), quoted(on.box.title))
    func told(_ kind: Diagnostic.Kind, _ message: String, _ hint: String) -> Diagnostic {
      Diagnostic(kind, message, at: on.origin, hints: [hint])
    }
    var found: [Diagnostic] = []
    let shares = [("x", on.x), ("y", on.y)].compactMap { axis, share in
      share.map { (axis: axis, share: $0) }
    }
    for (axis, share) in shares where !PlaceOnParent.shares.contains(share) {
      found.append(
        told(
          .placeOutside, "\(name) cannot lie at \(axis) \(share) of \(box)",
          "\(axis) is a share of \(box): 0 is one end of it, 1 the other; write a number from -0.5 to 1.5"
        ))
    }
    if pin != nil {
      found.append(
        told(
          .contradictingPlaces, "\(name) lies on \(box) and is pinned too",
          "drop one of both: the pin, or the box that it lies on"))
    }
    if free == .divider, shares.count != 1 {
      let line = shares.isEmpty ? "nowhere on" : "at x and at y of"
      found.append(
        told(
          .contradictingPlaces, "the divider lies \(line) \(box), across which it runs",
          "write `.on(\(variable(on.box.title)), x: 0.5)` for an upright line, or "
            + "`.on(\(variable(on.box.title)), y: 0.5)` for a level one"))
    }
    return found
  }
}
