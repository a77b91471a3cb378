package import DiagramModel

extension OtherView {
  /// The greatest share of a square of 16 × 16 pixels in which two viewers may differ.
  ///
  /// Measured: 15 random pictures of 900 × 600 give at most 0.012, a title in a size that is no whole
  /// number of pixels 0.051, one missing letter 0.12. resvg
  /// has its own way to find a font for Hebrew letters, which makes 0.055.
  private var tolerance: Double { viewer == MoreViewers.resvg.rawValue ? 0.08 : 0.06 }

  /// What differs from Chromium.
  fileprivate func differences(from chromium: ViewerRect) -> [String] {
    var found: [String] = []
    if let size, size != chromium {
      found.append("its size is \(chromium) in Chromium, but \(size) in \(viewer)")
    }
    return found
      + comparisons.filter { $0.worstTileShare > tolerance }.map {
        "on \($0.background), Chromium and \(viewer) differ most around (\($0.worstTile.x), "
          + "\($0.worstTile.y)): \(Int(100 * $0.worstTileShare)) % of 16 × 16 pixels"
      }
  }
}

extension ViewedPicture {
  /// What differs between Chromium and the other viewers; empty if nothing does.
  package var differencesBetweenViewers: [String] {
    if let failure { return ["\(name): Chromium does not show it: \(failure)"] }
    var found = complaints.map { "\(name): Chromium complains: \($0)" }
    found += absentFonts.map {
      "\(name): the font \($0) is not installed, yet stands first in its stack"
    }
    return found + differencesInInk
  }

  /// What of that is seen in the pixels.
  package var differencesInInk: [String] {
    if let failure { return ["\(name): Chromium does not show it: \(failure)"] }
    return others.flatMap { $0.differences(from: size) }.map { "\(name): \($0)" }
  }

  /// What differs between the scene and the text that Chromium shows; empty if nothing does.
  ///
  /// Each run stands within 2 units of its place, as wide as the scene says, in its style, inside its
  /// box, and no other text is drawn.
  package func textDifferences(from scene: Scene) -> [String] {
    var found: [String] = []
    if size != ViewerRect(scene.naturalSize ?? scene.size) {
      found.append("it is as large as \(size), not \(scene.size)")
    }
    var drawn = lines.filter { !$0.text.words.isEmpty }
    for (owner, box, text, more) in scene.texts {
      let holdsLink = text.lines.flatMap(\.runs).contains { $0.link != nil }
      for placed in text.placedRuns {
        let (run, place) = (placed.run, placed.frame)
        let fits = { (other: ViewerText) in
          other.text.words == run.text.words
            && placed.distance(of: other.frame) <= 2
        }
        guard let match = drawn.firstIndex(where: fits) else {
          let others = drawn.filter { $0.text.words == run.text.words }.map(\.frame)
          found.append("“\(run.text)” of \(owner) is not at \(place), but at \(others)")
          continue
        }
        if let box, !drawn[match].frame.lies(in: box) {
          found.append("“\(run.text)” leaves its box \(owner)")
        }
        found += drawn[match].runs.flatMap {
          $0.differences(from: run, link: holdsLink ? nil : more.link)
        }
        drawn.remove(at: match)
      }
    }
    found += drawn.map { "“\($0.text)” at \($0.frame) is not in the scene" }
    return found.map { "\(name): \($0)" }
  }
}

extension Scene {
  /// Every text with the id of its element and, if it must lie in a box, that box.
  fileprivate var texts: [(owner: String, box: Rect?, text: SceneText, more: SceneMore)] {
    elements.compactMap { element in
      switch element {
      case .box(let box): box.text.map { (box.id, box.frame, $0, box.more) }
      case .line(let line): line.text.map { (line.id, nil, $0, line.more) }
      }
    }
  }
}
