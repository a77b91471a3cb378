import DiagramAlgorithms

/// Where the neighbours of a rank's vertices stand on one of the ranks beside it, from the first
/// vertex of the rank to the last.
struct NeighborPlaces {
  private let neighbors: Buckets<Int>
  /// Where the neighbours of the vertex at each place begin in ``values``, and where the last ends.
  private var starts: [Int]
  private(set) var values: [Int]

  /// - Parameters:
  ///   - neighbors: the neighbours of each vertex.
  ///   - width: how many vertices a rank has at most.
  init(of neighbors: Buckets<Int>, width: Int) {
    self.neighbors = neighbors
    starts = [Int](repeating: 0, count: width + 1)
    values = [Int](repeating: 0, count: neighbors.values.count)
  }

  /// Reads off the places of a rank's neighbours, or only of those at `places` if the same
  /// vertices stood there in another order.
  mutating func take(_ places: Range<Int>, of layer: [Int], positions: [Int]) {
    var next = starts[places.lowerBound]
    for place in places {
      for index in neighbors.range(of: layer[place]) {
        values[next] = positions[neighbors.values[index]]
        next += 1
      }
      starts[place + 1] = next
    }
  }

  /// Where the neighbours of the vertices at some places stand in ``values``.
  func range(at places: Range<Int>) -> Range<Int> {
    starts[places.lowerBound]..<starts[places.upperBound]
  }
}

/// Some places of neighbours, to compare others with.
struct PlaceBag {
  /// Sorted if there are many.
  private(set) var places: [Int] = []
  private static let many = 8

  mutating func take(_ neighbors: NeighborPlaces, at taken: Range<Int>) {
    places.removeAll(keepingCapacity: true)
    for index in neighbors.range(at: taken) { places.append(neighbors.values[index]) }
    if places.count > Self.many { places.sort() }
  }

  /// How many pairs of a place and a later one of a range of others there are, less those of a
  /// place and an earlier other.
  ///
  /// - Complexity: O(*others* · log *places*).
  func surplus(before others: [Int], _ range: Range<Int>) -> Int {
    if places.isEmpty || range.isEmpty { return 0 }
    var surplus = 0
    guard places.count > Self.many else {
      for index in range {
        let other = others[index]
        for place in places { surplus += (place < other ? 1 : 0) - (place > other ? 1 : 0) }
      }
      return surplus
    }
    for index in range {
      let other = others[index]
      surplus += firstIndex { $0 >= other } + firstIndex { $0 > other } - places.count
    }
    return surplus
  }

  private func firstIndex(where condition: (Int) -> Bool) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if condition(places[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// How many places of a range lie right of a span, less those left of it.
func sides(_ places: [Int], _ range: Range<Int>, of span: ClosedRange<Int>) -> Int {
  var sides = 0
  for index in range { sides += side(places[index], span) }
  return sides
}
