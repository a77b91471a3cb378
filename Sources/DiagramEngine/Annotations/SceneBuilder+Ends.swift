import DiagramDSL
import DiagramGraph
import DiagramModel
import DiagramText

extension SceneBuilder {
  /// The texts beside the ends of an arrow.
  func endTexts(of index: Int) -> [SceneBox] {
    guard let arrow = resolved.arrows[index].variants[picture] else { return [] }
    let united = resolved.arrows[index]
    let boxes = resolved.ends(of: index, in: picture)
    return [(arrow.startLabel, "start"), (arrow.endLabel, "end")].enumerated().compactMap {
      part, text in
      guard let words = text.0, let measured = placed.measured.notes[words],
        let origin = endPlace(of: index, part: part, measured.sizeWithChip)
      else { return nil }
      let inner = freeText(
        measured, at: origin.offset(x: measured.font.spaceWidth), arrow.attributes.style, .center)
      var box = SceneBox(
        id: "\(united.id)!\(text.1)", parent: commonBox(boxes.source, boxes.target),
        frame: Rect(origin: origin, size: measured.sizeWithChip), shape: .none, radius: 0,
        paint: .invisible, text: inner, isContainer: false)
      box.meaning = SceneMeaning(
        .part(of: united.id), name: "\(text.1): \(words.withoutMarkup.onOneLine)")
      return box
    }
  }

  /// Where the text at the start or the end of an arrow lies: where all pictures have it, unless this one
  /// cuts the way of the arrow off there.
  private func endPlace(of index: Int, part: Int, _ size: Size) -> Point? {
    let (points, whole) = (
      routes[index].points, placed.layout.routes[index].points
    )
    let isCut = part == 0 ? points.first != whole.first : points.last != whole.last
    guard isCut, points.count > 1 else { return placed.overlays.endTexts[index][part]?.origin }
    let last = points.count - 1
    let (end, next) = part == 0 ? (points[0], points[1]) : (points[last], points[last - 1])
    return EndSpots.all(for: size, at: end, towards: next, beside: EndSpots.besideHead)
      .first?.rect.origin
  }

  /// Where a number or a cross lies on the line of an arrow: where all pictures have it, `places` for all arrows,
  /// if this one shows that part of its way.
  func place(on index: Int, of size: Size, among places: [Rect?]) -> Point? {
    let (route, whole) = (routes[index], placed.layout.routes[index])
    let known = places[index]?.center
    if route == whole { return known }
    if let known, route.pieces.contains(where: { $0.contains(known) }) { return known }
    return LineSpots(on: route, size: size, heads: (true, true)).all
      .min { $0.cost < $1.cost }?.middle
  }
}
