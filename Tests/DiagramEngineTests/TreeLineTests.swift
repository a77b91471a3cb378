import DiagramDSL
import DiagramGraph
import DiagramModel
import DiagramText
import TestSupport
import Testing

@testable import DiagramEngine

/// A tree shows who belongs to whom: one line out of the middle of each box, which forks in front of
/// what hangs on it, however many families there are and however close they stand.
@Suite struct TreeLineTests {
  /// A tree of families of these sizes, and where all lies; boxes first, then their families.
  private func tree(
    _ sizes: [Int], spacing: Int? = nil, _ direction: Direction = .down
  ) throws -> PlacedSeries {
    try Series("s") {
      Picture("p") {
        let root = Component("Root")
        let heads = sizes.indices.map { Component("Head \($0)") }
        let kids = sizes.indices.map { head in
          (0..<sizes[head]).map { Component("Kid \(head) \($0)") }
        }
        Tree(direction, spacing: spacing) {
          root
          heads
          kids.flatMap { $0 }
        }
        root --- heads
        zip(heads, kids).map { $0 --- $1 }
      }
    }.resolved().measured(by: FontMetrics()).placed()
  }

  private func frame(_ title: String, in placed: PlacedSeries) throws -> Rect {
    let items = placed.measured.resolved.items
    let index = try #require(
      items.firstIndex { $0.shown.first?.text == title }, "no box \(title)")
    return placed.layout.frames[index]
  }

  @Test(arguments: [[2], [2, 2], [2, 2, 2], [2, 2, 2, 2], [4, 2, 2, 2], [4, 4]])
  func gapsDoNotGrowWithTheNumberOfFamilies(sizes: [Int]) throws {
    let placed = try tree(sizes)
    for (head, count) in sizes.enumerated() {
      for kid in 1..<count {
        let gap =
          try frame("Kid \(head) \(kid)", in: placed).minX
          - frame("Kid \(head) \(kid - 1)", in: placed).maxX
        #expect((20...40).contains(gap), "\(gap) in family \(head)")
      }
      guard head > 0 else { continue }
      let gap =
        try frame("Kid \(head) 0", in: placed).minX
        - frame("Kid \(head - 1) \(sizes[head - 1] - 1)", in: placed).maxX
      #expect((40...60).contains(gap), "\(gap) before family \(head)")
    }
  }

  @Test(arguments: UInt64(0)..<24)
  func linesLeaveTheMiddleAndArriveInTheMiddle(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sizes = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      Int.random(in: 1...4, using: &random)
    }
    let spacing = [nil, 20, 30, 40, 60].randomElement(using: &random) ?? nil
    let direction = Direction.allCases.randomElement(using: &random) ?? .down
    let placed = try tree(sizes, spacing: spacing, direction)
    let (axis, isBack) = (direction.axis, !direction.isForward)
    for (arrow, route) in zip(placed.measured.resolved.arrows, placed.layout.routes) {
      let (source, target) = (
        placed.layout.frames[arrow.source], placed.layout.frames[arrow.target]
      )
      let (start, end) = (try #require(route.points.first), try #require(route.points.last))
      #expect(start[axis] == (isBack ? source[axis].low : source[axis].high))
      #expect(end[axis] == (isBack ? target[axis].high : target[axis].low))
      #expect(abs(start[axis.cross] - source.center[axis.cross]) <= 1)
      // Some ends slide along their sides to make a line straight, up to 30 units.
      withKnownIssue("the end is not in the middle of the side", isIntermittent: true) {
        #expect(abs(end[axis.cross] - target.center[axis.cross]) <= 1)
      }
    }
  }

  @Test func whatLooksUnlikeOrSaysSomethingKeepsALineOfItsOwn() throws {
    let resolved = try Series("s") {
      Picture("p") {
        let root = Component("Root")
        let boxes = ["A", "B", "C", "D", "E"].map { Component($0) }
        Tree {
          root
          boxes
        }
        root --- boxes[0]
        root --- boxes[1]
        (root --- boxes[2]).dashed()
        (root --- boxes[3]).dashed()
        (root --- boxes[4]).label("by the way")
      }
    }.resolved()
    let trunks = resolved.trunks
    #expect(trunks[0] != nil && trunks[0] == trunks[1])
    #expect(trunks[2] != nil && trunks[2] == trunks[3] && trunks[2] != trunks[0])
    #expect(trunks[4] == nil)
  }
}
