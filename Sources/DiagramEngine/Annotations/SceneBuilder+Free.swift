import DiagramDSL
import DiagramGraph
import DiagramModel
import DiagramText

extension SceneBuilder {
  /// A divider or a place that is not seen.
  func freeBox(
    of index: Int, _ variant: ResolvedSeries.Variant, _ free: FreeElement
  ) -> SceneBox {
    let item = resolved.items[index]
    let frame = placed.layout.frames[index]
    var box = SceneBox(
      id: item.id, parent: resolved.items.closestBox(around: index).map { resolved.items[$0].id },
      frame: frame, shape: .none, radius: 0, paint: .invisible, text: nil, isContainer: false)
    guard free == .divider else {
      box.meaning.role = .place
      return box
    }
    let style = variant.attributes.style
    let surroundings = surroundings(of: index)
    let isHorizontal = resolved.isHorizontalDivider(index)
    let measured = placed.measured.texts[index][picture]
    let place = measured.flatMap { measured in
      placed.overlays.dividers[index].map { room in
        Divider.text(measured.size, in: room, of: frame, isHorizontal: isHorizontal)
      }
    }
    box.kind = "divider"
    box.meaning = SceneMeaning(
      .annotation(of: []), name: resolved.items[index].variants[picture]?.text.onOneLine ?? "")
    box.drawioStyle = nil
    box.shapes = [
      SceneShape(
        path: Divider.path(in: frame, isHorizontal: isHorizontal, besides: place),
        paint: Paint(
          fill: nil,
          stroke: style.accent == nil && style.emphasis != .strong
            ? theme.mutedLine : theme.lineColor(of: style),
          strokeWidth: style.emphasis == .strong ? 30 : 15, pattern: style.pattern ?? .dashed))
    ]
    if let measured, let place {
      let colors = TextColors(
        theme: theme, text: theme.textColor(of: style, .text, depth: surroundings.depth),
        ground: surroundings.ground ?? theme.background,
        isMuted: style.accent == nil && style.emphasis == .muted)
      var text = measured.scene(at: place.origin, colors, isHorizontal ? .left : .center)
      text.background = surroundings.ground
      box.text = text
    }
    return box
  }
}

extension ResolvedSeries {
  /// Whether a divider runs from left to right: everywhere but in a row, and on a box
  /// where its author puts it.
  func isHorizontalDivider(_ index: Int) -> Bool {
    if let place = items[index].on { return place.x == nil }
    guard let parent = items[index].parent, case .group(.row, _) = items[parent].content else {
      return true
    }
    return false
  }
}

extension ResolvedSeries.Item {
  /// What it is, if it is a divider or a place that is not seen.
  var free: FreeElement? { shown.lazy.compactMap(\.attributes.free).first }
}

extension Divider {
  /// The line through the middle of a frame, on both sides of its text.
  fileprivate static func path(
    in frame: Rect, isHorizontal: Bool, besides text: Rect?
  ) -> [PathCommand] {
    let (x, y) = (frame.midX, frame.midY)
    let whole = isHorizontal ? (frame.minX, frame.maxX) : (frame.minY, frame.maxY)
    let taken = text.map { isHorizontal ? ($0.minX, $0.maxX) : ($0.minY, $0.maxY) }
    let gap = IconMetrics.besideGap
    let pieces = taken.map { [(whole.0, $0.0 - gap), ($0.1 + gap, whole.1)] } ?? [whole]
    return pieces.filter { $0.1 - $0.0 >= 2 * gap }.flatMap { start, end -> [PathCommand] in
      isHorizontal ? [.move(start, y), .line(end, y)] : [.move(x, start), .line(x, end)]
    }
  }

  /// Where a text of a size may lie on the line through a frame, what is liked best first: arrows seldom
  /// cross it at its beginning.
  static func textSpots(
    for size: Size, in frame: Rect, isHorizontal: Bool, indent: Int
  ) -> [Rect] {
    let room =
      (isHorizontal ? frame.size.width - size.width : frame.size.height - size.height)
      - 2 * indent
    return [0, 4, 2, 1, 3].map { quarter in
      let along = max(room, 0) * quarter / 4
      return Rect(
        origin: isHorizontal
          ? Point(x: frame.minX + indent + along, y: frame.midY - size.height / 2)
          : Point(x: frame.midX - size.width / 2, y: frame.minY + indent + along), size: size)
    }
  }

  /// The place of the text of one picture in the room for those of all: at its outer end.
  fileprivate static func text(
    _ size: Size, in room: Rect, of frame: Rect, isHorizontal: Bool
  ) -> Rect {
    guard isHorizontal else {
      return Rect(origin: Point(x: frame.midX - size.width / 2, y: room.minY), size: size)
    }
    let isBehind = room.midX > frame.midX
    return Rect(
      origin: Point(
        x: isBehind ? room.maxX - size.width : room.minX, y: frame.midY - size.height / 2),
      size: size)
  }

  /// The room that a divider needs around its text.
  static func size(around text: Size, isHorizontal: Bool) -> Size {
    isHorizontal
      ? Size(width: text.width + leastLine, height: max(text.height, BoxMetrics.step))
      : Size(width: max(text.width, BoxMetrics.step), height: text.height + leastLine)
  }

  /// Between its text and the outline of the box that it lies on.
  static let onBoxInset = 8

  /// What is seen of its line at least.
  private static let leastLine = 80
}

extension Spot {
  /// The size of a place that is not seen.
  static let size = Size(width: 10, height: 10)
}
