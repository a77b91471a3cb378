import DiagramDSL
import DiagramGraph
package import DiagramIcons
package import DiagramModel
import DiagramText

extension PlacedSeries {
  /// Draws every picture: the part of the one layout that it shows, in the colours of a theme.
  package func scenes(in theme: Theme, _ icons: IconLibrary = .own) -> [Scene] {
    measured.resolved.pictures.indices.map { picture in
      let builder = SceneBuilder(placed: self, picture: picture, theme: theme, icons: icons)
      return builder.scene()
    }
  }
}

/// Resolves the styles of one picture.
struct SceneBuilder {
  let placed: PlacedSeries
  let picture: Int
  let theme: Theme
  let icons: IconLibrary
  /// The way of each arrow in this picture.
  let routes: [Route]

  init(placed: PlacedSeries, picture: Int, theme: Theme, icons: IconLibrary) {
    (self.placed, self.picture, self.theme, self.icons) = (placed, picture, theme, icons)
    routes = placed.routes(in: picture)
  }

  var resolved: ResolvedSeries { placed.measured.resolved }

  func scene() -> Scene {
    let boxes = resolved.items.indices.flatMap { index in
      box(for: index).map { [$0] + shapeAboveText(of: index) + icon(of: index) } ?? []
    }
    let lines = resolved.arrows.indices.compactMap { line(for: $0) }
    let (legend, sequences) = (legend(), sequences())
    let name = resolved.pictures[picture]
    var scene = Scene(
      path: "\(resolved.path)/\(name.name)", title: name.title, summary: summary(),
      theme: theme.name, size: placed.canvas,
      background: theme.paintsBackground ? theme.background : nil,
      elements: (captions() + annotations(areZooms: true) + boxes + annotations(areZooms: false)
        + legend.boxes + sequences.boxes)
        .map(SceneElement.box) + (lines + legend.lines + sequences.lines).map(SceneElement.line)
        + (legend.crosses + sequences.crosses + marks()).map(SceneElement.box))
    scene.isAdaptive = theme.isAdaptive
    scene.naturalSize = resolved.slide.naturalSize(of: placed.canvas)
    return scene
  }

  // MARK: - Boxes

  func box(for index: Int) -> SceneBox? {
    let item = resolved.items[index]
    guard case .box(let kind) = item.content, let variant = item.variants[picture] else {
      return nil
    }
    if let free = variant.attributes.free { return freeBox(of: index, variant, free) }
    if item.hasTextBelow {
      var box = textBelow(of: index, variant)
      box.more = SceneMore(variant.attributes)
      box.meaning = meaning(of: variant, kind)
      return box
    }
    let surroundings = surroundings(of: index)
    let paint = paint(of: variant, kind, in: surroundings)
    // A free text lies on a surface of its own where the theme does not know what is under it.
    let hasSurface = kind == .text && paint.fill != nil
    var box = SceneBox(
      id: item.id, parent: resolved.items.closestBox(around: index).map { resolved.items[$0].id },
      frame: placed.layout.frames[index], shape: hasSurface ? .box : variant.attributes.shape,
      radius: resolved.radius(of: index), paint: paint,
      text: text(for: index, variant, kind, in: surroundings), isContainer: kind == .node)
    box.more = SceneMore(variant.attributes)
    box.meaning = meaning(of: variant, kind)
    highlight(index, variant, in: &box)
    // What is nothing but an icon is marked around the icon.
    if IconPlan(variant.attributes, kind)?.isAlone != true {
      box.mark(
        as: variant.attributes.style, variant.attributes.shape, in: theme,
        radius: resolved.radius(of: index), hasContent: variant.isFilled)
    }
    return box
  }

  func paint(
    of variant: ResolvedSeries.Variant, _ kind: Reference.Kind, in surroundings: Surroundings
  ) -> Paint {
    kind == .text
      ? theme.notePaint(in: surroundings)
      : theme.paint(of: variant.attributes.style, isContainer: kind == .node, in: surroundings)
  }

  /// How deep a box lies in containers, and on what colour.
  func surroundings(of index: Int) -> Surroundings {
    guard let around = resolved.items.closestBox(around: index),
      let variant = resolved.items[around].variants[picture]
    else { return Surroundings(depth: 0, ground: theme.chip) }
    let outer = surroundings(of: around)
    if variant.attributes.shape == .none { return outer }
    let ground = theme.chip == nil ? nil : paint(of: variant, .node, in: outer).fill
    return Surroundings(depth: outer.depth + 1, ground: ground)
  }

