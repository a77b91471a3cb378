import DiagramDSL
import DiagramEngine
import DiagramGraph
import DiagramModel
import TestSupport
import Testing

private let a = Component("a"), b = Component("b"), c = Component("c"), d = Component("d")

private func diagnostics(@SeriesBuilder _ pictures: () -> [Picture]) -> [Diagnostic] {
  do {
    _ = try Series("hints", pictures: pictures).scenes(in: .dark)
    return []
  } catch {
    return error.diagnostics
  }
}

/// What the engine says of one picture, each as its message and its notes.
private func messages(@PictureBuilder _ items: () -> [PictureItem]) -> [String] {
  diagnostics { Picture("p", content: items) }.map { diagnostic in
    ([diagnostic.message] + diagnostic.notes.map(\.message)).joined(separator: "; ")
  }
}

@Suite struct HintContradictionTests {
  @Test func aCircleOfHintsNamesThemAll() {
    let found = messages {
      Layered { [a, b, c] }
      a.above(b)
      b.above(c)
      c.above(a)
    }
    #expect(
      found == [
        "“c” above “a” contradicts “a” above “b” and “b” above “c”; “a” above “b”; “b” above “c”"
      ])
  }

  @Test func oppositeHintsNameBoth() {
    let found = diagnostics {
      Picture("p") {
        Layered { [a, b] }
        a.leftOf(b)
        a.rightOf(b)
      }
    }
    #expect(found.map(\.message) == ["“b” left of “a” contradicts “a” left of “b”"])
    #expect(found[0].line == #line - 4)
    #expect(found[0].notes.map(\.origin.line) == [#line - 6])
    #expect(found[0].hints == ["drop one of them"])
  }

  @Test func hintsOfTwoPicturesCanContradict() {
    let found = diagnostics {
      Picture("one") {
        Layered { [a, b] }
        a.above(b)
      }
      Picture("two") {
        Layered { [a, b] }
        b.above(a)
      }
    }
    #expect(found.map(\.message) == ["“b” above “a” contradicts “a” above “b”"])
  }

  @Test func anOrderAlongTheFlowContradictsOneRank() {
    let found = messages {
      Layered { [a, b, c] }
      SameRank(a, b, c)
      b.leftOf(c)
    }
    #expect(
      found == [
        "“b” left of “c” contradicts SameRank(“a”, “c”) and SameRank(“a”, “b”); "
          + "SameRank(“a”, “c”); SameRank(“a”, “b”)"
      ])
  }

  @Test func aLongArrowContradictsOneRank() {
    let found = messages {
      Layered { [a, b] }
      SameRank(a, b)
      (a --> b).minimumLength(2)
    }
    #expect(
      found == [
        "“a” --> “b” with a minimum length of 2 contradicts SameRank(“a”, “b”); SameRank(“a”, “b”)"
      ])
  }

  @Test func aRowKeepsItsOrder() {
    let found = diagnostics {
      Picture("p") {
        Row { [a, b] }
        a.leftOf(b)
        b.leftOf(a)
        a.above(b)
        SameRank(a, b)
      }
    }
    #expect(
      found.map(\.message) == [
        "“b” left of “a” contradicts a row, which places its boxes by their order",
        "“a” above “b” contradicts a row, which places its boxes by their order",
      ])
    #expect(found[0].notes.map(\.origin.line) == [#line - 12])
  }

  @Test func aGridKnowsItsRowsAndColumns() {
    #expect(
      messages {
        Grid(columns: 2) { [a, b, c, d] }
        a.leftOf(d)
        b.above(c)
        SameRank(c, d)
      } == [])
    #expect(
      messages {
        Grid(columns: 2) { [a, b, c, d] }
        a.above(b)
      } == [
        "“a” above “b” contradicts a grid, which places its boxes by their order; the other one"
      ])
  }

  @Test func treesRingsAndPacksSayWhatTheyCannot() {
    #expect(
      messages {
        Row {
          Tree { [a, b] }
          Packed { [c, d] }
        }
        a --> b
        a.above(b)
        SameRank(c, d)
      } == [
        "“a” above “b” contradicts a tree, which places its boxes by its arrows; the other one",
        "SameRank(“c”, “d”) contradicts a pack, which has no layers; the other one",
      ])
  }

  @Test func lengthsAndWeightsNeedLayers() {
    #expect(
      messages {
        Row { [a, b] }
        (a --> b).minimumLength(2)
        (b --> a).weight(3)
      } == [
        "“a” --> “b” has a minimum length of 2, which contradicts a row, which places its boxes by "
          + "their order; the other one",
        "“b” --> “a” has a weight of 3, which contradicts a row, which places its boxes by their "
          + "order; the other one",
      ])
    #expect(
      messages {
        Node("n") { a }
        (Node("n") --> a).minimumLength(2)
      } == ["“n” --> “a” has a minimum length of 2, but leads nowhere else"])
    #expect(
      messages {
        Layered { [a, b] }
        (a --> b).minimumLength(0)
        (b --> a).weight(0)
      } == ["an arrow cannot be 0 layers long", "an arrow cannot weigh 0"])
  }

  @Test func pinsCanContradict() {
    #expect(
      messages {
        Column { [a.at(x: 0, y: 0), b] }
      } == [
        "“a” is pinned at (0, 0), which contradicts a column, which places its boxes by their "
          + "order; the other one"
      ])
    let overlap = diagnostics {
      Picture("p") {
        a.at(x: 0, y: 0)
        b.at(x: 40, y: 20)
      }
    }
    #expect(overlap.map(\.message) == ["“b” is pinned onto “a”"])
    #expect(
      overlap[0].hints == [
        "“a” takes 60 × 60 units from (0, 0) on: write `.at(x: 80, y: 0)` or "
          + "`.at(x: 0, y: 80)`",
        "or lay it there on purpose: `.on(a, x: 1.17, y: 0.83)`",
      ])
    #expect(
      messages {
        a.at(x: 0, y: 0)
        b.at(x: 0, y: 200)
        b.above(a)
      } == [
        "“b” above “a” contradicts the places of pinned boxes; “a” is pinned; “b” is pinned"
      ])
    #expect(
      messages { a.at(x: -1, y: 0) } == ["“a” cannot stand at (-1, 0)"])
    let moved = diagnostics {
      Picture("one") { a.at(x: 0, y: 0) }
      Picture("two") { a.at(x: 20, y: 0) }
    }
    #expect(
      moved.map(\.message) == [
        "“a” is pinned at (20, 0) in one picture and at (0, 0) in another"
      ])
  }

  @Test func pinsAreToldWithTheLineOfTheirPlace() {
    let first = #line + 3
    let overlap = diagnostics {
      Picture("p") {
        a.at(x: 0, y: 0)
        b.at(x: 40, y: 20)
      }
    }
    #expect(overlap[0].origin.line == UInt(first + 1))
    #expect(overlap[0].notes[0].origin.line == UInt(first))
    let moved = diagnostics {
      Picture("one") { a.at(x: 0, y: 0) }
      Picture("two") { a.at(x: 20, y: 0) }
    }
    #expect(moved[0].origin.line == moved[0].notes[0].origin.line + 1)
  }

  @Test func hintsWithoutAMeaningAreTold() {
    #expect(
      messages {
        Layered { [a, b] }
        a.above(a)
      } == ["“a” above “a” is about one box"])
    #expect(
      messages {
        Layered { [a, b] }
        a.above(c)
      } == ["picture “p” does not show “c”"])
    #expect(
      messages {
        Node("n") { a }
        a.above(Node("n"))
      } == ["“a” above “n”: one of them lies inside the other"])
  }
}
