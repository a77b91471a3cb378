import DiagramAlgorithms
import DiagramGraph
package import DiagramModel

extension SizedGraph {
  /// The rectangle of every node, the first node at the origin.
  ///
  /// Children fill their parent as far as they may grow: where it is larger than they need, ``Tracks``
  /// say what becomes of the rest.
  ///
  /// - Complexity: O(*nodes* × *depth*).
  package func frames() -> [Rect] {
    var frames = sizes.map { Rect(origin: Point(x: 0, y: 0), size: $0) }
    var shared: [TrackOwner: [Span]] = [:]
    for node in graph.nodes.indices where !children[node].isEmpty {
      let inner = frames[node].inset(by: graph.nodes[node].padding)
      switch arrangements[node] {
      case .row, .column, .automatic, .grid, .lanes, .shared:
        placeCells(node, in: inner, &shared, &frames)
      case .ring: placeRing(node, in: inner, &frames)
      case .layered, .tree, .packed, .force, .orthogonal, .nested:
        placeFreely(node, in: inner, &frames)
      }
    }
    lay(&frames)
    lineUp(&frames)
    // What they lie on may have moved.
    lay(&frames)
    return frames
  }

  /// Puts what lies on others there, with all that is in it.
  private func lay(_ frames: inout [Rect]) {
    let laid = graph.laidNodes
    guard !laid.isEmpty else { return }
    let nesting = Nesting(graph)
    for node in laid {
      guard let parent = graph.nodes[node].parent, let place = graph.nodes[node].on else {
        continue
      }
      var frame = place.frame(of: frames[node].size, on: frames[parent])
      if let across = place.across {
        frame.origin.y = frames[across].minY
        frame.size.height = frames[across].size.height + place.beyond
      }
      let (x, y) = (frame.minX - frames[node].minX, frame.minY - frames[node].minY)
      for inner in nesting.subtree(of: node) { frames[inner] = frames[inner].moved(x: x, y: y) }
      frames[node] = frame
    }
  }

  /// Puts the children of a row, column or grid into its cells. What shares the tracks of a node
  /// around it has found them in `shared`, where this leaves those of nodes inside.
  private func placeCells(
    _ node: Int, in inner: Rect, _ shared: inout [TrackOwner: [Span]], _ frames: inout [Rect]
  ) {
    let tracks = Axis.allCases.map { axis in
      shared[TrackOwner(node: node, axis: axis)] ?? spans(of: node, along: axis, in: inner[axis])
    }
    for (index, child) in children[node].enumerated() {
      let across = Axis.allCases.map { axis in
        let cell = tracks[axis.index][track(of: index, in: node, along: axis)]
        return span(of: child, in: cell, axis, alignment(of: child, in: node, along: axis))
      }
      frames[child] = Rect(across[0], across[1], along: .horizontal)
    }
    noteCells(of: node, frames)
    for sharing in sharings[node] ?? [] {
      let cell = tracks[sharing.axis.index][sharing.track]
      shared.merge(sharing.spans(in: cell)) { $1 }
    }
  }

  /// Notes in which cells the children of a node lie, and which of them grew to fill theirs.
  private func noteCells(of node: Int, _ frames: [Rect]) {
    PhaseJournal.note { notes in
      for (index, child) in children[node].enumerated() {
        for axis in Axis.allCases {
          notes.cells[child, default: [:]][axis] = track(of: index, in: node, along: axis)
          notes.grow(
            child, along: axis,
            .fillsCell(from: sizes[child][axis], to: frames[child][axis].length))
        }
      }
    }
  }

  private func spans(of node: Int, along axis: Axis, in room: Span) -> [Span] {
    guard let tracks = cells[TrackOwner(node: node, axis: axis)], tracks.extents.count > 1 else {
      return [room]
    }
    return tracks.spans(in: room)
  }

  /// How a child lies in its cell along an axis.
  func alignment(of child: Int, in node: Int, along axis: Axis) -> Alignment {
    switch arrangements[node] {
    case .row(let alignment, _), .column(let alignment, _):
      guard mainAxis(of: node) != axis else { return .stretch }
      return graph.nodes[child].alignment ?? alignment
    case .lanes:
      guard axis == .horizontal else { return .stretch }
      return graph.nodes[child].alignment ?? .stretch
    case .automatic, .grid, .ring, .layered, .tree, .packed, .force, .orthogonal, .nested, .shared:
      return graph.nodes[child].alignment ?? .stretch
    }
  }

  /// Where a child lies in its cell: it fills the cell unless that would make a slab of it, or its
  /// author asks for that.
  private func span(
    of child: Int, in cell: Span, _ axis: Axis, _ alignment: Alignment
  ) -> Span {
    let natural = sizes[child][axis]
    let isAsked =
      graph.nodes[child].grows
      && (graph.nodes[child].alignment == .stretch || isInSharedPlace(child))
    switch alignment {
    case .stretch where isAsked || cell.length <= limit(of: child, along: axis): return cell
    case .start: return Span(cell.low, cell.low + natural)
    case .end: return Span(cell.high - natural, cell.high)
    case .center, .stretch:
      let start = cell.low + (cell.length - natural) / 2
      return Span(start, start + natural)
    }
  }

  /// Whether others may lie at the same place, which arrows then reach in the same way.
  private func isInSharedPlace(_ node: Int) -> Bool {
    graph.nodes[node].parent.map { arrangements[$0] == .shared } ?? false
  }

  private func placeRing(_ node: Int, in inner: Rect, _ frames: inout [Rect]) {
    guard let ring = rings[node] else { preconditionFailure("node \(node) has no ring") }
    let dx = inner.midX - ring.bounds.midX
    let dy = inner.midY - ring.bounds.midY
    for (child, frame) in zip(children[node], ring.frames) {
      frames[child] = frame.moved(x: dx, y: dy)
    }
  }
}
