import DiagramAlgorithms
import DiagramModel

/// Segments that are shifted as one: a single one of a wire or, of the wires of a trunk, all that
/// touch each other on one line.
struct Rails: Sendable {
  /// For each wire and each of its segments, the index of its rail.
  let indices: [[Int]]
  /// For each rail its segments, in the order of the wires.
  let members: [[Member]]
  /// For each wire, what its trunk is called.
  private let trunks: [Int?]

  /// A segment of a wire.
  struct Member: Hashable, Sendable {
    let wire: Int
    let segment: Int
  }

  /// Finds the segments of trunks that coincide or follow each other.
  ///
  /// - Parameters:
  ///   - wires: all wires.
  ///   - trunks: for each wire, what its trunk is called; nil if it runs by itself.
  /// - Complexity: O(*n* log *n*) in segments.
  init(_ wires: [Wire], trunks: [Int?]) {
    self.trunks = trunks
    let all = wires.indices.flatMap { wire in
      wires[wire].places.indices.map { Member(wire: wire, segment: $0) }
    }
    var sets = DisjointSets(count: all.count)
    for line in Self.lines(all, wires, trunks) {
      for (first, second) in zip(line, line.dropFirst()) { sets.unite(first, second) }
    }
    var numbers: [Int: Int] = [:]
    var members: [[Member]] = []
    var indices: [[Int]] = wires.map { _ in [] }
    for (index, member) in all.enumerated() {
      let representative = sets.representative(of: index)
      if numbers[representative] == nil {
        numbers[representative] = members.count
        members.append([])
      }
      let rail = numbers[representative] ?? 0
      members[rail].append(member)
      indices[member.wire].append(rail)
    }
    self.members = members
    self.indices = indices
  }

  /// The segments of each trunk that form one line without a gap, as indices of `all`.
  private static func lines(_ all: [Member], _ wires: [Wire], _ trunks: [Int?]) -> [[Int]] {
    struct Piece {
      let index: Int
      let line: [Int]
      let span: Span
    }
    var pieces: [Piece] = []
    for (index, member) in all.enumerated() {
      guard let trunk = trunks[member.wire] else { continue }
      let wire = wires[member.wire]
      pieces.append(
        Piece(
          index: index,
          line: [trunk, wire.axis(of: member.segment).index, wire.places[member.segment]],
          span: wire.span(of: member.segment)))
    }
    pieces.sort {
      $0.line == $1.line
        ? ($0.span.low, $0.index) < ($1.span.low, $1.index)
        : $0.line.lexicographicallyPrecedes($1.line)
    }
    var lines: [[Int]] = []
    var last: (line: [Int], end: Int)?
    for piece in pieces {
      if let open = last, open.line == piece.line, piece.span.low <= open.end {
        lines[lines.count - 1].append(piece.index)
        last?.end = max(open.end, piece.span.high)
      } else {
        lines.append([piece.index])
        last = (piece.line, piece.span.high)
      }
    }
    return lines
  }

  /// Whether two wires belong to one trunk.
  func isOneTrunk(_ one: Int, _ other: Int) -> Bool {
    trunks[one] != nil && trunks[one] == trunks[other]
  }

  /// Whether a segment belongs to one wire alone.
  func isOwn(_ wire: Int, _ segment: Int) -> Bool { members[indices[wire][segment]].count == 1 }
}
