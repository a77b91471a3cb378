import DiagramGraph
import DiagramModel
import Testing

@testable import DiagramCheck

@Suite struct CheckTests {
  /// A container (0) with a title that holds a box (1), and two boxes (2 and 3) beside it; an arrow
  /// between the latter (0) and one from the box inside (1).
  private struct Sample {
    var graph = LayoutGraph(
      nodes: [
        LayoutNode(parent: nil, minimumSize: Size(width: 200, height: 100)),
        LayoutNode(parent: 0, minimumSize: Size(width: 100, height: 40)),
        LayoutNode(parent: nil, minimumSize: Size(width: 100, height: 40)),
        LayoutNode(parent: nil, minimumSize: Size(width: 100, height: 40)),
      ],
      edges: [LayoutEdge(source: 2, target: 3), LayoutEdge(source: 1, target: 2)])
    var layout = Layout(
      frames: [
        Rect(x: 0, y: 0, width: 200, height: 100), Rect(x: 50, y: 40, width: 100, height: 40),
        Rect(x: 400, y: 40, width: 100, height: 40), Rect(x: 400, y: 240, width: 100, height: 40),
      ],
      routes: [
        Route(points: [Point(x: 450, y: 80), Point(x: 450, y: 240)]),
        Route(points: [Point(x: 150, y: 60), Point(x: 400, y: 60)]),
      ])

    init() {
      graph.nodes[0].titles = [
        LayoutTitle(
          size: Size(width: 80, height: 16), inset: Size(width: 8, height: 8), alignment: .left,
          isAtBottom: false)
      ]
    }

    mutating func write(_ text: Rect?, on edge: Int) {
      graph.edges[edge].labelSize = text?.size ?? Size(width: 40, height: 16)
      layout.routes[edge].label = text
    }

    var check: Check { Check(layout, of: graph) }
    var found: [[String]] { check.findings.map(\.names) }
  }

  @Test func aDrawingInOrderHasNoFindings() {
    #expect(Sample().found.isEmpty)
    #expect(Sample().layout.isClean(Sample().graph))
  }

  @Test func aWayThroughAContainerThatIsAroundNoEndIsFound() {
    var sample = Sample()
    sample.layout.routes[0].points = [(450, 80), (450, 90), (190, 90), (190, 240)].map {
      Point(x: $0.0, y: $0.1)
    }
    #expect(sample.found == [["wayThroughBox", "edge(0)", "box(0)"]])
    #expect(sample.check.findings.map(\.place) == [Rect(x: 190, y: 90, width: 10, height: 0)])
    #expect(sample.check.findings.map(\.excess) == [10])
    #expect(sample.check.isFaulty(0) && !sample.check.isFaulty(1))
    #expect(!sample.layout.isClean(sample.graph))
  }

  /// Nothing touches what no picture shows together with it.
  @Test func whatIsNeverSeenTogetherTouchesNowhere() {
    var sample = Sample()
    sample.layout.frames[3] = sample.layout.frames[2]
    sample.layout.frames[0].size.width = 500
    sample.write(Rect(x: 410, y: 50, width: 40, height: 16), on: 1)
    #expect(sample.check.findings.count > 4)
    for node in [2, 3] { sample.graph.nodes[node].pictures = PictureSet([node]) }
    sample.graph.nodes[0].pictures = PictureSet([9])
    for edge in 0..<2 { sample.graph.edges[edge].pictures = PictureSet([edge]) }
    #expect(sample.found.filter { $0[1] != $0[2] }.isEmpty)
  }

