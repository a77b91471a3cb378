import DiagramDSL
import DiagramGraph
import DiagramIcons
import DiagramModel
import DiagramText

extension SceneBuilder {
  /// What lies on outlines and lines: icons at corners, badges and numbers, above everything else.
  func marks() -> [SceneBox] {
    let onBoxes = resolved.items.indices.flatMap { index -> [SceneBox] in
      guard case .box(let kind) = resolved.items[index].content,
        let variant = resolved.items[index].variants[picture]
      else { return [] }
      let isCrossed = variant.isFilled && variant.attributes.style.isCrossedOut == true
      let (id, frame) = (resolved.items[index].id, placed.layout.frames[index])
      return
        (isCrossed ? [SceneBox.crossing(id, in: id, frame, in: theme)] : [])
        + cornerIcons(of: index, variant, kind) + badge(of: index, variant)
    }
    return onBoxes
      + resolved.arrows.indices.flatMap {
        endTexts(of: $0) + [cross(of: $0), number(of: $0)].compactMap(\.self)
      }
  }

  // MARK: - Icons on outlines

  private func cornerIcons(
    of index: Int, _ variant: ResolvedSeries.Variant, _ kind: Reference.Kind
  ) -> [SceneBox] {
    variant.attributes.corners.flatMap { corner -> [SceneBox] in
      guard let drawing = icons.drawing(of: corner.name) else { return [] }
      let id = resolved.items[index].id
      let frame = placed.measured.cornerFrame(
        corner.place, of: index, in: picture, placed.layout.frames[index])
      let name = "\(id)!\(corner.place)"
      let surroundings = surroundings(of: index)
      // It steps back with its box, unless it has a style of its own.
      var style = corner.style
      if style == Style() {
        style.emphasis = variant.attributes.style.emphasis == .muted ? .muted : nil
      }
      if drawing.isFramed {
        let inks = theme.inks(of: style, in: surroundings).solid(on: theme)
        // One half of it lies on the box.
        let ground = paint(of: variant, kind, in: surroundings).fill
        return SceneMeaning(.part(of: id), name: corner.name.base).spoken([
          SceneBox(
            icon: drawing, id: name, parent: id, frame: frame,
            inks: inks.seen(
              on: [inks.surface, ground].compactMap(\.self), towards: theme.text))
        ])
      }
      let chip = chipPaint(of: style, in: surroundings)
      let text = theme.textColor(of: style, .component, depth: surroundings.depth)
      return SceneMeaning(.part(of: id), name: corner.name.base).spoken([
        SceneBox(
          id: name, parent: id, frame: frame, shape: .ellipse, radius: 0, paint: chip, text: nil,
          isContainer: false),
        SceneBox(
          icon: drawing, id: "\(name)!icon", parent: name,
          frame: frame.insetBy((IconMetrics.chip - IconMetrics.inChip) / 2),
          inks: IconInks(line: text, surface: chip.fill, onSurface: text)),
      ])
    }
  }

  /// What lies under an icon or number on a line: opaque, so that the line ends at it.
  private func chipPaint(of style: Style, in surroundings: Surroundings) -> Paint {
    var paint = theme.paint(of: style, isContainer: false, in: surroundings)
    paint.fill = paint.fill ?? theme.containers.first?.fill ?? theme.background
    paint.strokeWidth = 15
    return paint
  }

  // MARK: - Badges

  private func badge(of index: Int, _ variant: ResolvedSeries.Variant) -> [SceneBox] {
    guard let text = variant.attributes.badge, let measured = placed.measured.badges[text],
      let frame = placed.measured.badgeFrame(of: index, in: picture, placed.layout.frames[index])
    else { return [] }
    let id = resolved.items[index].id
    return [
      badge(
        measured, text, id: "\(id)!badge", of: id, parent: id, at: frame.origin,
        variant.attributes.style,
        in: surroundings(of: index))
    ]
  }

  /// A number or short word in a pill; `words` say what it is to those who cannot see it, and `owner` what
  /// it is a part of.
  func badge(
    _ measured: MeasuredText, _ words: String, id: String, of owner: String, parent: String?,
    at origin: Point, _ style: Style, in surroundings: Surroundings
  ) -> SceneBox {
    var badgeStyle = Style()
    badgeStyle.emphasis = style.emphasis == .muted ? .muted : nil
    badgeStyle.accent = style.accent ?? (style.emphasis == .muted ? nil : .primary)
    let frame = Rect(origin: origin, size: measured.badgeSize)
    let (size, paint) = (measured.size, chipPaint(of: badgeStyle, in: surroundings))
    let colors = TextColors(
      theme: theme, text: theme.textColor(of: badgeStyle, .component, depth: surroundings.depth),
      ground: paint.fill ?? surroundings.ground ?? theme.background,
      isMuted: badgeStyle.emphasis == .muted)
    let text = measured.scene(
      at: Point(x: frame.midX - size.width / 2, y: frame.midY - size.height / 2), colors, .center)
    var box = SceneBox(
      id: id, parent: parent, frame: frame, shape: .pill, radius: 0, paint: paint, text: text,
      isContainer: false)
    box.meaning = SceneMeaning(.part(of: owner), name: words)
    return box
  }

