import DiagramAlgorithms
import DiagramModel

/// Columns and rows for the vertices of an orthogonal grid, so that it is drawn without crossings.
///
/// Each face is cut into rectangles; lines on opposite sides of a rectangle get different
/// coordinates, by longest paths.
///
/// > Source: the refinement of faces into rectangles; Tamassia 1987, as in Di Battista, Eades,
/// > Tamassia, Tollis, *Graph Drawing*, 1999, §5.4.
struct GridCoordinates: Sendable {
  /// The column of each vertex, from the west.
  let columns: [Int]
  /// The row of each vertex, from the north.
  let rows: [Int]

  init(columns: [Int], rows: [Int]) {
    self.columns = columns
    self.rows = rows
  }

  /// - Parameter grid: a connected grid with at least one edge.
  init(of grid: OrthogonalGrid) {
    var dissection = Dissection(of: grid)
    dissection.cutFaces()
    columns = dissection.columns()
    rows = dissection.rows()
  }
}

/// The cuts of all faces into rectangles, as far as they tell which line lies before which.
private struct Dissection {
  /// A straight side of a face, walked with the face on the left.
  private struct Line {
    var heading: Direction
    /// The line as a whole: vertices in it share a coordinate.
    var level: Int
    /// A quarter to the left (1) or to the right (-1).
    var turn: Int
  }

  private let grid: OrthogonalGrid
  /// The column line and the row line of each vertex.
  private let columnLevels: [Int]
  private let rowLevels: [Int]
  /// Pairs of lines, the first before the second; columns and rows are told apart by their levels.
  private var order: [(Int, Int)] = []
  private let levelCount: Int

  init(of grid: OrthogonalGrid) {
    self.grid = grid
    let count = grid.vertices.count
    var sets = DisjointSets(count: 2 * count)
    for vertex in 0..<count {
      for heading in [Direction.right, .down] {
        let other = grid.neighbour(of: vertex, to: heading)
        guard other >= 0 else { continue }
        let offset = heading.isHorizontal ? count : 0
        _ = sets.unite(offset + vertex, offset + other)
      }
    }
    columnLevels = (0..<count).map { sets.representative(of: $0) }
    rowLevels = (0..<count).map { sets.representative(of: count + $0) }
    levelCount = 2 * count + 4
    for vertex in 0..<count {
      for heading in [Direction.right, .down] {
        let other = grid.neighbour(of: vertex, to: heading)
        guard other >= 0 else { continue }
        order.append((crossLevel(of: vertex, heading), crossLevel(of: other, heading)))
      }
    }
  }

  func columns() -> [Int] { ranks(of: columnLevels) }

  func rows() -> [Int] { ranks(of: rowLevels) }

  /// The line through a vertex at right angles to a heading.
  private func crossLevel(of vertex: Int, _ heading: Direction) -> Int {
    heading.isHorizontal ? columnLevels[vertex] : rowLevels[vertex]
  }

  private func level(of vertex: Int, along heading: Direction) -> Int {
    heading.isHorizontal ? rowLevels[vertex] : columnLevels[vertex]
  }

  /// The sides of the frame around the drawing.
  private func frameLevel(_ heading: Direction) -> Int { levelCount - 4 + heading.index }

  // MARK: - Faces

  mutating func cutFaces() {
    var isWalked = [Bool](repeating: false, count: grid.neighbours.count)
    for dart in grid.neighbours.indices where grid.neighbours[dart] >= 0 && !isWalked[dart] {
      var lines = walk(from: dart, isWalked: &isWalked)
      if lines.reduce(0, { $0 + $1.turn }) < 0 { enclose(&lines) }
      cut(lines)
    }
  }

