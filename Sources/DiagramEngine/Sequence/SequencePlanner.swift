import DiagramDSL
import DiagramModel

/// Places the participants, rows, bars and frames of a sequence.
///
/// Participants are as far apart as the widest text between two of them needs; rows follow each other at
/// equal distances.
struct SequencePlanner {
  private let sequence: UnitedSequence
  /// The sizes of the participants.
  private let heads: [Size]
  /// The size of a text in a row; nil without one.
  private let texts: [Size?]
  /// The sizes of the words for kinds of frames.
  private let kinds: [SequenceFragment.Kind: Size]
  private var plan = SequencePlan()

  init(
    _ sequence: UnitedSequence, heads: [Size], texts: [Size?],
    kinds: [SequenceFragment.Kind: Size]
  ) {
    self.kinds = kinds
    self.sequence = sequence
    self.heads = heads
    self.texts = texts
  }

  /// - Complexity: O(*participants*² · *rows*) at most.
  func planned() -> SequencePlan {
    var planner = self
    guard !heads.isEmpty else { return plan }
    planner.findBarsAndFrames()
    planner.placeColumns()
    planner.placeRows()
    planner.placeBars()
    planner.placeFrames()
    return planner.atOrigin()
  }

  // MARK: - What belongs together

  /// A message makes its receiver busy until it answers the sender; frames and times have names.
  private mutating func findBarsAndFrames() {
    var calls: [(from: Int, to: Int, row: Int)] = []
    var bars: [(participant: Int, first: Int, last: Int)] = []
    var times: [String: (participant: Int, row: Int)] = [:]
    var frames: [String: (first: Int, cases: [Int])] = [:]
    var found: [(first: Int, last: Int, cases: [Int])] = []
    for (row, content) in sequence.rows.enumerated() {
      switch content.kind {
      case .message(let from, let to):
        guard content.first?.arrow?.isAnswer == true else {
          if from != to { calls.append((from, to, row)) }
          continue
        }
        guard let call = calls.lastIndex(where: { $0.from == to && $0.to == from }) else {
          continue
        }
        bars.append((from, calls[call].row, row))
        // What it called meanwhile and got no answer of is over.
        calls.removeSubrange(call...)
      case .start(let name, let participant): times[name] = (participant, row)
      case .stop(let name):
        guard let time = times[name] else { continue }
        let inside = time.row + 1..<row
        guard !inside.isEmpty else { continue }
        bars.append((time.participant, inside.lowerBound, inside.upperBound - 1))
      case .begin(_, let name): frames[name] = (row, [])
      case .next(let name): frames[name]?.cases.append(row)
      case .end(let name):
        guard let frame = frames[name] else { continue }
        found.append((frame.first, row, frame.cases))
      case .note, .divider: break
      }
    }
    for bar in bars.sorted(by: { ($0.first, $1.last) < ($1.first, $0.last) }) {
      let depth = plan.bars.count {
        $0.participant == bar.participant && $0.first <= bar.first && bar.first <= $0.last
      }
      plan.bars.append(
        SequencePlan.Bar(
          participant: bar.participant, first: bar.first, last: bar.last, depth: depth))
    }
    for frame in found.sorted(by: { ($0.first, $1.last) < ($1.first, $0.last) }) {
      let depth = plan.frames.count { $0.first <= frame.first && frame.last <= $0.last }
      plan.frames.append(
        SequencePlan.Frame(
          first: frame.first, last: frame.last, cases: frame.cases, depth: depth))
    }
  }

  // MARK: - From left to right

  private mutating func placeColumns() {
    var needed: [(first: Int, last: Int, distance: Int)] = heads.indices.dropFirst().map { index in
      let widths = (heads[index - 1].width + heads[index].width) / 2
      return (
        index - 1, index, max(widths + SequenceMetrics.headGap, SequenceMetrics.centerGap)
      )
    }
    for (row, content) in sequence.rows.enumerated() {
      if let need = need(of: content.kind, in: row) { needed.append(need) }
    }
    plan.centers = [0]
    for index in heads.indices.dropFirst() {
      let places = needed.filter { $0.last == index }.map { plan.centers[$0.first] + $0.distance }
      plan.centers.append(places.max() ?? 0)
    }
  }

