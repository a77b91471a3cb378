/// What is longer than this does not fit a slide in its natural size.
package let longestOnSlide = 1200

/// The room that a drawing keeps free, in whole units.
package struct Spacing: Hashable, Sendable {
  /// Between boxes beside each other.
  package var nodes = 40
  /// What boxes beside each other keep more than that, where a drawing is to become wider across the
  /// flow.
  package var widening = 0
  /// Between boxes of neighbouring layers.
  package var layers = 60
  /// Between lines that run beside each other.
  package var edges = 10
  /// Between a line and a box.
  package var edgeToNode = 20
  /// Between a line and the outline of a container that it does not end at, and what the ends of
  /// edges at a container keep from its corners.
  package var edgeToBorder = 12
  /// How far boxes reach, across the flow, beyond both ends of the extent that they are said to
  /// have; what lies between boxes takes it into account, ``nodes`` has it already.
  package var overhang = 0

  package init() {}
}
