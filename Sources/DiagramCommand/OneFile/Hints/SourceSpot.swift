/// What stands in a file where the compiler complains.
struct SourceSpot {
  let file: DrawingSource.File
  /// The byte, counted from 0.
  private let place: Int

  /// Nil where a message has no place, or is about no file of the author.
  init?(_ message: CompilerMessage, in source: DrawingSource) {
    guard let file = source.files.first(where: { $0.path == message.file }) else { return nil }
    self.file = file
    var start = 0
    for _ in 1..<max(message.line, 1) {
      guard let end = file.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      start = end + 1
    }
    // A mark of the encoding is no column.
    if start == 0, file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    place = start + message.column - 1
    guard message.column > 0, place <= file.bytes.count else { return nil }
  }

  /// The byte there.
  var byte: UInt8? { file.bytes[place...].first }

  /// The operator there.
  var sign: String {
    String(
      decoding: file.bytes[place...].prefix { "-<>=~.|!+*&^%".utf8.contains($0) }, as: UTF8.self)
  }

  /// Whether a name that stands there is called, or has something in braces.
  func isCalled(_ name: String) -> Bool {
    let after = file.bytes[place...].dropFirst(name.utf8.count).drop { $0 == UInt8(ascii: " ") }
    return after.first.map { "({".utf8.contains($0) } ?? false
  }

  /// What stands after `some`, from there to the next brace, the last if there are several.
  var opaqueType: String? {
    var scanner = SwiftScanner(Array(file.bytes[place...]))
    var (type, isNext): (String?, Bool) = (nil, false)
    while let token = scanner.next(), token != .symbol(UInt8(ascii: "{")) {
      if case .word(let word) = token {
        if isNext { type = word }
        isNext = word == "some"
      }
    }
    return type
  }

  /// Whether nothing stands before it in its line.
  var beginsStatement: Bool {
    file.bytes[..<place].reversed().first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
      .map { $0 == UInt8(ascii: "\n") } ?? true
  }
}

extension SourceSpot {
  /// A call: what is called, and the labels of its arguments.
  struct Call: Equatable {
    let name: String
    var labels: [String] = []
  }

  /// The call in whose parentheses the spot lies, or whose parentheses or name begin there.
  var call: Call? {
    var scanner = SwiftScanner(file.bytes)
    var open: [Call] = []
    var found: (call: Call, depth: Int)?
    var (before, beforeThat): (SwiftScanner.Token?, SwiftScanner.Token?)
    while let token = scanner.next() {
      let start = scanner.place
      switch token {
      case .symbol(let byte) where "([{".utf8.contains(byte):
        if case .word(let name) = before {
          open.append(Call(name: name))
        } else {
          open.append(Call(name: ""))
        }
      case .symbol(let byte) where ")]}".utf8.contains(byte):
        let closed = open.popLast()
        if let call = found, call.depth == open.count { return closed ?? call.call }
      case .symbol(UInt8(ascii: ":")):
        if case .word(let label) = before, Self.beginsArgument(beforeThat),
          let last = open.indices.last
        {
          open[last].labels.append(label)
        }
      case .word, .symbol, .condition, .literal: break
      }
      if found == nil, start > place, let last = open.last, !last.name.isEmpty {
        found = (last, open.count - 1)
      }
      (before, beforeThat) = (token, before)
    }
    return found?.call
  }

  private static func beginsArgument(_ token: SwiftScanner.Token?) -> Bool {
    token == .symbol(UInt8(ascii: "(")) || token == .symbol(UInt8(ascii: ","))
  }
}
