import DiagramDSL
import DiagramModel

/// Finds the boxes that arrows mean, picture by picture, and unites equal arrows.
struct ReferenceResolver {
  let series: Series
  let items: [ResolvedSeries.Item]
  private(set) var arrows: [ResolvedSeries.UnitedArrow] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var arrowOfID: [String: Int] = [:]
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
    for (index, picture) in series.pictures.enumerated() { addArrows(of: picture, at: index) }
  }

  private mutating func addArrows(of picture: Picture, at index: Int) {
    var repetitions: [String: Int] = [:]
    for item in picture.items {
      guard case .arrow(let arrow) = item.kind else { continue }
      if let text = arrow.attributes.label,
        let diagnostic = characterDiagnostic(text, arrow.attributes.origin)
      {
        diagnostics.append(diagnostic)
      }
      // Both ends first, so that one arrow with two mistakes tells both.
      let source = resolved(arrow.source, of: arrow, in: index)
      let target = resolved(arrow.target, of: arrow, in: index)
      guard let source, let target, isDrawable(arrow, source, target, in: index) else { continue }
      let pair = "\(items[source].id)-->\(items[target].id)"
      let repetition = repetitions[pair, default: 0] + 1
      repetitions[pair] = repetition
      let id = arrow.attributes.id ?? (repetition == 1 ? pair : "\(pair)-\(repetition)")
      add(arrow, id: id, source: source, target: target, picture: index)
    }
  }

  private mutating func add(_ arrow: Arrow, id: String, source: Int, target: Int, picture: Int) {
    guard let known = arrowOfID[id] else {
      arrowOfID[id] = arrows.count
      var variants: [Arrow?] = Array(repeating: nil, count: series.pictures.count)
      variants[picture] = arrow
      arrows.append(
        ResolvedSeries.UnitedArrow(id: id, source: source, target: target, variants: variants))
      return
    }
    let isSame = arrows[known].source == source && arrows[known].target == target
    guard isSame, arrows[known].variants[picture] == nil else {
      report(
        "the id \(quoted(id)) belongs to another arrow", arrow,
        hint: "give this arrow another id, or none")
      return
    }
    arrows[known].variants[picture] = arrow
  }

  private mutating func report(_ message: String, _ arrow: Arrow, hint: String) {
    diagnostics.append(Diagnostic(message, at: arrow.attributes.origin, hints: [hint]))
  }

  // MARK: - One arrow

  private mutating func isDrawable(_ arrow: Arrow, _ source: Int, _ target: Int, in picture: Int)
    -> Bool
  {
    if arrow.gap < 0 || arrow.gap > 40 {
      report(
        "an arrow cannot keep \(arrow.gap) units away from its ends", arrow,
        hint: "write a gap from 0 to 40")
      return false
    }
    if let id = arrow.attributes.id, !isValidID(id) {
      report(idProblem(id), arrow, hint: "write .id(\"\(slug(id))\")")
      return false
    }
    if let id = arrow.attributes.id, items.contains(where: { $0.id == id }) {
      report("the id \(quoted(id)) belongs to a box", arrow, hint: "give the arrow another id")
      return false
    }
    if source == target, !arrow.isLoop {
      report(
        "an arrow runs from \(quoted(arrow.source.title)) to itself", arrow,
        hint: "if it is meant, write (a --> a).loop()")
      return false
    }
    for (end, item) in [(arrow.source, source), (arrow.target, target)] {
      let label = items[item].variants[picture]?.text
      if let text = end.label, text != label {
        report(
          "the text \(quoted(text)) is put on the box \(quoted(end.title)), not on the arrow",
          arrow, hint: "write parentheses: (a --> b).label(\"\(text)\")")
        return false
      }
    }
    return true
  }

  /// The item of a reference in a picture, or a diagnostic.
  private mutating func resolved(_ reference: Reference, of arrow: Arrow, in picture: Int) -> Int? {
    let fitting = (candidates[reference.path.last ?? ""] ?? []).filter {
      items[$0].content == .box(reference.kind) && isWay(reference.path, to: paths[$0])
    }
    let shown = fitting.filter { items[$0].variants[picture] != nil }
    if shown.count == 1 { return shown[0] }
    if shown.count > 1 {
      reportAmbiguity(reference, shown, arrow, picture)
    } else {
      reportUnknown(reference, elsewhere: fitting.first, arrow, picture)
    }
    return nil
  }

  /// Whether the ids stand in a path in this order, the last one at its end.
  private func isWay(_ ids: [String], to path: [Substring]) -> Bool {
    guard let last = ids.last, let end = path.last, last == end else { return false }
    var rest = ids.dropLast()
    for id in path.dropLast() where rest.first.map({ $0 == id }) ?? false { rest.removeFirst() }
    return rest.isEmpty
  }

  private mutating func reportAmbiguity(
    _ reference: Reference, _ shown: [Int], _ arrow: Arrow, _ picture: Int
  ) {
    let ids = shown.map { quoted(items[$0].id) }.joined(separator: ", ")
    let containers = shown.compactMap { items.closestBox(around: $0) }.map {
      items[$0].shown[0].text
    }
    let example = containers.first.map { "name the container too, as in " + $0 + "[…]" }
    diagnostics.append(
      Diagnostic(
        "\(quoted(reference.title)) may mean \(shown.count) boxes of picture "
          + "\(quoted(series.pictures[picture].name)): \(ids)",
        at: arrow.attributes.origin,
        hints: [example ?? "give the boxes ids of their own: .id(\"…\")"],
        notes: shown.compactMap { item in
          items[item].variants[picture].map { .init("one of them", at: $0.attributes.origin) }
        }))
  }

  private mutating func reportUnknown(
    _ reference: Reference, elsewhere: Int?, _ arrow: Arrow, _ picture: Int
  ) {
    let name = quoted(series.pictures[picture].name)
    let message = "picture \(name) does not show \(quoted(reference.title))"
    guard let elsewhere else {
      let known = items.indices.compactMap { items[$0].variants[picture]?.text }.filter {
        !$0.isEmpty
      }
      let hint =
        known.isEmpty
        ? "put it into the picture"
        : "put it into the picture, which shows "
          + known.prefix(12).map(quoted).joined(separator: ", ") + (known.count > 12 ? ", …" : "")
      report(message, arrow, hint: hint)
      return
    }
    if let container = items.closestBox(around: elsewhere),
      let variant = items[container].variants[picture],
      !variant.isFilled
    {
      report(
        message, arrow,
        hint: "\(quoted(variant.text)) is collapsed here: show what is inside, or drop the arrow")
    } else {
      report(message, arrow, hint: "other pictures do: put it into this one too, or drop the arrow")
    }
  }
}