  /// How far two lines must be apart for a row.
  private func need(
    of kind: UnitedSequence.Kind, in row: Int
  ) -> (first: Int, last: Int, distance: Int)? {
    let width = texts[row]?.width ?? 0
    switch kind {
    case .message(let from, let to):
      let (first, last) = (min(from, to), max(from, to))
      if first == last {
        let loop = SequenceMetrics.loop.width + SequenceMetrics.bar + width
        return (first, first + 1, loop + SequenceMetrics.textMargin + SequenceMetrics.headGap / 2)
      }
      return (first, last, width + 2 * SequenceMetrics.textMargin + SequenceMetrics.bar)
    case .note(.over, let first, let last):
      let note = width + 2 * SequenceMetrics.notePadding
      return first == last
        ? (first, first + 1, note / 2 + SequenceMetrics.headGap)
        : (first, last, note - 2 * SequenceMetrics.headGap)
    case .note(.right, let first, _):
      return (
        first, first + 1, width + 2 * SequenceMetrics.noteGap + 2 * SequenceMetrics.notePadding
      )
    case .note(.left, let first, _):
      return (
        first - 1, first, width + 2 * SequenceMetrics.noteGap + 2 * SequenceMetrics.notePadding
      )
    case .begin, .next, .end, .start, .stop, .divider: return nil
    }
  }

  // MARK: - From top to bottom

  private mutating func placeRows() {
    let height = heads.map(\.height).max() ?? 0
    plan.heads = zip(heads, plan.centers).map { head, center in
      Rect(
        x: center - head.width / 2, y: height - head.height, width: head.width,
        height: head.height)
    }
    plan.lifeStart = height
    var y = height + SequenceMetrics.ends
    for (row, content) in sequence.rows.enumerated() {
      plan.rows.append(placed(content.kind, row, at: &y))
    }
    plan.lifeEnd = y + SequenceMetrics.ends - SequenceMetrics.rowGap
  }

  /// Puts a row below the ones before it.
  private func placed(
    _ kind: UnitedSequence.Kind, _ row: Int, at y: inout Int
  ) -> SequencePlan.Row {
    var place = SequencePlan.Row()
    let text = texts[row] ?? .zero
    switch kind {
    case .message(let from, let to) where from == to:
      place.y = y + max(0, (text.height - SequenceMetrics.loop.height) / 2)
      place.bottom = place.y + SequenceMetrics.loop.height
      let x = plan.centers[from] + SequenceMetrics.loop.width + SequenceMetrics.bar
      place.box = Rect(
        origin: Point(x: x, y: (place.y + place.bottom - text.height) / 2), size: text)
      y = max(place.bottom, y + text.height) + SequenceMetrics.rowGap
    case .message(let from, let to):
      let middle = (plan.centers[from] + plan.centers[to]) / 2
      place.box = Rect(origin: Point(x: middle - text.width / 2, y: y), size: text)
      let isBlock = sequence.rows[row].variants.contains { $0?.arrow?.isBlock == true }
      // A thick arrow takes room on both sides of its line.
      let half = isBlock ? nearest(BlockArrow.body) / 2 : 0
      place.y = y + text.height + SequenceMetrics.textGap + half
      place.bottom = place.y
      y = place.y + half + SequenceMetrics.rowGap
    case .note(let side, let first, let last):
      let box = note(text, side, first, last, at: y)
      place.box = box
      place.y = box.midY
      place.bottom = box.maxY
      y = box.maxY + SequenceMetrics.rowGap
    case .begin, .next:
      place.y = y
      y += SequenceMetrics.titleHeight + SequenceMetrics.rowGap / 2
    case .end:
      place.y = y
      y += SequenceMetrics.rowGap
    case .start, .stop: place.y = y
    case .divider:
      place.y = y + text.height / 2
      place.box = Rect(origin: Point(x: 0, y: y), size: text)
      y += text.height + SequenceMetrics.rowGap
    }
    return place
  }

  private func note(
    _ text: Size, _ side: SequenceNote.Place, _ first: Int, _ last: Int, at y: Int
  ) -> Rect {
    let padding = SequenceMetrics.notePadding
    var size = ShapeName.note.shape.size(
      around: Size(width: text.width + 2 * padding, height: text.height + 2 * padding))
    let (left, right) = (plan.centers[first], plan.centers[last])
    switch side {
    case .over:
      size.width = max(size.width, right - left + 2 * SequenceMetrics.headGap)
      return Rect(origin: Point(x: (left + right - size.width) / 2, y: y), size: size)
    case .right: return Rect(origin: Point(x: left + SequenceMetrics.noteGap, y: y), size: size)
    case .left:
      return Rect(
        origin: Point(x: left - SequenceMetrics.noteGap - size.width, y: y), size: size)
    }
  }

  // MARK: - What lies over rows

  private mutating func placeBars() {
    for (index, bar) in plan.bars.enumerated() {
      let x = plan.centers[bar.participant] - SequenceMetrics.bar / 2
      plan.bars[index].frame = Rect(
        minX: x + bar.depth * SequenceMetrics.barShift,
        minY: plan.rows[bar.first].y - (isMessage(bar.first) ? 0 : SequenceMetrics.rowGap / 2),
        maxX: x + bar.depth * SequenceMetrics.barShift + SequenceMetrics.bar,
        maxY: max(plan.rows[bar.last].bottom, plan.rows[bar.last].y)
          + (plan.bars[index].last == bar.first || !isMessage(bar.last)
            ? SequenceMetrics.rowGap / 2 : 0))
    }
  }

