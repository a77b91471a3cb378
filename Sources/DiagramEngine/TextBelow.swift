import DiagramDSL
import DiagramGraph
import DiagramModel

extension ResolvedSeries.Item {
  /// Whether its text stands below its shape, in whichever picture.
  var hasTextBelow: Bool { shown.contains(where: \.hasTextBelow) }
}

extension ResolvedSeries.Variant {
  fileprivate var hasTextBelow: Bool {
    // What is nothing but an icon has its text below anyway.
    attributes.textPosition == .below && !attributes.isVertical
      && IconPlan(attributes, .component)?.isAlone != true
  }
}

extension MeasuredSeries {
  /// The room of a shape with its text below: as much is free above it, so that arrows from the side meet
  /// its middle. A size that its author wishes is that of the shape.
  static func extent(
    ofTextBelow item: ResolvedSeries.Item, texts: [MeasuredText?]
  ) -> MeasuredSeries.Extent {
    var shape = BoxMetrics.leaf
    for variant in item.shown {
      let icon = IconPlan(variant.attributes, .component)?.size ?? 0
      let content = Size(
        width: icon + 2 * BoxMetrics.sidePadding, height: icon + 2 * BoxMetrics.endPadding)
      shape = shape.union(variant.attributes.shape.shape.size(around: content))
    }
    let least = shape
    shape.width = item.shown.compactMap(\.attributes.width).max().map { max($0, 20) } ?? shape.width
    shape.height =
      item.shown.compactMap(\.attributes.height).max().map { max($0, 20) } ?? shape.height
    let text = texts.compactMap { $0?.sizeWithChip }.reduce(Size.zero) { $0.union($1) }
    let below = text.height == 0 ? 0 : IconMetrics.belowGap + text.height
    var extent = Extent(
      minimum: Size(
        width: max(shape.width, text.width), height: shape.height + 2 * below),
      least: Size(width: min(20, least.width), height: 20),
      padding: .zero)
    extent.shapeAboveText = shape
    return extent
  }

  /// The part of the frame of a box that its shape takes: all of it, unless its text stands below.
  func shapeFrame(of index: Int, in frame: Rect) -> Rect {
    guard let size = extents[index].shapeAboveText else { return frame }
    return Rect(
      x: frame.midX - size.width / 2, y: frame.midY - size.height / 2, width: size.width,
      height: size.height)
  }
}

extension SceneBuilder {
  /// The part of the frame of a box that its shape takes.
  func shapeFrame(of index: Int) -> Rect {
    placed.measured.shapeFrame(of: index, in: placed.layout.frames[index])
  }

  /// The shape of a box whose text stands below it, as a part of the box; none for others.
  func shapeAboveText(of index: Int) -> [SceneBox] {
    let item = resolved.items[index]
    guard item.hasTextBelow, let variant = item.variants[picture] else { return [] }
    let (style, shape) = (variant.attributes.style, variant.attributes.shape)
    var box = SceneBox(
      id: "\(item.id)!shape", parent: item.id, frame: shapeFrame(of: index), shape: shape,
      radius: resolved.radius(of: index),
      paint: paint(of: variant, .component, in: surroundings(of: index)),
      text: nil, isContainer: false)
    box.meaning = SceneMeaning(.part(of: item.id))
    box.mark(as: style, shape, in: theme, radius: resolved.radius(of: index))
    return [box]
  }

  /// A box that is only the text below its shape.
  func textBelow(of index: Int, _ variant: ResolvedSeries.Variant) -> SceneBox {
    let (item, frame) = (resolved.items[index], placed.layout.frames[index])
    var box = SceneBox(
      id: item.id, parent: resolved.items.closestBox(around: index).map { resolved.items[$0].id },
      frame: frame, shape: .none, radius: 0, paint: .invisible, text: nil, isContainer: false)
    if let measured = placed.measured.texts[index][picture] {
      let origin = Point(
        x: frame.midX - measured.size.width / 2,
        y: shapeFrame(of: index).maxY + IconMetrics.belowGap)
      box.text = freeText(
        measured, at: origin, variant.attributes.style,
        variant.attributes.style.textAlignment ?? .center)
    }
    return box
  }

  /// How far an outline lies inside the frame of a box, where an arrow reaches it at a point.
  func depth(
    of shape: ShapeName, at item: Int, _ side: Side, _ frame: Rect, _ point: Point
  ) -> Int {
    let inner = shapeFrame(of: item)
    let offset =
      side.axis == .horizontal
      ? min(max(point.y, inner.minY), inner.maxY) - inner.minY
      : min(max(point.x, inner.minX), inner.maxX) - inner.minX
    let own = shape.shape.outline(of: inner.size, radius: resolved.radius(of: item))
      .depth(of: side, at: offset, in: inner.size)
    switch side {
    case .top: return own + inner.minY - frame.minY
    case .left: return own + inner.minX - frame.minX
    case .right: return own + frame.maxX - inner.maxX
    case .bottom:
      guard inner != frame else { return own }
      // The text is there.
      let text = placed.measured.texts[item][picture]?.size.height ?? 0
      return max(0, frame.maxY - inner.maxY - IconMetrics.belowGap - text - BoxMetrics.tipDistance)
    }
  }
}
