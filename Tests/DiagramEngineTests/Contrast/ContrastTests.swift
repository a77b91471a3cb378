import DiagramDSL
import DiagramEngine
import DiagramModel
import DiagramText
import Foundation
import TestSupport
import Testing

/// Everything can be told from what really lies under it, in every theme, look and depth: texts and lines by the
/// contrasts of WCAG 2.2 (1.4.3 and 1.4.11), surfaces by a step that is seen on a projector.
@Suite struct ContrastTests {
  @Test(arguments: Theme.all)
  func everythingIsToldFromWhatLiesUnderIt(theme: Theme) throws {
    var (faults, places) = (Set<Fault>(), [Fault: String]())
    for series in try placed.get() {
      for scene in series.scenes(in: theme) {
        for fault in PaintedScene(scene, in: theme).faults where faults.insert(fault).inserted {
          places[fault] = scene.path
        }
      }
    }
    // What lies on a plain box has the colours that it has on a container.
    let laid = faults.filter { places[$0] == "features/laid" }
    withKnownIssue("rims and lines over plain boxes", isIntermittent: true) {
      #expect(laid.isEmpty)
    }
    let report = faults.subtracting(laid).map { "\($0) in \(places[$0] ?? "")" }.sorted()
    #expect(report.isEmpty, "\(report.count)\n\(report.joined(separator: "\n"))")
  }
}

extension PaintedScene {
  fileprivate var faults: [Fault] {
    let texts = words.flatMap { word in
      grounds(at: word.points, below: word.depth).compactMap { ground in
        Fault(word.color, ground, least: 4.5, "'\(word.text)'", word.id)
      }
    }
    return texts
      + strokes.flatMap { stroke in
        grounds(at: stroke.points, below: stroke.depth).compactMap { stroke.fault(on: $0) }
      }
  }
}

/// All themes have the same places.
private let placed = Result {
  try (contrastSeries + features).map {
    try $0.resolved().measured(by: FontMetrics()).placed()
  }
}

/// Two colours that are too much alike. Faults of the same colours are one.
private struct Fault: Hashable, CustomStringConvertible {
  let color: Color
  let ground: Color
  let least: Double
  let place: String

  /// Nil where they differ enough.
  init?(_ color: Color, _ ground: Color, least: Double, _ what: String, _ id: String) {
    guard contrast(color, ground) < least else { return nil }
    (self.color, self.ground, self.least, place) = (color, ground, least, "\(what) of \(id)")
  }

  var description: String {
    let ratio = (contrast(color, ground) * 100).rounded() / 100
    return "\(color) on \(ground): \(ratio) < \(least), \(place)"
  }

  static func == (one: Fault, other: Fault) -> Bool {
    (one.color, one.ground, one.least) == (other.color, other.ground, other.least)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(color)
    hasher.combine(ground)
  }
}

extension PaintedScene.Stroke {
  /// A surface differs from what is around it by itself and its rim, or by its rim alone.
  fileprivate func fault(on ground: Color) -> Fault? {
    switch role {
    case .sign:
      // Lines that meet are one.
      guard ground != paint.stroke ?? paint.fill else { return nil }
      return (paint.stroke ?? paint.fill).flatMap { Fault($0, ground, least: 3, "a line", id) }
    case .stripe: return paint.fill.flatMap { Fault($0, ground, least: 1.1, "a stripe", id) }
    case .detail: return paint.stroke.flatMap { Fault($0, ground, least: 1.25, "a detail", id) }
    case .surface:
      let isSeen = (paint.fill.map { contrast($0, ground) } ?? 1) >= 1.1
      return paint.stroke.flatMap {
        Fault($0, ground, least: isSeen ? 1.25 : 1.6, isSeen ? "a rim" : "a rim alone", id)
      }
    }
  }
}

/// Of adaptive colours the least, of light on light and dark on dark.
func contrast(_ one: Color, _ other: Color) -> Double {
  min(plainContrast(one.inLight, other.inLight), plainContrast(one.inDark, other.inDark))
}

private func plainContrast(_ one: Color, _ other: Color) -> Double {
  let luminances = [luminance(one), luminance(other)].sorted()
  return (luminances[1] + 0.05) / (luminances[0] + 0.05)
}

private func luminance(_ color: Color) -> Double {
  let linear = [color.red, color.green, color.blue].map { byte in
    let share = Double(byte) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}
