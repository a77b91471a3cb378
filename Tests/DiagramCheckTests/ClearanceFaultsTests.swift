import DiagramGraph
import DiagramModel
import Testing

@testable import DiagramCheck

@Suite struct ClearanceFaultsTests {
  /// Two boxes (0 and 1) above each other with an arrow (0) that leads past a third (2) and into the
  /// room of a container (3) with a title.
  private struct Sample {
    var graph = LayoutGraph(
      nodes: (0..<4).map { _ in
        LayoutNode(parent: nil, minimumSize: Size(width: 100, height: 40))
      } + [LayoutNode(parent: 3, minimumSize: Size(width: 100, height: 40))],
      edges: [LayoutEdge(source: 0, target: 1), LayoutEdge(source: 2, target: 3)])
    var layout = Layout(
      frames: [
        Rect(x: 0, y: 0, width: 100, height: 40), Rect(x: 200, y: 200, width: 100, height: 40),
        Rect(x: 0, y: 100, width: 100, height: 40), Rect(x: 400, y: 0, width: 200, height: 120),
        Rect(x: 450, y: 60, width: 100, height: 40),
      ], routes: [Route(points: []), Route(points: [])])

    init(_ points: [(Int, Int)], _ other: [(Int, Int)] = []) {
      layout.routes[0].points = points.map { Point(x: $0.0, y: $0.1) }
      layout.routes[1].points = other.map { Point(x: $0.0, y: $0.1) }
      graph.nodes[3].titles = [
        LayoutTitle(
          size: Size(width: 80, height: 16), inset: Size(width: 8, height: 8), alignment: .left,
          isAtBottom: false)
      ]
    }

    var faults: ClearanceFaults { ClearanceFaults(layout, of: graph) }
  }

  @Test(arguments: [(116, 0), (115, 1), (101, 1)])
  func boxesAskForSixteen(x: Int, count: Int) {
    let sample = Sample([(100, 20), (x, 20), (x, 220), (200, 220)])
    #expect(sample.faults.nearBoxes == count)
    #expect(sample.faults.count == count)
    var hidden = sample
    hidden.graph.nodes[2].pictures = PictureSet([1])
    hidden.graph.edges[0].pictures = PictureSet([0])
    #expect(hidden.faults.count == 0)
  }

  @Test(arguments: [(388, 0), (389, 1), (396, 1), (411, 1), (412, 0)])
  func bordersAskForTwelve(x: Int, count: Int) {
    let sample = Sample([(100, 20), (160, 20), (160, 160), (x, 160), (x, 60), (x, 220), (300, 220)])
    #expect(sample.faults.nearBorders == count)
  }

  @Test(arguments: [(36, 0), (35, 1)])
  func titlesAskForTwelve(y: Int, count: Int) {
    let sample = Sample([(100, 20), (160, 20), (160, y), (420, y), (420, 220), (300, 220)])
    #expect(sample.faults.nearTitles == count)
  }

  @Test(arguments: [(184, 0), (185, 1)])
  func headsAskForSixteenOfStraightLine(x: Int, count: Int) {
    #expect(Sample([(100, 20), (x, 20), (x, 220), (200, 220)]).faults.shortHeads == count)
  }

  @Test(arguments: [(132, 0), (131, 1)])
  func crossingsAskForTwelveToABend(x: Int, count: Int) {
    let sample = Sample(
      [(100, 20), (120, 20), (120, 220), (200, 220)], [(100, 120), (x, 120), (x, 60), (400, 60)])
    #expect(sample.faults.bendsAtCrossings == count)
  }

  @Test(arguments: [(8, 0), (7, 1), (-8, 0)])
  func textsAskForEightToTheirLine(gap: Int, count: Int) {
    var sample = Sample([(100, 20), (120, 20), (120, 220), (200, 220)])
    sample.layout.routes[0].label = Rect(x: 120 + gap, y: 60, width: 40, height: 16)
    #expect(sample.faults.nearTexts == count)
  }
}
