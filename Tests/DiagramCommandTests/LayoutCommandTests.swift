import Foundation
import Testing

@Suite struct LayoutCommandTests {
  /// Two boxes in a container, one outside, an arrow across the border and one inside.
  private static let graph = """
    {"format": "diagen-graph/1", "name": "g", "directed": true, "direction": "LR",
     "nodes": [
       {"id": "box", "label": "box", "width": 100, "height": 40, "container": true},
       {"id": "a", "label": "a", "width": 80, "height": 40, "parent": "box"},
       {"id": "b", "label": "b", "width": 80, "height": 40, "parent": "box"},
       {"id": "c", "label": "c", "width": 80, "height": 40}],
     "edges": [{"id": "ab", "source": "a", "target": "b"}, {"id": "bc", "source": "b", "target": "c"}]}
    """

  private struct Drawing: Decodable {
    struct Node: Decodable { let id: String; let x, y, width, height: Double }
    struct Edge: Decodable { let id: String; let points: [[Double]] }
    let format: String
    let nodes: [Node]
    let edges: [Edge]
  }

  private func drawing(_ name: String, in folder: TemporaryFolder) throws -> Drawing {
    try JSONDecoder().decode(Drawing.self, from: Data(try folder.read(name).utf8))
  }

  @Test(arguments: ["layered", "orthogonal", "auto"])
  func everyAlgorithmPlacesAllOfTheGraph(algorithm: String) throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write(Self.graph, to: "g.json")
      let arguments = ["layout", "g.json", "out.json", "--algorithm", algorithm]
      let run = try Program.fixture.run(arguments, in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output == "")
      let drawing = try drawing("out.json", in: folder)
      #expect(drawing.format == "diagen-layout/1")
      #expect(drawing.nodes.map(\.id) == ["box", "a", "b", "c"])
      #expect(drawing.edges.map(\.id) == ["ab", "bc"])
      let (box, a, c) = (drawing.nodes[0], drawing.nodes[1], drawing.nodes[3])
      #expect(box.x <= a.x && a.x + a.width <= box.x + box.width)
      #expect(
        c.x >= box.x + box.width || c.x + c.width <= box.x || c.y >= box.y + box.height
          || c.y + c.height <= box.y)
    }
  }

  @Test func theLastDrawingIsAHintAndGivesTheSameAgain() throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write(Self.graph, to: "g.json")
      try Program.fixture.run(
        ["layout", "g.json", "one.json", "--algorithm", "layered"], in: folder)
      let again = [
        "layout", "g.json", "two.json", "--algorithm", "layered", "--previous", "one.json",
      ]
      #expect(try Program.fixture.run(again, in: folder).status == 0)
      let (one, two) = (try drawing("one.json", in: folder), try drawing("two.json", in: folder))
      #expect(one.nodes.map(\.x) == two.nodes.map(\.x) && one.nodes.map(\.y) == two.nodes.map(\.y))
    }
  }

  @Test(arguments: ["layered", "orthogonal", "auto"])
  func whatDidNotChangeStaysInItsPlace(algorithm: String) throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write(Self.graph, to: "g.json")
      let arguments = ["--algorithm", algorithm]
      try Program.fixture.run(["layout", "g.json", "one.json"] + arguments, in: folder)
      let more = Self.graph.replacing(
        #""edges": ["#,
        with: #""edges": [{"id": "dc", "source": "d", "target": "c"}, "#
      ).replacing(
        #"{"id": "c","#, with: #"{"id": "d", "label": "d", "width": 60, "height": 40}, {"id": "c","#
      )
      try folder.write(more, to: "more.json")
      let run = try Program.fixture.run(
        ["layout", "more.json", "two.json", "--previous", "one.json"] + arguments, in: folder)
      #expect(run.status == 0, "\(run.errors)")
      let (one, two) = (try drawing("one.json", in: folder), try drawing("two.json", in: folder))
      for old in one.nodes {
        let new = two.nodes.first { $0.id == old.id }
        #expect(new?.x == old.x && new?.y == old.y, "\(old.id)")
      }
      #expect(two.nodes.count == 5 && two.edges.count == 3)
    }
  }

  /// A container in a row: what is in it was arranged by nobody, or by hand.
  @Test func theLastDrawingIsKeptWhereNobodyArrangedBoxes() throws {
    try withTemporaryFolder { (folder) throws in
      let arranged = Self.graph.replacing(
        #""name": "g","#, with: #""name": "g", "arrangement": {"kind": "row", "spacing": 90},"#)
      try folder.write(arranged, to: "g.json")
      try Program.fixture.run(["layout", "g.json", "one.json"], in: folder)
      let more = arranged.replacing(
        #""edges": ["#,
        with: #""edges": [{"id": "da", "source": "d", "target": "a"}, "#
      ).replacing(
        #"{"id": "c","#,
        with: #"{"id": "d", "label": "d", "width": 60, "height": 40, "parent": "box"}, {"id": "c","#
      )
      try folder.write(more, to: "more.json")
      let run = try Program.fixture.run(
        ["layout", "more.json", "two.json", "--previous", "one.json"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      let (one, two) = (try drawing("one.json", in: folder), try drawing("two.json", in: folder))
      for (drawing, inside) in [(one, ["a", "b"]), (two, ["a", "b", "d"])] {
        let box = try #require(drawing.nodes.first { $0.id == "box" })
        for node in drawing.nodes where inside.contains(node.id) {
          #expect(box.x <= node.x && node.x + node.width <= box.x + box.width)
        }
      }
      func offset(_ drawing: Drawing) throws -> [Double] {
        let box = try #require(drawing.nodes.first { $0.id == "box" })
        return drawing.nodes.filter { ["a", "b"].contains($0.id) }.flatMap {
          [$0.x - box.x, $0.y - box.y]
        }
      }
      #expect(try offset(one) == offset(two))
    }
  }

  @Test func aMistakeInTheLastDrawingNamesItsPlace() throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write(Self.graph, to: "g.json")
      let mistakes = [
        (#"{"format":"diagen-graph/1"}"#, "expected 'diagen-layout/1'"),
        (#"{"format":"diagen-layout/1","nodes":[{"id":"a","x":0,"y":"?"}]}"#, "nodes[0].y"),
        (
          #"{"format":"diagen-layout/1","nodes":[],"edges":[{"id":"ab","points":[[1]]}]}"#,
          "edges[0].points[0]: expected [x, y]"
        ),
      ]
      for (text, expected) in mistakes {
        try folder.write(text, to: "last.json")
        let run = try Program.fixture.run(
          ["layout", "g.json", "out.json", "--previous", "last.json"], in: folder)
        #expect(run.status == 2)
        #expect(run.errors.contains(expected), "\(run.errors)")
      }
    }
  }

  @Test(arguments: ["0", "1001"]) func effortHasBounds(effort: String) throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write(Self.graph, to: "g.json")
      let run = try Program.fixture.run(
        ["layout", "g.json", "out.json", "--effort", effort], in: folder)
      #expect(run.status == 2 && run.errors.contains("--effort is a number from 1 to 1000"))
    }
  }

  @Test func explainTellsPhasesAndScores() throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write(Self.graph, to: "g.json")
      let run = try Program.fixture.run(["layout", "g.json", "out.json", "--explain"], in: folder)
      #expect(run.lines.contains { $0.hasPrefix("score") && $0.contains("0 crossings") })
      #expect(run.lines.contains { $0.hasPrefix("  cycle breaking") && $0.contains(" ms") })
      #expect(run.lines.contains { $0.hasPrefix("candidate layered") })
    }
  }

  @Test(arguments: [
    ("{", "g.json:1:"), (#"{"format": "other"}"#, "expected 'diagen-graph/1'"),
    (
      #"{"format":"diagen-graph/1","nodes":[],"edges":[{"id":"e","source":"x","target":"y"}]}"#,
      "edges[0].source"
    ),
  ])
  func aMistakeInTheGraphNamesItsPlace(graph: String, expected: String) throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write(graph, to: "g.json")
      let run = try Program.fixture.run(["layout", "g.json", "out.json"], in: folder)
      #expect(run.status == 2)
      #expect(run.errors.contains(expected), "\(run.errors)")
      #expect(try folder.files() == ["g.json"])
    }
  }

  @Test func aFileThatCannotBeReadOrWrittenIsNamed() throws {
    try withTemporaryFolder { (folder) throws in
      let missing = try Program.fixture.run(["layout", "no.json", "out.json"], in: folder)
      #expect(missing.status == 3 && missing.errors.contains("no.json"))
      try folder.write(Self.graph, to: "g.json")
      let unwritable = try Program.fixture.run(["layout", "g.json", "no/out.json"], in: folder)
      #expect(unwritable.status == 3 && unwritable.errors.contains("no/out.json"))
    }
  }

  /// A pipe does not tell how long it is, and gives a large graph in parts.
  @Test func pipesAreRead() throws {
    try withTemporaryFolder { (folder) throws in
      let space = String(repeating: " ", count: 300_000)
      try folder.write(Self.graph + space, to: "g.json")
      let program = Program.fixture.path
      let script = """
        cat g.json | '\(program)' layout /dev/stdin one.json &&
        mkfifo last && { cat one.json > last & } &&
        '\(program)' layout g.json two.json --previous last && wait
        """
      let run = try Program.run("/bin/sh", ["-c", script], in: folder.path)
      #expect(run.status == 0, "\(run.errors)")
      #expect(try folder.read("one.json") == folder.read("two.json"))
    }
  }

  @Test func aFileWithoutAnEndIsNotRead() throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(["layout", "/dev/zero", "out.json"], in: folder)
      #expect(run.status == 3)
      #expect(run.errors.contains("cannot read “/dev/zero”: it holds more than 256 MB"))
    }
  }

  @Test(arguments: ["g.json", "./g.json", ".//./g.json"])
  func theGraphIsNotOverwritten(output: String) throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write(Self.graph, to: "g.json")
      let run = try Program.fixture.run(["layout", "g.json", output], in: folder)
      #expect(run.status == 2 && run.errors.contains("the drawing would overwrite the graph"))
      #expect(try folder.read("g.json") == Self.graph)
    }
  }
}
