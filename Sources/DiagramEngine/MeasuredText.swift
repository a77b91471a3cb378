package import DiagramModel
package import DiagramText

/// A text in lines, with the fonts that it is drawn in: a title, and smaller lines below it.
package struct MeasuredText: Hashable, Sendable {
  /// From top to bottom, one at least.
  package let blocks: [Block]
  /// Whether it runs upwards.
  package let isVertical: Bool
  /// How much room it takes, in the direction in which it runs.
  package let size: Size

  /// Lines of one kind.
  package struct Block: Hashable, Sendable {
    package let part: Part
    package let text: WrappedText
    package let font: Font
  }

  /// What lines are for.
  package enum Part: Hashable, Sendable {
    case title, subtitle, detail

    /// Between it and what is above it.
    fileprivate var distance: Int {
      switch self {
      case .title: 0
      case .subtitle: 2
      case .detail: 6
      }
    }
  }

  /// The text of some blocks, of which those with nothing to see are left out; nil if none is left.
  init?(_ blocks: [Block], isVertical: Bool = false) {
    let blocks = blocks.filter { !$0.text.lines.isEmpty }
    guard !blocks.isEmpty else { return nil }
    self.blocks = blocks
    self.isVertical = isVertical
    var size = Size.zero
    for (index, block) in blocks.enumerated() {
      size.width = max(size.width, block.text.size.width)
      size.height += block.text.size.height + (index > 0 ? block.part.distance : 0)
    }
    // It turns around a whole point.
    if isVertical { size.width += (size.width + size.height) % 2 }
    self.size = isVertical ? Size(width: size.height, height: size.width) : size
  }

  /// The font of the first block.
  package var font: Font { blocks[0].font }

  /// The size with the chip that a theme may lay under it, which is the same in all themes.
  var sizeWithChip: Size {
    Size(width: size.width + 2 * font.spaceWidth, height: size.height)
  }

  /// The room of the chip around the place of a text that begins at the left; two spaces may be a unit wider
  /// than twice one.
  func chip(around place: Rect) -> Rect {
    let space = font.spaceWidth
    return place.inset(by: Insets(top: 0, left: -space, bottom: 0, right: -space - 1))
  }

  /// The text at its place, in the colours of a theme.
  func scene(at origin: Point, _ colors: TextColors, _ alignment: TextAlignment) -> SceneText {
    var lines: [SceneText.Line] = []
    var offset = 0
    for (index, block) in blocks.enumerated() {
      if index > 0 { offset += block.part.distance }
      let color = block.part == .title ? colors.text : colors.quiet
      for line in block.text.lines {
        let runs = line.runs.map { $0.scene(in: colors, usual: color) }
        lines.append(
          SceneText.Line(
            runs: runs.joiningEqual, width: line.width, font: block.font, color: color,
            offset: offset))
        offset += block.font.lineHeight
      }
    }
    var text = SceneText(
      lines: lines, alignment: alignment, frame: Rect(origin: origin, size: size))
    text.isVertical = isVertical
    return text
  }
}

extension [SceneText.Run] {
  /// The runs with those together that look alike, since a theme makes no difference between them.
  fileprivate var joiningEqual: [SceneText.Run] {
    var joined: [SceneText.Run] = []
    for run in self {
      if let last = joined.last, last.font == run.font, last.color == run.color,
        last.link == run.link
      {
        joined[joined.count - 1].text += run.text
        joined[joined.count - 1].width = run.offset + run.width - last.offset
      } else {
        joined.append(run)
      }
    }
    return joined
  }
}

extension WrappedText.Run {
  fileprivate func scene(in colors: TextColors, usual: Color) -> SceneText.Run {
    SceneText.Run(
      text: text, font: font, color: colors.color(of: style, usual: usual), link: style.link,
      offset: offset, width: width)
  }
}
