import DiagramAlgorithms
import DiagramCheck
import DiagramGraph
import DiagramModel
import Routing

/// A drawing in which missing ways and texts have been put.
struct Led {
  var sketch: Sketch
  /// The edges that found no clean way, or no place for their texts; what is missing of them still is.
  var failed: [Int] = []
  /// How bad the ways are, as a length.
  var cost = 0
}

extension Sketch {
  /// The edges between boxes that are there which have no way, or no place for their text.
  var open: [Int] {
    graph.edges.indices.filter { hasEnds(of: $0) && isOpen($0) }
  }

  private func isOpen(_ edge: Int) -> Bool {
    guard let route = routes[edge] else { return true }
    return route.label == nil && graph.edges[edge].labelSize != nil
  }

  func hasEnds(of edge: Int) -> Bool {
    frames[graph.edges[edge].source] != nil && frames[graph.edges[edge].target] != nil
  }

  /// The drawing with ways for edges, led around and across those that are there, and with places for
  /// their texts; where there is none, what is in the way is pushed away.
  ///
  /// First only what lies near the ends of the edges is looked at, then all.
  func led(_ open: [Int], _ spacing: Spacing) -> Led {
    guard !open.isEmpty else { return Led(sketch: self) }
    let near = led(open, through: DrawingPart(self, leading: open, within: nearness), spacing)
    guard !near.failed.isEmpty else { return near }
    let all = led(open, through: DrawingPart(self, leading: open, within: nil), spacing)
    return all.failed.count < near.failed.count ? all : near
  }

  private func led(
    _ open: [Int], through part: DrawingPart, _ spacing: Spacing
  ) -> Led {
    var led = Led(sketch: self)
    let layout = part.led()
    let check = Check(layout, of: part.graph)
    let pieces = SegmentIndex(layout.routes)
    var crowded: [Int] = []
    for (place, edge) in part.edges.enumerated().suffix(open.count) {
      if routes[edge] == nil {
        guard part.covers(layout.routes[place]), check.boxes(onWayOf: place).isEmpty,
          check.ways(along: place).isEmpty
        else {
          led.failed.append(edge)
          continue
        }
        led.cost += layout.routes[place].cost(among: pieces, of: place)
      }
      led.sketch.routes[edge] = layout.routes[place]
      // On the way of its own edge a text is as good as beside it, where there is no other place.
      if check.touched(byTextOf: place).contains(where: { $0.other != $0.item }) {
        led.sketch.routes[edge]?.label = nil
        crowded.append(edge)
      }
    }
    for edge in crowded {
      guard let pushed = led.sketch.pushed(forTextOf: edge, spacing) else {
        led.failed.append(edge)
        continue
      }
      led.cost += 10_000 * zip(led.sketch.frames, pushed.frames).count { $0 != $1 }
      led.sketch = pushed
    }
    led.cost += noRoom * led.failed.count
    return led
  }
}

/// How far from the ends of an edge its way is looked for first.
private let nearness = 400

/// What it costs that there is no room for a way or a label.
private let noRoom = 20_000

extension Route {
  /// Its length, its bends, and what it crosses, as a length.
  fileprivate func cost(among pieces: SegmentIndex, of edge: Int) -> Int {
    let costs = spacing.costs
    return segments(of: edge).reduce(costs.bend * max(0, points.count - 2)) { cost, segment in
      cost + segment.length + costs.crossing * pieces.crossings(of: segment)
    }
  }
}

/// What of a drawing has to do with the ways of some edges, as a graph of its own.
///
/// The texts of the ways that stay are boxes of it: they stay, too, and nothing may run through them.
private struct DrawingPart {
  private(set) var graph: LayoutGraph
  /// The edges of the whole that the part has, those to be led last.
  let edges: [Int]
  private var frames: [Rect]
  private var routes: [Route?]
  /// Where all that is there belongs to the part; nil for everywhere.
  private let window: Rect?

  /// - Parameters:
  ///   - sketch: the drawing.
  ///   - open: the edges to be led; their ends are there.
  ///   - margin: how far from their ends boxes and ways count; nil for everywhere.
  init(_ sketch: Sketch, leading open: [Int], within margin: Int?) {
    let (graph, frames) = (sketch.graph, sketch.frames)
    let ends = open.flatMap { [graph.edges[$0].source, graph.edges[$0].target] }
    let window = margin.map { margin in
      let places = ends.compactMap { frames[$0] }
      return (places.bounds ?? .zero).insetBy(-margin)
    }
    let others = Set(graph.edges.indices).subtracting(open)
    edges =
      others.sorted().filter { edge in
        sketch.routes[edge].map { route in
          window.map { window in route.pieces.contains { $0.touches(window) } } ?? true
        } ?? false
      } + open
    var isIn = frames.map { frame in
      frame.map { frame in window?.touches(frame) ?? true } ?? false
    }
    for end in edges.flatMap({ [graph.edges[$0].source, graph.edges[$0].target] }) {
      isIn[end] = true
    }
    for node in graph.nodes.indices.reversed() where isIn[node] {
      if let parent = graph.nodes[node].parent { isIn[parent] = true }
    }
    let nodes = graph.nodes.indices.filter { isIn[$0] }
    self.graph = graph.part(nodes, edges)
    self.frames = nodes.compactMap { frames[$0] }
    routes = edges.map { sketch.routes[$0] }
    self.window = window
    for (place, route) in routes.enumerated().prefix(edges.count - open.count) {
      guard let text = route?.label else { continue }
      self.graph.nodes.append(LayoutNode(parent: nil, minimumSize: text.size))
      self.frames.append(text)
      self.graph.edges[place].labelSize = nil
      routes[place]?.label = nil
    }
  }

  /// Whether a way meets nothing outside of the part.
  func covers(_ route: Route) -> Bool {
    window.map { route.points.allSatisfy($0.contains) } ?? true
  }

  /// The part with all ways and texts.
  func led() -> Layout {
    Layout(frames: frames, routes: graph.routed(over: frames, fixed: routes, spacing: spacing))
  }
}

/// Edits cross what is there less readily than new drawings do.
private let spacing = RoutingSpacing(costs: RoutingCosts(crossing: 2000))

extension LayoutGraph {
  /// Some nodes, with all that are around them, and some edges between them, in the order given.
  func part(_ nodes: [Int], _ edges: [Int]) -> LayoutGraph {
    let places = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
    return LayoutGraph(
      nodes: nodes.map { index in
        var node = self.nodes[index]
        node.parent = node.parent.flatMap { places[$0] }
        return node
      },
      edges: edges.map { index in
        var edge = self.edges[index]
        guard let source = places[edge.source], let target = places[edge.target] else {
          preconditionFailure("the ends of an edge belong to its part")
        }
        (edge.source, edge.target) = (source, target)
        return edge
      })
  }
}
