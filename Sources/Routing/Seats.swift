import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// Where the ends of wires are to lie on the sides of their nodes.
///
/// On a side of a box all ends are spread evenly around its middle, in the order in which their ways
/// go on; a straight one among them keeps its place if the others fit around it, else it gets a jog.
/// At a container only those are spread that were led to one place.
struct Seats: Sendable {
  /// The wires; some straight ones have a jog now, and some with a small one are straight.
  private(set) var wires: [Wire]
  /// For each wire, where its two ends are to lie; nil for those that follow another of their trunk.
  private(set) var places: [[Int?]]

  private let graph: LayoutGraph
  private let obstacles: Obstacles
  private let rails: Rails
  private let ranks: [[Int]]
  private let channels: ChannelFinder
  private let spacing: RoutingSpacing

  /// - Complexity: O(*n* log *n*) in wires, quadratic in those on one side.
  init(
    _ wires: [Wire], _ graph: LayoutGraph, _ obstacles: Obstacles, _ trunks: Trunks,
    _ spacing: RoutingSpacing
  ) {
    self.wires = wires
    self.graph = graph
    self.obstacles = obstacles
    self.spacing = spacing
    places = wires.map { _ in [nil, nil] }
    channels = ChannelFinder(
      graph: graph, obstacles: obstacles, spacing: spacing, trunks: trunks, labelled: [])
    rails = Rails(wires, trunks: wires.map { trunks.index(of: $0.edge) })
    ranks =
      WireOrder(wires, rails, pictures: wires.map { graph.edges[$0.edge].pictures }).ranks
    var counts = SideCrowds(graph.edges)
    for crowd in crowds {
      seat(crowd)
      for end in crowd {
        counts.add(wires[end.wire].edge, of: SideOfNode(node: end.node, side: end.side))
      }
    }
    for wire in self.wires.indices {
      straighten(wire, counts)
      settleAtPoint(wire, counts)
      keepApart(wire)
    }
  }
}

/// An end of a wire on a side of a node.
private struct Seated {
  let wire: Int
  /// 0 for the source, 1 for the target.
  let end: Int
  let node: Int
  let side: Side
  let place: Int
}

extension Seats {
  /// The ends that are spread together, in their order.
  private var crowds: [[Seated]] {
    var ends: [Seated] = []
    for (index, wire) in wires.enumerated() {
      let edge = graph.edges[wire.edge]
      ends.append(
        Seated(
          wire: index, end: 0, node: edge.source, side: wire.sourceSide, place: wire.places[0]))
      ends.append(
        Seated(
          wire: index, end: 1, node: edge.target, side: wire.targetSide,
          place: wire.places[wire.last]))
    }
    ends.sort {
      ($0.node, $0.side.rawValue, $0.place, rank($0), $0.wire)
        < ($1.node, $1.side.rawValue, $1.place, rank($1), $1.wire)
    }
    return ends.chunked {
      $0.node == $1.node && $0.side == $1.side
        && ($0.place == $1.place || obstacles.isLeaf($0.node))
    }
  }

  private func rank(_ end: Seated) -> Int {
    ranks[end.wire][end.end == 0 ? 0 : wires[end.wire].last]
  }

  private func isStraight(_ end: Seated) -> Bool { wires[end.wire].places.count == 1 }

  /// Whether a straight end belongs to a line to a point, which would miss it elsewhere.
  private func isHeld(_ end: Seated) -> Bool {
    isStraight(end) && sides(of: end.wire).contains(where: obstacles.isPoint)
  }

  /// Where a wire ends: at the source of its edge first.
  private func sides(of index: Int) -> [SideOfNode] {
    wires[index].sides(of: graph.edges[wires[index].edge])
  }

  private func areSeen(_ one: Seated, _ other: Seated) -> Bool {
    one.wire == other.wire
      || graph.edges[wires[one.wire].edge].pictures
        .intersects(graph.edges[wires[other.wire].edge].pictures)
  }

