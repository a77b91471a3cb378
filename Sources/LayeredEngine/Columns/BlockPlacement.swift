import DiagramAlgorithms

/// Vertices that are moved as a whole: the blocks that straight segments make, and the outlines
/// of clusters.
struct Blocks {
  /// The block of each variable, and where the variable lies in it.
  var blocks: [Int]
  var offsets: [Int]
  var count: Int

  /// Joins the ends of straight segments; every other variable is a block by itself.
  ///
  /// - Parameters:
  ///   - straight: the segments.
  ///   - order: the vertices of every rank; they are the first variables.
  ///   - ports: where on its ends each segment begins and ends.
  ///   - variableCount: how many variables there are.
  ///   - start: about where each variable lies; the ends of a straight segment slide on boxes to
  ///     stay near it.
  init(
    _ straight: StraightSegments, order: RankOrder, ports: SegmentPorts, variableCount: Int,
    start: [Int]
  ) {
    blocks = Array(0..<variableCount)
    offsets = [Int](repeating: 0, count: variableCount)
    count = 0
    for layer in order.layers {
      for vertex in layer {
        let segment = straight.above[vertex]
        if segment < 0 {
          blocks[vertex] = count
          count += 1
        } else {
          let upper = order.graph.segments[segment].upper
          blocks[vertex] = blocks[upper]
          let range = ports.offsets(of: segment)
          offsets[vertex] =
            offsets[upper]
            + min(max(start[vertex] - start[upper], range.lowerBound), range.upperBound)
        }
      }
    }
    for variable in order.graph.vertices.count..<variableCount {
      blocks[variable] = count
      count += 1
    }
  }
}

/// Places blocks so that all distances are kept and the pulls between them are short.
///
/// From a first guess the blocks are pushed apart. Then sweeps from right to left and from left to
/// right move each block to the middle of where its pulls want it, as far as the
/// blocks at its sides leave room; outlines give way in front of a sweep and close up behind it.
///
/// > Source: blocks and longest paths from Brandes, Köpf 2001; the sweeps are coordinate descent on
/// > the objective of Gansner, Koutsofios, North, Vo 1993.
struct BlockPlacement {
  /// How a block moves in sweeps.
  enum Role {
    /// To where its pulls want it.
    case pulled
    /// As far right as it can.
    case leftOutline
    /// As far left as it can.
    case rightOutline
  }

  /// A wish of a block: to lie no less, or no more, than `offset` after another.
  private struct Pull {
    var other: Int
    var offset: Int
    var weight: Int
    /// Whether it pulls to the left.
    var isLeft: Bool
  }

  /// What a block must keep: the other block, and by how much it lies behind.
  private struct Limit {
    var other: Int
    var distance: Int
  }

  private let roles: [Role]
  private let before: Buckets<Limit>
  private let after: Buckets<Limit>
  private let pulls: Buckets<Pull>
  /// The blocks so that each stands behind those on its left.
  private let sequence: [Int]
  private(set) var places: [Int]

  /// The wishes of one block, kept to be filled again.
  private var wishes: [(place: Int, weight: Int)] = []

  /// How often the blocks are swept in both directions, at most.
  private static let sweeps = 4

  /// - Parameters:
  ///   - blocks: what moves as a whole.
  ///   - roles: one role a block.
  ///   - system: the constraints and the prices; an unfulfilled price pulls both blocks.
  ///   - start: about where each variable lies.
  /// - Precondition: "left of" among the blocks has no circle.
  /// - Complexity: linear.
  init(_ blocks: Blocks, roles: [Role], system: DifferenceSystem, start: [Int]) {
    self.roles = roles
    var limits: [(tail: Int, head: Int, distance: Int)] = []
    var pulls: [(tail: Int, head: Int, offset: Int, weight: Int)] = []
    for arc in system.arcs {
      let (tail, head) = (blocks.blocks[arc.tail], blocks.blocks[arc.head])
      let distance = blocks.offsets[arc.tail] + arc.minimum - blocks.offsets[arc.head]
      if arc.isSoft {
        if tail != head { pulls.append((tail, head, distance, arc.weight)) }
      } else {
        limits.append((tail, head, distance))
      }
    }
    before = Buckets(
      count: blocks.count,
      limits.lazy.map { ($0.head, Limit(other: $0.tail, distance: $0.distance)) })
    after = Buckets(
      count: blocks.count,
      limits.lazy.map { ($0.tail, Limit(other: $0.head, distance: $0.distance)) })
    self.pulls = Buckets(
      count: blocks.count,
      pulls.map {
        ($0.head, Pull(other: $0.tail, offset: $0.offset, weight: $0.weight, isLeft: false))
      }
        + pulls.map {
          ($0.tail, Pull(other: $0.head, offset: -$0.offset, weight: $0.weight, isLeft: true))
        })
    sequence = Self.sequence(count: blocks.count, before: before, after: after)
    places = [Int](repeating: 0, count: blocks.count)
    var counts = places
    for variable in blocks.blocks.indices {
      places[blocks.blocks[variable]] += start[variable] - blocks.offsets[variable]
      counts[blocks.blocks[variable]] += 1
    }
    for block in places.indices { places[block] /= counts[block] }
    separate()
    for _ in 0..<Self.sweeps {
      let last = places
      sweep()
      if places == last { break }
    }
  }

