/// The files of an archive as `git archive` writes it.
///
/// > Source: POSIX.1-2017, pax, “ustar Interchange Format” and “pax Header Block”.
struct TarArchive {
  private(set) var files: [(name: String, bytes: [UInt8])] = []

  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    var longName: String?
    while rest.count >= 512, let block = Optional(Array(rest.prefix(512))), block[0] != 0 {
      rest = rest.dropFirst(512)
      let size = Int(Self.text(block[124..<136]).trimmingSpaces, radix: 8) ?? 0
      guard size >= 0, size <= rest.count else { return }
      let content = Array(rest.prefix(size))
      rest = rest.dropFirst((size + 511) / 512 * 512)
      switch block[156] {
      case UInt8(ascii: "x"): longName = Self.path(in: content)
      case UInt8(ascii: "0"), 0:
        let prefix = Self.text(block[345..<500])
        let name = Self.text(block[0..<100])
        files.append((longName ?? (prefix.isEmpty ? name : "\(prefix)/\(name)"), content))
        longName = nil
      default: longName = nil
      }
    }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }

  /// `LENGTH path=NAME`, a record among others.
  private static func path(in content: [UInt8]) -> String? {
    let start = Array(" path=".utf8)
    var rest = content[...]
    while let space = rest.firstIndex(of: 0x20),
      let length = Int(String(decoding: rest[..<space], as: UTF8.self)), length > 0,
      length <= rest.count
    {
      let record = rest.prefix(length)
      if record[space...].starts(with: start) {
        return String(decoding: record[space...].dropFirst(start.count).dropLast(), as: UTF8.self)
      }
      rest = rest.dropFirst(length)
    }
    return nil
  }
}

extension String {
  fileprivate var trimmingSpaces: Substring { self[...].prefix { $0 != " " } }
}
