/// How many pairs of segments between two ranks cross.
///
/// - Parameters:
///   - lowerPlaces: the places of the segments' lower ends, from left to right by their upper ends,
///     and for those with the same upper end by the lower ones.
///   - lowerCount: how many places the lower rank has.
/// - Returns: the number of pairs.
/// - Complexity: O(*segments* · log *places*); a few segments are compared pair by pair.
///
/// > Source: Barth, Mutzel, Jünger 2004: inversions counted in an accumulator tree.
func crossingCount(_ lowerPlaces: [Int], lowerCount: Int) -> Int {
  var crossings = 0
  guard lowerPlaces.count > 16 else {
    for (index, place) in lowerPlaces.enumerated() {
      for other in 0..<index where lowerPlaces[other] > place { crossings += 1 }
    }
    return crossings
  }
  var tree = AccumulatorTree(count: lowerCount)
  for place in lowerPlaces {
    crossings += tree.count(after: place)
    tree.add(place)
  }
  return crossings
}

/// How many numbers of a range were seen, counted in logarithmic time.
struct AccumulatorTree {
  private var firstLeaf = 1
  private var tree: [Int32]

  /// - Parameter count: the numbers lie in `0..<count`.
  init(count: Int) {
    while firstLeaf < count { firstLeaf *= 2 }
    tree = [Int32](repeating: 0, count: 2 * firstLeaf)
  }

  mutating func add(_ number: Int) {
    var node = number + firstLeaf
    while node > 0 {
      tree[node] += 1
      node /= 2
    }
  }

  /// How many of the numbers are greater than `number`.
  func count(after number: Int) -> Int {
    var node = number + firstLeaf
    var count = 0
    while node > 1 {
      if node % 2 == 0 { count += Int(tree[node + 1]) }
      node /= 2
    }
    return count
  }
}
