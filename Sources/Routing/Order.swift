import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// The order of wires that share a line.
struct WireOrder: Sendable {
  /// For each segment of each wire, its rank among the segments on the same line that it touches;
  /// the one with the smaller rank has to lie at the smaller place.
  let ranks: [[Int]]

  /// Orders the rails of `wires` on each line so that wires cross only where they must; the
  /// segments of one rail have one rank.
  ///
  /// Two wires that share a piece part at both its ends; the sides to which they turn there say
  /// which one has to lie on which side. If both ends contradict each other they cross in any case.
  ///
  /// Wires, rails and pictures have one entry a wire.
  ///
  /// > Source: Wybrow, Marriott, Stuckey, Orthogonal Connector Routing, 2009, section 5.
  init(_ wires: [Wire], _ rails: Rails, pictures: [PictureSet]) {
    var ranks = wires.map { Array(repeating: 0, count: $0.places.count) }
    for axis in Axis.allCases {
      for line in Self.lines(wires, along: axis) {
        let sorted = Self.sorted(Self.grouped(line, rails), wires, pictures)
        for (rank, strands) in sorted.enumerated() {
          for strand in strands { ranks[strand.wire][strand.segment] = rank }
        }
      }
    }
    self.ranks = ranks
  }

  /// A segment of a wire.
  private struct Strand {
    let wire: Int
    let segment: Int
    let place: Int
    let span: Span
  }

  /// The segments along an axis, grouped by their place; groups of one are left out.
  private static func lines(_ wires: [Wire], along axis: Axis) -> [[Strand]] {
    var strands: [Strand] = []
    for (index, wire) in wires.enumerated() {
      for segment in wire.places.indices where wire.axis(of: segment) == axis {
        strands.append(
          Strand(
            wire: index, segment: segment, place: wire.places[segment],
            span: wire.span(of: segment)))
      }
    }
    strands.sort { ($0.place, $0.span.low, $0.wire) < ($1.place, $1.span.low, $1.wire) }
    var lines: [[Strand]] = []
    var start = 0
    while start < strands.count {
      var end = start
      var reach = strands[start].span.high
      while end < strands.count, strands[end].place == strands[start].place,
        strands[end].span.low <= reach
      {
        reach = max(reach, strands[end].span.high)
        end += 1
      }
      if end - start > 1 { lines.append(Array(strands[start..<end])) }
      start = end
    }
    return lines
  }

  /// The segments of a line, those of one rail together; a rail stands where its first segment does.
  private static func grouped(_ line: [Strand], _ rails: Rails) -> [[Strand]] {
    var positions: [Int: Int] = [:]
    var groups: [[Strand]] = []
    for strand in line {
      let rail = rails.indices[strand.wire][strand.segment]
      if let position = positions[rail] {
        groups[position].append(strand)
      } else {
        positions[rail] = groups.count
        groups.append([strand])
      }
    }
    return groups
  }

  /// Sorts topologically; where the comparisons run in a circle, the first goes first.
  private static func sorted(_ line: [[Strand]], _ wires: [Wire], _ pictures: [PictureSet])
    -> [[Strand]]
  {
    var followers = line.map { _ in [Int]() }
    var counts = line.map { _ in 0 }
    for first in line.indices {
      for second in line.indices.dropFirst(first + 1) {
        let pairs = line[first].flatMap { one in line[second].map { (one, $0) } }.filter {
          $0.wire != $1.wire && $0.span.touches($1.span)
            && pictures[$0.wire].intersects(pictures[$1.wire])
        }
        guard !pairs.isEmpty else { continue }
        let votes = pairs.reduce(0) { $0 + vote($1.0, $1.1, wires) }
        let isFirst = votes < 0 || (votes == 0 && line[first][0].wire < line[second][0].wire)
        followers[isFirst ? first : second].append(isFirst ? second : first)
        counts[isFirst ? second : first] += 1
      }
    }
    var rest = Array(line.indices).sorted { line[$0][0].wire < line[$1][0].wire }
    var result: [[Strand]] = []
    while !rest.isEmpty {
      let position = rest.indices.min { counts[rest[$0]] < counts[rest[$1]] } ?? rest.startIndex
      let next = rest.remove(at: position)
      for follower in followers[next] { counts[follower] -= 1 }
      result.append(line[next])
    }
    return result
  }

  /// What two wires say at both ends of a shared piece: negative if the first has to lie at the
  /// smaller place, 0 if either will do.
  private static func vote(_ one: Strand, _ other: Strand, _ wires: [Wire]) -> Int {
    guard one.wire < other.wire else { return -vote(other, one, wires) }
    let (first, second) = (wires[one.wire], wires[other.wire])
    let votes = [true, false].map {
      vote(first, one.segment, second, other.segment, atHigh: $0)
    }
    let isForward = first.from(one.segment) < first.to(one.segment)
    let (near, far) = isForward ? (votes[1], votes[0]) : (votes[0], votes[1])
    return abs(far) > abs(near) ? far : near
  }

  /// What the wires say at one end of a shared piece: negative if the first has to lie at the
  /// smaller place; 2 if they would cross otherwise, 1 if it is only for a common order, 0 if
  /// either will do.
  private static func vote(
    _ first: Wire, _ one: Int, _ second: Wire, _ other: Int, atHigh: Bool
  ) -> Int {
    let (firstSpan, secondSpan) = (first.span(of: one), second.span(of: other))
    let (firstTurn, secondTurn) = (
      first.turn(at: one, atHigh: atHigh), second.turn(at: other, atHigh: atHigh)
    )
    let firstEnd = atHigh ? firstSpan.high : -firstSpan.low
    let secondEnd = atHigh ? secondSpan.high : -secondSpan.low
    if firstEnd < secondEnd { return firstTurn.map { $0.isForward ? 2 : -2 } ?? 0 }
    if secondEnd < firstEnd { return secondTurn.map { $0.isForward ? -2 : 2 } ?? 0 }
    guard let firstTurn, let secondTurn else {
      let isStart = firstTurn == nil && secondTurn == nil && first.begins(at: one, atHigh: atHigh)
      return isStart ? -1 : 0
    }
    guard firstTurn.isForward == secondTurn.isForward else { return firstTurn.isForward ? 2 : -2 }
    let beyond = vote(
      first, firstTurn.segment, second, secondTurn.segment, atHigh: firstTurn.isForward)
    //  ──┐   towards the high end and down, the upper one is the outer one: the order is
    //  ─┐│   reversed behind the turn; so it is towards the low end and up.
    return atHigh == firstTurn.isForward ? -beyond : beyond
  }
}

extension Wire {
  /// The segment behind one end of a segment, and whether it runs to larger coordinates from
  /// there; nil if the wire ends.
  fileprivate func turn(at segment: Int, atHigh: Bool) -> (segment: Int, isForward: Bool)? {
    let isForward = from(segment) < to(segment)
    if isForward == atHigh {
      guard segment < last else { return nil }
      return (segment + 1, to(segment + 1) > places[segment])
    }
    guard segment > 0 else { return nil }
    return (segment - 1, from(segment - 1) > places[segment])
  }

  /// Whether the wire begins at this end of a segment.
  fileprivate func begins(at segment: Int, atHigh: Bool) -> Bool {
    segment == 0 && (from(0) < to(0)) != atHigh
  }
}
