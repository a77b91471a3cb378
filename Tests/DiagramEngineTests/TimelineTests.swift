import DiagramAlgorithms
import DiagramDSL
import DiagramModel
import TestSupport
import Testing

@testable import DiagramEngine

private let login = Component("Login")
private let search = Component("Search")

/// A plan is read along its columns: what lies elsewhere than at its time tells something wrong.
@Suite struct TimelineTests {
  private func scenes(@SeriesBuilder _ pictures: () -> [Picture]) throws -> [Scene] {
    try Series("plan", pictures: pictures).scenes(in: .dark)
  }

  private func frames(_ scene: Scene) -> [String: Rect] {
    Dictionary(scene.boxes.map { ($0.id, $0.frame) }, uniquingKeysWith: { first, _ in first })
  }

  /// What is told of a timeline of two columns, warnings and errors.
  private func told(_ timeline: Timeline) -> [Diagnostic] {
    let series = Series("plan") { Picture("p") { timeline } }
    do {
      return try series.rendered(in: .dark).diagnostics
    } catch {
      return (error as? DiagramError)?.diagnostics ?? []
    }
  }

  @Test func barsLieAtTheirTimesInAllLanes() throws {
    let found = frames(
      try scenes {
        Picture("p") {
          Timeline("Q1", "Q2", "Q3") {
            Lane("Web") {
              login.during(0, 2); search.during(2, 3)
            }
            Lane("A lane with a long title") { Component("Move").during(1, 2) }
          }
        }
      }[0])
    let (one, two, move) = (
      try #require(found["web/login"]), try #require(found["web/search"]),
      try #require(found["a-lane-with-a-long-title/move"])
    )
    // All columns are equally long; bars end a little before their times, to be told apart.
    #expect(abs(one.size.width - 2 * two.size.width) <= 2 * PlaceGap.both)
    #expect(abs(move.minX - one.midX) <= PlaceGap.both && abs(move.maxX - one.maxX) <= 1)
    #expect(one.minY == two.minY && one.maxX < two.minX)
  }

  private enum PlaceGap { static let both = 6 }

  @Test func whatOverlapsStandsBelowEachOther() throws {
    let found = frames(
      try scenes {
        Picture("p") {
          Timeline("Q1", "Q2") {
            Lane("Web") {
              login.during(0, 1.5); search.during(1, 2); Component("Third").during(1.5, 2)
            }
          }
        }
      }[0])
    let (one, two, three) = (
      try #require(found["web/login"]), try #require(found["web/search"]),
      try #require(found["web/third"])
    )
    #expect(one.maxY < two.minY)
    #expect(one.midY == three.midY)
    #expect(try #require(found["web"]).contains(two))
  }

