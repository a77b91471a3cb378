import DiagramDSL
import DiagramIcons
import DiagramModel
import TestSupport
import Testing

@testable import DiagramEngine

private let a = Component("A").width(200).height(120).textPosition(.top)
private let b = Component("B").width(200).height(120)
private let chip = Component("chip")

/// Boxes that lie on others.
@Suite struct LaidBoxTests {
  private func scene(@PictureBuilder _ content: () -> [PictureItem]) throws -> Scene {
    try Series("chapter") { Picture("p", content: content) }.scenes(in: .dark)[0]
  }

  private func frames(_ scene: Scene) -> [String: Rect] {
    Dictionary(uniqueKeysWithValues: scene.boxes.map { ($0.id, $0.frame) })
  }

  /// What is told of some pictures, warnings and errors.
  private func kinds(@SeriesBuilder _ pictures: () -> [Picture]) -> [Diagnostic.Kind] {
    do {
      return try Series("chapter", pictures: pictures).rendered(in: .dark).diagnostics.map(\.kind)
    } catch {
      return (error as? DiagramError)?.diagnostics.map(\.kind) ?? []
    }
  }

  @Test func itTakesNoRoomWhereverItIsWritten() throws {
    let without = try scene {
      Row {
        a; b
      }
    }
    for number in 0...1 {
      let with = try scene {
        Row {
          a
          if number == 0 { chip.on(a, x: 0.5, y: 0.6) }
          b
        }
        if number == 1 { chip.on(a, x: 0.5, y: 0.6) }
      }
      let (known, found) = (frames(without), frames(with))
      #expect(known["a"] == found["a"] && known["b"] == found["b"])
      let (ground, laid) = (try #require(found["a"]), try #require(found["chip"]))
      #expect(laid.midX == ground.midX && laid.midY == ground.minY + 72)
    }
  }

  @Test func whatLiesOnWhatLiesOnABoxMovesWithBoth() throws {
    let inner = Component("inner"), top = Component("top")
    let found = frames(
      try scene {
        Row {
          Node("Shop") {
            inner; b
          }
          Column {
            a; Component("C")
          }
        }
        chip.on(inner, .bottomRight)
        top.on(chip, .right)
      })
    let (ground, one, two) = (
      try #require(found["shop/inner"]), try #require(found["chip"]), try #require(found["top"])
    )
    #expect(one.midX == ground.maxX && one.midY == ground.maxY)
    #expect(two.midX == one.maxX && two.midY == one.midY)
  }

  @Test func aDividerRunsAcrossTheBox() throws {
    let plan = Node("Plan") {
      Row {
        a; b
      }
    }
    let found = frames(
      try scene {
        plan
        Divider("today").on(plan, x: 0.25)
        Divider().on(plan, y: 1)
      })
    let ground = try #require(found["plan"])
    let (upright, level) = (try #require(found["today"]), try #require(found["divider"]))
    #expect(upright.minY == ground.minY && upright.maxY == ground.maxY)
    #expect(upright.midX == ground.minX + nearest(0.25 * Double(ground.size.width)))
    #expect(level.minX == ground.minX && level.maxX == ground.maxX && level.midY == ground.maxY)
  }

  /// As a person would put it there in draw.io: into a container, beside a plain box, above both.
  @Test func itLiesInAContainerAndBesideAPlainBox() throws {
    let shop = Node("Shop") { a }
    let scene = try scene {
      chip.on(shop, .topRight)
      Component("dot").on(a, x: 0.5, y: 0.7)
      shop
      b
    }
    let boxes = Dictionary(uniqueKeysWithValues: scene.boxes.map { ($0.id, $0) })
    #expect(boxes["chip"]?.parent == "shop")
    #expect(boxes["dot"]?.parent == "shop")
    #expect(scene.boxes.map(\.id).suffix(2) == ["chip", "dot"])
    #expect(scene.boxes.first { $0.id == "shop/a" }?.parent == "shop")
  }

  @Test func chipsOnBordersKeepOffWhatIsBesideThem() throws {
    let wide = Component("a rather wide chip")
    let found = frames(
      try scene {
        Row(spacing: 0) {
          a; b
        }
        wide.on(a, .right)
      })
    #expect(try #require(found["a-rather-wide-chip"]).maxX < #require(found["b"]).minX)
  }

  @Test func arrowsRunAroundItAndFromItToTheOutside() throws {
    let scene = try scene {
      Row(spacing: 120) {
        a; b
      }
      chip.on(a, x: 0.3, y: 0.6)
      Component("gate").on(a, .right)
      chip --> b
      a --> b
    }
    let found = frames(scene)
    let gate = try #require(found["gate"])
    for element in scene.elements {
      guard case .line(let line) = element else { continue }
      for (from, to) in zip(line.points, line.points.dropFirst()) {
        #expect(!Rect(from: from, to: to).insetBy(-1).intersects(gate.insetBy(2)), "\(line.id)")
      }
    }
  }

  @Test func whatIsUnderItIsShownWithIt() {
    let shop = Node("Shop") { a }
    #expect(
      kinds {
        Picture("p") {
          a
          chip.on(a)
        }
        Picture("q") { chip.on(a) }
      } == [.unknownBox])
    #expect(
      kinds {
        Picture("p") {
          shop
          chip.on(a)
        }
        Picture("q") {
          shop.collapsed()
          chip.on(a)
        }
      } == [.unknownBox])
  }

