import DiagramEngine
import DiagramModel

/// A text of a file that is replaced by another.
struct SourceEdit: Hashable {
  /// The file as the drawing knows it.
  let path: String
  /// The bytes that are replaced.
  let range: Range<Int>
  let text: String
}

/// Files as they were read once, in which what would mend a finding becomes edits.
///
/// A mend becomes an edit only where the file says exactly what the drawing knows of it: another text, a comment
/// in between, a value that is calculated are not touched.
struct SourceTexts {
  private struct Source {
    let bytes: [UInt8]
    /// Nil for what is neither Swift nor JSON.
    let pieces: SwiftPieces?
    let isJSON: Bool
    /// Whether the drawing was made of it as it is.
    let isDrawn: Bool
  }

  private var sources: [String: Source] = [:]
  /// The program that drew, where its code is compiled long before: what is newer than it is not what it drew.
  private let program: ProgramStamp?

  init(drawnBy program: ProgramStamp?) { self.program = program }

  /// The bytes of a file that an edit is of.
  func bytes(of path: String) -> [UInt8] { sources[path]?.bytes ?? [] }

  /// What mends a finding, in the order of the mends; empty where one of them is not understood.
  mutating func edits(for remark: Remark) -> [SourceEdit] {
    var edits: [SourceEdit] = []
    for mend in remark.mends {
      guard let edit = edit(for: mend) else { return [] }
      edits.append(edit)
    }
    edits = each(edits)
    let areApart = edits.indices.allSatisfy { index in
      !edits[..<index].contains { $0.path == edits[index].path && $0.touches(edits[index]) }
    }
    return areApart ? edits : []
  }

  private mutating func edit(for mend: Mend) -> SourceEdit? {
    switch mend {
    case .text(let path, let offset, let from, let to):
      guard let bytes = source(path)?.bytes, bytes.count >= offset,
        bytes[offset...].starts(with: from.utf8)
      else { return nil }
      return SourceEdit(path: path, range: offset..<(offset + from.utf8.count), text: to)
    case .withoutModifier(let name, let origin):
      return code(origin).flatMap { pieces, start, isJSON in
        let range =
          isJSON
          ? pieces.memberRange(ofModifier: name, inObjectAt: start)
          : pieces.modifier(name, ofStatementAt: start)
        return range.map { SourceEdit(path: origin.file, range: $0, text: "") }
      }
    case .argument(let name, let from, let to, let origin):
      return code(origin).flatMap { pieces, open, isJSON in
        let edit =
          isJSON
          ? pieces.memberEdit(ofArgument: name, from: from, to: to, inObjectAt: open)
          : pieces.argument(name, from, ofCallAt: open).map { (range: $0, text: to) }
        return edit.map { SourceEdit(path: origin.file, range: $0.range, text: $0.text) }
      }
    }
  }

  /// The file of a place, the piece that begins there, and whether it is one of JSON.
  private mutating func code(_ origin: Origin) -> (SwiftPieces, Int, isJSON: Bool)? {
    guard let source = source(origin.file), source.isDrawn, let pieces = source.pieces,
      let index = pieces.index(line: origin.line, column: origin.column)
    else { return nil }
    return (pieces, index, source.isJSON)
  }

  private mutating func source(_ path: String) -> Source? {
    if let known = sources[path] { return known }
    // What a link leads to may be another's.
    guard case .file? = try? FileKind(at: path),
      let bytes = try? NamedFile(path: path).read()
    else { return nil }
    let isOlder = program.flatMap { program in
      ProgramStamp(at: path).map { program.isOlder(than: $0) }
    }
    let isJSON = path.hasSuffix(".json")
    let source = Source(
      bytes: bytes, pieces: isJSON || path.hasSuffix(".swift") ? SwiftPieces(bytes) : nil,
      isJSON: isJSON, isDrawn: !(isOlder ?? false))
    sources[path] = source
    return source
  }
}

extension SwiftPieces {
  /// The bytes of a modifier with what stands before it, in a statement such as `(a --> b).label("x").straight()`;
  /// nil where it does not stand there once, by itself.
  func modifier(_ name: String, ofStatementAt start: Int) -> Range<Int>? {
    guard isSymbol("(", at: start), var last = close(of: start) else { return nil }
    var found: Range<Int>?
    while isSymbol(".", at: last + 1), let word = word(at: last + 2), isSymbol("(", at: last + 3),
      let end = close(of: last + 3)
    {
      let whole = all[last].range.upperBound..<all[end].range.upperBound
      if word == name {
        let value = compact(all[last + 3].range.upperBound..<all[end].range.lowerBound)
        let isPlain =
          name == "straight"
          ? ["", "true"].contains(value) : [".left", ".right", ".top", ".bottom"].contains(value)
        guard found == nil, isPlain, isWithoutComments(whole) else { return nil }
        found = whole
      }
      last = end
    }
    // What goes on otherwise, as with an operator, is no statement that we know.
    let next = last + 1
    let isEnd =
      next == all.count || isSymbol("}", at: next) || isSymbol(";", at: next)
      || breaksLine(all[last].range.upperBound..<all[next].range.lowerBound)
    return isEnd && !isSymbol(".", at: next) ? found : nil
  }

  /// The bytes of the value of an argument; nil where the call does not have it once, or another value.
  func argument(_ name: String, _ value: String, ofCallAt open: Int) -> Range<Int>? {
    guard isSymbol("(", at: open), let close = close(of: open) else { return nil }
    var found: Range<Int>?
    var index = open + 1
    while index < close {
      let start = index
      while index < close, !isSymbol(",", at: index) {
        let isOpening = "([{".unicodeScalars.contains { isSymbol($0, at: index) }
        index = isOpening ? (self.close(of: index) ?? close) + 1 : index + 1
      }
      if word(at: start) == name, isSymbol(":", at: start + 1), start + 2 < index {
        let range = all[start + 2].range.lowerBound..<all[index - 1].range.upperBound
        guard found == nil, isWithoutComments(range), compact(range) == value else { return nil }
        found = range
      }
      index += 1
    }
    return found
  }
}
