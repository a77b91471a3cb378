import DiagramGraph
import DiagramModel

extension SizedGraph {
  /// The axis along which the children of a row or column follow each other.
  func mainAxis(of node: Int) -> Axis {
    switch arrangements[node] {
    case .column, .lanes: .vertical
    case .automatic, .row, .grid, .ring, .layered, .tree, .packed, .force, .orthogonal, .nested,
      .shared:
      .horizontal
    }
  }

  /// In which of the tracks along an axis a child of a row, column or grid lies.
  func track(of index: Int, in node: Int, along axis: Axis) -> Int {
    switch (arrangements[node], axis) {
    case (.grid(let columns, _), .horizontal): index % columns
    case (.grid(let columns, _), .vertical): index / columns
    case (.shared, _): 0
    case (.automatic, _), (.row, _), (.column, _), (.ring, _), (.layered, _), (.tree, _),
      (.packed, _), (.force, _), (.orthogonal, _), (.nested, _), (.lanes, _):
      mainAxis(of: node) == axis ? index : 0
    }
  }

  /// The children of a row, column or grid by their tracks along an axis: all in one across a row or
  /// column.
  func members(of node: Int, along axis: Axis) -> [[Int]] {
    var members: [[Int]] = []
    for (index, child) in children[node].enumerated() {
      let track = track(of: index, in: node, along: axis)
      while members.count <= track { members.append([]) }
      members[track].append(child)
    }
    return members
  }

  /// The tracks of a row, column or grid along an axis, from the sizes of its children.
  func tracks(of node: Int, along axis: Axis) -> Tracks {
    let members = members(of: node, along: axis)
    return Tracks(
      extents: members.map { commonExtent(of: $0, along: axis) },
      limits: members.map { track in track.map { limit(of: $0, along: axis) }.max() ?? 0 },
      gap: spacing.gap(in: node, along: axis), keepsGap: arrangements[node].spacing != nil)
  }

  /// The most that a node may become along an axis to fill its cell: a leaf is at most 1.6 times as
  /// high as it needs to be.
  ///
  /// Wide boxes read as layers under or over what they span, high ones as slabs.
  func limit(of node: Int, along axis: Axis) -> Int {
    let (value, natural) = (graph.nodes[node], sizes[node][axis])
    guard value.grows, !value.fixedAxes.contains(axis) else { return natural }
    guard !children[node].isEmpty else {
      if value.isContainer { return .max }
      return axis == .horizontal ? .max : max(natural, value.minimumSize[axis] * 8 / 5)
    }
    return value.isOutlined ? .max : max(natural, contentLimit(of: node, along: axis))
  }

  /// The most that what has no outline may become: with gaps that grow, as much as there is.
  private func contentLimit(of node: Int, along axis: Axis) -> Int {
    switch arrangements[node] {
    case .row, .column, .automatic, .grid, .lanes, .shared:
      let limits = members(of: node, along: axis).map { track in
        track.map { limit(of: $0, along: axis) }.max() ?? 0
      }
      let isSpaced = limits.count > 1 && arrangements[node].spacing == nil
      guard !isSpaced, !limits.contains(.max) else { return .max }
      return limits.reduce(0, +) + (limits.count - 1) * spacing.gap(in: node, along: axis)
    case .ring, .layered, .tree, .packed, .force, .orthogonal, .nested: return .max
    }
  }

  /// The smallest extent that all of them can take without a fraction.
  func commonExtent(of members: [Int], along axis: Axis) -> Int {
    let largest = members.map { sizes[$0][axis] }.max() ?? 0
    let inner = members.filter { !children[$0].isEmpty }
    guard members.count > 1, !inner.isEmpty else { return largest }
    let candidates = stride(from: largest, through: largest + 20 * grid, by: grid)
    return candidates.first { extent in
      inner.allSatisfy {
        limit(of: $0, along: axis) < extent || accepts(extent, along: axis, node: $0)
      }
    } ?? largest
  }

  /// Whether a node can be this long with its children filling it in whole steps.
  private func accepts(_ extent: Int, along axis: Axis, node: Int) -> Bool {
    let inner = extent - graph.nodes[node].padding[axis]
    for sharing in sharings[node] ?? [] where sharing.axis == axis {
      if !sharing.divides(inner) { return false }
    }
    switch arrangements[node] {
    case .row, .automatic, .column, .grid, .lanes, .shared:
      guard !sharers.contains(TrackOwner(node: node, axis: axis)) else { return true }
      guard let tracks = cells[TrackOwner(node: node, axis: axis)] else { return true }
      let extents =
        tracks.extents.count == 1 ? [inner] : tracks.wholeExtents(in: inner)
      guard let extents else { return false }
      return zip(members(of: node, along: axis), extents).allSatisfy { members, extent in
        members.allSatisfy { child in
          children[child].isEmpty || limit(of: child, along: axis) < extent
            || accepts(extent, along: axis, node: child)
        }
      }
    case .ring, .layered, .tree, .packed, .force, .orthogonal, .nested: return true
    }
  }
}
