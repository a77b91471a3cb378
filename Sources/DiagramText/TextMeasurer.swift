package import DiagramModel

/// Tells how large text is.
package protocol TextMeasurer: Sendable {
  /// The width of one line, in whole units, rounded up.
  func width(of line: some StringProtocol, in font: Font) -> Int
}
