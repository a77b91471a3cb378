import DiagramDSL
import DiagramEngine
import Testing

private func box(_ title: String) -> Component { Component(title) }

/// The ids of the boxes that these pictures unite to, groups left out.
private func ids(@SeriesBuilder _ pictures: () -> [Picture]) throws -> [String] {
  try Series("chapter", pictures: pictures).resolved().items.map(\.id).filter { !$0.isEmpty }
}

@Suite struct UnionTests {
  @Test func aBoxOfSeveralPicturesIsOne() throws {
    let worker = Node("Worker") { box("kubelet") }
    let found = try ids {
      Picture("p") { worker.collapsed() }
      Picture("q") { worker }
    }
    #expect(found == ["worker", "worker/kubelet"])
  }

  @Test func boxesThatComeLaterTakeTheirPlaceInTheOrder() throws {
    let found = try ids {
      Picture("p") {
        Row {
          box("a"); box("d")
        }
      }
      Picture("q") {
        Row {
          box("a"); box("b"); box("d")
        }
      }
      Picture("r") {
        Row {
          box("b"); box("c"); box("d")
        }
      }
    }
    #expect(found == ["a", "b", "c", "d"])
  }

  @Test func groupsAreOneIfTheyShareABox() throws {
    let series = Series("chapter") {
      Picture("p") {
        Row { box("a") }
        Row { box("x") }
      }
      Picture("q") {
        Row {
          box("b"); box("x")
        }
      }
      Picture("r") {
        Row {
          box("a"); box("c")
        }
      }
    }
    let items = try series.resolved().items
    #expect(items.filter(\.id.isEmpty).count == 2)
    let parent = { (id: String) in items.first { $0.id == id }?.parent }
    #expect(parent("a") == parent("c"))
    #expect(parent("b") == parent("x"))
    #expect(parent("a") != parent("b"))
  }

  @Test func equalNamesInTwoContainersAreTwoBoxes() throws {
    let found = try ids {
      Picture("p") {
        for number in 1...2 { Node("Worker \(number)") { box("kubelet") } }
      }
    }
    #expect(found == ["worker-1", "worker-1/kubelet", "worker-2", "worker-2/kubelet"])
  }

  @Test func arrowsOfSeveralPicturesAreOneByTheirEnds() throws {
    let (a, b) = (box("a"), box("b"))
    let series = Series("chapter") {
      Picture("p") {
        Row {
          a; b
        }
        a --> b
      }
      Picture("q") {
        Row {
          a; b
        }
        (a --> b).accent()
        a --> b
        b --> a
      }
    }
    let arrows = try series.resolved().arrows
    #expect(arrows.map(\.id) == ["a-->b", "a-->b-2", "b-->a"])
    #expect(
      arrows.map { $0.variants.map { $0 != nil } } == [
        [true, true], [false, true], [false, true],
      ])
  }
}
