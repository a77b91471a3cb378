import DiagramDSL
import DiagramGraph
import DiagramModel

extension Attributes {
  /// What is wrong with where an element lies on another box, whatever else there is.
  func placeDiagnostics(title: String) -> [Diagnostic] {
    guard let on else { return time.map { [strayTime(title, $0)] } ?? [] }
    if let track = on.track { return timeDiagnostics(title, on, track) }
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

  /// A time outside of a timeline.
  private func strayTime(_ title: String, _ time: TimeSpan) -> Diagnostic {
    Diagnostic(
      .placeOutside, "\(quoted(title)) has a time, but stands in no timeline", at: time.origin,
      hints: ["write it into a `Lane` of a `Timeline`, or leave its time out"])
  }

  /// What is wrong with when something is in its timeline.
  private func timeDiagnostics(_ title: String, _ on: PlaceOn, _ track: TrackTime) -> [Diagnostic] {
    let name = free == .divider && title.isEmpty ? "a divider" : quoted(title)
    guard let time = track.time else {
      return [
        Diagnostic(
          .placeOutside, "\(name) stands in a timeline without a time", at: on.origin,
          hints: [
            free == .divider
              ? "write `.at(0.5)`: times count columns from the beginning"
              : "write `.during(0, 1)` for a bar or `.at(0.5)` for a moment: times count columns from the beginning"
          ])
      ]
    }
    let isInside = time.start >= 0 && time.start <= time.end && time.end <= Double(track.columns)
    guard !isInside || free == .divider && !time.isMoment else { return [] }
    return [
      Diagnostic(
        .placeOutside,
        time.isMoment
          ? "\(name) cannot be at \(time.start) in its timeline"
          : "\(name) cannot last from \(time.start) to \(time.end) in its timeline",
        at: on.origin,
        hints: [
          free == .divider && isInside
            ? "a divider is at one moment: write `.at(\(time.start))`"
            : "its columns go from 0, where the first one begins, to \(track.columns), where the last one ends; a bar ends after it begins"
        ])
    ]
  }
}