  private mutating func seat(_ crowd: [Seated], mayJog: Bool = true) {
    let ends = withoutRepeatedTrunks(crowd)
    let before = wires
    let isJogged = mayJog && bend(ends)
    let seats = ends.enumerated().map { position, end in
      let seen = ends.indices.filter { areSeen(ends[$0], end) }
      return place(of: seen.firstIndex(of: position) ?? 0, among: seen.map { ends[$0] })
    }
    guard
      !isJogged
        || zip(ends, seats).allSatisfy({
          fits(segment(of: $0, in: before), of: before[$0.wire], at: $1)
        })
    else {
      wires = before
      return seat(crowd, mayJog: false)
    }
    for (end, seat) in zip(ends, seats) {
      places[end.wire][end.end] = seat
      if isJogged { wires[end.wire].places[segment(of: end, in: wires)] = seat }
    }
  }

  private func segment(of end: Seated, in wires: [Wire]) -> Int {
    end.end == 0 ? 0 : wires[end.wire].last
  }

  /// Whether a segment can lie at a place without running into anything.
  private func fits(_ segment: Int, of wire: Wire, at place: Int) -> Bool {
    let channel = channels.channel(of: segment, in: wire)
    return (channel.lower?.hard ?? place) <= place && place <= (channel.upper?.hard ?? place)
  }

  /// Where an end lies among others that are seen together.
  private func place(of own: Int, among ends: [Seated]) -> Int {
    let straights = ends.indices.filter { isStraight(ends[$0]) }
    let side = obstacles.cores[ends[own].node][ends[own].side.axis.cross]
    let isLeaf = obstacles.isLeaf(ends[own].node)
    let middle = isLeaf ? side.middle : ends[own].place
    let isBar = straights.contains {
      abs(ends[$0].place - middle) > RoutingSpacing.almostStraight
    }
    guard !isBar else { return place(onBar: own, among: ends, straights, side) }
    // Twice the offset, since the center may lie between two ends.
    let centers =
      hasEvenSeats(ends, straights, on: side)
      ? ends.count - 1
      : straights[0] + straights[straights.count - 1]
    // Beside straight ones the rest lie as if there were as many on their other side.
    let count = max(centers, 2 * ends.count - 2 - centers) + 1
    let pitch =
      isLeaf
      ? spacing.pitch(of: count, on: side.length, betweenWide: widest(ends))
      : min(spacing.portSeparation, side.length / (ends.count + 1))
    return middle + (2 * own - centers) * pitch / 2
  }

  /// Whether all ends can be spread evenly, as the straight ones lie almost where they are then.
  private func hasEvenSeats(_ ends: [Seated], _ straights: [Int], on side: Span) -> Bool {
    guard let first = straights.first, let last = straights.last else { return true }
    guard !straights.contains(where: { isHeld(ends[$0]) }) else { return false }
    guard first + last != ends.count - 1 else { return true }
    let pitch = spacing.pitch(of: ends.count, on: side.length, betweenWide: widest(ends))
    return straights.allSatisfy {
      let seat = side.middle + (2 * $0 - ends.count + 1) * pitch / 2
      return abs(ends[$0].place - seat) <= RoutingSpacing.almostStraight
    }
  }

  /// How far two lines that end beside each other reach to each other at most.
  private func widest(_ ends: [Seated]) -> Int {
    let halves = ends.map { graph.edges[wires[$0.wire].edge].halfWidth }
    return zip(halves, halves.dropFirst()).map { $0 + $1 }.max() ?? 0
  }

  /// Straight ends stay where they are, the others are spread between them.
  private func place(
    onBar own: Int, among ends: [Seated], _ straights: [Int], _ side: Span
  ) -> Int {
    let range = spacing.ports(on: side)
    let (before, after) = (straights.last { $0 <= own }, straights.first { $0 >= own })
    let (low, high) = (before ?? -1, after ?? ends.count)
    guard low < high else { return ends[own].place }
    let start = before.map { ends[$0].place } ?? range.low
    let end = after.map { ends[$0].place } ?? range.high
    return start + (end - start) * (own - low) / (high - low)
  }

  /// The ends without those where another member of the same trunk ends: rather a straight one than the
  /// first.
  private func withoutRepeatedTrunks(_ ends: [Seated]) -> [Seated] {
    guard ends.contains(where: { rails.isOneTrunk($0.wire, $0.wire) }) else { return ends }
    return ends.enumerated().filter { position, end in
      let others = ends.enumerated().filter {
        rails.isOneTrunk($1.wire, end.wire) && $1.place == end.place
      }
      let best = others.first { isStraight($1) } ?? others.first
      return best.map { $0.offset == position } ?? true
    }.map(\.element)
  }
}

