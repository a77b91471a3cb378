import DiagramGraph
import DiagramInterchange
import DiagramLayout
import DiagramModel
import Testing

/// What a file says of the places of boxes and the ways of edges is kept.
@Suite struct ArrangedDocumentTests {
  @Test func boxesLieAsTheirContainersSay() throws {
    let drawing = try drawn(
      """
      "arrangement": {"kind": "column", "spacing": 50}, "nodes": [
      {"id": "a", "width": 80, "height": 40},
      {"id": "b", "width": 10, "height": 10, "arrangement": {"kind": "row", "spacing": 30, "align": "start"}},
      {"id": "b1", "parent": "b", "width": 60, "height": 40},
      {"id": "b2", "parent": "b", "width": 60, "height": 80}], "edges": []
      """)
    let frames = drawing.layout.frames
    #expect(frames[0].minY == 0 && frames[1].minY == 90 && frames[0].midX == frames[1].midX)
    #expect(frames[2].maxX + 30 == frames[3].minX && frames[2].minY == frames[3].minY)
  }

  @Test(arguments: [("top", 48, 20), ("bottom", 20, 48)])
  func aTitleHasRoomWhereItStands(position: String, above: Int, below: Int) throws {
    let drawing = try drawn(
      """
      "nodes": [
      {"id": "b", "width": 10, "height": 10, "title": {"width": 50, "height": 32, "position": "\(position)"}},
      {"id": "b1", "parent": "b", "width": 60, "height": 40}], "edges": []
      """)
    let (outer, inner) = (drawing.layout.frames[0], drawing.layout.frames[1])
    #expect(inner.minY - outer.minY == above && outer.maxY - inner.maxY == below)
  }

  @Test func boxesLieOnTheirParents() throws {
    let drawing = try drawn(
      """
      "nodes": [{"id": "a", "width": 200, "height": 100}, {"id": "b", "width": 200, "height": 100},
      {"id": "dot", "parent": "a", "width": 20, "height": 20, "on": {"x": 0.25, "y": 1}},
      {"id": "line", "parent": "b", "width": 10, "height": 10, "on": {"x": 0.5}}],
      "edges": [{"id": "e", "source": "dot", "target": "b"}]
      """)
    let frames = drawing.layout.frames
    #expect(frames[0].size == Size(width: 200, height: 100))
    #expect(frames[2].midX == frames[0].minX + 50 && frames[2].midY == frames[0].maxY)
    #expect(frames[3].midX == frames[1].midX && frames[3].size == Size(width: 10, height: 100))
  }

  @Test(arguments: [
    (#""on": {"x": 2}"#, "nodes[1].on.x: expected a share of the parent from -0.5 to 1.5"),
    (
      #""on": {"x": 1}, "pin": {"x": 1, "y": 1}"#,
      "nodes[1].on: a node that lies on another one cannot be pinned"
    ),
  ])
  func wrongPlacesOnParentsAreTold(place: String, message: String) {
    let error = #expect(throws: InterchangeError.self) {
      _ = try drawn(
        """
        "nodes": [{"id": "a", "width": 200, "height": 100},
        {"id": "b", "parent": "a", "width": 20, "height": 20, \(place)}], "edges": []
        """)
    }
    #expect(error.map { "\($0)".contains(message) } ?? false, "\(String(describing: error))")
  }

  @Test func pinnedBoxesLieThere() throws {
    let drawing = try drawn(
      """
      "nodes": [{"id": "a", "width": 80, "height": 40, "pin": {"x": 300, "y": 20}},
      {"id": "b", "width": 80, "height": 40, "pin": {"x": 0, "y": 120}}], "edges": []
      """)
    let (first, second) = (drawing.layout.frames[0], drawing.layout.frames[1])
    #expect(first.minX - second.minX == 300 && second.minY - first.minY == 100)
  }

