package import DiagramModel

/// Places rectangles beside and above each other in little room of a wanted shape.
///
/// > Source: the skyline heuristic, lowest place first; Burke, Kendall, Whitwell, *A new placement
/// > heuristic for the orthogonal stock-cutting problem*, 2004.
package struct RectanglePacking: Sendable {
  /// The room between two rectangles.
  var spacing: Int
  /// Width to height of the whole.
  var aspect = (width: 3, height: 2)

  package init(spacing: Int, aspect: (width: Int, height: Int) = (3, 2)) {
    self.spacing = spacing
    self.aspect = aspect
  }

  /// The top left corners of rectangles of these sizes, and the size of the whole.
  package func pack(_ sizes: [Size]) -> (origins: [Point], size: Size) {
    let widest = sizes.map(\.width).max() ?? 0
    let total = sizes.reduce(0) { $0 + $1.width + spacing }
    var best: (origins: [Point], size: Size)?
    // Strips as wide as the first so many rectangles in a row.
    var widths: [Int] = [widest]
    var row = 0
    for size in sizes.sorted(by: { ($0.height, $0.width) > ($1.height, $1.width) }) {
      row += size.width
      widths.append(max(row, widest))
      row += spacing
    }
    for width in widths where width <= max(total, widest) {
      let candidate = pack(sizes, into: width)
      if let best, cost(best.size) <= cost(candidate.size) { continue }
      best = candidate
    }
    return best ?? ([], .zero)
  }

  /// The area, and that of the wanted shape around it.
  private func cost(_ size: Size) -> Int {
    let height = max(size.height, aspect.height * size.width / aspect.width)
    return 2 * size.width * size.height + height * height * aspect.width / aspect.height
  }

  private func pack(_ sizes: [Size], into width: Int) -> (origins: [Point], size: Size) {
    let order = sizes.indices.sorted {
      (-sizes[$0].height, -sizes[$0].width, $0) < (-sizes[$1].height, -sizes[$1].width, $1)
    }
    var skyline = Skyline(width: width + spacing)
    var origins = [Point](repeating: Point(x: 0, y: 0), count: sizes.count)
    var used = Size.zero
    for index in order {
      let size = sizes[index]
      let padded = Size(width: size.width + spacing, height: size.height + spacing)
      origins[index] = skyline.place(padded)
      used = used.union(
        Size(
          width: origins[index].x + size.width, height: origins[index].y + size.height))
    }
    return (origins, used)
  }
}

/// The upper edge of what is already placed, as steps from left to right.
private struct Skyline {
  private var steps: [(x: Int, y: Int)]
  private let width: Int

  init(width: Int) {
    self.width = width
    steps = [(0, 0)]
  }

  /// Places a rectangle as high up as possible, then as far left.
  mutating func place(_ size: Size) -> Point {
    var best: Point?
    for (position, step) in steps.enumerated() where step.x + size.width <= width {
      let y = steps[position...].prefix { $0.x < step.x + size.width }.map(\.y).max() ?? 0
      if let best, best.y <= y { continue }
      best = Point(x: step.x, y: y)
    }
    let origin = best ?? Point(x: 0, y: steps.map(\.y).max() ?? 0)
    cover(from: origin.x, to: origin.x + size.width, at: origin.y + size.height)
    return origin
  }

  private mutating func cover(from start: Int, to end: Int, at y: Int) {
    let after = steps.last { $0.x <= end }
    var changed = steps.filter { $0.x < start }
    changed.append((start, y))
    if let after, end < width { changed.append((end, after.y)) }
    changed += steps.filter { $0.x > end }
    steps = changed
  }
}
