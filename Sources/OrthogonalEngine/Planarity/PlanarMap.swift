/// A graph drawn on the plane without crossings, as far as it is known without coordinates: the
/// clockwise order of the edges around each vertex.
///
/// An edge `e` has two darts, `2e` and `2e + 1`, one for each direction. Following
/// ``nextOnFace(_:)`` from a dart walks around the face on its left. The corner *before* a dart is
/// the one between it and its counterclockwise neighbour; it lies on the face left of the dart.
struct PlanarMap: Sendable {
  /// What a vertex stands for.
  enum Vertex: Hashable, Sendable {
    /// A box.
    case node(Int)
    /// A crossing of two strands.
    case crossing
    /// A place where a strand meets the border of a container.
    case border(Int)
    /// Not in use.
    case none
  }

  /// What the vertices stand for.
  private(set) var vertices: [Vertex] = []
  /// A dart that leaves each vertex, or -1.
  private(set) var firstDart: [Int] = []
  /// The vertex that each dart leaves; -1 where the edge is not in use.
  private(set) var tail: [Int] = []
  /// The next dart around the same vertex, clockwise.
  private(set) var clockwise: [Int] = []
  /// The next dart around the same vertex, counterclockwise.
  private(set) var counterclockwise: [Int] = []
  /// The strand that each edge is a piece of.
  private(set) var strand: [Int] = []
  /// How many crossings there are.
  private(set) var crossingCount = 0
  private var freeVertices: [Int] = []
  private var freeEdges: [Int] = []

  /// A place at a vertex where an edge can be attached.
  struct Corner: Hashable, Sendable {
    var vertex: Int
    /// The dart that follows clockwise; -1 at a vertex without edges.
    var before: Int
  }

  /// A map without vertices.
  init() {}

  /// The map of an embedded graph without loops.
  ///
  /// - Parameters:
  ///   - nodeCount: how many boxes there are, each a vertex with its index.
  ///   - edges: the ends of each edge and its strand.
  ///   - rotations: for each vertex the indices of its edges, clockwise.
  init(nodeCount: Int, edges: [(source: Int, target: Int, strand: Int)], rotations: [[Int]]) {
    vertices = (0..<nodeCount).map { .node($0) }
    firstDart = [Int](repeating: -1, count: nodeCount)
    tail = edges.flatMap { [$0.source, $0.target] }
    strand = edges.map(\.strand)
    clockwise = tail
    counterclockwise = tail
    for (vertex, rotation) in rotations.enumerated() {
      let darts = rotation.map { edges[$0].source == vertex ? 2 * $0 : 2 * $0 + 1 }
      for (position, dart) in darts.enumerated() {
        let next = darts[(position + 1) % darts.count]
        clockwise[dart] = next
        counterclockwise[next] = dart
      }
      firstDart[vertex] = darts.first ?? -1
    }
  }

  /// How many darts there are, those not in use included.
  var dartCount: Int { tail.count }

  /// The vertex at which a dart arrives.
  func head(_ dart: Int) -> Int { tail[dart ^ 1] }

  /// The dart that follows on the face left of `dart`.
  func nextOnFace(_ dart: Int) -> Int { clockwise[dart ^ 1] }

  /// The darts that leave a vertex, clockwise.
  func darts(around vertex: Int) -> [Int] {
    let first = firstDart[vertex]
    guard first >= 0 else { return [] }
    var darts = [first]
    var dart = clockwise[first]
    while dart != first {
      darts.append(dart)
      dart = clockwise[dart]
    }
    return darts
  }

  /// Whether exactly `count` darts leave a vertex.
  func hasDegree(_ count: Int, _ vertex: Int) -> Bool {
    let first = firstDart[vertex]
    guard first >= 0 else { return count == 0 }
    var dart = clockwise[first]
    var degree = 1
    while dart != first, degree <= count {
      degree += 1
      dart = clockwise[dart]
    }
    return degree == count
  }

  /// Adds a vertex without edges.
  mutating func addVertex(_ vertex: Vertex) -> Int {
    if vertex == .crossing { crossingCount += 1 }
    if let index = freeVertices.popLast() {
      vertices[index] = vertex
      firstDart[index] = -1
      return index
    }
    vertices.append(vertex)
    firstDart.append(-1)
    return vertices.count - 1
  }

  /// Adds an edge between two corners of one face.
  ///
  /// - Returns: its dart from `start` to `end`, the even one.
  mutating func addEdge(from start: Corner, to end: Corner, strand: Int) -> Int {
    let dart = newEdge(strand: strand)
    attach(dart, at: start)
    // Both ends of a loop at a lone vertex: the second end follows the first.
    let isLoopAtLoneVertex = start.vertex == end.vertex && end.before < 0
    attach(dart ^ 1, at: isLoopAtLoneVertex ? Corner(vertex: end.vertex, before: dart) : end)
    return dart
  }