  @Test(arguments: LayoutAlgorithm.allCases)
  func sidesAreKeptAlsoInAGraphDrawnAsAWhole(algorithm: LayoutAlgorithm) throws {
    let drawing = try drawn(
      """
      "nodes": [{"id": "a", "width": 80, "height": 40}, {"id": "b", "width": 80, "height": 40}],
      "edges": [{"id": "e", "source": "a", "target": "b", "sourceSide": "top", "targetSide": "top"}]
      """, algorithm)
    let (frames, route) = (drawing.layout.frames, drawing.layout.routes[0])
    #expect(route.points.first?.y == frames[0].minY && route.points.last?.y == frames[1].minY)
  }

  @Test func straightEdgesHaveNoBend() throws {
    let drawing = try drawn(
      """
      "nodes": [{"id": "a", "width": 80, "height": 40}, {"id": "b", "width": 80, "height": 40},
      {"id": "c", "width": 80, "height": 40}],
      "edges": [{"id": "e", "source": "a", "target": "b", "routing": "straight"},
      {"id": "f", "source": "a", "target": "c", "routing": "straight"}]
      """)
    #expect(drawing.layout.routes.allSatisfy { $0.points.count == 2 })
  }

  @Test(arguments: [
    (#""arrangement": "rows""#, "arrangement: expected 'auto', 'row', 'column'"),
    (
      #""arrangement": 7"#,
      "'force' or 'orthogonal', or an object with one of them as its 'kind'"
    ),
    (#""arrangement": {"kind": "grid"}"#, "arrangement.kind: a grid needs 'columns'"),
    (
      #""arrangement": {"kind": "grid", "columns": 0}"#,
      "arrangement.columns: expected a whole number from 1 to 10000"
    ),
    (
      #""arrangement": {"kind": "row", "align": "middle"}"#,
      "arrangement.align: expected 'start', 'center', 'end' or 'stretch'"
    ),
  ])
  func aWordThatIsNotKnownIsToldWithThoseThatAre(members: String, message: String) {
    let error = #expect(throws: InterchangeError.self) {
      try drawn(members + #", "nodes": [], "edges": []"#)
    }
    #expect(error?.description.contains(message) == true, "\(String(describing: error))")
  }

  /// As in a series, where it is DG0407.
  @Test func nodesThatArePinnedOntoEachOtherAreRefused() throws {
    func nodes(_ x: Int, _ arrangement: String) -> String {
      """
      "arrangement": "\(arrangement)",
      "nodes": [{"id": "a", "width": 60, "height": 40, "pin": {"x": 0, "y": 0}},
      {"id": "b", "width": 60, "height": 40, "pin": {"x": \(x), "y": 10}}], "edges": []
      """
    }
    let error = #expect(throws: InterchangeError.self) { try drawn(nodes(59, "packed")) }
    let message = "nodes[1].pin: the node is pinned onto 'a', which reaches to x 60 and y 40"
    #expect(error?.description.contains(message) == true, "\(String(describing: error))")
    _ = try drawn(nodes(60, "packed"))
    // There pins say nothing.
    _ = try drawn(nodes(10, "row"))
  }

  /// It stuck out of its container, and nothing said so.
  @Test func aNodeThatIsPinnedOutsideOfItsContainerIsRefused() throws {
    func nodes(_ x: Int, _ parent: String) -> String {
      """
      "nodes": [{"id": "n", "width": 60, "height": 40},
      {"id": "a"\(parent), "width": 60, "height": 40, "pin": {"x": \(x), "y": 0}}], "edges": []
      """
    }
    let inside = #", "parent": "n""#
    let error = #expect(throws: InterchangeError.self) { try drawn(nodes(-10, inside)) }
    let message = "nodes[1].pin: the node would stick out of 'n'"
    #expect(error?.description.contains(message) == true, "\(String(describing: error))")
    _ = try drawn(nodes(0, inside))
    // Nothing is around it.
    _ = try drawn(nodes(-10, ""))
  }

  private func drawn(
    _ members: String, _ algorithm: LayoutAlgorithm = .automatic
  ) throws -> LayoutDocument {
    let document = try GraphDocument(
      reading: Array("{\"format\": \"diagen-graph/1\",\n\(members)}".utf8))
    let request = LayoutRequest(algorithm: algorithm, direction: document.direction)
    return document.document(of: document.graph.placed(by: request))
  }
}