  /// The colour of the innermost container around a box that has one, else of what lies under all.
  func fill(around index: Int) -> Color {
    guard let around = resolved.items.closestBox(around: index),
      let variant = resolved.items[around].variants[picture]
    else { return theme.chip ?? theme.background }
    return paint(of: variant, .node, in: surroundings(of: around)).fill ?? fill(around: around)
  }

  /// The colour under an arrow's text: that of the innermost container around all of it.
  func ground(under frame: Rect) -> Color {
    let around = resolved.items.indices.last { index in
      resolved.items[index].variants[picture] != nil
        && resolved.items[index].content == .box(.node)
        && placed.layout.frames[index].contains(frame)
    }
    guard let around, let variant = resolved.items[around].variants[picture] else {
      return theme.chip ?? theme.background
    }
    return paint(of: variant, .node, in: surroundings(of: around)).fill ?? fill(around: around)
  }

  private func text(
    for index: Int, _ variant: ResolvedSeries.Variant, _ kind: Reference.Kind,
    in surroundings: Surroundings
  ) -> SceneText? {
    guard let measured = placed.measured.texts[index][picture] else { return nil }
    let frame = placed.layout.frames[index]
    let insets = variant.attributes.shape.shape.textInsets(in: frame.size)
    let style = variant.attributes.style
    let colors = TextColors(
      theme: theme, text: theme.textColor(of: style, kind, depth: surroundings.depth),
      ground: paint(of: variant, kind, in: surroundings).fill ?? fill(around: index),
      isMuted: style.accent == nil && style.emphasis == .muted)
    if let title = placed.measured.title(of: index, in: picture) {
      let plan = IconPlan(variant.attributes, kind)
      let origin = title.rect(in: frame).origin.offset(x: plan?.titleRoom ?? 0)
      var text = measured.scene(at: origin, colors, title.alignment)
      if variant.attributes.shape == .none { text.background = surroundings.ground }
      return text
    }
    if let code = variant.attributes.code {
      let origin = frame.origin.offset(x: BoxMetrics.sidePadding, y: BoxMetrics.endPadding)
      return measured.scene(at: origin, theme.colors(of: code, colors), .left)
    }
    let room = placed.measured.room(in: frame, insets, kind)
    let alignment = variant.attributes.style.textAlignment ?? .center
    let size = measured.size
    let x =
      switch alignment {
      case .left: room.minX
      case .center: room.midX - size.width / 2
      case .right: room.maxX - size.width
      }
    let y =
      switch variant.attributes.textPosition {
      case .top: room.minY + BoxMetrics.endPadding
      case .bottom: room.maxY - BoxMetrics.endPadding - size.height
      case .center, .below, nil: room.midY - size.height / 2
      }
    let plan = IconPlan(variant.attributes, kind)
    let origin = plan?.text(size, in: room, alignment).origin ?? Point(x: x, y: y)
    var text = measured.scene(at: origin, colors, alignment)
    // Without an outline there is no fill under it.
    if kind != .text, variant.attributes.shape == .none { text.background = surroundings.ground }
    return text
  }

  // MARK: - Arrows

  private func line(for index: Int) -> SceneLine? {
    let united = resolved.arrows[index]
    guard let arrow = united.variants[picture] else { return nil }
    let route = routes[index]
    let ends = resolved.ends(of: index, in: picture)
    let color = theme.lineColor(of: arrow.attributes.style)
    let isStrong = arrow.attributes.style.emphasis == .strong
    var line = SceneLine(
      id: united.id, source: resolved.items[ends.source].id,
      target: resolved.items[ends.target].id, parent: commonBox(ends.source, ends.target),
      points: points(of: route, ends, arrow), isCurved: route.isCurved,
      radius: BoxMetrics.bendRadius,
      paint: Paint(
        fill: nil, stroke: color, strokeWidth: isStrong ? 30 : 20,
        pattern: arrow.attributes.style.pattern ?? .solid),
      startHead: arrow.startHead, endHead: arrow.endHead, text: label(of: index, arrow, route))
    line.isDrawnBackwards = sharesEnd(index)
    line.more = SceneMore(arrow.attributes)
    line.meaning.name = arrow.label?.text.plain.onOneLine ?? ""
    if arrow.isBlock { line.becomeBlock(in: theme, arrow.attributes.style) }
    return line
  }

  /// Whether an arrow reaches its target on a trunk.
  private func sharesEnd(_ index: Int) -> Bool {
    guard let trunk = resolved.trunks[index] else { return false }
    return resolved.arrows.indices.contains { other in
      other != index && resolved.trunks[other] == trunk
        && resolved.arrows[other].target == resolved.arrows[index].target
    }
  }

