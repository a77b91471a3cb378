import DiagramGraph

/// The room that an edited drawing keeps free, in whole units: that of a new one (``Spacing``), less
/// where it lets others stay in their places, and that of what only edits look at.
struct IncrementalSpacing: Hashable, Sendable {
  /// Between boxes.
  var nodes = Spacing().nodes
  var leastNodes = 20
  /// Between a line and a box.
  var edgeToNode = Spacing().edgeToNode
  var leastEdgeToNode = 10
  /// Between lines that run beside each other.
  var edges = Spacing().edges
  /// Between a line and the corner of a box where it ends.
  var corner = 8
  /// Between a label and its own line.
  var label = 5
  /// Between a label and anything else.
  var labelToOthers = 6

  /// The distances where room is scarce.
  var tight: IncrementalSpacing {
    var tight = self
    tight.nodes = leastNodes
    tight.edgeToNode = leastEdgeToNode
    return tight
  }
}
