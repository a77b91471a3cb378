import DiagramCheck
import DiagramDSL
import DiagramGraph
import DiagramModel

/// Finds arrows that were asked to leave or reach a box on a side where there is no way for them, or to
/// be straight or a curve where something is in the way.
struct SideCheck {
  private let resolved: ResolvedSeries
  private let layout: Layout
  /// In the order of the arrows.
  private(set) var diagnostics: [Diagnostic] = []

  /// Checks a layout whose node 0 is the canvas, and node *i* + 1 is item *i*.
  init(_ resolved: ResolvedSeries, _ layout: Layout) {
    self.resolved = resolved
    self.layout = layout
    for (index, arrow) in resolved.arrows.enumerated() where !layout.routes[index].points.isEmpty {
      let points = layout.routes[index].points
      check(arrow, points, at: arrow.source, "leave", "from") { $0.sourceSide }
      check(arrow, points.reversed(), at: arrow.target, "reach", "to") { $0.targetSide }
      checkStraightness(of: arrow, points)
      checkCurve(of: arrow, layout.routes[index].drawnSegments(of: index))
    }
  }

  /// Tells what a curve runs through.
  private mutating func checkCurve(
    of arrow: ResolvedSeries.UnitedArrow, _ pieces: [LineSegment]
  ) {
    guard let variant = arrow.shown.first(where: { $0.routing == .curved }),
      let obstacle = obstacle(
        of: arrow, where: { frame in pieces.contains { $0.runsThrough(frame) } })
    else { return }
    diagnostics.append(
      Diagnostic(
        .wishNotKept,
        "the arrow from \(name(arrow.source)) to \(name(arrow.target)) cannot be a curve: \(name(obstacle)) is in "
          + "the way",
        at: variant.attributes.origin,
        hints: [
          "leave out `.curved()`",
          "or leave room there, as with `\(roomy(around: obstacle))`",
        ], notes: notes(obstacle)))
  }

  /// Tells what a line was led around that was to be straight.
  private mutating func checkStraightness(of arrow: ResolvedSeries.UnitedArrow, _ points: [Point]) {
    guard arrow.source != arrow.target, points.count > 2,
      let variant = arrow.shown.first(where: { $0.routing == .straight })
    else { return }
    let (source, target) = (layout.frames[arrow.source + 1], layout.frames[arrow.target + 1])
    let line = LineSegment(edge: 0, from: source.center, to: target.center)
    let obstacle = obstacle(of: arrow) { line.runsThrough($0) }
    let reason = obstacle.map { "\(name($0)) is in the way" } ?? "something is in the way"
    diagnostics.append(
      Diagnostic(
        .wishNotKept,
        "the arrow from \(name(arrow.source)) to \(name(arrow.target)) cannot be straight: \(reason)",
        at: variant.attributes.origin,
        hints: [
          "leave out `.straight()`",
          "or move what is in the way; only a line between two `Spot`s lies over boxes",
        ],
        notes: notes(obstacle)))
  }

  /// Checks one end; the points begin there.
  private mutating func check(
    _ arrow: ResolvedSeries.UnitedArrow, _ points: [Point], at item: Int, _ verb: String,
    _ modifier: String, _ wish: (Arrow) -> Side?
  ) {
    guard let variant = arrow.shown.first(where: { wish($0) != nil }), let side = wish(variant),
      let start = points.first
    else { return }
    var obstacle: Int?
    if variant.routing == .orthogonal, let next = points.dropFirst().first {
      let way = Rect(from: start, to: next)
      obstacle = self.obstacle(of: arrow) { $0.intersects(way) }
    }
    let frame = layout.frames[item + 1]
    if obstacle == nil {
      if frame.touches(start, on: side) || arrow.joinsRows && frame.isInRow(start, at: side) {
        return
      }
      obstacle = self.obstacle(of: arrow) { $0.intersects(frame.strip(beside: side)) }
    }
    let isInRing = isInRing(arrow)
    let reason =
      isInRing
      ? "in a ring it follows the circle"
      : obstacle.map { "\(name($0)) is in the way" } ?? "there is no room"
    let another = "leave out `.\(modifier)(.\(side))`, or name another side"
    diagnostics.append(
      Diagnostic(
        .wishNotKept, "the arrow cannot \(verb) \(name(item)) on its \(side) side: \(reason)",
        at: variant.attributes.origin,
        hints: isInRing
          ? [another]
          : ["leave room there, as with `\(roomy(around: obstacle ?? item))`", "or \(another)"],
        notes: notes(obstacle)))
  }

