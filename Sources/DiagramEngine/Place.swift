import Arrangements
import DiagramDSL
package import DiagramGraph
import DiagramLayout
package import DiagramModel
import DiagramText

/// A series with a place for everything: the same for all of its pictures.
package struct PlacedSeries: Sendable {
  package let measured: MeasuredSeries
  /// One frame an item and one route an arrow, inside the canvas.
  package let layout: Layout
  /// The canvas of every picture.
  package let canvas: Size
  /// What lies over the drawing.
  let overlays: Overlays
  /// Where the legend lies, if there is one.
  var legend: LegendPlan?
  /// What the author should know of, though it can be drawn, in the order of its places.
  let warnings: [Diagnostic]
}

extension MeasuredSeries {
  /// Lays the union of all pictures out, once.
  ///
  /// - Parameter request: where the arrows of what nobody arranged should point, and what random
  ///   choices are drawn from.
  /// - Returns: the series with its places, and what its author should know of.
  /// - Throws: ``DiagramError`` if pins and hints leave no room, and for the errors found before.
  package func placed(
    by request: LayoutRequest = .asOneReads
  ) throws(DiagramError) -> PlacedSeries {
    try roomyForShapes { HintCheck($0.resolved, $0.graph).hinted.placed(by: request) }
      .placedAsIs(by: request)
  }

  private func placedAsIs(by request: LayoutRequest) throws(DiagramError) -> PlacedSeries {
    let check = HintCheck(resolved, graph)
    let (layout, overlays) = placedWithRoom(check.hinted, by: request)
    var diagnostics = resolved.diagnostics + SizeCheck(self, layout).diagnostics
    diagnostics += check.diagnostics(of: layout.frames)
    diagnostics += PinCheck(resolved, check.hinted, layout.frames).diagnostics
    diagnostics += SideCheck(resolved, layout).diagnostics
    if diagnostics.holdError { throw DiagramError(diagnostics.inWrittenOrder()) }
    let frames = Array(layout.frames.dropFirst())
    var bounds = Layout(frames: frames, routes: layout.routes).bounds ?? .zero
    // Pins count from the corner of the drawing.
    if resolved.items.contains(where: { $0.parent == nil && $0.pin != nil }) {
      bounds = bounds.union(.zero)
    }
    let margin = BoxMetrics.margin
    if let over = overlays.bounds { bounds = bounds.union(over) }
    let legend = legendPlan(
      beside: Layout(frames: frames, routes: layout.routes), overlays, in: bounds)
    if let legend { bounds = bounds.union(legend.frame) }
    let around = roomAround
    let width = max(bounds.size.width, around.width)
    let dx = margin - bounds.minX + (width - bounds.size.width) / 2
    let dy = margin - bounds.minY + around.above
    return PlacedSeries(
      measured: self, layout: Layout(frames: frames, routes: layout.routes).moved(x: dx, y: dy),
      canvas: Size(
        width: width + 2 * margin,
        height: bounds.size.height + around.above + around.below + 2 * margin),
      overlays: overlays.moved(x: dx, y: dy), legend: legend?.moved(x: dx, y: dy),
      warnings: diagnostics.inWrittenOrder())
  }

  /// The layout of a graph, with larger gaps and paddings where something that is said of boxes touches
  /// something else, if that helps.
  private func placedWithRoom(
    _ graph: LayoutGraph, by request: LayoutRequest
  ) -> (Layout, Overlays) {
    var graph = graph
    var layout = graph.placed(by: request)
    var overlays = Overlays(layout, of: graph, self)
    var last = overlays
    for attempt in 0..<Self.roomAttempts where !overlays.findings.isEmpty && !last.crowded.isEmpty {
      var overhangs = graph.nodes.map(\.overhang)
      for (box, room) in last.crowded {
        // What just had room and touches something else now needs more than its size.
        let more = room.grown(by: attempt * Self.moreRoom)
        overhangs[box + 1] = overhangs[box + 1].union(more)
      }
      let roomy = graph.withRoom(forOverhangs: overhangs)
      // What has the room already needs more of it.
      guard roomy != graph else { continue }
      graph = roomy
      let next = graph.placed(by: request)
      last = Overlays(next, of: graph, self)
      if last.findings.count < overlays.findings.count { (layout, overlays) = (next, last) }
    }
    return (layout, overlays)
  }

  /// How often everything is placed again for what is said of boxes.
  private static let roomAttempts = 4
  /// By how much the room on a side grows with each attempt.
  private static let moreRoom = 12

