/// How long the ways from nodes are; arcs that close a circle do not count.
///
/// - Parameter heads: where the arcs of each node lead.
/// - Returns: for each node, how many arcs its longest way has.
/// - Complexity: O(*nodes* + *arcs*).
package func longestWays(_ heads: [[Int]]) -> [Int] {
  var lengths = [Int?](repeating: nil, count: heads.count)
  var isOpen = [Bool](repeating: false, count: heads.count)
  for start in heads.indices where lengths[start] == nil {
    var path = [(node: start, next: 0)]
    isOpen[start] = true
    while let (node, next) = path.last {
      if next < heads[node].count {
        path[path.count - 1].next += 1
        let head = heads[node][next]
        guard lengths[head] == nil, !isOpen[head] else { continue }
        isOpen[head] = true
        path.append((head, 0))
      } else {
        lengths[node] = heads[node].compactMap { lengths[$0].map { $0 + 1 } }.max() ?? 0
        isOpen[node] = false
        path.removeLast()
      }
    }
  }
  return lengths.map { $0 ?? 0 }
}
