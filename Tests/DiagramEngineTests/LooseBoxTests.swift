import DiagramDSL
import DiagramEngine
import DiagramModel
import Testing

private let a = Component("a")
private let b = Component("b")
private let c = Component("c")

/// A box that a picture shows alone stands where other pictures have it.
@Suite struct LooseBoxTests {
  private func frames(@SeriesBuilder _ pictures: () -> [Picture]) throws -> [[String: Rect]] {
    let rendering = try Series("s", pictures: pictures).rendered(in: .dark, as: [.svg])
    #expect(rendering.diagnostics == [])
    return try Series("s", pictures: pictures).scenes(in: .dark).map { scene in
      Dictionary(uniqueKeysWithValues: scene.boxes.map { ($0.id, $0.frame) })
    }
  }

  @Test func aBoxAloneStandsInTheRowOfAnotherPicture() throws {
    let frames = try frames {
      Picture("one") { b }
      Picture("all") {
        Row {
          a; b; c
        }
      }
      Picture("two") {
        a
        c
        a --> c
      }
    }
    for (id, frame) in frames[0].merging(frames[2], uniquingKeysWith: { first, _ in first }) {
      #expect(frames[1][id] == frame, "\(id)")
    }
  }

  @Test func itDoesSoInAContainerAndInArrangementsInEachOther() throws {
    let frames = try frames {
      Picture("one") { Node("Node") { b } }
      Picture("all") {
        Node("Node") {
          Column {
            Row {
              a; b
            }
            c
          }
        }
      }
      Picture("two") {
        Node("Node") {
          a
          c
        }
      }
    }
    for (id, frame) in frames[0] { #expect(frames[1][id] == frame, "\(id)") }
    for (id, frame) in frames[2] { #expect(frames[1][id] == frame, "\(id)") }
  }

  @Test func besideAnArrangementItIsStillAMistake() throws {
    let error = #expect(throws: DiagramError.self) {
      try Series("s") {
        Picture("p") {
          Row {
            a; b
          }
          c
        }
        Picture("q") {
          a
          Row {
            b; c
          }
        }
      }.resolved()
    }
    #expect(error?.diagnostics.contains { $0.kind == .twoPlaces } == true)
  }
}

/// What stands beside and below boxes, and how arrows find it.
@Suite struct BesideTests {
  private func scene(@PictureBuilder _ content: () -> [PictureItem]) throws -> Scene {
    try Series("s") { Picture("p", content: content) }.scenes(in: .dark)[0]
  }

  private func lines(_ scene: Scene) -> [SceneLine] {
    scene.elements.compactMap { if case .line(let line) = $0 { line } else { nil } }
  }

  @Test func aTextBelowLeavesTheShapeAsItIsAndArrowsEndAtIt() throws {
    let disk = Component("A disk with a long name", shape: .cylinder).textPosition(.below)
    let scene = try scene {
      Row(spacing: 100) {
        a; disk; b
      }
      a --> disk
      (b --- disk)
    }
    let shape = try #require(scene.boxes.first { $0.id.hasSuffix("!shape") })
    let box = try #require(scene.boxes.first { $0.id == shape.parent })
    let text = try #require(box.text)
    #expect(shape.kind == "cylinder" && shape.text == nil && shape.frame.size.width < 100)
    #expect(text.frame.minY >= shape.frame.maxY && text.frame.midX == shape.frame.midX)
    let ends = lines(scene).compactMap(\.points.last)
    #expect(ends.map(\.x) == [shape.frame.minX - 3, shape.frame.maxX])
    #expect(ends.allSatisfy { $0.y == shape.frame.midY })
    let large = try self.scene { disk.width(200).height(90) }
    #expect(
      large.boxes.first { $0.id.hasSuffix("!shape") }?.frame.size == Size(width: 200, height: 90))
  }

  @Test func aCalloutPointsAtItsBoxAndCoversNothing() throws {
    let scene = try scene {
      Row(spacing: 40) {
        a; b; c
      }
      a --> b
      Callout("what is said", at: b)
      Callout("below", at: c, side: .bottom)
    }
    let bubbles = scene.boxes.filter { $0.kind == "callout" && $0.id.contains("!") }
    #expect(bubbles.count == 2)
    for (bubble, id) in zip(bubbles, ["b", "c"]) {
      let box = try #require(scene.boxes.first { $0.id == id }).frame
      #expect(!bubble.frame.intersects(box))
      #expect(bubble.frame.insetBy(-4).intersects(box), "the tip is at the outline")
      let text = try #require(bubble.text)
      #expect(bubble.frame.contains(text.frame))
    }
    #expect(!bubbles[0].frame.intersects(bubbles[1].frame))
  }

