import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// Shifts the segments of wires apart, each as close as possible to its best place.
///
/// Segments that see each other keep the order of their places and, on one line, of their ranks.
/// Their best places: the middle of a side for an end, spread if several ends share it; the middle
/// of its channel for a segment between opposite turns; else where the search put it. The segments
/// of a rail are shifted as one.
///
/// > Source: Wybrow, Marriott, Stuckey, Orthogonal Connector Routing, 2009, section 6.
struct Nudging: Sendable {
  private let graph: LayoutGraph
  private let spacing: RoutingSpacing
  private let channels: ChannelFinder
  private let order: WireOrder
  private let rails: Rails
  private let slots: [[Int?]]
  private let isAlike: Bool
  private let labelled: Set<Int>

  /// Prepares to shift `wires`; those of the edges `labelled` get room for their labels beside them.
  init(
    _ wires: [Wire], _ graph: LayoutGraph, _ obstacles: Obstacles, _ trunks: Trunks,
    labelled: Set<Int>, _ spacing: RoutingSpacing
  ) {
    self.labelled = labelled
    self.graph = graph
    self.spacing = spacing
    channels = ChannelFinder(
      graph: graph, obstacles: obstacles, spacing: spacing, trunks: trunks, labelled: labelled)
    let pictures = wires.map { graph.edges[$0.edge].pictures }
    rails = Rails(wires, trunks: wires.map { trunks.index(of: $0.edge) })
    order = WireOrder(wires, rails, pictures: pictures)
    isAlike = pictures.allSatisfy { $0 == pictures.first }
    slots = endSlots(wires, graph, obstacles, rails, ranks: order.ranks, spacing)
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

  /// A rail as it lies now.
  private struct Strand {
    let members: [Rails.Member]
    let place: Int
    let rank: Int
    /// What its segments cover together.
    var span: Span
  }

  private func shift(_ wires: inout [Wire], along axis: Axis) {
    let strands = strands(wires, along: axis)
    let separation = Separation(
      strands.map { item($0, wires) }, gaps(strands, wires), leastGap: spacing.leastSeparation)
    for (strand, place) in zip(strands, separation.solved()) {
      for member in strand.members { wires[member.wire].places[member.segment] = place }
    }
  }

  private func strands(_ wires: [Wire], along axis: Axis) -> [Strand] {
    let strands = rails.members.compactMap { members -> Strand? in
      let first = members[0]
      guard wires[first.wire].axis(of: first.segment) == axis else { return nil }
      var strand = Strand(
        members: members, place: wires[first.wire].places[first.segment],
        rank: order.ranks[first.wire][first.segment],
        span: wires[first.wire].span(of: first.segment))
      for other in members.dropFirst() {
        let span = wires[other.wire].span(of: other.segment)
        strand.span = Span(min(strand.span.low, span.low), max(strand.span.high, span.high))
      }
      return strand
    }
    return strands.sorted {
      ($0.place, $0.rank, $0.members[0].wire, $0.members[0].segment)
        < ($1.place, $1.rank, $1.members[0].wire, $1.members[0].segment)
    }
  }

  private func item(_ strand: Strand, _ wires: [Wire]) -> Separation.Item {
    var channel = Channel()
    var slots: [Int] = []
    var (hasStraight, ends) = (false, Span(Int.min, Int.max))
    for member in strand.members {
      let wire = wires[member.wire]
      channel.narrow(to: channels.channel(of: member.segment, in: wire))
      if let slot = self.slots[member.wire][member.segment] {
        let isStraight = wire.places.count == 1
        if isStraight == hasStraight { slots.append(slot) }
        if isStraight && !hasStraight { (slots, hasStraight) = ([slot], true) }
      } else if let own = turns(of: wire, member.segment) {
        ends = ends.intersection(own)
      }
    }
    var (ideal, weight) = (strand.place, 0.1)
    if !slots.isEmpty {
      (ideal, weight) = (slots.reduce(0, +) / slots.count, hasStraight ? 1000 : 1)
    } else if ends.low > Int.min, !ends.isEmpty {
      ideal =
        Span(
          max(channel.lower?.hard ?? ends.low, ends.low),
          min(channel.upper?.hard ?? ends.high, ends.high)
        ).middle
    }
    return Separation.Item(
      ideal: ideal, weight: weight, lower: channel.lower, upper: channel.upper)
  }

  /// Between which places a segment with opposite turns may lie; nil if its turns go the same way,
  /// since then it has to stay close to what it runs around.
  private func turns(of wire: Wire, _ segment: Int) -> Span? {
    guard segment > 0, segment < wire.last else { return nil }
    let before = wire.from(segment - 1)
    let after = wire.to(segment + 1)
    let place = wire.places[segment]
    guard (before < place) == (place < after) else { return nil }
    return Span(between: before, and: after)
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
    let member = first.members[0]
    let isHorizontal = wires[member.wire].axis(of: member.segment) == .horizontal
    let carrier = isHorizontal ? second : first
    return carrier.members.reduce(spacing.separation) { gap, member in
      let wire = wires[member.wire]
      guard labelled.contains(wire.edge), labelSegment(of: member.wire, wire) == member.segment,
        let size = graph.edges[wire.edge].labelSize
      else { return gap }
      let room = isHorizontal ? size.height : size.width
      return max(gap, room + 2 * spacing.label + 2)
    }
  }

  /// The segment beside which the label lies at best: the longest horizontal one, of a member of a
  /// trunk one on its own branch.
  private func labelSegment(of index: Int, _ wire: Wire) -> Int? {
    let own = wire.places.indices.filter { rails.isOwn(index, $0) }
    let segments = own.isEmpty ? Array(wire.places.indices) : own
    let horizontal = segments.filter { wire.axis(of: $0) == .horizontal }
    return (horizontal.isEmpty ? segments : horizontal).max {
      wire.span(of: $0).length < wire.span(of: $1).length
    }
  }

  /// Whether some segments of two rails have to keep away from each other. Those of one trunk need
  /// not where one only goes on behind the other.
  private func isSeen(_ one: Strand, with other: Strand, _ wires: [Wire]) -> Bool {
    one.members.contains { first in
      let span = wires[first.wire].span(of: first.segment)
      return other.members.contains { second in
        guard first.wire != second.wire else { return false }
        let otherSpan = wires[second.wire].span(of: second.segment)
        let isNear =
          rails.isOneTrunk(first.wire, second.wire)
          ? span.overlaps(otherSpan)
          : span.widened(by: spacing.leastSeparation).touches(otherSpan)
        return isNear
          && (isAlike
            || graph.edges[wires[first.wire].edge].pictures
              .intersects(graph.edges[wires[second.wire].edge].pictures))
      }
    }
  }
}

/// The best places of all ends: one entry a segment of a wire, nil for those that are no end.
///
/// Ends that were routed to one place of one side are spread evenly around it in the order of
/// their ranks; a straight wire among them keeps the middle. A trunk has one end at its root, that
/// of its first or of its straight member; the others have no slot there, but follow their rail.
private func endSlots(
  _ wires: [Wire], _ graph: LayoutGraph, _ obstacles: Obstacles, _ rails: Rails, ranks: [[Int]],
  _ spacing: RoutingSpacing
) -> [[Int?]] {
  var slots: [[Int?]] = wires.map { $0.places.map { _ in nil } }
  for ends in endGroups(wires, graph) {
    let group = ends.withoutRepeatedTrunks(rails) { wires[$0].places.count == 1 }
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

extension [WireEnd] {
  /// The ends without those at a place where another member of the same trunk ends: rather a straight
  /// one than the first.
  fileprivate func withoutRepeatedTrunks(_ rails: Rails, isStraight: (Int) -> Bool) -> [WireEnd] {
    guard contains(where: { rails.isOneTrunk($0.wire, $0.wire) }) else { return self }
    return enumerated().filter { position, end in
      let others = enumerated().filter { rails.isOneTrunk($1.wire, end.wire) }
      let best = others.first { isStraight($1.wire) } ?? others.first
      return best.map { $0.offset == position } ?? true
    }.map(\.element)
  }
}