  @Test func waysAlongEachOtherAreFoundUnlessTheyHaveACommonEnd() {
    var sample = Sample()
    sample.layout.routes[0].points = [(450, 80), (450, 63), (300, 63), (300, 240)].map {
      Point(x: $0.0, y: $0.1)
    }
    #expect(sample.check.ways(along: 1).isEmpty)
    sample.graph.edges[1] = LayoutEdge(source: 1, target: 0)
    #expect(sample.check.ways(along: 1).map(\.names) == [["wayAlongWay", "edge(1)", "edge(0)"]])
    #expect(sample.check.ways(along: 1).map(\.excess) == [3])
    #expect(sample.check.ways(along: 1)[0].place == Rect(x: 300, y: 60, width: 100, height: 3))
  }

  @Test func overlappingBoxesAreFoundOnce() {
    var sample = Sample()
    sample.layout.frames[3] = Rect(x: 420, y: 73, width: 100, height: 40)
    sample.layout.routes[0].points = [Point(x: 500, y: 60), Point(x: 510, y: 73)]
    #expect(sample.found == [["boxOnBox", "box(3)", "box(2)"]])
    #expect(sample.check.findings.map(\.excess) == [7])
    #expect(DrawingFaults(sample.layout, of: sample.graph).violations == 1)
  }

  @Test(arguments: [
    (Rect(x: 380, y: 200, width: 40, height: 50), ["textOnBox", "edge(1)", "box(3)"]),
    (Rect(x: 180, y: 80, width: 40, height: 16), ["textOnOutline", "edge(1)", "box(0)"]),
    (Rect(x: 80, y: 20, width: 40, height: 16), ["textOnTitle", "edge(1)", "box(0)"]),
    (Rect(x: 440, y: 100, width: 40, height: 16), ["textOnWay", "edge(1)", "edge(0)"]),
    (Rect(x: 250, y: 52, width: 40, height: 16), ["textOnWay", "edge(1)", "edge(1)"]),
  ])
  func whatATextTouchesIsFound(text: Rect, expected: [String]) {
    var sample = Sample()
    sample.write(text, on: 1)
    #expect(sample.found == [expected])
    #expect(sample.check.isTextFaulty(1))
    // A text on its own way, an outline or a title is no violation yet.
    let isViolation = ["textOnBox", "textOnWay"].contains(expected[0]) && expected[2] != "edge(1)"
    #expect(DrawingFaults(sample.layout, of: sample.graph).violations == (isViolation ? 1 : 0))
  }

  @Test func twoTextsOnEachOtherAreOneViolation() {
    var sample = Sample()
    sample.write(Rect(x: 300, y: 150, width: 40, height: 16), on: 0)
    sample.write(Rect(x: 330, y: 150, width: 40, height: 16), on: 1)
    #expect(
      sample.found == [
        ["textOnText", "edge(0)", "edge(1)"], ["textOnText", "edge(1)", "edge(0)"],
      ])
    #expect(sample.check.findings.map(\.excess) == [10, 10])
    #expect(DrawingFaults(sample.layout, of: sample.graph).violations == 1)
    // Texts that are never seen together may.
    sample.graph.edges[0].pictures = PictureSet([0])
    sample.graph.edges[1].pictures = PictureSet([1])
    #expect(!sample.check.isTextFaulty(0) && !sample.check.isTextFaulty(1))
  }

  @Test func aTextWithoutPlaceIsFound() {
    var sample = Sample()
    sample.write(nil, on: 1)
    #expect(sample.found == [["textMissing", "edge(1)", "edge(1)"]])
    #expect(!sample.layout.isClean(sample.graph))
  }

  @Test func aTextThatOnlyReachesABoxByItsEdgeIsClean() {
    var sample = Sample()
    sample.write(Rect(x: 361, y: 200, width: 40, height: 50), on: 1)
    #expect(sample.check.findings.map(\.excess) == [1])
    #expect(sample.layout.isClean(sample.graph))
    sample.write(Rect(x: 362, y: 200, width: 40, height: 50), on: 1)
    #expect(!sample.layout.isClean(sample.graph))
  }
}

extension Finding {
  fileprivate var names: [String] { ["\(rule)", "\(item)", "\(other)"] }
}
