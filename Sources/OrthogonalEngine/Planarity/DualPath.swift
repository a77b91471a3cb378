/// The way of a new edge through the faces of a planar map.
struct DualPath: Sendable {
  /// Where an edge meets what it starts or ends at.
  enum Attachment: Hashable, Sendable {
    /// A corner of a box, or of a vertex that is already there.
    case corner(PlanarMap.Corner)
    /// The border of a container, left of this dart.
    case border(Int)
    /// A new box somewhere inside the face.
    case inside
  }

  var start: Attachment
  /// The darts that are crossed, each from its left to its right.
  var crossed: [Int]
  var end: Attachment
}

/// Finds shortest ways through the faces of a planar map.
///
/// > Source: edge insertion with fixed embedding; Batini, Talamo, Tamassia 1984; Gutwenger & Mutzel,
/// > *An experimental study of crossing minimization heuristics*, 2003.
struct DualPathSearch {
  private let map: PlanarMap
  private let graph: ClusteredGraph
  /// All faces of the map.
  let faces: PlanarFaces

  init(map: PlanarMap, graph: ClusteredGraph) {
    self.map = map
    self.graph = graph
    faces = PlanarFaces(of: map)
  }

  /// The faces at which a way can begin or end, with one attachment each.
  struct Ends {
    fileprivate private(set) var faces: [Int] = []
    private var attachments: [DualPath.Attachment] = []
    private var position: [Int]

    fileprivate init(faceCount: Int) { position = [Int](repeating: -1, count: faceCount) }

    fileprivate mutating func add(_ attachment: DualPath.Attachment, on face: Int) {
      guard position[face] < 0 else { return }
      position[face] = faces.count
      faces.append(face)
      attachments.append(attachment)
    }

    fileprivate subscript(face: Int) -> DualPath.Attachment? {
      position[face] < 0 ? nil : attachments[position[face]]
    }
  }

  /// Where a way from or to a box can begin.
  func ends(atVertex vertex: Int) -> Ends {
    var ends = Ends(faceCount: faces.count)
    for dart in map.darts(around: vertex) {
      ends.add(.corner(PlanarMap.Corner(vertex: vertex, before: dart)), on: faces.left[dart])
    }
    return ends
  }

  /// Where a way from or to the border of a container can begin, on its inner or outer side.
  func ends(atBorderOf container: Int, inside: Bool) -> Ends {
    var ends = Ends(faceCount: faces.count)
    let strand = graph.borderStrand(of: container)
    for edge in map.strand.indices where map.strand[edge] == strand {
      let dart = 2 * edge + (inside ? 1 : 0)
      ends.add(.border(dart), on: faces.left[dart])
    }
    return ends
  }

  /// All faces of a region, for a box that has no place yet.
  func ends(inRegion region: Int) -> Ends {
    var ends = Ends(faceCount: faces.count)
    for (face, isInside) in faces(in: region).enumerated() where isInside {
      ends.add(.inside, on: face)
    }
    return ends
  }

  /// One face of a region, for a box that is to lie in it.
  func ends(inFace face: Int) -> Ends {
    var ends = Ends(faceCount: faces.count)
    ends.add(.inside, on: face)
    return ends
  }

  /// A shortest way between two ends; equally short ones are drawn by lot.
  ///
  /// Borders may be crossed only out of the containers in `left` and into those in `entered`.
  func path(
    from start: Ends, to end: Ends, leaving left: [Int], entering entered: [Int],
    ties: inout TieBreaking
  ) -> DualPath? {
    let walk = walk(from: start, leaving: left, entering: entered, until: end, ties: &ties)
    guard let face = walk.reached, let attachment = end[face] else { return nil }
    return way(to: face, arrivals: walk.arrival, start: start, end: attachment)
  }

  /// What a way from some ends to each face costs; `nil` for faces that it may not reach.
  func costs(
    from start: Ends, leaving left: [Int], entering entered: [Int],
    ties: inout TieBreaking
  ) -> [Int?] {
    walk(from: start, leaving: left, entering: entered, until: nil, ties: &ties)
      .distance.map { $0 == .max ? nil : $0 }
  }

  /// Whether each face lies in a region.
  ///
  /// - Complexity: O(darts), which most ways do without.
  func faces(in region: Int) -> [Bool] {
    graph.containerParents.isEmpty
      ? [Bool](repeating: true, count: faces.count)
      : faces.regions(of: graph, in: map).map { $0 == region }
  }

  /// Visits faces in the order of their distance, one level after the other.
  private func walk(
    from start: Ends, leaving left: [Int], entering entered: [Int], until end: Ends?,
    ties: inout TieBreaking
  ) -> (distance: [Int], arrival: [Int], reached: Int?) {
    var distance = [Int](repeating: .max, count: faces.count)
    var arrival = [Int](repeating: -1, count: faces.count)
    var (level, nextLevel) = (start.faces, [Int]())
    for face in start.faces { distance[face] = 0 }
    var cost = 0
    while !level.isEmpty {
      var visited = 0
      while visited < level.count {
        ties.bringNext(to: visited, in: &level)
        let face = level[visited]
        visited += 1
        guard distance[face] == cost else { continue }
        if end?[face] != nil { return (distance, arrival, face) }
        var dart = faces.first[face]
        repeat {
          let next = faces.left[dart ^ 1]
          if distance[next] > cost,
            let step = stepCost(across: dart, leaving: left, entering: entered),
            cost + step < distance[next]
          {
            distance[next] = cost + step
            arrival[next] = dart
            if step == 0 { level.append(next) } else { nextLevel.append(next) }
          }
          dart = map.nextOnFace(dart)
        } while dart != faces.first[face]
      }
      (level, nextLevel) = (nextLevel, [])
      cost += 1
    }
    return (distance, arrival, nil)
  }

  private func way(
    to face: Int, arrivals: [Int], start: Ends, end: DualPath.Attachment
  ) -> DualPath? {
    var crossed: [Int] = []
    var face = face
    while arrivals[face] >= 0 {
      crossed.append(arrivals[face])
      face = faces.left[arrivals[face]]
    }
    guard let first = start[face] else { return nil }
    return DualPath(start: first, crossed: crossed.reversed(), end: end)
  }

  /// Every way crosses the same borders, so they cost nothing.
  private func stepCost(across dart: Int, leaving left: [Int], entering entered: [Int]) -> Int? {
    guard let container = graph.container(ofStrand: map.strand[dart >> 1]) else {
      return 1
    }
    // The inside of a border is on the left of its odd darts.
    let isAllowed = (dart & 1 == 1 ? left : entered).contains(container)
    return isAllowed ? 0 : nil
  }
}
