import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// The compaction of a drawing in one direction as a linear program: a variable for each bar, then
/// the left and the right end of the drawing.
struct ColumnProgram {
  let drawing: OrthogonalDrawing
  let bars: Bars
  private let spacing: Spacing
  private let prices: Compaction.Prices
  private(set) var program: DifferenceSystem
  /// Whether something must stay on the left, and on the right, of each bar.
  private var hasNeighbour: [(left: Bool, right: Bool)]

  init(
    drawing: OrthogonalDrawing, spacing: Spacing, prices: Compaction.Prices
  ) {
    self.drawing = drawing
    self.spacing = spacing
    self.prices = prices
    bars = Bars(of: drawing)
    program = DifferenceSystem(variableCount: bars.bars.count + 2)
    hasNeighbour = Array(repeating: (false, false), count: bars.bars.count)
    addSeparations()
    addPorts()
    addLengths()
    addWidths()
  }

  /// Bars that could meet keep their order and their gap; where another one between them sees to that
  /// already, nothing is asked for.
  private mutating func addSeparations() {
    let separation = BarSeparation(drawing: drawing, spacing: spacing)
    let order = bars.bars.indices.sorted {
      (2 * bars.bars[$0].x + bars.bars[$0].width, $0) < (
        2 * bars.bars[$1].x + bars.bars[$1].width, $1
      )
    }
    for (position, first) in order.enumerated() {
      let bar = bars.bars[first]
      var shadow = Shadow(low: bar.low - separation.reach, high: bar.high + separation.reach)
      var pieces: [(bar: Bars.Bar, distance: Int)] = []
      for second in order[(position + 1)...] where !shadow.isComplete {
        let other = bars.bars[second]
        guard other.low < bar.high + separation.reach, bar.low - separation.reach < other.high,
          let distance = separation.distance(bar, other)
        else { continue }
        let keeper = pieces.last {
          $0.distance + (separation.distance($0.bar, other) ?? Int.min / 2) >= distance
        }
        guard keeper == nil else { continue }
        program.require(first, before: second, by: distance)
        hasNeighbour[first].right = true
        hasNeighbour[second].left = true
        if other.kind.isPiece {
          pieces = pieces.suffix(mostPiecesBetween - 1) + [(other, distance)]
        } else {
          shadow.cover(other.low, other.high)
        }
      }
    }
  }

  /// Upright pieces stay on the side of the box that they leave; texts stay beside their piece.
  private mutating func addPorts() {
    for (wire, item) in drawing.wires.enumerated() {
      let last = item.points.count - 2
      for (piece, end) in [(0, item.source), (last, item.target)] {
        guard case .box(let box) = end, bars.pieces[wire][piece] >= 0 else { continue }
        let (variable, side) = (bars.pieces[wire][piece], bars.solids[box])
        let (x, frame) = (item.points[piece].x, drawing.solids[box].frame)
        program.require(side, before: variable, by: min(spacing.edges, x - frame.minX))
        let room = min(spacing.edges, frame.maxX - x)
        program.require(variable, before: side, by: room - frame.size.width)
        program.attract(side, variable, offset: frame.size.width / 2, weight: prices.port)
      }
      guard let label = item.label else { continue }
      let text = bars.solids[label.solid]
      let beside = bars.pieces[wire][label.piece]
      let frame = drawing.solids[label.solid].frame
      if beside >= 0 {
        program.fix(beside, text, offset: frame.minX - item.points[label.piece].x)
      } else {
        keep(text, width: frame.size.width, on: label.piece, of: wire)
      }
    }
  }

  /// Keeps a text between the ends of its level piece.
  private mutating func keep(_ text: Int, width: Int, on piece: Int, of wire: Int) {
    let (start, end) = ends(of: piece, wire: wire)
    let points = drawing.wires[wire].points
    let (left, right) = points[piece].x < points[piece + 1].x ? (start, end) : (end, start)
    program.require(left.variable, before: text, by: left.offset)
    program.require(text, before: right.variable, by: width - right.offset)
  }

