import DiagramAlgorithms
import DiagramModel
import Testing

@testable import OrthogonalEngine

@Suite struct OrthogonalShapeTests {
  private func shape(of plan: Planarization, outerFace: Int = 0) -> OrthogonalShape {
    OrthogonalShape(of: plan, faces: PlanarFaces(of: plan.map), choice: .init(outerFace: outerFace))
  }

  private func plan(nodeCount: Int, edgeCount: Int, seed: UInt64) -> Planarization {
    let graph = OrthogonalRandomGraphs.flat(nodeCount: nodeCount, edgeCount: edgeCount, seed: seed)
    return Planarizer(permutations: 1, patience: 1, seed: seed).planarize(graph)
  }

  /// All ways to give four quarters to some corners.
  private func quarters(_ total: Int, corners: Int) -> [[Int]] {
    guard corners > 1 else { return [[total]] }
    return (0...total).flatMap { first in
      quarters(total - first, corners: corners - 1).map { [first] + $0 }
    }
  }

  /// The fewest bends over all angles and bends that close each face, one after the other.
  private func exhaustiveBends(_ map: PlanarMap, outerFace: Int) -> Int {
    let faces = PlanarFaces(of: map)
    let vertices = map.vertices.indices.filter { map.firstDart[$0] >= 0 }
    let edges = map.strand.indices.filter { map.strand[$0] >= 0 }
    var angles: [[Int]] = [Array(repeating: 0, count: map.dartCount)]
    for vertex in vertices {
      let darts = map.darts(around: vertex)
      angles = angles.flatMap { angle in
        quarters(4, corners: darts.count).map { choice in
          var angle = angle
          for (dart, count) in zip(darts, choice) { angle[dart] = count }
          return angle
        }
      }
    }
    var best = Int.max
    for angle in angles {
      let shared = angle.enumerated().count {
        map.tail[$0.offset] >= 0 && $0.element == 0
      }
      let bends = fewestBends(edges, angle, map, faces, outerFace, below: best - shared)
      best = min(best, bends.map { $0 + shared } ?? best)
    }
    return best
  }

  private func fewestBends(
    _ edges: [Int], _ angle: [Int], _ map: PlanarMap, _ faces: PlanarFaces, _ outerFace: Int,
    below limit: Int
  ) -> Int? {
    var missing = (0..<faces.count).map { $0 == outerFace ? -4 : 4 }
    for dart in 0..<map.dartCount where map.tail[dart] >= 0 {
      missing[faces.left[dart]] -= 2 - angle[dart]
    }
    // What is missing in the faces must come over the edges: try all small numbers of left turns.
    func search(_ position: Int, _ missing: [Int], _ used: Int) -> Int? {
      guard used < limit else { return nil }
      guard position < edges.count else { return missing.allSatisfy { $0 == 0 } ? used : nil }
      return (-3...3).compactMap { turns -> Int? in
        var rest = missing
        rest[faces.left[2 * edges[position]]] -= turns
        rest[faces.left[2 * edges[position] + 1]] += turns
        return search(position + 1, rest, used + abs(turns))
      }.min()
    }
    return search(0, missing, 0)
  }

  @Test(arguments: UInt64(0)..<6)
  func hasAsFewBendsAsTheBestOfAllShapes(seed: UInt64) {
    let edges = OrthogonalRandomGraphs.simpleEdges(nodeCount: 3, edgeCount: 3, seed: seed)
    var random = SeededGenerator(seed: seed)
    let repeated = random.number(below: 2) == 0 ? [edges[0]] : []
    let graph = ClusteredGraph(
      nodeContainers: [-1, -1, -1], containerParents: [],
      strands: (edges + repeated).map { .init(source: .node($0.0), target: .node($0.1)) })
    let plan = Planarizer(permutations: 1, patience: 1, seed: seed).planarize(graph)
    for outerFace in 0..<PlanarFaces(of: plan.map).count {
      let expected = exhaustiveBends(plan.map, outerFace: outerFace)
      #expect(shape(of: plan, outerFace: outerFace).bendCount == expected)
    }
  }

