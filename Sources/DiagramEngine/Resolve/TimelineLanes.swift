import DiagramDSL
import DiagramModel

extension Group {
  /// Whether it has columns of time.
  var isTimeline: Bool { if case .timeline = kind { true } else { false } }

  /// What a timeline consists of: a column of lanes with equally long tracks, on which everything lies at its
  /// time. The first lane holds the titles of the columns and the lines across all others; itself for any
  /// other arrangement.
  var asLanes: Group {
    guard case .timeline(let columns) = kind else { return self }
    var column = Group(
      .column, align: .stretch, spacing: spacing ?? Self.laneSpacing, origin: attributes.origin,
      children: [scale(columns)] + children.compactMap { lane($0, columns.count) })
    column.attributes = attributes
    column.attributes.childAlignment = .stretch
    return column
  }

  private static let laneSpacing = 8

  /// The lane above all others.
  private func scale(_ columns: [String]) -> Element {
    let id = attributes.id ?? columns.first.map(slug) ?? ""
    var node = Node("").id("scale-\(id)").shape(.none).title(.left)
    node.attributes.origin = attributes.origin
    let track = track(at: attributes.origin)
    let ground = node[track]
    let lines = columns.indices.dropFirst().map { index in
      var line = Divider().id("column-\(index + 1)").dotted().muted()
      line.attributes.origin = attributes.origin
      let moment = TimeSpan(Double(index), Double(index), at: attributes.origin)
      return line.content.map { $0.lying(at: moment, on: ground, columns.count) }
    }
    let moments = children.filter { $0.attributes.free == .divider }.map {
      $0.lying(at: $0.attributes.time, on: ground, columns.count)
    }
    let titles = columns.enumerated().map { index, title in
      var text = Text(title).bold()
      text.attributes.origin = attributes.origin
      text.attributes.id = "title-\(index + 1)"
      let time = TimeSpan(Double(index), Double(index + 1), at: attributes.origin)
      return Element(.text(text)).lying(at: time, on: ground, columns.count)
    }
    node.children = [Element(.text(track))] + lines.flatMap(\.self) + moments + titles
    return Element(.node(node))
  }

  /// A lane as it is written, with what stands in it on its track.
  private func lane(_ element: Element, _ columns: Int) -> Element? {
    guard case .node(var node) = element.kind else { return nil }
    let track = track(at: node.attributes.origin)
    let ground = node[track]
    func laid(_ elements: [Element]) -> [Element] {
      elements.flatMap(\.insideGroups).map {
        $0.isHint ? $0 : $0.lying(at: $0.attributes.time, on: ground, columns)
      }
    }
    node.children = [Element(.text(track))] + laid(node.children)
    node.hidden = laid(node.hidden)
    return Element(.node(node))
  }

  private func track(at origin: Origin) -> Text {
    var track = Text("time-track")
    track.attributes.free = .track
    track.attributes.origin = origin
    return track
  }
}

extension Element {
  /// The boxes of a row, or itself.
  fileprivate var insideGroups: [Element] {
    guard case .group(let group) = kind else { return [self] }
    return group.children.flatMap(\.insideGroups)
  }

  /// A copy that lies at a time on a track, or that is told to have none. What lies on another box already,
  /// stays there.
  fileprivate func lying(at time: TimeSpan?, on track: Reference, _ columns: Int) -> Element {
    guard attributes.on == nil else { return self }
    return changing { element in
      element.attributes.time = nil
      element.attributes.on = PlaceOn(
        track, time: time, columns: columns, at: time?.origin ?? element.attributes.origin)
    }
  }
}
