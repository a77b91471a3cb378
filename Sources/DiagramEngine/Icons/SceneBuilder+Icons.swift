import DiagramDSL
import DiagramGraph
import DiagramIcons
import DiagramModel
import DiagramText

extension SceneBuilder {
  /// The icon of a box, as a part of it; none where it shows none.
  func icon(of index: Int) -> [SceneBox] {
    let item = resolved.items[index]
    guard case .box(let kind) = item.content, let variant = item.variants[picture],
      let plan = IconPlan(variant.attributes, kind), let drawing = icons.drawing(of: plan.name),
      let frame = iconFrame(of: index)
    else { return [] }
    var inks = inks(of: variant, kind, plan, in: surroundings(of: index))
    // The copies behind it are not seen through it.
    if variant.attributes.style.isStacked == true { inks = inks.solid(on: theme) }
    var box = SceneBox(
      icon: drawing, id: "\(item.id)!icon",
      parent: item.hasTextBelow ? "\(item.id)!shape" : item.id, frame: frame, inks: inks)
    box.meaning = SceneMeaning(.part(of: item.id))
    if plan.isAlone { box.mark(as: variant.attributes.style, .none, in: theme, radius: 8) }
    return [box]
  }

  /// Where the icon of a box lies; nil where it shows none.
  func iconFrame(of index: Int) -> Rect? {
    placed.measured.iconFrame(of: index, in: picture, placed.layout.frames[index])
  }

  /// How far an icon that is a box of its own lies inside its frame; nil for other boxes.
  func iconDepth(of index: Int, _ side: Side) -> Int? {
    guard case .box(let kind) = resolved.items[index].content,
      let variant = resolved.items[index].variants[picture],
      let plan = IconPlan(variant.attributes, kind), plan.isAlone,
      let icon = ink(of: index)?.bounds
    else { return nil }
    let frame = placed.layout.frames[index]
    switch side {
    case .left: return max(0, icon.minX - frame.minX)
    case .top: return max(0, icon.minY - frame.minY)
    // Its text is there.
    case .right: return plan.label == .beside ? 0 : max(0, frame.maxX - icon.maxX)
    case .bottom: return plan.label == .below ? 0 : max(0, frame.maxY - icon.maxY)
    }
  }

  /// Where lines end at an icon: points on its own lines, a bit outside; nil where a box shows none.
  func ink(of index: Int) -> [ExactPoint]? {
    guard case .box(let kind) = resolved.items[index].content,
      let variant = resolved.items[index].variants[picture],
      let plan = IconPlan(variant.attributes, kind), let frame = iconFrame(of: index),
      let drawing = icons.drawing(of: plan.name)
    else { return nil }
    let inks = IconInks(line: theme.text, surface: theme.text, onSurface: theme.text)
    let points = drawing.shapes(in: frame, inks).flatMap { $0.polylines.flatMap(\.self) }
    return (points.isEmpty ? drawing.fitted(in: frame).corners : points)
      .grown(by: IconMetrics.lineGap)
  }

  /// The colours of an icon: those of lines and leaves where it lies free, those of its box in one.
  private func inks(
    of variant: ResolvedSeries.Variant, _ kind: Reference.Kind, _ plan: IconPlan,
    in surroundings: Surroundings
  ) -> IconInks {
    let style = variant.attributes.style
    guard plan.isAlone else {
      let text = theme.textColor(of: style, kind, depth: surroundings.depth)
      return IconInks(
        line: text, surface: paint(of: variant, kind, in: surroundings).fill, onSurface: text)
    }
    return theme.inks(of: style, in: surroundings)
  }
}

extension MeasuredSeries {
  /// Where the icon of a box lies in its frame; nil where it shows none.
  func iconFrame(of index: Int, in picture: Int, _ frame: Rect) -> Rect? {
    guard case .box(let kind) = resolved.items[index].content,
      let variant = resolved.items[index].variants[picture],
      let plan = IconPlan(variant.attributes, kind)
    else { return nil }
    if let title = title(of: index, in: picture) {
      let place = title.rect(in: frame)
      return Rect(
        x: place.minX, y: place.midY - plan.size / 2, width: plan.size, height: plan.size)
    }
    let insets =
      plan.isAlone ? Insets.zero : variant.attributes.shape.shape.textInsets(in: frame.size)
    if resolved.items[index].hasTextBelow {
      let center = room(in: shapeFrame(of: index, in: frame), insets, .text).center
      return Rect(
        x: center.x - plan.size / 2, y: center.y - plan.size / 2, width: plan.size,
        height: plan.size)
    }
    let text = texts[index][picture]?.size
    return plan.icon(
      in: plan.isAlone ? frame : room(in: frame, insets, kind), besides: text,
      variant.attributes.style.textAlignment ?? .center)
  }

  /// The part of a frame that a text may take.
  func room(in frame: Rect, _ insets: Insets, _ kind: Reference.Kind) -> Rect {
    let side = kind == .text ? 0 : BoxMetrics.sidePadding
    return frame.inset(
      by: Insets(
        top: insets.top, left: insets.left + side, bottom: insets.bottom,
        right: insets.right + side))
  }
}

extension Theme {
  /// The colours of an icon that lies on no box of its own.
  func inks(of style: Style, in surroundings: Surroundings) -> IconInks {
    let paint = paint(of: style, isContainer: false, in: surroundings)
    var inks = IconInks(
      line: lineColor(of: style), surface: paint.fill,
      onSurface: paint.fill == nil
        ? lineColor(of: style) : textColor(of: style, .component, depth: surroundings.depth))
    inks.pattern = style.pattern ?? .solid
    inks.isStrong = style.emphasis == .strong
    return inks.seen(on: paint.fill.map { [$0] } ?? [], towards: text)
  }
}

extension IconInks {
  /// The same with lines that are seen on some grounds.
  func seen(on grounds: [Color], towards other: Color) -> IconInks {
    var inks = self
    inks.line = line.seen(on: grounds, as: .line, towards: other)
    return inks
  }
}
