/// The name by which our files are known from hand-drawn ones.
package let generatorName = "diagen"

/// The version of diagen that draws.
package let generatorVersion = "0.8.0"

/// How the files of a format tell who wrote them, and a digest of what was written.
package protocol MarkForm: Sendable {
  /// Whether files are text, whose line breaks git may change.
  var isText: Bool { get }

  /// How many bytes at the start of a file hold the mark; nil where it stands at the end.
  var reach: Int? { get }

  /// What a file says of its making; nil where it does not say that diagen wrote it.
  func places(in bytes: [UInt8]) -> MarkPlaces?
}

/// What a file says of its making, as it stands there.
package struct MarkPlaces {
  /// The version of diagen that wrote the file; nil for the first release.
  var version: String?
  /// What the file was made of, in formats that are converted.
  var source: String?
  /// Where the digits of the digest stand; nil for the first release.
  var digest: Range<Int>?
  /// What the digest is not of: its digits, and what is a sum of them.
  var leftOut: Range<Int>?
}

extension MarkForm {
  /// Whether a file has a mark with room for a digest.
  func hasRoom(in bytes: [UInt8]) -> Bool {
    places(in: bytes)?.digest?.count == ContentDigest.length
  }

  /// Puts the digest of a written file into the room that its mark leaves for it.
  package func seal(_ bytes: inout [UInt8]) {
    guard let places = places(in: bytes), let place = places.digest,
      let leftOut = places.leftOut, place.count == ContentDigest.length
    else { preconditionFailure("a file without room for a digest") }
    let text = ContentDigest(of: bytes, leavingOut: leftOut, isText: isText).text
    bytes.replaceSubrange(place, with: text.utf8)
  }
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
  /// What the file was made of, in formats that are converted.
  package let source: String?
  /// The digest as it stands in the file; nil for the first release.
  package let digest: String?
  package let content: Content

  /// The mark of a file that diagen wrote; nil where the file does not say so.
  ///
  /// No file is too broken to be asked.
  /// - Complexity: O(*bytes*).
  package init?(of bytes: [UInt8], as form: any MarkForm) {
    guard let places = form.places(in: bytes) else { return nil }
    version = places.version
    source = places.source
    guard let place = places.digest, let leftOut = places.leftOut else {
      digest = nil
      content = .unknown
      return
    }
    digest = String(decoding: bytes[place], as: UTF8.self)
    let actual = ContentDigest(of: bytes, leavingOut: leftOut, isText: form.isText)
    if digest == actual.text {
      content = actual.hasCRLF ? .asWrittenWithCRLF : .asWritten
    } else {
      content = .changed
    }
  }
}

/// A number that tells whether a file is what was written, of all its bytes but for its own digits.
///
/// It is made against accidents, not against forgers: FNV-1a in 64 bits. Each of its steps can be
/// undone, so a single byte that became another always changes it; for any other edit the chance to
/// miss it is 1 in 2⁶⁴. It costs a multiplication a byte and needs no library, where SHA-256 would
/// take a tenth of the time in which a catalog is drawn. In text a CR before an LF counts for nothing:
/// git checks text out with either.
struct ContentDigest {
  static let length = FNV1a.length
  private let sum: FNV1a
  /// Whether a line ends in CR LF.
  let hasCRLF: Bool

  init(of bytes: [UInt8], leavingOut place: Range<Int>, isText: Bool) {
    (sum, hasCRLF) = bytes.withUnsafeBufferPointer { bytes in
      var sum = FNV1a()
      var hasCRLF = false
      for part in [0..<place.lowerBound, place.upperBound..<bytes.count] {
        for index in part {
          let byte = bytes[index]
          if isText, byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A {
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
