/// A mark as a line of text: `diagen version=0.8.0 source=… digest=…`, for formats without attributes.
struct MarkLine {
  /// The line of a file that is written now, with room for a digest.
  static func text(source: String? = nil) -> String {
    let room = String(repeating: "0", count: ContentDigest.length)
    let source = source.map { "source=\($0) " } ?? ""
    return "\(generatorName) version=\(generatorVersion) \(source)digest=\(room)"
  }

  /// What such a line says that is these bytes and no more; nil for any other text.
  static func places(in line: ArraySlice<UInt8>) -> MarkPlaces? {
    let words = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard words.first?.elementsEqual(generatorName.utf8) == true else { return nil }
    var places = MarkPlaces()
    for word in words.dropFirst() {
      guard let sign = word.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      let value = word[(sign + 1)...]
      switch String(decoding: word[..<sign], as: UTF8.self) {
      case "version": places.version = String(decoding: value, as: UTF8.self)
      case "source": places.source = String(decoding: value, as: UTF8.self)
      case "digest":
        guard value.count == ContentDigest.length else { return nil }
        places.digest = value.indices
      default: return nil
      }
    }
    guard places.version != nil, places.digest != nil else { return nil }
    places.leftOut = places.digest
    return places
  }
}

extension [UInt8] {
  /// Where some bytes stand for the last time.
  func lastRange(of text: StaticString) -> Range<Int>? {
    text.withUTF8Buffer { text in
      guard count >= text.count else { return nil }
      let start = (0...(count - text.count)).last { self[$0...].starts(with: text) }
      return start.map { $0..<$0 + text.count }
    }
  }
}