  /// The cross on an arrow that is crossed out.
  private func cross(of index: Int) -> SceneBox? {
    let united = resolved.arrows[index]
    let size = SceneBox.crossOnLine
    guard united.variants[picture]?.attributes.style.isCrossedOut == true,
      let middle = place(on: index, of: size, among: placed.overlays.crosses)
    else { return nil }
    let ends = resolved.ends(of: index, in: picture)
    return .crossing(
      united.id, in: commonBox(ends.source, ends.target), Rect(center: middle, size: size),
      saying: "crossed out", in: theme)
  }

  /// The number of an arrow: before its text, or on its line if it has none.
  private func number(of index: Int) -> SceneBox? {
    let united = resolved.arrows[index]
    guard let arrow = united.variants[picture], let measured = placed.measured.badge(of: arrow)
    else {
      return nil
    }
    let size = measured.badgeSize
    let ends = resolved.ends(of: index, in: picture)
    var middle =
      place(on: index, of: size, among: placed.overlays.numbers)
      ?? placed.layout.frames[ends.source].center
    if let label = placed.measured.labels[index][picture],
      let frame = routes[index].label
    {
      let width = size.width + IconMetrics.badgeGap + label.size.width
      middle = Point(x: frame.midX - width / 2 + size.width / 2, y: frame.midY)
    }
    let depth =
      resolved.items.closestBox(around: ends.source).map { surroundings(of: $0).depth } ?? 0
    let origin = Point(x: middle.x - size.width / 2, y: middle.y - size.height / 2)
    return badge(
      measured, arrow.attributes.badge ?? "", id: "\(united.id)!badge", of: united.id,
      parent: commonBox(ends.source, ends.target), at: origin, arrow.attributes.style,
      in: Surroundings(depth: depth, ground: ground(under: Rect(origin: origin, size: size))))
  }
}

extension SceneMeaning {
  /// Boxes that are one mark: the first says what it means.
  fileprivate func spoken(_ boxes: [SceneBox]) -> [SceneBox] {
    boxes.enumerated().map { index, box in
      var box = box
      box.meaning = index == 0 ? self : SceneMeaning(role)
      return box
    }
  }
}

extension IconInks {
  /// The same with a surface where it has none, so that what is under it is not seen.
  func solid(on theme: Theme) -> IconInks {
    var inks = self
    inks.surface = surface ?? theme.containers.first?.fill ?? theme.background
    return inks
  }
}

extension SceneLine {
  /// Draws it as a thick arrow: a surface with a line around it.
  mutating func becomeBlock(in theme: Theme, _ style: Style) {
    let surroundings = Surroundings(depth: 0, ground: theme.chip)
    isBlock = true
    isCurved = false
    paint.fill = theme.inks(of: style, in: surroundings).solid(on: theme).surface
    paint.strokeWidth = style.emphasis == .strong ? 30 : 15
  }
}

extension MeasuredText {
  /// The size of a badge with this text: a circle, or a pill for more than it holds.
  var badgeSize: Size {
    let height = IconMetrics.badge
    // The room beside a word also holds it in a wider font.
    let padding = max(2 * IconMetrics.badgePadding, size.width / 4 + 2)
    return Size(width: max(height, (size.width + padding + 1) / 2 * 2), height: height)
  }
}

extension MeasuredSeries {
  /// The number of an arrow, measured.
  func badge(of arrow: Arrow) -> MeasuredText? { arrow.attributes.badge.flatMap { badges[$0] } }

  /// The room that the text of an arrow takes, with its number before it; nil without a text.
  func labelSize(of index: Int, in picture: Int) -> Size? {
    guard var size = labels[index][picture]?.sizeWithChip else { return nil }
    if resolved.arrows[index].variants[picture]?.isBlock == true {
      // A text keeps its distance from the line in the middle.
      let body = nearest(BlockArrow.body)
      size = Size(width: size.width + body, height: size.height + body)
    }
    if let arrow = resolved.arrows[index].variants[picture], let badge = badge(of: arrow)?.badgeSize
    {
      size.width += badge.width + IconMetrics.badgeGap
      size.height = max(size.height, badge.height)
    }
    return size
  }
}

extension ResolvedSeries {
  /// The texts of all badges, by what they say.
  func badges(_ measurer: some TextMeasurer) -> [String: MeasuredText] {
    let texts =
      items.flatMap { $0.shown.compactMap(\.attributes.badge) }
      + arrows.flatMap { $0.shown.compactMap(\.attributes.badge) }
      + sequences.flatMap(\.rows).flatMap { $0.variants.compactMap { $0?.arrow?.attributes.badge } }
    let font = Font(face: .bold, size: 14)
    var badges: [String: MeasuredText] = [:]
    for text in texts where badges[text] == nil {
      let lines = measurer.lines(
        of: StyledText(plain: text), in: font, maximumWidth: .max, maximumWordWidth: .max)
      badges[text] = MeasuredText([MeasuredText.Block(part: .title, text: lines, font: font)])
    }
    return badges
  }
}
