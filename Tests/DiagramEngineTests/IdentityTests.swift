import DiagramDSL
import DiagramEngine
import DiagramModel
import TestSupport
import Testing

private let api = Component("API")
private let web = Component("Web")
private let store = Component("Store")
private let worker1 = Node("Worker 1") {
  web
  Node("Pod") { store }
}

/// What the engine says of one series of these pictures.
private func diagnostics(@SeriesBuilder _ pictures: () -> [Picture]) -> [Diagnostic] {
  do {
    return try Series("chapter", pictures: pictures).rendered(in: .dark, as: [.svg]).diagnostics
  } catch {
    return (error as? DiagramError)?.diagnostics ?? []
  }
}

@Suite struct UnknownBoxTests {
  @Test func aContainerThatHoldsNoSuchBoxIsNamed() {
    let found = diagnostics {
      Picture("p") {
        worker1
        api
        api --> worker1[api]
      }
    }
    #expect(found.map(\.message) == ["“Worker 1” holds no “API” in picture “p”"])
    #expect(
      found[0].hints == [
        "it stands directly in the picture: write `api`",
        "“Worker 1” holds “Web”, “Pod”: name one of them",
        "put “API” into “Worker 1”, or drop the arrow",
      ])
    #expect(found[0].notes.map(\.message) == ["the container"])
  }

  @Test func theContainerThatDoesHoldItIsNamed() {
    let worker2 = Node("Worker 2") { api }
    let found = diagnostics {
      Picture("p") {
        worker1
        worker2
        web --> worker1[api]
      }
    }
    #expect(found[0].hints[0] == "it stands in “Worker 2”: write `worker2[api]`")
  }

  @Test func aContainerThatIsNotShownIsNamed() {
    let found = diagnostics {
      Picture("p") {
        web
        web --> worker1[store]
      }
    }
    #expect(
      found.map(\.message) == [
        "picture “p” does not show “Worker 1”, in which “Store” is meant to lie"
      ])
  }

  @Test func aHiddenBoxOfAnotherKindIsNotCalledMissing() {
    let found = diagnostics {
      Picture("p") {
        worker1.collapsed()
        api
        api --> worker1[Component("Pod")]
      }
    }
    #expect(
      found.map(\.message) == [
        "“Pod” is a Node in picture “p”, but the arrow names a Component"
      ])
  }

  @Test func aBoxOfAnotherKindIsNotCalledMissing() {
    let found = diagnostics {
      Picture("p") {
        Node("API") { web }
        web --> api
      }
    }
    #expect(
      found.map(\.message) == ["“API” is a Node in picture “p”, but the arrow names a Component"])
  }

  @Test func aBoxOfThatTitleWithAnotherIDIsNotCalledMissingWithoutAWord() {
    let found = diagnostics {
      Picture("p") {
        api.id("gateway")
        web
        web --> api
      }
    }
    #expect(found[0].hints[0].hasPrefix("a box with this title has another id"))
  }

  @Test func aHintForABoxOutsideOfItsContainerSaysSo() {
    let found = diagnostics {
      Picture("p") {
        api
        Node("Worker") {
          web
          web.above(api)
        }
      }
    }
    #expect(
      found.map(\.message) == ["“API” does not lie in “Worker”, in which its hint stands"])
  }
}

@Suite struct SameIdentityTests {
  @Test func titlesThatOnlySignsTellApartAreDifferentBoxes() {
    let found = diagnostics {
      Picture("p") {
        ["C", "C++", "C#", "C+", "A", "A*", "50", "50%", "5 $", "5 €", "F"].map {
          Component($0)
        }
      }
    }
    #expect(found == [])
  }

