import DiagramDSL
import DiagramGraph
import DiagramModel
import DiagramText
import Testing

@testable import DiagramEngine

private let gateway = Component("gateway")
private let orders = Component("orders")
private let mail = Component("mail")
private let log = Component("log")

/// What the engine says of a series with one picture, in which all four boxes stand.
private func diagnostics(@PictureBuilder _ arrows: () -> [PictureItem]) -> [Diagnostic] {
  diagnostics(of: [arrows()])
}

/// What the engine says of a series with a picture for each list of arrows.
private func diagnostics(of pictures: [[PictureItem]]) -> [Diagnostic] {
  do {
    _ = try series(pictures).resolved()
    return []
  } catch {
    return error.diagnostics
  }
}

private func series(_ pictures: [[PictureItem]]) -> Series {
  Series("chapter") {
    for (index, arrows) in pictures.enumerated() {
      Picture("p\(index)") {
        Row {
          gateway
          Column {
            orders
            mail
            log
          }
        }
        arrows
      }
    }
  }
}

private func items(@PictureBuilder _ arrows: () -> [PictureItem]) -> [PictureItem] { arrows() }

@Suite struct TrunkTests {
  @Test func arrowsOfATrunkShareANumberAndLeaveAtOnePlace() throws {
    let series = series([
      items {
        (gateway --> [orders, mail]).trunk()
        gateway --> log
        ([orders, mail] --> log).trunk()
      }
    ])
    let resolved = try series.resolved()
    #expect(resolved.trunks == [0, 0, nil, 1, 1])
    let routes = try series.resolved().measured(by: FontMetrics()).placed().layout.routes
    #expect(routes[0].points[0] == routes[1].points[0])
    #expect(routes[0].points[0] != routes[2].points[0])
    #expect(routes[3].points.last == routes[4].points.last)
  }

  @Test func aTrunkThatGrowsFromPictureToPictureIsOne() throws {
    let series = series([
      items { (gateway --> [orders, mail]).trunk() },
      items { (gateway --> [orders, mail, log]).trunk() },
      items { gateway --> log },
    ])
    let resolved = try series.resolved()
    #expect(Set(resolved.trunks).count == 1 && resolved.trunks[0] != nil)
    let scenes = try series.scenes(in: .dark)
    #expect(scenes.allSatisfy { $0.size == scenes[0].size })
    let ways = scenes.map { scene in
      scene.elements.reduce(into: [String: [Point]]()) { ways, element in
        if case .line(let line) = element { ways[line.id] = line.points }
      }
    }
    #expect(ways.map(\.count) == [2, 3, 1])
    #expect(ways.allSatisfy { $0.allSatisfy { ways[1][$0.key] == $0.value } })
  }

  @Test func aTrunkOfOneArrowIsAnArrow() throws {
    let resolved = try series([items { (gateway --> [orders]).trunk() }]).resolved()
    #expect(resolved.trunks == [nil])
  }

  @Test func linesThatShareTheirEndAreDrawnFromThere() throws {
    let scene = try series([
      items {
        ([orders, mail] --> log).trunk().dashed()
        (gateway --> [orders, mail]).trunk()
      }
    ]).scenes(in: .dark)[0]
    let isBackwards = scene.elements.compactMap { element in
      if case .line(let line) = element { line.isDrawnBackwards } else { nil }
    }
    #expect(isBackwards == [true, true, false, false])
  }

  @Test func aWholeTrunkIsBoundToASide() throws {
    let series = series([items { (gateway --> [orders, mail]).from(.bottom).to(.left).trunk() }])
    let layout = try series.resolved().measured(by: FontMetrics()).placed().layout
    let root = try #require(series.resolved().items.firstIndex { $0.id == "gateway" })
    #expect(
      layout.routes.map { $0.points[0].y } == [Int](repeating: layout.frames[root].maxY, count: 2))
  }

  @Test func arrowsWithoutACommonEndAreNoTrunk() {
    let found = diagnostics { (gateway --> orders --> mail).trunk() }
    #expect(
      found.map(\.message) == ["the arrows of a trunk neither all start nor all end at one box"])
    #expect(found[0].hints == ["write `(a --> [b, c]).trunk()` or `([b, c] --> a).trunk()`"])
    #expect(found[0].file.hasSuffix("TrunkTests.swift"))
    #expect(found[0].line == #line - 5)
  }

  @Test func aLoopIsNoPartOfATrunk() {
    let found = diagnostics { [(gateway --> gateway).loop(), gateway --> orders].trunk() }
    #expect(
      found.map(\.message) == [
        "an arrow from “gateway” to itself cannot be part of a trunk"
      ])
  }

  @Test func straightAndCurvedArrowsAreNoTrunks() {
    let found = diagnostics {
      [gateway --> orders, (gateway --> mail).straight()].trunk()
      ([mail, orders] --> log).map { $0.curved() }.trunk()
    }
    #expect(
      found.map(\.message) == [
        "an arrow of a trunk cannot be straight", "an arrow of a trunk cannot be curved",
      ])
    #expect(found[0].hints == ["leave out `.straight()`, or take the arrow out of the trunk"])
  }

  @Test func twoArrowsBetweenTheSameBoxesAreNotInOneTrunk() {
    let found = diagnostics { (gateway --> [orders, orders, mail]).trunk() }
    #expect(found.map(\.message) == ["two arrows of a trunk run from “gateway” to “orders”"])
  }

  @Test func theSharedEndHasOneSideAndOneHead() {
    let found = diagnostics {
      [(gateway --> orders).from(.top), (gateway --> mail).from(.right)].trunk()
      [(orders --> log).heads(end: .circle), mail --> log].trunk()
      [(gateway --> orders).to(.top), gateway --> mail, (gateway --> log).from(.left)].trunk()
    }
    #expect(
      found.filter { $0.severity == .error }.map(\.message) == [
        "the arrows of a trunk leave “gateway” on different sides",
        "the arrows of a trunk have different heads or gaps at “log”",
      ])
  }

  @Test func anArrowIsInOneTrunkInAllPictures() {
    let found = diagnostics(of: [
      items { (gateway --> [orders, mail]).trunk() },
      items { ([gateway, log] --> mail).trunk() },
    ])
    #expect(
      found.map(\.message) == [
        "the arrow from “gateway” to “mail” is part of different trunks in two pictures"
      ])
  }

  @Test func aTrunkLeavesAContainerInwardsOrOutwards() {
    let node = Node("Node") { orders }
    let series = Series("chapter") {
      Picture("p") {
        Row {
          node
          mail
        }
        (node --> [orders, mail]).trunk()
      }
    }
    #expect(throws: DiagramError.self) { try series.resolved() }
  }
}
