import TestSupport

extension [UInt8] {
  /// The same bytes with one of them changed, or cut off at one of them.
  func damaged(using random: inout SeededGenerator) -> [UInt8] {
    var bytes = self
    let place = Int.random(in: bytes.indices, using: &random)
    if Bool.random(using: &random) {
      bytes[place] ^= UInt8.random(in: 1...255, using: &random)
    } else {
      bytes.removeLast(bytes.count - place)
    }
    return bytes
  }
}
