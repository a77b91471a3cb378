import DiagramEngine
import DiagramModel

/// What an author of a page would write instead of a reference, as far as the reference says what it is in one way.
struct SlideMends {
  private let reference: SlideText.Reference
  private let page: String
  /// The files that show pictures.
  private let files: [String]
  private let isKnown: Bool

  /// `isKnown` says whether places in the text are places in the file.
  init(
    _ reference: SlideText.Reference, on page: String,
    among images: [(file: String, facts: PictureFacts)], isKnown: Bool
  ) {
    self.reference = reference
    self.page = page
    files = images.map(\.file)
    self.isKnown = isKnown
  }

  /// The one image that has the file name of the one that is not there, or nearly its path.
  func ofDead(_ file: String) -> [Mend] {
    let ending = OutputFormat(ofFile: file)
    let known = each(files.map(Slides.place)).filter { OutputFormat(ofFile: $0) == ending }
    let wanted = Slides.place(file)
    let name = wanted.split(separator: "/").last
    let same = known.filter { $0.split(separator: "/").last == name }
    let near = nearest(to: wanted, among: same.isEmpty ? known : same)
    guard
      let one = same.count == 1 ? same.first : near.count == 1 ? near.first : nil
    else { return [] }
    let target = reference.target.prefix { $0 != "#" && $0 != "?" }
    // From the page, written as the dead one was.
    guard !target.hasPrefix("/"), let path = Self.path(to: one, from: Slides.place(page)),
      path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"%()<>\"'&#?[]\\".utf8.contains($0) })
    else { return [] }
    return replacing(String(target), by: path)
  }

  /// The title of the picture as the text for who cannot see it.
  func alternative(_ facts: PictureFacts) -> [Mend] {
    let title = facts.title.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard !title.allSatisfy(\.isWhitespace) else { return [] }
    if reference.written.hasPrefix("![") {
      let escaped = title.map { "\\[]`*_<&".contains($0) ? "\\\($0)" : "\($0)" }.joined()
      let isEmpty = reference.written.hasPrefix("![]")
      return text("![", by: "![\(escaped)\(isEmpty ? "" : " ")")
    }
    let escaped = title.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing("\"", with: "&quot;")
    if reference.alternative == nil {
      let start = String(reference.written.prefix(4))
      guard start.lowercased() == "<img" else { return [] }
      return text(start, by: "\(start) alt=\"\(escaped)\"")
    }
    return replacing("alt=\"\"", by: "alt=\"\(escaped)\"")
  }

  /// As wide as its smallest text needs it to be, if a slide has that room.
  func width(_ facts: PictureFacts) -> [Mend] {
    guard let width = reference.width, let least = facts.leastWidth, least <= 1920 else {
      return []
    }
    let unit: String
    let wanted: Int
    switch width {
    case .percent:
      unit = "%"
      wanted = (least * 100 + 1919) / 1920
    case .pixels:
      unit = ""
      wanted = least
    }
    var places: [(start: Int, number: String)] = []
    let letters = Array(reference.written)
    for start in letters.indices {
      for key in ["width=", "width:", "w:"] where letters[start...].starts(with: key) {
        guard start == 0 || !(letters[start - 1].isLetter || letters[start - 1] == "-") else {
          continue
        }
        let value = letters[(start + key.count)...].drop { " \"'".contains($0) }
        let number = value.prefix { $0.isASCII && $0.isNumber || $0 == "." }
        let rest = value.dropFirst(number.count)
        let isShare = rest.first == "%"
        guard !number.isEmpty, isShare == (unit == "%"),
          isShare || rest.starts(with: "px") || !(rest.first?.isLetter ?? false)
        else { continue }
        places.append((number.startIndex, String(number)))
      }
    }
    guard places.count == 1, let (start, number) = places.first else { return [] }
    let offset = String(letters[..<start]).utf8.count
    return isKnown
      ? [.text(path: page, offset: reference.offset + offset, from: number, to: "\(wanted)")] : []
  }

  // MARK: - Texts

  /// Another text at the start of the reference.
  private func text(_ from: String, by to: String) -> [Mend] {
    isKnown ? [.text(path: page, offset: reference.offset, from: from, to: to)] : []
  }

  /// Another text where one stands once in the reference.
  private func replacing(_ old: String, by new: String) -> [Mend] {
    let ranges = reference.written.ranges(of: old)
    guard isKnown, ranges.count == 1, let range = ranges.first, old != new else { return [] }
    let offset = reference.written[..<range.lowerBound].utf8.count
    return [.text(path: page, offset: reference.offset + offset, from: old, to: new)]
  }

  /// The way from a page to a file, both as seen from one folder; nil where there is none.
  private static func path(to file: String, from page: String) -> String? {
    guard file.hasPrefix("/") == page.hasPrefix("/") else { return nil }
    let (target, source) = (file.split(separator: "/"), page.split(separator: "/").dropLast())
    let common = zip(target.dropLast(), source).prefix { $0 == $1 }.count
    let up = source.dropFirst(common)
    guard !up.contains("..") else { return nil }
    return (up.map { _ in ".." } + target.dropFirst(common).map(String.init)).joined(separator: "/")
  }
}
