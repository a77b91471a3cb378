import DiagramDSL
import DiagramModel

/// Changes the boxes and arrows of each picture as the picture says.
struct PictureStates {
  private(set) var items: [ResolvedSeries.Item]
  private(set) var arrows: [ResolvedSeries.UnitedArrow]
  var diagnostics: [Diagnostic] = []
  let finder: BoxFinder

  init(_ finder: BoxFinder, _ arrows: [ResolvedSeries.UnitedArrow]) {
    items = finder.items
    self.arrows = arrows
    self.finder = finder
    for (index, picture) in finder.series.pictures.enumerated() {
      for state in picture.states { apply(state, in: index) }
    }
  }

  private mutating func apply(_ state: PictureState, in picture: Int) {
    let selected = state.selections.map { self.selected($0, state, in: picture) }
    let (boxes, lines) = (
      selected.flatMap { $0?.boxes ?? [] }, selected.flatMap { $0?.arrows ?? [] }
    )
    switch state.change {
    case .focus:
      // For one that is not found, which is told, the others would step back.
      if !selected.contains(where: { $0 == nil }) { focus(on: boxes, lines, in: picture) }
    case .muted:
      var muted = Style()
      muted.emphasis = .muted
      for box in boxes {
        items[box].style(in: picture) { $0.stepBack() }
        for inner in descendants(of: [box]) where inner != box {
          items[inner].style(in: picture) { $0 = $0.inheriting(muted) }
        }
      }
      for line in lines { arrows[line].variants[picture]?.attributes.style.stepBack() }
    case .accent(let accent):
      for box in boxes { items[box].style(in: picture) { $0.standOut(in: accent) } }
      for line in lines { arrows[line].variants[picture]?.attributes.style.standOut(in: accent) }
    case .highlight:
      for box in boxes { items[box].style(in: picture) { $0.isHighlighted = true } }
    case .crossedOut:
      for box in boxes { items[box].style(in: picture) { $0.isCrossedOut = true } }
    }
  }

  /// What a change is for; nil, which is told, if there is no such thing.
  private mutating func selected(
    _ selection: Selection, _ state: PictureState, in picture: Int
  ) -> (boxes: [Int], arrows: [Int])? {
    switch selection.kind {
    case .box(let reference): found(reference, state, in: picture).map { ([$0], []) }
    case .pattern(let text): named(text, state, in: picture)
    }
  }

  private mutating func found(
    _ reference: Reference, _ state: PictureState, in picture: Int
  ) -> Int? {
    do {
      return try finder.box(
        BoxFinder.Request(
          reference: reference, picture: picture, user: .change, origin: state.origin))
    } catch {
      if let diagnostic = error.diagnostic { diagnostics.append(diagnostic) }
      return nil
    }
  }

  /// What is around the boxes stays as it is: it is where they are. So do the ends of the arrows.
  private mutating func focus(on boxes: [Int], _ lines: [Int], in picture: Int) {
    let ends = lines.flatMap { [arrows[$0].source, arrows[$0].target] }
      .compactMap { items.shownBox(from: $0, in: picture) }
    let (joined, kept) = (descendants(of: boxes), descendants(of: boxes + ends))
    let parents = items.map(\.parent)
    let around = Set((boxes + ends).flatMap { box in sequence(first: box) { parents[$0] } })
    for index in items.indices where !kept.contains(index) && !around.contains(index) {
      items[index].style(in: picture) { $0.stepBack() }
    }
    for index in arrows.indices
    where !lines.contains(index)
      && (!joined.contains(arrows[index].source) || !joined.contains(arrows[index].target))
    {
      arrows[index].variants[picture]?.attributes.style.stepBack()
    }
  }

  /// Boxes with all that lies in them.
  private func descendants(of boxes: [Int]) -> Set<Int> {
    var found = Set(boxes)
    // A parent stands before its children.
    for (index, item) in items.enumerated() {
      if let parent = item.parent, found.contains(parent) { found.insert(index) }
    }
    return found
  }
}

extension ResolvedSeries.Item {
  fileprivate mutating func style(in picture: Int, _ change: (inout Style) -> Void) {
    guard var variant = variants[picture] else { return }
    change(&variant.attributes.style)
    variants[picture] = variant
  }
}

extension Style {
  /// Whatever its own style says.
  fileprivate mutating func stepBack() {
    emphasis = .muted
    accent = nil
  }

  fileprivate mutating func standOut(in accent: Accent) {
    self.accent = accent
    if emphasis == .muted { emphasis = nil }
  }
}
