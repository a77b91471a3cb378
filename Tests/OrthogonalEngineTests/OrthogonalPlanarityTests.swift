import DiagramAlgorithms
import Testing

@testable import OrthogonalEngine

@Suite struct OrthogonalPlanarityTests {
  /// The slow, obvious test after Wagner: a graph is planar unless some graph that it can be
  /// contracted to contains K5 or K3,3.
  private func isPlanar(vertexCount: Int, edges: Set<[Int]>) -> Bool {
    let vertices = Set(edges.flatMap { $0 }).sorted()
    let joined = { (a: Int, b: Int) in edges.contains([min(a, b), max(a, b)]) }
    for five in choose(5, of: vertices)
    where choose(2, of: five).allSatisfy({ joined($0[0], $0[1]) }) { return false }
    for six in choose(6, of: vertices) {
      for three in choose(3, of: six) {
        let others = six.filter { !three.contains($0) }
        if three.allSatisfy({ a in others.allSatisfy { joined(a, $0) } }) { return false }
      }
    }
    guard vertices.count > 5 else { return true }
    return edges.allSatisfy { edge in
      let contracted = edges.compactMap { other -> [Int]? in
        let ends = other.map { $0 == edge[1] ? edge[0] : $0 }.sorted()
        return ends[0] == ends[1] ? nil : ends
      }
      return isPlanar(vertexCount: vertexCount, edges: Set(contracted))
    }
  }

  private func choose(_ count: Int, of items: [Int]) -> [[Int]] {
    guard count > 0 else { return [[]] }
    guard let first = items.first else { return [] }
    let rest = Array(items.dropFirst())
    return choose(count - 1, of: rest).map { [first] + $0 } + choose(count, of: rest)
  }

  @Test(arguments: UInt64(0)..<250)
  func agreesWithTheSearchForForbiddenMinors(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let vertexCount = 5 + random.number(below: 3)
    let edges = OrthogonalRandomGraphs.simpleEdges(
      nodeCount: vertexCount, edgeCount: vertexCount + 3 + random.number(below: 6), seed: seed)
    let embedding = LeftRightPlanarity.embedding(vertexCount: vertexCount, edges: edges)
    let expected = isPlanar(vertexCount: vertexCount, edges: Set(edges.map { [$0.0, $0.1] }))
    #expect((embedding != nil) == expected)
  }

  @Test(arguments: UInt64(0)..<200)
  func embedsWithAsManyFacesAsEulerAsksFor(seed: UInt64) throws {
    // A maximal planar subgraph of a random graph.
    let vertexCount = 12
    let candidates = OrthogonalRandomGraphs.simpleEdges(
      nodeCount: vertexCount, edgeCount: 40, seed: seed)
    var edges: [(Int, Int)] = []
    for edge in candidates
    where LeftRightPlanarity.embedding(vertexCount: vertexCount, edges: edges + [edge]) != nil {
      edges.append(edge)
    }
    let rotations = try #require(
      LeftRightPlanarity.embedding(vertexCount: vertexCount, edges: edges))
    let map = PlanarMap(
      nodeCount: vertexCount,
      edges: edges.enumerated().map { ($0.element.0, $0.element.1, $0.offset) },
      rotations: rotations)
    #expect(vertexCount - edges.count + PlanarFaces(of: map).count == 2)
  }

  @Test func knowsTheFamousGraphs() {
    let complete = { (count: Int) in
      (0..<count).flatMap { a in (a + 1..<count).map { (a, $0) } }
    }
    let bipartite = (0..<3).flatMap { a in (3..<6).map { (a, $0) } }
    #expect(LeftRightPlanarity.embedding(vertexCount: 4, edges: complete(4)) != nil)
    #expect(LeftRightPlanarity.embedding(vertexCount: 5, edges: complete(5)) == nil)
    #expect(LeftRightPlanarity.embedding(vertexCount: 6, edges: bipartite) == nil)
    #expect(
      LeftRightPlanarity.embedding(vertexCount: 6, edges: Array(bipartite.dropLast())) != nil)
  }
}
