import DiagramAlgorithms
package import DiagramGraph
package import DiagramModel
import LayeredEngine

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

  /// The flow of the root.
  package var direction: Direction {
    contents[root]?.axis == .vertical ? .down : .right
  }

  /// The groups in the root.
  package var inner: [Int] { contents.keys.filter { $0 != root }.sorted() }

  fileprivate init(of root: Int, _ groups: TierGroups, _ form: Form) {
    self.root = root
    for group in groups.groups(in: root) {
      contents[group] = groups.content(
        of: group, along: group == root ? form.outer : form.inner, form)
    }
    if form.mirrors { mirror(groups) }
  }

  /// Turns the ranks of each container around if its arrows to others become shorter by that.
  private mutating func mirror(_ groups: TierGroups) {
    for group in inner {
      guard let content = contents[group], !content.isWritten, content.ranks.count > 1 else {
        continue
      }
      let before = length(groups)
      contents[group]?.ranks.reverse()
      if length(groups) >= before { contents[group]?.ranks.reverse() }
    }
  }

  /// How far the edges run along both axes together, in places.
  private func length(_ groups: TierGroups) -> Int {
    Axis.allCases.reduce(0) { sum, axis in
      sum + TierPlaces(self, groups.graph, along: axis).length
    }
  }
}

extension TierPlan {
  /// The ways to draw a graph in tiers, without those that come to the same; empty if nothing in it has
  /// tiers.
  ///
  /// - Returns: for each way a plan for each root, in their order.
  package static func candidates(for graph: LayoutGraph) -> [[TierPlan]] {
    let groups = TierGroups(graph)
    guard !groups.roots.isEmpty else { return [] }
    var candidates: [[TierPlan]] = []
    for mirrors in [false, true] {
      for twinsAbreast in [false, true] {
        for inner in Axis.allCases {
          for outer in Axis.allCases {
            let form = Form(
              outer: outer, inner: inner, twinsAbreast: twinsAbreast, mirrors: mirrors)
            let plans = groups.roots.map { TierPlan(of: $0, groups, form) }
            if !candidates.contains(plans) { candidates.append(plans) }
          }
        }
      }
    }
    return candidates
  }
}
