package import DiagramModel
import DiagramText

/// Measures every grapheme cluster alike, half an em, so that tests can count widths by hand.
package struct FixedPitch: TextMeasurer {
  package init() {}

  package var unitsPerEm: Int { 2 }

  package func advance(of line: some StringProtocol, in face: FontFace) -> Int { line.count }
}