  /// The lines around the face on the left of a dart: `4 * vertex + heading`.
  private func walk(from start: Int, isWalked: inout [Bool]) -> [Line] {
    var lines: [Line] = []
    var dart = start
    repeat {
      isWalked[dart] = true
      let (vertex, heading) = (grid.neighbours[dart], Direction(index: dart % 4))
      let turn = [-1, 0, 1, 2].first { quarters in
        grid.neighbour(of: vertex, to: heading.turned(clockwise: quarters)) >= 0
      }
      guard let turn else { preconditionFailure("one can always go back") }
      let level = level(of: vertex, along: heading)
      if turn != 0 { lines.append(Line(heading: heading, level: level, turn: turn < 0 ? 1 : -1)) }
      if turn == 2 {
        // Around the end of a line: two right turns with a side of no length between them.
        lines.append(
          Line(
            heading: heading.turned(clockwise: 1), level: crossLevel(of: vertex, heading), turn: -1)
        )
      }
      dart = 4 * vertex + heading.turned(clockwise: turn).index
    } while dart != start
    return lines
  }

  /// Makes the outer face an inner one: a frame around it, and a bridge from a reflex corner to it.
  private mutating func enclose(_ lines: inout [Line]) {
    guard let position = lines.firstIndex(where: { $0.turn < 0 }) else { return }
    let bridge = lines[position]
    let heading = bridge.heading
    lines = Array(lines[(position + 1)...] + lines[..<position])
    require(crossing: lines[0].level, before: frameLevel(heading), along: heading)
    for side in [heading.turned(clockwise: -1), heading.turned(clockwise: 1)] {
      require(crossing: bridge.level, before: frameLevel(side), along: side)
    }
    lines.append(Line(heading: heading, level: bridge.level, turn: 1))
    for quarters in 0..<5 {
      let side = heading.turned(clockwise: -quarters)
      lines.append(
        Line(heading: side.turned(clockwise: -1), level: frameLevel(side), turn: 1))
    }
    lines.append(
      Line(heading: heading.turned(clockwise: 2), level: bridge.level, turn: 1))
  }

  /// Cuts rectangles off until the face is one.
  ///
  ///         ℓ3 ←─┬────┐ C
  ///              ┊    │ ℓ2       A right turn at A and left turns at B and C: the line ℓ0 goes on
  ///         ℓ0 ↑ │A───┘ B        as far as ℓ3.
  private mutating func cut(_ lines: [Line]) {
    var lines = lines
    var next = lines.indices.map { ($0 + 1) % lines.count }
    var previous = lines.indices.map { ($0 + lines.count - 1) % lines.count }
    var remaining = lines.count
    var current = 0
    var idle = 0
    while remaining > 4 {
      let (first, second) = (next[current], next[next[current]])
      guard lines[current].turn < 0, lines[first].turn > 0, lines[second].turn > 0 else {
        current = first
        idle += 1
        precondition(idle <= 2 * lines.count, "a face with left turns has a rectangle to cut off")
        continue
      }
      let third = next[second]
      require(
        crossing: lines[current].level, before: lines[next[third]].level,
        along: lines[third].heading)
      lines[current].turn = 1
      next[current] = third
      previous[third] = current
      remaining -= 2
      idle = 0
      current = previous[previous[current]]
    }
  }

  private mutating func require(crossing first: Int, before second: Int, along heading: Direction) {
    let isForward = heading.isForward
    order.append(isForward ? (first, second) : (second, first))
  }

  // MARK: - Coordinates

  /// The longest path to the line of each vertex.
  private func ranks(of levels: [Int]) -> [Int] {
    var successors = [[Int]](repeating: [], count: levelCount)
    var open = [Int](repeating: 0, count: levelCount)
    for (first, second) in order {
      successors[first].append(second)
      open[second] += 1
    }
    var rank = [Int](repeating: 0, count: levelCount)
    var ready = open.indices.filter { open[$0] == 0 }
    var done = 0
    while let level = ready.popLast() {
      done += 1
      for successor in successors[level] {
        rank[successor] = max(rank[successor], rank[level] + 1)
        open[successor] -= 1
        if open[successor] == 0 { ready.append(successor) }
      }
    }
    precondition(done == levelCount, "rectangles never contradict each other")
    return levels.map { rank[$0] }
  }
}
