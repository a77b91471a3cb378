import DiagramCheck
import DiagramDSL
import DiagramGraph
import DiagramModel

extension Explainer {
  /// Where an arrow leaves and arrives, how it runs, and where its text lies.
  func facts(ofArrow index: Int) -> [Explanation.Fact] {
    [way(of: index), ends(of: index)] + (label(of: index).map { [$0] } ?? []) + rooms(for: index)
  }

  private func way(of index: Int) -> Explanation.Fact {
    let (edge, route) = (graph.edges[index], placed.layout.routes[index])
    let bends = route.isCurved ? 0 : max(route.points.count - 2, 0)
    let why: String =
      switch (edge.routing, notes.ways[index]) {
      case (.straight, _): "a straight line, as its author wrote: `.straight()`"
      case (_, .engine?): "led by the engine that placed its boxes"
      case (_, .straight?): "straight, since its boxes face each other with nothing between"
      case (_, .facing?): "found around the boxes, from side to facing side"
      case (_, .fan(let count)?):
        "one of a fan of \(count) that leave a box on one side and arrive on the opposite one"
      case (_, .detour?): "around its boxes, since its text has no place beside the shortest way"
      case (_, .ring?): "along its ring"
      case (_, .searched?): "the way with the least bends, crossings and length around the boxes"
      case (_, nil):
        edge.source == edge.target ? "a loop beside its box" : "led over the finished boxes"
      }
    let own = route.segments(of: index)
    let crossed = graph.edges.indices.filter { other in
      other != index && graph.edges[other].pictures.intersects(edge.pictures)
        && placed.layout.routes[other].segments(of: other).contains { segment in
          own.contains { $0.crosses(segment) }
        }
    }
    let crossings =
      crossed.isEmpty
      ? "crosses no other"
      : "crosses \(list(crossed.prefix(3).map(arrow), "and"))"
        + (crossed.count > 3 ? " and \(crossed.count - 3) more" : "")
    return .init(
      .way, "\(why); \(bends) bend\(bends == 1 ? "" : "s"), \(crossings)",
      [.init("bends", bends), .init("crossings", crossed.count)])
  }

  private func ends(of index: Int) -> Explanation.Fact {
    let (edge, route) = (graph.edges[index], placed.layout.routes[index])
    let first = resolved.arrows[index].shown[0]
    var words =
      end("leaves", edge.source, route.points.first, first.sourceSide, "from") + "; "
      + end("arrives at", edge.target, route.points.last, first.targetSide, "to")
    if let trunk = edge.trunk {
      let members = graph.edges.indices.filter { graph.edges[$0].trunk == trunk && $0 != index }
      if !members.isEmpty {
        words += "; it shares a line with \(list(members.prefix(3).map(arrow), "and"))"
      }
    }
    return .init(.ends, words)
  }

  /// Where one end lies, and who said so.
  private func end(
    _ verb: String, _ node: Int, _ point: Point?, _ wish: Side?, _ modifier: String
  ) -> String {
    let place = point.flatMap { side(of: frame(of: node), at: $0) }.map { " on the \($0)" } ?? ""
    return "\(verb) \(name(node))\(place)"
      + (wish.map { ", as its author wrote: `.\(modifier)(.\($0))`" } ?? "")
  }

  /// The side of a frame that a point lies on or before.
  private func side(of frame: Rect, at point: Point) -> Side? {
    let distances: [(Side, Int)] = [
      (.left, abs(frame.minX - point.x)), (.right, abs(frame.maxX - point.x)),
      (.top, abs(frame.minY - point.y)), (.bottom, abs(frame.maxY - point.y)),
    ]
    return distances.min { $0.1 < $1.1 }?.0
  }

  private func label(of index: Int) -> Explanation.Fact? {
    guard let size = graph.edges[index].labelSize else { return nil }
    guard let place = placed.layout.routes[index].label else {
      return .init(.label, "its text, \(size.width) × \(size.height), has no place")
    }
    return .init(
      .label,
      "its text, \(size.width) × \(size.height), lies at \(place.minX), \(place.minY), the first place "
        + "along its way that touches the least",
      [.init("x", place.minX), .init("y", place.minY)])
  }

  /// What was done so that it has a clean way and a place for its text.
  private func rooms(for index: Int) -> [Explanation.Fact] {
    notes.rooms.compactMap { room in
      switch room {
      case .gaps(let extra, let edges) where edges.contains(index):
        .init(
          .room, "it had no clean way, or its text no clean place: all gaps grew by \(extra)",
          [.init("extra", extra)])
      case .gaps: nil
      case .lines: .init(.room, "gaps grew where lines ran too close to something")
      case .detours: notes.ways[index] == .detour ? .init(.room, "larger gaps did not help") : nil
      }
    }
  }
}
