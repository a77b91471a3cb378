import DiagramGraph
import DiagramText
import TestSupport
import Testing

@testable import DiagramDSL
@testable import DiagramEngine
@testable import DiagramModel

private let a = Component("a"), b = Component("b"), c = Component("c"), d = Component("d")

/// Where each box lies, by its id.
private func frames(@PictureBuilder _ items: () -> [PictureItem]) throws -> [String: Rect] {
  let scene = try #require(
    try Series("hints", pictures: { Picture("p", content: items) }).scenes(in: .dark).first)
  return Dictionary(uniqueKeysWithValues: scene.boxes.map { ($0.id, $0.frame) })
}

@Suite struct HintTests {
  // MARK: - Effects

  @Test(arguments: Direction.allCases)
  func layersRunInTheirDirection(direction: Direction) throws {
    let found = try frames {
      Layered(direction) { [a, b] }
      a --> b
    }
    let (one, other) = (try #require(found["a"]), try #require(found["b"]))
    switch direction {
    case .right: #expect(one.maxX < other.minX && one.midY == other.midY)
    case .left: #expect(other.maxX < one.minX && one.midY == other.midY)
    case .down: #expect(one.maxY < other.minY && one.midX == other.midX)
    case .up: #expect(other.maxY < one.minY && one.midX == other.midX)
    }
  }

  @Test(arguments: Direction.allCases)
  func oneRankHoldsWhatArrowsWouldPutBehindEachOther(direction: Direction) throws {
    let found = try frames {
      Layered(direction) { [a, b, c, d] }
      a --> b --> c
      a --> d
      SameRank(c, d)
    }
    let (one, other) = (try #require(found["c"]), try #require(found["d"]))
    #expect(
      direction.isHorizontal ? one.midX == other.midX : one.midY == other.midY)
  }

  private let rows = ["one", "two", "three", "four"].map { Component($0) }

  @Test func boxesBesideTheRowsOfAContainerAreInLineWithThem() throws {
    let found = try frames {
      Row(align: .center, spacing: 80) {
        Node("Frame") { Column(spacing: 0) { rows } }
        Column {
          a; b
        }
      }
      a --> rows[2]
      b --> rows[3]
      a.rightOf(rows[2])
      b.rightOf(rows[3])
    }
    #expect(try #require(found["a"]).midY == found["frame/three"]?.midY)
    #expect(try #require(found["b"]).midY == found["frame/four"]?.midY)
  }

  @Test func aBoxBelowWhatLiesInAContainerIsInLineWithIt() throws {
    let found = try frames {
      Column(align: .center, spacing: 40) {
        Node("Frame") { Row(spacing: 20) { rows } }
        Row {
          a; b
        }
        c
      }
      a.below(rows[1])
      b.below(rows[3])
      c.below(rows[2])
    }
    #expect(try #require(found["a"]).midX == found["frame/two"]?.midX)
    #expect(try #require(found["b"]).midX == found["frame/four"]?.midX)
    #expect(try #require(found["c"]).midX == found["frame/three"]?.midX)
  }

  @Test func whatCannotBeInLineIsTold() throws {
    let outcome = try Series("hints") {
      Picture("p") {
        Row(align: .center, spacing: 80) {
          Node("Frame") { Column(spacing: 0) { rows } }
          Column(spacing: 0) {
            a; b.height(200)
          }
        }
        a.rightOf(rows[2])
        b.rightOf(rows[3])
      }
    }.united().measured(by: FontMetrics()).placed()
    #expect(outcome.warnings.map(\.kind) == [.wishNotKept, .wishNotKept])
    #expect(outcome.warnings.allSatisfy { $0.message.contains("could not be kept in line") })
  }

  /// Boxes in any order beside the rows of a container are in line with them, or that is told; they never lie
  /// on each other.
  @Test(arguments: UInt64(0)..<60)
  func whatIsAskedToBeInLineIsSoOrIsTold(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let rows = (0..<random.number(below: 5) + 2).map {
      Component("row \($0)").height(40 + 20 * random.number(below: 4))
    }
    let marks = (0..<random.number(below: 4) + 1).map {
      Component("mark \($0)").height(40 + 20 * random.number(below: 5))
    }
    let partners = marks.map { _ in rows[random.number(below: rows.count)] }
    let gap = [nil, 0, 20][random.number(below: 3)]
    let placed = try Series("hints") {
      Picture("p") {
        Row(align: .center) {
          Node("Frame") { Column(spacing: gap) { rows } }
          Column { marks }
        }
        for (mark, row) in zip(marks, partners) { mark.rightOf(row) }
      }
    }.united().measured(by: FontMetrics()).placed()
    let frames = Dictionary(
      zip(placed.measured.resolved.items.map(\.id), placed.layout.frames), uniquingKeysWith: { $1 })
    let lying = try marks.indices.map { try #require(frames["mark-\($0)"]) }
    #expect(zip(lying, lying.dropFirst()).allSatisfy { $0.maxY <= $1.minY })
    let off = try marks.indices.count { index in
      let row = try #require(rows.firstIndex(of: partners[index]))
      return abs(lying[index].midY - (try #require(frames["frame/row-\(row)"])).midY) > 1
    }
    #expect(placed.warnings.count { $0.kind == .wishNotKept } == off)
  }

  @Test func aboveAndBelowTurnLayersAround() throws {
    let found = try frames {
      Layered(.down) { [a, b, c] }
      a --> b
      b.above(a)
      c.below(a)
    }
    #expect(try #require(found["b"]).maxY < #require(found["a"]).minY)
    #expect(try #require(found["a"]).maxY < #require(found["c"]).minY)
  }

  @Test func leftAndRightOrderARank() throws {
    for isTurned in [false, true] {
      let found = try frames {
        Layered(.down) { [a, b, c] }
        a --> [b, c]
        if isTurned { c.leftOf(b) } else { c.rightOf(b) }
      }
      let (one, other) = (try #require(found["b"]), try #require(found["c"]))
      #expect(isTurned ? other.maxX < one.minX : one.maxX < other.minX)
    }
  }

  @Test func anOrderHoldsAcrossRanks() throws {
    let found = try frames {
      Layered(.down) { [a, b, c, d] }
      a --> b --> c
      a --> d
      c.leftOf(a)
      d.leftOf(c)
    }
    #expect(try #require(found["c"]).maxX <= #require(found["a"]).minX)
    #expect(try #require(found["d"]).maxX <= #require(found["c"]).minX)
  }

  @Test func aMinimumLengthSkipsLayers() throws {
    let short = try frames {
      Layered { [a, b] }
      a --> b
    }
    let long = try frames {
      Layered { [a, b] }
      (a --> b).minimumLength(3)
    }
    let gap = { (found: [String: Rect]) in
      try #require(found["b"]).minX - #require(found["a"]).maxX
    }
    #expect(try gap(long) >= 3 * gap(short))
  }

  @Test(arguments: [false, true])
  func aHeavyArrowIsShort(isLast: Bool) throws {
    // d can stand beside b or beside c: the heavier of its arrows decides.
    let e = Component("e")
    let found = try frames {
      Layered { [a, b, c, e, d] }
      a --> b --> c --> e
      (a --> d).weight(isLast ? 1 : 5)
      (d --> e).weight(isLast ? 5 : 1)
    }
    let box = try #require(found["d"])
    #expect(try box.midX == #require(found[isLast ? "c" : "b"]).midX)
  }

  @Test func pinnedBoxesLieWhereTheyAreSaidTo() throws {
    let found = try frames {
      Node("n") {
        a.at(x: 300, y: 40)
        b.at(x: 0, y: 200)
        c
        d
      }
      a --> c
      c --> d
    }
    let node = try #require(found["n"]), one = try #require(found["n/a"])
    let corner = one.origin.offset(x: -300, y: -40)
    #expect(found["n/b"]?.origin == corner.offset(y: 200))
    #expect(corner.x - node.minX == 20)
    let boxes = try ["n/a", "n/b", "n/c", "n/d"].map { try #require(found[$0]) }
    for (index, box) in boxes.enumerated() {
      #expect(boxes[..<index].allSatisfy { !$0.intersects(box) })
      #expect(node.contains(box))
    }
  }

  @Test func boxesStandCloserWhereAPinLeavesLittleRoom() throws {
    let found = try frames {
      Packed {
        a.at(x: 160, y: 90)
        b
        c
      }
      b.above(a)
      c.leftOf(a)
      b --> c
    }
    let (above, left) = (try #require(found["b"]), try #require(found["c"]))
    let pinned = try #require(found["a"])
    #expect(above.maxY + 20 <= pinned.minY)
    #expect(left.maxX + 20 <= pinned.minX)
    #expect(!above.intersects(left))
  }

  @Test func arrowsKeepTheirSidesInLayers() throws {
    let series = Series("hints") {
      Picture("p") {
        Layered { [a, b] }
        (a --> b).from(.bottom).to(.bottom)
      }
    }
    let scene = try #require(try series.scenes(in: .dark).first)
    for element in scene.elements {
      guard case .line(let line) = element else { continue }
      let ends = [try #require(line.points.first), try #require(line.points.last)]
      // The tip stays 3 units away.
      #expect(ends.map(\.y) == [scene.boxes[0].frame.maxY, scene.boxes[1].frame.maxY + 3])
    }
  }

  @Test func hintsOfAContainerMeanItsOwnBoxes() throws {
    let nodes = [1, 2].map { number in
      Node("worker \(number)") {
        Layered(.down) { [a, b] }
        b.above(a)
      }
    }
    let found = try frames { nodes }
    for number in 1...2 {
      let (one, other) = (found["worker-\(number)/a"], found["worker-\(number)/b"])
      #expect(try #require(other).maxY < #require(one).minY)
    }
  }

  @Test func boxesThatNobodyArrangesKeepHints() throws {
    let found = try frames {
      a
      b
      c
      c.above(a)
      a.leftOf(b)
    }
    #expect(try #require(found["c"]).maxY <= #require(found["a"]).minY)
    #expect(try #require(found["a"]).maxX <= #require(found["b"]).minX)
  }
}
