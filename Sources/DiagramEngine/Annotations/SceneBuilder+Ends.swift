import DiagramDSL
import DiagramGraph
import DiagramModel
import DiagramText

extension SceneBuilder {
  /// The texts beside the ends of an arrow.
  func endTexts(of index: Int) -> [SceneBox] {
    guard let arrow = resolved.arrows[index].variants[picture] else { return [] }
    let points = placed.route(of: index, in: picture).points
    guard points.count > 1 else { return [] }
    let last = points.count - 1
    let ends = [
      (arrow.startLabel, "start", points[0], points[1], arrow.startHead),
      (arrow.endLabel, "end", points[last], points[last - 1], arrow.endHead),
    ]
    return ends.compactMap { text, name, end, next, head in
      guard let measured = text.flatMap({ placed.measured.notes[$0] }) else { return nil }
      let united = resolved.arrows[index]
      let boxes = resolved.ends(of: index, in: picture)
      let places = Self.places(
        of: measured.sizeWithChip, at: end, towards: next, beside: head == .none ? 4 : 9)
      let frame = places.first { isFree($0, besides: index) } ?? places[0]
      let inner = freeText(
        measured, at: frame.origin.offset(x: measured.font.spaceWidth), arrow.attributes.style,
        .center)
      var box = SceneBox(
        id: "\(united.id)!\(name)", parent: commonBox(boxes.source, boxes.target), frame: frame,
        shape: .none, radius: 0, paint: .invisible, text: inner, isContainer: false)
      box.meaning = SceneMeaning(
        .part(of: united.id), name: "\(name): \((text ?? "").withoutMarkup.onOneLine)")
      return box
    }
  }

  /// Places of a size on both sides of a line, near to its end.
  private static func places(
    of size: Size, at end: Point, towards next: Point, beside gap: Int
  ) -> [Rect] {
    let along = 8
    if abs(next.x - end.x) >= abs(next.y - end.y) {
      let x = next.x >= end.x ? end.x + along : end.x - along - size.width
      return [end.y - gap - size.height, end.y + gap].map {
        Rect(origin: Point(x: x, y: $0), size: size)
      }
    }
    let y = next.y >= end.y ? end.y + along : end.y - along - size.height
    return [end.x + gap, end.x - gap - size.width].map {
      Rect(origin: Point(x: $0, y: y), size: size)
    }
  }

  /// Whether no leaf, no text and no other line lies in a place.
  private func isFree(_ place: Rect, besides index: Int) -> Bool {
    let taken =
      placed.lines(besides: index) + placed.leafFrames + placed.layout.routes.compactMap(\.label)
    return !taken.contains { $0.intersects(place) }
  }
}
