import DiagramDSL
import DiagramModel

/// Changes the boxes and arrows of each picture as the picture says.
struct PictureStates {
  private(set) var items: [ResolvedSeries.Item]
  private(set) var arrows: [ResolvedSeries.UnitedArrow]
  private(set) var diagnostics: [Diagnostic] = []
  private let finder: BoxFinder

  init(_ finder: BoxFinder, _ arrows: [ResolvedSeries.UnitedArrow]) {
    items = finder.items
    self.arrows = arrows
    self.finder = finder
    for (index, picture) in finder.series.pictures.enumerated() {
      for state in picture.states { apply(state, in: index) }
    }
  }

  private mutating func apply(_ state: PictureState, in picture: Int) {
    let boxes = state.boxes.compactMap { found($0, state, in: picture) }
    switch state.change {
    case .focus:
      // One that is not found is told, and the others would step back for it.
      if boxes.count == state.boxes.count { focus(on: boxes, in: picture) }
    case .muted:
      var muted = Style()
      muted.emphasis = .muted
      for box in boxes {
        items[box].style(in: picture) { $0.stepBack() }
        for inner in descendants(of: [box]) where inner != box {
          items[inner].style(in: picture) { $0 = $0.inheriting(muted) }
        }
      }
    case .accent(let accent):
      for box in boxes { items[box].style(in: picture) { $0.standOut(in: accent) } }
    case .highlight:
      for box in boxes { items[box].style(in: picture) { $0.isHighlighted = true } }
    case .crossedOut:
      for box in boxes { items[box].style(in: picture) { $0.isCrossedOut = true } }
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

  /// What is around the boxes stays as it is: it is where they are.
  private mutating func focus(on boxes: [Int], in picture: Int) {
    let kept = descendants(of: boxes)
    let parents = items.map(\.parent)
    let around = Set(boxes.flatMap { box in sequence(first: box) { parents[$0] } })
    for index in items.indices where !kept.contains(index) && !around.contains(index) {
      items[index].style(in: picture) { $0.stepBack() }
    }
    for index in arrows.indices
    where !kept.contains(arrows[index].source) || !kept.contains(arrows[index].target) {
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
