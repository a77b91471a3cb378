package import DiagramDSL
package import DiagramModel

/// Remembers what series became, so that what did not change is not drawn again.
///
/// It gives what drawing would give, byte by byte, or asks for the drawing.
package protocol RenderingMemory: Sendable {
  /// What a series becomes in the formats, by what is known or by `draw`; whatever that throws, nobody remembers.
  func rendering(
    of series: Series, in theme: Theme, as formats: [OutputFormat],
    orDrawnBy draw: () throws -> Rendering
  ) rethrows -> Rendering
}
