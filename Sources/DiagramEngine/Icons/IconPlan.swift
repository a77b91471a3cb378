import DiagramDSL
import DiagramModel

/// Where the icon of a box lies, and what that leaves for its text.
struct IconPlan {
  let name: IconName
  let label: IconLabel
  /// The height and width of the icon.
  let size: Int
  /// Whether the box is nothing but the icon and its text.
  let isAlone: Bool

  /// The plan of a box as a picture shows it; nil where it has no icon.
  init?(_ attributes: Attributes, _ kind: Reference.Kind) {
    guard let use = attributes.icon else { return nil }
    name = use.name
    isAlone = kind == .component && attributes.shape == .none
    // Who puts a text on an icon wants to see it.
    let isShown = use.label != .none || attributes.label != nil
    label = kind == .node ? .beside : isShown && use.label == .none ? .below : use.label
    let usual =
      switch (kind, isAlone) {
      case (.node, _): IconMetrics.title
      case (_, true): IconMetrics.alone
      case (_, false): label == .beside ? IconMetrics.beside : IconMetrics.above
      }
    size = use.size ?? usual
  }

  /// What a text is moved by, and grows by as the title of a container.
  var titleRoom: Int { size + IconMetrics.besideGap }

  /// The size of a box around a text of a size that already has its padding, or around the icon alone.
  func around(_ padded: Size?, _ text: Size) -> Size {
    let icon = Size(width: size, height: size)
    guard let padded else { return isAlone ? icon : self.padded(icon) }
    let below = IconMetrics.belowGap + text.height
    switch (label, isAlone) {
    case (.none, _): return isAlone ? icon : self.padded(icon)
    case (.beside, true):
      return Size(
        width: size + IconMetrics.besideGap + padded.width - 2 * BoxMetrics.sidePadding
          + IconMetrics.aloneGap,
        height: max(size, text.height))
    // The same room above it, so that arrows from the side meet its middle.
    case (.below, true):
      return Size(
        width: max(size, padded.width - 2 * BoxMetrics.sidePadding + IconMetrics.aloneGap),
        height: size + 2 * below)
    case (.beside, false):
      return Size(
        width: padded.width + titleRoom, height: max(padded.height, self.padded(icon).height))
    case (.below, false):
      return Size(
        width: max(padded.width, self.padded(icon).width),
        height: padded.height + size + IconMetrics.belowGap)
    }
  }

  private func padded(_ icon: Size) -> Size {
    Size(
      width: icon.width + 2 * BoxMetrics.sidePadding,
      height: icon.height + 2 * BoxMetrics.endPadding)
  }

  /// The icon in the room of a box, beside or above its text.
  func icon(in room: Rect, besides text: Size?, _ alignment: TextAlignment) -> Rect {
    let block = block(in: room, besides: text, alignment)
    let y = label == .below && !isAlone ? block.minY : block.midY - size / 2
    let x = label == .beside ? block.minX : block.midX - size / 2
    return Rect(x: x, y: y, width: size, height: size)
  }

  /// The place of the text in the room of a box, as large as the text.
  func text(_ size: Size, in room: Rect, _ alignment: TextAlignment) -> Rect {
    let icon = icon(in: room, besides: size, alignment)
    switch label {
    case .beside:
      return Rect(
        origin: Point(x: icon.maxX + IconMetrics.besideGap, y: room.midY - size.height / 2),
        size: size)
    case .below, .none:
      return Rect(
        origin: Point(x: icon.midX - size.width / 2, y: icon.maxY + IconMetrics.belowGap),
        size: size)
    }
  }

  /// Icon and text together; alone, with the same room above it.
  private func block(in room: Rect, besides text: Size?, _ alignment: TextAlignment) -> Rect {
    var size = Size(width: self.size, height: self.size)
    if let text, label == .beside {
      size.width += IconMetrics.besideGap + text.width
      size.height = max(size.height, text.height)
    } else if let text, label == .below {
      size.width = max(size.width, text.width)
      size.height += (IconMetrics.belowGap + text.height) * (isAlone ? 2 : 1)
    }
    let x =
      switch alignment {
      case .left: room.minX
      case .center: room.midX - size.width / 2
      case .right: room.maxX - size.width
      }
    return Rect(origin: Point(x: x, y: room.midY - size.height / 2), size: size)
  }
}

/// The sizes of icons and marks, in units.
enum IconMetrics {
  /// An icon that is a box of its own, one above the text of a box, one beside it, and one before a title.
  static let alone = 64
  static let above = 40
  static let beside = 28
  static let title = 20
  /// What an author may wish.
  static let sizes = 16...400
  /// Between an icon and the text below it, and the text beside it.
  static let belowGap = 6
  static let besideGap = 10
  /// Between what stands on an outline and a text beside it.
  static let markGap = 4
  /// Between the lines of an icon and an arrow that ends there.
  static let lineGap = 3
  /// What a text below an icon keeps from its neighbours.
  static let aloneGap = 8
  /// The chip of an icon on an outline, and the icon in it; one that has a frame of its own needs no chip.
  static let chip = 36
  static let inChip = 22
  /// The height of a badge, what its text keeps from its sides, and how far it leaves its box.
  static let badge = 26
  static let badgePadding = 8
  static let badgeOverhang = 10
  /// Between a badge and the text of an arrow.
  static let badgeGap = 6
  /// How many characters a badge may have.
  static let badgeLength = 24
}
