import DiagramGraph
import DiagramModel
import TestSupport
import Testing

@testable import Arrangements

/// Boxes in one container, joined by edges between these pairs.
private func children(
  _ sizes: [Size], _ pairs: [(Int, Int)], hints: [LayoutHint] = []
) -> ChildGraph {
  ChildGraph(
    graph: LayoutGraph(
      nodes: sizes.map { LayoutNode(parent: nil, minimumSize: $0) },
      edges: pairs.map { LayoutEdge(source: $0.0, target: $0.1) }, hints: hints),
    gap: Size(width: 40, height: 60))
}

private let box = Size(width: 120, height: 60)

/// Sizes on the grid.
private func sizes(_ count: Int, _ random: inout SeededGenerator) -> [Size] {
  (0..<count).map { _ in
    Size(
      width: 20 * Int.random(in: 3...12, using: &random),
      height: 20 * Int.random(in: 2...8, using: &random))
  }
}

private func areApart(_ frames: [Rect], _ gap: Size) -> Bool {
  frames.indices.allSatisfy { one in
    frames[..<one].allSatisfy { other in
      let wide = Rect(
        x: frames[one].minX - gap.width, y: frames[one].minY - gap.height,
        width: frames[one].size.width + 2 * gap.width,
        height: frames[one].size.height + 2 * gap.height)
      return !wide.intersects(other)
    }
  }
}

@Suite struct TreeTests {
  /// The parent of each node but the first, before it.
  private func randomTree(_ seed: UInt64) -> (children: ChildGraph, parents: [Int]) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...30, using: &random)
    let parents = (1..<count).map { Int.random(in: max(0, $0 - 6)..<$0, using: &random) }
    let sizes = sizes(count, &random)
    return (children(sizes, parents.enumerated().map { ($1, $0 + 1) }), parents)
  }

  @Test(arguments: UInt64(0)..<200)
  func levelsAreInLineAndParentsInTheMiddle(seed: UInt64) {
    let (tree, parents) = randomTree(seed)
    let frames = tree.tree(.down)
    #expect(areApart(frames, tree.gap))
    for node in frames.indices {
      let own = parents.indices.filter { parents[$0] == node }.map { frames[$0 + 1] }
      guard let first = own.first, let last = own.last else { continue }
      #expect(own.allSatisfy { $0.minY == first.minY && $0.minY > frames[node].maxY })
      #expect((0...10).contains((first.midX + last.midX) / 2 - frames[node].midX))
      #expect(zip(own, own.dropFirst()).allSatisfy { $0.maxX < $1.minX })
    }
  }

  @Test(arguments: Direction.allCases) func aTreeGrowsInItsDirection(direction: Direction) {
    let frames = children([box, box, box], [(0, 1), (0, 2)]).tree(direction)
    for child in frames[1...] {
      switch direction {
      case .down: #expect(child.minY - frames[0].maxY == 60)
      case .up: #expect(frames[0].minY - child.maxY == 60)
      case .right: #expect(child.minX - frames[0].maxX == 40)
      case .left: #expect(frames[0].minX - child.maxX == 40)
      }
    }
  }

  @Test func equalTreesAreDrawnAlike() {
    // Two equal trees around a small one.
    let pairs = [(0, 1), (0, 2), (0, 3), (1, 4), (1, 5), (5, 6), (3, 7), (3, 8), (8, 9)]
    let frames = children(Array(repeating: box, count: 10), pairs).tree(.down)
    for (one, other) in [(4, 7), (5, 8), (6, 9)] {
      #expect(frames[one].minX - frames[1].minX == frames[other].minX - frames[3].minX)
    }
    #expect(frames[2].midX == frames[0].midX)
  }

  @Test func smallTreesBetweenLargeOnesAreSpreadEvenly() {
    let wide = (0..<5).map { (1, 6 + $0) } + (0..<5).map { (5, 11 + $0) }
    let pairs = (1...5).map { (0, $0) } + wide
    let frames = children(Array(repeating: box, count: 16), pairs).tree(.down)
    let gaps = (1..<5).map { frames[$0 + 1].minX - frames[$0].maxX }
    #expect((gaps.max() ?? 0) - (gaps.min() ?? 0) <= 40)
  }

  @Test func whatIsNoTreeIsSpannedByItsFirstEdges() {
    // A second parent, a circle and a box on its own.
    let forest = Forest(
      children(Array(repeating: box, count: 5), [(0, 1), (2, 1), (1, 3), (3, 0)]).graph)
    #expect(forest.parents == [nil, 0, nil, 1, nil])
    #expect(forest.depths == [0, 1, 0, 2, 0])
    let frames = children(
      Array(repeating: box, count: 5), [(0, 1), (2, 1), (1, 3), (3, 0)]
    ).tree(.down)
    #expect(areApart(frames, Size(width: 40, height: 60)))
  }
}

