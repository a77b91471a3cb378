import DiagramDSL
import DiagramEngine
import DiagramModel
import TestSupport
import Testing

/// The text of a trunk, and warnings about what only keeps a place free.
@Suite struct TrunkTextTests {
  private let hub = Component("hub")
  private let others = ["a", "b", "c"].map { Component($0) }

  private func scenes(@SeriesBuilder _ pictures: () -> [Picture]) throws -> [Scene] {
    try Series("trunks", pictures: pictures).scenes(in: .dark)
  }

  @Test func oneTextOnATrunkIsDrawnOnce() throws {
    let scene = try scenes {
      Picture("p") {
        Row(spacing: 160) {
          hub
          Column { others }
        }
        (hub --> others).trunk().label("scrape")
      }
    }[0]
    #expect(scene.lines.compactMap(\.text).count == 1)
    #expect(scene.lines.allSatisfy { $0.meaning.name == "scrape" })
  }

  @Test func differentTextsStandAtTheirBranches() throws {
    let scene = try scenes {
      Picture("p") {
        Row(spacing: 160) {
          hub
          Column { others }
        }
        for (index, arrow) in (hub --> others).trunk().enumerated() { arrow.label("\(index)") }
      }
    }[0]
    #expect(scene.lines.compactMap(\.text).count == 3)
  }

  /// Whichever of its arrows a picture shows, the text stands at one place.
  @Test func eachPictureShowsTheTextOfATrunkAtOnePlace() throws {
    let scenes = try scenes {
      for count in 2...3 {
        Picture("p\(count)") {
          Row(spacing: 160) {
            hub
            Column { others }
          }
          (hub --> Array(others.suffix(count))).trunk().label("scrape")
        }
      }
    }
    let places = scenes.map { $0.lines.compactMap { $0.text?.frame } }
    #expect(places.allSatisfy { $0.count == 1 })
    #expect(places[0] == places[1])
  }

  @Test func aSpotThatKeepsACellFreeIsInNobodysWay() throws {
    let fix = Component("Fix")
    let merge = Component("Merge")
    let review = Component("Review")
    let ok = Component("ok?", shape: .diamond)
    let series = Series("lanes") {
      Picture("p") {
        Lanes {
          Lane("Dev") {
            fix
            Spot("free")
            merge
          }
          Lane("Review") {
            review
            ok
          }
        }
        review --> ok
        (ok --> fix).from(.top).to(.right)
        ok --> merge
      }
    }
    #expect(try series.rendered(in: .dark).diagnostics.isEmpty)
  }
}

extension Scene {
  /// In the order of their drawing.
  fileprivate var lines: [SceneLine] {
    elements.compactMap { if case .line(let line) = $0 { line } else { nil } }
  }
}
