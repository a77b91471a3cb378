import DiagramDSL
import DiagramEngine
import DiagramModel
import Foundation
import TestSupport
import Testing

/// Whatever values an author writes, the series is drawn or its mistakes are told.
///
/// More of them: `DIAGEN_EXTREME_SERIES=20000 swift test --filter ExtremeValueTests`.
@Suite struct ExtremeValueTests {
  private static let seeds =
    UInt64(
      0)..<(ProcessInfo.processInfo.environment["DIAGEN_EXTREME_SERIES"]
    .flatMap(UInt64.init) ?? 200)

  @Test(arguments: seeds)
  func extremeValuesAreDrawnOrTold(seed: UInt64) throws {
    var extremes = Extremes(seed: seed)
    let series = extremes.series()
    do {
      #expect(try !series.rendered(in: .light).files.isEmpty)
    } catch let error as DiagramError {
      #expect(!error.diagnostics.isEmpty)
      #expect(error.diagnostics.allSatisfy { $0.line > 0 && !$0.message.isEmpty })
    }
  }

  @Test(arguments: [99, 100, 101, 10_000])
  func nestingHasALimit(depth: Int) {
    var nested = Node("0")
    for level in 1..<depth { nested = Node("\(level)") { nested } }
    expect("boxes and arrangements lie more than 100 deep in each other", if: depth > 100) {
      nested
    }
  }

  @Test(arguments: [99, 10_000])
  func nestingOfRowsHasALimit(depth: Int) {
    var nested = Row { Component("a") }
    for _ in 1..<depth { nested = Row { nested } }
    expect("boxes and arrangements lie more than 100 deep in each other", if: depth > 99) {
      nested
    }
  }

  @Test(arguments: [100_000, 100_001])
  func textsHaveALimit(length: Int) {
    let text = String(repeating: "m", count: length)
    expect("a text of \(length) characters cannot be drawn", if: length > 100_000) {
      Component("a").label(text).monospaced()
    }
  }

  @Test(arguments: [Int.min, 0, 20_000, 20_001, Int.max])
  func columnsHaveLimits(columns: Int) {
    expect(
      "a grid of \(columns) columns has no place for anything", if: columns < 1
    ) {
      Grid(columns: min(columns, 1)) { Component("a") }
    }
    expect("a grid of \(columns) columns cannot be drawn", if: columns > 20_000) {
      Grid(columns: max(columns, 1)) { Component("a") }
    }
  }

  /// Draws a picture, which has one mistake if so.
  private func expect(
    _ message: String, if isWrong: Bool, @PictureBuilder _ content: () -> [PictureItem]
  ) {
    let series = Series("folder") { Picture("picture") { content() } }
    do {
      #expect(try series.rendered(in: .light).files.count == 3)
      #expect(!isWrong)
    } catch {
      #expect(isWrong)
      #expect((error as? DiagramError)?.diagnostics.map(\.message) == [message])
    }
  }
}

/// Pictures of a few boxes with numbers from far outside of what makes sense.
private struct Extremes {
  private var random: SeededGenerator
  private var count = 0

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A number: mostly a sensible one, so that others are tried beside it.
  private mutating func number(_ sensible: ClosedRange<Int>) -> Int {
    let extremes = [
      Int.min, Int.min + 1, -20_001, -1, 0, 1, 2, 19_999, 20_000, 20_001, 1 << 31, 1 << 62, Int.max,
    ]
    return Int.random(in: 0..<12, using: &random) == 0
      ? extremes.randomElement(using: &random) ?? 0
      : [sensible.lowerBound, sensible.upperBound, Int.random(in: sensible, using: &random)]
        .randomElement(using: &random) ?? 0
  }

  private mutating func chance(_ parts: Int) -> Bool {
    Int.random(in: 0..<parts, using: &random) == 0
  }

  mutating func series() -> Series {
    let boxes = (0..<Int.random(in: 1...6, using: &random)).map { _ in component() }
    let content = arranged(boxes.flatMap(\.content), depth: 0)
    let arrows = (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in arrow(boxes) }
    return Series("folder") {
      Picture("picture") {
        content
        arrows
      }
    }
  }

  private mutating func component() -> Component {
    count += 1
    var component = Component("Box \(count)")
    if chance(4) { component = component.width(number(1...20_000)) }
    if chance(4) { component = component.height(number(1...20_000)) }
    if chance(6) { component = component.at(x: number(0...20_000), y: number(0...20_000)) }
    if chance(6) {
      component = component.label(
        ["", " ", "\n", "\n\n a \n", "\u{0}", "a\u{301}\u{200D}🚀", "\t"].randomElement(
          using: &random) ?? "")
    }
    if chance(6) { component = component.monospaced() }
    if chance(12) {
      component = component.id(["", "a b", "constructor", "x"].randomElement(using: &random) ?? "")
    }
    return component
  }

  private mutating func arrow(_ boxes: [Component]) -> Arrow? {
    guard let source = boxes.randomElement(using: &random),
      let target = boxes.randomElement(using: &random)
    else { return nil }
    var arrow = source --> target
    if source == target, !chance(4) { arrow = arrow.loop() }
    if chance(3) { arrow = arrow.gap(number(0...40)) }
    if chance(6) { arrow = arrow.minimumLength(number(1...20)) }
    if chance(6) { arrow = arrow.weight(number(1...100)) }
    if chance(3) { arrow = arrow.label(["HTTPS", "", "\n"].randomElement(using: &random) ?? "") }
    if chance(6) { arrow = arrow.from(Side.allCases.randomElement(using: &random) ?? .top) }
    if chance(6) { arrow = arrow.to(Side.allCases.randomElement(using: &random) ?? .top) }
    if chance(8) { arrow = chance(2) ? arrow.straight() : arrow.curved() }
    return arrow
  }

  /// The boxes in some arrangement, part of them in another.
  private mutating func arranged(_ boxes: [Element], depth: Int) -> [Element] {
    guard depth < 4 else { return boxes }
    let cut = Int.random(in: 0...boxes.count, using: &random)
    let first = cut == 0 ? [] : arranged(Array(boxes[..<cut]), depth: depth + 1)
    let rest = Array(boxes[cut...])
    let spacing = chance(2) ? nil : number(0...200)
    let direction = [Direction.up, .down, .left, .right].randomElement(using: &random) ?? .down
    count += 1
    let content = first + rest
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return Row(spacing: spacing) { content }.content
    case 1: return Column(spacing: spacing) { content }.content
    case 2: return Grid(columns: number(1...4), spacing: spacing) { content }.content
    case 3: return Ring(spacing: spacing) { content }.content
    case 4: return Layered(direction, spacing: spacing) { content }.content
    case 5: return Tree(direction, spacing: spacing) { content }.content
    case 6: return Packed(spacing: spacing) { content }.content
    case 7: return Force(spacing: spacing) { content }.content
    case 8: return Node("Node \(count)") { content }.content
    default: return content
    }
  }
}
