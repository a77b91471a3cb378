import DiagramCheck
import DiagramDSL
import DiagramModel

/// What stands on boxes and arrows, and is said of boxes, and lies on something all the same: each mark once for
/// each thing that it lies on.
struct MarksOnOthers {
  /// One mark on one other thing.
  struct Found {
    /// The mark, by its author's name, and where it is written.
    let id: String
    let origin: Origin
    let message: String
    let hints: [String]
    /// The first picture that shows both.
    let picture: Int
    let place: Rect
    let excess: Int
  }

  /// In the order in which marks are placed.
  private(set) var all: [Found] = []
  private let resolved: ResolvedSeries

  init(_ placed: PlacedSeries) {
    resolved = placed.measured.resolved
    var told: Set<String> = []
    for finding in placed.overlays.findings {
      guard let one = mark(finding.item), let other = touched(finding),
        let picture = resolved.pictures.indices.first(where: {
          one.isShown[$0] && other.isShown[$0]
        })
      else { continue }
      let message = "\(one.name) lies on \(other.name)"
      guard told.insert("\(one.id) \(message)").inserted else { continue }
      all.append(
        Found(
          id: one.id, origin: one.origin, message: message, hints: hints(for: finding),
          picture: picture, place: finding.place, excess: finding.excess))
    }
  }

  /// What whoever only draws is told.
  var diagnostics: [Diagnostic] {
    all.map {
      let picture = quoted(resolved.pictures[$0.picture].name)
      return Diagnostic(
        .markOnOther, "\($0.message) in picture \(picture)", at: $0.origin, hints: $0.hints)
    }
  }

  /// What has a part in it.
  private struct Part {
    let id: String
    let name: String
    let origin: Origin
    let isShown: [Bool]
  }

  private func mark(_ item: Finding.Item) -> Part? {
    switch item {
    case .box(let node): box(node, as: "what stands at ")
    case .edge(let edge): arrow(edge, as: "the number or a text at an end of ")
    case .note(let number): note(number)
    }
  }

  private func touched(_ finding: Finding) -> Part? {
    switch (finding.other, finding.rule) {
    case (.note(let number), _): note(number)
    case (.box(let node), .overlayOnOverlay): box(node, as: "what stands at ")
    case (.edge(let edge), .overlayOnOverlay): arrow(edge, as: "the number or a text at an end of ")
    case (.box(let node), .overlayOnText): box(node, as: "a text of ")
    case (.edge(let edge), .overlayOnText): arrow(edge, as: "the label of ")
    case (.box(let node), _): box(node, as: "")
    case (.edge(let edge), _): arrow(edge, as: "")
    }
  }

  private func box(_ node: Int, as words: String) -> Part? {
    guard node > 0 else { return nil }
    let item = resolved.items[node - 1]
    guard !item.id.isEmpty, let origin = item.shown.first?.attributes.origin else { return nil }
    return Part(
      id: item.id, name: "\(words)“\(item.id)”", origin: origin,
      isShown: item.variants.map { $0 != nil })
  }

  private func arrow(_ edge: Int, as words: String) -> Part {
    let arrow = resolved.arrows[edge]
    return Part(
      id: arrow.id, name: "\(words)the arrow “\(arrow.id)”",
      origin: arrow.shown[0].attributes.origin, isShown: arrow.variants.map { $0 != nil })
  }

  private func note(_ number: Int) -> Part? {
    let id = resolved.noteIDs[number]
    guard let annotation = annotation(number) else { return nil }
    let text = annotation.attributes.label?.withoutMarkup.onOneLine ?? ""
    let name = text.isEmpty ? "\(annotation.kind.word)" : "\(annotation.kind.word) \(quoted(text))"
    return Part(
      id: id, name: name, origin: annotation.attributes.origin,
      isShown: resolved.annotations.map { $0.contains { $0.id == id } })
  }

  private func annotation(_ number: Int) -> Annotation? {
    resolved.annotations.joined().first { $0.id == resolved.noteIDs[number] }?.annotation
  }

  // MARK: - Advice

  private func hints(for finding: Finding) -> [String] {
    let room = "leave room for it: `Row(spacing: 80) { a; b }`, or write less"
    guard case .note(let number) = finding.item, let annotation = annotation(number) else {
      return [room]
    }
    let elsewhere = elsewhere(annotation).map { [$0] } ?? []
    switch finding.rule {
    case .overlayOnWay:
      return elsewhere + ["lead the arrow elsewhere: `(a --> b).from(.right)`"]
    case .overlayOnOverlay: return elsewhere.isEmpty ? [room] : elsewhere
    default: return elsewhere + [room]
    }
  }

  /// Where else a mark may stand, for those that have a side.
  private func elsewhere(_ annotation: Annotation) -> String? {
    switch annotation.kind {
    case .region, .zoom: return nil
    case .brace, .dimension, .callout:
      guard let side = annotation.side else { return "name a side that is free: `side: .top`" }
      return "put it on another side: `side: .\(side.opposite)`, or leave `side` out"
    }
  }
}

extension Annotation.Kind {
  /// As it is told of.
  var word: String {
    switch self {
    case .brace: "the brace"
    case .dimension: "the bar"
    case .region: "the region"
    case .zoom: "the zoom"
    case .callout: "the callout"
    }
  }
}
