import DiagramDSL
import DiagramGraph
import DiagramModel
import DiagramText

extension SceneBuilder {
  /// The lines, bars, frames, notes and messages of the sequences that the picture shows, and the crosses on them.
  func sequences() -> (boxes: [SceneBox], lines: [SceneLine], crosses: [SceneBox]) {
    let drawings = zip(resolved.sequences, placed.measured.sequences).compactMap {
      SequenceDrawing($0, $1, self)
    }
    return (drawings.flatMap(\.boxes), drawings.flatMap(\.lines), drawings.flatMap(\.crosses))
  }

  /// Where in the code the rows of the sequences are written, by the ids of what is drawn for them.
  func sequenceOrigins() -> [String: Origin] {
    var origins: [String: Origin] = [:]
    for (sequence, plan) in zip(resolved.sequences, placed.measured.sequences) {
      guard let drawing = SequenceDrawing(sequence, plan, self) else { continue }
      for row in sequence.rows.indices {
        origins[drawing.rowID(row)] = drawing.variant(row)?.origin
      }
      for (index, frame) in plan.frames.enumerated() {
        origins[drawing.frameID(index)] = drawing.variant(frame.first)?.origin
      }
    }
    return origins
  }

  /// What is said in the sequences, in words.
  func sequenceSentences() -> [String] {
    resolved.sequences.flatMap { sequence in
      sequence.rows.compactMap { row -> String? in
        guard case .message(let from, let to) = row.kind, let variant = row.variants[picture] else {
          return nil
        }
        let names = [from, to].map { place in
          resolved.items[sequence.participants[place]].variants[picture]?.text ?? ""
        }
        let said = variant.text.map { " “\(Markup($0).text.plain)”" } ?? ""
        let verb = variant.arrow?.isAnswer == true ? "answers" : "calls"
        return "\(names[0]) \(verb) \(names[1])\(said)."
      }
    }
  }
}

/// One sequence in one picture.
struct SequenceDrawing {
  let sequence: UnitedSequence
  let plan: SequencePlan
  let scene: SceneBuilder
  let origin: Point

  /// Nothing if the picture does not show the sequence.
  init?(_ sequence: UnitedSequence, _ plan: SequencePlan, _ scene: SceneBuilder) {
    guard scene.resolved.items[sequence.item].variants[scene.picture] != nil else { return nil }
    self.sequence = sequence
    self.plan = plan
    self.scene = scene
    origin = scene.placed.layout.frames[sequence.item].origin
  }

  var parent: String? {
    scene.resolved.items.closestBox(around: sequence.item).map { scene.resolved.items[$0].id }
  }

  func id(of participant: Int) -> String {
    scene.resolved.items[sequence.participants[participant]].id
  }

  func style(of participant: Int) -> Style? {
    scene.resolved.items[sequence.participants[participant]].variants[scene.picture]?.attributes
      .style
  }

  func variant(_ row: Int) -> UnitedSequence.Variant? {
    sequence.rows[row].variants[scene.picture]
  }

  func moved(_ rect: Rect) -> Rect { rect.moved(x: origin.x, y: origin.y) }

  func text(of row: Int) -> MeasuredText? {
    variant(row)?.text.flatMap { scene.placed.measured.notes[$0] }
  }

  /// What is written in a row, for those who cannot see it.
  func words(in row: Int) -> String {
    variant(row)?.text.map { Markup($0).text.plain.onOneLine } ?? ""
  }

  /// The kind of a frame, and for which case it is.
  func words(inFrame frame: SequencePlan.Frame) -> String {
    guard case .begin(let kind, _) = sequence.rows[frame.first].kind else { return "" }
    return [kind.word, words(in: frame.first)].filter { !$0.isEmpty }.joined(separator: ": ")
  }

  func annotation(_ words: String) -> SceneMeaning {
    SceneMeaning(.annotation(of: []), name: words)
  }

  var surroundings: Surroundings {
    guard let around = scene.resolved.items.closestBox(around: sequence.item),
      let variant = scene.resolved.items[around].variants[scene.picture]
    else { return Surroundings(depth: 0, ground: scene.theme.chip) }
    let outer = scene.surroundings(of: around)
    return Surroundings(
      depth: outer.depth + 1, ground: scene.paint(of: variant, .node, in: outer).fill)
  }

  /// What is drawn behind the messages, from the bottom up.
  var boxes: [SceneBox] { frames + lifelines + bars + notes + dividers + caseTexts + badges }

  // MARK: - Lines and bars

