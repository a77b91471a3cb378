import DiagramEngine
import DiagramModel
import DiagramRender

/// Pages of Markdown and HTML beside the images that they refer to.
struct Slides {
  /// A page by its path, as the user would write it.
  private struct Page {
    let path: String
    let text: SlideText
    let isWhole: Bool
  }

  private var pages: [Page] = []

  /// Reads pages, and all that lie in folders, at any depth.
  ///
  /// - Throws: ``UsageFailure`` for what is not there, ``FileFailure`` for what cannot be read.
  init(_ paths: [String]) throws {
    for path in paths {
      switch try FileKind(at: path, followsLinks: true) {
      case .file: try add(path)
      case .folder:
        let folder = OutputFolder(path: path)
        let top = try OutputFolder.names(in: path).filter { !$0.hasPrefix(".") }
        var files = try folder.files(in: [""])
        for name in top where try FileKind(at: folder.path(of: name)) == .folder {
          files += try folder.files(in: [name])
        }
        for file in files.sorted() where Self.isPage(file) { try add(folder.path(of: file)) }
      case .nothing, .link, .other:
        throw UsageFailure(
          message: "there are no slides in “\(path)”",
          hints: ["name a file of Markdown or HTML, or a folder: --slides slides"])
      }
    }
  }

  private mutating func add(_ path: String) throws(FileFailure) {
    let bytes = try NamedFile(path: path).read()
    let text = String(decoding: bytes, as: UTF8.self)
    let isMarkdown = [".md", ".markdown", ".qmd"].contains(where: path.lowercased().hasSuffix)
    pages.append(
      Page(
        path: path, text: SlideText(text, isMarkdown: isMarkdown),
        // Where bytes are no text, places in the text are no places in the file.
        isWhole: text.utf8.elementsEqual(bytes)))
  }

  private static func isPage(_ name: String) -> Bool {
    [".md", ".markdown", ".qmd", ".html", ".htm"].contains(where: name.lowercased().hasSuffix)
  }

  /// What is said in comments of the pages, by page.
  var comments: [(path: String, comments: [SlideText.Comment])] {
    pages.map { ($0.path, $0.text.comments) }
  }

  /// What the pages and the images make each other look bad with.
  ///
  /// - Parameter images: what was drawn, each with its file as the user would write it.
  /// - Returns: what is wrong with the pages in their order, then what no page shows.
  func remarks(on images: [(file: String, facts: PictureFacts)]) -> [Remark] {
    let known = Dictionary(images.map { (Self.place($0.file), $0) }) { first, _ in first }
    // A PNG may be anybody's, unless some are drawn.
    let formats = Set(OutputFormat.usual + images.compactMap { OutputFormat(ofFile: $0.file) })
    var shown: Set<String> = []
    var remarks: [Remark] = []
    for page in pages {
      for reference in page.text.references {
        guard let file = Self.file(of: reference, on: page.path, in: formats) else { continue }
        let origin = Origin(
          path: page.path, line: UInt(reference.line), column: UInt(reference.column))
        let image = known[Self.place(file)]
        if let image { shown.insert(image.facts.path) }
        let mends = SlideMends(reference, on: page.path, among: images, isKnown: page.isWhole)
        remarks += Self.remarks(on: reference, file, image, mends, at: origin)
      }
    }
    return remarks + unreferenced(images.map(\.facts), shown)
  }

  private static func remarks(
    on reference: SlideText.Reference, _ file: String,
    _ image: (file: String, facts: PictureFacts)?, _ mends: SlideMends, at origin: Origin
  ) -> [Remark] {
    var remarks: [Remark] = []
    if image == nil, (try? FileKind(at: file, followsLinks: true)) == .nothing {
      remarks.append(
        Remark(
          .deadReference, file, "there is no image “\(reference.target)”", at: origin,
          hints: ["name one that “list” shows, or draw it"], mends: mends.ofDead(file)))
    }
    guard reference.isImage, let image else { return remarks }
    if reference.alternative?.allSatisfy(\.isWhitespace) ?? true {
      remarks.append(
        Remark(
          .missingAlternative, file,
          "“\(reference.target)” is shown without a text for who cannot see it",
          at: origin, hints: ["write what it shows: ![a customer and the shop](…), or alt=\"…\""],
          mends: mends.alternative(image.facts)))
    }
    let width = min(reference.width?.onSlide ?? image.facts.naturalWidth, 1920)
    if let size = image.facts.textSize(inWidth: width), size < PictureFacts.leastTextSize {
      remarks.append(
        Remark(
          .smallOnSlide, file,
          "in a width of \(width) the smallest text of “\(reference.target)” is \(size) pixels high, "
            + "less than \(PictureFacts.leastTextSize)",
          evidence: [
            .init("text", size), .init("least", PictureFacts.leastTextSize), .init("width", width),
          ], at: origin, hints: ["show it wider, or split the picture"],
          mends: mends.width(image.facts)))
    }
    return remarks
  }

  private func unreferenced(_ facts: [PictureFacts], _ shown: Set<String>) -> [Remark] {
    each(facts).filter { !shown.contains($0.path) }.map { facts in
      Remark(
        .unreferenced, facts.path, "no slide shows “\(facts.path)”", at: facts.origin,
        hints: ["show it, or take the picture out of its series"])
    }
  }

  /// The file that a reference means, as seen from the folder of the call; nil for what is no file of ours,
  /// as an address, or an image of another kind.
  private static func file(
    of reference: SlideText.Reference, on page: String, in formats: Set<OutputFormat>
  ) -> String? {
    let target = reference.target.prefix { $0 != "#" && $0 != "?" }
    guard let format = OutputFormat(ofFile: String(target)), formats.contains(format),
      !target.contains("://"), !target.hasPrefix("data:"), !target.hasPrefix("//")
    else { return nil }
    let plain = String(decoding: target.utf8.percentDecoded, as: UTF8.self)
    if plain.hasPrefix("/") { return String(plain.dropFirst()) }
    let folder = page.lastIndex(of: "/").map { String(page[...$0]) } ?? ""
    return folder + plain
  }

  /// A path without `.` and `..`, by which one file is known however it is written.
  static func place(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
