package import DiagramModel

/// Places rectangles beside and below each other in little room of a wanted shape.
///
/// Strips of many widths are filled from high to low, rows in the written order too; the one whose
/// drawing fits the wanted shape best counts.
///
/// > Source: the skyline heuristic, lowest place first; Burke, Kendall, Whitwell, *A new placement
/// > heuristic for the orthogonal stock-cutting problem*, 2004.
package struct RectanglePacking: Sendable {
  /// The room between two rectangles.
  var spacing: Int
  /// Width to height of the whole.
  var aspect = (width: 3, height: 2)
  /// Whether they stand in rows, each below all of the one before.
  var isInRows = false

  package init(
    spacing: Int, aspect: (width: Int, height: Int) = (3, 2), isInRows: Bool = false
  ) {
    self.spacing = spacing
    self.aspect = aspect
    self.isInRows = isInRows
  }

  /// The top left corners of rectangles of these sizes, and the size of the whole.
  ///
  /// - Complexity: O(*n* × √*n*) in many rectangles of similar sizes, and for few of them O(*n*²).
  package func pack(_ sizes: [Size]) -> (origins: [Point], size: Size) {
    let byHeight = sizes.indices.sorted { first, second in
      let (one, other) = (sizes[first], sizes[second])
      return one.height != other.height
        ? one.height > other.height
        : isInRows || one.width == other.width ? first < second : one.width > other.width
    }
    var best: (origins: [Point], size: Size)?
    for order in isInRows ? [Array(sizes.indices), byHeight] : [byHeight] {
      for width in widths(of: sizes, in: order) {
        let candidate = pack(sizes, in: order, into: width)
        if let best, cost(best.size) <= cost(candidate.size) { continue }
        best = candidate
      }
    }
    return best ?? ([], .zero)
  }

  /// The area, dearer the further its shape is from the wanted one; rows of parts of a drawing may
  /// rather have another shape than holes.
  private func cost(_ size: Size) -> Double {
    let (width, height) = (Double(max(size.width, 1)), Double(max(size.height, 1)))
    let ratio = width * Double(aspect.height) / (height * Double(aspect.width))
    return width * height * (1 + (max(ratio, 1 / ratio) - 1) / (isInRows ? 7 : 3))
  }

  /// How wide strips are worth a try: as wide as the first so many rectangles in a row. Of many
  /// rectangles those count that have about the wanted shape if they are filled.
  private func widths(of sizes: [Size], in order: [Int]) -> [Int] {
    let widest = sizes.map(\.width).max() ?? 0
    let area = sizes.reduce(0) { $0 + ($1.width + spacing) * ($1.height + spacing) }
    var widths = [widest]
    var row = 0
    for index in order {
      row += sizes[index].width
      if row > widths[widths.count - 1] { widths.append(row) }
      row += spacing
    }
    let most = max(leastStrips, mostPlaces / max(sizes.count, 1))
    guard widths.count > most else { return widths }
    // Width² × height of the shape = area × width of the shape.
    let full = widths.firstIndex { $0 * $0 * aspect.height >= area * aspect.width } ?? widths.count
    let first = min(max(0, full - most / 2), widths.count - most)
    return Array(widths[first..<(first + most)])
  }

  private func pack(
    _ sizes: [Size], in order: [Int], into width: Int
  ) -> (origins: [Point], size: Size) {
    var skyline = Skyline(width: width + spacing)
    var origins = [Point](repeating: Point(x: 0, y: 0), count: sizes.count)
    var used = Size.zero
    for index in order {
      let size = sizes[index]
      let padded = Size(width: size.width + spacing, height: size.height + spacing)
      origins[index] = isInRows ? skyline.append(padded) : skyline.place(padded)
      used = used.union(
        Size(
          width: origins[index].x + size.width, height: origins[index].y + size.height))
    }
    return (origins, used)
  }
}

/// How many strips of a width of their own are filled at least in each order.
private let leastStrips = 8
/// How many rectangles are placed at most in each order, if that leaves enough strips.
private let mostPlaces = 50_000

/// The upper edge of what is already placed, as steps from left to right.
private struct Skyline {
  private var steps: [(x: Int, y: Int)]
  private let width: Int
  /// Where the last row begins, if there are rows.
  private var level = 0

  init(width: Int) {
    self.width = width
    steps = [(0, 0)]
  }

  /// Places a rectangle as high up as possible, then as far left.
  ///
  /// - Complexity: O(*steps* × steps that the rectangle covers).
  mutating func place(_ size: Size) -> Point {
    var best: (point: Point, step: Int)?
    for (position, step) in steps.enumerated() {
      guard step.x + size.width <= width else { break }
      let limit = best?.point.y ?? Int.max
      var (y, next) = (step.y, position + 1)
      while y < limit, next < steps.count, steps[next].x < step.x + size.width {
        y = max(y, steps[next].y)
        next += 1
      }
      if y < limit { best = (Point(x: step.x, y: y), position) }
    }
    let (origin, first) = best ?? (Point(x: 0, y: steps.map(\.y).max() ?? 0), 0)
    cover(from: first, to: origin.x + size.width, at: origin.y + size.height)
    return origin
  }

  /// Places a rectangle behind the last one, or, if there is no room, on a level below all.
  mutating func append(_ size: Size) -> Point {
    var start = steps.last.map { $0.y == level ? $0.x : width } ?? 0
    if start + size.width > width {
      level = steps.map(\.y).max() ?? 0
      (start, steps) = (0, [(0, level)])
    }
    cover(from: steps.count - 1, to: start + size.width, at: level + size.height)
    return Point(x: start, y: level)
  }

  /// Raises the edge from a step on.
  private mutating func cover(from first: Int, to end: Int, at y: Int) {
    var next = first
    while next < steps.count, steps[next].x <= end { next += 1 }
    let rest = end < width ? [(end, steps[next - 1].y)] : []
    steps.replaceSubrange(first..<next, with: [(steps[first].x, y)] + rest)
  }
}
