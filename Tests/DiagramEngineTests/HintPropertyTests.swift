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
          for hint in hints(of: kind) { hint }
        }
        if kind != 2 { arrows }
      }
    }
  }
}

/// A hint is kept, or told of: by a warning about it, or by a mistake that is one.
@Suite struct HintPropertyTests {
  @Test(arguments: 0...4)
  func hintsAreKeptOrReported(kind: Int) throws {
    var drawn = 0
    for seed in UInt64(0)..<80 {
      let sample = RandomHints(seed: seed)
      let series = sample.series(kind)
      let scene: Scene
      do throws(DiagramError) {
        scene = try series.scenes(in: .dark)[0]
      } catch {
        sample.expectMistakes(error.diagnostics, kind, "seed \(seed)")
        continue
      }
      drawn += 1
      let frames = Dictionary(uniqueKeysWithValues: scene.boxes.map { ($0.id, $0.frame) })
      let boxes = try sample.boxes.indices.map { try #require(frames["all/box-\($0)"]) }
      for (index, box) in boxes.enumerated() {
        #expect(boxes[..<index].allSatisfy { !$0.intersects(box) }, "overlap, seed \(seed)")
      }
      let unkept = sample.hints(of: kind).filter { hint in
        let (one, other) = hint.ends
        return !isKept(hint.kind, boxes[one], boxes[other], kind)
      }
      let warnings = try series.rendered(in: .dark, as: []).diagnostics.filter {
        $0.id == "DG0414"
      }
      let told = Set(warnings.map(\.message))
      #expect(told == Set(unkept.map { "\($0.words) could not be kept" }), "seed \(seed)")
      #expect(warnings.count == told.count, "told twice, seed \(seed)")
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

extension RandomHints {
  /// The hints that an arrangement takes.
  func hints(of kind: Int) -> [Hint] {
    hints.filter { kind < 2 || kind == 4 || $0.kind != .sameRank }
  }

  /// Expects that each mistake is one: pins on each other, or wishes that nothing can keep together.
  func expectMistakes(_ found: [Diagnostic], _ kind: Int, _ comment: Comment) {
    for diagnostic in found where diagnostic.severity == .error {
      let parts = diagnostic.message.split(separator: " contradicts ")
        .flatMap { $0.split(separator: " and ") }.map(String.init)
      let named = hints(of: kind).filter { parts.contains($0.words) }
      switch diagnostic.id {
      case "DG0404":
        let long = arrows.filter { $0.minimumLength > 1 && parts.contains($0.words) }
        #expect(Set(parts) == Set(named.map(\.words) + long.map(\.words)), comment)
        #expect(flows(of: kind).contains { isCyclic(named, long, flow: $0) }, comment)
      case "DG0407":
        #expect(pins.count > 1, comment)
      case "DG0408":
        #expect(!pins.isEmpty && named.count == 1, comment)
      default:
        Issue.record("\(diagnostic), \(comment)")
      }
    }
  }

  private func flows(of kind: Int) -> [Direction?] {
    switch kind {
    case 0: [.right]
    case 1: [.up]
    case 4: [.right, .down]
    default: [nil]
    }
  }

  /// Whether what they ask for runs in a circle, across or down, where `flow` leads.
  private func isCyclic(_ hints: [Hint], _ arrows: [Arrow], flow: Direction?) -> Bool {
    [true, false].contains { isHorizontal in
      let isAlongFlow = flow.map { ($0 == .right) == isHorizontal } ?? false
      // Whether one is before the other, at most as far on if it is not strictly so.
      var isBefore = boxes.map { _ in boxes.map { _ in Bool?.none } }
      for hint in hints {
        let (one, other) = hint.ends
        switch hint.kind {
        case .leftOf where isHorizontal, .above where !isHorizontal: isBefore[one][other] = true
        case .sameRank where isAlongFlow:
          isBefore[one][other] = isBefore[one][other] ?? false
          isBefore[other][one] = isBefore[other][one] ?? false
        default: break
        }
      }
      for arrow in arrows where isAlongFlow {
        let (one, other) = (arrow.source.number, arrow.target.number)
        if flow == .up { isBefore[other][one] = true } else { isBefore[one][other] = true }
      }
      for middle in boxes.indices {
        for one in boxes.indices {
          for other in boxes.indices {
            guard let first = isBefore[one][middle], let second = isBefore[middle][other] else {
              continue
            }
            isBefore[one][other] = isBefore[one][other] == true || first || second
          }
        }
      }
      return boxes.indices.contains { isBefore[$0][$0] == true }
    }
  }
}

extension Reference {
  /// Its place among the random boxes.
  fileprivate var number: Int { Int(path[0].dropFirst("box-".count)) ?? -1 }
}

extension Hint {
  fileprivate var ends: (Int, Int) { (boxes[0].number, boxes[1].number) }

  /// As a message names it.
  fileprivate var words: String {
    let (one, other) = ("“\(boxes[0].title)”", "“\(boxes[1].title)”")
    return switch kind {
    case .sameRank: "SameRank(\(one), \(other))"
    case .above: "\(one) above \(other)"
    case .leftOf: "\(one) left of \(other)"
    }
  }
}

extension Arrow {
  fileprivate var words: String {
    "“\(source.title)” --> “\(target.title)” with a minimum length of \(minimumLength)"
  }
}
