import DiagramGraph
import DiagramModel
import Testing

@testable import DiagramCheck

@Suite struct LineSegmentTests {
  private func segment(_ from: (Int, Int), _ to: (Int, Int), of edge: Int = 0) -> LineSegment {
    LineSegment(edge: edge, from: Point(x: from.0, y: from.1), to: Point(x: to.0, y: to.1))
  }

  private func score(_ routes: [[(Int, Int)]]) -> DrawingScore {
    DrawingScore(
      Layout(
        frames: [], routes: routes.map { Route(points: $0.map { Point(x: $0.0, y: $0.1) }) }),
      backward: 0)
  }

  @Test func aSlantedPieceCrossesWhatItsLineMeets() {
    let slanted = segment((0, 0), (100, 50))
    #expect(slanted.crosses(segment((50, 0), (50, 100), of: 1)))
    #expect(slanted.crosses(segment((0, 10), (100, 10), of: 1)))
    #expect(slanted.crosses(segment((100, 0), (0, 50), of: 1)))
    // It lies to the right of the upright line through its start.
    #expect(!slanted.crosses(segment((-10, 20), (10, 20), of: 1)))
    #expect(!slanted.crosses(segment((0, 10), (100, 60), of: 1)))
  }

  @Test func piecesThatMeetAtAnEndDoNotCross() {
    #expect(!segment((0, 0), (100, 50)).crosses(segment((100, 50), (100, 200), of: 1)))
    #expect(!segment((0, 0), (100, 50)).crosses(segment((50, 25), (50, 200), of: 1)))
  }

  @Test func everyCrossingOfSlantedLinesCountsOnce() {
    #expect(score([[(0, 0), (100, 100)], [(0, 100), (100, 0)]]).crossings == 1)
    #expect(score([[(0, 0), (100, 100)], [(0, 30), (100, 30)]]).crossings == 1)
    #expect(score([[(30, 0), (30, 100)], [(0, 0), (100, 100)]]).crossings == 1)
    #expect(score([[(30, 0), (30, 100)], [(0, 50), (100, 50)]]).crossings == 1)
    #expect(score([[(0, 0), (100, 100)], [(200, 0), (300, 100)]]).crossings == 0)
  }

  @Test func aSlantedLineIsAsLongAsItIs() {
    #expect(score([[(0, 0), (300, 400)]]).length == 500)
    #expect(score([[(400, 300), (0, 0), (0, 50)]]).length == 550)
  }

  @Test func aSlantedLineRunsThroughTheBoxesThatItMeets() {
    let slanted = segment((0, 0), (200, 100))
    #expect(slanted.runsThrough(Rect(x: 80, y: 40, width: 40, height: 20)))
    // In the rectangle around the line, but beside it.
    #expect(!slanted.runsThrough(Rect(x: 0, y: 60, width: 40, height: 40)))
    #expect(!slanted.runsThrough(Rect(x: 150, y: 0, width: 40, height: 40)))
    // Its outline is not inside.
    #expect(!segment((0, 0), (200, 0)).runsThrough(Rect(x: 50, y: 0, width: 40, height: 40)))
  }
}
