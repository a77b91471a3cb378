import DiagramAlgorithms
import DiagramCheck
import DiagramGraph
import DiagramModel
import Incremental

/// What stays of the last drawing where somebody arranged some boxes and left others free.
///
/// What somebody arranged lies as it is written. In containers that nobody arranged the boxes of the last
/// drawing are pinned where they lay, so that only new ones look for a place; ways whose ends did not move
/// stay as they were.
extension LayoutGraph {
  /// How often boxes that grew into others are set free before all are.
  private static let mostTrials = 4

  /// The drawing of a graph with a canvas, in which as much as possible is as it was.
  ///
  /// - Complexity: that of `mostTrials` + 1 drawings at most.
  func arranged(keeping previous: PreviousDrawing, by request: LayoutRequest) -> Layout {
    let nesting = Nesting(self)
    var pins = keptPins(previous, nesting)
    for _ in 0..<Self.mostTrials where pins.contains(where: { $0 != nil }) {
      let layout = pinned(pins).arranged(by: request)
      let touching = Check(layout, of: self).boxesOnBoxes
      if touching.isEmpty { return layout }
      // What has grown into others looks for another place.
      for case .box(let box) in touching.map(\.item) {
        for node in [box] + ancestors(of: box) { pins[node] = nil }
      }
    }
    return arranged(by: request)
  }

  private func pinned(_ pins: [Point?]) -> LayoutGraph {
    var graph = self
    for (node, pin) in pins.enumerated() {
      if let pin { graph.nodes[node].pin = pin }
    }
    return graph
  }

  /// For each node, where its corner lay from that of the room for the children of its container, if nobody
  /// arranged these and it was there.
  private func keptPins(_ previous: PreviousDrawing, _ nesting: Nesting) -> [Point?] {
    var pins = [Point?](repeating: nil, count: nodes.count)
    for (parent, value) in nodes.enumerated() {
      let children = nesting.children(of: parent)
      guard case .automatic = value.arrangement, mayKeep(children),
        let corner = corner(of: parent, around: children, in: previous)
      else { continue }
      var kept: [Rect] = []
      for child in children {
        guard let frame = previous.frames[child], frame.origin.isWithinReach,
          frame.minX >= corner.x, frame.minY >= corner.y
        else { continue }
        // As large as it is now, or at least was.
        let size = nesting.isLeaf(child) ? nodes[child].minimumSize : frame.size
        let grown = Rect(origin: frame.origin, size: size)
        guard !kept.contains(where: grown.intersects) else { continue }
        kept.append(grown)
        pins[child] = frame.origin.offset(x: -corner.x, y: -corner.y)
      }
    }
    return pins
  }

  /// Whether nobody says anything of how some children of one node lie.
  private func mayKeep(_ children: [Int]) -> Bool {
    children.allSatisfy { nodes[$0].pin == nil }
      && !hints.contains { children.contains($0.first) || children.contains($0.second) }
  }

  /// Where the room for the children of a node began; that of the canvas begins at the origin, or further
  /// left or above if something lay there.
  private func corner(
    of parent: Int, around children: [Int], in previous: PreviousDrawing
  ) -> Point? {
    let padding = nodes[parent].padding
    guard nodes[parent].parent == nil else {
      return previous.frames[parent].flatMap { frame in
        frame.origin.isWithinReach ? frame.origin.offset(x: padding.left, y: padding.top) : nil
      }
    }
    let bounds = children.compactMap { previous.frames[$0] }.bounds ?? .zero
    guard bounds.origin.isWithinReach else { return nil }
    return Point(x: min(bounds.minX, padding.left), y: min(bounds.minY, padding.top))
  }

  /// The ways of the last drawing, one an edge, that still run from box to box and through none; nil for
  /// the others, and for those that share a line or may not end there.
  func keptWays(over frames: [Rect], _ request: LayoutRequest) -> [Route?] {
    guard let previous = request.previous else { return edges.map { _ in nil } }
    let drawing = PreviousDrawing(frames: frames, routes: previous.routes)
    return zip(edges, Sketch(self, keeping: drawing).keptRoutes).map { edge, route in
      edge.trunk == nil && edge.routing == .orthogonal && edge.sourceSide == nil
        && edge.targetSide == nil ? route : nil
    }
  }
}

extension Point {
  /// Whether it is no further from the origin than drawings reach that are taken up again.
  fileprivate var isWithinReach: Bool { Rect(origin: self, size: .zero).isWithinReach }
}
