import DiagramText
import TestSupport
import Testing

@testable import DiagramDSL
@testable import DiagramEngine
@testable import DiagramModel

/// The frames of the boxes of one picture, by their ids.
private func frames(@PictureBuilder _ content: () -> [PictureItem]) throws -> [String: Rect] {
  let scenes = try Series("chapter") { Picture("p", content: content) }.scenes(in: .dark)
  return Dictionary(uniqueKeysWithValues: scenes[0].boxes.map { ($0.id, $0.frame) })
}

/// How large boxes become that stand among others.
@Suite struct BoxSizeTests {
  @Test func drumsAndEllipsesKeepTheirSize() throws {
    for shape in [ShapeName.cylinder, .ellipse] {
      let box = Component("store", shape: shape)
      let alone = try frames { box }["store"]?.size
      let column = try frames {
        Row {
          Column { (1...5).map { Component("a rather long title \($0)") } }
          Column {
            box
            Component("something else that is wide")
          }
          box.id("beside")
        }
      }
      #expect(column["store"]?.size == alone && column["beside"]?.size == alone)
      let grid = try frames {
        Grid(columns: 2) {
          box
          Node("wide and high") { Column { (1...4).map { Component("\($0)") } } }
        }
      }
      #expect(grid["store"]?.size == alone)
      let asked = try frames {
        Row {
          Column { (1...5).map { Component("box \($0)") } }
          box.align(.stretch)
        }
      }
      #expect(try #require(asked["store"]).size.height > 200)
    }
  }

  @Test func equalDrumsOfAContainerAreEqual() throws {
    let found = try frames {
      Row {
        Component("Orders (primary)", shape: .cylinder)
        Component("Cache", shape: .cylinder)
      }
    }
    #expect(found["orders-primary"]?.size == found["cache"]?.size)
  }

  @Test func stacksHaveSmallBoxes() throws {
    let found = try frames { Row { (1...4).map { Component("P\($0)") } } }
    #expect(found.values.allSatisfy { $0.size == Size(width: 60, height: 60) })
  }

  @Test func aSizeBelowTheUsualOneIsKeptIfTheTextFits() throws {
    let found = try frames {
      Column {
        Component("P1").width(40).height(36)
        Component("container runtime").width(110)
        Component("something wide that fills the column")
      }
    }
    #expect(found["p1"]?.size == Size(width: 40, height: 36))
    #expect(found["container-runtime"]?.size == Size(width: 110, height: 80))
  }

  /// There is room beside a small shape, which its text takes as that of an icon does.
  @Test func aTextBelowASmallShapeBreaksWhereOthersDo() throws {
    let dot = Component("message broker", shape: .ellipse).textPosition(.below)
    let series = Series("s") {
      Picture("p") {
        dot.id("usual"); dot.width(24).height(24).id("small"); dot.width(300).id("wide")
      }
    }
    let texts = try #require(series.scenes(in: .dark).first).boxes.compactMap(\.text)
    #expect(texts.count == 3 && texts.allSatisfy { $0.lines.map(\.text) == ["message broker"] })
  }

  @Test(arguments: UInt64(0)..<100)
  func anySizeIsKeptOrTold(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let boxes = (0..<6).map { number in
      let texts = ["P1", "etcd", "kube-controller-manager", "a\nb\nc", "any number of words"]
      let shapes: [ShapeName] = [.box, .pill, .ellipse, .cylinder]
      return Component(texts.randomElement(using: &random) ?? "", shape: shapes[number % 4])
        .id("b\(number)").width(.random(in: 1...300, using: &random))
        .height(.random(in: 1...300, using: &random))
    }
    let series = Series("chapter") {
      Picture("p") {
        Row {
          Column { boxes[0...2] }
          Grid(columns: 2) { boxes[3...5] }
        }
      }
    }
    let told = try series.rendered(in: .dark).diagnostics
    let drawn = try series.scenes(in: .dark)[0].boxes
    for (box, frame) in zip(boxes, drawn.map(\.frame)) {
      let (width, height) = (box.attributes.width ?? 0, box.attributes.height ?? 0)
      let isTold = told.filter { $0.kind == .sizeTooSmall && $0.origin == box.attributes.origin }
      #expect(frame.size.width == width || !isTold.isEmpty && frame.size.width > width)
      #expect(frame.size.height == height || !isTold.isEmpty && frame.size.height > height)
    }
    #expect(drawn.allSatisfy { box in box.text.map { box.frame.contains($0.frame) } ?? true })
  }
}

/// What is told of sizes that are not kept.
@Suite struct UnkeptSizeTests {
  private func warnings(@PictureBuilder _ content: () -> [PictureItem]) throws -> [Diagnostic] {
    try Series("sizes") { Picture("p", content: content) }.united()
      .measured(by: FontMetrics()).placed().warnings
  }

  @Test func aContainerThatNeedsMoreThanItsHeightIsTold() throws {
    let found = try warnings {
      Grid(columns: 2, spacing: 0) {
        Node("Quick wins") {
          Component("x").at(x: 0, y: 0)
          Component("y").at(x: 0, y: 160)
        }.width(300).height(200)
        Node("Projects") { Component("z") }.width(300).height(200)
      }
    }
    #expect(found.map(\.kind) == [.sizeTooSmall])
    #expect(found[0].message.hasPrefix("a height of 200 units is too little for “Quick wins”"))
  }

  @Test func oneLineIsToldOnce() throws {
    let found = try warnings {
      Row { for name in ["a long name", "b", "a much longer name"] { Component(name).width(20) } }
    }
    #expect(found.count == 1)
    #expect(found[0].message.contains("the largest of 2 from this line"))
  }

  @Test func aContainerWithRoomIsNotTold() throws {
    let found = try warnings {
      Row(align: .center) {
        Node("Room") { Component("x") }.width(300).height(200)
        Node("High") {
          Column {
            Component("y"); Component("z")
          }
        }
      }
    }
    #expect(found.isEmpty)
  }
}