  /// The way with its ends on the outlines of the shapes that this picture shows, or as far from
  /// them as the author wants.
  private func points(
    of route: Route, _ ends: (source: Int, target: Int), _ arrow: Arrow
  ) -> [Point] {
    var points = route.points
    guard points.count > 1 else { return points }
    let last = points.count - 1
    let sharing = last == 1 ? 2 : 1
    let (first, behind) = (points[0], points[last])
    let (second, before) = (points[1], points[last - 1])
    points[0] = end(
      first, next: second, at: ends.source,
      gap: gap(of: arrow, arrow.startHead, from: first, to: second, sharing))
    points[last] = end(
      behind, next: before, at: ends.target,
      gap: gap(of: arrow, arrow.endHead, from: behind, to: before, sharing))
    return points
  }

  /// The gap at an end, as far as the piece of line there, which so many ends share, has room for it
  /// beside a head.
  ///
  /// The tip of a head is seen best just before the outline.
  private func gap(
    of arrow: Arrow, _ head: ArrowHead, from end: Point, to next: Point, _ sharing: Int
  ) -> Int {
    let length = max(abs(end.x - next.x), abs(end.y - next.y))
    let isTipped = head == .arrow || head == .hollow || arrow.isBlock
    let wished = isTipped ? max(arrow.gap, BoxMetrics.tipDistance) : arrow.gap
    return min(wished, max(0, (length - BoxMetrics.leastLine * sharing) / sharing))
  }

  private func end(_ point: Point, next: Point, at item: Int, gap: Int) -> Point {
    let frame = placed.layout.frames[item]
    guard let side = frame.side(at: point, towards: next) else { return point }
    let variant = resolved.items[item].variants[picture]
    let shape = variant?.attributes.shape ?? .box
    // It points at the last of the copies behind a box.
    let isStacked = variant?.attributes.style.isStacked == true && [.top, .right].contains(side)
    let gap = gap + (isStacked && !frame.contains(next) ? SceneBox.stackDepth : 0)
    if point.x != next.x, point.y != next.y {
      return slantedEnd(point, next: next, at: item, gap: gap)
    }
    let depth =
      iconDepth(of: item, side) ?? self.depth(of: shape, at: item, side, frame, point)
    // An arrow that runs inwards, from a container to its content, keeps its gap inside.
    let outwards = frame.contains(next) ? -gap - depth : gap - depth
    switch side {
    case .top: return point.offset(y: -outwards)
    case .right: return point.offset(x: outwards)
    case .bottom: return point.offset(y: outwards)
    case .left: return point.offset(x: -outwards)
    }
  }

  private func label(of index: Int, _ arrow: Arrow, _ route: Route) -> SceneText? {
    let trunks = placed.measured.trunkLabels
    let carrier = trunks.carriers[index]
    guard let measured = placed.measured.labels[index][picture],
      carrier.map({ trunks.writer(for: $0, in: picture) }) ?? index == index,
      let frame = carrier.map({ placed.layout.routes[$0].label }) ?? route.label
    else { return nil }
    let size = measured.size
    let besides = (placed.measured.badge(of: arrow)?.badgeSize.width).map {
      $0 + IconMetrics.badgeGap
    }
    let origin = Point(
      x: frame.midX - size.width / 2 + (besides ?? 0) / 2, y: frame.midY - size.height / 2)
    let style = arrow.attributes.style
    return freeText(measured, at: origin, style, style.textAlignment ?? .center)
  }

  /// A text that lies on no box of its own, on a chip where the theme lays one under it.
  func freeText(
    _ measured: MeasuredText, at origin: Point, _ style: Style, _ alignment: TextAlignment
  ) -> SceneText {
    let ground = ground(under: Rect(origin: origin, size: measured.size))
    let colors = TextColors(
      theme: theme, text: theme.labelColor(of: style), ground: ground,
      isMuted: style.accent == nil && style.emphasis == .muted)
    var text = measured.scene(at: origin, colors, alignment)
    text.background = theme.chip == nil ? nil : ground
    return text
  }

  /// The closest box around both ends, or the one end that is around the other.
  func commonBox(_ source: Int, _ target: Int) -> String? {
    let ancestors = Set(resolved.items.outwards(from: source))
    var common = source == target ? resolved.items.closestBox(around: source) : Optional(target)
    while let item = common,
      !ancestors.contains(item) || resolved.items[item].content != .box(.node)
    {
      common = resolved.items.outer(of: item)
    }
    return common.map { resolved.items[$0].id }
  }
}

extension SceneMore {
  fileprivate init(_ attributes: Attributes) {
    self.init(link: attributes.link, tooltip: attributes.tooltip)
  }
}
