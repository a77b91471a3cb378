import DiagramDSL
import DiagramModel

/// Finds the boxes that arrows mean, picture by picture, and unites equal arrows.
struct ReferenceResolver {
  let series: Series
  let items: [ResolvedSeries.Item]
  private(set) var arrows: [ResolvedSeries.UnitedArrow] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var arrowOfID: [String: Int] = [:]
  private let finder: BoxFinder

  init(_ series: Series, _ items: [ResolvedSeries.Item]) {
    self.series = series
    self.items = items
    finder = BoxFinder(series, items)
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
      let source = found(arrow.source, of: arrow, in: index)
      let target = found(arrow.target, of: arrow, in: index)
      guard let source, let target, isDrawable(arrow, source, target, in: index) else { continue }
      let pair = "\(items[source].id)-->\(items[target].id)"
      let repetition = repetitions[pair, default: 0] + 1
      repetitions[pair] = repetition
      let id = arrow.attributes.id ?? (repetition == 1 ? pair : "\(pair)-\(repetition)")
      add(arrow, id: id, source: source, target: target, picture: index)
    }
  }

  private mutating func found(_ end: Reference, of arrow: Arrow, in picture: Int) -> Int? {
    do {
      return try finder.box(end, in: picture, of: .arrow, at: arrow.attributes.origin)
    } catch {
      diagnostics.append(error.diagnostic)
      return nil
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
    if arrow.minimumLength < 1 || arrow.minimumLength > 20 {
      report(
        "an arrow cannot be \(arrow.minimumLength) layers long", arrow,
        hint: "write a minimum length from 1 to 20")
      return false
    }
    if arrow.weight < 1 || arrow.weight > 100 {
      report(
        "an arrow cannot weigh \(arrow.weight)", arrow, hint: "write a weight from 1 to 100")
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
}
