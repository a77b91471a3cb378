import DiagramDSL
import DiagramModel

/// The mistake of a box with a shape of the author's own that cannot be drawn, if it has one.
func shapeDiagnostic(_ attributes: Attributes) -> Diagnostic? {
  let shape = attributes.shape
  guard !Shapes.all.contains(where: { ShapeName($0) == shape }),
    let problem = texts.lazy.compactMap({ shape.shape.problem(around: $0) }).first
  else { return nil }
  return Diagnostic(
    .unusableShape, "the shape \(quoted(shape.shape.name)) cannot be drawn: \(problem)",
    at: attributes.origin,
    hints: ["keep its outline and its text inside of its size, which has the text's size at least"])
}

/// What shapes are tried with: one short word, a long text.
private let texts = [Size(width: 60, height: 44), Size(width: 428, height: 340)]

/// The largest shape around such a text.
private let largest = 20_000

extension Shape {
  /// What is wrong with its answers for a text of a size, if something is.
  fileprivate static func problem(around text: Size) -> String? {
    let size = size(around: text)
    guard 1...largest ~= size.width, 1...largest ~= size.height else {
      return "around a text it is \(size.width) × \(size.height) units large"
    }
    let insets = textInsets(in: size)
    let sides = [insets.top, insets.left, insets.bottom, insets.right]
    guard sides.allSatisfy({ 0...largest ~= $0 }),
      size.width - insets.left - insets.right >= text.width,
      size.height - insets.top - insets.bottom >= text.height
    else { return "it leaves no room for its text" }
    let outline = outline(of: size, radius: BoxMetrics.leafRadius)
    return outline.surface.problem(in: size) ?? outline.details.problem(in: size)
  }
}

extension [PathCommand] {
  /// What is wrong with a path in a frame at (0, 0), if something is.
  fileprivate func problem(in size: Size) -> String? {
    if let first, case .move = first {} else if !isEmpty { return "a path begins with no move" }
    let outside = polylines.joined().first {
      $0.x < -0.5 || $0.y < -0.5 || $0.x > Double(size.width) + 0.5
        || $0.y > Double(size.height) + 0.5
    }
    return outside.map {
      "(\(nearest($0.x)), \(nearest($0.y))) lies outside of its \(size.width) × \(size.height) units"
    }
  }
}