  /// What the headings and captions of all pictures need around the drawing.
  private var roomAround: (above: Int, below: Int, width: Int) {
    let (headings, captions) = (headings.compactMap { $0?.size }, captions.compactMap { $0?.size })
    func room(_ sizes: [Size]) -> Int {
      sizes.map { $0.height + BoxMetrics.captionDistance }.max() ?? 0
    }
    return (room(headings), room(captions), (headings + captions).map(\.width).max() ?? 0)
  }

  /// The neutral graph: node 0 is the canvas, item *i* is node *i* + 1.
  var graph: LayoutGraph {
    let root = LayoutNode(
      parent: nil, minimumSize: .zero, arrangement: .automatic(spacing: nil), isOutlined: false)
    let items = resolved.items.indices.map { node(for: $0) }
    var graph = LayoutGraph(
      nodes: [root] + items, edges: resolved.arrows.indices.map { edge(for: $0) })
    graph.shape = resolved.slide.room
    makeRoomForLaid(in: &graph)
    return graph.withRoom(forOverhangs: [.zero] + overhangs)
  }

  private func node(for index: Int) -> LayoutNode {
    let item = resolved.items[index]
    let attributes = item.shown.map(\.attributes)
    let fixedAxes = fixedAxes(of: item)
    let hasSizeHint = attributes.contains { $0.width != nil || $0.height != nil }
    // Boxes side by side are not as wide as one whose text runs upwards, nor as high.
    let isTurned = attributes.contains(where: \.isVertical)
    let isText = item.content == .box(.text)
    let isOutlined = !isText && !item.id.isEmpty
    var node = LayoutNode(
      parent: (resolved.items.outer(of: index) ?? -1) + 1, minimumSize: extents[index].minimum,
      padding: extents[index].padding, arrangement: item.arrangement, isOutlined: isOutlined,
      sizeGroup: isOutlined && !hasSizeHint && !isTurned && !item.isCode && item.on == nil
        ? sizeGroup(of: index) : nil,
      grows: !isText,
      alignment: alignment(of: item), pin: item.on == nil ? item.pin : nil)
    node.on = placeOnParent(of: index)
    node.fixedAxes = fixedAxes
    if item.free == .divider {
      let isHorizontal = resolved.isHorizontalDivider(index)
      node.fixedAxes = [isHorizontal ? .vertical : .horizontal]
      node.grows = true
      node.alignment = .stretch
      node.isPassable = true
    }
    if item.free == .spot {
      node.fixedAxes = Set(Axis.allCases)
      node.isFreeEnd = resolved.arrows.contains { $0.source == index || $0.target == index }
      // One that only keeps a cell of a grid free is in the way of nothing.
      node.isPassable = !node.isFreeEnd
    }
    if item.free == .track {
      node.grows = true
      node.alignment = .stretch
      node.isPassable = true
    }
    node.isContainer = item.content == .box(.node)
    node.roundSides = roundSides(of: index)
    node.pointedSides = pointedSides(of: index)
    node.core = core(of: index)
    node.titles = titles(of: index) + textUnderOthers(of: index)
    node.writing = each(item.shown.compactMap(\.attributes.code)).flatMap {
      $0.writing(in: extents[index].minimum)
    }
    node.pictures = PictureSet(item.variants.indices.filter { item.variants[$0] != nil })
    if isCrossed(index) {
      let room = node.roomBesideTitles(inMiddle: isStack(index))
      node.minimumSize.width = max(node.minimumSize.width, room)
    }
    arrange(&node, of: index)
    return node
  }

  /// Whether an arrow runs from outside of a container to what is in it.
  private func isCrossed(_ index: Int) -> Bool {
    isContainer(index)
      && resolved.arrows.contains { arrow in
        let ends = [arrow.source, arrow.target]
        return !ends.contains(index) && ends.count { resolved.items.holds(index, $0) } == 1
      }
  }

  /// Whether what is in a container stands on its middle line: one box, or boxes below each other.
  private func isStack(_ index: Int) -> Bool {
    switch resolved.items[index].arrangement {
    case .column(.center, _), .column(.stretch, _), .shared: true
    case .column, .row, .grid, .lanes, .ring, .automatic, .nested, .layered, .tree, .orthogonal,
      .force,
      .packed:
      resolved.items.count { $0.parent == index && $0.on == nil } == 1
    }
  }