  /// Puts a vertex in the middle of an edge.
  ///
  /// `dart` then ends there, and a new edge, of the same direction and strand, goes on from there.
  /// - Returns: the vertex and the dart that goes on.
  mutating func split(_ dart: Int, with vertex: Vertex) -> (vertex: Int, onward: Int) {
    let middle = addVertex(vertex)
    let twin = dart ^ 1
    let end = tail[twin]
    let edge = newEdge(strand: strand[dart >> 1])
    let onward = edge | (dart & 1)
    replace(twin, by: onward ^ 1, at: end)
    tail[onward] = middle
    tail[twin] = middle
    (clockwise[onward], counterclockwise[onward]) = (twin, twin)
    (clockwise[twin], counterclockwise[twin]) = (onward, onward)
    firstDart[middle] = onward
    return (middle, onward)
  }

  /// Takes a vertex with two edges out of the way: the edge of `dart`, which ends there, becomes
  /// one with the other edge.
  ///
  /// - Returns: the dart that is gone, which used to arrive from the far end; `dart`'s twin has its
  ///   place.
  mutating func join(over dart: Int) -> Int {
    let twin = dart ^ 1
    let middle = tail[twin]
    let onward = clockwise[twin]
    let far = onward ^ 1
    let end = tail[far]
    replace(far, by: twin, at: end)
    tail[twin] = end
    free(edge: onward >> 1)
    free(vertex: middle)
    return far
  }

  /// Takes an edge away; its ends stay.
  mutating func removeEdge(of dart: Int) {
    detach(dart)
    detach(dart ^ 1)
    free(edge: dart >> 1)
  }

  /// Takes a vertex without edges away.
  mutating func free(vertex: Int) {
    if vertices[vertex] == .crossing { crossingCount -= 1 }
    vertices[vertex] = .none
    firstDart[vertex] = -1
    freeVertices.append(vertex)
  }

  private mutating func newEdge(strand owner: Int) -> Int {
    if let edge = freeEdges.popLast() {
      strand[edge] = owner
      return edge * 2
    }
    strand.append(owner)
    tail += [-1, -1]
    clockwise += [-1, -1]
    counterclockwise += [-1, -1]
    return tail.count - 2
  }

  private mutating func free(edge: Int) {
    tail[2 * edge] = -1
    tail[2 * edge + 1] = -1
    strand[edge] = -1
    freeEdges.append(edge)
  }

  private mutating func attach(_ dart: Int, at corner: Corner) {
    tail[dart] = corner.vertex
    guard corner.before >= 0 else {
      (clockwise[dart], counterclockwise[dart]) = (dart, dart)
      firstDart[corner.vertex] = dart
      return
    }
    let after = counterclockwise[corner.before]
    clockwise[after] = dart
    counterclockwise[dart] = after
    clockwise[dart] = corner.before
    counterclockwise[corner.before] = dart
  }

  private mutating func detach(_ dart: Int) {
    let vertex = tail[dart]
    let next = clockwise[dart]
    if next == dart {
      firstDart[vertex] = -1
    } else {
      let previous = counterclockwise[dart]
      clockwise[previous] = next
      counterclockwise[next] = previous
      firstDart[vertex] = next
    }
  }

  private mutating func replace(_ old: Int, by new: Int, at vertex: Int) {
    tail[new] = vertex
    if clockwise[old] == old {
      (clockwise[new], counterclockwise[new]) = (new, new)
    } else {
      let (next, previous) = (clockwise[old], counterclockwise[old])
      (clockwise[new], counterclockwise[new]) = (next, previous)
      counterclockwise[next] = new
      clockwise[previous] = new
    }
    firstDart[vertex] = new
  }
}

/// The faces of a ``PlanarMap``.
struct PlanarFaces: Sendable {
  /// The face on the left of each dart; -1 where the dart is not in use.
  let left: [Int]
  /// A dart of each face.
  let first: [Int]
  /// How many faces there are.
  var count: Int { first.count }

  /// Walks around all faces.
  ///
  /// - Complexity: O(darts).
  init(of map: PlanarMap) {
    var left = [Int](repeating: -1, count: map.dartCount)
    var first: [Int] = []
    for start in 0..<map.dartCount where map.tail[start] >= 0 && left[start] < 0 {
      var dart = start
      repeat {
        left[dart] = first.count
        dart = map.nextOnFace(dart)
      } while dart != start
      first.append(start)
    }
    self.left = left
    self.first = first
  }
}
