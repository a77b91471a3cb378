import DiagramDSL
import DiagramGraph
import DiagramModel

extension MeasuredSeries {
  /// The series with so much room in its containers that what lies in them lies inside of their shapes.
  ///
  /// How much a round shape needs depends on how large it becomes, so that it is placed to be known.
  /// Where the boxes of a container become larger than before, as those in a row do with it, it is
  /// placed again.
  func roomyForShapes(placed: (MeasuredSeries) -> Layout) -> MeasuredSeries {
    var roomy = self
    for _ in 0..<Self.mostRounds {
      guard let next = roomy.growing(in: placed) else { return roomy }
      roomy = next
    }
    return roomy
  }

  private static var mostRounds: Int { 4 }

  /// With the room that the shapes of containers need in a drawing; nil if they have it.
  private func growing(in placed: (MeasuredSeries) -> Layout) -> MeasuredSeries? {
    let shaped = extents.indices.filter { !containerShapes(of: $0).isEmpty }
    guard !shaped.isEmpty else { return nil }
    let frames = placed(self).frames.dropFirst()
    var roomy = self
    for index in shaped {
      let (frame, extent) = (frames[frames.startIndex + index], extents[index])
      let insets = extent.shapeInsets
      let content = Size(
        width: frame.size.width - insets.left - insets.right,
        height: frame.size.height - insets.top - insets.bottom)
      let needed = containerShapes(of: index).reduce(insets) { needed, shape in
        needed.union(shape.shape.insets(around: content))
      }
      roomy.extents[index].shapeInsets = needed
      roomy.extents[index].padding = Insets(
        top: extent.padding.top - insets.top + needed.top,
        left: extent.padding.left - insets.left + needed.left,
        bottom: extent.padding.bottom - insets.bottom + needed.bottom,
        right: extent.padding.right - insets.right + needed.right)
    }
    return roomy.extents == extents ? nil : roomy
  }

  /// The shapes that a container has, with something in it.
  private func containerShapes(of index: Int) -> Set<ShapeName> {
    let item = resolved.items[index]
    guard item.content == .box(.node), isContainer(index) else { return [] }
    return Set(item.shown.map(\.attributes.shape)).subtracting([.box, .none])
  }
}

extension Shape {
  /// The room between the frame of a shape and a rectangle that lies on its surface, all of it: the text
  /// that a shape is made for has padding, which may stick out.
  fileprivate static func insets(around content: Size) -> Insets {
    var size = size(around: content)
    for _ in 0..<mostSteps {
      let place = place(of: content, in: size)
      if holds(place, in: size) { break }
      size = Size(
        width: size.width + size.width / 16 + 1, height: size.height + size.height / 16 + 1)
    }
    let place = place(of: content, in: size)
    return Insets(
      top: max(place.minY, depthOfLid(in: size)), left: place.minX,
      bottom: size.height - place.maxY,
      right: size.width - place.maxX)
  }

  /// A shape 16 times as large holds its text, if it ever does.
  private static var mostSteps: Int { 48 }

  /// How far down the lines on the upper half of a surface reach, as those of a lid do; 0 if there are
  /// others.
  private static func depthOfLid(in size: Size) -> Int {
    let details = outline(of: size, radius: BoxMetrics.containerRadius).details.polylines
    let depth = details.joined().map { Int($0.y.rounded(.up)) }.max() ?? 0
    return 2 * depth <= size.height ? depth : 0
  }

  /// In the middle of the room for a text.
  private static func place(of content: Size, in size: Size) -> Rect {
    let room = Rect(origin: Point(x: 0, y: 0), size: size).inset(by: textInsets(in: size))
    return Rect(
      x: room.midX - content.width / 2, y: room.midY - content.height / 2, width: content.width,
      height: content.height)
  }

  private static func holds(_ place: Rect, in size: Size) -> Bool {
    let surface = outline(of: size, radius: BoxMetrics.containerRadius).surface.polylines
    // The padding of a container may stick out, but for the round corners of its boxes.
    let corners = place.insetBy(BoxMetrics.containerPadding - BoxMetrics.leafRadius)
    return [
      Point(x: corners.minX, y: corners.minY), Point(x: corners.maxX, y: corners.minY),
      Point(x: corners.maxX, y: corners.maxY), Point(x: corners.minX, y: corners.maxY),
    ].allSatisfy { corner in surface.contains { $0.surrounds(ExactPoint(corner)) } }
  }
}
