/// SVG files that stand in one HTML page, as Chromium's accessibility tree has them.
package struct InlinedPage: Hashable, Sendable, Decodable {
  /// One of the pictures, in the order of the files.
  package struct Picture: Hashable, Sendable, Decodable {
    /// The name of the file.
    package let name: String
    /// What a screen reader says of it.
    package let accessibleName: String
    package let role: String
  }

  package let pictures: [Picture]
  /// The ids that more than one element of the page has.
  package let repeatedIDs: [String]
  /// Warnings and errors of the browser, and requests that the pictures made.
  package let complaints: [String]

  /// Lays the files into a page, in one start of Chromium.
  ///
  /// - Throws: ``ViewerError`` if Chromium cannot be run.
  package static func open(_ files: [NamedFile]) throws -> InlinedPage {
    let scripts = try [Page.script("report"), Page.script("inlined")]
    return try Chromium.report(InlinedPage.self, scripts: scripts, input: files)
  }
}
