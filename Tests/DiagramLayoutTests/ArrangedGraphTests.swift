import DiagramGraph
import DiagramLayout
import DiagramModel
import Foundation
import TestSupport
import Testing

/// Graphs with everything that can be said of places and ways, through the one entrance.
///
/// More of them: `DIAGEN_ARRANGED_GRAPHS=20000 swift test --filter ArrangedGraphTests`.
@Suite struct ArrangedGraphTests {
  private static let seeds =
    UInt64(
      0)..<(ProcessInfo.processInfo.environment["DIAGEN_ARRANGED_GRAPHS"]
    .flatMap(UInt64.init) ?? 200)

  @Test(arguments: seeds)
  func everyGraphIsDrawnSoundly(seed: UInt64) {
    let graph = LayoutGraph.randomArranged(seed: seed)
    let request = LayoutRequest(
      algorithm: LayoutAlgorithm.allCases[Int(seed % 3)], direction: .right,
      alternatives: seed.isMultiple(of: 2) ? [.down] : [])
    let layout = graph.placed(by: request)
    #expect(layout.mistakes(of: graph) == [])
    #expect(layout == graph.placed(by: request))
    for (edge, route) in zip(graph.edges, layout.routes) {
      #expect((edge.labelSize == nil) == (route.label == nil))
      #expect(route.isCurved == (edge.routing == .curved) || route.isCurved)
    }
  }

  /// Boxes that somebody put at each other without a gap leave no room for a way or a text; all others do.
  @Test func hardlyAnyGraphHasWaysOrTextsOnAnything() {
    let touched = (UInt64(0)..<100).count { seed in
      let graph = LayoutGraph.randomArranged(seed: seed)
      return !graph.placed(by: .asOneReads).touches(of: graph).isEmpty
    }
    #expect(touched <= 6)
  }
}
