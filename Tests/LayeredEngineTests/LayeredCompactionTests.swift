import DiagramCheck
import DiagramGraph
import DiagramModel
import TestSupport
import Testing

@testable import DiagramAlgorithms
@testable import LayeredEngine

@Suite struct LayeredCompactionTests {
  // MARK: Constraints

  /// The least distances between all variables, by the slowest way; nil if the arcs contradict
  /// each other.
  private func leastDistances(_ arcs: [DifferenceRelaxation.Arc], count: Int) -> [[Int?]]? {
    var least = [[Int?]](repeating: [Int?](repeating: nil, count: count), count: count)
    for variable in 0..<count { least[variable][variable] = 0 }
    for arc in arcs {
      least[arc.tail][arc.head] = max(least[arc.tail][arc.head] ?? .min, arc.minimum)
    }
    for middle in 0..<count {
      for tail in 0..<count {
        for head in 0..<count {
          guard let first = least[tail][middle], let second = least[middle][head] else { continue }
          least[tail][head] = max(least[tail][head] ?? .min, first + second)
        }
      }
    }
    return (0..<count).contains { (least[$0][$0] ?? 0) > 0 } ? nil : least
  }

  @Test(arguments: UInt64(0)..<200) func constraintsAreTakenUnlessTheyContradict(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...8, using: &random)
    var relaxation = DifferenceRelaxation(
      values: (0..<count).map { _ in Int.random(in: -9...9, using: &random) })
    for _ in 0..<24 {
      let added = (0..<Int.random(in: 1...2, using: &random)).map { _ in
        DifferenceRelaxation.Arc(
          tail: Int.random(in: 0..<count, using: &random),
          head: Int.random(in: 0..<count, using: &random),
          minimum: Int.random(in: -8...6, using: &random))
      }
      let before = relaxation
      let isPossible = leastDistances(relaxation.arcs + added, count: count) != nil
      #expect(relaxation.add(added) == isPossible)
      #expect(isPossible || relaxation.values == before.values && relaxation.arcs == before.arcs)
      for arc in relaxation.arcs {
        #expect(relaxation.values[arc.head] - relaxation.values[arc.tail] >= arc.minimum)
      }
    }
    let least = leastDistances(relaxation.arcs, count: count)
    for end in 0..<count {
      #expect(relaxation.leastDistance(from: 0, to: end) == least?[0][end] ?? 0)
    }
  }

  // MARK: Drawings

  /// A part and its drawing as the compaction takes them: the clusters first.
  private func drawn(_ nested: NestedGraph) -> (graph: LayoutGraph, layout: Layout) {
    let drawing = LayeredLayout(effort: 2).draw(nested)
    let first = nested.clusters.count
    func node(_ end: NestedGraph.End) -> Int {
      switch end {
      case .leaf(let leaf): first + leaf
      case .cluster(let cluster): cluster
      }
    }
    let graph = LayoutGraph(
      nodes: nested.clusters.map {
        LayoutNode(parent: $0.parent, minimumSize: $0.minimumSize, padding: $0.insets)
      } + nested.leaves.map { LayoutNode(parent: $0.cluster, minimumSize: $0.size) },
      edges: nested.edges.map {
        LayoutEdge(source: node($0.source), target: node($0.target), labelSize: $0.labelSize)
      })
    return (graph, Layout(frames: drawing.clusters + drawing.leaves, routes: drawing.routes))
  }

  @Test(arguments: UInt64(0)..<150) func compactionBendsAndCrossesNoMore(seed: UInt64) {
    let (graph, layout) = drawn(.random(seed: seed))
    let compacted = CompactedLayout(layout, of: graph, spacing: Spacing()).result
    let (before, after) = (
      DrawingScore(layout, of: graph, for: LayoutRequest(algorithm: .layered)),
      DrawingScore(compacted, of: graph, for: LayoutRequest(algorithm: .layered))
    )
    #expect(after.turns <= before.turns)
    #expect(after.crossings <= before.crossings)
  }

  @Test(arguments: UInt64(0)..<150) func compactionKeepsDistances(seed: UInt64) {
    let (graph, layout) = drawn(.random(seed: seed))
    let frames = CompactedLayout(layout, of: graph, spacing: Spacing()).result.frames
    func distance(_ one: Rect, _ other: Rect) -> Int {
      max(
        one.minX - other.maxX, other.minX - one.maxX, one.minY - other.maxY, other.minY - one.maxY)
    }
    for one in frames.indices {
      for other in 0..<one where graph.nodes[one].parent == graph.nodes[other].parent {
        let before = distance(layout.frames[one], layout.frames[other])
        #expect(distance(frames[one], frames[other]) >= min(before, Spacing().nodes))
      }
    }
    for edge in graph.edges {
      let (source, target) = (layout.frames[edge.source], layout.frames[edge.target])
      guard source.maxY <= target.minY else { continue }
      #expect(frames[edge.source].maxY <= frames[edge.target].minY)
    }
  }

  @Test(arguments: UInt64(0)..<150) func headsKeepTheirRoom(seed: UInt64) {
    let nested = NestedGraph.random(seed: seed)
    let (graph, layout) = drawn(nested)
    let compacted = CompactedLayout(layout, of: graph, spacing: Spacing()).result
    let (before, after) = (
      ClearanceFaults(layout, of: graph), ClearanceFaults(compacted, of: graph)
    )
    #expect(before.shortHeads == 0)
    #expect(after.shortHeads == 0)
  }

  private func box(_ x: Int, _ y: Int, width: Int = 60) -> Rect {
    Rect(x: x, y: y, width: width, height: 40)
  }

  private func graph(of frames: [Rect], edges: [(Int, Int)]) -> LayoutGraph {
    LayoutGraph(
      nodes: frames.map { LayoutNode(parent: nil, minimumSize: $0.size) },
      edges: edges.map { LayoutEdge(source: $0, target: $1) })
  }

  @Test func jogIsStraightened() {
    let frames = [box(0, 0), box(170, 100)]
    let route = Route(points: [
      Point(x: 30, y: 40), Point(x: 30, y: 70), Point(x: 200, y: 70), Point(x: 200, y: 100),
    ])
    let result = CompactedLayout(
      Layout(frames: frames, routes: [route]), of: graph(of: frames, edges: [(0, 1)]),
      spacing: Spacing()
    ).result
    #expect(result.routes[0].points.count == 2)
    #expect(result.frames[0].midX == result.frames[1].midX)
  }

  @Test func emptyStripsAreClosedUp() {
    let frames = [box(0, 0), box(100, 300), box(400, 10)]
    let result = CompactedLayout(
      Layout(frames: frames, routes: []), of: graph(of: frames, edges: []), spacing: Spacing()
    ).result
    #expect(result.bounds?.size == Size(width: 260, height: 40))
  }

  @Test func middlesThatAlmostLieInOneLineDo() {
    let frames = [box(0, 0), box(200, 12), box(0, 200), box(210, 190, width: 80)]
    let result = CompactedLayout(
      Layout(frames: frames, routes: []), of: graph(of: frames, edges: []), spacing: Spacing()
    ).result
    #expect(Set(result.frames.map(\.midX)).count == 2)
    #expect(Set(result.frames.map(\.midY)).count == 2)
  }

  // MARK: Sides

  @Test func edgesOfAFanEndOnOneSideInBalance() {
    let graph = LayoutGraph(
      nodes: (0..<11).map { _ in
        LayoutNode(parent: nil, minimumSize: Size(width: 60, height: 40))
      },
      edges: (1..<11).map { LayoutEdge(source: $0, target: 0) })
    let layout = LayeredLayout().place(graph)
    let ends = layout.routes.compactMap(\.points.last)
    #expect(Set(ends.map(\.y)) == [layout.frames[0].minY] && Set(ends.map(\.x)).count == 10)
    let faults = EndFaults(layout, of: graph)
    #expect(faults.skew == 0 && faults.offCentre == 0)
    #expect(DrawingScore(layout, of: graph, for: LayoutRequest(algorithm: .layered)).crossings == 0)
  }
}
