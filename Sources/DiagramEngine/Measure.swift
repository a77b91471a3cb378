import DiagramDSL
package import DiagramModel
package import DiagramText

/// A series with every text broken into lines and measured.
package struct MeasuredSeries: Sendable {
  package let resolved: ResolvedSeries
  /// For each item and each picture; `nil` where there is nothing to read.
  package let texts: [[MeasuredText?]]
  /// For each arrow and each picture.
  package let labels: [[MeasuredText?]]
  /// The texts of badges, by what they say.
  let badges: [String: MeasuredText]
  /// For each picture, `nil` where it has none.
  let headings: [MeasuredText?]
  let captions: [MeasuredText?]
  /// The texts of annotations and of the ends of arrows, by what they say.
  let notes: [String: MeasuredText]
  /// What each item needs in whichever picture it needs most.
  package internal(set) var extents: [Extent]
  /// Where along the height of its track something lies, for what lies on the tracks of timelines.
  var trackRows: [Int: Double] = [:]
  /// One for each sequence.
  var sequences: [SequencePlan] = []
  /// The texts that stand on trunks.
  var trunkLabels = TrunkLabels()

  /// The room that an item needs.
  package struct Extent: Hashable, Sendable {
    /// The size of a box, or of a container without its children.
    package internal(set) var minimum: Size
    /// What its texts do not go below, whatever its author wishes.
    let least: Size
    /// The room between the frame of a container and its children: that for its title, and that
    /// between its frame and what its shape has room for.
    package internal(set) var padding: Insets
    /// Between the outline of a container and what lies in it, its title included.
    var inset = BoxMetrics.containerPadding
    /// The part of the padding that the shape needs.
    package internal(set) var shapeInsets = Insets.zero
    /// The size of the shape of a box whose text stands below it.
    var shapeAboveText: Size?
  }

  /// Whether some picture shows something in an item.
  package func isContainer(_ item: Int) -> Bool {
    resolved.items[item].shown.contains(where: \.isFilled)
  }
}

extension ResolvedSeries {
  /// Breaks all texts into lines and computes what each box needs.
  package func measured(by measurer: some TextMeasurer) -> MeasuredSeries {
    let isContainer = items.map { $0.shown.contains(where: \.isFilled) }
    let texts = items.indices.map { item in
      items[item].variants.map { variant in
        variant.flatMap { measuredText(of: $0, items[item].content, measurer) }
      }
    }
    let labels = arrows.map { arrow in
      arrow.variants.map { variant in variant.flatMap { measuredLabel(of: $0, measurer) } }
    }
    var extents = items.indices.map { item in
      items[item].free.map { extent(of: item, $0, texts: texts[item]) }
        ?? extent(of: items[item], isContainer: isContainer[item], texts: texts[item])
    }
    let rows = TrackRows(self, extents)
    for (track, size) in rows.sizes { extents[track].minimum = extents[track].minimum.union(size) }
    for row in rows.scales { (extents[row].padding.top, extents[row].padding.bottom) = (0, 0) }
    alignSideTitles(of: &extents)
    for item in containersWithHeads where isContainer[item] {
      extents[item].inset = BoxMetrics.headPadding
      extents[item].padding = extents[item].padding.union(Insets(all: BoxMetrics.headPadding))
    }
    var series = MeasuredSeries(
      resolved: self, texts: texts, labels: labels, badges: badges(measurer),
      headings: pictures.map { measured($0.heading, .heading, isBold: true, measurer) },
      captions: pictures.map { measured($0.caption, .caption, isBold: false, measurer) },
      notes: notes(measurer), extents: extents)
    series.trackRows = rows.shares
    series.sequences = series.sequencePlans()
    series.trunkLabels = TrunkLabels(self)
    return series
  }

  private func measuredText(
    of variant: Variant, _ content: Content, _ measurer: some TextMeasurer
  ) -> MeasuredText? {
    guard case .box(let kind) = content, !variant.attributes.isMark,
      IconPlan(variant.attributes, kind)?.label != IconLabel.none
        || variant.attributes.textPosition == .below,
      variant.attributes.free?.isUnseen != true
    else { return nil }
    if variant.attributes.code != nil {
      let text = measurer.lines(of: variant.label, in: CodeBlock.font)
      return MeasuredText([MeasuredText.Block(part: .title, text: text, font: CodeBlock.font)])
    }
    let (style, attributes) = (variant.attributes.style, variant.attributes)
    let role = TextRole(of: kind, variant)
    let face = FontFace(
      isMonospaced: style.isMonospaced == true,
      isBold: style.isBold == true || kind == .node)
    let small = Font(face: .regular, size: role.smallSize)
    let title = block(
      .title, variant.label, Font(face: face, size: role.fontSize), role, attributes, measurer)
    let others = [(MeasuredText.Part.subtitle, attributes.subtitle), (.detail, attributes.detail)]
    return MeasuredText(
      [title]
        + others.compactMap { part, text in
          text.map { block(part, Markup($0).text, small, role, attributes, measurer) }
        }, isVertical: attributes.isVertical)
  }

