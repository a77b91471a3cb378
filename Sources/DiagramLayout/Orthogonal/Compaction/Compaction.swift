import DiagramModel

import Foundation
func env(_ n: String, _ d: Int) -> Int { ProcessInfo.processInfo.environment[n].flatMap(Int.init) ?? d }
nonisolated(unsafe) let CENTER = env("CENTER", 12)
nonisolated(unsafe) let LENGTH = env("LENGTH", 4)
nonisolated(unsafe) let WIDTH = env("WIDTH", 8)
nonisolated(unsafe) let CONT = env("CONT", 4)
nonisolated(unsafe) let ALIGN = env("ALIGN", 16)
nonisolated(unsafe) let ALIGNROUNDS = env("ALIGNROUNDS", 2)
/// Moves a drawing together, in one direction after the other, until nothing gains any more.
///
/// In one direction everything keeps its order with what it could meet. Among all such drawings the
/// one with the shortest lines, and the least width, is found exactly: the dual of a flow of minimum
/// cost.
///
/// > Source: Klau & Mutzel, *Optimal compaction of orthogonal grid drawings*, 1999; Eiglsperger &
/// > Kaufmann, *Fast compaction for orthogonal drawings with vertices of prescribed size*, 2001.
struct Compaction {
  let spacing: OrthogonalLayout.Spacing
  /// How often both directions are compacted at most.
  let rounds: Int

  func compact(_ drawing: OrthogonalDrawing) -> OrthogonalDrawing {
    var best = drawing
    for _ in 0..<rounds {
      let next = compactRows(compactColumns(best))
      if next == best { break }
      best = next
    }
    for _ in 0..<ALIGNROUNDS { best = compactRows(compactColumns(best, aligning: true), aligning: true) }
    return best
  }

  /// Moves everything together from left to right.
  func compactColumns(_ drawing: OrthogonalDrawing, aligning: Bool = false) -> OrthogonalDrawing {
    let bars = Bars(of: drawing)
    var program = DifferenceProgram(start: bars.bars.map(\.x) + [0, 0])
    addSeparations(to: &program, bars: bars, drawing: drawing)
    addPorts(to: &program, bars: bars, drawing: drawing)
    addLengths(to: &program, bars: bars, drawing: drawing)
    addWidths(to: &program, bars: bars, drawing: drawing)
    if aligning { addAlignment(to: &program, bars: bars, drawing: drawing) }
    return drawing.moved(to: program.solution(), bars: bars)
  }

  private func compactRows(_ drawing: OrthogonalDrawing, aligning: Bool = false) -> OrthogonalDrawing {
    compactColumns(drawing.transposed(), aligning: aligning).transposed()
  }

