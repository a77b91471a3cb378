import DiagramDSL
import DiagramGraph
import DiagramModel

// What layout knows of boxes that lie on others.

extension MeasuredSeries {
  /// Where an item lies on another one: in the middle where its author says nothing; a divider runs across it.
  func placeOnParent(of index: Int) -> PlaceOnParent? {
    let item = resolved.items[index]
    return item.on.map { place in
      guard item.free != .divider else {
        var line = PlaceOnParent(x: place.x, y: place.y)
        line.across = place.across.map { $0 + 1 }
        line.beyond = place.across == nil ? 0 : roomBelow(timelineOf: index)
        return line
      }
      var laid = PlaceOnParent(x: place.x ?? 0.5, y: trackRows[index] ?? place.y ?? 0.5)
      laid.width = place.share
      return laid
    }
  }

  /// The room for the text of a line across a timeline, below its lanes.
  private func roomBelow(timelineOf line: Int) -> Int {
    let height = texts[line].compactMap { $0?.size.height }.max() ?? 0
    return height == 0 ? 0 : height + 2 * Divider.onBoxInset
  }

  /// The text of a plain box on which others lie: their arrows do not run over it.
  func textUnderOthers(of index: Int) -> [LayoutTitle] {
    let item = resolved.items[index]
    guard item.content == .box(.component), !item.hasTextBelow,
      resolved.items.contains(where: { $0.on?.box == index }),
      let attributes = item.shown.first?.attributes
    else { return [] }
    let size = texts[index].reduce(Size.zero) { $0.union($1?.size ?? .zero) }
    let alignment = attributes.style.textAlignment ?? .center
    var title = LayoutTitle(
      size: size,
      inset: Size(
        width: alignment == .center ? 0 : BoxMetrics.sidePadding, height: BoxMetrics.endPadding),
      alignment: alignment, isAtBottom: attributes.textPosition == .bottom)
    title.isBeside = attributes.textPosition != .top && attributes.textPosition != .bottom
    return [title]
  }

  /// For each item how far what stands and lies on it, behind it or around it reaches out of its frame in some
  /// picture.
  var overhangs: [Insets] {
    var overhangs = resolved.items.indices.map { overhang(of: $0) }
    // What lies on something stands behind it.
    for index in resolved.items.indices.reversed() {
      guard let place = resolved.items[index].on else { continue }
      if let across = place.across {
        overhangs[across].bottom = max(overhangs[across].bottom, roomBelow(timelineOf: index))
        continue
      }
      if place.columns != nil { continue }
      let reach = overhang(of: index, reaching: overhangs[index], at: place)
      overhangs[place.box] = overhangs[place.box].union(reach)
    }
    return overhangs
  }

  /// How far an item reaches out of the box that it lies on; of one around others, which becomes larger than
  /// is known yet, only what lies on its outline does.
  private func overhang(
    of index: Int, reaching around: Insets, at place: ResolvedSeries.PlaceOnBox
  ) -> Insets {
    var overhang = Insets.zero
    let (size, ground) = (extents[index].minimum, extents[place.box].minimum)
    for (axis, share) in [(Axis.horizontal, place.x), (.vertical, place.y)] {
      guard let share, share <= 0 || share >= 1 || !isContainer(place.box) else { continue }
      let middle = nearest(share * Double(ground[axis]))
      for side in [Side(axis, isForward: false), Side(axis, isForward: true)] {
        let reach = size[axis] / 2 + around[side]
        let room = side.isForward ? ground[axis] - middle : middle
        overhang[side] = max(0, reach - room)
      }
    }
    return overhang
  }

  /// Makes room inside containers for what lies on their outlines, so that it covers nothing in them; at a corner
  /// on the side that has most of it already.
  func makeRoomForLaid(in graph: inout LayoutGraph) {
    let arePinned = Set(graph.nodes.filter { $0.pin != nil }.compactMap(\.parent))
    for index in resolved.items.indices {
      guard let place = resolved.items[index].on, isContainer(place.box),
        resolved.items[index].free == nil
      else { continue }
      let size = extents[index].minimum
      let lacking = place.sides.map { side in
        let room = size[side.axis] / 2 + Spacing().leastNodes / 2
        return (side: side, room: room, missing: room - graph.nodes[place.box + 1].padding[side])
      }
      guard let least = lacking.min(by: { $0.missing < $1.missing }), least.missing > 0 else {
        continue
      }
      // Pins count from the corner of the room inside.
      if arePinned.contains(place.box + 1), !least.side.isForward { continue }
      graph.nodes[place.box + 1].padding[least.side] = least.room
    }
  }

  /// The nodes that marks of an item may lie on: its own, and those on which it lies.
  func ground(of item: Int) -> Set<Int> {
    Set([item + 1] + resolved.items.boxes(under: item).map { $0 + 1 })
  }
}

extension ResolvedSeries.PlaceOnBox {
  /// The sides on whose outline it lies.
  fileprivate var sides: [Side] {
    [(Axis.horizontal, x), (.vertical, y)].compactMap { axis, share in
      guard let share, !(0.1...0.9).contains(share) else { return nil }
      return Side(axis, isForward: share > 0.5)
    }
  }
}
