import DiagramCheck
import DiagramDSL
import DiagramGraph
import DiagramModel

/// Where a legend and its parts lie: the same in all pictures.
struct LegendPlan: Hashable, Sendable {
  private(set) var frame: Rect
  /// The places of the samples, in their order.
  private(set) var samples: [Rect] = []
  /// Those of the texts beside them.
  private(set) var texts: [Rect] = []

  /// Samples one below the other in so many columns, its top left corner at the origin.
  init(_ texts: [Size], title: Size?, columns: Int) {
    let rows = (texts.count + columns - 1) / columns
    let tops = title.map { $0.height + LegendMetrics.gap } ?? 0
    var x = LegendMetrics.padding
    var bottom = 0
    for column in 0..<columns {
      let members = Array(texts.indices.dropFirst(column * rows).prefix(rows))
      var y = LegendMetrics.padding + tops
      for member in members {
        let (text, sample) = (texts[member], LegendMetrics.sample)
        let height = max(text.height, sample.height)
        samples.append(
          Rect(origin: Point(x: x, y: y + (height - sample.height) / 2), size: sample))
        self.texts.append(
          Rect(
            origin: Point(
              x: x + sample.width + LegendMetrics.besideGap, y: y + (height - text.height) / 2),
            size: text))
        y += height + LegendMetrics.gap
      }
      bottom = max(bottom, y - LegendMetrics.gap)
      let width = members.map { texts[$0].width }.max() ?? 0
      x += LegendMetrics.sample.width + LegendMetrics.besideGap + width + LegendMetrics.columnGap
    }
    let width = max(x - LegendMetrics.columnGap, LegendMetrics.padding + (title?.width ?? 0))
    frame = Rect(
      x: 0, y: 0, width: width + LegendMetrics.padding, height: bottom + LegendMetrics.padding)
  }

  func moved(x: Int, y: Int) -> LegendPlan {
    var plan = self
    plan.frame = frame.moved(x: x, y: y)
    plan.samples = samples.map { $0.moved(x: x, y: y) }
    plan.texts = texts.map { $0.moved(x: x, y: y) }
    return plan
  }

  fileprivate func moved(to origin: Point) -> LegendPlan {
    moved(x: origin.x - frame.minX, y: origin.y - frame.minY)
  }
}

/// The sizes of a legend, in units.
enum LegendMetrics {
  static let sample = Size(width: 48, height: 26)
  static let padding = 16
  /// Between samples, and between a sample and its text.
  static let gap = 10
  static let besideGap = 12
  static let columnGap = 32
  /// Between a legend and a drawing.
  static let distance = 30
}

extension MeasuredSeries {
  /// The legend of a finished drawing that takes the room `bounds`: in a corner that is free in all
  /// pictures, else below the drawing or beside it, wherever the whole becomes larger on its slide.
  func legendPlan(
    beside layout: Layout, _ overlays: Overlays, in bounds: Rect
  ) -> LegendPlan? {
    guard let legend = resolved.legend else { return nil }
    let sizes = legend.samples.map { notes[$0.text]?.size ?? .zero }
    let title = legend.title.flatMap { notes[$0]?.size }
    let plans = (1...max(sizes.count, 1)).map { LegendPlan(sizes, title: title, columns: $0) }
    let taken = obstacles(in: layout, overlays)
    for plan in plans {
      let free = corners(of: bounds, for: plan.frame.size).first { place in
        bounds.contains(place) && !taken.contains { $0.intersects(place) }
      }
      if let free { return plan.moved(to: free.origin) }
    }
    let wide = plans.last { $0.frame.size.width <= bounds.size.width } ?? plans[0]
    let below = wide.moved(
      to: Point(x: bounds.minX, y: bounds.maxY + LegendMetrics.distance))
    let beside = plans[0].moved(
      to: Point(x: bounds.maxX + LegendMetrics.distance, y: bounds.minY))
    return share(of: bounds.union(below.frame)) <= share(of: bounds.union(beside.frame))
      ? below : beside
  }

  /// How much of its room on a slide a drawing takes along the axis along which it takes more.
  private func share(of bounds: Rect) -> Int {
    let room = resolved.slide.room
    return max(bounds.size.width * 1000 / room.width, bounds.size.height * 1000 / room.height)
  }

  private func corners(of bounds: Rect, for size: Size) -> [Rect] {
    let (right, bottom) = (bounds.maxX - size.width, bounds.maxY - size.height)
    return [
      (right, bottom), (bounds.minX, bottom), (right, bounds.minY), (bounds.minX, bounds.minY),
    ]
    .map { Rect(origin: Point(x: $0, y: $1), size: size) }
  }

  /// What is drawn in any picture, with the room that a legend keeps from it.
  private func obstacles(in layout: Layout, _ overlays: Overlays) -> [Rect] {
    let boxes = resolved.items.indices.filter { !resolved.items[$0].id.isEmpty }
      .map { layout.frames[$0] }
    let lines = layout.routes.flatMap(\.pieces) + layout.routes.compactMap(\.label)
    let notes = overlays.all.map(\.rect) + overlays.notes.joined().map(\.bounds)
    return (boxes + lines + notes).map { $0.insetBy(-LegendMetrics.distance) }
  }
}
