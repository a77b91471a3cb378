import DiagramDSL
import DiagramModel

/// How deep boxes, rows and other arrangements may lie in each other.
private let deepestElement = 100

/// How many characters a text may have.
private let longestText = 100_000

/// How many columns a grid may have.
private let mostColumns = 20_000

extension Series {
  /// Elements that lie too deep: with them nothing else is looked at, which would fill the stack.
  func nestingDiagnostics() -> [Diagnostic] {
    pictures.compactMap { picture in
      let tooDeep = picture.levels.dropFirst(deepestElement).first { _ in true }
      return tooDeep?.first.map { element in
        Diagnostic(
          .deepNesting, "boxes and arrangements lie more than \(deepestElement) deep in each other",
          at: element.origin, hints: ["put this one into a picture of its own"])
      }
    }
  }

  /// A share of a slide that nothing can be drawn in.
  func slideDiagnostics() -> [Diagnostic] {
    guard !slide.isValid else { return [] }
    let share = slide.width == 1 ? slide.height : slide.width
    return [
      Diagnostic(
        .slideShare, "a picture cannot take \(share) of a slide", at: origin,
        hints: ["write slide: .width(0.5), or another number from 0.1 to 1, or leave it out"])
    ]
  }

  /// Texts and grids that are too large, in whatever picture.
  func valueDiagnostics() -> [Diagnostic] {
    pictures.flatMap { picture in
      [picture.heading, picture.caption].compactMap(\.self)
        .compactMap { lengthDiagnostic($0, picture.origin) }
        + picture.items.flatMap(\.diagnostics)
        + picture.levels.flatMap { level in level.flatMap(\.diagnostics) }
    }
  }
}

extension Picture {
  /// The elements level by level: the outermost, then what lies directly in them.
  fileprivate var levels: some Swift.Sequence<[Element]> {
    let outermost = items.compactMap(\.element)
    return sequence(first: outermost) { level in
      let next = level.flatMap(\.children)
      return next.isEmpty ? nil : next
    }
  }
}

extension PictureItem {
  /// What is wrong with the texts of an arrow or annotation.
  fileprivate var diagnostics: [Diagnostic] {
    let texts: [String?] =
      switch kind {
      case .element, .state: []
      case .arrow(let arrow):
        [
          arrow.attributes.label, arrow.attributes.tooltip, arrow.startLabel, arrow.endLabel,
          arrow.attributes.meaning,
        ]
      case .annotation(let annotation):
        [annotation.attributes.label, annotation.attributes.meaning]
      case .legend(let legend): [legend.title] + legend.samples.map(\.text)
      }
    return texts.compactMap { $0 }.compactMap { lengthDiagnostic($0, attributes.origin) }
  }
}

extension Element {
  fileprivate var children: [Element] {
    switch kind {
    case .node(let node): node.children + node.hidden
    case .group(let group): group.children
    case .component, .text, .hint: []
    }
  }

  /// Where it is written.
  var origin: Origin {
    switch kind {
    case .node(let node): node.attributes.origin
    case .component(let component): component.attributes.origin
    case .text(let text): text.attributes.origin
    case .group(let group): group.attributes.origin
    case .hint(let hint): hint.origin
    }
  }

  /// What is wrong with its texts and its columns.
  fileprivate var diagnostics: [Diagnostic] {
    switch kind {
    case .node(let node): texts(node.title, node.attributes)
    case .component(let component): texts(component.title, component.attributes)
    case .text(let text): texts(text.title, text.attributes)
    case .group(let group): columns(group) + (group.script?.diagnostics ?? [])
    case .hint: []
    }
  }

  private func texts(_ title: String, _ attributes: Attributes) -> [Diagnostic] {
    [
      title, attributes.label, attributes.subtitle, attributes.detail, attributes.tooltip,
      attributes.code?.text, attributes.meaning,
    ]
    .compactMap(\.self).compactMap { lengthDiagnostic($0, attributes.origin) }
  }

  private func columns(_ group: Group) -> [Diagnostic] {
    guard case .grid(let columns) = group.kind, columns > mostColumns else { return [] }
    return [
      Diagnostic(
        .gridColumns, "a grid of \(columns) columns cannot be drawn", at: group.attributes.origin,
        hints: ["write a number from 1 to \(mostColumns)"])
    ]
  }
}

extension SequenceScript {
  /// What is wrong with its texts, or with how deep its frames lie in each other.
  fileprivate var diagnostics: [Diagnostic] {
    if let item = items.first(where: { $0.depth > Self.mostLevels }) {
      return [
        Diagnostic(
          .deepNesting, "frames of a sequence lie more than \(Self.mostLevels) deep in each other",
          at: item.origin, hints: ["leave some of them out"])
      ]
    }
    return items.flatMap(\.texts).compactMap { lengthDiagnostic($0.text, $0.origin) }
  }
}

extension SequenceItem {
  /// All that is written in it.
  fileprivate var texts: [(text: String, origin: Origin)] {
    switch kind {
    case .participant: []
    case .message(let arrow):
      [arrow.attributes.label, arrow.attributes.tooltip, arrow.attributes.meaning]
        .compactMap(\.self).map { ($0, origin) }
    case .note(let note): [(note.attributes.label ?? "", origin)]
    case .divider(_, let text): [(text, origin)]
    case .active(_, let items): items.flatMap(\.texts)
    case .fragment(let fragment):
      fragment.cases.flatMap { part in [(part.text, origin)] + part.items.flatMap(\.texts) }
    }
  }
}

/// The mistake of a text that is too long, if it is.
private func lengthDiagnostic(_ text: String, _ origin: Origin) -> Diagnostic? {
  guard text.utf8.count > longestText, text.unicodeScalars.count > longestText else { return nil }
  return Diagnostic(
    .longText, "a text of \(text.unicodeScalars.count) characters cannot be drawn", at: origin,
    hints: ["write at most \(longestText)"])
}
