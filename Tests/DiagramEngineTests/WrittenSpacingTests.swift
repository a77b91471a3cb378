import DiagramGraph
import DiagramText
import TestSupport
import Testing

@testable import DiagramDSL
@testable import DiagramEngine
@testable import DiagramModel

/// The gaps that an author writes are kept, and grow only where a text between neighbours needs more.
@Suite struct WrittenSpacingTests {
  private func scene(@PictureBuilder _ content: () -> [PictureItem]) throws -> Scene {
    try #require(
      try Series("spacing") { Picture("p", content: content) }.scenes(in: .dark).first)
  }

  private func frame(_ id: String, _ scene: Scene) throws -> Rect {
    try #require(scene.boxes.first { $0.id == id }, "\(id)").frame
  }

  private func line(_ scene: Scene) throws -> SceneLine {
    let lines = scene.elements.compactMap { element -> SceneLine? in
      if case .line(let line) = element { line } else { nil }
    }
    return try #require(lines.first)
  }

  private let a = Component("A")
  private let b = Component("B")

  @Test(arguments: [0, 10, 40, 90, 94, 100, 130, 200])
  func arrowsBetweenNeighboursAreStraightHoweverLongTheirText(spacing: Int) throws {
    for isRow in [true, false] {
      let scene = try scene {
        if isRow {
          Row(spacing: spacing) {
            a; b
          }
        } else {
          Column(spacing: spacing) {
            a; b
          }
        }
        (a --> b).label("docker push")
      }
      let line = try line(scene)
      #expect(line.points.count == 2, "\(line.points)")
      let (one, other) = (try frame("a", scene), try frame("b", scene))
      let gap = isRow ? other.minX - one.maxX : other.minY - one.maxY
      #expect(gap >= spacing)
      if spacing >= 130 { #expect(gap == spacing) }
      let text = try #require(line.text).frame
      #expect(!text.intersects(one) && !text.intersects(other))
    }
  }

  /// However close, a head has a line before it, and a text touches no box; so it was in rows and grids only.
  @Test(arguments: [0, 2, 4, 10])
  func arrowsHaveRoomInEveryArrangement(spacing: Int) throws {
    let boxes = [Component("A"), Component("B"), Component("C")]
    let contents: [(name: String, group: any Content)] = [
      ("layered", Layered(.right, spacing: spacing) { boxes }),
      ("layered", Layered(.down, spacing: spacing) { boxes }),
      ("tree", Tree(.right, spacing: spacing) { boxes }),
      ("tree", Tree(.down, spacing: spacing) { boxes }),
      ("packed", Packed(spacing: spacing) { boxes }), ("force", Force(spacing: spacing) { boxes }),
      ("ring", Ring(spacing: spacing) { boxes }),
    ]
    for (name, group) in contents {
      for label in [nil, "docker push"] {
        let scene = try scene {
          [group]
          if let label {
            (boxes[0] --> boxes[1]).label(label)
          } else {
            boxes[0] --> boxes[1]
          }
        }
        let line = try line(scene)
        let pieces = zip(line.points, line.points.dropFirst()).map { start, end -> Int in
          abs(end.x - start.x) + abs(end.y - start.y)
        }
        #expect(pieces.reduce(0, +) >= 24, "\(name) \(spacing): \(line.points)")
        for id in ["a", "b", "c"] {
          let frame = try frame(id, scene)
          if let text = line.text?.frame { #expect(!text.intersects(frame), "\(name) \(spacing)") }
        }
      }
    }
  }

  @Test func cellsOfAGridGrowApartForTextsOfArrows() throws {
    let boxes = ["A", "B", "C", "D"].map { Component($0) }
    let scene = try scene {
      Grid(columns: 2, spacing: 20) { boxes }
      (boxes[0] --> boxes[1]).label("a long text")
    }
    #expect(try line(scene).points.count == 2)
    #expect(try frame("c", scene).minY - frame("a", scene).maxY == 20)
  }

  @Test func chevronsStayChainedOverTheirDetails() throws {
    let steps = ["Plan", "Build", "Test", "Release"].map { Component($0, shape: .chevron) }
    let details = ["Backlog", "docker build\ndocker push", "Smoke tests", "Tag"].map {
      Component($0)
    }
    let scene = try scene {
      Column(spacing: 40) {
        Row(spacing: 0) { steps }
        Row(spacing: 20) { details }
      }
    }
    let (upper, lower) = (
      try ["plan", "build", "test", "release"].map { try frame($0, scene) },
      try ["backlog", "docker-build-docker-push", "smoke-tests", "tag"].map { try frame($0, scene) }
    )
    #expect(zip(upper, upper.dropFirst()).allSatisfy { $1.minX == $0.maxX })
    #expect(zip(lower, lower.dropFirst()).allSatisfy { $1.minX - $0.maxX == 20 })
    #expect(zip(upper, lower).allSatisfy { $0.midX == $1.midX })
    #expect(Set(upper.map(\.size.width)).count == 1)
  }

  @Test func aGridKeepsItsGapBesideARowOfAsMany() throws {
    let scene = try scene {
      Column {
        Node("Monolith") {
          Grid(columns: 2, spacing: 10) {
            Component("Orders"); Component("Stock"); Component("Billing"); Component("Mail")
          }
        }
        Row {
          Component("New orders"); Component("New mail")
        }
      }
    }
    let (orders, stock) = (
      try frame("monolith/orders", scene), try frame("monolith/stock", scene)
    )
    #expect(stock.minX - orders.maxX == 10)
    #expect(try frame("monolith/billing", scene).minY - orders.maxY == 10)
  }

  @Test func dividersInARowLeaveItsBoxesInTheColumnsOfTheOthers() throws {
    let rows = ["a", "b", "c"].map { row in (1...3).map { Component("\(row)\($0)") } }
    let scene = try scene {
      Column(spacing: 60) {
        Row(spacing: 60) {
          rows[0][0]; Divider("VPN"); rows[0][1]; rows[0][2]
        }
        Row(spacing: 60) { rows[1] }
        Row(spacing: 60) { rows[2] }
      }
    }
    for column in 1...3 {
      let middles = try ["a", "b", "c"].map { try frame("\($0)\(column)", scene).midX }
      #expect(Set(middles).count == 1, "\(middles)")
    }
  }

  /// Rows of a column with gaps of all kinds: what is written is what is drawn. Only rows of equally many boxes,
  /// which have columns in common, may have the larger gap of another one of them.
  @Test(arguments: UInt64(0)..<200)
  func writtenGapsAreDrawn(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let rows = (0..<Int.random(in: 2...4, using: &random)).map { row in
      let spacing = Bool.random(using: &random) ? nil : Int.random(in: 0...30, using: &random) * 2
      let boxes = (0..<Int.random(in: 2...4, using: &random)).map { box in
        Component("r\(row)b\(box)").detail(
          String(repeating: "x", count: Int.random(in: 1...24, using: &random)))
      }
      return (spacing: spacing, boxes: boxes)
    }
    let scene = try scene {
      Column {
        for row in rows {
          Row(spacing: row.spacing) { row.boxes }
        }
      }
    }
    let gaps = try rows.indices.map { number in
      let frames = try rows[number].boxes.indices.map { try frame("r\(number)b\($0)", scene) }
      return zip(frames, frames.dropFirst()).map { $1.minX - $0.maxX }
    }
    for (number, row) in rows.enumerated() {
      #expect(gaps[number].allSatisfy { $0 > 0 || row.spacing != nil })
      guard let spacing = row.spacing else { continue }
      let others = rows.indices.filter { $0 != number && rows[$0].boxes.count == row.boxes.count }
      for gap in gaps[number] where gap != spacing {
        #expect(
          gap > spacing && others.contains { (gaps[$0].max() ?? 0) >= gap },
          "row \(number) of \(rows.map { "\($0.spacing ?? -1)x\($0.boxes.count)" }): \(gaps)")
      }
    }
  }
}
