import DiagramCatalog
import DiagramCheck
import DiagramDSL
import DiagramGraph
import DiagramModel
import DiagramText
import TestSupport
import Testing

@testable import DiagramEngine

/// What `check` finds in drawings: every defect, and none where there is none.
@Suite struct DrawingRemarksTests {
  private static let examples = DiagramCatalog.catalog + features

  private static func placed(_ series: Series) throws -> PlacedSeries {
    try series.united().measured(by: FontMetrics()).placed()
  }

  private static func remarks(_ placed: PlacedSeries, _ series: Series) -> [Remark] {
    DrawingRemarks(placed, placed.scenes(in: .dark), series.pictures, seriesAt: series.origin).all
  }

  @Test(arguments: examples.indices)
  func nothingIsFoundWhereNothingIsWrong(example: Int) throws {
    let series = Self.examples[example]
    let found = try Self.remarks(Self.placed(series), series)
    #expect(found.filter { $0.rule.severity == .error || $0.rule == .nearMiss } == [])
  }

  /// A defect in a good drawing, twenty of each example.
  @Test(arguments: UInt64(0)..<1000)
  func everyDefectIsFound(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let example = Int(seed) % Self.examples.count
    let (series, good) = (Self.examples[example], try Self.drawings.get()[example])
    guard let defect = Defect(in: good, &random) else { return }
    let found = Self.remarks(defect.placed, series)
    #expect(
      found.contains {
        $0.rule == defect.rule && defect.subjects.contains(where: $0.subject.hasSuffix)
      },
      "\(defect.rule) \(defect.subjects): \(found)")
  }

  /// Each example, drawn once.
  private static let drawings = Result { try examples.map(placed) }
}

/// A drawing with one thing wrong in it.
private struct Defect {
  let placed: PlacedSeries
  let rule: Remark.Rule
  /// What the finding is about, one of these.
  let subjects: [String]

  /// Nil where the drawing has nothing that can be spoiled so.
  init?(in good: PlacedSeries, _ random: inout SeededGenerator) {
    let resolved = good.measured.resolved
    var layout = good.layout
    let leaves = resolved.items.indices.filter { index in
      resolved.items[index].content == .box(.component)
        && !resolved.items.contains { $0.parent == index }
        // What lies on a box is meant to, with all that it holds.
        && !sequence(first: index) { resolved.items[$0].parent }.contains {
          resolved.items[$0].on != nil
        }
        // The text of a mark is a part of its code.
        && !resolved.items[index].shown.contains(where: \.attributes.isMark)
    }
    let arrows = resolved.arrows.indices.filter { !layout.routes[$0].points.isEmpty }
    func together(_ one: [Bool], _ other: [Bool]) -> Bool { zip(one, other).contains { $0 && $1 } }
    func shown(_ item: Int) -> [Bool] { resolved.items[item].variants.map { $0 != nil } }
    func shownArrow(_ arrow: Int) -> [Bool] { resolved.arrows[arrow].variants.map { $0 != nil } }
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      guard let box = leaves.randomElement(using: &random),
        let other = leaves.filter({ $0 != box && together(shown($0), shown(box)) })
          .randomElement(using: &random)
      else { return nil }
      layout.frames[box] = Rect(
        x: layout.frames[other].minX + 5, y: layout.frames[other].minY + 5,
        width: layout.frames[box].size.width, height: layout.frames[box].size.height)
      rule = .boxOnBox
      subjects = [box, other].map { "#\(resolved.items[$0].id)" }
    case 1:
      guard let arrow = arrows.randomElement(using: &random),
        let box = leaves.filter({ leaf in
          let ends = [resolved.arrows[arrow].source, resolved.arrows[arrow].target]
          return together(shown(leaf), shownArrow(arrow))
            && !ends.contains { end in
              // What an end lies on is around it as well.
              sequence(first: leaf) { resolved.items[$0].parent }.contains(end)
                || sequence(first: end) { resolved.items[$0].on?.box }.contains(leaf)
            }
        }).randomElement(using: &random)
      else { return nil }
      let frame = layout.frames[box]
      layout.routes[arrow].points = [
        Point(x: frame.minX - 30, y: frame.midY), Point(x: frame.maxX + 30, y: frame.midY),
      ]
      rule = .arrowThroughBox
      subjects = ["#\(resolved.arrows[arrow].id)"]
    case 2:
      guard
        let arrow = arrows.filter({ layout.routes[$0].label != nil }).randomElement(using: &random),
        let box = leaves.filter({ together(shown($0), shownArrow(arrow)) }).randomElement(
          using: &random)
      else { return nil }
      layout.routes[arrow].label?.origin = Point(
        x: layout.frames[box].minX + 2, y: layout.frames[box].minY + 2)
      rule = .labelOnBox
      subjects = ["#\(resolved.arrows[arrow].id)"]
    case 3:
      guard
        let overlay = good.overlays.all.filter({ !$0.coversWays }).randomElement(using: &random),
        let box = leaves.filter({ leaf in
          !overlay.boxes.contains(leaf + 1)
            && PictureSet(shown(leaf).indices.filter { shown(leaf)[$0] })
              .intersects(overlay.pictures)
        }).randomElement(using: &random)
      else { return nil }
      layout.frames[box] = overlay.rect.insetBy(-2)
      rule = .annotationOnOther
      subjects =
        switch overlay.owner {
        case .box(let node): ["#\(resolved.items[node - 1].id)"]
        case .edge(let edge): ["#\(resolved.arrows[edge].id)"]
        case .note(let note): ["#\(resolved.noteIDs[note])"]
        }
    default:
      guard
        let box = leaves.filter({
          resolved.items[$0].shown.contains {
            // A text below its shape leaves it anyway.
            !$0.text.isEmpty && $0.attributes.shape != .none
              && $0.attributes.textPosition != .below
          }
        })
        .randomElement(using: &random)
      else { return nil }
      layout.frames[box].size.width = 2
      rule = .textOutsideBox
      subjects = ["#\(resolved.items[box].id)"]
    }
    let spoiled = PlacedSeries(
      measured: good.measured, layout: layout, canvas: good.canvas, overlays: good.overlays,
      warnings: good.warnings)
    placed = PlacedSeries(
      measured: good.measured, layout: layout, canvas: good.canvas,
      overlays: good.overlays.over(spoiled.layoutWithCanvas, of: good.measured.graph),
      warnings: good.warnings)
  }
}
