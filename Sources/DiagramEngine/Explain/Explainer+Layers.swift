import DiagramDSL
import DiagramGraph
import DiagramModel

/// What an engine that works in layers decided about a box.
extension Explainer {
  /// Its layer, its place in it, and with what it is in line; then what it cannot come nearer to.
  func layerFacts(of node: Int) -> [Explanation.Fact] {
    guard let layer = notes.layers[node] else { return [] }
    var words = "layer \(layer.layer) of \(layer.layers), \(reason(layer, of: node))"
    if layer.places > 1 {
      words += "; \(layer.place) of \(layer.places) in it, where the arrows cross least"
    }
    if !layer.straight.isEmpty {
      words +=
        "; in line with \(list(layer.straight.map(name), "and")), so that arrows are straight"
    }
    let evidence = [Remark.Evidence("layer", layer.layer), .init("place in layer", layer.place)]
    return [.init(.layer, words, evidence)] + (clearances(layer).map { [$0] } ?? [])
  }

  private func reason(_ layer: LayoutNotes.LayerPlace, of node: Int) -> String {
    if let other = layer.after {
      return "as near behind \(name(other)) as \(arrows(between: other, and: node)) allows"
    }
    if let other = layer.before {
      return "as near before \(name(other)) as \(arrows(between: node, and: other)) allows"
    }
    return "as no arrow draws it nearer to another"
  }

  /// The first arrow between two boxes, or what lies in them.
  private func arrows(between one: Int, and other: Int) -> String {
    let ends = Set([one, other])
    let joining = graph.edges.indices.filter { index in
      let edge = graph.edges[index]
      let outer = [edge.source, edge.target].map { end in
        ([end] + graph.ancestors(of: end)).first(where: ends.contains)
      }
      return Set(outer.compactMap(\.self)) == ends
    }
    guard let first = joining.first else { return "an arrow" }
    return graph.edges[first].labelSize == nil
      ? arrow(first) : "\(arrow(first)) with its text"
  }

  private func clearances(_ layer: LayoutNotes.LayerPlace) -> Explanation.Fact? {
    let words = layer.holds.map { hold in
      let from =
        switch hold.neighbor {
        case .box(let other): name(other)
        case .outline(let other): "the outline of \(name(other))"
        case .edge(let source, let target): arrows(between: source, and: target)
        }
      return "\(hold.distance) from \(from) \(hold.isAlongFlow ? "along" : "across") the layers"
    }
    guard !words.isEmpty else { return nil }
    return .init(
      .gaps, "as near as may be: \(list(words, "and"))",
      layer.holds.map {
        .init($0.isAlongFlow ? "distance along" : "distance across", $0.distance)
      })
  }

  /// What the ends of arrows made of a box, along the axis across the layers: why, from what and to what.
  func widening(of node: Int, along axis: Axis) -> (String, Int, Int)? {
    guard let widening = notes.layers[node]?.widened, axis == layerAxis(around: node)?.cross else {
      return nil
    }
    let words = "so that the \(widening.ends) arrows on one of its sides stand apart"
    return (words, widening.from, widening.to)
  }

  /// The axis along which the layers follow each other in which a node stands.
  private func layerAxis(around node: Int) -> Axis? {
    sequence(first: node) { graph.nodes[$0].parent }.dropFirst().lazy.compactMap { holder in
      switch notes.choices[holder]?.arrangement ?? graph.nodes[holder].arrangement {
      case .layered(let direction, _), .nested(let direction?): direction.axis
      case .automatic, .row, .column, .grid, .ring, .tree, .packed, .force, .orthogonal,
        .nested(nil), .lanes, .shared:
        nil
      }
    }.first
  }
}
