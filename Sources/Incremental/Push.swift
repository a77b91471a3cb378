import AxisModel
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
  let field: PushField
  let side: Side
  /// How far each variable has moved.
  private(set) var shifts: [Int]
  /// The edges whose ways or texts lay behind the new thing and were dragged onto it; nil if a box was.
  private(set) var dragged: Set<Int>? = []
  /// How many distances were looked at.
  private(set) var work = 0
  private var limit = 0

  /// Something new that others make room for.
  struct Newcomer {
    enum Kind {
      case box(Int)
      case text
    }

    let kind: Kind
    let rect: Rect
  }

  /// Makes the growing box of a field longer, at the side that is pushed to.
  init(_ field: PushField, toward side: Side, by growth: Int) {
    self.init(field, side)
    guard let node = field.growing, let (entry, exit) = field.sides(of: node, toward: side) else {
      return
    }
    shifts[exit.variable] = growth
    propagate(from: [exit.variable], tied: (entry.variable, exit.variable, growth))
  }

  /// Frees the room of a new thing; what lies further ahead than it begins is pushed, what lies
  /// behind is not.
  init(_ field: PushField, toward side: Side, freeing thing: Newcomer) {
    self.init(field, side)
    let (along, across) = (side.along(thing.rect), side.across(thing.rect))
    var moved: [Int] = []
    for item in field.items {
      work += 1
      let anchor = side.isForward ? item.low : item.high
      let place = place(of: anchor)
      guard place >= along.low || isAround(item, thing), let gap = gap(from: thing, to: item),
        across.widened(by: margin(thing, item)).touches(item.across)
      else { continue }
      let shift = along.high + gap - place
      guard shift > shifts[anchor.variable] else { continue }
      shifts[anchor.variable] = shift
      moved.append(anchor.variable)
    }
    propagate(from: moved)
    for item in field.items where across.touches(item.across) {
      let isDragged = [item.low, item.high].contains {
        let (place, shift) = (place(of: $0), shifts[$0.variable])
        return shift > 0 && place < along.low && place + shift > along.low - field.spacing.text
      }
      guard isDragged else { continue }
      if let edge = item.kind.edge { dragged?.insert(field.edges[edge]) } else { dragged = nil }
    }
  }

  private init(_ field: PushField, _ side: Side) {
    self.field = field
    self.side = side
    shifts = Array(repeating: 0, count: field.bodies.values.count)
  }

  /// Whether nothing that lay behind the new thing was dragged onto it.
  var isPossible: Bool { dragged?.isEmpty ?? false }

  /// A piece of a way that ends at a box keeps its place there when the box moves, unless more boxes
  /// would move then, or another box holds it back.
  func withLinesFollowing() -> Push {
    var push = self
    for (piece, boxes) in field.piecesAtBoxes {
      guard let shift = boxes.map({ push.shifts[$0] }).min(), shift > push.shifts[piece] else {
        continue
      }
      var trial = push
      trial.shifts[piece] = shift
      trial.propagate(from: [piece])
      if trial.movedLeaves == movedLeaves { push = trial }
    }
    return push
  }

  // MARK: Distances to something new

  private func place(of anchor: AxisBodies.Anchor) -> Int {
    let place = field.bodies.place(anchor)
    return side.isForward ? place : -place
  }

  /// The room that an item keeps from a new thing, if it is further ahead; nil if they need not mind
  /// each other.
  private func gap(from thing: Newcomer, to item: AxisItem) -> Int? {
    let spacing = field.spacing
    switch (thing.kind, item.kind) {
    case (.box, .leaf): return spacing.nodes
    case (.box(let box), .outline(let index, let isLow)):
      if isLow == side.isForward { return spacing.nodes }
      let (node, nodes) = (field.nodes[index], field.sketch.graph.nodes)
      return nodes[box].parent == node ? nodes[node].padding[side] : nil
    case (.box, .wire): return spacing.edgeToNode
    case (.text, .outline(_, let isLow)):
      return isLow == side.isForward ? spacing.textToOthers : spacing.edges
    case (.box, .label), (.text, .leaf), (.text, .wire), (.text, .label):
      return spacing.textToOthers
    case (_, .title): return nil
    }
  }

  /// How far apart across the axis two things may pass each other.
  private func margin(_ thing: Newcomer, _ item: AxisItem) -> Int {
    let spacing = field.spacing
    switch (thing.kind, item.kind) {
    case (.box, .leaf), (.box, .outline): return spacing.leastNodes - 1
    case (.text, _), (_, .label): return spacing.text - 1
    case (.box, .wire), (.box, .title): return spacing.edges - 1
    }
  }

  /// Whether an item is the far side of the container that a new box lies in.
  private func isAround(_ item: AxisItem, _ thing: Newcomer) -> Bool {
    guard case .outline(let index, let isLow) = item.kind, isLow != side.isForward,
      case .box(let box) = thing.kind
    else { return false }
    return field.sketch.graph.nodes[box].parent == field.nodes[index]
  }

  // MARK: Moves

  /// Hands the moves on until every distance is kept.
  ///
  /// Nothing has to move further than the first ones, since everything moved by as much would keep
  /// every distance; so this ends even if a drawing by hand has things that push each other in a
  /// circle.
  private mutating func propagate(
    from first: [Int], tied: (entry: Int, exit: Int, growth: Int)? = nil
  ) {
    limit = first.reduce(limit) { max($0, shifts[$1]) }
    var queue = first
    var next = 0
    while next < queue.count {
      let variable = queue[next]
      next += 1
      for (other, slack) in field.pushed(by: variable, toward: side) {
        work += 1
        demand(other, shifts[variable] - slack, &queue)
      }
      if let tied, variable == tied.entry {
        demand(tied.exit, shifts[variable] + tied.growth, &queue)
      }
    }
  }

  private mutating func demand(_ variable: Int, _ shift: Int, _ queue: inout [Int]) {
    let shift = min(shift, limit)
    guard shift > shifts[variable] else { return }
    shifts[variable] = shift
    queue.append(variable)
  }
}

extension Push {
  /// The leaves that no longer lie where they did; a shift of a hair does not count.
  var movedLeaves: Int {
    field.nodes.indices.count { index in
      field.bodies.nesting.isLeaf(index) && field.nodes[index] != field.growing
        && shifts[field.bodies.lows[index].variable] > 4
    }
  }

  /// All moves together.
  var totalShift: Int { shifts.reduce(0, +) }

  /// The drawing after the push.
  var result: Sketch {
    let sign = side.isForward ? 1 : -1
    return field.sketch(with: zip(field.bodies.values, shifts).map { $0 + sign * $1 })
  }
}
