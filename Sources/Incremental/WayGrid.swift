import DiagramAlgorithms
import DiagramGraph
import DiagramModel
import Routing

/// The lines on which a way may run, and what stands on them.
///
/// Positions are called by their column and row. Of the stretches between neighbouring positions it
/// is known whether a way may run there and what that costs beside its length.
struct WayGrid {
  private let columns: [Int]
  private let rows: [Int]
  /// For each axis, what it costs to run from a position to the next one; negative if one may not.
  private var tolls: [[Int32]]
  private let spacing: IncrementalSpacing
  private let costs: RoutingCosts

  /// The grid; nil if it would not fit into memory.
  ///
  /// - Parameters:
  ///   - sketch: what is there already.
  ///   - source: where the way begins.
  ///   - target: where it ends.
  ///   - window: what the grid covers.
  ///   - doors: positions that must be on the grid.
  ///   - spacing: the distances to keep.
  ///   - costs: what is in the way.
  init?(
    _ sketch: Sketch, source: Int, target: Int, window: Rect, doors: [Point],
    spacing: IncrementalSpacing, costs: RoutingCosts
  ) {
    self.spacing = spacing
    self.costs = costs
    let plan = WayObstacles(
      sketch, source: source, target: target, window: window, spacing: spacing)
    let lines = Axis.allCases.map { axis in
      Set(
        plan.lines(along: axis, spacing).filter { window[axis].contains($0) }
          + doors.map { $0[axis] }
      ).sorted()
    }
    guard lines[0].count * lines[1].count <= mostPositions else { return nil }
    columns = lines[0]
    rows = lines[1]
    tolls = [[], []].map { (_: [Int32]) in
      [Int32](repeating: 0, count: lines[0].count * lines[1].count)
    }
    for zone in plan.zones { add(zone) }
  }

  private func line(_ axis: Axis) -> [Int] { axis == .horizontal ? columns : rows }

  /// Marks what a zone forbids or makes dear along its axis.
  private mutating func add(_ zone: WayObstacles.Zone) {
    let (lengths, places) = (line(zone.axis), line(zone.axis.cross))
    var place = places.partition(after: zone.across.low)
    let first = max(0, lengths.partition(after: zone.along.low) - 1)
    while place < places.count, places[place] < zone.across.high {
      var index = first
      while index + 1 < lengths.count, lengths[index] < zone.along.high {
        let slot = self.slot(zone.axis, index, place)
        if zone.cost < 0 {
          tolls[zone.axis.index][slot] = -1
        } else if tolls[zone.axis.index][slot] >= 0 {
          tolls[zone.axis.index][slot] += Int32(zone.cost)
        }
        index += 1
        if zone.isCrossing { break }
      }
      place += 1
    }
  }

  private func slot(_ axis: Axis, _ along: Int, _ place: Int) -> Int {
    axis == .horizontal ? place * columns.count + along : along * columns.count + place
  }

  // MARK: Search

