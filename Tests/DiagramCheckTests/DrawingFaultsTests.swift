import DiagramGraph
import DiagramModel
import TestSupport
import Testing

@testable import DiagramCheck

@Suite struct DrawingFaultsTests {
  private func faults(_ frames: [Rect], _ points: [(Int, Int)], label: Rect? = nil) -> DrawingFaults
  {
    DrawingFaults(
      Layout(
        frames: frames,
        routes: [Route(points: points.map { Point(x: $0.0, y: $0.1) }, label: label)]),
      of: LayoutGraph(
        nodes: frames.map { LayoutNode(parent: nil, minimumSize: $0.size) },
        edges: [LayoutEdge(source: 0, target: 1)]))
  }

  private let row = [0, 400, 200].map { Rect(x: $0, y: 0, width: 100, height: 40) }

  @Test func aWayThroughABoxIsAViolation() {
    #expect(faults(row, [(100, 20), (400, 20)]).violations == 1)
    #expect(faults(row, [(50, 40), (50, 80), (450, 80), (450, 40)]).violations == 0)
  }

  @Test func aDetourIsWhatAWayIsLongerThanFromMiddleToMiddle() {
    // Past the box between is hardly further than straight ahead.
    #expect(faults(row, [(50, 40), (50, 60), (450, 60), (450, 40)]).detour == 40)
    #expect(faults(row, [(50, 40), (50, 240), (450, 240), (450, 40)]).detour == 400)
    let aside = [row[0], row[1], Rect(x: 200, y: 60, width: 100, height: 40)]
    #expect(faults(aside, [(100, 20), (400, 20)]).detour == 0)
  }

  @Test func overlapsAndTextsOnBoxesAreViolations() {
    let overlapping = [row[0], row[1], Rect(x: 50, y: 20, width: 100, height: 40)]
    #expect(faults(overlapping, [(450, 0), (450, 0)]).violations == 1)
    let label = Rect(x: 240, y: 20, width: 40, height: 40)
    #expect(faults(row, [(50, 40), (50, 80), (450, 80), (450, 40)], label: label).violations == 1)
  }

  @Test func middlesAndSidesThatAlmostAgreeAreNearMisses() {
    let crooked = [row[0], row[1], Rect(x: 200, y: 4, width: 100, height: 40)]
    #expect(faults(crooked, [(50, 40), (50, 80), (450, 80), (450, 40)]).nearMisses == 3)
    let higher = [row[0], row[1], Rect(x: 200, y: -4, width: 100, height: 48)]
    #expect(faults(higher, [(50, 50), (50, 80), (450, 80), (450, 50)]).nearMisses == 2)
    #expect(faults(row, [(50, 40), (50, 80), (450, 80), (450, 40)]).nearMisses == 0)
    #expect(faults(row, [(50, 40), (50, 80), (450, 80), (450, 40)]).lines == 4)
  }
}