  @Test(arguments: [
    ("C", "c"), ("C++", "c-plus-plus"), ("C#", "c-sharp"), ("Pod #1", "pod-1"), ("A*", "a-star"),
    ("50 %", "50-percent"), ("Kube API-Server", "kube-api-server"), ("größe<x*>", "größe-x-star"),
    ("a -> b", "a-b"), ("+", "plus"), ("→", "u2192"), ("C\n++", "c-plus-plus"),
  ])
  func theIdDependsOnTheTitleAlone(title: String, id: String) { #expect(slug(title) == id) }

  @Test func titlesOfOneIdAreBothNamed() {
    let found = diagnostics {
      Picture("p") {
        Component("A & B")
        Component("A - B")
        Component("API")
        Component("Api")
        web
        web
      }
    }
    #expect(
      found.map(\.message)
        == [
          "“A & B” and “A - B” have one id, “a-b”, in picture “p”",
          "“API” and “Api” have one id, “api”, in picture “p”",
          "“Web” stands twice in picture “p”",
        ].sorted { one, _ in one.contains("Web") })
  }

  @Test func anArrowBetweenTwoBoxesOfOneIdIsNotToldAsALoop() {
    let other = Component("Api")
    let found = diagnostics {
      Picture("p") {
        api
        other
        api --> other
      }
    }
    #expect(found.map(\.kind) == [.twiceInPicture])
    let single = diagnostics {
      Picture("p") {
        api
        api --> other
      }
    }
    #expect(
      single.map(\.message) == [
        "an arrow runs from “API” to “Api”, which are one box: both have the id “api”"
      ])
  }

  @Test func titlesOfOneIdInTwoPicturesAreToldOf() {
    let found = diagnostics {
      Picture("p") { Component("Store?") }
      Picture("q") { store }
      Picture("r") { Component("St\nore ") }
    }
    #expect(found.map(\.kind) == [.differentTitles])
    #expect(found[0].message.contains("“Store” in picture “q”"))
    let meant = diagnostics {
      Picture("p") { store }
      Picture("q") { store.label("Store!") }
      Picture("r") { Component("Warehouse").id("store") }
    }
    #expect(meant == [])
  }
}

@Suite struct MovedBoxTests {
  @Test func aBoxThatMovesIntoAContainerIsToldWithBothLines() {
    let found = diagnostics {
      Picture("p") {
        api
        web
      }
      Picture("q") {
        Node("Cluster") { api }
        web
      }
    }
    #expect(
      found.map(\.message) == [
        "“API” is drawn at two places: directly in picture “p”, and in “Cluster” in picture “q”"
      ])
    #expect(found[0].severity == .warning)
    #expect(found[0].notes.map(\.origin.line) == [#line - 14, #line - 10])
    #expect(found[0].hints.count == 3)
  }

  @Test func aBoxThatMovesBetweenContainersIsToldToo() {
    let found = diagnostics {
      Picture("p") {
        Node("A") {
          web
          api
        }
        Node("B") { store }
      }
      Picture("q") {
        Node("A") { web }
        Node("B") {
          store
          api
        }
      }
    }
    #expect(found.map(\.kind) == [.movedBox])
  }

  @Test func replicasAndCloserLooksAreFine() {
    let one = Node("One") { api }
    let two = Node("Two") { api }
    let found = diagnostics {
      Picture("one") { one }
      Picture("two") { two }
      Picture("zoom") {
        one.collapsed()
        two
      }
      Picture("both") {
        one
        two
      }
    }
    #expect(found == [])
  }

  @Test func twoArrangementsOfTheSameBoxesOfferTwoSeries() {
    let line = #line
    let found = diagnostics {
      Picture("p") { Row { [api, web] } }
      Picture("q") { Column { [api, web] } }
    }
    #expect(found.map(\.kind) == [.differentArrangements])
    #expect(found[0].notes.dropFirst().map(\.origin.line) == [UInt(line + 2), UInt(line + 3)])
    #expect(found[0].notes.dropFirst().map(\.message) == ["picture “p”", "picture “q”"])
    #expect(found[0].hints.contains { $0.contains("`Series(\"chapter-q\")`") })
  }
}

