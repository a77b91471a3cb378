package import DiagramGraph
package import DiagramModel

/// A hint, or the least length of an edge, that cannot be kept together with hints before it.
package struct HintContradiction: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    case hint(Int)
    case edge(Int)
  }

  package let subject: Subject
  /// The hints that it contradicts, all of them together; never empty.
  package let hints: [Int]
}

/// The hints between the children of one node, as orders along both axes.
///
/// Boxes of one rank are the same place along the flow; so a circle of hints with one `before` in
/// it is a contradiction, and so is an edge of length inside a rank.
package struct HintSystem {
  private struct Step {
    let node: Int
    let hint: Int
    let isStrict: Bool
  }

  /// The flow of the ranks; nil where there are none.
  private let direction: Direction?
  private var steps: [Axis: [Int: [Step]]] = [:]
  package private(set) var contradictions: [HintContradiction] = []

  /// Takes hint after hint, apart from those that contradict earlier ones, then the edges that ask
  /// for a length of more than 1.
  ///
  /// - Parameters:
  ///   - graph: the graph of the hints.
  ///   - hints: the indices of hints between children of one node.
  ///   - edges: the indices of edges, and the children that each joins.
  ///   - direction: the flow of the ranks; nil where there are none.
  package init(
    _ graph: LayoutGraph, hints: [Int], edges: [(index: Int, source: Int, target: Int)],
    direction: Direction?
  ) {
    self.direction = direction
    for hint in hints { add(graph.hints[hint], hint) }
    for edge in edges where graph.edges[edge.index].minimumLength > 1 {
      guard let direction,
        let path = path(from: edge.source, to: edge.target, direction.axis, isStrict: false)
      else { continue }
      contradictions.append(HintContradiction(subject: .edge(edge.index), hints: path))
    }
  }

  private mutating func add(_ hint: LayoutHint, _ index: Int) {
    switch hint.kind {
    case .before(let axis):
      if let path = path(from: hint.second, to: hint.first, axis, isStrict: nil) {
        contradictions.append(HintContradiction(subject: .hint(index), hints: path))
        return
      }
      addStep(hint.first, hint.second, axis, index, isStrict: true)
    case .sameRank:
      guard let axis = direction?.axis else { return }
      let path =
        path(from: hint.first, to: hint.second, axis, isStrict: true)
        ?? path(from: hint.second, to: hint.first, axis, isStrict: true)
      if let path {
        contradictions.append(HintContradiction(subject: .hint(index), hints: path))
        return
      }
      addStep(hint.first, hint.second, axis, index, isStrict: false)
      addStep(hint.second, hint.first, axis, index, isStrict: false)
    }
  }

  private mutating func addStep(
    _ first: Int, _ second: Int, _ axis: Axis, _ hint: Int, isStrict: Bool
  ) {
    steps[axis, default: [:]][first, default: []].append(
      Step(node: second, hint: hint, isStrict: isStrict))
  }

  /// The hints along the shortest way from one node to another with, or without, a `before` on it;
  /// either if `isStrict` is nil.
  private func path(from start: Int, to end: Int, _ axis: Axis, isStrict: Bool?) -> [Int]? {
    if start == end, isStrict != true { return [] }
    var reached = [(node: start, isStrict: false, hints: [Int]())]
    var next = 0
    while next < reached.count {
      let (node, hasStrict, hints) = reached[next]
      next += 1
      for step in steps[axis]?[node] ?? [] {
        let strict = hasStrict || step.isStrict
        if reached.contains(where: { $0.node == step.node && $0.isStrict == strict }) { continue }
        if step.node == end, isStrict.map({ $0 == strict }) ?? true { return hints + [step.hint] }
        reached.append((step.node, strict, hints + [step.hint]))
      }
    }
    return nil
  }
}