extension Seats {
  /// Gives straight wires at a box a jog where three ends or more would lie lopsided around them.
  ///
  /// - Returns: whether there were any.
  private mutating func bend(_ ends: [Seated]) -> Bool {
    let straights = ends.indices.filter { isStraight(ends[$0]) }
    guard let first = straights.first, ends.count - straights.count > 1,
      let node = ends.first?.node, obstacles.isLeaf(node),
      !hasEvenSeats(ends, straights, on: obstacles.cores[node][ends[first].side.axis.cross]),
      ends.allSatisfy({ areSeen($0, ends[first]) && !rails.isOneTrunk($0.wire, $0.wire) })
    else { return false }
    let middle = obstacles.cores[node][ends[first].side.axis.cross].middle
    guard
      straights.allSatisfy({
        let wire = wires[ends[$0].wire]
        return abs(wire.places[0] - middle) <= RoutingSpacing.almostStraight
          && abs(wire.end - wire.start) >= 2 * spacing.end
      })
    else { return false }
    for straight in straights {
      let index = ends[straight].wire
      let (wire, place) = (wires[index], wires[index].places[0])
      let (near, far) = ends[straight].end == 0 ? (wire.start, wire.end) : (wire.end, wire.start)
      // Behind the bends of the others, which it would meet else.
      wires[index].places = [place, near + (far - near) * 2 / 3, place]
      wires[index].slack = nil
    }
    return true
  }

  /// Makes a wire with a small jog straight, at its lone end if it has one.
  private mutating func straighten(_ index: Int, _ counts: SideCrowds) {
    let wire = wires[index]
    guard wire.places.count == 3, wire.sourceSide == wire.targetSide.opposite,
      let source = places[index][0], let target = places[index][1],
      abs(source - target) <= RoutingSpacing.almostStraight
    else { return }
    let areAlone = sides(of: index).map { counts.count(at: $0, seenWith: wire.edge) == 1 }
    let place =
      switch (areAlone[0], areAlone[1]) {
      case (true, false): source
      case (false, true): target
      default: (source + target) / 2
      }
    guard [0, wire.last].allSatisfy({ fits($0, of: wire, at: place) }) else { return }
    wires[index].places = [place]
    places[index] = [place, place]
  }

  /// Keeps a straight wire at the point where one of its ends lies alone.
  private mutating func settleAtPoint(_ index: Int, _ counts: SideCrowds) {
    let wire = wires[index]
    guard wire.places.count == 1, places[index][0] != places[index][1] else { return }
    let alone = sides(of: index).enumerated().filter { _, side in
      obstacles.isPoint(side) && counts.count(at: side, seenWith: wire.edge) == 1
    }
    guard alone.count == 1, let place = places[index][alone[0].offset],
      fits(0, of: wire, at: place)
    else { return }
    places[index] = [place, place]
  }

  /// Takes the seats of a wire back where it would end at the place where it begins: between boxes that
  /// cover each other.
  private mutating func keepApart(_ index: Int) {
    let wire = wires[index]
    guard wire.start == wire.end, !wire.places.count.isMultiple(of: 2),
      places[index][0] == places[index][1]
    else { return }
    places[index] = [wire.places[0], wire.places[wire.last]]
  }
}

extension RoutingSpacing {
  /// What ends keep from each other that are spread evenly on a side of a box: in its middle three
  /// fifths as long as they can be told apart there, wide lines also beyond.
  /// Lines beside each other reach to each other by `halves` at most.
  func pitch(of count: Int, on length: Int, betweenWide halves: Int) -> Int {
    guard count > 1 else { return 0 }
    let central = length * 3 / 5 / (count - 1)
    let most = (length - 2 * corner(of: length)) / (count - 1)
    let least = halves == 0 ? 0 : min(halves + clearance, most)
    let even = max(least, min(length / (count + 1), max(central, min(leastPitch, most))))
    // On the grid where there is room, so that the ends of an even number lie on it too.
    return even >= 20 ? even / 20 * 20 : even
  }

  /// What ends are apart at least before they use more of a side.
  private var leastPitch: Int { 8 }
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
