import DiagramCheck
import DiagramGraph
import DiagramModel
import Testing

/// What lies over a drawing and touches something.
@Suite struct OverlayTests {
  /// Two boxes in a container with a title and a line of writing, joined by a labelled way.
  private var graph: LayoutGraph {
    var container = LayoutNode(parent: nil, minimumSize: .zero)
    container.titles = [
      LayoutTitle(
        size: Size(width: 40, height: 20), inset: Size(width: 10, height: 10), alignment: .left,
        isAtBottom: false)
    ]
    container.writing = [Rect(x: 100, y: 10, width: 50, height: 14)]
    let box = LayoutNode(parent: 0, minimumSize: Size(width: 60, height: 60))
    return LayoutGraph(
      nodes: [container, box, box],
      edges: [LayoutEdge(source: 1, target: 2, labelSize: Size(width: 30, height: 20))])
  }

  private let layout = Layout(
    frames: [
      Rect(x: 0, y: 0, width: 300, height: 200), Rect(x: 20, y: 100, width: 60, height: 60),
      Rect(x: 200, y: 100, width: 60, height: 60),
    ],
    routes: [
      Route(
        points: [Point(x: 80, y: 130), Point(x: 200, y: 130)],
        label: Rect(x: 120, y: 100, width: 30, height: 20))
    ])

  private func rules(
    _ rect: Rect, of owner: Finding.Item = .box(1), pictures: PictureSet = .all
  ) -> [Finding.Rule] {
    let overlay = Overlay(rect, of: owner, whole: 0, on: [1], in: pictures)
    return Check(layout, of: graph).findings(of: [overlay]).map(\.rule)
  }

  private func small(_ x: Int, _ y: Int) -> Rect { Rect(x: x, y: y, width: 10, height: 10) }

  @Test func itMayLieOnItsOwnBoxAndOnNothing() {
    #expect(rules(small(15, 95)) == [])
    #expect(rules(small(100, 170)) == [])
  }

  @Test func itTouchesBoxesOutlinesTextsAndWays() {
    #expect(rules(small(195, 95)) == [.overlayOnBox])
    #expect(rules(small(295, 50)) == [.overlayOnBox])
    #expect(rules(small(45, 20)) == [.overlayOnText])
    #expect(rules(small(145, 20)) == [.overlayOnText])
    #expect(rules(small(145, 105)) == [.overlayOnText])
    #expect(rules(small(100, 125)) == [.overlayOnWay])
    // What belongs to a way lies on it, and beside its text.
    #expect(rules(small(100, 125), of: .edge(0)) == [])
  }

  @Test func partsOfOneTouchEachOtherAndOthersDoNot() {
    func found(_ whole: Int, _ one: PictureSet, _ other: PictureSet) -> [Finding.Rule] {
      Check(layout, of: graph).findings(of: [
        Overlay(small(100, 170), of: .box(1), whole: 0, in: one),
        Overlay(small(105, 175), of: .box(2), whole: whole, in: other),
      ]).map(\.rule)
    }
    #expect(found(1, .all, .all) == [.overlayOnOverlay])
    #expect(found(0, .all, .all) == [])
    #expect(found(1, PictureSet([0]), PictureSet([1])) == [])
  }

  @Test func waysKeepOffWriting() {
    var layout = layout
    layout.routes[0].points = [
      Point(x: 50, y: 100), Point(x: 50, y: 17), Point(x: 230, y: 17), Point(x: 230, y: 100),
    ]
    layout.routes[0].label = Rect(x: 160, y: 40, width: 30, height: 20)
    #expect(Check(layout, of: graph).findings.map(\.rule) == [.wayOnLine])
  }
}
