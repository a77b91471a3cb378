import DiagramDSL
import DiagramModel

/// Changes the boxes, arrows and messages of each picture as the picture says.
struct PictureStates {
  private(set) var items: [ResolvedSeries.Item]
  private(set) var arrows: [ResolvedSeries.UnitedArrow]
  private(set) var sequences: [UnitedSequence]
  var diagnostics: [Diagnostic] = []
  let finder: BoxFinder

  /// An arrow, or a message in a sequence.
  struct Line: Hashable {
    /// The index of the sequence; nil for an arrow.
    let sequence: Int?
    /// The index of the arrow, or of the row.
    let index: Int
  }

  init(
    _ finder: BoxFinder, _ arrows: [ResolvedSeries.UnitedArrow], _ sequences: [UnitedSequence]
  ) {
    items = finder.items
    self.arrows = arrows
    self.sequences = sequences
    self.finder = finder
    for (index, picture) in finder.series.pictures.enumerated() {
      for state in picture.states { apply(state, in: index) }
    }
  }

  private mutating func apply(_ state: PictureState, in picture: Int) {
    let selected = state.selections.map { self.selected($0, state, in: picture) }
    let (boxes, lines) = (
      selected.flatMap { $0?.boxes ?? [] }, selected.flatMap { $0?.lines ?? [] }
    )
    switch state.change {
    case .focus where selected.isEmpty:
      diagnostics.append(
        Diagnostic(
          .focusOnNothing,
          "the focus of picture \(quoted(finder.series.pictures[picture].name)) names no box",
          at: state.origin,
          hints: ["name what stays as it is, or drop the focus"]))
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
      for line in lines { style(of: line, in: picture) { $0.stepBack() } }
    case .accent(let accent):
      for box in boxes { items[box].style(in: picture) { $0.standOut(in: accent) } }
      for line in lines { style(of: line, in: picture) { $0.standOut(in: accent) } }
    case .highlight:
      for box in boxes { items[box].style(in: picture) { $0.isHighlighted = true } }
    case .crossedOut:
      for box in boxes { items[box].style(in: picture) { $0.isCrossedOut = true } }
      for line in lines { style(of: line, in: picture) { $0.isCrossedOut = true } }
    }
  }

  /// What a change is for; nil, which is told, if there is no such thing.
  private mutating func selected(
    _ selection: Selection, _ state: PictureState, in picture: Int
  ) -> (boxes: [Int], lines: [Line])? {
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
  private mutating func focus(on boxes: [Int], _ lines: [Line], in picture: Int) {
    let ends = lines.flatMap { line in
      self.ends(of: line).map { [$0.source, $0.target] } ?? []
    }
    .compactMap { items.shownBox(from: $0, in: picture) }
    let (joined, kept) = (descendants(of: boxes), descendants(of: boxes + ends))
    let parents = items.map(\.parent)
    let around = Set((boxes + ends).flatMap { box in Swift.sequence(first: box) { parents[$0] } })
    for index in items.indices where !kept.contains(index) && !around.contains(index) {
      items[index].style(in: picture) { $0.stepBack() }
    }
    for line in allLines where !lines.contains(line) {
      guard let ends = self.ends(of: line) else { continue }
      if !joined.contains(ends.source) || !joined.contains(ends.target) {
        style(of: line, in: picture) { $0.stepBack() }
      }
    }
  }

  // MARK: - Arrows and messages

  /// All arrows, then all messages.
  var allLines: [Line] {
    arrows.indices.map { Line(sequence: nil, index: $0) }
      + sequences.indices.flatMap { sequence in
        sequences[sequence].rows.indices.map { Line(sequence: sequence, index: $0) }
      }
  }

  /// The boxes that a line joins; nil for a row that is no message.
  func ends(of line: Line) -> (source: Int, target: Int)? {
    guard let sequence = line.sequence else {
      return (arrows[line.index].source, arrows[line.index].target)
    }
    guard case .message(let from, let to) = sequences[sequence].rows[line.index].kind else {
      return nil
    }
    let boxes = sequences[sequence].participants
    return (boxes[from], boxes[to])
  }

  /// What a picture shows of a line.
  func variant(of line: Line, in picture: Int) -> Arrow? {
    guard let sequence = line.sequence else { return arrows[line.index].variants[picture] }
    return sequences[sequence].rows[line.index].variants[picture]?.arrow
  }

  private mutating func style(
    of line: Line, in picture: Int, _ change: (inout Style) -> Void
  ) {
    guard var arrow = variant(of: line, in: picture) else { return }
    change(&arrow.attributes.style)
    if let sequence = line.sequence {
      sequences[sequence].rows[line.index].variants[picture]?.arrow = arrow
    } else {
      arrows[line.index].variants[picture] = arrow
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
