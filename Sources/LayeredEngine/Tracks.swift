/// The horizontal pieces of the segments between two ranks, each on a track.
struct GapRouting {
  /// A piece of a segment that runs across the flow.
  struct Piece: Hashable {
    var segment: Int
    /// Where it comes down from above, and where it goes on below.
    var from: Int
    var to: Int
    /// Counted from 0 at the upper rank.
    var track: Int

    var span: ClosedRange<Int> { min(from, to)...max(from, to) }
  }

  /// The pieces of each bent segment stand in the order from above.
  var pieces: [Piece]
  var trackCount: Int
}

/// Puts the bent segments of a gap on tracks, so that they cross least and no two vertical parts
/// come nearer than `distance`.
///
/// - Parameters:
///   - ends: where each segment of the gap leaves the upper rank and reaches the lower one.
///   - distance: what parallel lines keep.
/// - Returns: the pieces of all segments that are not straight.
/// - Complexity: O(*bent segments*²).
///
/// > Source: Sander 1996 (tracks from a graph of preferences); splitting of segments in circles
/// > of constraints as in Schulze, Spönemann, von Hanxleden 2014.
func routed(
  _ ends: [(segment: Int, upper: Int, lower: Int)], distance: Int
) -> GapRouting {
  var wires = ends.filter { $0.upper != $0.lower }.map {
    GapRouting.Piece(segment: $0.segment, from: $0.upper, to: $0.lower, track: 0)
  }
  guard !wires.isEmpty else { return GapRouting(pieces: [], trackCount: 0) }
  let lines = ends.flatMap { [$0.upper, $0.lower] }.sorted()
  var tracks = TrackOrder(wires: wires, distance: distance)
  while let wire = tracks.wireToSplit() {
    let middle = freePlace(for: wires[wire], among: lines + wires.map(\.to), distance: distance)
    var second = wires[wire]
    second.from = middle
    wires[wire].to = middle
    wires.insert(second, at: wire + 1)
    tracks = TrackOrder(wires: wires, distance: distance)
  }
  let assigned = tracks.assigned()
  for wire in wires.indices { wires[wire].track = assigned[wire] }
  return GapRouting(pieces: wires, trackCount: (assigned.max() ?? -1) + 1)
}

/// A place for a further bend of a wire, as near to its middle as the other lines allow.
private func freePlace(for wire: GapRouting.Piece, among lines: [Int], distance: Int) -> Int {
  let middle = (wire.from + wire.to) / 2
  let sorted = lines.sorted()
  func room(_ place: Int) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let half = (low + high) / 2
      if sorted[half] < place { low = half + 1 } else { high = half }
    }
    let after = low < sorted.count ? sorted[low] - place : Int.max
    return low > 0 ? min(after, place - sorted[low - 1]) : after
  }
  for offset in 0... {
    if room(middle + offset) >= distance { return middle + offset }
    if room(middle - offset) >= distance { return middle - offset }
  }
  return middle
}

/// Which wire of a gap should lie above which.
private struct TrackOrder {
  private let wires: [GapRouting.Piece]
  private let distance: Int
  /// For each wire, those that must lie below it, else vertical parts would touch.
  private var mustPrecede: [[Int]]
  /// For each wire, those that cross less if they lie below it, with the gain.
  private var shouldPrecede: [[(wire: Int, gain: Int)]]

  init(wires: [GapRouting.Piece], distance: Int) {
    self.wires = wires
    self.distance = distance
    mustPrecede = [[Int]](repeating: [], count: wires.count)
    shouldPrecede = [[(wire: Int, gain: Int)]](repeating: [], count: wires.count)
    let byStart = wires.indices.sorted { wires[$0].span.lowerBound < wires[$1].span.lowerBound }
    for (index, first) in byStart.enumerated() {
      for second in byStart[(index + 1)...] {
        if wires[second].span.lowerBound > wires[first].span.upperBound + distance { break }
        relate(min(first, second), max(first, second))
      }
    }
  }

