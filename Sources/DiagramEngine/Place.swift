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
  /// What the author should know of, though it can be drawn, in the order of its places.
  let warnings: [Diagnostic]
}

extension MeasuredSeries {
  /// Lays the union of all pictures out, once.
  ///
  /// - Throws: ``DiagramError`` if pins and hints leave no room, and for the errors found before.
  package func placed() throws(DiagramError) -> PlacedSeries {
    try roomyForShapes { HintCheck($0.resolved, $0.graph).hinted.placed() }.placedAsIs()
  }

  private func placedAsIs() throws(DiagramError) -> PlacedSeries {
    let check = HintCheck(resolved, graph)
    let layout = check.hinted.placed()
    let diagnostics =
      resolved.diagnostics + SizeCheck(self).diagnostics + check.diagnostics(of: layout.frames)
      + SideCheck(resolved, layout).diagnostics
    if diagnostics.holdError { throw DiagramError(diagnostics.inWrittenOrder()) }
    let frames = Array(layout.frames.dropFirst())
    var bounds = Layout(frames: frames, routes: layout.routes).bounds ?? .zero
    // Pins count from the corner of the drawing.
    if resolved.items.contains(where: { $0.parent == nil && $0.pin != nil }) {
      bounds = bounds.union(.zero)
    }
    let margin = BoxMetrics.margin
    let dx = margin - bounds.minX
    let dy = margin - bounds.minY
    return PlacedSeries(
      measured: self, layout: Layout(frames: frames, routes: layout.routes).moved(x: dx, y: dy),
      canvas: Size(
        width: bounds.size.width + 2 * margin, height: bounds.size.height + 2 * margin),
      warnings: diagnostics.inWrittenOrder())
  }

  /// The neutral graph: node 0 is the canvas, item *i* is node *i* + 1.
  var graph: LayoutGraph {
    let root = LayoutNode(
      parent: nil, minimumSize: .zero, arrangement: .automatic(spacing: nil), isOutlined: false)
    let items = resolved.items.indices.map { node(for: $0) }
    return LayoutGraph(nodes: [root] + items, edges: resolved.arrows.indices.map { edge(for: $0) })
  }

  private func node(for index: Int) -> LayoutNode {
    let item = resolved.items[index]
    let attributes = item.shown.map(\.attributes)
    let hasSizeHint = attributes.contains { $0.width != nil || $0.height != nil }
    let isText = item.content == .box(.text)
    let isOutlined = !isText && !item.id.isEmpty
    var node = LayoutNode(
      parent: (item.parent ?? -1) + 1, minimumSize: extents[index].minimum,
      padding: extents[index].padding, arrangement: item.arrangement, isOutlined: isOutlined,
      sizeGroup: isOutlined && !hasSizeHint ? sizeGroup(of: index) : nil, grows: !isText,
      alignment: alignment(of: item), pin: item.pin)
    node.titles = titles(of: index)
    return node
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
    guard resolved.items[index].content == .box(.node),
      let variant = resolved.items[index].variants[picture], let text = texts[index][picture]
    else { return nil }
    switch variant.attributes.titlePosition {
    case .center, nil: if !variant.isFilled { return nil }
    case .top, .bottom: break
    }
    let isAtBottom = variant.attributes.titlePosition == .bottom
    let insets =
      isContainer(index)
      ? extents[index].shapeInsets
      : variant.attributes.shape.shape.textInsets(in: extents[index].minimum)
    return LayoutTitle(
      size: text.text.size,
      inset: Size(
        width: BoxMetrics.containerPadding + insets.left,
        height: BoxMetrics.titleRoom / 2 + (isAtBottom ? insets.bottom : insets.top)),
      alignment: variant.attributes.style.textAlignment ?? .left,
      isAtBottom: isAtBottom)
  }

  /// Components of one container are equal, and so are its containers.
  private func sizeGroup(of index: Int) -> Int {
    let container = resolved.items.closestBox(around: index) ?? -1
    return 2 * (container + 1) + (resolved.items[index].content == .box(.node) ? 1 : 0)
  }

  private func edge(for index: Int) -> LayoutEdge {
    let arrow = resolved.arrows[index]
    let first = arrow.shown[0]
    let sizes = labels[index].compactMap { $0?.sizeWithChip }
    let shownIn = arrow.variants.indices.filter { arrow.variants[$0] != nil }
    return LayoutEdge(
      source: arrow.source + 1, target: arrow.target + 1,
      labelSize: sizes.isEmpty ? nil : sizes.reduce(.zero) { $0.union($1) },
      routing: first.routing, sourceSide: first.sourceSide, targetSide: first.targetSide,
      pictures: PictureSet(shownIn),
      minimumLength: arrow.shown.map(\.minimumLength).max() ?? 1,
      weight: arrow.shown.map(\.weight).max() ?? 1, trunk: resolved.trunks[index])
  }
}