@Suite struct GroupTests {
  @Test func rowsWithTheSameBoxAreNotToldAsOneToo() {
    let found = diagnostics {
      Picture("p") {
        Row { api }
        Row { api }
      }
    }
    #expect(found.map(\.kind) == [.twiceInPicture])
    #expect(found[0].hints.last?.contains("if one let declares a row and another") == true)
  }

  @Test func rowsOfOneIDAreTold() {
    let found = diagnostics {
      Picture("p") {
        Row { api }.id("x")
        Row { web }.id("x")
      }
    }
    #expect(found.map(\.message) == ["a row stands twice in picture “p”"])
    #expect(found[0].hints == ["give one of them an id of its own: `.id(\"x-2\")`"])
  }

  @Test func picturesOfOneOrderAreComparedOnce() {
    let found = diagnostics {
      Picture("p") { Row { [api, web, store] } }
      Picture("q") { Row { [store, api, web] } }
      Picture("r") { Row { [web, api] } }
    }
    #expect(found.map(\.kind) == [.differentOrders, .differentOrders])
  }
}

@Suite struct SharedClosureTests {
  // The compiler runs the first closure for both, which is what these tests are about.
  private static let one = Node("One") { api }, two = Node("Two") { web }
  private static let
    first = Node("First") { Component("x") },
    second = Node("Second") { Component("y") }

  @Test func aBoxThatTheCompilerLostIsExplained() throws {
    try #require(Self.two.children == Self.one.children, "the compiler was mended")
    let found = diagnostics {
      Picture("p") {
        Self.one
        Self.two
        Self.one --> Self.two[web]
      }
    }
    #expect(found.map(\.kind) == [.sharedClosure, .unknownBox])
    #expect(found[0].message == "“Two” holds the same boxes as “One”, which is written beside it")
    #expect(found[0].line == found[0].notes[0].origin.line)
    #expect(
      found[1].hints.contains {
        $0.hasPrefix("“Two” holds the same as “One”: if one let declares both")
      })
  }

  @Test func whatIsWrittenInsideAnotherContainerIsToldOnSeveralLinesToo() throws {
    try #require(Self.first.children == Self.second.children, "the compiler was mended")
    let found = diagnostics {
      Picture("p") {
        Self.first
        Self.second
      }
    }
    #expect(found.map(\.kind) == [.sharedClosure])
  }

  private static let
    left = Picture("left") { Component("x") },
    right = Picture("right") { Component("y") }

  @Test func aPictureThatTheCompilerLostIsTold() throws {
    try #require(Self.left.items == Self.right.items, "the compiler was mended")
    let found = diagnostics {
      Self.left
      Self.right
    }
    #expect(found.map(\.kind) == [.sharedClosure])
    #expect(
      found[0].message == "picture “right” shows what is written in picture “left”")
  }

  private static let
    above = Series("above") { Picture("p") { Component("x") } },
    below = Series("below") { Picture("p") { Component("y") } }

  @Test func aSeriesThatTheCompilerLostIsTold() throws {
    try #require(Self.above.pictures == Self.below.pictures, "the compiler was mended")
    let found = catalogDiagnostics([Self.above, Self.below])
    #expect(found.map(\.kind) == [.sharedClosure])
    #expect(found[0].message == "series “below” shows what is written in series “above”")
    let picture = Picture("p") { api }
    let alike = ["a", "b"].map { path in Series(path) { picture } }
    let apart = Series("c") { picture }
    #expect(catalogDiagnostics(alike + [apart]) == [])
  }

  @Test func picturesWithTheSameBoxesAreNotSuspected() {
    let found = diagnostics {
      Picture("p") { api }
      Picture("q") { api }
      for name in ["r", "s"] { Picture(name) { Component("x") } }
    }
    #expect(found == [])
  }

  @Test func replicasAreNotSuspected() {
    let one = Node("One") { api }
    let two = Node("Two") { api }
    func worker(_ number: Int) -> Node { Node("Worker \(number)") { Component("kubelet") } }
    let found = diagnostics {
      Picture("p") {
        one
        two
        worker(1); worker(2)
      }
    }
    #expect(found == [])
  }
}
