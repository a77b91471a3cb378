import DiagramModel

/// The one system of sizes of all drawings, in units.
enum BoxMetrics {
  /// Sizes are multiples of it.
  static let step = 20
  /// Between a text and the left and right side of its box.
  static let sidePadding = 14
  /// Between a free text and the left and right side of what it lies on.
  static let notePadding = 6
  /// Between a text and the top and bottom side of its box.
  static let endPadding = 10
  /// What stays around a text in a box that its author wants smaller than usual.
  static let leastPadding = 4
  /// The least size of a box.
  static let leaf = Size(width: 60, height: 60)
  /// The least size of a container that never shows anything inside.
  static let container = Size(width: 200, height: 120)
  /// Around the children of a container.
  static let containerPadding = 20
  /// The same where heads of arrows from outside lie in it.
  static let headPadding = 30
  /// What a title needs beside its lines: above it, and between it and the children.
  static let titleRoom = 26
  /// Between a title and an arrow beside it, and half of what the arrow takes.
  static let titleClearance = 20
  /// How wide a container gets at most for an arrow that ends on its middle line, beside its title.
  static let widestForArrow = 260
  /// Between the drawing and what stands above or below it.
  static let captionDistance = 20
  /// The free margin of the canvas.
  static let margin = 20
  /// What is left of a line at an end that keeps a gap: a head and a bit of line.
  static let leastLine = 16
  /// The radius of boxes, of containers and of bends.
  static let leafRadius = 8
  static let containerRadius = 12
  static let bendRadius = 10
  /// Between the tip of an arrow and the outline that it points at.
  static let tipDistance = 3
}