@Suite struct PackedTests {
  @Test(arguments: UInt64(0)..<100) func packedBoxesKeepTheGap(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pack = children(sizes(Int.random(in: 1...20, using: &random), &random), [])
    let frames = pack.packed()
    #expect(areApart(frames, pack.gap))
    let size = Layout(frames: frames, routes: []).bounds?.size ?? .zero
    let filled = frames.reduce(0) {
      $0 + ($1.size.width + pack.gap.width) * ($1.size.height + pack.gap.height)
    }
    if frames.count > 5 {
      #expect(size.width * size.height < 2 * filled)
      #expect(size.width < 4 * size.height && size.height < 2 * size.width)
    }
  }
}

@Suite struct ForceTests {
  /// Stress alone scattered the spokes of a hub over a lattice, two at one side and none at the other.
  @Test(arguments: 3...14) func aStarIsItsOwnMirrorImage(spokes: Int) {
    // The hub is neither the first that is written nor always the source.
    let others = [0] + Array(2...spokes)
    let star = children(
      Array(repeating: box, count: spokes + 1), others.map { $0 % 3 == 0 ? (1, $0) : ($0, 1) })
    let frames = star.force()
    #expect(areApart(frames, star.gap))
    let hub = frames[1].center
    let places = others.map { Point(x: frames[$0].midX - hub.x, y: frames[$0].midY - hub.y) }
    #expect(Set(places) == Set(places.map { Point(x: -$0.x, y: $0.y) }))
    #expect(spokes % 2 == 1 || Set(places) == Set(places.map { Point(x: $0.x, y: -$0.y) }))
    // Not all on one side, and clockwise as they are written.
    #expect(places.contains { $0.x > 0 } && places.contains { $0.x < 0 })
    let right = places.filter { $0.x > 0 }.map(\.y)
    let left = places.filter { $0.x < 0 }.map(\.y)
    #expect(right == right.sorted() && left == left.sorted(by: >))
  }

  @Test func whatIsNoStarIsNotDrawnAsOne() {
    #expect(StarChildren(children([box, box, box, box], [(0, 1), (0, 2), (0, 3), (2, 3)])) == nil)
    #expect(StarChildren(children([box, box, box, box], [(0, 1), (0, 2)])) == nil)
    #expect(StarChildren(children([box, box], [(0, 1)])) == nil)
  }

  @Test(arguments: UInt64(0)..<60) func forcedBoxesKeepTheGap(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...16, using: &random)
    let pairs = (0..<count).map { _ in
      (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
    }
    let force = children(sizes(count, &random), pairs.filter { $0.0 != $0.1 })
    let frames = force.force()
    #expect(areApart(frames, force.gap))
    #expect(frames == force.force())
  }

  @Test func aPathIsStretchedOut() {
    let middles = StressPlaces(
      children(Array(repeating: box, count: 6), (0..<5).map { ($0, $0 + 1) })
    ).middles
    func distance(_ one: Int, _ other: Int) -> Int {
      let (dx, dy) = (middles[one].x - middles[other].x, middles[one].y - middles[other].y)
      return dx * dx + dy * dy
    }
    // The ends are further apart than any others.
    for one in 0..<6 {
      for other in 0..<one where (other, one) != (0, 5) {
        #expect(distance(one, other) < distance(0, 5))
      }
    }
  }

  @Test func aStarSurroundsItsMiddle() {
    let frames = children(Array(repeating: box, count: 5), (1...4).map { (0, $0) }).force()
    #expect(frames[1...].contains { $0.midX < frames[0].midX })
    #expect(frames[1...].contains { $0.midX > frames[0].midX })
    #expect(frames[1...].contains { $0.midY < frames[0].midY })
    #expect(frames[1...].contains { $0.midY > frames[0].midY })
  }

  @Test func hintsOrderWhatForceArranges() {
    let hints = [LayoutHint(.before(.horizontal), 3, 0), LayoutHint(.before(.vertical), 2, 1)]
    let frames = children(
      Array(repeating: box, count: 4), [(0, 1), (1, 2), (2, 3)], hints: hints
    ).force()
    #expect(frames[3].maxX <= frames[0].minX)
    #expect(frames[2].maxY <= frames[1].minY)
  }
}
