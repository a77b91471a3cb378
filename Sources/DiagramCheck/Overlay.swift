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
    let touched = surroundings?.touched(by: overlay.rect, in: overlay.pictures) ?? []
    return touched.compactMap { thing, rect in
      rule(for: overlay, on: thing).map {
        Finding($0, overlay.owner, overlay.rect, on: thing.item, rect)
      }
    }
      + others.compactMap { other in
        guard other.whole != overlay.whole, other.pictures.intersects(overlay.pictures),
          other.rect.intersects(overlay.rect)
        else { return nil }
        return Finding(
          .overlayOnOverlay, overlay.owner, overlay.rect, on: other.owner, other.rect)
      }
  }

  /// The rule that an overlay breaks on something; nil where it may lie.
  private func rule(for overlay: Overlay, on thing: Surroundings.Thing) -> Finding.Rule? {
    switch thing {
    case .box(let box), .outline(let box):
      if overlay.boxes.contains(box) { return nil }
      return graph.nodes[box].isOutlined ? .overlayOnBox : .overlayOnText
    case .closed: return nil
    case .words: return .overlayOnText
    case .text: return overlay.owner == thing.item ? nil : .overlayOnText
    case .way: return overlay.coversWays || overlay.owner == thing.item ? nil : .overlayOnWay
    }
  }
}
