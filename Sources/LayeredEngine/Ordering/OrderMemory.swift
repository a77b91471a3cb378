import Synchronization

/// The orders that were found while one drawing is made.
///
/// What stands beside what depends on what is joined to what, never on sizes or directions: a drawing
/// that is made once more with more room, or with its arrows pointing elsewhere, has the same orders.
package final class OrderMemory: Sendable {
  /// That of the drawing that the current task makes, if it may make it several times.
  @TaskLocal package static var current: OrderMemory?

  /// All that an order depends on.
  struct Question: Hashable {
    private let ranks: [Int]
    private let paths: [[Int]]
    private let segments: [[Int]]
    private let layers: [[Int]]
    private let clusterRanks: [ClosedRange<Int>]
    private let clusterParents: [Int?]
    private let hintedPlaces: [Int?]
    /// One a leaf; leaves are the first vertices.
    private let writtenPlaces: [Int]
    private let starts: Int
    private let seed: UInt64

    init(_ neighbors: Neighbors, starts: Int, seed: UInt64) {
      let graph = neighbors.graph
      ranks = graph.vertices.map(\.rank)
      paths = graph.vertices.map(\.path)
      segments = graph.segments.map { [$0.upper, $0.lower] }
      layers = graph.layers
      clusterRanks = graph.ranked.clusterRanks
      clusterParents = graph.graph.clusters.map(\.parent)
      hintedPlaces = neighbors.hintedPlaces
      writtenPlaces = graph.graph.leaves.map(\.written)
      (self.starts, self.seed) = (starts, seed)
    }
  }

  /// The vertices of each rank, for each order.
  private let known = Mutex<[Question: [[[Int]]]]>([:])

  package init() {}

  /// The orders of vertices, as they were found before or as `find` finds them.
  func orders(
    of question: Question, among neighbors: Neighbors, orFoundBy find: () -> [RankOrder]
  ) -> [RankOrder] {
    if let known = known.withLock({ $0[question] }) {
      return known.map { layers in
        var order = RankOrder(neighbors, layers: layers)
        _ = order.countCost()
        return order
      }
    }
    let orders = find()
    known.withLock { $0[question] = orders.map(\.layers) }
    return orders
  }
}
