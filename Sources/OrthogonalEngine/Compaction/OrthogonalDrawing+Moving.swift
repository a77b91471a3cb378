import DiagramModel

extension OrthogonalDrawing {
  /// The drawing with all bars at new places; what becomes straight loses its bends.
  func moved(to x: [Int], bars: Bars) -> OrthogonalDrawing {
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
        drawing.wires[wire].points[0].x += drawing.shift(
          of: wires[wire].source, at: wires[wire].points[0].x, from: self)
      }
      if wires[wire].isLevel(last - 1) {
        drawing.wires[wire].points[last].x += drawing.shift(
          of: wires[wire].target, at: wires[wire].points[last].x, from: self)
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