  /// The axes along which a box is as large as its shape or its author says.
  private func fixedAxes(of item: ResolvedSeries.Item) -> Set<Axis> {
    let attributes = item.shown.map(\.attributes)
    if item.keepsSize || item.isCode { return Set(Axis.allCases) }
    var axes: Set<Axis> = []
    if attributes.contains(where: { $0.width != nil }) { axes.insert(.horizontal) }
    if attributes.contains(where: { $0.height != nil }) { axes.insert(.vertical) }
    return axes
  }

  /// The texts that a container shows beside its content in whichever picture.
  private func titles(of index: Int) -> [LayoutTitle] {
    var titles: [LayoutTitle] = []
    for picture in resolved.items[index].variants.indices {
      if let title = title(of: index, in: picture), !titles.contains(title) { titles.append(title) }
    }
    return titles
  }

  /// How an item lies across its row or column or in its cell: as it says itself, or as the arrangement
  /// around it does.
  private func alignment(of item: ResolvedSeries.Item) -> Alignment? {
    if let own = item.shown.lazy.compactMap(\.attributes.alignment).first { return own }
    guard let parent = item.parent else { return nil }
    return resolved.items[parent].shown.lazy.compactMap(\.attributes.childAlignment).first
  }

  /// The text that a container shows beside its content in a picture, or at the end where its author
  /// wants it; nil if it shows none, or in its middle.
  func title(of index: Int, in picture: Int) -> LayoutTitle? {
    guard resolved.items[index].content == .box(.node), !resolved.items[index].isCode,
      let variant = resolved.items[index].variants[picture], let text = texts[index][picture]
    else { return nil }
    let position = resolved.items[index].titlePosition(of: variant)
    if position == .center { return nil }
    let insets =
      isContainer(index)
      ? extents[index].shapeInsets
      : variant.attributes.shape.shape.textInsets(in: extents[index].minimum)
    var size = text.size
    size.width += IconPlan(variant.attributes, .node)?.titleRoom ?? 0
    var title = LayoutTitle(
      size: size,
      inset: Size(
        width: extents[index].inset + insets.left,
        height: BoxMetrics.titleRoom / 2 + (position == .bottom ? insets.bottom : insets.top)),
      alignment: variant.attributes.style.textAlignment ?? .left,
      isAtBottom: position == .bottom)
    title.isBeside = position == .left
    return title
  }

  /// Components of one container are equal, and so are its containers; those of a shape that keeps its
  /// size are equal to each other.
  private func sizeGroup(of index: Int) -> Int {
    let container = resolved.items.closestBox(around: index) ?? -1
    let item = resolved.items[index]
    let shape = item.shown.first.flatMap { variant in
      Shapes.all.firstIndex { ShapeName($0) == variant.attributes.shape && $0.keepsSize }
    }
    let kind =
      item.content == .box(.node)
      ? 0 : item.isIcon || item.hasTextBelow ? Shapes.all.count + 2 : shape.map { $0 + 2 } ?? 1
    return (container + 1) * (Shapes.all.count + 3) + kind
  }

  /// The side at which an arrow reaches an item if its author does not say so: marks in a code where none
  /// of it is in the way, or the least.
  private func side(at item: Int) -> Side? {
    guard resolved.items[item].shown.contains(where: \.attributes.isMark),
      let parent = resolved.items[item].parent
    else { return nil }
    let sides = resolved.items[parent].shown.compactMap(\.attributes.code).flatMap { code in
      code.marks.filter { code.frame(of: $0)?.origin == resolved.items[item].pin }
        .map { code.sides(of: $0) }
    }
    guard let first = sides.first, first.count == 1 else { return nil }
    return first.first
  }

  private func edge(for index: Int) -> LayoutEdge {
    let arrow = resolved.arrows[index]
    let first = arrow.shown[0]
    let carrier = trunkLabels.carriers[index]
    let sizes =
      carrier ?? index == index
      ? arrow.variants.indices.compactMap { picture in
        labelSize(
          of: carrier.map { trunkLabels.writer(for: $0, in: picture) } ?? index, in: picture)
      } : []
    let shownIn = arrow.variants.indices.filter { arrow.variants[$0] != nil }
    var edge = LayoutEdge(
      source: arrow.source + 1, target: arrow.target + 1,
      labelSize: sizes.isEmpty ? nil : sizes.reduce(.zero) { $0.union($1) },
      routing: first.routing, sourceSide: first.sourceSide ?? side(at: arrow.source),
      targetSide: first.targetSide ?? side(at: arrow.target),
      pictures: PictureSet(shownIn),
      minimumLength: arrow.shown.map(\.minimumLength).max() ?? 1,
      weight: arrow.shown.map(\.weight).max() ?? 1, trunk: resolved.trunks[index])
    edge.isTrunkLabelled = carrier == index
    edge.joinsRows = arrow.joinsRows
    edge.isTwoWay = arrow.shown.allSatisfy { ($0.startHead == .none) == ($0.endHead == .none) }
    edge.gap = arrow.shown.map(\.gap).max() ?? 0
    edge.halfWidth = arrow.shown.contains(where: \.isBlock) ? BlockArrow.halfWidth : 0
    edge.roomOnLine = roomOnLine(of: arrow, with: edge.labelSize)
    return edge
  }
}

