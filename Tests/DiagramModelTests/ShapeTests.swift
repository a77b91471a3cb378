import DiagramModel
import Testing

@Suite struct ShapeTests {
  private static let sizes = [
    Size(width: 160, height: 60), Size(width: 61, height: 41), Size(width: 30, height: 90),
    Size(width: 7, height: 5), Size(width: 1, height: 1),
  ]
  private static let radii = [0, 6, 100]

  private static let drawn = Shapes.all.filter { ShapeName($0) != .none }

  @Test func namesAreUnique() {
    let names = Shapes.all.map { $0.name }
    #expect(Set(names).count == names.count)
    #expect(Set(Shapes.all.map { ShapeName($0) }).count == names.count)
  }

  @Test(arguments: sizes, radii)
  func outlinesReachAllSidesAndStayInside(size: Size, radius: Int) {
    for shape in Self.drawn {
      let outline = shape.outline(of: size, radius: radius)
      let points = outline.surface.polylines.flatMap(\.self)
      let (xs, ys) = (points.map(\.x), points.map(\.y))
      let ends = [
        xs.min() ?? 9, ys.min() ?? 9, Double(size.width) - (xs.max() ?? 0),
        Double(size.height) - (ys.max() ?? 0),
      ]
      // A curve may pass a side at less than a unit.
      #expect(ends.allSatisfy { (-0.01..<1).contains($0) }, "\(shape) of \(size): \(ends)")
      for point in outline.details.polylines.joined() {
        let isInside =
          (-0.01...Double(size.width) + 0.01).contains(point.x)
          && (-0.01...Double(size.height) + 0.01).contains(point.y)
        #expect(isInside, "\(shape) of \(size) has a line at \(point)")
      }
    }
  }

  @Test(arguments: sizes, radii)
  func aPathBeginsWithAMoveAndSurfacesAreClosed(size: Size, radius: Int) {
    for shape in Self.drawn {
      let outline = shape.outline(of: size, radius: radius)
      for path in [outline.surface, outline.details] {
        if case .move = path.first ?? .move(0, 0) {} else { Issue.record("\(shape)") }
      }
      #expect(outline.surface.polylines.allSatisfy { $0.first == $0.last }, "\(shape)")
    }
  }

  /// A lone arrow ends in the middle of a side: there a person has its body, not its shoulder.
  @Test(arguments: 0...12, [0, 6, 12])
  func anArrowMeetsThePersonsBody(lines: Int, radius: Int) {
    let person = ShapeName.person.shape
    let size = person.size(around: Size(width: 90, height: 14 + 10 * lines))
    let outline = person.outline(of: size, radius: radius)
    for side in [Side.left, .right] {
      #expect(outline.depth(of: side, at: size.height / 2, in: size) <= 1)
    }
    let room = size.height - person.textInsets(in: size).top
    #expect(room >= 14 + 10 * lines)
  }

  @Test(arguments: sizes)
  func aTextFitsIntoTheShapeThatIsMadeForIt(text: Size) {
    for shape in Shapes.all {
      let size = shape.size(around: text)
      let room = Rect(origin: Point(x: 0, y: 0), size: size).inset(by: shape.textInsets(in: size))
      #expect(room.size.width >= text.width && room.size.height >= text.height, "\(shape)")
    }
  }

  /// With the padding of a box around it, which is in its size.
  @Test(arguments: [1, 2, 5, 9], [10, 60, 180])
  func theCornersOfATextLieOnTheSurface(lines: Int, width: Int) {
    let padding = Size(width: 14, height: 10)
    let text = Size(width: width + 2 * padding.width, height: 24 * lines + 2 * padding.height)
    for shape in Self.drawn {
      let size = shape.size(around: text)
      let room = Rect(origin: Point(x: 0, y: 0), size: size).inset(by: shape.textInsets(in: size))
      let center = room.center
      let surface = shape.outline(of: size, radius: 8).surface.polylines
      for (x, y) in [(-1, -1), (1, -1), (1, 1), (-1, 1)] {
        let corner = ExactPoint(
          x: Double(center.x + x * width / 2), y: Double(center.y + y * 24 * lines / 2))
        #expect(surface.contains { $0.surrounds(corner) }, "\(shape) around \(text): \(corner)")
      }
    }
  }

  /// Wherever an arrow comes from, it ends at the line that is drawn.
  @Test(arguments: sizes.prefix(3))
  func aDepthLeadsOntoTheOutline(size: Size) {
    for shape in Self.drawn {
      let outline = shape.outline(of: size, radius: 8)
      for side in Side.allCases {
        for offset in 1..<size[side.axis.cross] {
          let end = Self.place(outline.depth(of: side, at: offset, in: size), side, offset, size)
          let distance = outline.surface.polylines.map { $0.distance(to: end) }.min() ?? 99
          // Between head and shoulders it ends beside them.
          #expect(
            distance <= (shape.name == "person" ? 3 : 1),
            "\(shape) of \(size), \(side) \(offset): \(end)")
        }
      }
    }
  }

  private static func place(
    _ depth: Int, _ side: Side, _ offset: Int, _ size: Size
  ) -> ExactPoint {
    switch side {
    case .top: ExactPoint(Point(x: offset, y: depth))
    case .right: ExactPoint(Point(x: size.width - depth, y: offset))
    case .bottom: ExactPoint(Point(x: offset, y: size.height - depth))
    case .left: ExactPoint(Point(x: depth, y: offset))
    }
  }

  @Test(arguments: [0, 5, 8, 20])
  func theDepthOfARoundedCornerFollowsTheCircle(radius: Int) {
    let size = Size(width: 100, height: 60)
    let outline = ShapeName.box.shape.outline(of: size, radius: radius)
    for side in Side.allCases {
      let extent = size[side.axis.cross]
      for offset in 0...extent {
        let intoCorner = Double(max(0, radius - min(offset, extent - offset)))
        let circle =
          Double(radius) - (Double(radius * radius) - intoCorner * intoCorner).squareRoot()
        let depth = outline.depth(of: side, at: offset, in: size)
        #expect(abs(Double(depth) - circle) <= 0.6, "\(side) \(offset)")
      }
    }
  }

  @Test func theDepthOfAnEllipseFollowsItsEquation() {
    let size = Size(width: 120, height: 80)
    let outline = ShapeName.ellipse.shape.outline(of: size, radius: 0)
    for offset in 0...120 {
      let x = Double(offset - 60) / 60
      let expected = 40 - 40 * (1 - x * x).squareRoot()
      for side in [Side.top, .bottom] {
        let depth = outline.depth(of: side, at: offset, in: size)
        #expect(abs(Double(depth) - expected) <= 0.6, "\(side) \(offset)")
      }
    }
  }

  @Test func drawioHearsTheRadiusTwice() {
    let box = ShapeName.box.shape
    let style = box.drawioStyle(of: Size(width: 80, height: 40), radius: 6) ?? []
    #expect(style.contains(DrawioStyleEntry("absoluteArcSize", 1)))
    #expect(style.contains(DrawioStyleEntry("arcSize", 12)))
    let sharp = box.drawioStyle(of: Size(width: 80, height: 40), radius: 0)
    #expect(sharp == [DrawioStyleEntry("rounded", 0)])
    let small = ShapeName.pill.shape.drawioStyle(of: Size(width: 80, height: 20), radius: 3) ?? []
    #expect(small.contains(DrawioStyleEntry("arcSize", 20)))
  }
}
