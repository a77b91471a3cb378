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
    let place = measured.map { measured in
      let size = measured.size
      // Arrows that cross the line seldom do at its beginning.
      return isHorizontal
        ? Rect(
          origin: Point(
            x: frame.minX + measured.font.spaceWidth, y: frame.midY - size.height / 2), size: size)
        : Rect(origin: Point(x: frame.midX - size.width / 2, y: frame.minY), size: size)
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
  /// Whether a divider runs from left to right: everywhere but in a row.
  func isHorizontalDivider(_ index: Int) -> Bool {
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
  /// The line through the middle of a frame, behind its text or below it.
  fileprivate static func path(
    in frame: Rect, isHorizontal: Bool, besides text: Rect?
  ) -> [PathCommand] {
    let (x, y) = (frame.midX, frame.midY)
    guard let text else {
      return isHorizontal
        ? [.move(frame.minX, y), .line(frame.maxX, y)]
        : [.move(x, frame.minY), .line(x, frame.maxY)]
    }
    let gap = IconMetrics.besideGap
    return isHorizontal
      ? [.move(text.maxX + gap, y), .line(frame.maxX, y)]
      : [.move(x, text.maxY + gap), .line(x, frame.maxY)]
  }

  /// The room that a divider needs around its text.
  static func size(around text: Size, isHorizontal: Bool) -> Size {
    isHorizontal
      ? Size(width: text.width + leastLine, height: max(text.height, BoxMetrics.step))
      : Size(width: max(text.width, BoxMetrics.step), height: text.height + leastLine)
  }

  /// What is seen of its line at least.
  private static let leastLine = 80
}

extension Spot {
  /// The size of a place that is not seen.
  static let size = Size(width: 10, height: 10)
}