  /// What stands above or below a drawing.
  private func measured(
    _ text: StyledText?, _ role: TextRole, isBold: Bool, _ measurer: some TextMeasurer
  ) -> MeasuredText? {
    let font = Font(face: FontFace(isMonospaced: false, isBold: isBold), size: role.fontSize)
    return text.flatMap { MeasuredText([block(.title, $0, font, role, nil, measurer)]) }
  }

  private func measuredLabel(of arrow: Arrow, _ measurer: some TextMeasurer) -> MeasuredText? {
    guard let text = arrow.label?.text else { return nil }
    let style = arrow.attributes.style
    let face = FontFace(isMonospaced: style.isMonospaced == true, isBold: style.isBold == true)
    let font = Font(face: face, size: TextRole.label.fontSize)
    return MeasuredText([block(.title, text, font, .label, nil, measurer)])
  }

  private func block(
    _ part: MeasuredText.Part, _ text: StyledText, _ font: Font, _ role: TextRole,
    _ attributes: Attributes?, _ measurer: some TextMeasurer
  ) -> MeasuredText.Block {
    let width = attributes.flatMap(lineWidth) ?? role.maximumWidth
    let isCode = font.face.isMonospaced
    let wrapped = measurer.lines(
      of: text, in: font, maximumWidth: isCode ? .max : width,
      maximumWordWidth: TextRole.maximumWordWidth)
    return MeasuredText.Block(part: part, text: wrapped, font: font)
  }

  /// The width at which the lines of a box break whose author gives it a size: that of the room in it. A text
  /// below a shape has the room beside it as well, and never less than other texts.
  private func lineWidth(_ attributes: Attributes) -> Int? {
    let extent =
      attributes.isVertical
      ? attributes.height : attributes.width ?? TrackRows.lineWidth(of: attributes)
    let isBelow = attributes.textPosition == .below && !attributes.isVertical
    return extent.map {
      isBelow ? max($0, TextRole.leaf.maximumWidth) : max($0 - 2 * BoxMetrics.sidePadding, 1)
    }
  }

  // MARK: - Room

  private func extent(of item: Item, isContainer: Bool, texts: [MeasuredText?])
    -> MeasuredSeries.Extent
  {
    guard case .box(let kind) = item.content else {
      return MeasuredSeries.Extent(
        minimum: wished(of: item, least: .zero, usual: .zero), least: .zero, padding: .zero)
    }
    func room(_ padded: (MeasuredText) -> Size) -> Size {
      zip(item.variants, texts).reduce(Size.zero) { size, shown in
        guard let variant = shown.0 else { return size }
        let text = shown.1.map(padded)
        let icon = IconPlan(variant.attributes, kind)
        guard let content = icon?.around(text, shown.1?.size ?? .zero) ?? text else {
          return size
        }
        return size.union(variant.attributes.shape.shape.size(around: content))
      }
    }
    if item.isCode { return codeExtent(of: item, texts) }
    if item.hasTextBelow, kind == .component {
      return MeasuredSeries.extent(ofTextBelow: item, texts: texts)
    }
    let natural = rounded(room { padded($0, kind) })
    let usual =
      switch kind {
      case .text: natural
      case .node where !isContainer: natural.union(BoxMetrics.container)
      case .component where item.isIcon: natural
      // What lies on another box is in line with nothing, and covers little of it.
      case .component where item.on != nil: rounded(room(compactlyPadded))
      case .node, .component: natural.union(BoxMetrics.leaf)
      }
    let least = isContainer ? usual : room(tightlyPadded)
    return MeasuredSeries.Extent(
      minimum: wished(of: item, least: least, usual: usual), least: least,
      padding: isContainer ? padding(of: item, texts: texts) : .zero)
  }

  /// Makes the room for titles beside the content equal in containers below each other, so that what they
  /// hold begins in one line.
  private func alignSideTitles(of extents: inout [MeasuredSeries.Extent]) {
    let besides = items.indices.filter { index in
      items[index].shown.contains { items[index].titlePosition(of: $0) == .left && $0.isFilled }
    }
    for index in besides {
      guard let parent = items[index].parent, case .group(.column, _) = items[parent].content else {
        continue
      }
      let siblings = besides.filter { items[$0].parent == parent }
      extents[index].padding.left = siblings.map { extents[$0].padding.left }.max() ?? 0
    }
  }

