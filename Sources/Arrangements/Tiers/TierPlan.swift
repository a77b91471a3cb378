import DiagramGraph
package import DiagramModel

/// What lies in a node and in the containers in it that arrows enter, as tiers: each group of boxes is a
/// sequence of ranks, and what corresponds in neighbouring groups lies in line.
///
/// Rows and columns keep the order and the axis that their author wrote. In containers that nobody arranged
/// only the arrows inside of them make ranks: peers stay beside each other wherever their other arrows lead.
package struct TierPlan: Hashable, Sendable {
  /// How the children of a node lie.
  struct Content: Hashable, Sendable {
    /// The axis along which the ranks follow each other.
    let axis: Axis
    /// The children; those of one rank follow each other across the axis.
    var ranks: [[Int]]
    /// Whether its author wrote a row or column.
    let isWritten: Bool
    /// The gap that its author wrote.
    let spacing: Int?
  }

  /// Along which axes ranks follow each other where nobody said it, and what lies beside what.
  package struct Form: Hashable, Sendable {
    /// In the root.
    var outer: Axis
    /// In the containers.
    var inner: Axis
    /// Whether containers of equal structure lie beside each other, whatever arrows run between them.
    var twinsAbreast: Bool
    /// Whether the ranks of a container run against the flow where that brings them nearer to what they
    /// are joined with.
    var mirrors: Bool
  }

  package let root: Int
  /// For each group, the root included, how its children lie.
  private(set) var contents: [Int: Content] = [:]
  /// The containers that are to look the same.
  let twins: [TierTwins]

  /// The flow of the root.
  package var direction: Direction {
    contents[root]?.axis == .vertical ? .down : .right
  }

  /// The groups in the root.
  package var inner: [Int] { contents.keys.filter { $0 != root }.sorted() }

  init(of root: Int, _ groups: TierGroups, _ form: Form) {
    self.root = root
    let inside = groups.groups(in: root)
    twins = groups.twins.filter { inside.contains($0.one[0]) }
    for group in inside {
      contents[group] = groups.content(
        of: group, along: group == root ? form.outer : form.inner, form)
    }
    if form.mirrors { mirror(groups) }
  }

  /// The twins that lie beside each other across an axis, neither before the other, and whose content follows
  /// each other in the same way: along that axis both lie at the same places.
  func twins(levelAlong axis: Axis) -> [TierTwins] {
    twins.filter { twins in
      guard isAlike(twins),
        let content = contents.values.first(where: { $0.ranks.joined().contains(twins.one[0]) })
      else { return false }
      let areMates = content.ranks.contains {
        $0.contains(twins.one[0]) && $0.contains(twins.other[0])
      }
      return (content.axis == axis) == areMates
    }
  }

  /// Whether what is in one of two containers follows each other as in the other.
  private func isAlike(_ twins: TierTwins) -> Bool {
    let others = Dictionary(uniqueKeysWithValues: zip(twins.one, twins.other))
    return zip(twins.one, twins.other).allSatisfy { one, other in
      let (first, second) = (contents[one], contents[other])
      return first?.axis == second?.axis
        && first?.ranks.map { $0.map { others[$0] } } == second?.ranks.map { $0.map(Optional.init) }
    }
  }

  /// Turns the ranks of each container around if its arrows to others become shorter by that.
  private mutating func mirror(_ groups: TierGroups) {
    for group in inner {
      guard let content = contents[group], !content.isWritten, content.ranks.count > 1 else {
        continue
      }
      let before = length(in: groups.graph)
      contents[group]?.ranks.reverse()
      if length(in: groups.graph) >= before { contents[group]?.ranks.reverse() }
    }
  }

  /// How far the edges run along both axes together, in places.
  func length(in graph: LayoutGraph) -> Int {
    let grid = TierGrid(self, graph)
    return grid.horizontal.length + grid.vertical.length
  }
}
