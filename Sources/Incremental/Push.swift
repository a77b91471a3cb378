import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// Boxes, lines and labels that are pushed along one axis by something that needs room.
///
/// Everything moves the least that it must. Whatever faced each other before still does, in the same
/// order, with the distance that is asked for or the smaller one that it had: so boxes never come to
/// overlap, ways keep their bends and crossings, and nothing that is not in the way moves.
///
/// > Source: separation constraints along one axis, solved as longest paths from what moved;
/// > Dwyer, Marriott, Stuckey, *Fast node overlap removal*, 2006.
struct Push {
  let walls: Walls
  let spacing: Spacing
  /// How far each wall has moved.
  private(set) var shifts: [Int]
  /// The edges whose ways or texts lay behind the new thing and were dragged onto it; nil if a box was.
  private(set) var dragged: Set<Int>? = []
  /// How many walls were asked for how many others.
  private(set) var work = 0
  private var limit = 0
  private var ignored: Set<Int> = []
  private var newWidth: (node: Int, width: Int)?

  private init(_ walls: Walls, _ spacing: Spacing) {
    self.walls = walls
    self.spacing = spacing
    shifts = Array(repeating: 0, count: walls.walls.count)
  }

  /// Makes a box longer at its exit.
  init(_ walls: Walls, growing node: Int, by growth: Int, _ spacing: Spacing) {
    self.init(walls, spacing)
    guard let box = walls.wallsOfNodes[node] else { return }
    newWidth = (node, walls.walls[box.exit].place - walls.walls[box.entry].place + growth)
    shifts[box.exit] = growth
    propagate(from: [box.exit])
  }

  /// Frees the room of a new thing that begins at its entry.
  ///
  /// - Parameters:
  ///   - walls: what can be pushed.
  ///   - exit: the far side of the new thing.
  ///   - start: where it begins; what lies further ahead is pushed, what lies behind is not.
  ///   - ignored: the edges whose ways do not count.
  ///   - spacing: the distances to keep.
  init(
    _ walls: Walls, freeing exit: Walls.Wall, from start: Int, ignoring ignored: Set<Int>,
    _ spacing: Spacing
  ) {
    self.init(walls, spacing)
    self.ignored = ignored
    var moved: [Int] = []
    for (index, wall) in walls.walls.enumerated() where counts(wall) {
      guard wall.place >= start || walls.isAround(wall.kind, exit.kind) else { continue }
      guard let gap = walls.gap(from: exit, to: wall, spacing) else { continue }
      let shift = exit.place + gap - wall.place
      guard shift > 0 else { continue }
      shifts[index] = shift
      moved.append(index)
    }
    propagate(from: moved)
    for (index, wall) in walls.walls.enumerated()
    where wall.place < start && shifts[index] > 0 && wall.across.touches(exit.across)
      && wall.place + shifts[index] > start - spacing.text
    {
      if let edge = wall.kind.edge { dragged?.insert(edge) } else { dragged = nil }
    }
  }

  /// Whether nothing that lay behind the new thing was dragged onto it.
  var isPossible: Bool { dragged?.isEmpty ?? false }

  /// A piece of a way that ends at a box keeps its place there when the box moves, unless more boxes
  /// would move then, or another box holds it back.
  func withLinesFollowing() -> Push {
    var push = self
    for (line, boxes) in walls.boxesOfLines {
      guard let shift = boxes.map({ push.shifts[$0] }).min(), shift > push.shifts[line] else {
        continue
      }
      var trial = push
      trial.shifts[line] = shift
      trial.propagate(from: [line])
      if trial.movedLeaves == movedLeaves { push = trial }
    }
    return push
  }

  private func counts(_ wall: Walls.Wall) -> Bool {
    wall.kind.edge.map { !ignored.contains($0) } ?? true
  }

  /// Hands the moves on until every distance is kept.
  ///
  /// No wall has to move further than the first ones, since everything moved by as much would keep
  /// every distance; so this ends even if a drawing by hand has things that push each other in a
  /// circle.
  private mutating func propagate(from first: [Int]) {
    limit = first.reduce(limit) { max($0, shifts[$1]) }
    var queue = first
    var next = 0
    while next < queue.count {
      let index = queue[next]
      next += 1
      work += walls.walls.count
      for bond in walls.bonds[index] {
        demand(
          bond.second, walls.walls[index].place + shifts[index] + distance(bond, index), &queue)
      }
      let wall = walls.walls[index]
      for (other, candidate) in walls.walls.enumerated()
      where other != index && candidate.place >= wall.place && counts(candidate) {
        guard shifts[other] < shifts[index],
          let gap = walls.gap(from: wall, to: candidate, spacing)
        else { continue }
        let least = min(gap, candidate.place - wall.place)
        demand(other, wall.place + shifts[index] + least, &queue)
      }
    }
  }

  private mutating func demand(_ wall: Int, _ place: Int, _ queue: inout [Int]) {
    let shift = min(place - walls.walls[wall].place, limit)
    guard shift > shifts[wall] else { return }
    shifts[wall] = shift
    queue.append(wall)
  }

  /// The distance of a bond; that between the sides of a box that grows is its new width.
  private func distance(_ bond: Walls.Bond, _ first: Int) -> Int {
    guard let newWidth, let box = walls.wallsOfNodes[newWidth.node],
      walls.sketch.nesting.isLeaf(newWidth.node)
    else { return bond.distance }
    if first == box.entry, bond.second == box.exit { return newWidth.width }
    if first == box.exit, bond.second == box.entry { return -newWidth.width }
    return bond.distance
  }
}

extension Push {
  /// The leaves that no longer lie where they did; a shift of a hair does not count.
  var movedLeaves: Int {
    walls.wallsOfNodes.enumerated().count { node, box in
      guard let box, walls.sketch.nesting.isLeaf(node), node != newWidth?.node else { return false }
      return shifts[box.entry] > 4
    }
  }

  /// All moves together.
  var totalShift: Int { shifts.reduce(0, +) }

  /// The drawing after the push, without the ways that did not count.
  var result: Sketch {
    var sketch = walls.sketch
    let axis = walls.side.axis
    let sign = walls.side.isForward ? 1 : -1
    for (node, box) in walls.wallsOfNodes.enumerated() {
      guard let box, let frame = sketch.frames[node] else { continue }
      let (low, high) =
        sign > 0 ? (shifts[box.entry], shifts[box.exit]) : (-shifts[box.exit], -shifts[box.entry])
      let span = frame[axis]
      sketch.frames[node] = Rect(
        Span(span.low + low, span.high + high), frame[axis.cross], along: axis)
    }
    for (edge, points) in walls.wallsOfPoints.enumerated() where sketch.routes[edge] != nil {
      guard !ignored.contains(edge) else {
        sketch.routes[edge] = nil
        continue
      }
      for (index, wall) in points.enumerated() {
        if let wall { sketch.routes[edge]?.points[index][axis] += sign * shifts[wall] }
      }
      if let label = walls.wallsOfLabels[edge] {
        sketch.routes[edge]?.label?.origin[axis] += sign * shifts[label.entry]
      }
    }
    return sketch
  }
}

extension Walls.Kind {
  /// The edge that it belongs to, if not to a box.
  fileprivate var edge: Int? {
    switch self {
    case .line(let edge), .labelEntry(let edge), .labelExit(let edge): edge
    case .entry, .exit: nil
    }
  }
}
