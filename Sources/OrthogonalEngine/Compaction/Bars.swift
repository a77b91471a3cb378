import DiagramGraph
import DiagramModel

/// What keeps its place in one direction: boxes, texts, sides of containers and upright pieces of
/// wires, as bars that stand beside each other.
struct Bars: Sendable {
  enum Kind: Hashable, Sendable {
    case solid(Int)
    case left(container: Int)
    case right(container: Int)
    case piece(wire: Int, Int)

    var isPiece: Bool { if case .piece = self { true } else { false } }
  }

  /// An upright bar from `low` to `high`, `width` wide to the right of its variable.
  struct Bar: Hashable, Sendable {
    let kind: Kind
    let x: Int
    let width: Int
    let low: Int
    let high: Int
  }

  /// All bars; each is a variable with its index.
  private(set) var bars: [Bar] = []
  /// The bar of each solid.
  private(set) var solids: [Int] = []
  /// The bars of the left and right sides of each container.
  private(set) var sides: [(left: Int, right: Int)] = []
  /// The bar of each piece of each wire; -1 for level pieces.
  private(set) var pieces: [[Int]] = []

  init(of drawing: OrthogonalDrawing) {
    for (solid, item) in drawing.solids.enumerated() {
      solids.append(add(.solid(solid), item.frame))
    }
    for (container, item) in drawing.containers.enumerated() {
      let frame = item.frame
      let left = Rect(x: frame.minX, y: frame.minY, width: 0, height: frame.size.height)
      let right = Rect(x: frame.maxX, y: frame.minY, width: 0, height: frame.size.height)
      sides.append(
        (add(.left(container: container), left), add(.right(container: container), right)))
    }
    for (wire, item) in drawing.wires.enumerated() {
      pieces.append(
        (0..<max(item.points.count - 1, 0)).map { piece in
          guard !item.isLevel(piece) else { return -1 }
          let (a, b) = (item.points[piece], item.points[piece + 1])
          return add(
            .piece(wire: wire, piece),
            Rect(x: a.x, y: min(a.y, b.y), width: 0, height: abs(a.y - b.y)))
        })
    }
  }

  private mutating func add(_ kind: Kind, _ frame: Rect) -> Int {
    bars.append(
      Bar(kind: kind, x: frame.minX, width: frame.size.width, low: frame.minY, high: frame.maxY))
    return bars.count - 1
  }
}

/// How far apart things must stay.
struct BarSeparation: Sendable {
  let drawing: OrthogonalDrawing
  let spacing: Spacing

  /// The largest gap between any two bars.
  let reach: Int

  init(drawing: OrthogonalDrawing, spacing: Spacing) {
    self.drawing = drawing
    self.spacing = spacing
    let paddings = drawing.containers.flatMap { [$0.padding.left, $0.padding.right] }
    reach =
      paddings.reduce(
        max(spacing.nodes, spacing.edges, spacing.edgeToNode, spacing.textToOthers), max)
  }

  /// The gap between two bars, the first on the left; `nil` where none is asked for.
  func gap(_ first: Bars.Kind, _ second: Bars.Kind) -> Int? {
    switch (first, second) {
    case (.solid(let a), .solid(let b)): solidGap(a, b)
    case (.solid(let solid), .piece(let wire, let piece)),
      (.piece(let wire, let piece), .solid(let solid)):
      pieceGap(wire, piece, solid)
    case (.piece(let a, let first), .piece(let b, let second)):
      a == b && abs(first - second) == 2 ? consecutiveGap(a, min(first, second) + 1) : spacing.edges
    case (.left(let container), .solid(let solid)):
      isText(solid) ? spacing.textToOthers : drawing.containers[container].padding.left
    case (.solid(let solid), .right(let container)):
      isText(solid) ? spacing.textToOthers : drawing.containers[container].padding.right
    case (.solid(let solid), .left), (.right, .solid(let solid)):
      isText(solid) ? spacing.textToOthers : spacing.nodes
    case (.left, .piece), (.piece, .left), (.right, .piece), (.piece, .right): spacing.edgeToNode
    case (.left(let outer), .left(let inner)):
      drawing.contains(outer, inner) ? drawing.containers[outer].padding.left : spacing.nodes
    case (.right(let inner), .right(let outer)):
      drawing.contains(outer, inner) ? drawing.containers[outer].padding.right : spacing.nodes
    case (.left, .right), (.right, .left): spacing.nodes
    }
  }

  /// How far the variables of two bars, the first on the left, must at least stay apart; `nil` if they
  /// may pass each other. Nothing is asked for that is not there.
  func distance(_ first: Bars.Bar, _ second: Bars.Bar) -> Int? {
    let room = second.x - first.x - first.width
    guard room >= 0, let gap = gap(first.kind, second.kind),
      second.low < first.high + max(gap, 1), first.low - max(gap, 1) < second.high
    else { return nil }
    return first.width + min(gap, room)
  }

  private func isText(_ solid: Int) -> Bool { solid >= drawing.boxCount }

  private func solidGap(_ a: Int, _ b: Int) -> Int {
    isText(a) || isText(b) ? spacing.textToOthers : spacing.nodes
  }

  /// Two pieces of one wire with a level piece between them may fall into one line, unless the
  /// wire turns back.
  private func consecutiveGap(_ wire: Int, _ between: Int) -> Int {
    let points = drawing.wires[wire].points
    let isBack =
      (points[between].y - points[between - 1].y) * (points[between + 2].y - points[between + 1].y)
      < 0
    return isBack ? spacing.edges : 0
  }

  private func pieceGap(_ wire: Int, _ piece: Int, _ solid: Int) -> Int? {
    let item = drawing.wires[wire]
    if isText(solid) { return item.label?.solid == solid ? nil : spacing.textToOthers }
    // The pieces that leave a box on its upper or lower side are bound to that side.
    if piece == 0, item.source == .box(solid) { return nil }
    if piece == item.points.count - 2, item.target == .box(solid) { return nil }
    return spacing.edgeToNode
  }
}
