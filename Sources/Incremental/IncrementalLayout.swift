import DiagramCheck
package import DiagramGraph
import DiagramModel
import Routing

/// Draws an edited graph so that it looks like its last drawing.
///
///     last drawing ──kept──▶ Sketch ──grown──▶ ──inserted──▶ ──led──▶ ──labelled──▶ Layout
///
/// - *kept*: what still fits stays exactly where it was, with its ways; see ``Sketch``.
/// - *grown*: boxes that became larger grow into free room at their own place (``Push``).
/// - *inserted*: new boxes are put where they fit best (``SpotFinder``); new containers are drawn by
///   an engine (``drawnAnew``) and then put like boxes.
/// - *led*, *labelled*: missing ways and texts are put among those that are there (``Led``).
///
/// Where room must be made, only what is in the way moves.
///
/// > Source: on what a reader remembers of a drawing, Misue, Eades, Lai, Sugiyama, *Layout adjustment
/// > and the mental map*, 1995.
package struct IncrementalLayout {
  let graph: LayoutGraph
  let request: LayoutRequest
  let previous: PreviousDrawing
  /// Draws what has no last drawing: a new box with all that is in it.
  let drawnAnew: (LayoutGraph) -> Layout
  let spacing = Spacing()

  package init(
    graph: LayoutGraph, request: LayoutRequest, previous: PreviousDrawing,
    drawnAnew: @escaping (LayoutGraph) -> Layout
  ) {
    self.graph = graph
    self.request = request
    self.previous = previous
    self.drawnAnew = drawnAnew
  }

  /// The drawing.
  ///
  /// - Parameter leadsAll: whether all ways may be led anew where one cannot be found among the others;
  ///   that is as much work as a drawing anew.
  /// - Returns: nil if it would not be clean, or too little is known for it to look like the last one:
  ///   fewer than half of the leaves have kept their places, or the last drawing reaches too far.
  package func layout(leadsAll: Bool = true) -> Layout? {
    guard !graph.nodes.isEmpty, isWithinReach else { return nil }
    let kept = Sketch(graph, keeping: previous)
    let leaves = graph.nodes.indices.filter { kept.nesting.isLeaf($0) }
    guard leaves.count(where: { kept.frames[$0] != nil }) * 2 >= leaves.count else { return nil }
    guard let inserted = inserted(grown(kept.containing(spacing))), inserted.isLargeEnough else {
      return nil
    }
    if let finished = led(inserted) { return finished.layout }
    guard leadsAll, graph.edges.count <= mostEdgesLedTogether else { return nil }
    // One way cannot be found while the others stay where they are: lead all of them anew.
    let frames = inserted.frames.compactMap(\.self)
    let layout = Layout(frames: frames, routes: graph.routed(over: frames))
    return layout.isClean(graph) ? layout : nil
  }

  private var isWithinReach: Bool {
    previous.frames.allSatisfy { $0?.isWithinReach ?? true }
  }

  private func grown(_ sketch: Sketch) -> Sketch {
    graph.nodes.indices.reduce(sketch) { sketch, node in
      guard let frame = sketch.frames[node] else { return sketch }
      let size = frame.size.union(graph.nodes[node].minimumSize)
      return size == frame.size ? sketch : sketch.growing(node, to: size, spacing)
    }
  }

  // MARK: New boxes

  /// The drawing with all boxes; nil if there is one for which no room can be made.
  ///
  /// If that is in a container, the container is drawn anew, with all that is in it, and put like a
  /// new one: what cannot be kept is as little as possible.
  private func inserted(_ sketch: Sketch) -> Sketch? {
    var sketch = sketch
    while let node = next(in: sketch) {
      if let larger = inserted(node, into: sketch) {
        sketch = larger
      } else if let container = graph.nodes[node].parent {
        sketch = sketch.without(container)
      } else {
        return nil
      }
    }
    return sketch
  }

  /// Of the boxes that can be placed, the first that has an edge to something placed; else the first.
  private func next(in sketch: Sketch) -> Int? {
    let ready = graph.nodes.indices.filter { node in
      sketch.frames[node] == nil
        && (graph.nodes[node].parent.map { sketch.frames[$0] != nil } ?? true)
    }
    guard ready.count > 1 else { return ready.first }
    return ready.first { node in
      let members = Set(sketch.nesting.subtree(of: node))
      return graph.edges.contains { edge in
        members.contains(edge.source) != members.contains(edge.target)
          && sketch.frames[members.contains(edge.source) ? edge.target : edge.source] != nil
      }
    } ?? ready.first
  }

  /// The drawing with a box and all that is in it; nil if no room can be made for it.
  private func inserted(_ node: Int, into sketch: Sketch) -> Sketch? {
    let members = sketch.nesting.subtree(of: node)
    let block = block(members)
    let size = block.frames[0].size
    let roomy = sketch.growing(toHold: size, in: graph.nodes[node].parent, spacing)
    let spots = SpotFinder(
      roomy, node: node, size: size, members: members, flow: flow(of: sketch),
      wish: previous.frames[node]?.center, spacing: spacing
    ).spots()
    var best: (sketch: Sketch, cost: Int)?
    for spot in spots {
      var (candidate, cost) = (spot.sketch, spot.cost)
      let shift = spot.rect.origin
      for (member, frame) in zip(members, block.frames) {
        candidate.frames[member] = frame.moved(x: shift.x, y: shift.y)
      }
      // What sticks out, such as a loop, finds its way among the others.
      for (edge, route) in block.routes where route.lies(in: block.frames[0]) {
        candidate.routes[edge] = route.moved(x: shift.x, y: shift.y)
      }
      let touched = graph.edges.indices.filter { index in
        candidate.routes[index] == nil && candidate.hasEnds(of: index)
          && members.contains { graph.edges[index].touches($0) }
      }
      if spots.count > 1 {
        let led = candidate.led(touched, spacing)
        candidate = led.sketch
        cost += led.cost
      }
      if cost < best?.cost ?? Int.max { best = (candidate, cost) }
    }
    return best?.sketch
  }

  /// A new box with all that is in it, drawn by itself; its corner is the origin.
  private func block(_ members: [Int]) -> (frames: [Rect], routes: [(edge: Int, route: Route)]) {
    let inside = Set(members)
    let edges = graph.edges.indices.filter {
      inside.contains(graph.edges[$0].source) && inside.contains(graph.edges[$0].target)
    }
    let layout = drawnAnew(graph.part(members, edges))
    let corner = layout.frames[0].origin
    let moved = layout.moved(x: -corner.x, y: -corner.y)
    return (moved.frames, Array(zip(edges, moved.routes)).map { ($0, $1) })
  }

  /// Where the arrows should point, if that matters.
  private func flow(of sketch: Sketch) -> Direction? {
    guard request.isDirected else { return nil }
    let known = graph.edges.filter { edge in
      edge.source != edge.target && sketch.frames[edge.source] != nil
        && sketch.frames[edge.target] != nil
    }
    let forward = known.count { edge in
      guard let source = sketch.frames[edge.source], let target = sketch.frames[edge.target] else {
        return false
      }
      return request.direction.leads(from: source.center, to: target.center)
    }
    return request.algorithm == .layered || forward * 5 >= known.count * 4
      ? request.direction : nil
  }

  // MARK: Ways

  /// The drawing with all ways and labels; nil if one finds no way or place.
  ///
  /// Where one finds none, the ways that end at the same boxes are led anew together with it.
  private func led(_ sketch: Sketch) -> Sketch? {
    var sketch = sketch
    var stuck: Set<Int> = []
    while true {
      let led = sketch.led(sketch.open, spacing)
      guard !led.failed.isEmpty else { return led.sketch }
      guard stuck.count < mostStuckEdges,
        let failed = led.failed.first(where: { !stuck.contains($0) })
      else { return nil }
      stuck.insert(failed)
      let ends = graph.edges[failed]
      for (index, edge) in graph.edges.enumerated()
      where edge.touches(ends.source) || edge.touches(ends.target) {
        sketch.routes[index] = nil
      }
    }
  }
}

