import DiagramXML

/// A mark in the attributes of a root element.
///
/// Every file that is written carries all three, first of all but for a namespace; the first release
/// wrote the generator only.
package struct MarkNames: MarkForm, Hashable {
  let generator: String
  let version: String
  let digest: String
  /// What other programs changed says what it was made of; nil where none do.
  var source: String?

  static let svg = MarkNames(
    generator: "data-generator", version: "data-version", digest: "data-digest",
    source: "data-source")
  /// draw.io writes the first two itself when it saves, so that a saved file tells that it was;
  /// the third it keeps or drops, depending on its version.
  static let drawio = MarkNames(generator: "host", version: "version", digest: "digest")

  package var isText: Bool { true }
  package var reach: Int? { 2048 }

  /// Nothing but the root's start tag is parsed.
  package func places(in bytes: [UInt8]) -> MarkPlaces? {
    let tag = StartTag(in: bytes)
    guard let place = tag?[generator], bytes[place].elementsEqual(generatorName.utf8) else {
      return nil
    }
    let version = tag?[version].map { String(decoding: bytes[$0], as: UTF8.self) }
    let source = source.flatMap { tag?[$0] }.map { String(decoding: bytes[$0], as: UTF8.self) }
    return MarkPlaces(
      version: version, source: source, digest: tag?[digest], leftOut: tag?[digest])
  }

  /// Says in a file that was written what it is made of now; a digest of that needs ``MarkForm/seal(_:)``.
  func note(source text: String, in bytes: inout [UInt8]) {
    guard let source, let place = StartTag(in: bytes)?[digest] else {
      preconditionFailure("a file without room for what it was made of")
    }
    bytes.insert(contentsOf: Array(" \(source)=\"\(text)\"".utf8), at: place.upperBound + 1)
  }

  /// The attributes of a root element, with room for a digest: see ``MarkForm/seal(_:)``.
  var xmlAttributes: [XMLAttribute] {
    [
      XMLAttribute(generator, generatorName), XMLAttribute(version, generatorVersion),
      XMLAttribute(digest, String(repeating: "0", count: ContentDigest.length)),
    ]
  }
}
