import DiagramInterchange
import DiagramGraph
import DiagramModel
import Testing

@Suite struct GraphDocumentTests {
  private func document(_ text: String) throws -> GraphDocument {
    try GraphDocument(reading: Array(text.utf8))
  }

  private func error(_ text: String) -> String {
    do {
      _ = try document(text)
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  private func graph(nodes: String, edges: String = "") -> String {
    #"{"format":"diagen-graph/1","nodes":[\#(nodes)],"edges":[\#(edges)]}"#
  }

  private let twoBoxes = #"{"id":"a","width":10,"height":20},{"id":"b","width":10.2,"height":5}"#

  @Test func parentsStandBeforeTheirChildrenAndSizesAreEven() throws {
    let read = try document(
      graph(
        nodes: #"{"id":"a","parent":"p","width":10.5,"height":21},{"id":"p","width":1,"height":1}"#)
    )
    #expect(read.nodeIDs == ["p", "a"])
    #expect(read.graph.nodes[1].parent == 0)
    #expect(read.graph.nodes[1].minimumSize == Size(width: 12, height: 22))
    #expect(read.graph.nodes[0].padding == Insets(top: 40, left: 20, bottom: 20, right: 20))
  }

  @Test func edgesKeepTheirOrderAndLabels() throws {
    let edges =
      #"{"id":"1","source":"b","target":"a","label":"x","labelWidth":30.5,"labelHeight":20},{"id":"2","source":"a","target":"b"}"#
    let read = try document(graph(nodes: twoBoxes, edges: edges))
    #expect(read.edgeIDs == ["1", "2"])
    #expect(read.graph.edges.map(\.source) == [1, 0])
    #expect(read.graph.edges.map(\.labelSize) == [Size(width: 32, height: 20), nil])
  }

  @Test func edgesOfOneTrunkHaveOneNumber() throws {
    let edges = [("a", "b", "x"), ("a", "c", "x"), ("c", "b", "y"), ("a", "b", nil)]
    let read = try document(fan(edges))
    #expect(read.graph.edges.map(\.trunk) == [0, 0, 1, nil])
  }

  @Test func edgesOfATrunkHaveACommonEnd() {
    #expect(
      error(fan([("a", "b", "x"), ("a", "c", "x"), ("b", "c", "x")])).hasSuffix(
        "edges[2].trunk: the edges of trunk 'x' have neither one source nor one target"))
    #expect(
      error(fan([("a", "a", "x")])).hasSuffix(
        "edges[0].trunk: an edge from a node to itself cannot be part of a trunk"))
  }

  private func fan(_ edges: [(source: String, target: String, trunk: String?)]) -> String {
    let edges = edges.enumerated().map { index, edge in
      let trunk = edge.trunk.map { #","trunk":"\#($0)""# } ?? ""
      return #"{"id":"\#(index)","source":"\#(edge.source)","target":"\#(edge.target)"\#(trunk)}"#
    }
    return graph(
      nodes: twoBoxes + #",{"id":"c","width":10,"height":20}"#,
      edges: edges.joined(separator: ","))
  }

  @Test(arguments: [("TB", Direction.down), ("BT", .up), ("LR", .right), ("RL", .left)])
  func directionIsRead(text: String, direction: Direction) throws {
    let read = try document(
      #"{"format":"diagen-graph/1","direction":"\#(text)","nodes":[],"edges":[]}"#)
    #expect(read.direction == direction)
  }

  @Test func graphsAreDirectedUnlessTheySayOtherwise() throws {
    #expect(try document(graph(nodes: "")).isDirected)
    let text = #"{"format":"diagen-graph/1","directed":false,"nodes":[],"edges":[]}"#
    #expect(try !document(text).isDirected)
    #expect(
      error(#"{"format":"diagen-graph/1","directed":"no","nodes":[],"edges":[]}"#)
        == "1:39: directed: expected true or false")
  }

  @Test func mistakesAreNamedWithTheirPlace() {
    #expect(error("{\n  \"format\": 3}") == "2:13: format: expected a string")
    #expect(error("[") == "1:2: the text ends where a value should stand")
    #expect(error(#"{"a":01}"#) == "1:6: a number begins with a needless 0")
    #expect(error("# a") == "1:1: no value begins like this")
    #expect(error("{}") == "1:1: 'format' is missing")
    #expect(error(#"{"format":"dot"}"#) == "1:11: format: expected 'diagen-graph/1'")
    #expect(
      error(graph(nodes: twoBoxes, edges: #"{"id":"1","source":"a","target":"c"}"#))
        .hasSuffix("edges[0].target: no node is called 'c'"))
    #expect(
      error(graph(nodes: #"{"id":"a","width":-1,"height":2}"#))
        .hasSuffix("nodes[0].width: a length cannot be negative"))
    #expect(
      error(graph(nodes: #"{"id":"a","width":1,"height":1000001}"#))
        .hasSuffix("nodes[0].height: a length of more than 1000000 cannot be drawn"))
    #expect(
      error(graph(nodes: twoBoxes + "," + twoBoxes))
        .hasSuffix("nodes[2].id: another node is called 'a' already"))
    #expect(
      error(
        graph(
          nodes:
            #"{"id":"a","parent":"b","width":1,"height":1},{"id":"b","parent":"a","width":1,"height":1}"#
        )
      )
      .hasSuffix("parent: the node lies inside itself"))
  }

  @Test func textKeepsEscapesAndSurrogates() throws {
    let read = try document(graph(nodes: #"{"id":"\u00e4\ud83d\ude00\n\"","width":1,"height":1}"#))
    #expect(read.nodeIDs == ["ä😀\n\""])
    #expect(
      error(graph(nodes: #"{"id":"\ud83d","width":1,"height":1}"#)).hasSuffix(
        "surrogate pair is missing"))
  }

  @Test func namesThatOnlyUnicodeTakesForEqualAreToldAsThat() throws {
    func box(_ id: String) -> String { #"{"id":"\#(id)","width":10,"height":20}"# }
    let difference = "Unicode takes U+0065 U+0301 here and U+00E9 there for equal"
    #expect(
      error(graph(nodes: box("caf\\u00e9") + "," + box("cafe\\u0301")))
        == "1:85: nodes[1].id: another node is called 'café' already: \(difference)")
    let edge = #""source":"a","target":"b"}"#
    #expect(
      error(
        graph(nodes: twoBoxes, edges: #"{"id":"\u00e9",\#(edge),{"id":"e\u0301",\#(edge)"#)
      ).hasSuffix("edges[1].id: another edge is called 'é' already: \(difference)"))
    let trunks = fan([("a", "b", "\\u00e9"), ("a", "c", "e\\u0301")])
    #expect(
      error(trunks).hasSuffix(
        "edges[1].trunk: another trunk is called 'é' already: \(difference)"))
    // An end may be written either way.
    let read = try document(
      graph(
        nodes: box("\\u00e9"), edges: #"{"id":"1","source":"e\u0301","target":"\u00e9"}"#))
    #expect(read.graph.edges.map(\.source) == [0])
  }

  @Test(arguments: [1000, 1001, 10_000])
  func nodesLieOnlySoDeepInEachOther(depth: Int) {
    let boxes = (0..<depth).map { level in
      let parent = level == 0 ? "" : #","parent":"\#(level - 1)""#
      return #"{"id":"\#(level)","width":10,"height":20\#(parent)}"#
    }
    let message = error(graph(nodes: boxes.reversed().joined(separator: ",")))
    #expect(
      depth > 1000
        ? message.hasSuffix(
          "parent: nodes that lie more than 1000 deep in each other cannot be drawn")
        : message == "no error")
  }

  @Test(arguments: [100, 101])
  func allSizesTogetherHaveALimit(count: Int) {
    let boxes = (0..<count).map { #"{"id":"\#($0)","width":1,"height":1000000}"# }
    #expect(
      error(graph(nodes: boxes.joined(separator: ",")))
        .hasSuffix(
          count > 100
            ? "nodes[100].height: heights that are more than 100000000 together cannot be drawn"
            : "no error"))
  }

  @Test func deepNestingIsRefused() {
    let text = String(repeating: "[", count: 100_000)
    #expect(error(text) == "1:513: values that are nested more than 512 deep are not read")
  }

  @Test func drawingIsWrittenAsJSON() throws {
    let layout = Layout(
      frames: [Rect(x: 0, y: 1, width: 2, height: 3)],
      routes: [
        Route(
          points: [Point(x: -1, y: 0), Point(x: 5, y: 0)],
          label: Rect(x: 1, y: 2, width: 3, height: 4))
      ])
    let document = LayoutDocument(layout: layout, nodeIDs: ["a\"\n"], edgeIDs: ["e"])
    #expect(
      String(decoding: document.bytes(), as: UTF8.self) == #"""
        {"format":"diagen-layout/1","engine":"diagen","nodes":[
        {"id":"a\"\u000a","x":0,"y":1,"width":2,"height":3}
        ],"edges":[
        {"id":"e","points":[[-1,0],[5,0]],"labelBox":{"x":1,"y":2,"width":3,"height":4}}
        ]}

        """#)
  }
}