  /// A line hangs on its participant, with which an editor moves it; it leaves out what is written on it.
  private var lifelines: [SceneBox] {
    sequence.participants.indices.compactMap { place in
      guard let style = style(of: place) else { return nil }
      let x = plan.centers[place]
      let frame = moved(
        Rect(x: x - 1, y: plan.lifeStart, width: 2, height: plan.lifeEnd - plan.lifeStart))
      var box = SceneBox(
        id: lifelineID(of: place), parent: id(of: place), frame: frame, shape: .none, radius: 0,
        paint: .invisible, text: nil, isContainer: false)
      var path: [PathCommand] = []
      var y = frame.minY
      for gap in gaps(at: x) + [frame.maxY...frame.maxY] {
        if gap.lowerBound > y { path += [.move(frame.midX, y), .line(frame.midX, gap.lowerBound)] }
        y = max(y, gap.upperBound)
      }
      box.meaning = SceneMeaning(.part(of: id(of: place)))
      box.kind = "lifeline"
      box.drawioStyle = nil
      box.shapes = [
        SceneShape(
          path: path,
          paint: Paint(
            fill: nil,
            stroke: style.accent == nil ? scene.theme.mutedLine : scene.theme.lineColor(of: style),
            strokeWidth: 10, pattern: .dashed))
      ]
      return box
    }
  }

  private func lifelineID(of place: Int) -> String { "\(id(of: place))!life" }