  @Test(arguments: [(3, 0), (4, 0), (5, 1), (6, 2), (9, 5)])
  func aStarBendsOnlyWhatDoesNotFitFourSides(leaves: Int, bends: Int) {
    let graph = ClusteredGraph(
      nodeContainers: Array(repeating: -1, count: leaves + 1), containerParents: [],
      strands: (1...leaves).map { .init(source: .node(0), target: .node($0)) })
    let plan = Planarizer(permutations: 1, patience: 1, seed: 1).planarize(graph)
    #expect(shape(of: plan).bendCount == bends)
  }

  @Test(arguments: UInt64(0)..<80)
  func closesEachFace(seed: UInt64) {
    let plan = plan(nodeCount: 15, edgeCount: 28, seed: seed)
    let faces = PlanarFaces(of: plan.map)
    let outerFace = Int(seed) % faces.count
    let shape = shape(of: plan, outerFace: outerFace)
    for face in 0..<faces.count {
      let turns = faces.darts(of: face, in: plan.map).reduce(0) {
        $0 + 2 - shape.quarters[$1] + shape.leftTurns[$1]
      }
      #expect(turns == (face == outerFace ? -4 : 4))
    }
    for vertex in plan.map.vertices.indices where plan.map.vertices[vertex] != .none {
      let quarters = plan.map.darts(around: vertex).map { shape.quarters[$0] }
      #expect(quarters.reduce(0, +) == 4)
    }
  }

  @Test(arguments: UInt64(0)..<80)
  func dartsBendAroundACornerOfABoxInOneWayOnly(seed: UInt64) {
    // Two that bend around one corner in both ways would cross each other.
    let plan = plan(nodeCount: 8, edgeCount: 24, seed: seed)
    let shape = shape(of: plan)
    for vertex in plan.map.vertices.indices {
      guard case .node = plan.map.vertices[vertex] else { continue }
      let darts = plan.map.darts(around: vertex)
      let sides = BoxSides(darts: darts, shape: shape)
      let around = Direction.allCases.flatMap { heading in
        let side = sides[heading]
        return side.before + [side.straight].compactMap { $0 } + side.after
      }
      let start = around.firstIndex(of: darts[0]) ?? 0
      #expect(Array(around[start...] + around[..<start]) == darts)
    }
  }

  @Test(arguments: UInt64(0)..<80)
  func theGridIsDrawnWithoutCrossings(seed: UInt64) {
    let plan = plan(nodeCount: 12, edgeCount: 22, seed: seed)
    let grid = OrthogonalGrid(
      plan: plan, shape: shape(of: plan),
      isLabelled: plan.graph.strands.indices.map { $0 % 3 == 0 })
    let coordinates = GridCoordinates(of: grid)
    let (columns, rows) = (coordinates.columns, coordinates.rows)
    var lines: [(ends: [Int], x: ClosedRange<Int>, y: ClosedRange<Int>)] = []
    for vertex in grid.vertices.indices {
      let (east, south) = (
        grid.neighbour(of: vertex, to: .right), grid.neighbour(of: vertex, to: .down)
      )
      if east >= 0 {
        #expect(columns[vertex] < columns[east] && rows[vertex] == rows[east])
        lines.append(
          ([vertex, east], columns[vertex]...columns[east], rows[vertex]...rows[vertex]))
      }
      if south >= 0 {
        #expect(rows[vertex] < rows[south] && columns[vertex] == columns[south])
        lines.append(
          ([vertex, south], columns[vertex]...columns[vertex], rows[vertex]...rows[south]))
      }
    }
    for (position, line) in lines.enumerated() {
      for other in lines[(position + 1)...] where line.ends.allSatisfy({ !other.ends.contains($0) })
      {
        #expect(!(line.x.overlaps(other.x) && line.y.overlaps(other.y)))
      }
    }
  }
}

extension PlanarFaces {
  /// The darts around a face, the face on their left.
  fileprivate func darts(of face: Int, in map: PlanarMap) -> [Int] {
    var darts: [Int] = []
    var dart = first[face]
    repeat {
      darts.append(dart)
      dart = map.nextOnFace(dart)
    } while dart != first[face]
    return darts
  }
}