  private func notes(_ obstacle: Int?) -> [Diagnostic.Note] {
    [obstacle].compactMap(\.self).map {
      .init("what is in the way", at: resolved.items[$0].shown[0].attributes.origin)
    }
  }

  /// The arrangement that a box stands in, with room between its boxes.
  private func roomy(around item: Int) -> String {
    let head =
      switch resolved.items[item].parent.map({ resolved.items[$0].content }) {
      case .group(.column, _): "Column(spacing: 60)"
      case .group(.grid(let columns), _): "Grid(columns: \(columns), spacing: 60)"
      case .group(.packed, _): "Packed(spacing: 60)"
      case .group(.force, _): "Force(spacing: 60)"
      case .group(.layered(let direction), _): "Layered(.\(direction), spacing: 60)"
      case .group(.tree(let direction), _): "Tree(.\(direction), spacing: 60)"
      default: "Row(spacing: 60)"
      }
    return "\(head) { a; b }"
  }

  /// Whether both ends lie directly in one ring.
  private func isInRing(_ arrow: ResolvedSeries.UnitedArrow) -> Bool {
    let parents = [arrow.source, arrow.target].map { resolved.items[$0].parent }
    guard parents[0] == parents[1], let parent = parents[0] else { return false }
    return resolved.items[parent].content.isRing
  }

  /// A box that is in the way, and that no end of the arrow lies in or around; it is shown with the arrow
  /// in some picture, and is more than a free place.
  private func obstacle(
    of arrow: ResolvedSeries.UnitedArrow, where isInWay: (Rect) -> Bool
  ) -> Int? {
    let around = Set(
      [arrow.source, arrow.target].flatMap { Array(resolved.items.outwards(from: $0)) })
    return resolved.items.indices.first { item in
      let inside = resolved.items.outwards(from: item)
      return resolved.items[item].isSeen && !around.contains(item)
        && !inside.contains(arrow.source) && !inside.contains(arrow.target)
        && isInWay(layout.frames[item + 1]) && isShown(item, with: arrow)
    }
  }

  private func isShown(_ item: Int, with arrow: ResolvedSeries.UnitedArrow) -> Bool {
    zip(resolved.items[item].variants, arrow.variants).contains { $0 != nil && $1 != nil }
  }

  private func name(_ item: Int) -> String {
    quoted(resolved.items[item].shown.first?.text ?? "")
  }
}

extension ResolvedSeries.Content {
  fileprivate var isRing: Bool { if case .group(.ring, _) = self { true } else { false } }
}

extension Rect {
  /// The room that an arrow needs outside of a side.
  fileprivate func strip(beside side: Side) -> Rect {
    switch side {
    case .top: Rect(minX: minX, minY: minY - 10, maxX: maxX, maxY: minY)
    case .right: Rect(minX: maxX, minY: minY, maxX: maxX + 10, maxY: maxY)
    case .bottom: Rect(minX: minX, minY: maxY, maxX: maxX, maxY: maxY + 10)
    case .left: Rect(minX: minX - 10, minY: minY, maxX: minX, maxY: maxY)
    }
  }

  /// Whether a point lies beside a side, where the row of a table may end.
  fileprivate func isInRow(_ point: Point, at side: Side) -> Bool {
    guard minY <= point.y, point.y <= maxY else { return false }
    return side == .left ? point.x <= minX : side == .right && point.x >= maxX
  }

  /// Whether a point lies on a side of the outline.
  fileprivate func touches(_ point: Point, on side: Side) -> Bool {
    switch side {
    case .top: point.y == minY
    case .right: point.x == maxX
    case .bottom: point.y == maxY
    case .left: point.x == minX
    }
  }
}