  @Test(arguments: [
    "Versicherungsnummernabgleich", "a text of many words that is broken into lines", "🚀",
    "a\u{300}",
    "",
  ])
  func everyTextHasRoom(text: String) throws {
    let scene = try scenes {
      Picture("p") {
        Timeline("Q1", "Q2", "Q3", "Q4") {
          Lane("Web") { Component(text).id("bar").during(1, 1.25) }
        }
      }
    }[0]
    let bar = try #require(scene.boxes.first { $0.id == "web/bar" })
    if let words = bar.text { #expect(bar.frame.contains(words.frame)) }
  }

  @Test func nothingMovesInASeries() throws {
    let both = try scenes {
      Picture("one") { Timeline("Q1", "Q2") { Lane("Web") { login.during(0, 1.5) } } }
      Picture("two") {
        Timeline("Q1", "Q2") {
          Lane("Web") {
            search.during(1, 2); login.during(0, 1.5)
          }
          Divider("today").at(1.2)
        }
      }
    }.map(frames)
    for (id, frame) in both[0] { #expect(both[1][id] == frame, "\(id)") }
  }

  @Test func arrowsJoinBars() throws {
    let series = Series("plan") {
      Picture("p") {
        Timeline("Q1", "Q2", "Q3") {
          Lane("Web") { login.during(0, 1) }
          Lane("Data") { search.during(1.5, 3) }
          Divider("today").at(1.2)
        }
        (login --> search).label("opens")
      }
    }
    #expect(try series.rendered(in: .dark).diagnostics.map(\.message) == [])
  }

  /// Each at its own line, with what to write instead.
  @Test(arguments: [
    (-0.5, 1.0), (0.0, 2.5), (1.5, 1.0), (.nan, 1.0), (0.0, .nan), (0.0, .infinity),
    (-.infinity, .infinity), (1e300, 1e301), (3.0, 3.0),
  ])
  func timesOutsideAreTold(start: Double, end: Double) {
    let here = UInt(#line)
    let told = told(Timeline("Q1", "Q2") { Lane("Web") { login.during(start, end, line: here) } })
    #expect(told.map(\.kind) == [.placeOutside])
    #expect(told.first?.origin.line == here && told.first?.message.contains("Login") == true)
  }

  @Test func timesThatNobodyWroteAreTold() {
    #expect(told(Timeline("Q1", "Q2") { Lane("Web") { login } }).map(\.kind) == [.placeOutside])
    #expect(told(Timeline("Q1", "Q2") { Divider("today") }).map(\.kind) == [.placeOutside])
    #expect(
      told(Timeline("Q1", "Q2") { Divider("today").during(0, 1) }).map(\.kind) == [.placeOutside])
  }

  @Test func aTimeOutsideOfATimelineIsTold() {
    let series = Series("plan") { Picture("p") { Row { login.at(1) } } }
    let error = #expect(throws: DiagramError.self) { try series.rendered(in: .dark) }
    #expect(error?.diagnostics.map(\.kind) == [.placeOutside])
  }

  /// The boxes stood out of their lane.
  @Test func whatHoldsBoxesCannotBeABar() {
    let node = Node("Team") {
      login; search
    }
    let found = told(Timeline("Q1") { Lane("Web") { node.during(0, 1) } })
    #expect(found.map(\.kind) == [.placeOutside])
    #expect(found.allSatisfy { $0.message.contains("Team") && $0.hints != [] })
    #expect(told(Timeline("Q1") { Lane("Web") { node.collapsed().during(0, 1) } }) == [])
  }

  @Test func columnsAreWanted() {
    #expect(told(Timeline { Lane("Web") { login.at(0) } }).map(\.kind) == [.gridColumns])
  }

  /// No columns, no lanes, nothing in a lane, odd titles: whatever becomes of it, nothing traps.
  @Test(arguments: [[], [""], ["Q1", "Q1"], ["\n", "🚀", "a|b"]], [0, 1, 3])
  func oddTimelinesDoNotTrap(columns: [String], lanes: Int) {
    let series = Series("plan") {
      Picture("p") {
        Timeline(columns) {
          for lane in 0..<lanes { Lane("Lane \(lane)") { if lane > 0 { login.id("l").at(0) } } }
        }
        login.id("other")
      }
    }
    _ = try? series.rendered(in: .dark)
  }

  /// Whatever times bars have, none covers another one, and each lies in its lane.
  @Test(arguments: UInt64(0)..<10)
  func randomBarsLieBesideEachOther(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let bars = (0..<6).map { number in
      let (start, length) = (
        Double.random(in: 0...2.5, using: &random), Double.random(in: 0.125...0.5, using: &random)
      )
      return Component("Bar \(number)").during(start, start + length)
    }
    let found = frames(
      try scenes { Picture("p") { Timeline("Q1", "Q2", "Q3") { Lane("Web") { bars } } } }[0])
    let (lane, laid) = (
      try #require(found["web"]), try bars.indices.map { try #require(found["web/bar-\($0)"]) }
    )
    for (index, bar) in laid.enumerated() {
      #expect(lane.contains(bar))
      #expect(!laid[..<index].contains { $0.intersects(bar) })
    }
  }
}
