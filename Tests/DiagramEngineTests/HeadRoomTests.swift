import DiagramDSL
import DiagramGraph
import DiagramModel
import DiagramText
import TestSupport
import Testing

@testable import DiagramEngine

/// The room of heads and lines between an outline and the boxes in it.
@Suite struct HeadRoomTests {
  private let a = Component("a")
  private let b = Component("b")

  private func scene(@PictureBuilder _ content: () -> [PictureItem]) throws -> Scene {
    let picture = Picture("p", content: content)
    return try #require(try Series("room") { picture }.scenes(in: .dark).first)
  }

  private func frame(_ id: String, _ scene: Scene) throws -> Rect {
    try #require(scene.boxes.first { $0.id == id }).frame
  }

  /// A head is 12 long and ends 3 before its box.
  @Test(arguments: [true, false])
  func aHeadLiesBesideTheOutlineThatItsArrowCrosses(isSource: Bool) throws {
    let scene = try scene {
      Row(spacing: 80) {
        a
        Node("Outside") { Row { b } }
        Node("Other") { Component("c") }
      }
      isSource ? (b <-- a) : (a --> b)
    }
    let (outer, inner) = (try frame("outside", scene), try frame("outside/b", scene))
    #expect(inner.minX - outer.minX >= 30)
    // What corresponds is drawn alike.
    let (other, c) = (try frame("other", scene), try frame("other/c", scene))
    #expect(c.minX - other.minX == inner.minX - outer.minX)
    let titles = try ["outside", "other"].map { id in
      try #require(scene.boxes.first { $0.id == id }?.text).frame.minX - frame(id, scene).minX
    }
    #expect(titles == [inner.minX - outer.minX, inner.minX - outer.minX])
  }

  @Test func containersThatNoHeadReachesAreAsSmallAsBefore() throws {
    let scene = try scene {
      Row(spacing: 80) {
        Node("One") {
          Row {
            a; b
          }
        }
        Node("Two") { Component("c") }
      }
      a --> b
      Node("One") --> Node("Two")
    }
    #expect(try frame("one/a", scene).minX - frame("one", scene).minX == 20)
  }

  /// Beside a title of usual length.
  @Test(arguments: ["Worker 1", "web", "Database"])
  func anArrowFromAboveEndsInTheMiddleOfABoxUnderATitle(title: String) throws {
    let scene = try scene {
      Column(spacing: 60) {
        a
        Node(title) {
          Column {
            b; Component("c")
          }
        }
      }
      a --> b
    }
    let line = try #require(
      scene.elements.compactMap { if case .line(let line) = $0 { line } else { nil } }.first)
    let box = try #require(scene.boxes.first { $0.id.hasSuffix("/b") }).frame
    #expect(line.points.last?.x == box.midX)
    let text = try #require(scene.boxes.first { $0.isContainer }?.text).frame
    #expect(text.maxX + 8 <= box.midX)
  }

  /// Boxes in containers above each other, joined at random: where a line bends below a title, there is
  /// room for it and for its head.
  @Test(arguments: UInt64(0)..<60)
  func headsBelowATitleHaveALineBeforeThem(seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    let upper = ["Orders", "Users", "Reports"].map { Component($0) }
    let lower = ["SQL", "Blob", "Cold"].prefix(2 + Int(seed % 2)).map {
      Component($0, shape: .cylinder)
    }
    let arrows = upper.flatMap { source in
      lower.filter { _ in Bool.random(using: &numbers) }.map { source --> $0 }
    }
    let placed = try Series("heads") {
      Picture("p") {
        Column {
          Node("Application") { Row { upper } }
          Node(["Storage", "Data", "All that is kept"][Int(seed % 3)]) { Row { lower } }
        }
        arrows
      }
    }.resolved().measured(by: FontMetrics()).placed()
    for route in placed.layout.routes where route.points.count > 2 {
      let (bend, end) = (route.points[route.points.count - 2], route.points[route.points.count - 1])
      #expect(abs(end.x - bend.x) + abs(end.y - bend.y) >= 16, "\(route.points)")
    }
  }

  /// However long the title is, and whoever leads the arrow.
  @Test(arguments: ["Worker 1", "A title that is rather long here"])
  func noArrowFromAboveRunsThroughATitle(title: String) throws {
    let node = Node(title) {
      b; Component("c")
    }
    let (free, layered) = (
      try scene {
        a; node; a --> b; b --> Component("c")
      },
      try scene {
        Layered(.down) {
          a; node
        }
        a --> b; b --> Component("c")
      }
    )
    for scene in [free, layered] {
      let text = try #require(scene.boxes.first { $0.isContainer }?.text).frame
      for case .line(let line) in scene.elements {
        for (one, other) in zip(line.points, line.points.dropFirst()) {
          #expect(!Rect(from: one, to: other).insetBy(-8).intersects(text), "\(line.points)")
        }
      }
    }
  }
}