  private func isMessage(_ row: Int) -> Bool {
    if case .message = sequence.rows[row].kind { true } else { false }
  }

  /// The inner frames first, since the outer ones lie around them.
  private mutating func placeFrames() {
    for index in plan.frames.indices.reversed() {
      let frame = plan.frames[index]
      var reach = width(of: frame.first...frame.last)
      for inner in plan.frames.indices.dropFirst(index + 1)
      where frame.first <= plan.frames[inner].first && plan.frames[inner].last <= frame.last {
        let other = plan.frames[inner].frame
        reach = (min(reach.0, other.minX), max(reach.1, other.maxX))
      }
      let margin = SequenceMetrics.frameMargin
      // The word for its kind stands before the first line in it, and what is said of it behind that line.
      let lines = plan.centers.filter { reach.0 <= $0 && $0 <= reach.1 }
      let (first, tab) = (lines.first ?? reach.0, tabs[index])
      let start = first + SequenceMetrics.bar + SequenceMetrics.titlePadding
      let texts = ([frame.first] + frame.cases).compactMap { self.texts[$0]?.width }.max() ?? 0
      let left = min(
        reach.0 - margin, first - SequenceMetrics.bar - SequenceMetrics.titlePadding - tab)
      let right = max(reach.1 + margin, start + texts + SequenceMetrics.titlePadding)
      let top = plan.rows[frame.first].y
      plan.frames[index].frame = Rect(
        minX: left, minY: top, maxX: right, maxY: plan.rows[frame.last].y)
      plan.frames[index].tab = Rect(
        x: left, y: top, width: tab, height: SequenceMetrics.titleHeight)
      for row in [frame.first] + frame.cases {
        let size = self.texts[row] ?? .zero
        plan.rows[row].box = Rect(
          origin: Point(
            x: start, y: plan.rows[row].y + (SequenceMetrics.titleHeight - size.height) / 2),
          size: size)
      }
    }
  }

  /// How wide the words for the kinds of the frames are, with the room around them.
  private var tabs: [Int] {
    plan.frames.map { frame in
      guard case .begin(let kind, _) = sequence.rows[frame.first].kind else { return 0 }
      return (kinds[kind]?.width ?? 0) + 2 * SequenceMetrics.titlePadding
    }
  }

  /// From where to where messages and notes of some rows reach; across everything if there are none.
  private func width(of rows: ClosedRange<Int>) -> (Int, Int) {
    let around = SequenceMetrics.bar
    let reaches = rows.compactMap { row -> (Int, Int)? in
      switch sequence.rows[row].kind {
      case .message(let from, let to):
        let ends = [plan.centers[from], plan.centers[to]].sorted()
        let text = plan.rows[row].box
        return (
          min(ends[0] - around, text?.minX ?? ends[0]),
          max(ends[1] + around, text?.maxX ?? ends[1])
        )
      case .note: return plan.rows[row].box.map { ($0.minX, $0.maxX) }
      case .begin, .next, .end, .start, .stop, .divider: return nil
      }
    }
    return (
      reaches.map(\.0).min() ?? plan.centers[0], reaches.map(\.1).max() ?? plan.centers.last ?? 0
    )
  }

  // MARK: - All of it

  /// The plan with its top left corner at the origin, and dividers across all of it.
  private func atOrigin() -> SequencePlan {
    let all =
      plan.heads + plan.frames.map(\.frame) + plan.bars.map(\.frame)
      + plan.rows.compactMap(\.box)
      + [Rect(x: plan.centers[0], y: plan.lifeEnd, width: 0, height: 0)]
    let bounds = all.bounds ?? .zero
    var moved = plan
    let (dx, dy) = (-bounds.minX, -bounds.minY)
    moved.size = bounds.size
    moved.heads = plan.heads.map { $0.moved(x: dx, y: dy) }
    moved.centers = plan.centers.map { $0 + dx }
    moved.lifeStart += dy
    moved.lifeEnd += dy
    for (index, row) in plan.rows.enumerated() {
      moved.rows[index].y += dy
      moved.rows[index].bottom += dy
      moved.rows[index].box = row.box?.moved(x: dx, y: dy)
      if case .divider = sequence.rows[index].kind, let box = row.box {
        moved.rows[index].box = Rect(
          x: (bounds.size.width - box.size.width) / 2, y: box.minY + dy, width: box.size.width,
          height: box.size.height)
      }
    }
    for index in plan.bars.indices {
      moved.bars[index].frame = plan.bars[index].frame.moved(x: dx, y: dy)
    }
    for index in plan.frames.indices {
      moved.frames[index].frame = plan.frames[index].frame.moved(x: dx, y: dy)
      moved.frames[index].tab = plan.frames[index].tab.moved(x: dx, y: dy)
    }
    return moved
  }
}
