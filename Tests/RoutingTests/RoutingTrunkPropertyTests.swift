import DiagramGraph
import DiagramModel
import TestSupport
import Testing

@testable import Routing

/// What is true of every trunk, whatever boxes and other edges there are.
@Suite struct RoutingTrunkProperties {
  /// Much room between all boxes, so that every rule can be kept.
  @Test(arguments: UInt64(0)..<400)
  func everyRuleIsKeptWhereThereIsRoom(seed: UInt64) {
    let sketch = RoutingSketch.randomTrunk(seed: seed, gap: 120, padding: 80)
    let routes = sketch.routed()
    #expect(sketch.trunkViolations(routes) == [])
    let violations = sketch.violations(routes).filter {
      !sketch.isWithinTrunk($0) && !sketch.isForLackOfRoom($0, routes)
    }
    // There a text finds no place beside a short branch.
    withKnownIssue {
      #expect(violations == [])
    } when: {
      seed == 316
    }
    #expect(sketch.routed() == routes)
  }

  @Test(arguments: UInt64(1000)..<1080)
  func aTrunkIsATrunkEvenInNarrowDrawings(seed: UInt64) {
    let sketch = RoutingSketch.randomTrunk(seed: seed, gap: 30, padding: 20)
    let routes = sketch.routed()
    let serious = sketch.violations(routes).filter { violation in
      switch violation {
      case .detached, .slanted, .throughBox, .labelMissing: true
      case .near, .labelOnBox, .labelOnLine, .labelOnLabel: false
      }
    }
    #expect(serious == [])
    #expect(sketch.trunkViolations(routes).filter { $0 != .labelOnStem } == [])
  }

  /// Two trunks, and edges that only some pictures show.
  @Test(arguments: UInt64(2000)..<2150)
  func trunksKeepAwayFromEachOther(seed: UInt64) {
    var sketch = RoutingSketch.randomTrunk(seed: seed, gap: 120, padding: 80)
    let first = sketch.edges
    sketch.edges = RoutingSketch.randomTrunk(seed: seed, salt: 99, gap: 120, padding: 80).edges
    for index in sketch.edges.indices where sketch.edges[index].trunk != nil {
      sketch.edges[index].trunk = 2
    }
    sketch.edges += first.filter { edge in
      edge.trunk != nil
        && !sketch.edges.contains {
          Set([$0.source, $0.target]) == Set([edge.source, edge.target])
        }
    }
    for index in sketch.edges.indices where seed.isMultiple(of: 2) {
      sketch.edges[index].labelSize = nil
      sketch.edges[index].pictures = PictureSet(index % 3...2)
    }
    let routes = sketch.routed()
    #expect(sketch.trunkViolations(routes).filter { $0 != .labelOnStem } == [])
    let violations = sketch.violations(routes).filter {
      !sketch.isWithinTrunk($0) && !sketch.isForLackOfRoom($0, routes)
    }
    #expect(violations == [])
  }

  /// Against the shortest tree between the middles of sides, which may have any number of bends and
  /// branches; ours reaches all boxes at one side, where that can be.
  @Test(arguments: UInt64(0)..<40)
  func littleIsDrawnTwice(seed: UInt64) throws {
    var sketch = RoutingSketch.scattered(seed: seed)
    let others = Array(1...(2 + Int(seed % 3)))
    for other in others { sketch.edge(0, other, trunk: 1) }
    let least = try #require(sketch.leastInk(joining: 0, others))
    let ink = Set(sketch.routed().flatMap(\.points.unitPieces)).count
    #expect(5 * ink <= 11 * least, "\(ink) instead of \(least)")
  }

  /// A fan-in runs as the fan-out between the same boxes does; where a line needs room for a head it lies a
  /// bit further from the box.
  @Test(arguments: UInt64(0)..<60)
  func theDirectionOfATrunkChangesNoWay(seed: UInt64) {
    let sketch = RoutingSketch.randomTrunk(seed: seed, gap: 120, padding: 80)
    var reversed = sketch
    for index in sketch.edges.indices where sketch.edges[index].trunk != nil {
      reversed.edges[index].source = sketch.edges[index].target
      reversed.edges[index].target = sketch.edges[index].source
    }
    let members = sketch.edges.indices.filter { sketch.edges[$0].trunk != nil }
    let (routes, others) = (sketch.routed(), reversed.routed())
    for member in members {
      let (there, back) = (routes[member].points, others[member].points.reversed())
      #expect(there.count == back.count)
      for (one, other) in zip(there, back) {
        #expect(abs(one.x - other.x) + abs(one.y - other.y) <= 16, "\(there), \(Array(back))")
      }
    }
  }
}

/// A rule of trunks that a drawing breaks.
enum TrunkViolation: Hashable {
  /// A member leaves the root at another place.
  case otherPort(edge: Int)
  /// Two members meet again after they have parted.
  case meetsAgain(Int, Int)
  /// A label lies closer to a shared part than to the branch of its edge.
  case labelOnStem
}

