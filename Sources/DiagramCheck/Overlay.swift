import DiagramAlgorithms
package import DiagramGraph
package import DiagramModel

/// Something that lies over a finished drawing: an icon or a badge on an outline, a number on a line, a
/// text at an end of an edge, a brace with its text.
package struct Overlay: Hashable, Sendable {
  package var rect: Rect
  /// What it belongs to.
  package let owner: Finding.Item
  /// The number of the whole that it is a part of: parts may touch each other.
  package let whole: Int
  /// The boxes that it says something of, and may lie on.
  package let boxes: Set<Int>
  /// The pictures that show it.
  package let pictures: PictureSet
  /// Whether edges may run under it, as under the copies behind a box, where they end.
  package let coversWays: Bool

  package init(
    _ rect: Rect, of owner: Finding.Item, whole: Int, on boxes: Set<Int> = [],
    in pictures: PictureSet, coversWays: Bool = false
  ) {
    self.rect = rect
    self.owner = owner
    self.whole = whole
    self.boxes = boxes
    self.pictures = pictures
    self.coversWays = coversWays
  }
}

extension Check {
  /// What overlays touch; of two that touch each other the later one does.
  package func findings(of overlays: [Overlay]) -> [Finding] {
    overlays.indices.flatMap { touched(by: overlays[$0], among: overlays[..<$0]) }
  }

  /// What an overlay touches that is seen together with it: boxes, texts, ways, and others.
  package func touched(by overlay: Overlay, among others: some Sequence<Overlay>) -> [Finding] {
    boxes(touchedBy: overlay) + texts(touchedBy: overlay) + ways(touchedBy: overlay)
      + others.compactMap { other in
        guard other.whole != overlay.whole, other.pictures.intersects(overlay.pictures),
          other.rect.intersects(overlay.rect)
        else { return nil }
        return Finding(
          .overlayOnOverlay, overlay.owner, overlay.rect, on: other.owner, other.rect)
      }
  }

  /// Boxes that hold no others, and outlines of those that do.
  private func boxes(touchedBy overlay: Overlay) -> [Finding] {
    boxes.compactMap { box in
      let frame = layout.frames[box]
      guard frame.intersects(overlay.rect), !overlay.boxes.contains(box),
        graph.nodes[box].pictures.intersects(overlay.pictures),
        nesting.isLeaf(box) || !frame.contains(overlay.rect)
      else { return nil }
      return Finding(.overlayOnBox, overlay.owner, overlay.rect, on: .box(box), frame)
    }
  }

  /// Titles, free texts, and those of edges.
  private func texts(touchedBy overlay: Overlay) -> [Finding] {
    let onNodes = graph.nodes.indices.flatMap { node -> [Finding] in
      let (value, frame) = (graph.nodes[node], layout.frames[node])
      guard value.pictures.intersects(overlay.pictures) else { return [] }
      let isText =
        !value.isOutlined && nesting.isLeaf(node) && !value.isPassable && !value.isFreeEnd
      let texts = isText && !overlay.boxes.contains(node) ? [frame] : value.written(in: frame)
      return texts.filter { $0.intersects(overlay.rect) }.map {
        Finding(.overlayOnText, overlay.owner, overlay.rect, on: .box(node), $0)
      }
    }
    let onEdges = graph.edges.indices.compactMap { edge -> Finding? in
      guard overlay.owner != .edge(edge),
        graph.edges[edge].pictures.intersects(overlay.pictures),
        let label = layout.routes[edge].label, label.intersects(overlay.rect)
      else { return nil }
      return Finding(.overlayOnText, overlay.owner, overlay.rect, on: .edge(edge), label)
    }
    return onNodes + onEdges
  }

  private func ways(touchedBy overlay: Overlay) -> [Finding] {
    guard !overlay.coversWays else { return [] }
    return graph.edges.indices.compactMap { edge in
      guard overlay.owner != .edge(edge),
        graph.edges[edge].pictures.intersects(overlay.pictures),
        let hit = segments[edge].first(where: { $0.runsThrough(overlay.rect) })
      else { return nil }
      return Finding(.overlayOnWay, overlay.owner, overlay.rect, on: .edge(edge), hit.rect)
    }
  }
}
