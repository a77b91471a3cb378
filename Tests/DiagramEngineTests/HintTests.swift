import DiagramDSL
import DiagramEngine
import DiagramGraph
import DiagramModel
import TestSupport
import Testing

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
