import DiagramDSL
import DiagramModel
import TestSupport
import Testing

@testable import DiagramEngine

/// Arrows that are crossed out: connections that are broken or not allowed.
@Suite struct CrossedArrowTests {
  private let a = Component("a")
  private let b = Component("b")
  private let c = Component("c")

  private func scenes(@SeriesBuilder _ pictures: () -> [Picture]) throws -> [Scene] {
    try Series("crossed", pictures: pictures).scenes(in: .dark)
  }

  private func crosses(_ scene: Scene) -> [SceneBox] {
    scene.boxes.filter { $0.id.hasSuffix("!cross") }
  }

  private func lines(_ scene: Scene) -> [SceneLine] {
    scene.elements.compactMap { if case .line(let line) = $0 { line } else { nil } }
  }

  private func line(_ id: String, _ scene: Scene) throws -> SceneLine {
    try #require(lines(scene).first { $0.id == id })
  }

  /// Whether a point lies on a line of pieces along the axes.
  private func isOn(_ line: SceneLine, _ point: Point) -> Bool {
    zip(line.points, line.points.dropFirst()).contains { one, other in
      (min(one.x, other.x)...max(one.x, other.x)).contains(point.x)
        && (min(one.y, other.y)...max(one.y, other.y)).contains(point.y)
    }
  }

  @Test func theCrossLiesInTheMiddleOfTheArrow() throws {
    let scene = try #require(
      scenes {
        Picture("p") {
          Row(spacing: 120) {
            a; b
          }; (a --> b).crossedOut()
        }
      }.first)
    let cross = try #require(crosses(scene).first)
    let line = try line("a-->b", scene)
    #expect(cross.id == "a-->b!cross" && isOn(line, cross.frame.center))
    let (start, end) = (line.points[0], line.points[1])
    #expect(abs(cross.frame.midX - (start.x + end.x) / 2) <= 12, "\(cross.frame) \(line.points)")
    #expect(
      scene.elements.last.map { if case .box(let box) = $0 { box.id } else { "" } } == cross.id)
  }

  @Test func textAndNumberKeepOffTheCross() throws {
    let scene = try #require(
      scenes {
        Picture("p") {
          Row {
            a; b; c
          }
          (a --> b).label("TCP").crossedOut()
          (b --> c).numbered(1).crossedOut()
        }
      }.first)
    #expect(crosses(scene).count == 2)
    let text = try #require(line("a-->b", scene).text)
    let number = try #require(scene.boxes.first { $0.id == "b-->c!badge" })
    for cross in crosses(scene) {
      #expect(!cross.frame.intersects(text.frame) && !cross.frame.intersects(number.frame))
    }
  }

  /// On the trunk it would cross out all of them.
  @Test func onATrunkTheBranchIsCrossedOut() throws {
    let scene = try #require(
      scenes {
        Picture("p") {
          Column {
            a;
            Row {
              b; c
            }
          }
          [a --> b, (a --> c).crossedOut()].trunk()
        }
      }.first)
    let cross = try #require(crosses(scene).first)
    #expect(try isOn(line("a-->c", scene), cross.frame.center))
    #expect(try !isOn(line("a-->b", scene), cross.frame.center))
  }

  @Test func apictureCrossesOutArrowsByTheirNames() throws {
    let scenes = try scenes {
      Picture("all") {
        Row {
          a; b; c
        }; a --> b --> c
      }
      Picture("broken") {
        Row {
          a; b; c
        }; a --> b --> c
      }.crossedOut("b --> *")
      Picture("modified") {
        Row {
          a; b; c
        }; a --> b; (b --> c).crossedOut()
      }
      Picture("both") {
        Row {
          a; b; c
        }; a --> b --> c
      }.crossedOut(b, "a-->b")
    }
    #expect(
      scenes.map { crosses($0).map(\.id) }.prefix(3) == [[], ["b-->c!cross"], ["b-->c!cross"]])
    #expect(crosses(scenes[3]).map(\.id) == ["a-->b!cross"])
    #expect(crosses(scenes[1]).map(\.frame) == crosses(scenes[2]).map(\.frame))
    for scene in scenes { #expect(lines(scene).map(\.points) == lines(scenes[0]).map(\.points)) }
  }

  @Test func messagesAndSamplesAreCrossedOutToo() throws {
    let scenes = try scenes {
      Picture("said") {
        Sequence {
          (a --> b).label("ask").crossedOut(); a <-- b; b --> b
        }
      }
      Picture("all") {
        Sequence {
          (a --> b).label("ask"); a <-- b; b --> b
        }
        Legend { ArrowSample("broken").crossedOut() }
      }.crossedOut("b --> *")
    }
    #expect(crosses(scenes[0]).count == 1)
    #expect(crosses(scenes[1]).count == 3)
    let sample = try #require(crosses(scenes[1]).first { $0.id.hasPrefix("!legend") })
    #expect(
      isOn(try #require(lines(scenes[1]).first { $0.id.hasPrefix("!legend") }), sample.frame.center)
    )
  }

  @Test func itIsSaid() throws {
    let series = Series("s") {
      Picture("p") {
        a; b; (a --> b).label("TCP").crossedOut()
      }
    }
    let files = try series.rendered(in: .dark, as: [.outline]).files
    let text = String(decoding: try #require(files.first).bytes, as: UTF8.self)
    #expect(text.contains("a --> b (crossed out): TCP"), "\(text)")
    #expect(try #require(series.scenes(in: .dark).first).summary.contains("crossed out"))
  }
}
