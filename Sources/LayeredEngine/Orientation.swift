import DiagramGraph
import DiagramModel

/// Turns a drawing so that its flow runs downwards, and back.
///
/// The phases know one direction only. A horizontal flow is mirrored at the diagonal; a flow that
/// runs up or left is mirrored at the axis across it as well.
struct Orientation {
  let direction: Direction

  /// The graph as it has to be drawn with the flow downwards.
  func turned(_ graph: LayoutGraph) -> LayoutGraph {
    guard direction != .down else { return graph }
    var graph = graph
    for index in graph.nodes.indices {
      graph.nodes[index].minimumSize = turned(graph.nodes[index].minimumSize)
      graph.nodes[index].padding = turned(graph.nodes[index].padding)
      graph.nodes[index].titles = graph.nodes[index].titles.map(turned)
    }
    for index in graph.edges.indices {
      graph.edges[index].labelSize = graph.edges[index].labelSize.map(turned)
      graph.edges[index].roomOnLine = turned(graph.edges[index].roomOnLine)
    }
    for index in graph.hints.indices {
      graph.hints[index] = turned(graph.hints[index])
    }
    return graph
  }

  /// The drawing as it was meant, from one with the flow downwards.
  func turnedBack(_ layout: Layout) -> Layout {
    guard direction != .down else { return layout }
    return Layout(
      frames: layout.frames.map(turnedBack),
      routes: layout.routes.map { route in
        Route(
          points: route.points.map { turnedBack(Rect(origin: $0, size: .zero)).origin },
          isCurved: route.isCurved, label: route.label.map(turnedBack))
      })
  }

  private func turned(_ size: Size) -> Size {
    direction.isHorizontal ? Size(width: size.height, height: size.width) : size
  }

  /// A title, as far as the flow tells: it lies at the start or the end of the flow, and to one side.
  private func turned(_ title: LayoutTitle) -> LayoutTitle {
    var turned = title
    turned.isAtBottom =
      direction.isHorizontal ? title.alignment == .right : title.isAtBottom
    if !direction.isForward { turned.isAtBottom.toggle() }
    guard direction.isHorizontal else { return turned }
    turned.alignment = title.isAtBottom ? .right : .left
    turned.size = self.turned(title.size)
    turned.inset = self.turned(title.inset)
    return turned
  }

  /// The axis along the flow becomes the vertical one, and runs the other way if the flow does.
  private func turned(_ hint: LayoutHint) -> LayoutHint {
    guard case .before(let axis) = hint.kind else { return hint }
    guard axis == direction.axis else {
      return LayoutHint(.before(.horizontal), hint.first, hint.second)
    }
    return direction.isForward
      ? LayoutHint(.before(.vertical), hint.first, hint.second)
      : LayoutHint(.before(.vertical), hint.second, hint.first)
  }

  private func turned(_ insets: Insets) -> Insets {
    switch direction {
    case .down: insets
    case .up:
      Insets(top: insets.bottom, left: insets.left, bottom: insets.top, right: insets.right)
    case .right:
      Insets(top: insets.left, left: insets.top, bottom: insets.right, right: insets.bottom)
    case .left:
      Insets(top: insets.right, left: insets.top, bottom: insets.left, right: insets.bottom)
    }
  }

  private func turnedBack(_ rect: Rect) -> Rect {
    switch direction {
    case .down: rect
    case .up: Rect(x: rect.minX, y: -rect.maxY, width: rect.size.width, height: rect.size.height)
    case .right:
      Rect(x: rect.minY, y: rect.minX, width: rect.size.height, height: rect.size.width)
    case .left:
      Rect(x: -rect.maxY, y: rect.minX, width: rect.size.height, height: rect.size.width)
    }
  }
}
