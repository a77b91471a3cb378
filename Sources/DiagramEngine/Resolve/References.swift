import DiagramDSL
import DiagramModel

/// Finds the boxes that arrows mean, picture by picture, and unites equal arrows.
struct ReferenceResolver {
  let series: Series
  let items: [ResolvedSeries.Item]
  private(set) var arrows: [ResolvedSeries.UnitedArrow] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var arrowOfID: [String: Int] = [:]
  /// The ways of ids to both ends of each arrow, which a collapsed container may hide.
  private var paths: [[String]] = []
  private let finder: BoxFinder

  init(_ finder: BoxFinder) {
    self.finder = finder
    series = finder.series
    items = finder.items
    for (index, picture) in series.pictures.enumerated() { addArrows(of: picture, at: index) }
    arrows = LiftedArrows(items, arrows, paths: paths).arrows
  }

  private mutating func addArrows(of picture: Picture, at index: Int) {
    var repetitions: [String: Int] = [:]
    var seen: [Connection: Arrow] = [:]
    for item in picture.items {
      guard case .arrow(let arrow) = item.kind else { continue }
      if let label = arrow.label { diagnostics += label.diagnostics(at: arrow.attributes.origin) }
      diagnostics += [arrow.startLabel, arrow.endLabel].compactMap(\.self).flatMap {
        Markup($0).diagnostics(at: arrow.attributes.origin)
      }
      diagnostics += arrow.attributes.textDiagnostics()
      checkValues(arrow)
      checkID(arrow)
      // Both ends first, so that one arrow with two mistakes tells both.
      let source = found(arrow.source, of: arrow, in: index)
      let target = found(arrow.target, of: arrow, in: index)
      checkText(arrow, at: arrow.source, source?.box, in: index)
      checkText(arrow, at: arrow.target, target?.box, in: index)
      guard let source, let target else {
        reportLoopBetweenNoBoxes(arrow)
        continue
      }
      guard isDrawable(arrow, source, target, in: index) else { continue }
      let connection = Connection(arrow, source.path, target.path)
      if let twin = seen[connection] { reportTwice(arrow, twin, in: index) }
      seen[connection] = seen[connection] ?? arrow
      let pair = "\(source.path)-->\(target.path)"
      let repetition = repetitions[pair, default: 0] + 1
      repetitions[pair] = repetition
      let id = arrow.attributes.id ?? (repetition == 1 ? pair : "\(pair)-\(repetition)")
      add(arrow, id: id, source: source, target: target, picture: index)
    }
  }

  private mutating func found(
    _ end: Reference, of arrow: Arrow, in picture: Int
  ) -> BoxFinder.Found? {
    do {
      return try finder.found(
        BoxFinder.Request(
          reference: end, picture: picture, user: .arrow, origin: arrow.attributes.origin))
    } catch {
      if let diagnostic = error.diagnostic { diagnostics.append(diagnostic) }
      return nil
    }
  }

  private mutating func add(
    _ arrow: Arrow, id: String, source: BoxFinder.Found, target: BoxFinder.Found, picture: Int
  ) {
    // Inside a collapsed container nothing is to be seen of it.
    let isHidden = source.shown == target.shown && (source.isLifted || target.isLifted)
    guard let known = arrowOfID[id] else {
      arrowOfID[id] = arrows.count
      paths.append([source.path, target.path])
      var variants: [Arrow?] = Array(repeating: nil, count: series.pictures.count)
      variants[picture] = isHidden ? nil : arrow
      arrows.append(
        ResolvedSeries.UnitedArrow(
          id: id, source: source.box ?? source.shown, target: target.box ?? target.shown,
          variants: variants))
      return
    }
    let isSame = paths[known] == [source.path, target.path]
    guard isSame, arrows[known].variants[picture] == nil else {
      report(
        .idOfOtherArrow, "the id \(quoted(id)) belongs to another arrow", arrow,
        hint: "give this arrow another id, or none")
      return
    }
    if !isHidden { arrows[known].variants[picture] = arrow }
    // What lies in a container stands behind it.
    arrows[known].source = max(arrows[known].source, source.box ?? source.shown)
    arrows[known].target = max(arrows[known].target, target.box ?? target.shown)
  }

  private mutating func report(
    _ kind: Diagnostic.Kind, _ message: String, _ arrow: Arrow, hint: String
  ) {
    diagnostics.append(Diagnostic(kind, message, at: arrow.attributes.origin, hints: [hint]))
  }

  // MARK: - Equal arrows

  /// What an arrow says; which of its ends comes first does not matter.
  private struct Connection: Hashable {
    private struct End: Hashable {
      let box: String
      let head: ArrowHead
    }

    private let ends: [End]
    private let label: String?
    private let style: Style