  /// The cheapest way from one of some ports to one of others.
  ///
  /// > Source: A* over positions and headings; Hart, Nilsson, Raphael 1968.
  func way(from starts: [WayPort], to ends: [WayPort], of isLoop: Bool) -> (
    route: Route, cost: Int
  )? {
    let width = columns.count
    let count = width * rows.count * 4
    var best = [Int](repeating: Int.max, count: count)
    var parents = [Int32](repeating: -1, count: count)
    var goals: [Int: Int] = [:]
    for (index, end) in ends.enumerated() {
      guard let position = position(of: end.door) else { continue }
      for heading in Heading.all where heading != end.heading {
        let state = position * 4 + heading.index
        if goals[state].map({ ends[$0].cost <= end.cost }) ?? false { continue }
        goals[state] = index
      }
    }
    var origins: [Int: Int] = [:]
    var heap = Heap()
    let doors = ends.dropFirst().reduce(Rect(origin: ends[0].door, size: .zero)) {
      $0.union(Rect(origin: $1.door, size: .zero))
    }
    let left = { (state: Int) -> Int in
      let point = Point(x: columns[state / 4 % width], y: rows[state / 4 / width])
      return doors.distance(to: Rect(origin: point, size: .zero))
    }
    for (index, start) in starts.enumerated() {
      guard let position = position(of: start.door) else { continue }
      let state = position * 4 + start.heading.index
      guard start.cost < best[state] else { continue }
      best[state] = start.cost
      origins[state] = index
      heap.insert(state, key: start.cost + left(state))
    }
    var finish: (state: Int, end: Int, cost: Int)?
    while let (state, key) = heap.popFirst() {
      if let finish, key >= finish.cost { break }
      let heading = Heading(index: state & 3)
      guard best[state] < Int.max, key <= best[state] + left(state) else { continue }
      if let end = goals[state], let cost = closing(ends[end], from: heading),
        best[state] + cost < finish?.cost ?? Int.max,
        !isLoop || !isFolded(state, parents, origins, starts, ends[end])
      {
        finish = (state, end, best[state] + cost)
      }
      for next in Heading.all where next != heading.opposite {
        let turn = next == heading ? 0 : costs.bend + (parents[state] < 0 ? costs.shortEnd : 0)
        guard let (position, toll) = step(from: state / 4, next) else { continue }
        let successor = position * 4 + next.index
        let cost = best[state] + turn + toll
        guard cost < best[successor] else { continue }
        best[successor] = cost
        parents[successor] = Int32(state)
        heap.insert(successor, key: cost + left(successor))
      }
    }
    guard let finish else { return nil }
    return (route(finish.state, parents, origins, starts, ends[finish.end]), finish.cost)
  }

  /// What it costs to reach a port when one comes to its door in a direction; nil if one may not.
  private func closing(_ end: WayPort, from heading: Heading) -> Int? {
    if heading == end.heading { return nil }
    return end.cost + (heading == end.heading.opposite ? 0 : costs.bend + costs.shortEnd)
  }

  private func position(of point: Point) -> Int? {
    let (column, row) = (columns.partition(after: point.x) - 1, rows.partition(after: point.y) - 1)
    guard column >= 0, row >= 0, columns[column] == point.x, rows[row] == point.y else {
      return nil
    }
    return row * columns.count + column
  }

  /// The next position in a direction and what it costs to run there.
  private func step(from position: Int, _ heading: Heading) -> (position: Int, cost: Int)? {
    let (column, row) = (position % columns.count, position / columns.count)
    let axis: Axis = heading.isHorizontal ? .horizontal : .vertical
    let index = axis == .horizontal ? column : row
    let next = heading.isForward ? index + 1 : index - 1
    let line = line(axis)
    guard line.indices.contains(next) else { return nil }
    let stride = axis == .horizontal ? 1 : columns.count
    let low = heading.isForward ? position : position - stride
    let toll = tolls[axis.index][low]
    guard toll >= 0 else { return nil }
    return (heading.isForward ? position + stride : low, abs(line[next] - line[index]) + Int(toll))
  }

  private func isFolded(
    _ state: Int, _ parents: [Int32], _ origins: [Int: Int], _ starts: [WayPort], _ end: WayPort
  ) -> Bool {
    var state = state
    while parents[state] >= 0 { state = Int(parents[state]) }
    return origins[state].map { starts[$0].heading == end.heading } ?? true
  }

  private func route(
    _ state: Int, _ parents: [Int32], _ origins: [Int: Int], _ starts: [WayPort], _ end: WayPort
  ) -> Route {
    var points = [end.point, end.door]
    var state = state
    while true {
      points.append(
        Point(x: columns[state / 4 % columns.count], y: rows[state / 4 / columns.count]))
      guard parents[state] >= 0 else { break }
      state = Int(parents[state])
    }
    if let origin = origins[state] { points.append(starts[origin].point) }
    return Route(points: points.reversed().withoutStraightCorners)
  }
}

extension [Int] {
  /// The index of the first value of this sorted array that is larger than another.
  fileprivate func partition(after value: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// How many positions a grid has at most; each takes some 60 bytes in a search.
private let mostPositions = 1 << 23
