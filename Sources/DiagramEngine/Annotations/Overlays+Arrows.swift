import DiagramCheck
import DiagramDSL
import DiagramGraph
import DiagramModel

// What lies on arrows and beside their ends.

extension Overlays {
  /// Finds a place for the number of an arrow, where it has one and a picture without a text.
  mutating func addNumber(of index: Int) -> Rect? {
    let arrow = series.resolved.arrows[index]
    let shown = arrow.variants.indices.filter { picture in
      arrow.variants[picture].map { series.badge(of: $0) != nil } ?? false
        && series.labels[index][picture] == nil
    }
    let sizes = shown.compactMap { arrow.variants[$0].flatMap(series.badge(of:))?.badgeSize }
    guard let first = sizes.first else { return nil }
    let size = sizes.reduce(first) { $0.union($1) }
    return place(
      spots(on: index, for: size).map { (Rect(center: $0.middle, size: size), $0.cost) },
      of: .edge(index), whole: whole(of: index, part: 0), shown)
  }

  /// A cross lies where no other arrow of its trunk runs, which it would cross out too.
  mutating func addCross(of index: Int) -> Rect? {
    let arrow = series.resolved.arrows[index]
    let shown = arrow.variants.indices.filter {
      arrow.variants[$0]?.attributes.style.isCrossedOut == true
    }
    guard !shown.isEmpty else { return nil }
    let trunks = series.resolved.trunks
    let others = trunks.indices.filter {
      $0 != index && trunks[$0] != nil && trunks[$0] == trunks[index]
    }
    let pieces = others.flatMap { layout.routes[$0].pieces }
    let size = SceneBox.crossOnLine
    let places = spots(on: index, for: size).map { middle, cost in
      let isShared = pieces.contains { $0.contains(middle) }
      return (rect: Rect(center: middle, size: size), cost: cost + (isShared ? 5000 : 0))
    }
    return place(places, of: .edge(index), whole: whole(of: index, part: 3), shown)
  }

  private func spots(on index: Int, for size: Size) -> [(middle: Point, cost: Int)] {
    let shown = series.resolved.arrows[index].shown
    return LineSpots(
      on: layout.routes[index], size: size,
      heads: (
        shown.contains { $0.startHead != .none }, shown.contains { $0.endHead != .none }
      )
    ).all
  }

  /// Finds places for the texts at the start and at the end of an arrow.
  mutating func addEndTexts(of index: Int) -> [Rect?] {
    let arrow = series.resolved.arrows[index]
    let (points, own) = (layout.routes[index].points, layout.routes[index].pieces)
    guard points.count > 1 else { return [nil, nil] }
    let isHeaded = arrow.shown.contains { $0.startHead != .none || $0.endHead != .none }
    let gap = isHeaded ? EndSpots.besideHead : EndSpots.besideLine
    return [0, 1].map { part in
      let texts = arrow.variants.map { part == 0 ? $0?.startLabel : $0?.endLabel }
      let shown = texts.indices.filter { texts[$0] != nil }
      let sizes = texts.compactMap { $0.flatMap { series.notes[$0]?.sizeWithChip } }
      guard let first = sizes.first else { return nil }
      let size = sizes.reduce(first) { $0.union($1) }
      let last = points.count - 1
      let (end, next) = part == 0 ? (points[0], points[1]) : (points[last], points[last - 1])
      let spots = EndSpots.all(for: size, at: end, towards: next, beside: gap).map { spot in
        let hits = own.count { $0.insetBy(-1).intersects(spot.rect) }
        return (rect: spot.rect, cost: spot.cost + hits * 700)
      }
      return place(spots, of: .edge(index), whole: whole(of: index, part: part + 1), shown)
    }
  }

  /// The number of a part of an arrow among all that lies over the drawing.
  private func whole(of arrow: Int, part: Int) -> Int {
    series.resolved.items.count + series.resolved.annotations.joined().count + arrow * 4 + part
  }
}
