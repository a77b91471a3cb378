import DiagramDSL
import DiagramEngine
import DiagramModel
import TestSupport
import Testing

/// Containers in other shapes than a box.
@Suite struct ShapedContainerTests {
  private static let shapes = Shapes.all.map { ShapeName($0) }.filter { $0 != .none }

  @Test(arguments: shapes.indices, [1, 3, 7])
  func whatAContainerHoldsLiesOnItsSurface(shape: Int, count: Int) throws {
    let boxes = (0..<count).map { Component("box \($0)") }
    let series = Series("s") {
      Picture("p") {
        Row(align: .center) {
          Node("A title", shape: Self.shapes[shape]) { Grid(columns: 3) { boxes } }
          Node("Below", shape: Self.shapes[shape]) { Column { boxes } }.title(.bottom)
        }
      }
    }
    let scene = try #require(series.scenes(in: .dark).first)
    for container in scene.boxes where container.isContainer {
      let surface = container.shapes[0].path.polylines
      let frames = scene.boxes.filter { $0.parent == container.id }.map(\.frame)
      let title = try #require(container.text).frame
      for frame in frames {
        #expect(!frame.intersects(title))
        for corner in frame.corners {
          #expect(surface.contains { $0.surrounds(corner) }, "\(corner) of \(frame)")
        }
      }
      // A title reads as part of its shape, though a corner of it may stick out.
      #expect(surface.contains { $0.surrounds(ExactPoint(title.center)) }, "\(title)")
    }
  }

  @Test func anInvisibleContainerPassesOnWhatIsAroundIt() throws {
    let series = Series("s") {
      Picture("p") {
        Node("Outer") {
          Node("Group", shape: .none) { Node("Inner") { Component("a") } }
        }
      }
    }
    for theme in Theme.all {
      let boxes = try #require(series.scenes(in: theme).first).boxes
      #expect(boxes[1].shapes.isEmpty)
      #expect(boxes[2].paint.fill == theme.containers[1].fill)
    }
  }
}

extension Rect {
  fileprivate var corners: [ExactPoint] {
    [(minX, minY), (maxX, minY), (maxX, maxY), (minX, maxY)].map {
      ExactPoint(Point(x: $0.0, y: $0.1))
    }
  }
}
