import DiagramModel
import Testing

@Suite struct ShapeTests {
  private static let sizes = [
    Size(width: 160, height: 60), Size(width: 61, height: 41), Size(width: 30, height: 90),
    Size(width: 7, height: 5), Size(width: 1, height: 1),
  ]

  /// Every point of a path, control points left out.
  private func points(_ path: [PathCommand]) -> [Point] {
    path.compactMap { command in
      switch command {
      case .move(let point), .line(let point), .arc(_, let point), .quadratic(_, let point): point
      case .close: nil
      }
    }
  }

  @Test func namesAreUniqueAndFound() {
    let names = Shapes.all.map { $0.name }
    #expect(Set(names).count == names.count)
    for name in names { #expect(Shapes.named(name).name == name) }
    #expect(Shapes.named(ShapeName(rawValue: "?")).name == .box)
  }

  @Test(arguments: sizes, [0, 6, 100])
  func outlinesReachAllSidesAndStayInside(size: Size, radius: Int) {
    let frame = Rect(origin: Point(x: 10, y: 20), size: size)
    for shape in Shapes.all where shape.name != Borderless.name {
      let points = points(shape.outline(of: frame, radius: radius))
      #expect(points.allSatisfy { frame.contains($0) }, "\(shape)")
      #expect(points.map(\.x).min() == frame.minX && points.map(\.x).max() == frame.maxX)
      #expect(points.map(\.y).min() == frame.minY && points.map(\.y).max() == frame.maxY)
    }
  }

  @Test(arguments: sizes)
  func aTextFitsIntoTheShapeThatIsMadeForIt(text: Size) {
    for shape in Shapes.all {
      let size = shape.size(around: text)
      let room = Rect(origin: Point(x: 0, y: 0), size: size).inset(by: shape.textInsets(in: size))
      #expect(room.size.width >= text.width && room.size.height >= text.height, "\(shape)")
    }
  }

  @Test func theCornersOfATextStayInsideAnEllipse() {
    for width in 1...120 {
      let text = Size(width: width, height: 19)
      let size = Ellipse.size(around: text)
      let (x, y) = (
        Double(text.width) / Double(size.width), Double(text.height) / Double(size.height)
      )
      #expect(x * x + y * y <= 1)
    }
  }

  @Test func theMiddleOfASideLiesOnTheFrame() {
    for shape in Shapes.all {
      for side in Side.allCases {
        let size = Size(width: 160, height: 60)
        let middle = side.axis == .horizontal ? 30 : 80
        #expect(shape.depth(of: side, at: middle, in: size, radius: 8) == 0, "\(shape) \(side)")
      }
    }
  }

  @Test(arguments: [0, 5, 8, 20])
  func theDepthOfARoundedCornerFollowsTheCircle(radius: Int) {
    let size = Size(width: 100, height: 60)
    for side in Side.allCases {
      let extent = size[side.axis.cross]
      for offset in 0...extent {
        let intoCorner = Double(max(0, radius - min(offset, extent - offset)))
        let circle =
          Double(radius) - (Double(radius * radius) - intoCorner * intoCorner).squareRoot()
        let depth = RoundedRectangle.depth(of: side, at: offset, in: size, radius: radius)
        #expect(abs(Double(depth) - circle) <= 0.5, "\(side) \(offset)")
      }
    }
  }

  @Test func theDepthOfAnEllipseFollowsItsEquation() {
    let size = Size(width: 120, height: 80)
    for offset in 0...120 {
      let x = Double(offset - 60) / 60
      let expected = 40 - 40 * (1 - x * x).squareRoot()
      for side in [Side.top, .bottom] {
        let depth = Ellipse.depth(of: side, at: offset, in: size, radius: 0)
        #expect(abs(Double(depth) - expected) <= 0.5, "\(side) \(offset)")
      }
    }
  }

  @Test func aLineMeetsTheLidOfACylinderAndItsBottom() {
    let size = Size(width: 100, height: 80)
    #expect(Cylinder.depth(of: .top, at: 0, in: size, radius: 0) == 8)
    #expect(Cylinder.depth(of: .bottom, at: 100, in: size, radius: 0) == 8)
    #expect(Cylinder.depth(of: .top, at: 50, in: size, radius: 0) == 0)
    #expect(Cylinder.depth(of: .left, at: 40, in: size, radius: 0) == 0)
    #expect(Cylinder.depth(of: .right, at: 3, in: size, radius: 0) > 0)
  }

  @Test func drawioHearsTheRadiusTwice() {
    let style = RoundedRectangle.drawioStyle(of: Size(width: 80, height: 40), radius: 6)
    #expect(style.contains(DrawioStyleEntry("absoluteArcSize", 1)))
    #expect(style.contains(DrawioStyleEntry("arcSize", 12)))
    let sharp = RoundedRectangle.drawioStyle(of: Size(width: 80, height: 40), radius: 0)
    #expect(sharp == [DrawioStyleEntry("rounded", 0)])
    let small = Pill.drawioStyle(of: Size(width: 80, height: 20), radius: 3)
    #expect(small.contains(DrawioStyleEntry("arcSize", 20)))
  }
}