extension MeasuredSeries {
  /// What the number and the texts at the ends of an arrow need along its line, with its own text between
  /// these, if it is level and if it is upright.
  private func roomOnLine(of arrow: ResolvedSeries.UnitedArrow, with label: Size?) -> Size {
    arrow.shown.reduce(.zero) { room, arrow in
      let ends = [arrow.startLabel, arrow.endLabel].compactMap { text in
        text.flatMap { notes[$0]?.sizeWithChip }
      }
      let between = ends.isEmpty ? nil : label
      let sizes = ends + [badge(of: arrow)?.badgeSize, between].compactMap(\.self)
      guard !sizes.isEmpty else { return room }
      return room.union(
        sizes.reduce(Size(width: Self.besideMarks, height: Self.besideMarks)) {
          Size(width: $0.width + $1.width, height: $0.height + $1.height)
        })
    }
  }

  /// What an arrow needs beside what stands on it: its heads.
  private static let besideMarks = 36
}

extension ResolvedSeries.UnitedArrow {
  /// Whether it is a line of a data model: its ends say of how many rows it speaks.
  var joinsRows: Bool {
    shown.contains { arrow in
      [arrow.startHead, arrow.endHead].contains { $0 == .one || $0 == .many }
    }
  }
}

extension ResolvedSeries.Item {
  /// Where the title of a container stands in a picture: where its author wants it, else where other
  /// pictures have it that show more of it; in the middle of one that never shows anything inside.
  func titlePosition(of variant: ResolvedSeries.Variant) -> TitlePosition {
    switch variant.attributes.titlePosition {
    case .center where variant.isFilled: return .top
    case let position?: return position
    case nil:
      let filled = shown.filter(\.isFilled)
      guard !filled.isEmpty else { return .center }
      let wished = filled.lazy.compactMap(\.attributes.titlePosition).first { $0 != .center }
      return variant.isFilled ? .top : wished ?? .top
    }
  }

  /// Whether it is a box with code.
  var isCode: Bool { shown.contains { $0.attributes.code != nil } }

  /// Whether some picture shows it in a shape that keeps its size.
  var keepsSize: Bool {
    isIcon || hasTextBelow || shown.contains { $0.attributes.shape.shape.keepsSize }
  }

  /// Whether some picture shows it as nothing but an icon.
  var isIcon: Bool {
    guard case .box(let kind) = content else { return false }
    return shown.contains { IconPlan($0.attributes, kind)?.isAlone == true }
  }
}

extension LayoutNode {
  /// The width of a container with room beside its titles for an arrow that ends in the middle of what
  /// is in it: in the inner 60 % of the width, or on its middle line where that costs little.
  fileprivate func roomBesideTitles(inMiddle: Bool) -> Int {
    let widths = titles.filter { $0.alignment != .center && !$0.isBeside }.map(\.size.width)
    let width = (widths.max() ?? 0) + BoxMetrics.titleClearance
    func stepped(_ room: Int) -> Int {
      (room + padding[.horizontal] + BoxMetrics.step - 1) / BoxMetrics.step * BoxMetrics.step
    }
    let (least, middle) = (stepped(width * 5 / 4), stepped(width * 2))
    return inMiddle && middle <= BoxMetrics.widestForArrow ? middle : least
  }
}

extension [ResolvedSeries.Item] {
  /// Whether an item is another one, or around it.
  fileprivate func holds(_ outer: Int, _ inner: Int) -> Bool {
    outwards(from: inner).contains(outer)
  }
}

extension Insets {
  /// The same with more room on the sides that have some.
  fileprivate func grown(by more: Int) -> Insets {
    var grown = self
    for side in Side.allCases where self[side] > 0 { grown[side] += more }
    return grown
  }
}
