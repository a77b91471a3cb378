/// A connected graph of boxes in nested containers, each container crossed by some edge.
struct ClusteredGraph: Hashable, Sendable {
  /// Where an edge ends.
  enum End: Hashable, Sendable {
    case node(Int)
    case container(Int)
  }

  /// A line between two ends.
  struct Strand: Hashable, Sendable {
    var source: End
    var target: End
  }

  /// The container around each box; -1 for none.
  var nodeContainers: [Int]
  /// The container around each container, smaller than its own index; -1 for none.
  var containerParents: [Int]
  var strands: [Strand]
  /// How many strands, the first ones, are drawn. The others only hold boxes in their container and
  /// are inserted where they cross nothing.
  var visibleCount: Int

  init(nodeContainers: [Int], containerParents: [Int], strands: [Strand]) {
    self.nodeContainers = nodeContainers
    self.containerParents = containerParents
    self.strands = strands
    visibleCount = strands.count
  }

  /// The strand that the border of a container is, after those of the edges.
  func borderStrand(of container: Int) -> Int { strands.count + container }

  /// The container whose border a strand is.
  func container(ofStrand strand: Int) -> Int? {
    strand >= strands.count ? strand - strands.count : nil
  }

  /// The innermost container around an end; a container is not around itself.
  func container(around end: End) -> Int {
    switch end {
    case .node(let node): nodeContainers[node]
    case .container(let container): containerParents[container]
    }
  }

  /// The containers around an end, innermost first.
  func ancestors(of end: End) -> [Int] {
    sequence(first: container(around: end)) { containerParents[$0] }.prefix { $0 >= 0 }
  }

  /// Whether no container is around a whole strand and both its ends.
  func isOutermost(_ strand: Int) -> Bool {
    let (source, target) = (strands[strand].source, strands[strand].target)
    let shared = Set(ancestors(of: source)).intersection(ancestors(of: target))
    return source != target && shared.isEmpty
  }

  /// The containers that a strand must leave, innermost first, and those that it must enter,
  /// outermost first.
  ///
  /// A strand between a container and something in it stays inside.
  func borders(of strand: Int) -> (left: [Int], entered: [Int]) {
    let (source, target) = (strands[strand].source, strands[strand].target)
    let around = (source: ancestors(of: source), target: ancestors(of: target))
    let left = around.source.filter { !around.target.contains($0) && target != .container($0) }
    let entered = around.target.filter { !around.source.contains($0) && source != .container($0) }
    return (left, Array(entered.reversed()))
  }

  /// The region in which a strand leaves or reaches an end, given the other end.
  func region(at end: End, facing other: End) -> Int {
    if case .container(let container) = end, ancestors(of: other).contains(container) {
      return container
    }
    return container(around: end)
  }
}
