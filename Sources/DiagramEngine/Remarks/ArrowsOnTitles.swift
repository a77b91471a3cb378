import DiagramCheck
import DiagramDSL
import DiagramGraph
import DiagramModel

extension PlacedSeries {
  /// What whoever only draws is told of arrows over titles: one for each arrow and title, with the first picture
  /// that shows both.
  var arrowsOnTitles: [Diagnostic] {
    let graph = measured.graph
    guard graph.nodes.contains(where: { !$0.titles.isEmpty }) else { return [] }
    let (check, resolved) = (overlays.check, measured.resolved)
    return graph.edges.indices.flatMap { edge -> [Diagnostic] in
      var told: Set<Finding.Item> = []
      return check.writing(onWayOf: edge).compactMap { finding in
        guard finding.rule == .wayOnTitle, case .box(let node) = finding.other, node > 0,
          told.insert(finding.other).inserted
        else { return nil }
        let (arrow, box) = (resolved.arrows[edge], resolved.items[node - 1])
        let picture = resolved.pictures.indices.first {
          arrow.variants[$0] != nil && box.variants[$0] != nil
        }
        guard let picture else { return nil }
        return Diagnostic(
          .arrowOnTitle,
          "the arrow \(quoted(arrow.id)) runs over the title of \(quoted(box.id)) in picture "
            + quoted(resolved.pictures[picture].name),
          at: arrow.shown[0].attributes.origin, hints: [DrawingRemarks.hint(for: .arrowOnTitle)])
      }
    }
  }
}
