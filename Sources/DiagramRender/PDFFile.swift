/// A page to be printed or put into a document, made of the plain SVG: its text can be selected and
/// searched.
///
/// > Source: ISO 32000-1:2008, sections 7.2.3 and 7.5.
package enum PDFFile: ConvertedFormat {
  package static let fileExtension = "pdf"

  package static let mark: any MarkForm = PDFMark()

  package static let converterName = "pdf"

  package static let isScaled = false

  package static func marked(_ bytes: [UInt8], source: String) -> [UInt8]? {
    guard bytes.starts(with: "%PDF-".utf8), let end = bytes.lastRange(of: "startxref") else {
      return nil
    }
    var marked = bytes
    // Nothing refers to what stands so far behind, so that a comment there moves nothing.
    marked.insert(
      contentsOf: "\n%\(MarkLine.text(source: source))\n".utf8, at: end.lowerBound)
    removeDate(&marked)
    guard mark.hasRoom(in: marked) else { return nil }
    mark.seal(&marked)
    return marked
  }

  /// Writes white space over the entry that says when the file was made.
  private static func removeDate(_ bytes: inout [UInt8]) {
    guard let entry = bytes.lastRange(of: "/CreationDate ("),
      let end = bytes[entry.upperBound...].firstIndex(of: UInt8(ascii: ")"))
    else { return }
    for place in entry.lowerBound...end { bytes[place] = UInt8(ascii: " ") }
  }
}

/// A mark in a comment before the last lines of a file.
private struct PDFMark: MarkForm {
  var isText: Bool { false }
  var reach: Int? { nil }

  func places(in bytes: [UInt8]) -> MarkPlaces? {
    guard bytes.starts(with: "%PDF-".utf8), let start = bytes.lastRange(of: "\n%diagen ") else {
      return nil
    }
    return MarkLine.places(
      in: bytes[(start.lowerBound + 2)...].prefix { $0 != UInt8(ascii: "\n") })
  }
}
