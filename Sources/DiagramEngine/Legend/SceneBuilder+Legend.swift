import DiagramDSL
import DiagramIcons
import DiagramModel
import DiagramText

extension SceneBuilder {
  /// The legend of the picture: a panel with samples and texts; nothing where it has none.
  func legend() -> (boxes: [SceneBox], lines: [SceneLine], crosses: [SceneBox]) {
    guard let legend = resolved.legend, let shown = legend.shown[picture],
      let plan = placed.legend
    else { return ([], [], []) }
    let outside = Surroundings(depth: 0, ground: theme.chip)
    let paint = theme.paint(of: Style(), isContainer: true, in: outside)
    let inside = Surroundings(depth: 1, ground: paint.fill ?? theme.chip)
    var panel = SceneBox(
      id: "!legend", parent: nil, frame: plan.frame, shape: .box,
      radius: BoxMetrics.containerRadius, paint: paint, text: nil, isContainer: true)
    panel.meaning = SceneMeaning(
      .annotation(of: []),
      name: legend.title.map { Markup($0).text.plain.onOneLine } ?? "Legend",
      details: legendEntries(shown))
    panel.text = legend.title.flatMap { placed.measured.notes[$0] }.map { title in
      title.scene(
        at: plan.frame.origin.offset(x: LegendMetrics.padding, y: LegendMetrics.padding),
        colors(of: Style(), in: inside), .left)
    }
    var (boxes, lines, crosses) = ([panel], [SceneLine](), [SceneBox]())
    for index in shown.sorted() {
      let sample = legend.samples[index]
      let (id, frame) = ("!legend!\(index)", plan.samples[index])
      switch sample.look {
      case .box(.text, let attributes):
        boxes.append(stroke(of: attributes.style, id: id, in: frame))
      case .box(let kind, let attributes):
        boxes += box(of: attributes, kind, id: id, in: frame, inside)
      case .line(let arrow):
        let (ends, line) = line(of: arrow, id: id, in: frame)
        boxes += ends
        lines.append(line)
        if arrow.attributes.style.isCrossedOut == true {
          let cross = Rect(center: frame.center, size: SceneBox.crossOnLine)
          crosses.append(.crossing(id, in: "!legend", cross, in: theme))
        }
      }
      guard let text = placed.measured.notes[sample.text] else { continue }
      var label = SceneBox(
        id: "\(id)!text", parent: "!legend", frame: text.chip(around: plan.texts[index]),
        shape: .none, radius: 0, paint: .invisible, text: nil, isContainer: false)
      label.text = text.scene(at: plan.texts[index].origin, colors(of: Style(), in: inside), .left)
      if theme.chip != nil { label.text?.background = inside.ground }
      boxes.append(label)
    }
    // All that it says is said of the panel.
    for index in boxes.indices.dropFirst() {
      boxes[index].meaning = SceneMeaning(.part(of: "!legend"))
    }
    for index in lines.indices { lines[index].meaning = SceneMeaning(.part(of: "!legend")) }
    return (boxes, lines, crosses)
  }

  private func colors(of style: Style, in surroundings: Surroundings) -> TextColors {
    TextColors(
      theme: theme, text: theme.textColor(of: style, .text, depth: surroundings.depth),
      ground: surroundings.ground ?? theme.background, isMuted: false)
  }

  /// A box in a look, without its text.
  private func box(
    of attributes: Attributes, _ kind: Reference.Kind, id: String, in place: Rect,
    _ surroundings: Surroundings
  ) -> [SceneBox] {
    let (style, shape) = (attributes.style, attributes.shape)
    let side = place.size.height
    let square = Rect(x: place.midX - side / 2, y: place.minY, width: side, height: side)
    if let plan = IconPlan(attributes, kind), plan.isAlone {
      guard let drawing = icons.drawing(of: plan.name) else { return [] }
      let inks = theme.inks(of: style, in: surroundings)
      return [SceneBox(icon: drawing, id: id, parent: "!legend", frame: square, inks: inks)]
    }
    let stack = style.isStacked == true ? SceneBox.stackDepth : 0
    let frame = (shape.shape.keepsSize ? square : place).inset(
      by: Insets(top: stack / 2, left: 0, bottom: 0, right: stack))
    var box = SceneBox(
      id: id, parent: "!legend", frame: frame, shape: shape, radius: 6,
      paint: theme.paint(of: style, isContainer: kind == .node, in: surroundings), text: nil,
      isContainer: false)
    box.mark(as: style, shape, in: theme, radius: 6)
    return [box]
  }

