import DiagramDSL
import DiagramModel

/// Finds the boxes that references mean.
struct BoxFinder {
  /// What a reference stands in.
  enum User: String {
    case arrow, hint
  }

  /// A reference that means no box, or several.
  struct Failure: Error {
    let diagnostic: Diagnostic
  }

  private let series: Series
  private let items: [ResolvedSeries.Item]
  /// The items of a last id, to find a reference without looking at every item.
  private let candidates: [String: [Int]]
  /// The ids of each item from the outside in.
  private let paths: [[Substring]]

  init(_ series: Series, _ items: [ResolvedSeries.Item]) {
    self.series = series
    self.items = items
    paths = items.map { $0.id.split(separator: "/") }
    var candidates: [String: [Int]] = [:]
    for (index, path) in paths.enumerated() {
      if let last = path.last { candidates[String(last), default: []].append(index) }
    }
    self.candidates = candidates
  }

  /// The item of a reference in a picture.
  ///
  /// - Parameters:
  ///   - reference: the box as the author named it.
  ///   - picture: the picture that has to show it.
  ///   - path: the ids, joined by `/`, of the container that it has to be in; empty for any.
  ///   - user: what the reference stands in.
  ///   - origin: where it stands.
  /// - Returns: the index of the item.
  /// - Throws: what to tell the author if no box, or more than one, fits.
  func box(
    _ reference: Reference, in picture: Int, inside path: String = "",
    of user: User, at origin: Origin
  ) throws(Failure) -> Int {
    let container = path.split(separator: "/")
    let fitting = (candidates[reference.path.last ?? ""] ?? []).filter {
      items[$0].content == .box(reference.kind) && isWay(reference.path, to: paths[$0])
        && paths[$0].starts(with: container)
    }
    let shown = fitting.filter { items[$0].variants[picture] != nil }
    if shown.count == 1 { return shown[0] }
    throw Failure(
      diagnostic: shown.isEmpty
        ? unknown(reference, elsewhere: fitting.first, picture, user, origin)
        : ambiguous(reference, shown, picture, origin))
  }

  /// Whether the ids stand in a path in this order, the last one at its end.
  private func isWay(_ ids: [String], to path: [Substring]) -> Bool {
    guard let last = ids.last, let end = path.last, last == end else { return false }
    var rest = ids.dropLast()
    for id in path.dropLast() where rest.first.map({ $0 == id }) ?? false { rest.removeFirst() }
    return rest.isEmpty
  }

  private func ambiguous(
    _ reference: Reference, _ shown: [Int], _ picture: Int, _ origin: Origin
  ) -> Diagnostic {
    let ids = shown.map { quoted(items[$0].id) }.joined(separator: ", ")
    let containers = shown.compactMap { items.closestBox(around: $0) }.map {
      items[$0].shown[0].text
    }
    let example = containers.first.map { "name the container too, as in " + $0 + "[…]" }
    return Diagnostic(
      .ambiguousBox,
      "\(quoted(reference.title)) may mean \(shown.count) boxes of picture "
        + "\(quoted(series.pictures[picture].name)): \(ids)",
      at: origin, hints: [example ?? "give the boxes ids of their own: .id(\"…\")"],
      notes: shown.compactMap { item in
        items[item].variants[picture].map { .init("one of them", at: $0.attributes.origin) }
      })
  }

  private func unknown(
    _ reference: Reference, elsewhere: Int?, _ picture: Int, _ user: User, _ origin: Origin
  ) -> Diagnostic {
    let name = quoted(series.pictures[picture].name)
    return Diagnostic(
      .unknownBox, "picture \(name) does not show \(quoted(reference.title))", at: origin,
      hints: [advice(elsewhere: elsewhere, picture, user)])
  }

  private func advice(elsewhere: Int?, _ picture: Int, _ user: User) -> String {
    guard let elsewhere else {
      let known = items.indices.compactMap { items[$0].variants[picture]?.text }.filter {
        !$0.isEmpty
      }
      return known.isEmpty
        ? "put it into the picture"
        : "put it into the picture, which shows "
          + known.prefix(12).map(quoted).joined(separator: ", ") + (known.count > 12 ? ", …" : "")
    }
    if let container = items.closestBox(around: elsewhere),
      let variant = items[container].variants[picture], !variant.isFilled
    {
      return "\(quoted(variant.text)) is collapsed here: show what is inside, or drop the \(user)"
    }
    return "other pictures do: put it into this one too, or drop the \(user)"
  }
}