  @Test func aWayThroughSeveralBoxesIsOneChain() throws {
    let d = Component("d")
    func ids(_ arrows: [Arrow]) throws -> [String] {
      let found = try Series("s") {
        Picture("p") {
          Row {
            a; b; c; d
          }
          arrows
        }
      }.rendered(in: .dark, as: [.svg]).diagnostics
      #expect(found == [])
      return arrows.map { "\($0.source.title)\($0.endHead == .none ? "-" : ">")\($0.target.title)" }
    }
    #expect(try ids((a --> d).through(b).through(c)) == ["a-b", "b-c", "c>d"])
    #expect(try ids((a --> d).through(b, c)) == ["a-b", "b-c", "c>d"])
    #expect(try ids((a --> [c, d]).through(b)) == ["a-b", "b>c", "b>d"])
  }

  @Test func everyPlaceOfATextInACodeCanBeMarked() throws {
    let yaml = Code("a: X\nb: XX\nc: Y", language: .yaml).markAll("X", as: "x").mark("Y")
    #expect(yaml.all("x").count == 3)
    let scene = try scene {
      Row(spacing: 80) {
        yaml; b
      }
      b --> yaml.all("x")
      b --> yaml["Y"]
    }
    #expect(lines(scene).map(\.target) == ["a-x/at-x", "a-x/at-x-2", "a-x/at-x-3", "a-x/at-Y"])
    let marks = scene.boxes.filter { $0.id.contains("/at-x") }.map(\.frame)
    #expect(Set(marks).count == 3 && marks[1].minY == marks[2].minY)
    let last = try self.scene {
      Code("a: X\nb: XX", language: .yaml).mark("X", as: "last", occurrence: 3)
    }
    #expect(last.boxes.last?.frame.size.height == marks[2].size.height)
    let code = try #require(scene.boxes.first { $0.id == "a-x" }).frame
    let places = last.boxes.map(\.frame.minX)
    #expect(places.count == 2 && places[1] - places[0] > marks[1].minX - code.minX)
  }

  @Test func braceBarAndRegionTakeArrays() throws {
    let boxes = [a, b, c]
    let node = Node("Node")
    let scene = try scene {
      Row {
        boxes; node
      }
      Brace("three", over: boxes)
      Dimension("10 m", over: boxes, side: .top)
      Region("team", around: [a, node])
    }
    let ids = scene.boxes.map(\.id).filter { $0.hasPrefix("!") }
    #expect(ids == ["!brace!a!b!c", "!dimension!a!b!c", "!region!a!node"])
  }

  @Test func theCrossOfAContainerLiesOnItsContent() throws {
    let node = Node("Gone") { a }
    let scene = try scene { node.crossedOut() }
    #expect(scene.boxes.map(\.id) == ["gone", "gone/a", "gone!cross"])
    let closed = try self.scene { node.collapsed().crossedOut() }
    #expect(closed.boxes.map(\.id) == ["gone"] && closed.boxes[0].shapes.count == 2)
  }

  @Test(arguments: [false, true]) func aSpotKeepsAColumnFree(isWritten: Bool) throws {
    func row(@ContentBuilder _ content: () -> [Element]) -> Row {
      isWritten ? Row(spacing: 50, content: content) : Row(content: content)
    }
    let (secret, role) = (Component("Secret"), Component("Role"))
    let scene = try scene {
      Column {
        row {
          Component("ConfigMap"); secret; a
        }
        row {
          Spot("free"); role; b
        }
      }
      role --> secret
    }
    let middles = ["secret", "role"].compactMap { id in
      scene.boxes.first { $0.id == id }?.frame.midX
    }
    #expect(middles.count == 2 && Set(middles).count == 1)
  }

  @Test func anArrowFromNowhereReachesTheContainerBelowIt() throws {
    let node = Node("Node") {
      Row {
        a; b
      }
    }
    let (above, beside) = (Spot("above"), Spot("beside"))
    let scene = try scene {
      Column {
        above;
        Row {
          beside; node
        }
      }
      above --> node
      beside --> node
    }
    for line in lines(scene) {
      #expect(line.points.count == 2, "\(line.id)")
      let length = Rect(from: line.points[0], to: line.points[1]).size
      #expect(max(length.width, length.height) >= 20, "\(line.id)")
    }
  }
}
