import DiagramGraph
import DiagramModel

/// An orthogonal drawing with coordinates, that can be moved together.
struct OrthogonalDrawing: Hashable, Sendable {
  /// Something of fixed size: a box or the text of a wire.
  struct Solid: Hashable, Sendable {
    var frame: Rect
    /// The container around it, or -1.
    var container: Int
  }

  /// A container: as large as it must be.
  struct Container: Hashable, Sendable {
    var frame: Rect
    var minimumSize: Size
    var padding: Insets
    /// The container around it, or -1.
    var parent: Int
  }

  /// What a wire ends at.
  enum End: Hashable, Sendable {
    case box(Int)
    case container(Int)
  }

  /// A text beside a piece of a wire.
  struct Label: Hashable, Sendable {
    /// The index of its ``Solid``.
    var solid: Int
    /// The piece from this corner to the next.
    var piece: Int
  }

  /// The way of an edge: from outline to outline, pieces alternately level and upright.
  struct Wire: Hashable, Sendable {
    var points: [Point]
    var source: End
    var target: End
    var label: Label?

    /// Whether a piece lies level.
    func isLevel(_ piece: Int) -> Bool { points[piece].y == points[piece + 1].y }
  }

  /// The boxes, then the texts.
  var solids: [Solid]
  var boxCount: Int
  var containers: [Container]
  var wires: [Wire]

  /// The same drawing with both axes exchanged.
  func transposed() -> OrthogonalDrawing {
    var drawing = self
    for solid in solids.indices { drawing.solids[solid].frame = solids[solid].frame.transposed }
    for index in containers.indices {
      drawing.containers[index].frame = containers[index].frame.transposed
      let minimum = containers[index].minimumSize
      drawing.containers[index].minimumSize = Size(width: minimum.height, height: minimum.width)
      drawing.containers[index].padding = containers[index].padding.transposed
    }
    for wire in wires.indices { drawing.wires[wire].points = wires[wire].points.map(\.transposed) }
    return drawing
  }

  /// What the drawing is judged by, in thousandths: 3 for each bend, 1 for each 200 units of length
  /// and for each 50,000 of area, 5 for the share of wires that do not point along
  /// `direction`: a tenth of what they cost where the direction matters.
  func cost(flowing direction: FlowDirection?) -> Int {
    let bends = wires.reduce(0) { $0 + max($1.points.count - 2, 0) }
    let length = wires.reduce(0) { sum, wire in
      zip(wire.points, wire.points.dropFirst()).reduce(sum) {
        $0 + abs($1.0.x - $1.1.x) + abs($1.0.y - $1.1.y)
      }
    }
    let backward = wires.count { wire in
      guard let direction else { return false }
      let (source, target) = (frame(of: wire.source).center, frame(of: wire.target).center)
      return wire.source != wire.target && !direction.leads(from: source, to: target)
    }
    return 3000 * bends + 5 * length + area / 50 + 5000 * backward / max(wires.count, 1)
  }

  private func frame(of end: End) -> Rect {
    switch end {
    case .box(let box): solids[box].frame
    case .container(let container): containers[container].frame
    }
  }

  private var area: Int {
    let corners = wires.flatMap(\.points).map { Rect(origin: $0, size: .zero) }
    let frames = solids.map(\.frame) + containers.map(\.frame) + corners
    guard let first = frames.first else { return 0 }
    let bounds = frames.reduce(first) { $0.union($1) }
    return bounds.size.width * bounds.size.height
  }

  /// Whether a solid or container lies in a container, at any depth.
  func contains(_ container: Int, _ inner: Int) -> Bool {
    var inner = inner
    while inner >= 0 {
      if inner == container { return true }
      inner = containers[inner].parent
    }
    return false
  }
}

extension Point {
  fileprivate var transposed: Point { Point(x: y, y: x) }
}

extension Rect {
  fileprivate var transposed: Rect {
    Rect(x: minY, y: minX, width: size.height, height: size.width)
  }
}

extension Insets {
  fileprivate var transposed: Insets {
    Insets(top: left, left: top, bottom: right, right: bottom)
  }
}