  /// Boxes that stand above each other in one container like to have a common middle.
  private func addAlignment(
    to program: inout DifferenceProgram, bars: Bars, drawing: OrthogonalDrawing
  ) {
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
        program.prefer(
          bars.solids[lower], above.frame.size.width / 2 - frame.size.width / 2,
          after: bars.solids[upper], price: ALIGN)
      }
    }
  }

  /// Bars that could meet keep their order and their gap.
  private func addSeparations(
    to program: inout DifferenceProgram, bars: Bars, drawing: OrthogonalDrawing
  ) {
    let separation = Separation(drawing: drawing, spacing: spacing)
    let order = bars.bars.indices.sorted {
      (2 * bars.bars[$0].x + bars.bars[$0].width, $0) < (2 * bars.bars[$1].x + bars.bars[$1].width, $1)
    }
    for (position, first) in order.enumerated() {
      let bar = bars.bars[first]
      var shadow = Shadow(low: bar.low - spacing.node, high: bar.high + spacing.node)
      for second in order[(position + 1)...] where !shadow.isComplete {
        let other = bars.bars[second]
        guard other.low < bar.high + spacing.node, bar.low - spacing.node < other.high,
          let gap = separation.gap(bar.kind, other.kind)
        else { continue }
        let room = other.x - bar.x - bar.width
        guard other.low < bar.high + max(gap, 1), bar.low - max(gap, 1) < other.high, room >= 0 else {
          continue
        }
        program.require(second, atLeast: bar.width + min(gap, room), after: first)
        if case .solid = other.kind { shadow.cover(other.low, other.high) }
      }
    }
  }

  /// Upright pieces stay on the side of the box that they leave; texts stay beside their piece.
  private func addPorts(
    to program: inout DifferenceProgram, bars: Bars, drawing: OrthogonalDrawing
  ) {
    for (wire, item) in drawing.wires.enumerated() {
      let last = item.points.count - 2
      for (piece, end) in [(0, item.source), (last, item.target)] {
        guard case .box(let box) = end, bars.pieces[wire][piece] >= 0 else { continue }
        let (variable, side) = (bars.pieces[wire][piece], bars.solids[box])
        let (x, frame) = (item.points[piece].x, drawing.solids[box].frame)
        program.require(variable, atLeast: min(spacing.edge, x - frame.minX), after: side)
        let room = min(spacing.edge, frame.maxX - x)
        program.require(side, atLeast: room - frame.size.width, after: variable)
        program.prefer(variable, frame.size.width / 2, after: side, price: CENTER)
      }
      guard let label = item.label else { continue }
      let text = bars.solids[label.solid]
      let beside = bars.pieces[wire][label.piece]
      let frame = drawing.solids[label.solid].frame
      if beside >= 0 {
        program.fix(text, frame.minX - item.points[label.piece].x, after: beside)
      } else {
        keep(text, width: frame.size.width, on: label.piece, of: wire, bars: bars, drawing, &program)
      }
    }
  }

  /// Keeps a text between the ends of its level piece.
  private func keep(
    _ text: Int, width: Int, on piece: Int, of wire: Int, bars: Bars, _ drawing: OrthogonalDrawing,
    _ program: inout DifferenceProgram
  ) {
    let (start, end) = ends(of: piece, wire: wire, bars: bars, drawing: drawing)
    let points = drawing.wires[wire].points
    let (left, right) = points[piece].x < points[piece + 1].x ? (start, end) : (end, start)
    program.require(text, atLeast: left.offset, after: left.variable)
    program.require(right.variable, atLeast: width - right.offset, after: text)
  }

  /// What the ends of a level piece move with.
  private func ends(
    of piece: Int, wire: Int, bars: Bars, drawing: OrthogonalDrawing
  ) -> (start: Anchor, end: Anchor) {
    let item = drawing.wires[wire]
    let start =
      piece > 0
      ? Anchor(variable: bars.pieces[wire][piece - 1])
      : anchor(of: item.source, at: item.points[piece].x, bars: bars, drawing: drawing)
    let end =
      piece + 2 < item.points.count
      ? Anchor(variable: bars.pieces[wire][piece + 1])
      : anchor(of: item.target, at: item.points[piece + 1].x, bars: bars, drawing: drawing)
    return (start, end)
  }

  /// A place that moves with a variable.
  private struct Anchor {
    var variable: Int
    var offset = 0
  }

  private func anchor(
    of end: OrthogonalDrawing.End, at x: Int, bars: Bars, drawing: OrthogonalDrawing
  ) -> Anchor {
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
  private func addLengths(
    to program: inout DifferenceProgram, bars: Bars, drawing: OrthogonalDrawing
  ) {
    for (wire, item) in drawing.wires.enumerated() {
      for piece in 0..<(item.points.count - 1) where item.isLevel(piece) {
        let (start, end) = ends(of: piece, wire: wire, bars: bars, drawing: drawing)
        let isForward = item.points[piece].x <= item.points[piece + 1].x
        let (left, right) = isForward ? (start, end) : (end, start)
        let isInner = piece > 0 && piece + 2 < item.points.count
        program.require(right.variable, atLeast: left.offset - right.offset, after: left.variable)
        program.pay(isInner ? 3 * LENGTH : LENGTH, from: left.variable, to: right.variable)
      }
    }
  }

  /// The whole drawing and all containers are paid by their width.
  private func addWidths(
    to program: inout DifferenceProgram, bars: Bars, drawing: OrthogonalDrawing
  ) {
    let (left, right) = (bars.bars.count, bars.bars.count + 1)
    program.start[left] = bars.bars.map(\.x).min() ?? 0
    program.start[right] = bars.bars.map { $0.x + $0.width }.max() ?? 0
    for (variable, bar) in bars.bars.enumerated() {
      program.require(variable, atLeast: 0, after: left)
      program.require(right, atLeast: bar.width, after: variable)
    }
    program.pay(WIDTH, from: left, to: right)
    for (side, container) in zip(bars.sides, drawing.containers) {
      let width = min(container.minimumSize.width, container.frame.size.width)
      program.require(side.right, atLeast: width, after: side.left)
      program.pay(CONT, from: side.left, to: side.right)
    }
  }
}

