import DiagramDSL
import DiagramEngine
import TestSupport
import Testing

/// Shapes that an author's own package declares.
@Suite struct ShapeOfOnesOwnTests {
  private func diagnostics(of shape: any Shape.Type) throws -> [Diagnostic] {
    let series = Series("own") { Picture("p") { Component("a", shape: ShapeName(shape)) } }
    do {
      _ = try series.rendered(in: .dark)
      return []
    } catch let error as DiagramError {
      return error.diagnostics
    }
  }

  @Test func aShapeIsDrawnInEveryFormat() throws {
    let series = Series("own") { Picture("p") { Component("a tag", shape: .tag) } }
    for file in try series.rendered(in: .dark).files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let isDrawio = file.path.hasSuffix(".drawio")
      #expect(text.contains(isDrawio ? "shape=stencil(" : "<path d=\"M20 40L32 20"), "\(file.path)")
    }
  }

  @Test func whatCannotBeDrawnIsTold() throws {
    let messages: [(any Shape.Type, String)] = [
      (Spilling.self, "(70, 0) lies outside of its 60 × 44 units"),
      (Swollen.self, "around a text it is 60000 × 44 units large"),
      (Cramped.self, "it leaves no room for its text"),
      (Endless.self, "a path begins with no move"),
    ]
    for (shape, problem) in messages {
      let found = try diagnostics(of: shape)
      #expect(found.map(\.kind) == [.unusableShape])
      #expect(found.map(\.message) == ["the shape “\(shape.name)” cannot be drawn: \(problem)"])
    }
    #expect(try diagnostics(of: Tag.self) == [])
  }

  /// Whatever numbers a shape answers with, it is drawn or refused.
  @Test(arguments: UInt64(0)..<100)
  func noShapeEndsInATrap(seed: UInt64) throws {
    let found = try Random.$seed.withValue(seed) { try diagnostics(of: Random.self) }
    #expect(found.allSatisfy { $0.kind == .unusableShape })
  }
}

extension ShapeName {
  fileprivate static let tag = ShapeName(Tag.self)
}

/// A label with one slanted corner.
private enum Tag: Shape {
  static let name = "tag"
  static let keepsSize = false
  static func size(around text: Size) -> Size { text }
  static func textInsets(in size: Size) -> Insets { .zero }
  static func outline(of size: Size, radius: Int) -> Outline {
    Outline(
      .polygon(
        (0, 20), (12, 0), (size.width, 0), (size.width, size.height), (0, size.height)))
  }
}

/// A shape that leaves its frame.
enum Spilling: Shape {
  static let name = "spilling"
  static let keepsSize = false
  static func size(around text: Size) -> Size { text }
  static func textInsets(in size: Size) -> Insets { .zero }
  static func outline(of size: Size, radius: Int) -> Outline {
    Outline(.polygon((0, 0), (size.width + 10, 0), (0, size.height)))
  }
}

private enum Swollen: Shape {
  static let name = "swollen"
  static let keepsSize = false
  static func size(around text: Size) -> Size {
    Size(width: 1000 * text.width, height: text.height)
  }
  static func textInsets(in size: Size) -> Insets { .zero }
  static func outline(of size: Size, radius: Int) -> Outline { Outline([]) }
}

private enum Cramped: Shape {
  static let name = "cramped"
  static let keepsSize = false
  static func size(around text: Size) -> Size { text }
  static func textInsets(in size: Size) -> Insets { Insets(top: 0, left: 1, bottom: 0, right: 0) }
  static func outline(of size: Size, radius: Int) -> Outline { Outline([]) }
}

private enum Endless: Shape {
  static let name = "endless"
  static let keepsSize = false
  static func size(around text: Size) -> Size { text }
  static func textInsets(in size: Size) -> Insets { .zero }
  static func outline(of size: Size, radius: Int) -> Outline { Outline([.line(10, 10)]) }
}

/// Answers that nothing ties to the questions.
private enum Random: Shape {
  @TaskLocal static var seed: UInt64 = 0
  static let name = "random"
  static let keepsSize = false

  private static func numbers(_ count: Int) -> [Int] {
    var random = SeededGenerator(seed: seed)
    let reach = [30, 3000, Int.max / 4].randomElement(using: &random) ?? 0
    return (0..<count).map { _ in Int.random(in: -reach / 8...reach, using: &random) }
  }

  static func size(around text: Size) -> Size {
    let sizes = numbers(2)
    return Size(width: sizes[0], height: sizes[1])
  }

  static func textInsets(in size: Size) -> Insets {
    let sides = numbers(6)
    return Insets(top: sides[2], left: sides[3], bottom: sides[4], right: sides[5])
  }

  static func outline(of size: Size, radius: Int) -> Outline {
    let places = numbers(20)
    let point = { (index: Int) in Point(x: places[index], y: places[index + 1]) }
    return Outline([
      .move(point(0)), .arc(clockwise: true, to: point(2)),
      .quadratic(control: point(4), to: point(6)),
      .cubic(first: point(8), second: point(10), to: point(12)), .line(point(14)), .close,
    ])
  }
}
