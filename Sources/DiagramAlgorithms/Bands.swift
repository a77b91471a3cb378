package import DiagramModel

/// Rectangles sorted into bands of equal width across one axis, to find those near a line quickly.
package struct Bands: Sendable {
  @usableFromInline let origin: Int
  @usableFromInline let width: Int
  @usableFromInline let starts: [Int32]
  @usableFromInline let members: [Int32]

  /// Sorts `nodes` by what their frames cover of `axis`.
  ///
  /// - Complexity: O(*nodes* + entries); a frame is entered once for each band that it covers.
  package init(_ nodes: [Int], of frames: [Rect], across axis: Axis, bounds: Rect) {
    let count = max(1, min(512, nodes.count / 2))
    let extent = bounds[axis]
    let origin = extent.low
    let width = max(1, extent.length / count + 1)
    var starts = Array(repeating: Int32(0), count: count + 1)
    let bands = { (span: Span) in
      max(0, (span.low - origin) / width)...max(0, min(count - 1, (span.high - origin) / width))
    }
    for node in nodes {
      for band in bands(frames[node][axis]) { starts[band + 1] += 1 }
    }
    for band in 0..<count { starts[band + 1] += starts[band] }
    var next = starts
    var members = Array(repeating: Int32(0), count: Int(starts[count]))
    for node in nodes {
      for band in bands(frames[node][axis]) {
        members[Int(next[band])] = Int32(node)
        next[band] += 1
      }
    }
    self.origin = origin
    self.width = width
    self.starts = starts
    self.members = members
  }

  /// Calls `body` with every node that may touch `span`; nodes may come more than once.
  @inlinable package func forEach(in span: Span, _ body: (Int) -> Void) {
    for index in entries(in: span) { body(Int(members[index])) }
  }

  /// How often ``forEach(in:_:)`` calls its body.
  package func count(in span: Span) -> Int { entries(in: span).count }

  @usableFromInline func entries(in span: Span) -> Range<Int> {
    let last = starts.count - 2
    let first = min(last, max(0, (span.low - origin) / width))
    let end = min(last, max(first, (span.high - origin) / width))
    return Int(starts[first])..<Int(starts[end + 1])
  }
}
