import DiagramModel

/// The `style` of a cell.
struct DrawioStyle: CustomStringConvertible {
  private var entries: [DrawioStyleEntry] = []

  /// `key=value` pairs, each with its semicolon: draw.io writes one after the last one too.
  var description: String { entries.map { "\($0.key)=\($0.value);" }.joined() }

  init(_ box: SceneBox) {
    entries =
      box.image?.drawioStyle ?? box.drawioStyle
      ?? [DrawioStyleEntry("shape", DrawioStencil(box).description)]
    add("html", 1)
    if box.isContainer {
      add("container", 1)
      add("collapsible", 0)
      add("recursiveResize", 0)
    }
    add("fillColor", box.paint.fill)
    add(pen: box.paint, color: box.paint.stroke)
    if let text = box.text { add(text, in: box) }
  }

  init(_ line: SceneLine, from source: Rect, to target: Rect) {
    if line.isBlock { add(block: BlockArrow(line), of: line) }
    add("edgeStyle", DrawioRoute(line, from: source, to: target).edgeStyle)
    if line.isCurved { add("curved", 1) }
    let isRounded = line.radius > 0 && !line.isCurved && !line.isBlock
    add("rounded", isRounded ? 1 : 0)
    if isRounded { add("arcSize", 2 * line.radius) }
    add("html", 1)
    if !line.isBlock {
      add(line.startHead, at: "start", strokeWidth: line.paint.strokeWidth)
      add(line.endHead, at: "end", strokeWidth: line.paint.strokeWidth)
    }
    add(port: line.points[0], of: source, named: "exit")
    add(port: line.points[line.points.count - 1], of: target, named: "entry")
    add(pen: line.paint, color: line.paint.stroke)
    if let text = line.text {
      add(text)
      add("labelBackgroundColor", text.background)
    }
  }

  private mutating func add(_ key: String, _ value: String) {
    entries.append(DrawioStyleEntry(key, value))
  }

  private mutating func add(_ key: String, _ value: Int) { add(key, "\(value)") }

  private mutating func add(_ key: String, _ color: Color?) {
    add(key, color?.description ?? "none")
  }

  private mutating func add(pen: Paint, color: Color?) {
    add("strokeColor", color)
    guard color != nil else { return }
    add("strokeWidth", decimal(pen.strokeWidth, places: 1))
    if let dashes = pen.pattern.dashes {
      add("dashed", 1)
      add("dashPattern", dashes)
      add("fixDash", 1)
    }
  }

  private mutating func add(_ head: ArrowHead, at end: String, strokeWidth: Int) {
    guard let marker = ArrowMarker(head, strokeWidth: strokeWidth) else {
      return add("\(end)Arrow", "none")
    }
    add("\(end)Arrow", marker.drawioName)
    add("\(end)Fill", marker.isHollow ? 0 : 1)
    add("\(end)Size", decimal(marker.drawioSize, places: 2))
  }

  /// draw.io adds the pen to the widths and lengths, and takes lengths three times.
  private mutating func add(block: BlockArrow, of line: SceneLine) {
    let pen = Double(line.paint.strokeWidth) / 10
    let body = BlockArrow.body - max(0, pen - 1)
    add("shape", "flexArrow")
    add("width", decimal(nearest(body * 100), places: 2))
    for (end, head) in [("start", line.startHead), ("end", line.endHead)] {
      add("\(end)Arrow", head == .none ? "none" : "block")
      guard head != .none else { continue }
      add("\(end)Fill", 1)
      add(
        "\(end)Width", decimal(nearest((BlockArrow.head - BlockArrow.body - pen) * 100), places: 2))
      add("\(end)Size", decimal(nearest((block.headLength - pen) / 3 * 100), places: 2))
    }
    add("fillColor", line.paint.fill)
  }

  /// A fixed point of a box: as shares of its size as far as it lies on the box, the rest in units.
  private mutating func add(port: Point, of frame: Rect, named end: String) {
    let x = PortShare(port.x - frame.minX, of: frame.size.width)
    let y = PortShare(port.y - frame.minY, of: frame.size.height)
    add("\(end)X", decimal(x.share, places: 6))
    add("\(end)Y", decimal(y.share, places: 6))
    if x.rest != 0 { add("\(end)Dx", x.rest) }
    if y.rest != 0 { add("\(end)Dy", y.rest) }
    add("\(end)Perimeter", 0)
  }

  private mutating func add(_ text: SceneText) {
    add("fontFamily", text.font.face.drawioFamily)
    add("fontSize", text.font.size)
    let style = (text.font.face.isBold ? 1 : 0) + (text.font.isItalic ? 2 : 0)
    if style > 0 { add("fontStyle", style) }
    add("fontColor", text.color)
    add("align", text.alignment.drawioName)
    // All distances are given; draw.io's own would be added to them.
    add("spacing", 0)
  }

  /// Where the text of a box lies. In a container it keeps its distance from the edge where it
  /// stands, also when a person makes the container larger.
  private mutating func add(_ text: SceneText, in box: SceneBox) {
    add(text)
    if text.isVertical { add("horizontal", 0) }
    if let background = text.background { add("labelBackgroundColor", background) }
    let (frame, inner) = (box.frame, text.chip ?? text.frame)
    switch text.alignment {
    case .left: addUnlessZero("spacingLeft", inner.minX - frame.minX)
    case .right: addUnlessZero("spacingRight", frame.maxX - inner.maxX + Self.labelWidth)
    case .center:
      addShift(2 * inner.midX - frame.minX - frame.maxX, "spacingLeft", "spacingRight")
    }
    let shift = inner.minY + inner.maxY - frame.minY - frame.maxY
    if !box.isContainer || abs(shift) <= 2 {
      add("verticalAlign", "middle")
      addShift(shift, "spacingTop", "spacingBottom")
    } else if shift < 0 {
      add("verticalAlign", "top")
      addUnlessZero("spacingTop", inner.minY - frame.minY + text.surplus - Self.ownTopSpacing)
    } else {
      add("verticalAlign", "bottom")
      addUnlessZero("spacingBottom", frame.maxY - inner.maxY + text.surplus)
    }
  }

  /// What draw.io adds above a title whatever the style says (`mxText.baseSpacingTop`).
  private static let ownTopSpacing = 5
  /// The width that draw.io gives a label that is not wrapped: the right ends of its lines lie at
  /// the right end of that.
  static let labelWidth = 1

  private mutating func addUnlessZero(_ key: String, _ value: Int) {
    if value != 0 { add(key, value) }
  }

  /// Moves a centred text: draw.io takes half of the difference between both distances.
  private mutating func addShift(_ shift: Int, _ forward: String, _ backward: String) {
    addUnlessZero(shift > 0 ? forward : backward, abs(shift))
  }
}

extension SceneText {
  /// How much higher half of the text is here than in draw.io, whose lines are 1.2 em apart and
  /// not rounded.
  fileprivate var surplus: Int {
    lines.reduce(0) { $0 + 5 * $1.font.lineHeight - 6 * $1.font.size } / 10
  }
}

/// A coordinate of a fixed point.
private struct PortShare {
  /// Of the box's width or height, in millionths, from 0 to 1,000,000.
  let share: Int
  /// What lies outside the box, in units.
  let rest: Int

  init(_ distance: Int, of extent: Int) {
    let inside = max(0, min(extent, distance))
    share = extent > 0 ? nearest(Double(inside * 1_000_000) / Double(extent)) : 0
    rest = distance - inside
  }
}

extension TextAlignment {
  fileprivate var drawioName: String {
    switch self {
    case .left: "left"
    case .center: "center"
    case .right: "right"
    }
  }
}
