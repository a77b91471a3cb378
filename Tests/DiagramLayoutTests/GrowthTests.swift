import DiagramModel
import Foundation
import TestSupport
import Testing

@testable import DiagramLayout

/// Drawings that grow leaf by leaf, each from the last one.
///
/// A thousand graphs, up to 18 leaves each:
/// `DIAGEN_GROWN_GRAPHS=1000 swift test -c release -Xswiftc -enable-testing --filter GrowthTests`.
@Suite struct GrowthTests {
  private static let environment = ProcessInfo.processInfo.environment["DIAGEN_GROWN_GRAPHS"]
  private static let seeds = UInt64(0)..<(environment.flatMap(UInt64.init) ?? 40)
  /// Small ones unless there is time.
  private static let mostLeaves = environment == nil ? 8 : 18

  @Test(arguments: seeds, LayoutAlgorithm.allCases)
  func whateverGrowsStaysClean(seed: UInt64, algorithm: LayoutAlgorithm) {
    let growing = GrowingGraph(seed: seed, mostLeaves: Self.mostLeaves, hasTrunks: false)
    grow(growing, algorithm) { layout, graph, count in
      let mistakes = layout.mistakes(of: graph)
      #expect(mistakes == [], "\(count) leaves")
      let violations = DrawingFaults(layout, of: graph).violations
      #expect(violations == 0, "\(count) leaves")
      return mistakes.isEmpty && violations == 0
    }
  }

  /// Labels on trunks may still be crossed; boxes and ends are right.
  @Test(arguments: seeds, LayoutAlgorithm.allCases)
  func whateverGrowsWithTrunksIsDrawn(seed: UInt64, algorithm: LayoutAlgorithm) {
    let growing = GrowingGraph(seed: seed, mostLeaves: Self.mostLeaves, hasTrunks: true)
    grow(growing, algorithm) { layout, graph, count in
      let mistakes = layout.mistakes(of: graph)
      #expect(mistakes == [], "\(count) leaves")
      return mistakes.isEmpty
    }
  }

  /// Draws every step from the last one, as long as `isRight` says so.
  private func grow(
    _ growing: GrowingGraph, _ algorithm: LayoutAlgorithm,
    isRight: (Layout, LayoutGraph, Int) -> Bool
  ) {
    var last: (layout: Layout, step: GrowingGraph.Step)?
    for count in 1...growing.arrivals.count {
      let step = growing.step(count)
      let previous = last.map { step.previous($0.layout, of: $0.step) }
      let layout = step.graph.placed(
        by: LayoutRequest(
          algorithm: algorithm, direction: growing.direction, previous: previous))
      guard isRight(layout, step.graph, count) else { return }
      last = (layout, step)
    }
  }
}
