/// Pixels, made of the plain SVG.
///
/// > Source: Portable Network Graphics (third edition), W3C, sections 5 and 11.3.
package enum PNGFile: ConvertedFormat {
  package static let fileExtension = "png"

  package static let mark: any MarkForm = PNGMark()

  package static let converterName = "png"

  package static let isScaled = true

  package static func marked(_ bytes: [UInt8], source: String) -> [UInt8]? {
    guard let header = PNGChunks(bytes).first(where: { $0.name == "IHDR" }) else { return nil }
    let text = Array(PNGMark.keyword.utf8) + [0] + Array(MarkLine.text(source: source).utf8)
    var marked = bytes
    marked.insert(contentsOf: PNGChunks.chunk("tEXt", text), at: header.end)
    guard mark.hasRoom(in: marked) else { return nil }
    mark.seal(&marked)
    // The sum at the end of the chunk is of the digest too.
    guard let chunk = PNGMark.chunk(in: marked) else { return nil }
    let whole = PNGChunks.chunk("tEXt", Array(marked[chunk.content]))
    marked.replaceSubrange(chunk.start..<chunk.end, with: whole)
    return marked
  }
}

/// A mark in a chunk of text before the pixels.
private struct PNGMark: MarkForm {
  static let keyword = "Software"

  var isText: Bool { false }
  var reach: Int? { 512 }

  func places(in bytes: [UInt8]) -> MarkPlaces? {
    guard let chunk = Self.chunk(in: bytes), PNGChunks.isIntact(chunk, in: bytes),
      var places = MarkLine.places(in: bytes[chunk.content].dropFirst(Self.keyword.utf8.count + 1)),
      let digest = places.digest, digest.upperBound == chunk.content.upperBound
    else { return nil }
    places.leftOut = digest.lowerBound..<chunk.end
    return places
  }

  /// The chunk that says who wrote the file.
  static func chunk(in bytes: [UInt8]) -> PNGChunks.Chunk? {
    PNGChunks(bytes).first { chunk in
      let content = bytes[chunk.content]
      return chunk.name == "tEXt" && content.starts(with: keyword.utf8)
        && content.dropFirst(keyword.utf8.count + 1).starts(with: "\(generatorName) ".utf8)
    }
  }
}

/// The chunks of a PNG file before its pixels, as far as they are whole.
private struct PNGChunks: Sequence, IteratorProtocol {
  /// A length, a name, a content and a sum of these.
  struct Chunk {
    let start: Int
    let name: String
    let content: Range<Int>

    var end: Int { content.upperBound + 4 }
  }

  private let bytes: [UInt8]
  private var place: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    place = bytes.starts(with: Self.signature) ? Self.signature.count : bytes.count
  }

  mutating func next() -> Chunk? {
    guard place + 12 <= bytes.count else { return nil }
    let length = bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
    let start = place + 8
    guard length <= bytes.count - start - 4 else { return nil }
    let chunk = Chunk(
      start: place, name: String(decoding: bytes[(place + 4)..<start], as: UTF8.self),
      content: start..<(start + length))
    place = chunk.end
    return chunk.name == "IDAT" ? nil : chunk
  }

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// A chunk as a file holds it.
  static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let summed = Array(name.utf8) + content
    return bigEndian(UInt32(content.count)) + summed + bigEndian(checksum(of: summed))
  }

  /// Whether the sum at the end of a chunk is that of its bytes.
  static func isIntact(_ chunk: Chunk, in bytes: [UInt8]) -> Bool {
    let sum = bigEndian(checksum(of: bytes[(chunk.start + 4)..<chunk.content.upperBound]))
    return bytes[chunk.content.upperBound..<chunk.end].elementsEqual(sum)
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// CRC-32, a bit at a time: it is only asked of some dozen bytes.
  private static func checksum(of bytes: some Sequence<UInt8>) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
