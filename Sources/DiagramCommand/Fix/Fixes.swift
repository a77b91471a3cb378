import DiagramEngine
import DiagramModel

/// The edits of several findings, as far as they do not touch each other.
struct Fixes {
  /// In the order of the files, then from top to bottom.
  private(set) var edits: [SourceEdit] = []
  private let texts: SourceTexts

  /// Takes the edits of each finding as a whole, unless one of them touches those of a finding before it.
  init(_ findings: [[SourceEdit]], of texts: SourceTexts) {
    self.texts = texts
    var taken: [String: [SourceEdit]] = [:]
    for edits in findings {
      let isFree = edits.allSatisfy { edit in
        !(taken[edit.path] ?? []).contains { $0 != edit && $0.touches(edit) }
      }
      guard isFree else { continue }
      for edit in edits where !(taken[edit.path] ?? []).contains(edit) {
        taken[edit.path, default: []].append(edit)
      }
    }
    edits = taken.values.joined().sorted {
      ($0.path, $0.range.lowerBound) < ($1.path, $1.range.lowerBound)
    }
  }

  var isEmpty: Bool { edits.isEmpty }

  /// Each edit with its place and the lines before and after, as a person reads it.
  func lines(_ ink: Ink) -> [String] {
    each(edits.map(\.path)).flatMap { path in
      edits.filter { $0.path == path }.flatMap { edit -> [String] in
        let region = TextRegion(edit.range, in: texts.bytes(of: path))
        let place =
          "\(SourcePath.ofProcess.relative(path)):\(region.start.line):\(region.start.column):"
        return ["\(ink.bold(place)) \(ink.green("fix:"))"] + region.difference(edit.text, ink)
      }
    }
  }

  /// Writes the files, each as a whole or not at all; one that is no longer as it was read stays as it is.
  ///
  /// - Returns: the files that were written, and those that were not.
  /// - Throws: ``FileFailure`` for one that cannot be written.
  func apply() throws(FileFailure) -> (written: [String], changed: [String]) {
    var (written, changed): ([String], [String]) = ([], [])
    for path in each(edits.map(\.path)) {
      var bytes = texts.bytes(of: path)
      guard try NamedFile(path: path).read() == bytes else {
        changed.append(path)
        continue
      }
      for edit in edits.reversed() where edit.path == path {
        bytes.replaceSubrange(edit.range, with: Array(edit.text.utf8))
      }
      try NamedFile(path: path).write(bytes)
      written.append(path)
    }
    return (written, changed)
  }
}

extension SourceEdit {
  /// Whether both change the same bytes, or begin at the same one.
  func touches(_ other: SourceEdit) -> Bool {
    range.overlaps(other.range) || range.lowerBound == other.range.lowerBound
  }
}

/// A range of a text by its lines and columns, both counted from 1.
struct TextRegion {
  struct Place {
    let line: Int
    /// In bytes, and in the units of UTF-16 that SARIF counts.
    let column: Int
    let column16: Int
  }

  let start: Place
  let end: Place
  private let lines: (before: [UInt8], range: Range<Int>)

  init(_ range: Range<Int>, in bytes: [UInt8]) {
    start = Self.place(range.lowerBound, bytes)
    end = Self.place(range.upperBound, bytes)
    let first = range.lowerBound - (start.column - 1)
    let last = bytes[range.upperBound...].firstIndex(of: 10) ?? bytes.count
    lines = (Array(bytes[first..<last]), (range.lowerBound - first)..<(range.upperBound - first))
  }

  private static func place(_ offset: Int, _ bytes: [UInt8]) -> Place {
    let before = bytes[..<offset]
    let lineStart = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    let part = String(decoding: bytes[lineStart..<offset], as: UTF8.self)
    return Place(
      line: before.count { $0 == 10 } + 1, column: offset - lineStart + 1,
      column16: part.utf16.count + 1)
  }

  /// The lines that are replaced, and those that take their place.
  func difference(_ text: String, _ ink: Ink) -> [String] {
    var after = lines.before
    after.replaceSubrange(lines.range, with: Array(text.utf8))
    return Self.marked(lines.before, "-").map(ink.red) + Self.marked(after, "+").map(ink.green)
  }

  private static func marked(_ bytes: [UInt8], _ sign: String) -> [String] {
    bytes.split(separator: 10, omittingEmptySubsequences: false).map {
      "  \(sign) \(String(decoding: $0.filter { $0 != 13 }, as: UTF8.self))"
    }
  }
}