  private static func sequence(
    count: Int, before: Buckets<Limit>, after: Buckets<Limit>
  ) -> [Int] {
    var open = (0..<count).map { before[$0].count }
    var sequence = (0..<count).filter { open[$0] == 0 }
    var next = 0
    while next < sequence.count {
      for limit in after[sequence[next]] {
        open[limit.other] -= 1
        if open[limit.other] == 0 { sequence.append(limit.other) }
      }
      next += 1
    }
    precondition(sequence.count == count, "blocks lie left of each other")
    return sequence
  }

  /// Restores the distances: halfway between what pushing to the right and to the left would do.
  private mutating func separate() {
    let start = places
    for block in sequence { places[block] = max(leftLimit(of: block), places[block]) }
    let pushedRight = places
    places = start
    for block in sequence.reversed() { places[block] = min(rightLimit(of: block), places[block]) }
    for block in places.indices { places[block] = (places[block] + pushedRight[block]) >> 1 }
  }

  private mutating func sweep() {
    for block in sequence.reversed() { move(block, opens: .rightOutline) }
    for block in sequence where roles[block] == .rightOutline {
      places[block] = leftLimit(of: block)
    }
    for block in sequence { move(block, opens: .leftOutline) }
    for block in sequence.reversed() where roles[block] == .leftOutline {
      places[block] = rightLimit(of: block)
    }
  }

  /// Moves a block to where it wants to be; an outline that `opens` gives way.
  private mutating func move(_ block: Int, opens: Role) {
    let place: Int
    switch roles[block] {
    case .pulled:
      guard let wish = wish(of: block) else { return }
      place = max(min(wish, rightLimit(of: block)), leftLimit(of: block))
    case .leftOutline:
      place = opens == .leftOutline ? leftLimit(of: block) : rightLimit(of: block)
    case .rightOutline:
      place = opens == .rightOutline ? rightLimit(of: block) : leftLimit(of: block)
    }
    // An outline without anything on its open side stays.
    if place != Int.min, place != Int.max { places[block] = place }
  }

  private func leftLimit(of block: Int) -> Int {
    var limit = Int.min
    for index in before.range(of: block) {
      let other = before.values[index]
      limit = max(limit, places[other.other] + other.distance)
    }
    return limit
  }

  private func rightLimit(of block: Int) -> Int {
    var limit = Int.max
    for index in after.range(of: block) {
      let other = after.values[index]
      limit = min(limit, places[other.other] - other.distance)
    }
    return limit
  }

  /// Where the unfulfilled wishes of a block cost least: the middle of all such places.
  private mutating func wish(of block: Int) -> Int? {
    wishes.removeAll(keepingCapacity: true)
    var slope = 0
    for index in pulls.range(of: block) {
      let pull = pulls.values[index]
      if !pull.isLeft { slope -= pull.weight }
      let wish = (place: places[pull.other] + pull.offset, weight: pull.weight)
      var slot = wishes.count
      wishes.append(wish)
      while slot > 0, wishes[slot - 1].place > wish.place {
        wishes[slot] = wishes[slot - 1]
        slot -= 1
      }
      wishes[slot] = wish
    }
    for (index, wish) in wishes.enumerated() {
      slope += wish.weight
      if slope > 0 { return wish.place }
      if slope == 0 {
        return index + 1 < wishes.count ? (wish.place + wishes[index + 1].place) >> 1 : wish.place
      }
    }
    return wishes.first?.place
  }
}
