package import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// What a unit of something costs along an axis.
package struct AxisPrices: Sendable {
  /// The length of the whole drawing.
  package var extent: Int
  /// The length of a container.
  package var container: Int
  /// The length of a line.
  package var length: Int
  /// The length of a piece of a line whose end would take two bends away.
  package var jog: Int
  /// The way from the middle of a side to where a line leaves it; 0 where ends stay as they are.
  package var port: Int
  /// The way from where something stood: of drawings of one price, the nearest is taken.
  package var staying = 1

  package init(extent: Int, container: Int, length: Int, jog: Int, port: Int) {
    self.extent = extent
    self.container = container
    self.length = length
    self.jog = jog
    self.port = port
  }
}

extension AxisBodies {
  /// Two places that like to be one.
  package typealias Attraction = (first: Anchor, second: Anchor, weight: Int)

  /// Moves everything along the axis to where it costs least.
  ///
  /// - Parameters:
  ///   - arcs: what must be kept.
  ///   - prices: what the drawing costs.
  ///   - attractions: what it costs besides.
  /// - Returns: the values of all variables.
  package func solved(
    _ arcs: [DifferenceRelaxation.Arc], prices: AxisPrices, attractions: [Attraction] = []
  ) -> [Int] {
    var program = AxisProgram(bodies: self, prices: prices)
    for arc in arcs { program.system.require(arc.tail, before: arc.head, by: arc.minimum) }
    program.addExtents()
    for edge in graph.edges.indices {
      program.addLengths(of: edge)
      if prices.port > 0 { program.addPorts(of: edge) } else { program.hold(edge: edge) }
    }
    for node in graph.nodes.indices { program.hold(node: node) }
    for (first, second, weight) in attractions { program.attract(first, second, weight: weight) }
    return program.system.solved()
  }
}

/// The places along an axis as a linear programme.
private struct AxisProgram {
  typealias Anchor = AxisBodies.Anchor

  let bodies: AxisBodies
  let prices: AxisPrices
  var system: DifferenceSystem

  init(bodies: AxisBodies, prices: AxisPrices) {
    self.bodies = bodies
    self.prices = prices
    system = DifferenceSystem(variableCount: bodies.values.count)
  }

  mutating func addExtents() {
    system.require(bodies.start, before: bodies.end, by: 0, weight: prices.extent)
    for node in bodies.graph.nodes.indices where !bodies.nesting.isLeaf(node) {
      charge(bodies.lows[node], before: bodies.highs[node], weight: prices.container)
    }
  }

  mutating func addLengths(of edge: Int) {
    let wires = bodies.wires[edge]
    for piece in wires.indices where wires[piece] == nil {
      let ends = bodies.ends(ofPiece: piece, of: edge)
      let isInner = piece > 0 && piece + 1 < wires.count
      charge(ends.low, before: ends.high, weight: isInner ? prices.jog : prices.length)
    }
  }

  mutating func addPorts(of edge: Int) {
    for (wire, node) in bodies.endPieces(of: edge) where bodies.nesting.isLeaf(node) {
      let half = bodies.layout.frames[node].size[bodies.axis] / 2
      attract(bodies.lows[node].after(half), wire, weight: prices.port)
    }
  }

  /// Keeps an edge, and its ends and its text to each other, near to where they were.
  mutating func hold(edge: Int) {
    let ends = bodies.graph.edges[edge]
    let (source, target) = (bodies.lows[ends.source], bodies.lows[ends.target])
    let last = bodies.layout.routes[edge].points.count - 1
    if last > 0 {
      hold(source, bodies.anchor(ofPoint: 0, of: edge))
      hold(target, bodies.anchor(ofPoint: last, of: edge))
    }
    hold(source, target)
    if let label = bodies.labels[edge] { hold(source, label) }
  }

  /// Keeps a node near to where it was in its parent.
  mutating func hold(node: Int) {
    let parent = bodies.graph.nodes[node].parent
    hold(parent.map { bodies.lows[$0] } ?? Anchor(variable: bodies.start), bodies.lows[node])
  }

  private mutating func hold(_ first: Anchor, _ second: Anchor) {
    attract(
      first.after(bodies.place(second) - bodies.place(first)), second, weight: prices.staying)
  }

  /// Charges for each unit between two places that keep their order.
  private mutating func charge(_ first: Anchor, before second: Anchor, weight: Int) {
    guard first.variable != second.variable else { return }
    system.require(
      first.variable, before: second.variable, by: first.offset - second.offset, weight: weight)
  }

  /// Draws two places together.
  mutating func attract(_ first: Anchor, _ second: Anchor, weight: Int) {
    guard first.variable != second.variable else { return }
    system.attract(
      first.variable, second.variable, offset: first.offset - second.offset, weight: weight)
  }
}