  private mutating func relate(_ first: Int, _ second: Int) {
    let (one, other) = (wires[first], wires[second])
    if one.segment == other.segment {
      mustPrecede[first].append(second)
      return
    }
    // Where ends lie closer than lines should, lines need not keep more from each other than these.
    let ends = [abs(one.from - other.from), abs(one.to - other.to)].filter { $0 > 0 }
    let distance = min(distance, ends.min() ?? distance)
    let keepsFirstBelow = abs(one.to - other.from) < distance
    let keepsSecondBelow = abs(other.to - one.from) < distance
    if keepsFirstBelow { mustPrecede[second].append(first) }
    if keepsSecondBelow { mustPrecede[first].append(second) }
    guard !keepsFirstBelow, !keepsSecondBelow else { return }
    let change = Self.crossings(one, above: other) - Self.crossings(other, above: one)
    if change < 0 { shouldPrecede[first].append((second, -change)) }
    if change > 0 { shouldPrecede[second].append((first, change)) }
  }

  static func crossings(_ upper: GapRouting.Piece, above lower: GapRouting.Piece) -> Int {
    (lower.span.contains(upper.to) ? 1 : 0) + (upper.span.contains(lower.from) ? 1 : 0)
  }

  /// A wire on a circle of wires that must all lie above the next, if there is one.
  func wireToSplit() -> Int? {
    var state = [Int](repeating: 0, count: wires.count)
    for start in wires.indices where state[start] == 0 {
      var stack = [(wire: start, next: 0)]
      state[start] = 1
      while let top = stack.last {
        guard top.next < mustPrecede[top.wire].count else {
          state[top.wire] = 2
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let next = mustPrecede[top.wire][top.next]
        if state[next] == 1 {
          let circle = stack.drop { $0.wire != next }.map(\.wire)
          return circle.max { wires[$0].span.count < wires[$1].span.count }
        }
        if state[next] == 0 {
          state[next] = 1
          stack.append((next, 0))
        }
      }
    }
    return nil
  }

  /// One track a wire: all constraints kept, as many preferences as a greedy choice can keep.
  func assigned() -> [Int] {
    let sequence = self.sequence()
    var rank = [Int](repeating: 0, count: wires.count)
    for (index, wire) in sequence.enumerated() { rank[wire] = index }
    var tracks = [Int](repeating: -1, count: wires.count)
    var least = [Int](repeating: 0, count: wires.count)
    var occupied: [[ClosedRange<Int>]] = []
    for wire in sequence {
      let span = wires[wire].span
      let room = span.lowerBound - distance + 1...span.upperBound + distance - 1
      var track = least[wire]
      while track < occupied.count, occupied[track].contains(where: { $0.overlaps(room) }) {
        track += 1
      }
      while occupied.count <= track { occupied.append([]) }
      occupied[track].append(span)
      tracks[wire] = track
      for next in mustPrecede[wire] { least[next] = max(least[next], track + 1) }
      for next in shouldPrecede[wire] where rank[next.wire] > rank[wire] {
        least[next.wire] = max(least[next.wire], track + 1)
      }
    }
    return tracks
  }

  /// A sequence of the wires from above: always the one whose open preferences weigh least.
  private func sequence() -> [Int] {
    var open = [Int](repeating: 0, count: wires.count)
    var wish = open
    for wire in wires.indices {
      for next in mustPrecede[wire] { open[next] += 1 }
      for next in shouldPrecede[wire] { wish[next.wire] += next.gain }
    }
    var remaining = Array(wires.indices)
    var sequence: [Int] = []
    while !remaining.isEmpty {
      let free = remaining.indices.filter { open[remaining[$0]] == 0 }
      let index = free.min { (wish[remaining[$0]], $0) < (wish[remaining[$1]], $1) } ?? 0
      let wire = remaining.remove(at: index)
      sequence.append(wire)
      for next in mustPrecede[wire] { open[next] -= 1 }
      for next in shouldPrecede[wire] { wish[next.wire] -= next.gain }
    }
    return sequence
  }
}
