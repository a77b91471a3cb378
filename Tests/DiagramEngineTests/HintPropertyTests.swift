import DiagramDSL
import DiagramEngine
import DiagramGraph
import DiagramModel
import TestSupport
import Testing

/// Random boxes, arrows and hints, in an arrangement that takes hints.
private struct RandomHints {
  var random: SeededGenerator
  let boxes: [Component]
  var hints: [Hint] = []
  var arrows: [Arrow] = []
  var pins: [Int: Point] = [:]

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    boxes = (0..<Int.random(in: 3...8, using: &random)).map { Component("box \($0)") }
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      let (one, other) = pair()
      var arrow = boxes[one] --> boxes[other]
      if Int.random(in: 0..<4, using: &random) == 0 { arrow = arrow.minimumLength(2).weight(3) }
      arrows.append(arrow)
    }
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let (one, other) = pair()
      switch Int.random(in: 0..<3, using: &random) {
      case 0: hints.append(SameRank(boxes[one], boxes[other]).hint)
      case 1: hints.append(boxes[one].above(boxes[other]))
      default: hints.append(boxes[one].leftOf(boxes[other]))
      }
    }
    if seed % 3 == 0 {
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let place = Int.random(in: 0..<boxes.count, using: &random)
        pins[place] = Point(
          x: 20 * Int.random(in: 0...30, using: &random),
          y: 20 * Int.random(in: 0...20, using: &random))
      }
    }
  }

  private mutating func pair() -> (Int, Int) {
    let one = Int.random(in: 0..<boxes.count, using: &random)
    let step = Int.random(in: 1..<boxes.count, using: &random)
    return (one, (one + step) % boxes.count)
  }

  func series(_ kind: Int) -> Series {
    let placed = boxes.enumerated().map { index, box in
      pins[index].map { box.at(x: $0.x, y: $0.y) } ?? box
    }
    return Series("random") {
      Picture("hints") {
        Node("all") {
          switch kind {
          case 0: Layered { placed }
          case 1: Layered(.up) { placed }
          case 2: Packed { placed }
          case 3: Force { placed }
          default: placed
          }
          for hint in hints where kind < 2 || kind == 4 || hint.kind != .sameRank { hint }
        }
        if kind != 2 { arrows }
      }
    }
  }
}

/// A hint is kept, or its picture is not drawn.
@Suite struct HintPropertyTests {
  @Test(arguments: 0...4)
  func hintsAreKeptOrReported(kind: Int) throws {
    var drawn = 0
    for seed in UInt64(0)..<120 {
      let sample = RandomHints(seed: seed)
      guard let scene = try? sample.series(kind).scenes(in: .dark).first else { continue }
      drawn += 1
      let frames = Dictionary(uniqueKeysWithValues: scene.boxes.map { ($0.id, $0.frame) })
      let boxes = try sample.boxes.indices.map { try #require(frames["all/box-\($0)"]) }
      for (index, box) in boxes.enumerated() {
        #expect(boxes[..<index].allSatisfy { !$0.intersects(box) }, "overlap, seed \(seed)")
      }
      for hint in sample.hints where kind < 2 || kind == 4 || hint.kind != .sameRank {
        let (one, other) = (
          try #require(frames["all/" + hint.boxes[0].path[0]]),
          try #require(frames["all/" + hint.boxes[1].path[0]])
        )
        #expect(isKept(hint.kind, one, other, kind), "\(hint.kind), seed \(seed)")
      }
      let corner = try #require(frames["all"]).origin
      for (one, pin) in sample.pins {
        for (other, otherPin) in sample.pins {
          #expect(boxes[one].minX - boxes[other].minX == pin.x - otherPin.x)
        }
        #expect(boxes[one].minX - corner.x == 20 + pin.x)
      }
    }
    #expect(drawn > 30)
  }

  private func isKept(_ hint: Hint.Kind, _ one: Rect, _ other: Rect, _ kind: Int) -> Bool {
    switch (hint, kind) {
    case (.above, _): one.maxY <= other.minY
    case (.leftOf, _): one.maxX <= other.minX
    case (.sameRank, 0): one.minX < other.maxX && other.minX < one.maxX
    case (.sameRank, 1): one.minY < other.maxY && other.minY < one.maxY
    case (.sameRank, _):
      one.minX < other.maxX && other.minX < one.maxX
        || one.minY < other.maxY && other.minY < one.maxY
    }
  }
}