    init(_ arrow: Arrow, _ source: String, _ target: String) {
      let ends = [
        End(box: source, head: arrow.startHead), End(box: target, head: arrow.endHead),
      ]
      self.ends = source <= target ? ends : ends.reversed()
      label = arrow.attributes.label
      style = arrow.attributes.style
    }
  }

  private mutating func reportTwice(_ arrow: Arrow, _ twin: Arrow, in picture: Int) {
    // In one trunk they are a mistake, which is told there.
    guard arrow.sharedTrunk == nil || arrow.sharedTrunk != twin.sharedTrunk else { return }
    let (source, target) = (quoted(arrow.source.title), quoted(arrow.target.title))
    diagnostics.append(
      Diagnostic(
        .arrowTwice,
        "two equal arrows join \(source) and \(target) in picture "
          + quoted(series.pictures[picture].name),
        at: arrow.attributes.origin, hints: ["drop one of them, or give them different texts"],
        notes: [.init("the other one", at: twin.attributes.origin)]))
  }

  // MARK: - One arrow

  /// Whether an arrow joins its boxes; reports what is wrong with it if not.
  private mutating func isDrawable(
    _ arrow: Arrow, _ source: BoxFinder.Found, _ target: BoxFinder.Found, in picture: Int
  ) -> Bool {
    guard source.path == target.path, !arrow.isLoop else { return true }
    reportLoop(arrow, in: picture)
    return false
  }

  /// Reports a text that was meant for the arrow and changes the box at one of its ends.
  private mutating func checkText(_ arrow: Arrow, at end: Reference, _ item: Int?, in picture: Int)
  {
    guard let item, let text = end.label, let variant = items[item].variants[picture],
      variant.attributes.markup(of: text).text != variant.label
    else { return }
    report(
      .textOnBox,
      "the text \(quoted(text)) is put on the box \(quoted(end.title)), not on the arrow",
      arrow,
      hint: "write parentheses: `(\(variable(arrow.source.title)) --> "
        + "\(variable(arrow.target.title))).label(\(literal(text)))`")
  }

  private mutating func checkValues(_ arrow: Arrow) {
    if !(0...40).contains(arrow.gap) {
      report(
        .arrowGap, "an arrow cannot keep \(arrow.gap) units away from its ends", arrow,
        hint: "write a gap from 0 to 40")
    }
    if !(1...20).contains(arrow.minimumLength) {
      report(
        .arrowLength, "an arrow cannot be \(arrow.minimumLength) layers long", arrow,
        hint: "write a minimum length from 1 to 20")
    }
    if !(1...100).contains(arrow.weight) {
      report(
        .arrowWeight, "an arrow cannot weigh \(arrow.weight)", arrow,
        hint: "write a weight from 1 to 100")
    }
  }

  private mutating func checkID(_ arrow: Arrow) {
    guard let id = arrow.attributes.id else { return }
    if !isValidID(id) {
      report(
        .invalidID, idProblem(id), arrow,
        hint: "write `.id(\(literal(validID(like: id, or: "arrow"))))`")
    } else if items.contains(where: { $0.id == id }) {
      report(
        .idOfBox, "the id \(quoted(id)) belongs to a box", arrow,
        hint: "give the arrow another id, as in `.id(\(literal("\(validID(like: id))-arrow")))`")
    }
  }

  private mutating func reportLoop(_ arrow: Arrow) {
    let source = arrow.source.title
    report(
      .arrowToItself, "an arrow runs from \(quoted(source)) to itself", arrow,
      hint: "if it is meant, write `(\(variable(source)) --> \(variable(source))).loop()`")
  }

  /// Reports an arrow that names one box twice, of which the picture shows none or several.
  private mutating func reportLoopBetweenNoBoxes(_ arrow: Arrow) {
    let (source, target) = (arrow.source, arrow.target)
    guard source.path == target.path, source.titles == target.titles, !arrow.isLoop else { return }
    reportLoop(arrow)
  }

  /// Reports an arrow to its own box, unless it only seems so because two boxes have one id.
  private mutating func reportLoop(_ arrow: Arrow, in picture: Int) {
    let (source, target) = (arrow.source.title, arrow.target.title)
    if source == target, arrow.source.boxOrigin == arrow.target.boxOrigin {
      reportLoop(arrow)
    } else if !finder.isMisplaced(arrow.source, in: picture) {
      let (id, own) = (arrow.target.path.last ?? "", finder.freeID(like: arrow.target))
      report(
        .arrowToItself,
        "an arrow runs from \(quoted(source)) to \(quoted(target)), which are one box: both have the id "
          + quoted(id), arrow,
        hint: "give one of them an id of its own: `.id(\(literal(own)))`")
    }
  }
}