extension RoutingSketch {
  /// Random boxes with a trunk from or to one of them, and some edges of their own.
  static func randomTrunk(seed: UInt64, salt: UInt64 = 77, gap: Int, padding: Int) -> RoutingSketch
  {
    var numbers = SeededGenerator(seed: seed &+ salt)
    var sketch = random(seed: seed, leaves: 5 + Int(seed % 7), gap: gap, padding: padding)
    sketch.edges = Array(sketch.edges.prefix(Int.random(in: 0...3, using: &numbers)))
    let parents = Set(sketch.nodes.compactMap(\.parent))
    var leaves = sketch.nodes.indices.filter {
      sketch.nodes[$0].isOutlined && !parents.contains($0)
    }
    leaves.shuffle(using: &numbers)
    let isFanOut = Bool.random(using: &numbers)
    let count = Int.random(in: 2...5, using: &numbers)
    for leaf in leaves.dropFirst().prefix(count) {
      let isTaken = sketch.edges.contains { Set([$0.source, $0.target]) == [leaf, leaves[0]] }
      guard !isTaken else { continue }
      let hasLabel = Int.random(in: 0..<3, using: &numbers) == 0
      sketch.edge(
        isFanOut ? leaves[0] : leaf, isFanOut ? leaf : leaves[0],
        label: hasLabel ? Size(width: 30, height: 16) : nil, trunk: 1)
    }
    return sketch
  }

  /// Whether a violation is that two members of a trunk run along each other.
  func isWithinTrunk(_ violation: Violation) -> Bool {
    guard case .near(let one, let other) = violation else { return false }
    return edges[one].trunk != nil && edges[one].trunk == edges[other].trunk
  }

  /// Whether a label lies badly because the branch of its edge is too short for it.
  func isForLackOfRoom(_ violation: Violation, _ routes: [Route]) -> Bool {
    switch violation {
    case .labelOnBox(let edge, _), .labelOnLine(let edge, _), .labelOnLabel(let edge, _):
      guard let size = edges[edge].labelSize, edges[edge].trunk != nil else { return false }
      let obstacles = Obstacles(graph, frames: frames)
      let branch = Route(points: Trunks(graph, obstacles).branch(of: edge, in: routes))
      return branch.pieces.allSatisfy { piece in
        piece.size.height == 0
          ? piece.size.width < size.width + 8 : piece.size.height < size.height + 8
      }
    default: return false
    }
  }

  /// Every rule of trunks that the routes break.
  func trunkViolations(_ routes: [Route]) -> [TrunkViolation] {
    Set(edges.compactMap(\.trunk)).sorted().flatMap { trunk in
      violations(of: edges.indices.filter { edges[$0].trunk == trunk }, routes)
    }
  }

  private func violations(of members: [Int], _ routes: [Route]) -> [TrunkViolation] {
    guard members.count > 1 else { return [] }
    let isFanOut = Set(members.map { edges[$0].source }).count == 1
    let ways = members.map { isFanOut ? routes[$0].points : routes[$0].points.reversed() }
    var found: [TrunkViolation] = []
    for (one, edge) in members.enumerated() {
      if ways[one].first != ways[0].first { found.append(.otherPort(edge: edge)) }
      for other in 0..<one where ways[one].meetsAgain(ways[other]) {
        found.append(.meetsAgain(members[other], edge))
      }
      let shared =
        members.indices.filter { $0 != one }.map { ways[one].lengthShared(with: ways[$0]) }.max()
      if let label = routes[edge].label, let shared,
        label.distance(to: ways[one].part(from: shared))
          > label.distance(to: ways[one].part(to: shared))
      {
        found.append(.labelOnStem)
      }
    }
    return found
  }
}

extension [Point] {
  /// The unit pieces of a way along the axes, one point each.
  private var places: [Point] {
    guard let first else { return [] }
    return zip(self, dropFirst()).reduce(into: [first]) { places, piece in
      let (dx, dy) = (piece.1.x - piece.0.x, piece.1.y - piece.0.y)
      for step in 0..<(abs(dx) + abs(dy)) {
        places.append(
          piece.0.offset(x: dx.signum() * (step + 1), y: dy.signum() * (step + 1)))
      }
    }
  }

  /// A way along the axes in pieces of one unit, each as twice its middle.
  var unitPieces: [Point] {
    zip(places, places.dropFirst()).map { Point(x: $0.x + $1.x, y: $0.y + $1.y) }
  }

  /// Whether a way touches another, or runs beside it, after both have parted.
  func meetsAgain(_ other: [Point]) -> Bool {
    let (mine, theirs) = (places, other.places)
    let shared = zip(mine, theirs).prefix { $0 == $1 }.count
    return !Set(mine.dropFirst(shared)).isDisjoint(with: theirs.dropFirst(shared))
  }

  fileprivate func part(from length: Int) -> [Point] { Array(places.dropFirst(length)) }

  fileprivate func part(to length: Int) -> [Point] { Array(places.prefix(length)) }
}

extension Rect {
  fileprivate func distance(to places: [Point]) -> Int {
    places.map { place in
      max(minX - place.x, place.x - maxX, 0) + max(minY - place.y, place.y - maxY, 0)
    }.min() ?? Int.max
  }
}
