/// How many pairs of segments between two ranks cross.
///
/// - Parameters:
///   - segments: the places of each segment's ends on the upper and the lower rank.
///   - lowerCount: how many places the lower rank has.
/// - Returns: the number of pairs.
/// - Complexity: O(*segments* · log *segments*).
///
/// > Source: Barth, Mutzel, Jünger 2004: inversions counted in an accumulator tree.
func crossingCount(_ segments: [(upper: Int, lower: Int)], lowerCount: Int) -> Int {
  guard segments.count > 1 else { return 0 }
  var firstLeaf = 1
  while firstLeaf < lowerCount { firstLeaf *= 2 }
  var tree = [Int](repeating: 0, count: 2 * firstLeaf)
  var crossings = 0
  for segment in segments.sorted(by: { ($0.upper, $0.lower) < ($1.upper, $1.lower) }) {
    var node = segment.lower + firstLeaf
    while node > 0 {
      if node % 2 == 0 { crossings += tree[node + 1] }
      tree[node] += 1
      node /= 2
    }
  }
  return crossings
}