  /// What the ends of a level piece move with.
  private func ends(of piece: Int, wire: Int) -> (start: Anchor, end: Anchor) {
    let item = drawing.wires[wire]
    let start =
      piece > 0
      ? Anchor(variable: bars.pieces[wire][piece - 1])
      : anchor(of: item.source, at: item.points[piece].x)
    let end =
      piece + 2 < item.points.count
      ? Anchor(variable: bars.pieces[wire][piece + 1])
      : anchor(of: item.target, at: item.points[piece + 1].x)
    return (start, end)
  }

  /// A place that moves with a variable.
  private struct Anchor {
    var variable: Int
    var offset = 0
  }

  private func anchor(of end: OrthogonalDrawing.End, at x: Int) -> Anchor {
    switch end {
    case .box(let box):
      return Anchor(variable: bars.solids[box], offset: x - drawing.solids[box].frame.minX)
    case .container(let container):
      let isLeft = x == drawing.containers[container].frame.minX
      return Anchor(
        variable: isLeft ? bars.sides[container].left : bars.sides[container].right)
    }
  }

  /// Level pieces are paid by their length; those whose end would take two bends away, more.
  private mutating func addLengths() {
    for (wire, item) in drawing.wires.enumerated() {
      for piece in 0..<(item.points.count - 1) where item.isLevel(piece) {
        let (start, end) = ends(of: piece, wire: wire)
        let isForward = item.points[piece].x <= item.points[piece + 1].x
        let (left, right) = isForward ? (start, end) : (end, start)
        let isInner = piece > 0 && piece + 2 < item.points.count
        // A straight wire must not vanish between a container and something at its border.
        let length = item.points.count == 2 ? spacing.edges : 0
        let room = abs(item.points[piece + 1].x - item.points[piece].x)
        program.require(
          left.variable, before: right.variable,
          by: left.offset - right.offset + min(length, room),
          weight: isInner ? prices.jog : prices.length)
      }
    }
  }

  /// The whole drawing and all containers are paid by their width.
  private mutating func addWidths() {
    let (left, right) = (bars.bars.count, bars.bars.count + 1)
    for (variable, bar) in bars.bars.enumerated() {
      if !hasNeighbour[variable].left { program.require(left, before: variable, by: 0) }
      if !hasNeighbour[variable].right {
        program.require(variable, before: right, by: bar.width)
      }
    }
    program.require(left, before: right, by: 0, weight: prices.width)
    let start = bars.bars.map(\.x).min() ?? 0
    for box in bars.solids.prefix(drawing.boxCount) {
      program.attract(left, box, offset: bars.bars[box].x - start, weight: prices.staying)
    }
    for (side, container) in zip(bars.sides, drawing.containers) {
      let width = min(container.minimumSize.width, container.frame.size.width)
      program.require(side.left, before: side.right, by: width, weight: prices.container)
    }
  }

  /// Boxes that stand above each other in one container like to have a common middle.
  mutating func addAlignment() {
    let boxes = drawing.solids.prefix(drawing.boxCount)
    for (upper, above) in boxes.enumerated() {
      var shadow = Shadow(low: above.frame.minX, high: above.frame.maxX)
      let below = boxes.indices.filter {
        boxes[$0].frame.minY >= above.frame.maxY && boxes[$0].container == above.container
          && boxes[$0].frame.minX < above.frame.maxX && above.frame.minX < boxes[$0].frame.maxX
      }
      for lower in below.sorted(by: { boxes[$0].frame.minY < boxes[$1].frame.minY })
      where !shadow.isComplete {
        let frame = boxes[lower].frame
        shadow.cover(frame.minX, frame.maxX)
        program.attract(
          bars.solids[upper], bars.solids[lower],
          offset: above.frame.size.width / 2 - frame.size.width / 2, weight: prices.alignment)
      }
    }
  }
}

/// How many pieces of lines are asked whether they keep two bars apart, the last ones.
private let mostPiecesBetween = 12

/// The parts of the height of a bar that nothing hides yet.
private struct Shadow {
  private var gaps: [(low: Int, high: Int)]

  init(low: Int, high: Int) { gaps = [(low, high)] }

  var isComplete: Bool { gaps.isEmpty }

  mutating func cover(_ low: Int, _ high: Int) {
    guard gaps.contains(where: { $0.low < high && low < $0.high }) else { return }
    gaps = gaps.flatMap { gap in
      [(gap.low, min(gap.high, low)), (max(gap.low, high), gap.high)].filter { $0.0 < $0.1 }
    }
  }
}