  /// A line that is no arrow.
  private func stroke(of style: Style, id: String, in place: Rect) -> SceneBox {
    var box = SceneBox(
      id: id, parent: "!legend", frame: place, shape: .none, radius: 0, paint: .invisible,
      text: nil, isContainer: false)
    box.kind = "sample"
    box.drawioStyle = nil
    box.shapes = [
      SceneShape(
        path: [.move(place.minX, place.midY), .line(place.maxX, place.midY)],
        paint: pen(of: style))
    ]
    return box
  }

  /// An arrow in a look, between two ends that are not seen.
  private func line(
    of arrow: Arrow, id: String, in place: Rect
  ) -> (ends: [SceneBox], line: SceneLine) {
    let size = 2
    let ends = [("from", place.minX), ("to", place.maxX - size)].map { name, x in
      SceneBox(
        id: "\(id)!\(name)", parent: "!legend",
        frame: Rect(x: x, y: place.midY - size / 2, width: size, height: size), shape: .none,
        radius: 0, paint: .invisible, text: nil, isContainer: false)
    }
    var line = SceneLine(
      id: id, source: ends[0].id, target: ends[1].id, parent: "!legend",
      points: [
        Point(x: ends[0].frame.maxX, y: place.midY), Point(x: ends[1].frame.minX, y: place.midY),
      ], isCurved: false, radius: BoxMetrics.bendRadius, paint: pen(of: arrow.attributes.style),
      startHead: arrow.startHead, endHead: arrow.endHead, text: nil)
    if arrow.isBlock { line.becomeBlock(in: theme, arrow.attributes.style) }
    return (ends, line)
  }

  private func pen(of style: Style) -> Paint {
    Paint(
      fill: nil, stroke: theme.lineColor(of: style),
      strokeWidth: style.emphasis == .strong ? 30 : 20, pattern: style.pattern ?? .solid)
  }

  /// What the legend says, in words.
  func legendSentence() -> String? {
    guard let shown = resolved.legend?.shown[picture], !shown.isEmpty else {
      return nil
    }
    return "Legend: \(legendEntries(shown).joined(separator: "; "))."
  }

  private func legendEntries(_ shown: Set<Int>) -> [String] {
    let samples = resolved.legend?.samples ?? []
    return shown.sorted().map { index in
      "\(samples[index].words) means \(Markup(samples[index].text).text.plain.onOneLine)"
    }
  }
}

extension LegendSample {
  /// What it looks like.
  fileprivate var words: String {
    let (style, thing): (Style, String) =
      switch look {
      case .line(let arrow):
        (
          arrow.attributes.style,
          arrow.startHead == .none && arrow.endHead == .none ? "line" : "arrow"
        )
      case .box(.text, let attributes): (attributes.style, "line")
      case .box(_, let attributes):
        (attributes.style, attributes.icon?.name.base ?? attributes.shape.shape.name)
      }
    let accent = style.accent.map { $0 == .primary ? "accented" : $0.rawValue }
    let pattern: String? =
      switch style.pattern {
      case .dashed: "dashed"
      case .dotted: "dotted"
      case .solid, nil: nil
      }
    let words = [accent, pattern, thing].compactMap(\.self).joined(separator: " ")
    return "\("aeiou".contains(words.prefix(1)) ? "an" : "a") \(words)"
  }
}
