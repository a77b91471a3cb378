package import DiagramModel

/// Puts the unconnected parts of a drawing beside and below each other.
package struct RowPacking {
  let sizes: [Size]
  /// What lies between two parts.
  let distance: Int

  package init(sizes: [Size], distance: Int) {
    self.sizes = sizes
    self.distance = distance
  }

  package struct Result {
    package var origins: [Point]
    package var size: Size
  }

  /// The rows, filled in order, that make the smallest drawing near the shape of a page.
  ///
  /// - Parameter isTransposed: whether x and y are exchanged when it is shown.
  /// - Returns: the corner of each part, in the order of `sizes`, and the size of the whole.
  package func best(isTransposed: Bool) -> Result {
    guard sizes.count > 1 else {
      return Result(origins: sizes.map { _ in Point(x: 0, y: 0) }, size: sizes.first ?? .zero)
    }
    let byHeight = sizes.indices.sorted { (-sizes[$0].height, $0) < (-sizes[$1].height, $1) }
    var best: (result: Result, price: Double)?
    var seen: Set<Int> = []
    for order in [Array(sizes.indices), byHeight] {
      var width = -distance
      seen.removeAll()
      for index in order {
        width += sizes[index].width + distance
        let limit = max(width, sizes.map(\.width).max() ?? 0)
        guard seen.insert(limit).inserted else { continue }
        let result = rows(order, limit: limit)
        let price = self.price(result.size, isTransposed: isTransposed)
        if best.map({ price < $0.price }) ?? true { best = (result, price) }
      }
    }
    guard let best else { preconditionFailure("there is a first part") }
    return best.result
  }

  /// The area, dearer the further its shape is from that of a page.
  private func price(_ size: Size, isTransposed: Bool) -> Double {
    let (width, height) = (Double(max(size.width, 1)), Double(max(size.height, 1)))
    let aspect = isTransposed ? height / width : width / height
    let stretch = max(aspect / 1.6, 1.6 / aspect)
    return width * height * (1 + 0.15 * (stretch - 1))
  }

  private func rows(_ order: [Int], limit: Int) -> Result {
    var origins = [Point](repeating: Point(x: 0, y: 0), count: sizes.count)
    var corner = Point(x: 0, y: 0)
    var height = 0
    var size = Size.zero
    for index in order {
      if corner.x > 0, corner.x + sizes[index].width > limit {
        corner = Point(x: 0, y: corner.y + height + distance)
        height = 0
      }
      origins[index] = corner
      size = size.union(
        Size(width: corner.x + sizes[index].width, height: corner.y + sizes[index].height))
      corner.x += sizes[index].width + distance
      height = max(height, sizes[index].height)
    }
    return Result(origins: origins, size: size)
  }
}
