import DiagramDSL
import DiagramGraph
import DiagramModel
import DiagramText

/// The frames, notes and dividers of a sequence.
extension SequenceDrawing {
  func frameSurroundings(_ frame: SequencePlan.Frame) -> Surroundings {
    let depth = surroundings.depth + frame.depth
    let ground = frame.depth == 0 ? surroundings.ground : fill(ofFrameIn: depth - 1)
    return Surroundings(depth: depth, ground: ground)
  }

  func fill(ofFrameIn depth: Int) -> Color? { scene.theme.container(depth: depth).fill }

  var frames: [SceneBox] {
    plan.frames.enumerated().compactMap { index, frame in
      guard variant(frame.first) != nil else { return nil }
      let surroundings = frameSurroundings(frame)
      let outer = plan.frames[..<index].indices.last {
        plan.frames[$0].first <= frame.first && frame.last <= plan.frames[$0].last
          && variant(plan.frames[$0].first) != nil
      }
      var box = SceneBox(
        id: frameID(index), parent: outer.map(frameID) ?? parent, frame: moved(frame.frame),
        shape: .box,
        radius: BoxMetrics.leafRadius,
        paint: scene.theme.paint(of: Style(), isContainer: true, in: surroundings), text: nil,
        isContainer: false)
      box.meaning = annotation(words(inFrame: frame))
      let place = box.frame
      let lines = frame.cases.filter { variant($0) != nil }.flatMap { row -> [PathCommand] in
        let y = plan.rows[row].y + origin.y
        return [.move(place.minX, y), .line(place.maxX, y)]
      }
      if !lines.isEmpty {
        box.kind = "frame"
        box.drawioStyle = nil
        box.shapes.append(
          SceneShape(
            path: lines,
            paint: Paint(
              fill: nil, stroke: scene.theme.mutedLine, strokeWidth: 10, pattern: .dashed)))
      }
      return box
    }
  }

  func frameID(_ index: Int) -> String { "\(sequenceID)!frame-\(index)" }

  var sequenceID: String {
    sequence.participants.first.map { scene.resolved.items[$0].id } ?? "sequence"
  }

  /// What stands at the tops of frames and of their cases.
  var caseTexts: [SceneBox] {
    plan.frames.enumerated().flatMap { index, frame -> [SceneBox] in
      guard variant(frame.first) != nil else { return [] }
      let depth = frameSurroundings(frame).depth
      let (ground, color) = (fill(ofFrameIn: depth), scene.theme.container(depth: depth).text)
      let texts = ([frame.first] + frame.cases).compactMap { row -> SceneBox? in
        guard let text = text(of: row), let place = plan.rows[row].box else { return nil }
        var label = label(
          text, id: "\(frameID(index))!\(row)", at: moved(place), color, ground)
        label.meaning = SceneMeaning(
          .part(of: frameID(index)), name: row == frame.first ? "" : words(in: row))
        return label
      }
      return tab(of: frame, index, color, ground) + texts
    }
  }

  /// The word for the kind of a frame in its corner.
  private func tab(
    of frame: SequencePlan.Frame, _ index: Int, _ color: Color, _ ground: Color?
  ) -> [SceneBox] {
    guard case .begin(let kind, _) = sequence.rows[frame.first].kind,
      let word = scene.placed.measured.notes[kind.word]
    else { return [] }
    let place = moved(frame.tab)
    let corner = Point(
      x: place.midX - word.size.width / 2, y: place.midY - word.size.height / 2)
    var label = label(
      word, id: "\(frameID(index))!kind", at: Rect(origin: corner, size: word.size), color, ground)
    label.meaning = SceneMeaning(.part(of: frameID(index)))
    return [label]
  }

  private func label(
    _ text: MeasuredText, id: String, at place: Rect, _ color: Color, _ ground: Color?
  ) -> SceneBox {
    var box = SceneBox(
      id: id, parent: parent, frame: text.chip(around: place), shape: .none, radius: 0,
      paint: .invisible, text: nil, isContainer: false)
    let colors = TextColors(
      theme: scene.theme, text: color, ground: ground ?? scene.theme.background, isMuted: false)
    box.text = text.scene(at: place.origin, colors, .left)
    // It may stand across lines and bars.
    box.text?.background = ground
    return box
  }

  var notes: [SceneBox] {
    plan.rows.indices.compactMap { row in
      guard case .note = sequence.rows[row].kind, let variant = variant(row),
        let place = plan.rows[row].box
      else { return nil }
      let style = variant.attributes.style
      var paint = scene.theme.paint(of: style, isContainer: false, in: surroundings)
      paint.fill = paint.fill ?? surroundings.ground ?? scene.theme.background
      var box = SceneBox(
        id: rowID(row), parent: parent, frame: moved(place), shape: .note,
        radius: BoxMetrics.leafRadius, paint: paint, text: nil, isContainer: false)
      box.meaning = annotation(words(in: row))
      if let text = text(of: row) {
        let colors = TextColors(
          theme: scene.theme,
          text: scene.theme.textColor(of: style, .component, depth: surroundings.depth),
          ground: paint.fill ?? scene.theme.background,
          isMuted: style.accent == nil && style.emphasis == .muted)
        let room = box.frame.inset(by: ShapeName.note.shape.textInsets(in: box.frame.size))
        let corner = Point(
          x: room.midX - text.size.width / 2, y: room.midY - text.size.height / 2)
        box.text = text.scene(at: corner, colors, style.textAlignment ?? .center)
      }
      return box
    }
  }

  /// Lines across everything, broken by their texts.
  var dividers: [SceneBox] {
    plan.rows.indices.compactMap { row in
      guard case .divider = sequence.rows[row].kind, let variant = variant(row),
        let place = plan.rows[row].box
      else { return nil }
      let y = plan.rows[row].y
      let gap = place.size.width > 0 ? place.insetBy(-SequenceMetrics.titlePadding) : place
      let frame = moved(
        Rect(x: 0, y: place.minY, width: plan.size.width, height: place.size.height))
      var box = SceneBox(
        id: rowID(row), parent: parent, frame: frame, shape: .none, radius: 0,
        paint: .invisible, text: nil, isContainer: false)
      let style = variant.attributes.style
      box.meaning = annotation(words(in: row))
      box.kind = "divider"
      box.drawioStyle = nil
      box.shapes = [
        SceneShape(
          path: [
            .move(frame.minX, y + origin.y), .line(gap.minX + origin.x, y + origin.y),
            .move(gap.maxX + origin.x, y + origin.y), .line(frame.maxX, y + origin.y),
          ],
          paint: Paint(
            fill: nil,
            stroke: style.accent == nil ? scene.theme.mutedLine : scene.theme.lineColor(of: style),
            strokeWidth: 15, pattern: style.pattern ?? .dashed))
      ]
      if let text = text(of: row) {
        let colors = TextColors(
          theme: scene.theme, text: scene.theme.labelColor(of: style),
          ground: surroundings.ground ?? scene.theme.background, isMuted: false)
        box.text = text.scene(at: moved(place).origin, colors, .center)
        box.text?.background = surroundings.ground
      }
      return box
    }
  }
}
