import DiagramAlgorithms
import DiagramGraph
import DiagramModel

extension SizedGraph {
  /// Moves leaves that do not fill the cells of their row or column until their arrows are straight,
  /// where there is room for that.
  func lineUp(_ frames: inout [Rect]) {
    let (partners, nesting) = (partners, Nesting(graph))
    for node in graph.nodes.indices where !children[node].isEmpty {
      let room = frames[node].inset(by: graph.nodes[node].padding)
      switch arrangements[node] {
      case .row, .column:
        let axis = mainAxis(of: node).cross
        lineUpLeaves(of: node, in: room[axis], axis, partners, &frames)
        lineUpWithContent(of: node, in: room[axis], axis, partners, nesting, &frames)
      case .automatic, .grid, .lanes, .shared, .ring, .layered, .tree, .packed, .force, .orthogonal,
        .nested:
        continue
      }
    }
    levelled(&frames)
    lineUpFreeEnds(partners, &frames)
  }

  /// For each node the others that its arrows lead to or come from, ascending.
  private var partners: [[Int]] {
    var partners = graph.nodes.map { _ in Set<Int>() }
    for edge in graph.edges where edge.source != edge.target {
      partners[edge.source].insert(edge.target)
      partners[edge.target].insert(edge.source)
    }
    return partners.map { $0.sorted() }
  }

  /// Leaves whose arrows all lead to, or come from, one other leaf move across their row or column, unless
  /// their author says how they lie in it.
  private func lineUpLeaves(
    of node: Int, in room: Span, _ axis: Axis, _ partners: [[Int]], _ frames: inout [Rect]
  ) {
    for child in children[node] where children[child].isEmpty && partners[child].count == 1 {
      let partner = partners[child][0]
      guard children[partner].isEmpty,
        case .stretch = alignment(of: child, in: node, along: axis),
        frames[child][axis].length < room.length,
        !frames[partner][axis.cross].overlaps(frames[child][axis.cross])
      else { continue }
      let shift = frames[partner][axis].middle - frames[child][axis].middle
      move([child], by: shift, along: axis, in: room, &frames)
    }
  }

  /// In a row or column with its children in the middle, leaves that arrows join with what lies in one of
  /// its containers move as one: the title of a container moves its content off the middle.
  private func lineUpWithContent(
    of node: Int, in room: Span, _ axis: Axis, _ partners: [[Int]], _ nesting: Nesting,
    _ frames: inout [Rect]
  ) {
    let leaves = children[node].filter {
      children[$0].isEmpty && alignment(of: $0, in: node, along: axis) == .center
    }
    var sets = DisjointSets(count: graph.nodes.count)
    for leaf in leaves {
      for partner in partners[leaf] where leaves.contains(partner) { sets.unite(leaf, partner) }
    }
    let roots = leaves.map { sets.representative(of: $0) }
    for root in Set(roots).sorted() {
      let group = zip(leaves, roots).filter { $0.1 == root }.map(\.0)
      let anchors = group.map { leaf in
        partners[leaf].filter { partner in
          children[partner].isEmpty
            && children[node].contains {
              graph.nodes[$0].isOutlined && nesting.isAncestor($0, of: partner)
            }
        }
      }
      let middles = anchors.joined().map { frames[$0][axis].middle }
      guard let low = middles.min(), let high = middles.max() else { continue }
      // One that is joined with several lies in the middle of them.
      guard low == high || anchors.count(where: { !$0.isEmpty }) == 1 else { continue }
      let middle = (low + high) / 2
      let shift = middle - frames[group[0]][axis].middle
      move(group, by: shift, along: axis, in: room, &frames)
    }
  }

  /// Moves some nodes if all of them stay in the room.
  private func move(
    _ nodes: [Int], by shift: Int, along axis: Axis, in room: Span, _ frames: inout [Rect]
  ) {
    let isFree = nodes.allSatisfy { node in
      room.low <= frames[node][axis].low + shift && frames[node][axis].high + shift <= room.high
    }
    guard isFree, shift != 0 else { return }
    for node in nodes { frames[node].origin[axis] += shift }
    PhaseJournal.note { $0.linedUp.formUnion(nodes) }
  }

  /// Ends that are not seen lie in front of the one box that they belong to, in the row, column or grid
  /// that holds them, unless something is there.
  private func lineUpFreeEnds(_ partners: [[Int]], _ frames: inout [Rect]) {
    let ends = graph.nodes.indices.filter {
      graph.nodes[$0].isFreeEnd && partners[$0].count == 1
    }
    for node in ends {
      // Of several that belong to one box each keeps its place.
      guard !ends.contains(where: { $0 != node && partners[$0] == partners[node] }),
        let parent = graph.nodes[node].parent
      else { continue }
      let (partner, room) = (
        frames[partners[node][0]], frames[parent].inset(by: graph.nodes[parent].padding)
      )
      for axis in Axis.allCases where !frames[node][axis.cross].overlaps(partner[axis.cross]) {
        var moved = frames[node]
        moved.origin[axis] = partner[axis].middle - moved.size[axis] / 2
        let isFree = children[parent].allSatisfy { other in
          other == node || graph.nodes[other].isPassable || !frames[other].intersects(moved)
        }
        if isFree, room[axis].low <= moved[axis].low, moved[axis].high <= room[axis].high {
          frames[node] = moved
        }
      }
    }
  }
}
