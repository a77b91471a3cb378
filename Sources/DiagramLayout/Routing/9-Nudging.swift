import DiagramModel

/// Shifts the segments of wires apart, each as close as possible to its best place.
///
/// Segments that see each other keep the order of their places and, on one line, of their ranks.
/// Their best places: the middle of a side for an end, spread if several ends share it; the middle
/// of its channel for a segment between opposite turns; else where the search put it.
///
/// > Source: Wybrow, Marriott, Stuckey, Orthogonal Connector Routing, 2009, section 6.
struct Nudging: Sendable {
  private let graph: LayoutGraph
  private let spacing: RoutingSpacing
  private let channels: ChannelFinder
  private let order: WireOrder
  private let slots: [[Int?]]
  private let isAlike: Bool
  private let labelled: Set<Int>

  /// Prepares to shift `wires`; those of the edges `labelled` get room for their labels beside them.
  init(
    _ wires: [Wire], _ graph: LayoutGraph, _ obstacles: Obstacles, labelled: Set<Int>,
    _ spacing: RoutingSpacing
  ) {
    self.labelled = labelled
    self.graph = graph
    self.spacing = spacing
    channels = ChannelFinder(graph: graph, obstacles: obstacles, spacing: spacing)
    let pictures = wires.map { graph.edges[$0.edge].pictures }
    order = WireOrder(wires, pictures: pictures)
    isAlike = pictures.allSatisfy { $0 == pictures.first }
    slots = endSlots(wires, graph, obstacles, ranks: order.ranks, spacing)
  }

  /// The wires, shifted along both axes in turn; what is final for one axis is the input of the
  /// other.
  func nudged(_ wires: [Wire]) -> [Wire] {
    var wires = wires
    for _ in 0..<2 {
      for axis in Axis.allCases { shift(&wires, along: axis) }
    }
    return wires
  }

  private struct Strand {
    let wire: Int
    let segment: Int
    let place: Int
    let rank: Int
    let span: Span
  }

  private func shift(_ wires: inout [Wire], along axis: Axis) {
    let strands = strands(wires, along: axis)
    let separation = Separation(
      strands.map { item($0, wires[$0.wire]) }, gaps(strands, wires),
      leastGap: spacing.leastSeparation)
    for (strand, place) in zip(strands, separation.solved()) {
      wires[strand.wire].places[strand.segment] = place
    }
  }

  private func strands(_ wires: [Wire], along axis: Axis) -> [Strand] {
    var strands: [Strand] = []
    for (index, wire) in wires.enumerated() {
      for segment in wire.places.indices where wire.axis(of: segment) == axis {
        strands.append(
          Strand(
            wire: index, segment: segment, place: wire.places[segment],
            rank: order.ranks[index][segment], span: wire.span(of: segment)))
      }
    }
    return strands.sorted {
      ($0.place, $0.rank, $0.wire, $0.segment) < ($1.place, $1.rank, $1.wire, $1.segment)
    }
  }

  private func item(_ strand: Strand, _ wire: Wire) -> Separation.Item {
    let channel = channels.channel(of: strand.segment, in: wire)
    var (ideal, weight) = (strand.place, 0.1)
    if let slot = slots[strand.wire][strand.segment] {
      (ideal, weight) = (slot, wire.places.count == 1 ? 1000 : 1)
    } else if let middle = middle(of: channel, strand.segment, wire) {
      ideal = middle
    }
    return Separation.Item(
      ideal: ideal, weight: weight, lower: channel.lower, upper: channel.upper)
  }

  /// The best place of a segment between opposite turns; nil if its turns go the same way, since
  /// then it has to stay close to what it runs around.
  private func middle(of channel: Channel, _ segment: Int, _ wire: Wire) -> Int? {
    let before = wire.from(segment - 1)
    let after = wire.to(segment + 1)
    let place = wire.places[segment]
    guard (before < place) == (place < after) else { return nil }
    let ends = Span(between: before, and: after)
    return Span(
      max(channel.lower?.hard ?? ends.low, ends.low),
      min(channel.upper?.hard ?? ends.high, ends.high)
    ).middle
  }

  /// The distances that segments keep which see each other.
  ///
  /// Only as far as a place could ever be pushed are segments compared; a pair with others in
  /// between is left out where those cover all that it shares.
  private func gaps(_ strands: [Strand], _ wires: [Wire]) -> [Separation.Gap] {
    var gaps: [Separation.Gap] = []
    let reach = 40 * spacing.separation
    for (second, strand) in strands.enumerated() {
      let span = strand.span.widened(by: spacing.leastSeparation)
      var uncovered = [span]
      for first in stride(from: second - 1, through: 0, by: -1) {
        let other = strands[first]
        guard strand.place - other.place <= reach, !uncovered.isEmpty else { break }
        guard other.span.touches(span), isSeen(strand, with: other, wires) else { continue }
        let shared = other.span.widened(by: spacing.leastSeparation)
        if isAlike {
          guard uncovered.contains(where: { $0.touches(other.span) }) else { continue }
          uncovered = uncovered.flatMap { $0.subtracting([shared]) }.filter { $0.length > 0 }
        }
        gaps.append(
          Separation.Gap(first: first, second: second, gap: gap(other, strand, wires)))
      }
    }
    return gaps
  }