  @Test func nothingMovesInASeries() {
    #expect(
      kinds {
        Picture("p") {
          a
          chip.on(a, x: 0.2, y: 0.7)
        }
        Picture("q") {
          a
          chip
        }
      } == [.differentPlaces])
    #expect(
      kinds {
        Picture("p") {
          a
          b
          chip.on(a, x: 0.2, y: 0.7)
        }
        Picture("q") {
          a
          b
          chip.on(b, x: 0.2, y: 0.7)
        }
      } == [.differentPlaces])
  }

  @Test func circlesAreTold() {
    let shop = Node("Shop") { a }
    #expect(
      kinds {
        Picture("p") {
          b.on(chip)
          chip.on(b)
        }
      } == [.laidOnItself])
    #expect(kinds { Picture("p") { shop.on(a) } } == [.laidOnItself])
    // On what is around it, it lies without any circle.
    #expect(
      kinds {
        Picture("p") {
          Node("Shop") {
            a
            chip.on(Node("Shop"), .topRight)
          }
        }
      } == [])
  }

  @Test(arguments: [Double.nan, .infinity, -0.6, 1e300])
  func placesFarAwayAreTold(share: Double) {
    #expect(
      kinds {
        Picture("p") {
          a
          chip.on(a, x: share)
        }
      } == [.placeOutside])
  }

  @Test func towersAreNoTrap() {
    var boxes = [Component("0")]
    for number in 1...2000 {
      boxes.append(Component("\(number)").on(boxes[number - 1], x: 0.6, y: 0.6))
    }
    let tower = boxes
    #expect(Set(kinds { Picture("p") { tower } }) == [.deepNesting])
  }

  @Test func ofTwoPlacesOneIsTooMany() {
    #expect(
      kinds {
        Picture("p") {
          a
          chip.on(a).at(x: 0, y: 0)
        }
      } == [.contradictingPlaces])
    #expect(
      kinds {
        Picture("p") {
          a; b
          chip.on(a, y: 0.7)
          chip.above(b)
        }
      } == [.contradictingPlaces])
    #expect(
      kinds {
        Picture("p") {
          Sequence {
            chip.on(a); a; chip --> a
          }
        }
      } == [.contradictingPlaces])
  }

  @Test func aTextUnderItIsTold() {
    func kinds(_ box: Component) -> [Diagnostic.Kind] {
      self.kinds {
        Picture("p") {
          box
          chip.on(box, x: 0.5, y: 0.5)
        }
      }
    }
    #expect(kinds(b) == [.coveredText])
    #expect(kinds(a) == [])
  }

  /// What its author laid on the content of a container is no box on a box.
  @Test func checkLetsItLieOnTheContentOfItsContainer() throws {
    let plan = Node("Plan") {
      Row(spacing: 20) {
        a; b
      }
    }
    func rules(@PictureBuilder _ content: () -> [PictureItem]) throws -> [Remark.Rule] {
      let series = Series("chapter") { Picture("p", content: content) }
      return try series.rendered(in: .dark, as: [], icons: .own, examining: .check).remarks
        .map(\.rule)
    }
    #expect(
      try rules {
        plan
        Component("phase").on(plan, x: 0.5, y: 0.6)
      }.filter { $0 == .boxOnBox } == [])
    #expect(
      try rules {
        plan
        Component("phase").on(plan, x: 0.5, y: 0.6)
        chip.on(plan, x: 0.5, y: 0.65)
      }.contains(.boxOnBox))
  }

  /// Pinned into the place of a grid, it moves the grid: that is told, with what lays it there.
  @Test func pinsThatMoveWhatStandsBesideThemAreTold() {
    let grid = Grid(columns: 4) { (1...16).map { Component("\($0)") } }
    #expect(
      kinds {
        Picture("p") {
          a.at(x: 40, y: 40)
          grid
        }
      } == [.pinMakesRoom])
    #expect(
      kinds {
        Picture("p") {
          a.at(x: 0, y: 0)
          grid
        }
      } == [])
  }
}
