import AxisModel
import DiagramAlgorithms
import DiagramGraph
import DiagramModel

/// Moves a drawing together, along one axis after the other, until nothing gains any more.
///
/// Along an axis everything keeps its order with what it could meet. Among all such drawings the
/// one with the least price is found exactly. At last boxes are also lined up.
///
/// > Source: Klau & Mutzel, *Optimal compaction of orthogonal grid drawings*, 1999; Eiglsperger &
/// > Kaufmann, *Fast compaction for orthogonal drawings with vertices of prescribed size*, 2001.
struct Compaction {
  let graph: LayoutGraph
  let spacing: Spacing
  /// How often both axes are compacted at most before boxes are lined up.
  var rounds = 2
  /// How often both axes are compacted with boxes lined up.
  var aligningRounds = 3

  private static let prices = AxisPrices(
    extent: 128, container: 64, length: 64, jog: 192, port: 320)
  /// The price of the way between the middles of two boxes that stand above each other; only when
  /// boxes are lined up.
  private static let alignment = 512
  /// Each distance that is to grow may move all of a drawing.
  private static let mostEdgesSpread = 300

  /// The drawing moved together, without a look at how boxes line up.
  func tightened(_ layout: Layout) -> Layout {
    var best = layout
    for _ in 0..<rounds {
      let next = compacted(best, isAligning: false)
      if next == best { break }
      best = next
    }
    return best
  }

  /// The drawing moved together, with boxes lined up.
  func aligned(_ layout: Layout) -> Layout {
    (0..<aligningRounds).reduce(layout) { best, _ in compacted(best, isAligning: true) }
  }

  private func compacted(_ layout: Layout, isAligning: Bool) -> Layout {
    [Axis.horizontal, .vertical].reduce(layout) { layout, axis in
      let bodies = AxisBodies(layout, of: graph, axis: axis)
      let distances = AxisDistances(bodies, rules: .free(spacing))
      let attractions = isAligning ? alignments(of: bodies) : []
      let arcs = isAligning ? spread(distances) : distances.arcs
      return bodies.layout(
        with: bodies.solved(arcs, prices: Self.prices, attractions: attractions))
    }
  }

  /// The distances with those that are not kept yet, as far as they can be: the first drawing crowds the
  /// ends of edges on one half of a side.
  private func spread(_ distances: AxisDistances) -> [DifferenceRelaxation.Arc] {
    guard !distances.wishes.isEmpty, graph.edges.count <= Self.mostEdgesSpread else {
      return distances.arcs
    }
    var relaxation = DifferenceRelaxation(values: distances.bodies.values)
    guard relaxation.add(distances.arcs) else {
      preconditionFailure("a drawing keeps its own distances")
    }
    for wish in distances.wishes { relaxation.add([wish]) }
    return relaxation.arcs
  }

  /// Boxes that stand behind each other across the axis, in one container, like to have a common middle.
  private func alignments(of bodies: AxisBodies) -> [AxisBodies.Attraction] {
    let (axis, frames) = (bodies.axis, bodies.layout.frames)
    let leaves = Dictionary(grouping: graph.nodes.indices.filter(bodies.nesting.isLeaf)) {
      graph.nodes[$0].parent ?? -1
    }
    var attractions: [AxisBodies.Attraction] = []
    for parent in leaves.keys.sorted() {
      let sorted = (leaves[parent] ?? []).sorted {
        (frames[$0][axis.cross].low, $0) < (frames[$1][axis.cross].low, $1)
      }
      for (index, upper) in sorted.enumerated() {
        var open = [frames[upper][axis]]
        for lower in sorted[(index + 1)...] where !open.isEmpty {
          guard frames[lower][axis.cross].low >= frames[upper][axis.cross].high,
            open.contains(where: frames[lower][axis].overlaps)
          else { continue }
          open = open.flatMap { $0.subtracting([frames[lower][axis]]) }.filter { $0.length > 0 }
          attractions.append((middle(upper, bodies), middle(lower, bodies), Self.alignment))
        }
      }
    }
    return attractions
  }

  private func middle(_ box: Int, _ bodies: AxisBodies) -> AxisBodies.Anchor {
    bodies.lows[box].after(bodies.layout.frames[box].size[bodies.axis] / 2)
  }
}
