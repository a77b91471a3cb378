import DiagramModel

/// A part of a text in one style, as a browser drew and measured it.
package struct ViewerRun: Hashable, Sendable, Decodable {
  package let text: String
  /// As high as the font's ascent and descent.
  package let frame: ViewerRect
  /// As `#rrggbb`.
  package let color: String
  package let size: Double
  package let isBold: Bool
  package let isItalic: Bool
  package let isMonospaced: Bool
  package let link: String?
}

extension ViewerRun {
  /// What differs from a run of the scene, but for its place; `link` is where what is around it leads.
  func differences(from run: SceneText.Run, link outer: String? = nil) -> [String] {
    var found: [String] = []
    func compare<Value: Equatable>(_ what: String, _ actual: Value, _ expected: Value) {
      if actual != expected { found.append("“\(text)”: its \(what) is \(actual), not \(expected)") }
    }
    compare("colour", color, run.color.description)
    compare("size", size, Double(run.font.size))
    compare("boldness", isBold, run.font.face.isBold)
    compare("slant", isItalic, run.font.isItalic)
    compare("pitch", isMonospaced, run.font.face.isMonospaced)
    compare("link", link, run.link ?? outer)
    return found
  }
}

/// A run of a scene at its place.
struct PlacedRun {
  let run: SceneText.Run
  let frame: Rect
  /// The middle between the ascent and the descent, which is what a browser reports.
  let middle: Double
  /// The frame of the text if it is turned around the middle of that.
  let turned: Rect?

  /// How far a rectangle is from it that a browser measured.
  func distance(of other: ViewerRect) -> Double {
    guard let turned else { return other.textDistance(from: frame, middle: middle) }
    let (x, y) = (
      Double(turned.minX + turned.maxX) / 2, Double(turned.minY + turned.maxY) / 2
    )
    // What is right of the middle lies above it.
    let back = ViewerRect(
      x: x + y - other.maxY, y: y - x + other.x, width: other.height, height: other.width)
    return back.textDistance(from: frame, middle: middle)
  }
}

extension SceneText {
  /// All runs that are seen.
  var placedRuns: [PlacedRun] {
    lines.flatMap { line in
      let (frame, baseline) = (frame(of: line), Double(baseline(of: line)))
      return line.runs.filter { !$0.text.words.isEmpty }.map { run in
        let place = Rect(
          x: frame.minX + run.offset, y: frame.minY, width: run.width, height: frame.size.height)
        return PlacedRun(
          run: run, frame: place, middle: baseline - run.font.middle,
          turned: isVertical ? self.frame : nil)
      }
    }
  }
}

extension Font {
  /// From ascent to descent.
  var height: Double { (face.isMonospaced ? 0.833 + 0.300 : 0.905 + 0.212) * Double(size) }

  /// From the baseline up to the middle between ascent and descent.
  ///
  /// > Source: the tables `hhea` of Liberation Sans (0.905, 0.212) and Mono (0.833, 0.300).
  fileprivate var middle: Double {
    (face.isMonospaced ? (0.833 - 0.300) / 2 : (0.905 - 0.212) / 2) * Double(size)
  }
}