/// The parts of the height of a bar that something else hides.
private struct Shadow {
  private var gaps: [(low: Int, high: Int)]

  init(low: Int, high: Int) { gaps = [(low, high)] }

  var isComplete: Bool { gaps.isEmpty }

  mutating func cover(_ low: Int, _ high: Int) {
    gaps = gaps.flatMap { gap in
      [(gap.low, min(gap.high, low)), (max(gap.low, high), gap.high)].filter { $0.0 < $0.1 }
    }
  }
}

extension OrthogonalDrawing {
  /// The drawing with all bars at new places; what becomes straight loses its bends.
  fileprivate func moved(to x: [Int], bars: Bars) -> OrthogonalDrawing {
    var drawing = self
    for solid in solids.indices { drawing.solids[solid].frame.origin.x = x[bars.solids[solid]] }
    for (container, sides) in bars.sides.enumerated() {
      let frame = containers[container].frame
      drawing.containers[container].frame = Rect(
        minX: x[sides.left], minY: frame.minY, maxX: x[sides.right], maxY: frame.maxY)
    }
    for wire in wires.indices {
      for piece in bars.pieces[wire].indices where bars.pieces[wire][piece] >= 0 {
        drawing.wires[wire].points[piece].x = x[bars.pieces[wire][piece]]
        drawing.wires[wire].points[piece + 1].x = x[bars.pieces[wire][piece]]
      }
      let last = wires[wire].points.count - 1
      if wires[wire].isLevel(0) {
        drawing.wires[wire].points[0].x += drawing.shift(of: wires[wire].source, at: wires[wire].points[0].x, from: self)
      }
      if wires[wire].isLevel(last - 1) {
        drawing.wires[wire].points[last].x += drawing.shift(of: wires[wire].target, at: wires[wire].points[last].x, from: self)
      }
      drawing.wires[wire].straighten()
    }
    return drawing
  }

  /// How far the outline at an end has moved.
  private func shift(of end: End, at x: Int, from old: OrthogonalDrawing) -> Int {
    switch end {
    case .box(let box): return solids[box].frame.minX - old.solids[box].frame.minX
    case .container(let container):
      let (before, after) = (old.containers[container].frame, containers[container].frame)
      return x == before.minX ? after.minX - before.minX : after.maxX - before.maxX
    }
  }
}

extension OrthogonalDrawing.Wire {
  /// Takes out pieces without length together with the two bends at their ends.
  fileprivate mutating func straighten() {
    var piece = 1
    while piece + 2 < points.count {
      guard points[piece] == points[piece + 1] else {
        piece += 1
        continue
      }
      points.removeSubrange(piece...(piece + 1))
      if let old = label?.piece {
        label?.piece = old <= piece - 1 ? old : old <= piece + 1 ? piece - 1 : old - 2
      }
      piece = max(1, piece - 1)
    }
  }
}
