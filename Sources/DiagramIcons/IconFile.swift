package import DiagramModel

extension IconDrawing {
  /// The endings of files that are icons, the one that counts first where there are two of a name.
  package static let endings = ["svg", "png"]

  /// Reads a file with one of ``endings``.
  ///
  /// - Throws: ``IconProblem`` where it is not what its ending says.
  package init(file bytes: [UInt8], ending: String) throws(IconProblem) {
    if ending == "png" { try self.init(png: bytes) } else { try self.init(svg: bytes) }
  }

  /// Reads a PNG file, which is shown as it is.
  ///
  /// > Source: PNG, third edition, chapter 5.
  private init(png bytes: [UInt8]) throws(IconProblem) {
    guard bytes.count <= IconLimits.bytes else {
      throw IconProblem("it is larger than \(IconLimits.bytes) bytes")
    }
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    guard bytes.starts(with: signature) else { throw IconProblem("it is no PNG") }
    var (place, size, isWhole) = (signature.count, Size.zero, false)
    while !isWhole, place + 12 <= bytes.count {
      let length = Self.number(bytes[place..<(place + 4)])
      let name = bytes[(place + 4)..<(place + 8)]
      guard place + 12 + length <= bytes.count else { break }
      if name.elementsEqual("IHDR".utf8), length == 13, place == signature.count {
        size = Size(
          width: Self.number(bytes[(place + 8)..<(place + 12)]),
          height: Self.number(bytes[(place + 12)..<(place + 16)]))
      }
      isWhole = name.elementsEqual("IEND".utf8)
      place += 12 + length
    }
    guard isWhole, place == bytes.count else { throw IconProblem("its PNG is broken off") }
    guard 1...IconLimits.pixels ~= size.width, 1...IconLimits.pixels ~= size.height,
      size.width <= 50 * size.height, size.height <= 50 * size.width
    else { throw IconProblem("it is \(size.width) × \(size.height) pixels large") }
    self.init(
      width: Double(size.width), height: Double(size.height), parts: [],
      image: IconImage(mediaType: "image/png", base64: base64(bytes)))
  }

  /// A number of four bytes.
  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }
}
