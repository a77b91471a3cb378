/// The name by which our files are known from hand-drawn ones.
package let generatorName = "diagen"

/// The version of diagen that draws.
package let generatorVersion = "0.4.0"

/// How the root element of a format tells who wrote a file, and a digest of what was written.
///
/// Every file that is written carries all three attributes, first of all but for a namespace; the
/// first release wrote the generator only.
package struct MarkNames: Hashable, Sendable {
  let generator: String
  let version: String
  let digest: String

  static let svg = MarkNames(
    generator: "data-generator", version: "data-version", digest: "data-digest")
  /// draw.io writes the first two itself when it saves, so that a saved file tells that it was;
  /// the third it keeps or drops, depending on its version.
  static let drawio = MarkNames(generator: "host", version: "version", digest: "digest")
}

/// What a file tells of its making: by which version, and whether it still is what was written.
package struct FileMark: Hashable, Sendable {
  /// Whether the bytes are the ones that were written.
  package enum Content: Hashable, Sendable {
    case asWritten
    /// As written but for line breaks, which are CR LF: the check-out of a git that changes them.
    case asWrittenWithCRLF
    case changed
    /// The first release left no digest to tell it by.
    case unknown
  }

  /// The version of diagen that wrote the file; nil for the first release.
  package let version: String?
  /// The digest as it stands in the file; nil for the first release.
  package let digest: String?
  package let content: Content

  /// The mark of a file that diagen wrote; nil where its root element does not say so.
  ///
  /// Nothing but the root's start tag is parsed, so that no file is too broken to be asked.
  /// - Complexity: O(*bytes*).
  package init?(of bytes: [UInt8], as names: MarkNames) {
    let tag = StartTag(in: bytes)
    guard let generator = tag?[names.generator], bytes[generator].elementsEqual(generatorName.utf8)
    else { return nil }
    version = tag?[names.version].map { String(decoding: bytes[$0], as: UTF8.self) }
    guard let place = tag?[names.digest] else {
      digest = nil
      content = .unknown
      return
    }
    digest = String(decoding: bytes[place], as: UTF8.self)
    let actual = ContentDigest(of: bytes, leavingOut: place)
    if digest == actual.text {
      content = actual.hasCRLF ? .asWrittenWithCRLF : .asWritten
    } else {
      content = .changed
    }
  }
}

extension MarkNames {
  /// The attributes of a root element, with room for a digest: see ``seal(_:)``.
  var attributes: [(name: String, value: String)] {
    [
      (generator, generatorName), (version, generatorVersion),
      (digest, String(repeating: "0", count: ContentDigest.length)),
    ]
  }

  /// Puts the digest of a written file into the room that its root element leaves for it.
  package func seal(_ bytes: inout [UInt8]) {
    guard let place = StartTag(in: bytes)?[digest], place.count == ContentDigest.length else {
      preconditionFailure("a root element without room for a digest")
    }
    let text = ContentDigest(of: bytes, leavingOut: place).text
    bytes.replaceSubrange(place, with: text.utf8)
  }
}

/// A number that tells whether a file is what was written, of all its bytes but for its own digits.
///
/// It is made against accidents, not against forgers: FNV-1a in 64 bits. Each of its steps can be
/// undone, so a single byte that became another always changes it; for any other edit the chance to
/// miss it is 1 in 2⁶⁴. It costs a multiplication a byte and needs no library, where SHA-256 would
/// take a tenth of the time in which a catalog is drawn. A CR before an LF counts for nothing: git
/// checks text out with either.
struct ContentDigest {
  static let length = FNV1a.length
  private let sum: FNV1a
  /// Whether a line ends in CR LF.
  let hasCRLF: Bool

  init(of bytes: [UInt8], leavingOut place: Range<Int>) {
    (sum, hasCRLF) = bytes.withUnsafeBufferPointer { bytes in
      var sum = FNV1a()
      var hasCRLF = false
      for part in [0..<place.lowerBound, place.upperBound..<bytes.count] {
        for index in part {
          let byte = bytes[index]
          if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A {
            hasCRLF = true
            continue
          }
          sum.add(byte)
        }
      }
      return (sum, hasCRLF)
    }
  }

  /// Sixteen hexadecimal digits.
  var text: String { sum.text }
}
