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
  private let seats: [[Int?]]
  private let isAlike: Bool
  private let labelled: Set<Int>
  /// How many edges begin or end at each node; empty where no label asks for it.
  private let endCounts: [Int]

  /// Prepares to shift the wires of `seats`; those of the edges `labelled` get room for their labels
  /// beside them.
  init(
    _ seats: Seats, _ graph: LayoutGraph, _ obstacles: Obstacles, _ trunks: Trunks,
    labelled: Set<Int>, _ spacing: RoutingSpacing
  ) {
    self.labelled = labelled
    self.graph = graph
    endCounts =
      labelled.isEmpty
      ? []
      : graph.edges.reduce(into: graph.nodes.map { _ in 0 }) { counts, edge in
        counts[edge.source] += 1
        counts[edge.target] += 1
      }
    self.spacing = spacing
    channels = ChannelFinder(
      graph: graph, obstacles: obstacles, spacing: spacing, trunks: trunks, labelled: labelled)
    let wires = seats.wires
    self.seats = seats.places
    let pictures = wires.map { graph.edges[$0.edge].pictures }
    rails = Rails(wires, trunks: wires.map { trunks.index(of: $0.edge) })
    order = WireOrder(wires, rails, pictures: pictures)
    isAlike = pictures.allSatisfy { $0 == pictures.first }
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
    var seats: [Int] = []
    var (hasStraight, ends) = (false, Span(Int.min, Int.max))
    for member in strand.members {
      let wire = wires[member.wire]
      channel.narrow(to: channels.channel(of: member.segment, in: wire))
      if let seat = seat(of: member, wire) {
        let isStraight = wire.places.count == 1
        if isStraight == hasStraight { seats.append(seat) }
        if isStraight && !hasStraight { (seats, hasStraight) = ([seat], true) }
      } else if let own = turns(of: wire, member.segment) {
        ends = ends.intersection(own)
      }
    }
    var (ideal, weight) = (strand.place, 0.1)
    if !seats.isEmpty {
      (ideal, weight) = (seats.reduce(0, +) / seats.count, hasStraight ? 1000 : 100)
    } else if ends.low > Int.min, !ends.isEmpty {
      let room = Span(
        max(channel.lower?.hard ?? ends.low, ends.low),
        min(channel.upper?.hard ?? ends.high, ends.high))
      ideal = strand.members.reduce(room.middle) { place, member in
        makingRoom(forLabelBeside: member, wires[member.wire], in: room, at: place)
      }
    }
    return Separation.Item(
      ideal: ideal, weight: weight, lower: channel.lower, upper: channel.upper)
  }

  /// Where a segment between opposite turns leaves room for a label along the segment before or behind
  /// it: along that at whose end fewer edges meet.
  private func makingRoom(
    forLabelBeside member: Rails.Member, _ wire: Wire, in room: Span, at place: Int
  ) -> Int {
    guard labelled.contains(wire.edge), turns(of: wire, member.segment) != nil,
      let size = graph.edges[wire.edge].labelSize
    else { return place }
    let edge = graph.edges[wire.edge]
    let isBefore = endCounts[edge.source] <= endCounts[edge.target]
    let isLow =
      (isBefore ? wire.from(member.segment - 1) : wire.to(member.segment + 1))
      < wire.places[member.segment]
    let needed = size[wire.axis(of: member.segment).cross] + spacing.label + spacing.labelRoom + 2
    return isLow
      ? min(max(place, room.low + needed), room.high)
      : max(min(place, room.high - needed), room.low)
  }

  /// Where a segment is to lie as an end of its wire; between both if it is both.
  private func seat(of member: Rails.Member, _ wire: Wire) -> Int? {
    let source = member.segment == 0 ? seats[member.wire][0] : nil
    let target = member.segment == wire.last ? seats[member.wire][1] : nil
    guard let source, let target else { return source ?? target }
    return (source + target) / 2
  }

  /// Between which places a segment with opposite turns may lie; nil if its turns go the same way,
  /// since then it has to stay close to what it runs around, and for a jog, which is where nothing is
  /// in line with it.
  private func turns(of wire: Wire, _ segment: Int) -> Span? {
    guard segment > 0, segment < wire.last else { return nil }
    let before = wire.from(segment - 1)
    let after = wire.to(segment + 1)
    let place = wire.places[segment]
    guard (before < place) == (place < after),
      wire.span(of: segment).length > 3 * spacing.separation
    else { return nil }
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

  /// What two strands keep between their middles: much, but ends stay where they lie on their sides.
  private func distance(_ first: Strand, _ second: Strand, _ wires: [Wire]) -> Int {
    let ends = [first, second].count { strand in
      strand.members.contains { seat(of: $0, wires[$0.wire]) != nil }
    }
    return (ends == 0 ? spacing.room : ends == 1 ? spacing.border : spacing.separation)
      + halfWidth(first, wires) + halfWidth(second, wires)
  }

  /// How far the widest line of a strand reaches to both sides.
  private func halfWidth(_ strand: Strand, _ wires: [Wire]) -> Int {
    strand.members.map { graph.edges[wires[$0.wire].edge].halfWidth }.max() ?? 0
  }

  /// A label lies above a horizontal segment and right of a vertical one.
  private func gap(_ first: Strand, _ second: Strand, _ wires: [Wire]) -> Int {
    let distance = distance(first, second, wires)
    guard !labelled.isEmpty else { return distance }
    let member = first.members[0]
    let isHorizontal = wires[member.wire].axis(of: member.segment) == .horizontal
    let carrier = isHorizontal ? second : first
    return carrier.members.reduce(distance) { gap, member in
      let wire = wires[member.wire]
      guard labelled.contains(wire.edge), labelSegment(of: member.wire, wire) == member.segment,
        let size = graph.edges[wire.edge].labelSize
      else { return gap }
      let room = isHorizontal ? size.height : size.width
      return max(
        gap,
        room + 2 * spacing.label + 2 + halfWidth(first, wires) + halfWidth(second, wires))
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
