/// Sets that can only grow together.
package struct DisjointSets: Sendable {
  private var parent: [Int]

  /// Sets of one member each.
  package init(count: Int) { parent = Array(0..<count) }

  /// A member that stands for the whole set.
  package mutating func representative(of member: Int) -> Int {
    var root = member
    while parent[root] != root { root = parent[root] }
    var member = member
    while parent[member] != root { (member, parent[member]) = (parent[member], root) }
    return root
  }

  /// Makes one set of two; false if they were one already.
  @discardableResult
  package mutating func unite(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (representative(of: first), representative(of: second))
    parent[max(a, b)] = min(a, b)
    return a != b
  }
}