extension IncrementalLayout {
  /// The drawing with ways and labels for the edges that a sketch, whose boxes are all there, has
  /// none for; where there is no room, they remain as in another drawing.
  package func led(_ sketch: Sketch, orAs other: Layout) -> Layout {
    var (sketch, open) = (sketch, sketch.open)
    while true {
      let led = sketch.led(open, spacing)
      guard !led.failed.isEmpty else { return led.sketch.layout ?? other }
      for edge in led.failed { sketch.routes[edge] = other.routes[edge] }
      open.removeAll(where: led.failed.contains)
    }
  }
}

/// For how many edges others are led anew at most.
private let mostStuckEdges = 6

/// In larger graphs not all ways are led anew because one cannot be found; a drawing anew is faster.
package let mostEdgesLedTogether = 400

extension Route {
  /// Whether it lies in a rectangle, with its label.
  fileprivate func lies(in rect: Rect) -> Bool {
    points.allSatisfy(rect.contains) && label.map(rect.contains) ?? true
  }
}

extension LayoutEdge {
  fileprivate func touches(_ node: Int) -> Bool { source == node || target == node }
}

extension Sketch {
  /// Whether every box has got the size that it needs.
  fileprivate var isLargeEnough: Bool {
    zip(graph.nodes, frames).allSatisfy { node, frame in
      frame.map { $0.size.union(node.minimumSize) == $0.size } ?? true
    }
  }

  /// The drawing without a box, what is in it, and their ways.
  fileprivate func without(_ node: Int) -> Sketch {
    var sketch = self
    let members = Set(nesting.subtree(of: node))
    for member in members { sketch.frames[member] = nil }
    for (index, edge) in graph.edges.enumerated()
    where members.contains(edge.source) || members.contains(edge.target) {
      sketch.routes[index] = nil
    }
    return sketch
  }

  /// The drawing in which a container has room across one axis at least for something of a size.
  fileprivate func growing(
    toHold size: Size, in parent: Int?, _ spacing: Spacing
  ) -> Sketch {
    guard let parent, let interior = interior(of: parent), let frame = frames[parent],
      interior.size.width < size.width, interior.size.height < size.height
    else { return self }
    let wider = size.width - interior.size.width
    return growing(
      parent, to: Size(width: frame.size.width + wider, height: frame.size.height), spacing)
  }
}
