import DiagramModel

@testable import Routing

extension RoutingSketch {
  /// The fewest bends of any way between two boxes that stays ten units away from all others,
  /// found on the grid of every line that could matter; nil if there is no way. The ends lie in
  /// the middles of sides or, if `isAnywhere`, at any place.
  ///
  /// Slow and obvious: breadth first over rounds of straight runs.
  func fewestBends(from source: Int, to target: Int, isAnywhere: Bool) -> Int? {
    let xs = lines { ($0.minX, $0.maxX) }
    let ys = lines { ($0.minY, $0.maxY) }
    let grid = Grid(
      xs: xs, ys: ys, frames: frames, source: source, target: target, isAnywhere: isAnywhere)
    return grid.fewestBends()
  }

  private func lines(_ sides: (Rect) -> (Int, Int)) -> [Int] {
    let all = frames.flatMap { frame in
      let (low, high) = sides(frame)
      return [
        low - 20, low - 10, low, low + 8, (low + high) / 2, high - 8, high, high + 10, high + 20,
      ]
    }
    return Set(all).sorted()
  }
}

private struct Grid {
  let xs: [Int]
  let ys: [Int]
  let frames: [Rect]
  let source: Int
  let target: Int
  let isAnywhere: Bool

  private struct State: Hashable {
    let x: Int
    let y: Int
    let side: Side
  }

  func fewestBends() -> Int? {
    var round = starts()
    var seen: Set<State> = []
    for bends in 0..<8 {
      var next: Set<State> = []
      for start in round {
        var state = start
        while seen.insert(state).inserted {
          if isEnd(state) { return bends }
          if mayTurn(state) {
            for side in Side.allCases where side.isHorizontal != state.side.isHorizontal {
              next.insert(State(x: state.x, y: state.y, side: side))
            }
          }
          guard let step = step(from: state) else { break }
          state = step
        }
      }
      round = next
    }
    return nil
  }

  /// A way may turn only where it is twenty units away from both its boxes.
  private func mayTurn(_ state: State) -> Bool {
    let point = Point(x: xs[state.x], y: ys[state.y])
    return ![source, target].contains { node in
      let frame = frames[node].insetBy(-19)
      return frame.contains(point)
    }
  }

  private func starts() -> Set<State> {
    var result: Set<State> = []
    for (x, y, side) in ports(of: source) { result.insert(State(x: x, y: y, side: side)) }
    return result
  }

  private func isEnd(_ state: State) -> Bool {
    ports(of: target).contains { x, y, side in
      x == state.x && y == state.y && side.isHorizontal == state.side.isHorizontal
        && side != state.side
    }
  }

  private func ports(of node: Int) -> [(Int, Int, Side)] {
    let frame = frames[node]
    var result: [(Int, Int, Side)] = []
    for (x, place) in xs.enumerated() where isPort(place, frame.minX, frame.maxX) {
      for (y, height) in ys.enumerated() {
        if height == frame.minY { result.append((x, y, .top)) }
        if height == frame.maxY { result.append((x, y, .bottom)) }
      }
    }
    for (y, place) in ys.enumerated() where isPort(place, frame.minY, frame.maxY) {
      for (x, width) in xs.enumerated() {
        if width == frame.minX { result.append((x, y, .left)) }
        if width == frame.maxX { result.append((x, y, .right)) }
      }
    }
    return result
  }

  private func isPort(_ place: Int, _ low: Int, _ high: Int) -> Bool {
    isAnywhere ? low + 8 <= place && place <= high - 8 : place == (low + high) / 2
  }

  private func step(from state: State) -> State? {
    var (x, y) = (state.x, state.y)
    switch state.side {
    case .top: y -= 1
    case .bottom: y += 1
    case .left: x -= 1
    case .right: x += 1
    }
    guard xs.indices.contains(x), ys.indices.contains(y) else { return nil }
    let piece = Rect(
      minX: min(xs[x], xs[state.x]), minY: min(ys[y], ys[state.y]),
      maxX: max(xs[x], xs[state.x]), maxY: max(ys[y], ys[state.y]))
    let isBlocked = frames.indices.contains { node in
      let margin = node == source || node == target ? 0 : 10
      let frame = frames[node].insetBy(-margin)
      return piece.minX < frame.maxX && frame.minX < piece.maxX && piece.minY == piece.maxY
        && frame.minY < piece.minY && piece.minY < frame.maxY
        || piece.minY < frame.maxY && frame.minY < piece.maxY && piece.minX == piece.maxX
          && frame.minX < piece.minX && piece.minX < frame.maxX
    }
    return isBlocked ? nil : State(x: x, y: y, side: state.side)
  }
}

extension Side {
  fileprivate var isHorizontal: Bool { self == .left || self == .right }
}
