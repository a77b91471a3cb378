import DiagramDSL
import DiagramGraph
import DiagramModel
import DiagramText

extension SequenceFragment.Kind {
  /// What stands in the corner of a frame.
  var word: String { "**\(rawValue)**" }
}

extension UnitedSequence {
  /// Up to which width the text of a row is not broken: what lies between its participants where all of them
  /// share the width of the slide, at the size at which texts are largest on it.
  func textWidth(in row: Row, on slide: Slide) -> Int {
    let usual = TextRole.label.maximumWidth
    let ends =
      switch row.kind {
      case .message(let from, let to): (min(from, to), max(from, to))
      case .note(.over, let first, let last): (min(first, last), max(first, last))
      case .note, .begin, .next, .end, .start, .stop, .divider: (0, 0)
      }
    let pitch = slide.room.width * 100 / 175 / max(participants.count - 1, 1)
    let room = (ends.1 - ends.0) * pitch - SequenceMetrics.besideText
    return max(usual, min(room, TextRole.heading.maximumWidth))
  }
}

extension MeasuredSeries {
  /// The plans of all sequences, in their order.
  func sequencePlans() -> [SequencePlan] {
    resolved.sequences.map { sequence in
      let heads = headSizes(of: sequence)
      let texts = sequence.rows.map { row in
        let sizes = row.variants.compactMap { variant in variant.flatMap { size(of: $0, row.kind) }
        }
        return sizes.first.map { sizes.reduce($0) { $0.union($1) } }
      }
      let kinds = SequenceFragment.Kind.allCases.map { ($0, notes[$0.word]?.size ?? .zero) }
      return SequencePlanner(
        sequence, heads: heads, texts: texts, kinds: Dictionary(uniqueKeysWithValues: kinds)
      ).planned()
    }
  }

  /// Boxes are of one height; icons and what keeps its size are as large as they are.
  private func headSizes(of sequence: UnitedSequence) -> [Size] {
    let boxes = sequence.participants.filter { !resolved.items[$0].keepsSize }
    let height = boxes.map { extents[$0].minimum.height }.max() ?? 0
    return sequence.participants.map { item in
      let size = extents[item].minimum
      return boxes.contains(item) ? Size(width: size.width, height: height) : size
    }
  }

  /// What is written in a row takes, with the number of a message before it.
  private func size(of variant: UnitedSequence.Variant, _ kind: UnitedSequence.Kind) -> Size? {
    guard case .message = kind else { return variant.text.flatMap { notes[$0]?.size } }
    var text = variant.text.flatMap { notes[$0]?.sizeWithChip }
    // The half of a cross that stands above its line.
    if variant.arrow?.attributes.style.isCrossedOut == true { text?.height += 12 }
    guard let arrow = variant.arrow, let badge = badge(of: arrow)?.badgeSize else { return text }
    return Size(
      width: badge.width + (text.map { $0.width + IconMetrics.badgeGap } ?? 0),
      height: max(badge.height, text?.height ?? 0))
  }

  /// The place of a sequence among those of the series, and of a box among its participants.
  func sequence(of item: Int) -> Int? { resolved.sequences.firstIndex { $0.item == item } }

  /// Gives the node of a sequence its room, and those of its participants their places in it.
  func arrange(_ node: inout LayoutNode, of item: Int) {
    if let sequence = sequence(of: item) {
      let plan = sequences[sequence]
      let heads = plan.heads.bounds ?? .zero
      node.arrangement = .automatic(spacing: nil)
      node.minimumSize = plan.size
      node.padding = Insets(
        top: 0, left: 0, bottom: plan.size.height - heads.maxY,
        right: plan.size.width - heads.maxX)
      node.fixedAxes = Set(Axis.allCases)
      node.grows = false
    } else if let parent = resolved.items[item].parent, let sequence = sequence(of: parent),
      let place = resolved.sequences[sequence].participants.firstIndex(of: item)
    {
      let head = sequences[sequence].heads[place]
      node.pin = head.origin
      node.minimumSize = head.size
      node.fixedAxes = Set(Axis.allCases)
      node.grows = false
      node.sizeGroup = nil
    }
  }
}
