import DiagramAlgorithms
import DiagramGraph
import DiagramModel

extension ColumnAssignment {
  /// Leads edges that enter or leave a cluster past its titles, or where those are long, through the
  /// other half of its outline.
  mutating func addTitles(near columns: Columns) {
    for (index, segment) in graph.segments.enumerated() {
      for cluster in clusters(enteredTo: segment.lower, from: segment.upper) {
        addTitles(
          of: cluster, in: columns.clusterSpans[cluster], passedBy: lowerEnds[index],
          at: columns.lowerEnds[index], isAtBottom: false)
      }
      for cluster in clusters(enteredTo: segment.upper, from: segment.lower) {
        addTitles(
          of: cluster, in: columns.clusterSpans[cluster], passedBy: upperEnds[index],
          at: columns.upperEnds[index], isAtBottom: true)
      }
    }
  }

  /// The clusters whose outline a segment crosses on the way from one of its ends to the other.
  private func clusters(enteredTo inner: Int, from outer: Int) -> [Int] {
    let around = graph.vertices[outer].path
    let entered = graph.vertices[inner].path.filter { !around.contains($0) }
    // A port lies inside of the outline that it is on.
    guard case .port(let edge, let cluster) = graph.vertices[outer].kind,
      graph.graph.edges[edge].place != nil
    else { return entered }
    return [cluster] + entered
  }

  /// - Parameters:
  ///   - cluster: a cluster that an edge enters or leaves.
  ///   - span: where its outline is.
  ///   - end: the end of the edge.
  ///   - place: where the end is.
  ///   - isAtBottom: on which side of the cluster that is.
  private mutating func addTitles(
    of cluster: Int, in span: ClosedRange<Int>, passedBy end: (variable: Int, offset: Int),
    at place: Int, isAtBottom: Bool
  ) {
    for title in graph.graph.clusters[cluster].titles where title.isAtBottom == isAtBottom {
      let whole = title.inset.width + title.size.width + spacing.edgeToBorder / 2
      // What is further beyond the inset than the rest is wide lies in the other half.
      let half = title.inset.width + graph.graph.clusters[cluster].minimumSize.width / 2
      func extent(beside rest: Int) -> Int {
        min(whole, max(2 * title.inset.width + rest + 2, half))
      }
      switch title.alignment {
      case .left:
        system.prefer(
          leftOutline(cluster), before: end.variable,
          by: extent(beside: span.upperBound - place) - end.offset, weight: ColumnWeight.title)
      case .right:
        system.prefer(
          end.variable, before: rightOutline(cluster),
          by: extent(beside: place - span.lowerBound) + end.offset, weight: ColumnWeight.title)
      case .center: break
      }
    }
  }
}
