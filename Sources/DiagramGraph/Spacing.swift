/// What is longer than this does not fit a slide in its natural size.
package let longestOnSlide = 1200

/// The room that a drawing keeps free, in whole units: the one table of distances, whoever places
/// something.
///
/// What is called *least* is kept where room is scarce.
package struct Spacing: Hashable, Sendable {
  /// Between boxes beside each other.
  package var nodes = 40
  /// Also between boxes that belong together and that no arrow joins.
  package var leastNodes = 20
  /// What boxes beside each other keep more than that, where a drawing is to become wider across the
  /// flow.
  package var widening = 0
  /// Between boxes of neighbouring layers.
  package var layers = 60
  /// Between boxes of a tree that hang on one box, and what those keep more that hang on different ones.
  package var branches = 30
  package var families = 20
  /// Between boxes that an arrow joins beside each other.
  package var joinedNodes = 80
  /// Between lines that run beside each other.
  package var edges = 10
  /// Between the ends of lines on one side of a box, where it is long enough.
  package var ends = 20
  /// Between a line and a box; the straight piece before its first bend, with room for its head.
  package var edgeToNode = 20
  package var leastEdgeToNode = 10
  /// Between lines that run beside each other or past a box, where there is room.
  package var roomBesideEdges = 16
  /// The straight piece of a line between the last bend and the box that it leads to: its head, and as
  /// much of the line as is seen as one; and that between the box that it comes from and the first bend.
  /// Both have room between neighbouring layers.
  package var lastPiece = 24
  package var firstPiece = 16
  /// An arrow between a box and its neighbour, or a container around it: two heads, which end three before their
  /// boxes, and a bit of line.
  package var shortestArrow = 36
  /// Between a line and the outline of a container that it does not end at, and what the ends of
  /// edges at a container keep from its corners.
  package var edgeToBorder = 12
  /// Between the end of a line and the corner of its box.
  package var corner = 8
  /// Between a text and its own line.
  package var text = 5
  /// Between a text and its own line, where there is room.
  package var roomyText = 8
  /// Between a text and anything else.
  package var textToOthers = 6
  /// What an arrow needs beside its text: its head and a bit of line on both sides.
  package var besideText = 50
  /// How far boxes reach, across the flow, beyond both ends of the extent that they are said to
  /// have; what lies between boxes takes it into account, ``nodes`` has it already.
  package var overhang = 0

  package init() {}

  /// The distances of a graph that nobody arranged: as near as arrows with one bend may be, so that more
  /// of it fits a slide.
  package static let wholeGraph: Spacing = {
    var spacing = Spacing()
    spacing.nodes = 30
    spacing.layers = 40
    return spacing
  }()

  /// The distances where room is scarce.
  package var tight: Spacing {
    var tight = self
    tight.nodes = leastNodes
    tight.edgeToNode = leastEdgeToNode
    return tight
  }
}
