package import DiagramGraph

extension Layout {
  /// Whether no way runs through a box or along another way, and every label lies on nothing.
  ///
  /// - Complexity: O(*pieces of ways* × (*pieces of ways* + *nodes*)).
  package func isClean(_ graph: LayoutGraph) -> Bool {
    let check = Check(self, of: graph)
    let edges = graph.edges.indices
    return edges.allSatisfy { check.boxes(onWayOf: $0).isEmpty }
      && edges.allSatisfy { check.ways(along: $0).isEmpty }
      && edges.allSatisfy(check.isTextClear)
  }
}

extension Check {
  /// Whether a text that there is has a place, and touches no box, no other text and no other way.
  /// What only reaches the edge of a text does not count.
  fileprivate func isTextClear(of edge: Int) -> Bool {
    touched(byTextOf: edge).allSatisfy { finding in
      switch finding.rule {
      case .textMissing: false
      case .textOnBox, .textOnText: finding.excess <= 1
      case .textOnWay: finding.other == finding.item
      case .textOnOutline, .textOnTitle, .wayThroughBox, .wayAlongWay, .boxOnBox, .wayOnLine,
        .wayOnTitle, .overlayOnBox, .overlayOnText, .overlayOnOverlay, .overlayOnWay:
        true
      }
    }
  }
}
