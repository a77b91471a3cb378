import DiagramDSL
import DiagramEngine
import DiagramModel
import TestSupport
import Testing

private let shop = Component("Shop")
private let home = Component("Home")
private let truck = Component("Truck")
private let courier = Component("Bike courier", shape: .pill)

private func frames(_ scene: Scene) -> [String: Rect] {
  Dictionary(uniqueKeysWithValues: scene.boxes.map { ($0.id, $0.frame) })
}

@Suite struct LanesTests {
  @Test func boxesOfLanesStandInLineWithWhatTheirArrowsLeadTo() throws {
    let above = (1...4).map { Component("step \($0)") }
    let below = (1...3).map { Component("check \($0)") }
    let scene = try Series("chapter") {
      Picture("p") {
        Lanes {
          Lane("Steps") { above }
          Lane("A rather long title") { below }.muted()
        }
        above[0] --> above[1] --> above[2] --> above[3]
        zip(below, above.dropFirst()).map { $0 --> $1 }
      }
    }.scenes(in: .dark)[0]
    let found = frames(scene)
    for number in 1...3 {
      let (check, step) = (
        found["a-rather-long-title/check-\(number)"], found["steps/step-\(number + 1)"]
      )
      #expect(try #require(check).midX == #require(step).midX)
      #expect(try #require(check).size == #require(step).size)
    }
    let (one, other) = (try #require(found["steps"]), try #require(found["a-rather-long-title"]))
    #expect(one.minX == other.minX && one.maxX == other.maxX)
    for box in scene.boxes where box.isContainer {
      let title = try #require(box.text)
      #expect(title.frame.maxX < (found["steps/step-1"]?.minX ?? 0))
      #expect(abs(title.frame.midY - box.frame.midY) <= 1)
    }
  }

  @Test(arguments: UInt64(0)..<60)
  func anyLanesAreSound(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let boxes = (0..<12).map { number in
      Component(
        ["a", "kube-apiserver", "a\nb"].randomElement(using: &random) ?? "",
        shape: [.box, .cylinder].randomElement(using: &random) ?? .box
      ).id("b\(number)")
    }
    var rest = boxes[...]
    let lanes = (0..<4).map { number in
      let part = rest.prefix(.random(in: 0...4, using: &random))
      rest = rest.dropFirst(part.count)
      return Lane("Lane \(number)") { part }
    }
    let shown = boxes.prefix(boxes.count - rest.count)
    let arrows = (0..<5).compactMap { _ -> Arrow? in
      guard let one = shown.randomElement(using: &random),
        let other = shown.randomElement(using: &random), one != other
      else { return nil }
      return one --> other
    }
    let series = Series("chapter") {
      Picture("p") {
        Lanes { lanes }
        arrows
      }
      Picture("q") { Lanes { lanes[0...1].map { $0.muted() } } }
    }
    let scenes = try series.scenes(in: .dark)
    for scene in scenes {
      for (index, box) in scene.boxes.enumerated() {
        for other in scene.boxes[(index + 1)...] where other.parent == box.parent {
          #expect(!box.frame.intersects(other.frame), "\(box.id) overlaps \(other.id)")
        }
        if let text = box.text { #expect(box.frame.contains(text.frame)) }
      }
    }
    #expect(frames(scenes[1]).allSatisfy { frames(scenes[0])[$0.key] == $0.value })
  }
}

@Suite struct SharedPlaceTests {
  private func series(_ couriers: Component...) -> Series {
    Series("chapter") {
      for (number, courier) in couriers.enumerated() {
        Picture("p\(number)") {
          Row {
            shop
            SharedPlace("delivery") { courier }
            home
          }
          shop --> courier --> home
        }
      }
    }
  }

  @Test func boxesOfASharedPlaceLieAtOnePlace() throws {
    let scenes = try series(truck, courier).scenes(in: .dark)
    #expect(frames(scenes[0])["truck"] == frames(scenes[1])["bike-courier"])
    #expect(frames(scenes[0])["home"] == frames(scenes[1])["home"])
    let alone = try series(courier).scenes(in: .dark)
    #expect(alone[0].size == scenes[0].size)
    for scene in scenes {
      for case .line(let line) in scene.elements { #expect(line.points.count == 2) }
    }
  }

  @Test func twoBoxesOfOnePictureAreTold() throws {
    #expect {
      _ = try Series("chapter") {
        Picture("p") { SharedPlace("delivery") { [truck, courier] } }
      }.rendered(in: .dark)
    } throws: { error in
      (error as? DiagramError)?.diagnostics.map(\.id) == ["DG0416"]
    }
  }
}

@Suite struct SlideTests {
  private func sizes(_ slide: Slide, _ boxes: Int) throws -> (canvas: Size, natural: Size) {
    let scene = try Series("chapter", slide: slide) {
      Picture("p") { Row { (1...boxes).map { Component("a box with a number \($0)") } } }
    }.scenes(in: .dark)[0]
    return (scene.size, try #require(scene.naturalSize))
  }

  @Test func picturesFillTheirRoom() throws {
    let small = try sizes(.full, 1)
    #expect(small.natural.width == (small.canvas.width * 175 + 50) / 100)
    #expect(try sizes(.full, 14).natural.width == 1824)
    #expect(try sizes(.width(0.5), 14).natural.width == 912)
    #expect(try sizes(.height(0.1), 1).natural.height == 85)
  }

  @Test func picturesHaveTheShapeOfTheirRoom() throws {
    func canvas(_ slide: Slide) throws -> Size {
      try Series("chapter", slide: slide) {
        Picture("p") { (1...12).map { Component("box \($0)") } }
      }.scenes(in: .dark)[0].size
    }
    let (wide, narrow) = (try canvas(.full), try canvas(.width(0.3)))
    #expect(wide.width > wide.height && narrow.width < narrow.height)
    #expect(try canvas(.height(0.2)).width > 3 * canvas(.height(0.2)).height)
  }

  @Test func allPicturesOfASeriesHaveOneFactor() throws {
    let files = try Series("chapter") {
      Picture("p") { Row { shop } }
      Picture("q") { Row { [shop, home] } }
    }.rendered(in: .dark, as: [.svg]).files
    let heads = files.map { file in
      String(decoding: file.bytes, as: UTF8.self).split(separator: ">")
        .first { $0.contains("<svg") }?.firstMatch(of: /width="\d+" height="\d+" viewBox/)?.output
    }
    #expect(heads[0] == heads[1])
  }

  @Test(arguments: [Slide.width(0), .width(.nan), .width(.infinity), .height(-1), .height(1.1)])
  func sharesOutOfBoundsAreTold(slide: Slide) throws {
    #expect {
      _ = try Series("chapter", slide: slide) { Picture("p") { shop } }.rendered(in: .dark)
    } throws: { error in
      (error as? DiagramError)?.diagnostics.map(\.id) == ["DG0417"]
    }
  }
}

@Suite struct TitlePlaceTests {
  @Test func aTitleStaysWhereItIsThoughTheContainerIsCollapsed() throws {
    let node = Node("Worker") { Column { [shop, home] } }
    for title in [TitlePosition?.none, .top, .bottom, .left] {
      let scenes = try Series("chapter") {
        Picture("full") { node.title(title) }
        Picture("collapsed") { node.title(title).collapsed() }
      }.scenes(in: .dark)
      #expect(scenes[0].boxes[0].text?.frame == scenes[1].boxes[0].text?.frame)
    }
    let alone = try Series("chapter") { Picture("p") { node.collapsed() } }.scenes(in: .dark)[0]
    #expect(alone.boxes[0].text?.frame.midX == alone.boxes[0].frame.midX)
  }
}

@Suite struct RoomForGapsTests {
  private func lines(@PictureBuilder _ content: () -> [PictureItem]) throws -> (Scene, [SceneLine])
  {
    let scene = try Series("chapter") { Picture("p", content: content) }.scenes(in: .dark)[0]
    return (scene, scene.elements.compactMap { if case .line(let line) = $0 { line } else { nil } })
  }

  @Test(arguments: [0, 4, 20, 40], [nil, 0, 20, 60])
  func anArrowWithAGapHasALine(gap: Int, spacing: Int?) throws {
    let (_, found) = try lines {
      Row(spacing: spacing) { [shop, home] }
      (shop --> home).gap(gap)
    }
    let (start, end) = (found[0].points[0], found[0].points[1])
    #expect(end.x - start.x >= min(32, spacing ?? 32))
    // A tip stays 3 units before the box anyway.
    if spacing == nil { #expect(end.x - start.x == (gap == 0 ? 77 : 80)) }
  }

  @Test(arguments: [0, 10, 40])
  func aLoopWithAGapStaysOnTheCanvas(gap: Int) throws {
    let (scene, found) = try lines {
      courier
      (courier --> courier).loop().gap(gap).heads(.both)
    }
    let canvas = Rect(origin: Point(x: 0, y: 0), size: scene.size)
    #expect(found[0].points.allSatisfy { canvas.insetBy(10).contains($0) })
    let pieces = zip(found[0].points, found[0].points.dropFirst())
    #expect(pieces.allSatisfy { abs($0.x - $1.x) + abs($0.y - $1.y) >= 16 })
  }
}

@Suite struct WrittenOrderTests {
  @Test func aBoxBesideARowStandsWhereItIsWritten() throws {
    let row = Row { (1...3).map { Component("worker \($0)") } }
    for isFirst in [true, false] {
      let scene = try Series("chapter") {
        Picture("p") {
          Node("Cluster") {
            if isFirst { shop }
            row
            if !isFirst { shop }
          }
        }
      }.scenes(in: .dark)[0]
      let found = frames(scene)
      let (first, second) = (
        try #require(found["cluster/shop"]), try #require(found["cluster/worker-1"])
      )
      #expect(isFirst ? first.maxY < second.minY : second.maxY < first.minY)
    }
  }

  @Test func aHintOfRanksChangesNoGap() throws {
    let boxes = (1...4).map { Component("box \($0)") }
    let nodes = [Node("A") { boxes[0...1] }, Node("B") { boxes[2...3] }]
    func gap(_ isHinted: Bool) throws -> Int {
      let scene = try Series("chapter") {
        Picture("p") {
          nodes
          boxes[0] --> boxes[1]
          boxes[2] --> boxes[3]
          if isHinted { SameRank(boxes[1], boxes[2]) }
        }
      }.scenes(in: .dark)[0]
      let found = frames(scene)
      let (one, other) = (try #require(found["a"]), try #require(found["b"]))
      return max(other.minX - one.maxX, other.minY - one.maxY)
    }
    #expect(try gap(true) == gap(false))
  }
}

/// Layers go through containers that nobody arranged.
@Suite struct LayersThroughContainersTests {
  private let steps = (1...6).map { Component("step \($0)") }

  @Test(arguments: Direction.allCases)
  func arrowsPointOneWayInAndBetweenContainers(direction: Direction) throws {
    let scene = try Series("layers") {
      Picture("p") {
        Layered(direction) {
          Node("First") {
            steps[0]; steps[1]
          }
          Node("Second") {
            steps[2]; steps[3]
          }
          Node("Third") {
            steps[4]; steps[5]
          }
        }
        zip(steps, steps.dropFirst()).map { $0 --> $1 }
        steps[0] --> steps[3]
      }
    }.scenes(in: .dark)[0]
    let found = frames(scene)
    let boxes = try zip(steps.indices, ["first", "first", "second", "second", "third", "third"])
      .map { try #require(found["\($1)/step-\($0 + 1)"]) }
    for (one, other) in zip(boxes, boxes.dropFirst()) {
      switch direction {
      case .right: #expect(one.maxX < other.minX)
      case .left: #expect(other.maxX < one.minX)
      case .down: #expect(one.maxY < other.minY)
      case .up: #expect(other.maxY < one.minY)
      }
    }
  }

  /// What its author arranged stays so, and is one box of the layers.
  @Test func whatIsArrangedInLayersStaysSo() throws {
    let scene = try Series("layers") {
      Picture("p") {
        Layered(.right) {
          Node("First") {
            Column {
              steps[0]; steps[1]
            }
          }
          Node("Second") {
            steps[2]; steps[3]
          }
        }
        steps[1] --> steps[2] --> steps[3]
      }
    }.scenes(in: .dark)[0]
    let found = frames(scene)
    #expect(try #require(found["first/step-1"]).midX == #require(found["first/step-2"]).midX)
    #expect(try #require(found["second/step-3"]).maxX < #require(found["second/step-4"]).minX)
  }

  /// A drum or a person makes the boxes beside it no taller.
  @Test(arguments: [ShapeName.cylinder, .person, .diamond])
  func aTallShapeMakesNoBoxTaller(shape: ShapeName) throws {
    let tall = Component("tall", shape: shape)
    let scene = try Series("sizes") {
      Picture("p") {
        Node("First") {
          steps[0]; steps[1]
        }
        Node("Second") {
          tall; steps[2]
        }
        steps[0] --> steps[1] --> tall --> steps[2]
      }
    }.scenes(in: .dark)[0]
    let found = frames(scene)
    for id in ["first/step-1", "first/step-2", "second/step-3"] {
      #expect(try #require(found[id]).size.height == 60)
    }
  }
}
