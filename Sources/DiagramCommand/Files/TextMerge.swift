/// A file that git made of two others, line by line.
///
/// A person's change must never pass for one: it does not come from either side. So git is asked
/// for both sides, which have to be files that diagen wrote and nobody changed, and of the lines
/// there may be none that neither side has, nor one missing that both have.
struct TextMerge {
  /// One side of a conflict or a line that both sides have, in their order.
  private var sides: (ours: [ArraySlice<UInt8>], theirs: [ArraySlice<UInt8>]) = ([], [])
  private var lines: [ArraySlice<UInt8>] = []
  /// Whether there are conflicts that a person has not resolved.
  private(set) var hasConflicts = false

  /// Reads a file, with or without conflict markers.
  init(_ bytes: [UInt8]) {
    var place = Place.both
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if let next = Place(after: line, in: place) {
        hasConflicts = hasConflicts || place != .both && next == .both
        place = next
        continue
      }
      if place != .base { lines.append(line) }
      if place == .both || place == .ours { sides.ours.append(line) }
      if place == .both || place == .theirs { sides.theirs.append(line) }
    }
  }

  /// Both sides of the conflicts as files; what git could join is joined in both.
  var conflictingFiles: (ours: [UInt8], theirs: [UInt8]) {
    (Array(sides.ours.joined(separator: [0x0A])), Array(sides.theirs.joined(separator: [0x0A])))
  }

  /// Whether a merge of both files, however its conflicts were resolved, can have given this one.
  func comes(from ours: [UInt8], and theirs: [UInt8]) -> Bool {
    guard ours != theirs else { return false }
    let (mine, ours, theirs) = (Self.counts(lines), Self.counts(of: ours), Self.counts(of: theirs))
    return mine.allSatisfy { line, count in
      count <= ours[line, default: 0] + theirs[line, default: 0]
    }
      && ours.allSatisfy { line, count in
        min(count, theirs[line, default: 0]) <= mine[line, default: 0]
      }
  }

  private static func counts(of bytes: [UInt8]) -> [ArraySlice<UInt8>: Int] {
    counts(bytes.split(separator: 0x0A, omittingEmptySubsequences: false))
  }

  /// How often each line stands there; a CR at its end counts for nothing.
  private static func counts(_ lines: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>: Int] {
    Dictionary(lines.map { ($0.last == 0x0D ? $0.dropLast() : $0, 1) }, uniquingKeysWith: +)
  }
}

extension TextMerge {
  /// Where a line stands among the markers of a conflict.
  private enum Place: Equatable {
    case both, ours, base, theirs

    /// Where the lines after a marker stand; nil for a line that is no marker at this place.
    init?(after line: ArraySlice<UInt8>, in place: Place) {
      let word = line.prefix { $0 != 0x20 && $0 != 0x0D }
      guard word.count == 7, let first = word.first, word.allSatisfy({ $0 == first }) else {
        return nil
      }
      switch (first, place) {
      case (UInt8(ascii: "<"), .both): self = .ours
      case (UInt8(ascii: "|"), .ours): self = .base
      case (UInt8(ascii: "="), .ours), (UInt8(ascii: "="), .base): self = .theirs
      case (UInt8(ascii: ">"), .theirs): self = .both
      default: return nil
      }
    }
  }
}