  /// The room of a code, which neither grows nor shrinks, so that its marks stay where they are.
  private func codeExtent(of item: Item, _ texts: [MeasuredText?]) -> MeasuredSeries.Extent {
    let text = texts.compactMap { $0?.size }.reduce(Size.zero) { $0.union($1) }
    let size = Size(
      width: text.width + 2 * BoxMetrics.sidePadding,
      height: text.height + 2 * BoxMetrics.endPadding)
    return MeasuredSeries.Extent(
      minimum: wished(of: item, least: size, usual: size), least: size,
      padding: CodeBlock.markInsets)
  }

  /// The room of a divider or of a place that is not seen.
  private func extent(
    of item: Int, _ free: FreeElement, texts: [MeasuredText?]
  ) -> MeasuredSeries.Extent {
    let size: Size
    switch free {
    case .spot, .track: size = Spot.size
    case .divider:
      let text = texts.reduce(Size.zero) { $0.union($1.map { padded($0, .text) } ?? .zero) }
      size = Divider.size(around: text, isHorizontal: isHorizontalDivider(item))
    }
    return MeasuredSeries.Extent(
      minimum: wished(of: items[item], least: size, usual: size), least: size, padding: .zero)
  }

  /// A text with as little room around it as reads.
  private func tightlyPadded(_ text: MeasuredText) -> Size {
    Size(
      width: text.size.width + 2 * BoxMetrics.leastPadding,
      height: text.size.height + 2 * BoxMetrics.leastPadding)
  }

  /// Between the room that a box has and the least.
  private func compactlyPadded(_ text: MeasuredText) -> Size {
    let (wide, tight) = (padded(text, .component), tightlyPadded(text))
    return Size(
      width: (wide.width + tight.width) / 2, height: (wide.height + tight.height) / 2)
  }

  /// A text with the room around it, which also holds the text in a wider font.
  ///
  /// A title keeps the padding of its container on its left, the others lie in the middle.
  private func padded(_ text: MeasuredText, _ kind: Reference.Kind) -> Size {
    guard text.isVertical else { return padded(text.size, text.font.face, kind) }
    let turned = padded(
      Size(width: text.size.height, height: text.size.width), text.font.face, kind)
    return Size(width: turned.height, height: turned.width)
  }

  private func padded(_ size: Size, _ face: FontFace, _ kind: Reference.Kind) -> Size {
    let isTitle = kind == .node
    let padding =
      switch kind {
      case .node: BoxMetrics.containerPadding
      case .component: BoxMetrics.sidePadding
      case .text: BoxMetrics.notePadding
      }
    // A text that leaves its chip by a letter can still be read.
    let growth = kind == .text ? size.width / 8 : face.growth(of: size.width)
    let fallback = size.width + growth
    return Size(
      width: max(size.width + 2 * padding, fallback + (isTitle ? padding : 0)),
      height: size.height + (kind == .text ? 0 : 2 * BoxMetrics.endPadding))
  }

  /// The room around the children of a container; more where a title stands.
  private func padding(of item: Item, texts: [MeasuredText?]) -> Insets {
    var padding = Insets(all: BoxMetrics.containerPadding)
    for (variant, text) in zip(item.variants, texts) {
      guard let variant, let text else { continue }
      let room = (text.size.height + BoxMetrics.titleRoom + 9) / 10 * 10
      switch item.titlePosition(of: variant) {
      case .bottom: padding.bottom = max(padding.bottom, room)
      case .top: padding.top = max(padding.top, room)
      case .left:
        let icon = IconPlan(variant.attributes, .node)?.titleRoom ?? 0
        padding.left = max(padding.left, rounded(padded(text, .node)).width + icon)
      case .center: break
      }
    }
    return padding
  }

  /// The size that the author wishes, if the texts fit; along an axis without a wish the usual one.
  private func wished(of item: Item, least: Size, usual: Size) -> Size {
    let widths = item.shown.compactMap(\.attributes.width)
    let heights = item.shown.compactMap(\.attributes.height)
    return Size(
      width: widths.max().map { max($0, least.width) } ?? usual.width,
      height: heights.max().map { max($0, least.height) } ?? usual.height)
  }

  private func rounded(_ size: Size) -> Size {
    let step = BoxMetrics.step
    return Size(
      width: (size.width + step - 1) / step * step, height: (size.height + step - 1) / step * step)
  }
}

extension FontFace {
  /// How much wider a text may be in DejaVu Sans, which many machines show instead of Arial: in the
  /// mean 1.14 times as wide, bold 1.19 times, and seldom more than 1.17 and 1.25 times.
  fileprivate func growth(of width: Int) -> Int {
    switch self {
    case .regular: width / 6
    case .bold: width / 4
    case .monospaced, .monospacedBold: 0
    }
  }
}
