import DiagramModel

extension SceneBuilder {
  /// What stands above and below the drawing. No box has their ids: these hold no space.
  func captions() -> [SceneBox] {
    let measured = placed.measured
    let left = BoxMetrics.margin
    let heading = measured.headings[picture].map { text in
      captionBox(
        "picture heading", text, at: Point(x: left, y: BoxMetrics.margin), theme.text,
        SceneMeaning(.heading, name: resolved.pictures[picture].title))
    }
    let highest = measured.captions.compactMap { $0?.size.height }.max() ?? 0
    let top = placed.canvas.height - BoxMetrics.margin - highest
    let caption = measured.captions[picture].map { text in
      captionBox(
        "picture caption", text, at: Point(x: left, y: top), theme.mutedText,
        SceneMeaning(
          .caption, name: resolved.pictures[picture].caption?.plain.onOneLine ?? ""))
    }
    return [heading, caption].compactMap(\.self)
  }

  private func captionBox(
    _ id: String, _ text: MeasuredText, at origin: Point, _ color: Color, _ meaning: SceneMeaning
  ) -> SceneBox {
    let ground = theme.chip ?? theme.background
    let colors = TextColors(
      theme: theme, text: color, ground: ground, isMuted: false)
    var shown = text.scene(at: origin, colors, .left)
    shown.background = theme.chip
    // Code in it is a bit lower than the rest.
    let (space, margin) = (text.font.spaceWidth, 3)
    var box = SceneBox(
      id: id, parent: nil,
      frame: Rect(
        x: origin.x - space, y: origin.y - margin, width: text.size.width + 2 * space,
        height: text.size.height + 2 * margin),
      shape: .none, radius: 0, paint: .invisible, text: shown, isContainer: false)
    box.meaning = meaning
    return box
  }
}
