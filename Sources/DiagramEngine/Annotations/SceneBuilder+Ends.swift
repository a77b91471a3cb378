import DiagramDSL
import DiagramModel

extension SceneBuilder {
  /// The texts beside the ends of an arrow.
  func endTexts(of index: Int) -> [SceneBox] {
    guard let arrow = resolved.arrows[index].variants[picture] else { return [] }
    let united = resolved.arrows[index]
    return zip(
      [(arrow.startLabel, "start"), (arrow.endLabel, "end")], placed.overlays.endTexts[index]
    )
    .compactMap { text, place in
      guard let measured = text.0.flatMap({ placed.measured.notes[$0] }), let place else {
        return nil
      }
      let frame = Rect(origin: place.origin, size: measured.sizeWithChip)
      let inner = freeText(
        measured, at: frame.origin.offset(x: measured.font.spaceWidth), arrow.attributes.style,
        .center)
      return SceneBox(
        id: "\(united.id)!\(text.1)", parent: commonBox(united.source, united.target),
        frame: frame, shape: .none, radius: 0, paint: .invisible, text: inner,
        isContainer: false)
    }
  }
}