  /// Where something is written across a line, from top to bottom.
  private func gaps(at x: Int) -> [ClosedRange<Int>] {
    let texts = plan.rows.indices.compactMap { row -> Rect? in
      guard variant(row) != nil, let box = plan.rows[row].box, box.size.width > 0 else {
        return nil
      }
      return moved(box.insetBy(-3))
    }
    return texts.filter { $0.minX < x + origin.x && x + origin.x < $0.maxX }
      .map { $0.minY...$0.maxY }.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// A time begins in a picture with the message that begins it, and lasts as long as in all pictures.
  private func isShown(_ bar: SequencePlan.Bar) -> Bool { variant(bar.first) != nil }

  private func barID(_ index: Int) -> String {
    "\(id(of: plan.bars[index].participant))!busy-\(index)"
  }

  var bars: [SceneBox] {
    plan.bars.enumerated().compactMap { index, bar in
      guard isShown(bar), let style = style(of: bar.participant) else { return nil }
      var paint = scene.theme.paint(of: style, isContainer: false, in: surroundings)
      // The line below it is not seen through it.
      paint.fill = paint.fill ?? surroundings.ground ?? scene.theme.background
      paint.pattern = .solid
      var box = SceneBox(
        id: barID(index), parent: id(of: bar.participant), frame: moved(bar.frame), shape: .box,
        radius: 3, paint: paint, text: nil, isContainer: false)
      box.meaning = SceneMeaning(.part(of: id(of: bar.participant)))
      return box
    }
  }

  // MARK: - Messages

  var lines: [SceneLine] { sequence.rows.indices.compactMap { message(in: $0) } }

  private func message(in row: Int) -> SceneLine? {
    guard case .message(let from, let to) = sequence.rows[row].kind, let variant = variant(row),
      let arrow = variant.arrow
    else { return nil }
    let style = messageStyle(arrow, from, to)
    let (y, bottom) = (plan.rows[row].y + origin.y, plan.rows[row].bottom + origin.y)
    let isRight = from == to || to > from
    let start = end(of: from, in: row, isRight: isRight, gap: gap(at: arrow.startHead))
    let finish = end(
      of: to, in: row, isRight: from == to || !isRight, gap: gap(at: arrow.endHead))
    let points =
      from == to
      ? [
        Point(x: start.x, y: y), Point(x: start.x + SequenceMetrics.loop.width, y: y),
        Point(x: start.x + SequenceMetrics.loop.width, y: bottom), Point(x: finish.x, y: bottom),
      ] : [Point(x: start.x, y: y), Point(x: finish.x, y: y)]
    var line = SceneLine(
      id: rowID(row), source: start.box, target: finish.box, parent: parent,
      points: points, isCurved: false, radius: BoxMetrics.bendRadius,
      paint: Paint(
        fill: nil, stroke: scene.theme.lineColor(of: style),
        strokeWidth: style.emphasis == .strong ? 30 : 20, pattern: style.pattern ?? .solid),
      startHead: arrow.startHead, endHead: arrow.endHead,
      text: messageText(of: row, arrow, style, isLoop: from == to))
    line.meaning.name = words(in: row)
    line.more = SceneMore(link: arrow.attributes.link, tooltip: arrow.attributes.tooltip)
    if arrow.isBlock { line.becomeBlock(in: scene.theme, style) }
    return line
  }

  /// The crosses on messages that are crossed out: before the participant that they do not reach, or on the way out
  /// of a loop.
  var crosses: [SceneBox] {
    sequence.rows.indices.compactMap { row in
      guard variant(row)?.arrow?.attributes.style.isCrossedOut == true, let line = message(in: row),
        let first = line.points.first, let last = line.points.last
      else { return nil }
      let turn = line.points.count > 2 ? line.points[1] : last
      let (low, high) = (min(first.x, turn.x) + 8, max(first.x, turn.x) - 8)
      // Lifelines on the way are not crossed out.
      let between = plan.centers.map { $0 + origin.x }.filter { low < $0 && $0 < high }
      let start = (turn.x > first.x ? between.max() : between.min()) ?? first.x
      let middle = Point(x: (start + turn.x) / 2, y: first.y)
      return .crossing(
        line.id, in: parent, Rect(center: middle, size: SceneBox.crossOnLine),
        saying: "crossed out", in: scene.theme)
    }
  }

  /// It steps back with its ends, unless it has a style of its own.
  private func messageStyle(_ arrow: Arrow, _ from: Int, _ to: Int) -> Style {
    var style = arrow.attributes.style
    let isMuted = [from, to].contains { place in
      self.style(of: place).map { $0.emphasis == .muted && $0.accent == nil } ?? false
    }
    if isMuted, style.accent == nil, style.emphasis == nil { style.emphasis = .muted }
    return style
  }

  func gap(at head: ArrowHead) -> Int {
    head == .arrow || head == .hollow ? BoxMetrics.tipDistance : 0
  }

  /// Where a message leaves or reaches a participant: at its bar, if it has one there, or its line.
  private func end(
    of place: Int, in row: Int, isRight: Bool, gap: Int
  ) -> (x: Int, box: String) {
    let side = isRight ? 1 : -1
    guard let bar = plan.bar(of: place, in: row), isShown(plan.bars[bar]) else {
      return (plan.centers[place] + origin.x + side * gap, lifelineID(of: place))
    }
    let frame = plan.bars[bar].frame
    return ((isRight ? frame.maxX : frame.minX) + origin.x + side * gap, barID(bar))
  }

  /// The id of what is drawn for a row.
  func rowID(_ row: Int) -> String {
    switch sequence.rows[row].kind {
    case .message(let from, let to): messageID(row, from, to)
    case .note: "\(sequenceID)!note-\(row)"
    case .divider: "\(sequenceID)!divider-\(row)"
    case .begin, .next, .end, .start, .stop: "\(sequenceID)!row-\(row)"
    }
  }

  private func messageID(_ row: Int, _ from: Int, _ to: Int) -> String {
    let ends = sequence.rows[row].kind
    let number = sequence.rows[...row].count { $0.kind == ends }
    return variant(row)?.attributes.id ?? "\(id(of: from))-->\(id(of: to))!\(number)"
  }

  /// The text above its line, or beside its loop, with the number before it.
  private func messageText(
    of row: Int, _ arrow: Arrow, _ style: Style, isLoop: Bool
  ) -> SceneText? {
    guard let measured = text(of: row), let place = plan.rows[row].box.map(moved) else {
      return nil
    }
    let badge = scene.placed.measured.badge(of: arrow)?.badgeSize.width
    let before = badge.map { $0 + IconMetrics.badgeGap } ?? 0
    let width = before + measured.sizeWithChip.width
    let x = (isLoop ? place.minX : place.midX - width / 2) + before + measured.font.spaceWidth
    let y = place.midY - measured.size.height / 2
    var text = scene.freeText(
      measured, at: Point(x: x, y: y), style, isLoop ? .left : .center)
    if text.background != nil, let ground = ground(of: row) { text.background = ground }
    return text
  }

  /// The colour of the innermost frame around a row.
  func ground(of row: Int) -> Color? {
    let frame = plan.frames.last {
      $0.first <= row && row <= $0.last && variant($0.first) != nil
    }
    return frame.flatMap { fill(ofFrameIn: frameSurroundings($0).depth) }
  }

  private var badges: [SceneBox] {
    plan.rows.indices.compactMap { row in
      guard case .message(let from, let to) = sequence.rows[row].kind,
        let arrow = variant(row)?.arrow, let badge = scene.placed.measured.badge(of: arrow),
        let place = plan.rows[row].box.map(moved)
      else { return nil }
      let text = text(of: row)?.sizeWithChip.width
      let width = badge.badgeSize.width + (text.map { $0 + IconMetrics.badgeGap } ?? 0)
      let x = from == to ? place.minX : place.midX - width / 2
      return scene.badge(
        badge, arrow.attributes.badge ?? "", id: "\(messageID(row, from, to))!badge",
        of: messageID(row, from, to), parent: parent,
        at: Point(x: x, y: place.midY - badge.badgeSize.height / 2), messageStyle(arrow, from, to),
        in: Surroundings(depth: surroundings.depth, ground: ground(of: row) ?? surroundings.ground))
    }
  }
}
