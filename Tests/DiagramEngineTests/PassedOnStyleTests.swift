import DiagramDSL
import DiagramEngine
import DiagramModel
import Testing

private let a = Component("a")
private let b = Component("b")

/// The styles of the boxes of a picture, by their ids.
private func styles(@PictureBuilder _ items: () -> [PictureItem]) throws -> [String: Style] {
  let resolved = try Series("chapter") { Picture("p", content: items) }.resolved()
  let boxes = resolved.items.filter { !$0.id.isEmpty }
  return Dictionary(
    boxes.map { ($0.id, $0.shown[0].attributes.style) }, uniquingKeysWith: { one, _ in one })
}

/// The frames of the boxes of a picture, by their ids.
private func frames(@PictureBuilder _ items: () -> [PictureItem]) throws -> [String: Rect] {
  let series = Series("chapter") { Picture("p", content: items) }
  let scene = try #require(try series.scenes(in: .dark).first)
  var frames: [String: Rect] = [:]
  for case .box(let box) in scene.elements { frames[box.id] = box.frame }
  return frames
}

@Suite struct PassedOnStyleTests {
  @Test func aMutedContainerMutesEverythingInIt() throws {
    let found = try styles {
      Node("Worker") {
        Row {
          a; Node("Pod") { b }
        }
        Text("a note")
      }.muted()
    }
    #expect(found.values.allSatisfy { $0.emphasis == .muted } && found.count == 5)
  }

  @Test func whatSetsItsOwnStyleKeepsIt() throws {
    let (c, d) = (Component("c"), Component("d"))
    let found = try styles {
      Node("Worker") {
        a.accent(.red)
        b.strong()
        c.muted(false)
        Node("Pod") { d }.accent(.green)
      }.muted()
    }
    #expect(found["worker/a"]?.accent == .red && found["worker/a"]?.emphasis == nil)
    #expect(found["worker/b"]?.emphasis == .strong)
    #expect(found["worker/c"]?.emphasis == .normal)
    #expect(found["worker/pod"]?.emphasis == nil && found["worker/pod/d"]?.emphasis == nil)
  }

  @Test func theOrderOfModifiersDoesNotMatter() throws {
    let worker = Node("Worker") {
      a; b
    }
    let one = try styles { worker.muted().replacing(with: a.accent()) }
    let other = try styles { worker.replacing(with: a.accent()).muted() }
    #expect(one == other)
    #expect(one["worker/a"]?.emphasis == nil && one["worker/b"]?.emphasis == .muted)
  }

  @Test func otherStylesOfAContainerAreItsOwn() throws {
    let found = try styles {
      Node("Worker") { a }.accent(.red).dashed().strong().outlined().monospaced()
    }
    #expect(found["worker/a"] == Style())
  }

  @Test func anArrangementPassesItsStyleOnToTheBoxesInIt() throws {
    let found = try styles {
      Row {
        Column {
          a; b.dotted().muted()
        }
        Node("Pod") { Component("c") }
      }.accent(.red).dashed()
    }
    #expect(found["a"]?.accent == .red && found["a"]?.pattern == .dashed)
    #expect(found["b"]?.accent == nil && found["b"]?.pattern == .dotted)
    #expect(found["pod"]?.accent == .red && found["pod/c"] == Style())
  }

  @Test func alignIsTheOwnPlaceOfARow() throws {
    let tall = Component("tall").height(400)
    let found = try frames {
      Row {
        tall
        Row {
          a; b.height(90)
        }.align(.center)
      }
    }
    // The inner row is as high as its highest box, in the middle of the outer one; in it both are stretched.
    #expect(found["a"]?.size.height == 90 && found["b"]?.size.height == 90)
    #expect(found["a"]?.midY == found["tall"]?.midY)
  }

  @Test func aRowAlignsWhatIsInItByItsParameter() throws {
    let found = try frames {
      Row(align: .end) {
        a; b.height(200); Component("c").align(.start)
      }
    }
    let low = try #require(found["a"])
    let high = try #require(found["b"])
    let top = try #require(found["c"])
    #expect(low.size.height < high.size.height)
    #expect(low.maxY == high.maxY && top.minY == high.minY)
    let cells = try frames {
      Grid(columns: 2, align: .center) {
        Component("a"); Component("b").height(200)
      }
    }
    #expect(cells["a"]?.midY == cells["b"]?.midY)
    #expect(cells["a"]?.size.height != cells["b"]?.size.height)
  }

  @Test func aContainerWithoutATitleTakesNoRoomForOne() throws {
    let found = try frames {
      Node {
        Row {
          a; b
        }
      }
    }
    let node = try #require(found["around-a"])
    let inner = try #require(found["around-a/a"])
    #expect(inner.minY - node.minY == node.maxY - inner.maxY)
    #expect(inner.minX - node.minX == inner.minY - node.minY)
  }

  @Test func aContainerWithoutATitleStaysWhereItIsCollapsed() throws {
    let pair = Node {
      Row {
        a; b
      }
    }
    let series = Series("chapter") {
      Picture("p") {
        Row {
          pair; Component("c")
        }
      }
      Picture("q") {
        Row {
          pair.collapsed(); Component("c")
        }
      }
    }
    let scenes = try series.scenes(in: .dark)
    let boxes = scenes.map { scene in
      scene.elements.compactMap {
        if case .box(let box) = $0, box.id == "around-a" { box.frame } else { nil }
      }
    }
    #expect(boxes[0] == boxes[1] && boxes[0].count == 1)
    #expect(scenes[0].summary.contains("A container contains a, b."))
  }
}
