import DiagramGraph
import DiagramLayout
import Foundation
import TestSupport
import Testing

@testable import DiagramCheck

/// Drawings that grow leaf by leaf, each from the last one.
///
/// A thousand graphs of up to 18 leaves, under every algorithm:
/// `DIAGEN_GROWN_GRAPHS=1000 swift test -c release -Xswiftc -enable-testing --filter GrowthTests`.
@Suite struct GrowthTests {
  /// Some small ones, each under one of the algorithms, unless there is time.
  private static let count = ProcessInfo.processInfo.environment["DIAGEN_GROWN_GRAPHS"]
    .flatMap(UInt64.init)
  private static let mostLeaves = count == nil ? 6 : 18
  private static let cases = (0..<(count ?? 60)).flatMap { seed in
    let all = LayoutAlgorithm.allCases
    return (count == nil ? [all[Int(seed) % all.count]] : all).map {
      Case(seed: seed, algorithm: $0)
    }
  }

  struct Case: CustomTestStringConvertible {
    let seed: UInt64
    let algorithm: LayoutAlgorithm
    var testDescription: String { "seed \(seed), \(algorithm.rawValue)" }
  }

  @Test(arguments: cases)
  func whateverGrowsStaysClean(_ test: Case) {
    grow(test, hasTrunks: false) { layout, graph in
      layout.mistakes(of: graph)
        + (DrawingFaults(layout, of: graph).violations > 0 ? ["violations"] : [])
    }
  }

  /// Labels on trunks may still be crossed; boxes and ends are right.
  @Test(arguments: cases)
  func whateverGrowsWithTrunksIsDrawn(_ test: Case) {
    grow(test, hasTrunks: true) { $0.mistakes(of: $1) }
  }

  /// Draws every step from the last one, up to the first with mistakes.
  private func grow(
    _ test: Case, hasTrunks: Bool, mistakes: (Layout, LayoutGraph) -> [String]
  ) {
    let growing = GrowingGraph(
      seed: test.seed, mostLeaves: Self.mostLeaves, hasTrunks: hasTrunks)
    var last: (layout: Layout, step: GrowingGraph.Step)?
    for count in 1...growing.arrivals.count {
      let step = growing.step(count)
      let previous = last.map { step.previous($0.layout, of: $0.step) }
      let layout = step.graph.placed(
        by: LayoutRequest(
          algorithm: test.algorithm, direction: growing.direction, previous: previous))
      let mistakes = mistakes(layout, step.graph)
      #expect(mistakes == [], "\(count) leaves")
      guard mistakes.isEmpty else { return }
      last = (layout, step)
    }
  }
}