  /// A label lies above a horizontal segment and right of a vertical one.
  private func gap(_ first: Strand, _ second: Strand, _ wires: [Wire]) -> Int {
    guard !labelled.isEmpty else { return spacing.separation }
    let isHorizontal = wires[first.wire].axis(of: first.segment) == .horizontal
    let carrier = isHorizontal ? second : first
    let wire = wires[carrier.wire]
    guard labelled.contains(wire.edge), wire.labelSegment == carrier.segment,
      let size = graph.edges[wire.edge].labelSize
    else { return spacing.separation }
    let room = isHorizontal ? size.height : size.width
    return max(spacing.separation, room + 2 * spacing.label + 2)
  }

  private func isSeen(_ one: Strand, with other: Strand, _ wires: [Wire]) -> Bool {
    guard one.wire != other.wire else { return false }
    return isAlike
      || graph.edges[wires[one.wire].edge].pictures
        .intersects(graph.edges[wires[other.wire].edge].pictures)
  }
}

/// The best places of all ends: one entry a segment of a wire, nil for those that are no end.
///
/// Ends that were routed to one place of one side are spread evenly around it in the order of
/// their ranks; a straight wire among them keeps the middle.
private func endSlots(
  _ wires: [Wire], _ graph: LayoutGraph, _ obstacles: Obstacles, ranks: [[Int]],
  _ spacing: RoutingSpacing
) -> [[Int?]] {
  var slots: [[Int?]] = wires.map { $0.places.map { _ in nil } }
  for group in endGroups(wires, graph) {
    let sorted = group.sorted {
      (ranks[$0.wire][$0.segment], $0.wire) < (ranks[$1.wire][$1.segment], $1.wire)
    }
    for (position, end) in sorted.enumerated() {
      let wire = wires[end.wire]
      let isStraight = wire.places.count == 1
      let seen = sorted.indices.filter { other in
        let pictures = graph.edges[wires[sorted[other].wire].edge].pictures
        return (other == position || pictures.intersects(graph.edges[wire.edge].pictures))
          && (!isStraight || wires[sorted[other].wire].places.count == 1)
      }
      let straights = seen.indices.filter { wires[sorted[seen[$0]].wire].places.count == 1 }
      let centers = isStraight || straights.isEmpty ? Array(seen.indices) : straights
      let own = seen.firstIndex(of: position) ?? 0
      let side = obstacles.frames[end.node][wire.axis(of: end.segment).cross]
      let gap = min(spacing.portSeparation, side.length / (seen.count + 1))
      // Twice the offset, since the center may lie between two ends.
      let offset = 2 * own - (centers.first ?? 0) - (centers.last ?? 0)
      let slot = wire.places[end.segment] + offset * gap / 2
      slots[end.wire][end.segment] = slots[end.wire][end.segment].map { ($0 + slot) / 2 } ?? slot
    }
  }
  return slots
}

private struct WireEnd {
  let wire: Int
  let segment: Int
  let node: Int
  let side: Side
  let place: Int
}

private func endGroups(_ wires: [Wire], _ graph: LayoutGraph) -> [[WireEnd]] {
  var ends: [WireEnd] = []
  for (index, wire) in wires.enumerated() {
    let edge = graph.edges[wire.edge]
    ends.append(
      WireEnd(
        wire: index, segment: 0, node: edge.source, side: wire.sourceSide, place: wire.places[0]))
    ends.append(
      WireEnd(
        wire: index, segment: wire.last, node: edge.target, side: wire.targetSide,
        place: wire.places[wire.last]))
  }
  ends.sort {
    ($0.node, $0.side.rawValue, $0.place, $0.wire) < ($1.node, $1.side.rawValue, $1.place, $1.wire)
  }
  return ends.chunked { ($0.node, $0.side, $0.place) == ($1.node, $1.side, $1.place) }
}

extension Array {
  /// The runs of elements that belong together.
  fileprivate func chunked(by belongTogether: (Element, Element) -> Bool) -> [[Element]] {
    var chunks: [[Element]] = []
    for element in self {
      if let last = chunks.last?.last, belongTogether(last, element) {
        chunks[chunks.count - 1].append(element)
      } else {
        chunks.append([element])
      }
    }
    return chunks
  }
}

extension Wire {
  /// The segment beside which the label lies at best: the longest horizontal one.
  fileprivate var labelSegment: Int? {
    let horizontal = places.indices.filter { axis(of: $0) == .horizontal }
    let candidates = horizontal.isEmpty ? Array(places.indices) : horizontal
    return candidates.max { span(of: $0).length < span(of: $1).length }
  }
}
