import DiagramAlgorithms
import DiagramGraph
import DiagramModel

extension Walls {
  /// The room that the second of two walls keeps from the first, if it is further ahead; nil if
  /// they need not mind each other.
  func gap(from first: Wall, to second: Wall, _ spacing: Spacing) -> Int? {
    guard first.across.widened(by: margin(first.kind, second.kind, spacing)).touches(second.across)
    else { return nil }
    switch (first.kind, second.kind) {
    case (.exit, .entry): return spacing.nodes
    case (.entry(let outer), .entry(let inner)):
      return parent(of: inner) == outer ? padding(of: outer, isEntry: true) : nil
    case (.exit(let inner), .exit(let outer)):
      return parent(of: inner) == outer ? padding(of: outer, isEntry: false) : nil
    case (.exit, .line): return spacing.edgeToNode
    case (.line, .entry): return spacing.edgeToNode
    case (.entry(let node), .line):
      return isInside(second.place, node) ? insideGap(node, spacing) : nil
    case (.line, .exit(let node)):
      return isInside(first.place, node) ? insideGap(node, spacing) : nil
    case (.line, .line): return spacing.edges
    case (.exit, .labelEntry), (.labelExit, .entry), (.line, .labelEntry), (.labelExit, .line),
      (.labelExit, .labelEntry):
      return spacing.textToOthers
    case (.entry(let node), .labelEntry): return isInside(second.place, node) ? spacing.edges : nil
    case (.labelExit(let edge), .exit(let node)):
      return isInside(first.place, node) || isAround(node, edge) ? spacing.edges : nil
    default: return nil
    }
  }

  /// How far apart across the axis two things may pass each other.
  private func margin(_ first: Kind, _ second: Kind, _ spacing: Spacing) -> Int {
    switch (first, second) {
    case (.entry, .entry), (.entry, .exit), (.exit, .entry), (.exit, .exit):
      spacing.leastNodes - 1
    case (.labelEntry, _), (.labelExit, _), (_, .labelEntry), (_, .labelExit): spacing.text - 1
    default: spacing.edges - 1
    }
  }

  /// Whether a wall is the exit of the container that a box lies in.
  func isAround(_ wall: Kind, _ box: Kind) -> Bool {
    guard case .exit(let outer) = wall, case .exit(let inner) = box else { return false }
    return parent(of: inner) == outer
  }

  private func parent(of node: Int) -> Int? { sketch.graph.nodes[node].parent }

  private func isInside(_ place: Int, _ node: Int) -> Bool {
    guard let frame = sketch.frames[node] else { return false }
    return along(frame).contains(place)
  }

  /// Whether an edge ends inside a container.
  private func isAround(_ node: Int, _ edge: Int) -> Bool {
    let ends = sketch.graph.edges[edge]
    return sketch.nesting.isAncestor(node, of: ends.source)
      || sketch.nesting.isAncestor(node, of: ends.target)
  }

  private func insideGap(_ node: Int, _ spacing: Spacing) -> Int {
    sketch.nesting.isLeaf(node) ? spacing.corner : spacing.edges
  }

  /// The padding of a container at the side that its content meets first or last.
  func padding(of node: Int, isEntry: Bool) -> Int {
    let padding = sketch.graph.nodes[node].padding
    let isLow = isEntry == side.isForward
    switch side.axis {
    case .horizontal: return isLow ? padding.left : padding.right
    case .vertical: return isLow ? padding.top : padding.bottom
    }
  }
}
