/// The pieces of code of a Swift file, each with the bytes that it takes.
struct SwiftPieces {
  /// A piece of code.
  struct Piece {
    let token: SwiftScanner.Token
    let range: Range<Int>
  }

  /// In their order.
  let all: [Piece]
  let bytes: [UInt8]
  /// Where each line begins.
  private let lines: [Int]

  /// Nil for what is no whole Swift, and for lines that end with a carriage return alone, which editors count otherwise.
  init?(_ bytes: [UInt8]) {
    var scanner = SwiftScanner(bytes)
    var pieces: [Piece] = []
    while let token = scanner.next() {
      pieces.append(Piece(token: token, range: scanner.start..<scanner.place))
    }
    guard !scanner.isBroken else { return nil }
    let isOdd = bytes.indices.contains {
      bytes[$0] == 13 && ($0 + 1 == bytes.count || bytes[$0 + 1] != 10)
    }
    guard !isOdd else { return nil }
    all = pieces
    self.bytes = bytes
    lines = [0] + bytes.indices.filter { bytes[$0] == 10 }.map { $0 + 1 }
  }

  /// The piece that begins at a line and a column, both counted from 1, the column in bytes.
  func index(line: UInt, column: UInt) -> Int? {
    guard let line = Int(exactly: line), let column = Int(exactly: column), column > 0,
      lines.indices.contains(line - 1)
    else { return nil }
    let (place, overflows) = lines[line - 1].addingReportingOverflow(column - 1)
    guard !overflows else { return nil }
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low < all.count && all[low].range.lowerBound == place ? low : nil
  }

  /// The piece that closes the bracket which opens with another one.
  func close(of open: Int) -> Int? {
    var depth = 0
    for index in open..<all.count {
      guard case .symbol(let symbol) = all[index].token else { continue }
      if "([{".utf8.contains(symbol) { depth += 1 }
      if ")]}".utf8.contains(symbol) { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  func isSymbol(_ symbol: Unicode.Scalar, at index: Int) -> Bool {
    all.indices.contains(index) && all[index].token == .symbol(UInt8(ascii: symbol))
  }

  func word(at index: Int) -> String? {
    guard all.indices.contains(index), case .word(let word) = all[index].token else { return nil }
    return word
  }

  /// Whether nothing but spaces stands between pieces of a range: a comment may say why something is as it is.
  func isWithoutComments(_ range: Range<Int>) -> Bool {
    var covered = range.lowerBound
    for piece in all where piece.range.overlaps(range) {
      guard isSpace(covered..<max(covered, piece.range.lowerBound)) else { return false }
      covered = piece.range.upperBound
    }
    return isSpace(min(covered, range.upperBound)..<range.upperBound)
  }

  private func isSpace(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { [9, 10, 13, 32].contains($0) }
  }

  /// Whether a line break stands in a range.
  func breaksLine(_ range: Range<Int>) -> Bool { bytes[range].contains(10) }

  /// The code of a range, without spaces.
  func compact(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].filter { ![9, 10, 13, 32].contains($0) }, as: UTF8.self)
  }
}
