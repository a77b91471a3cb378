import DiagramEngine
import DiagramModel

/// What a person has looked at and found right: findings that are silent, each with a reason.
///
/// Where it stands, in a comment on the line of the finding or the line before it:
///
///     // diagen:allow DG1201 because the bus runs under all of them
///     <!-- diagen:allow DG1103 because it is decoration -->
///
/// or in a file `.diagen-allow`, a line each, whose subjects are read as patterns of .gitignore:
///
///     DG1102 shop/appendix because nobody shows it yet
struct Allowances {
  /// A line that allows something.
  struct Entry: Equatable {
    let rule: String
    /// The subject, where it stands in a file of its own.
    var subject: String?
    let reason: String
  }

  private var entries: [Entry] = []
  /// What stands in comments, by file and line.
  private var comments: [String: [Int: [Entry]]] = [:]
  /// Lines that allow something without saying why, or what nobody knows.
  private(set) var mistakes: [(path: String, line: Int, message: String)] = []

  static let file = ".diagen-allow"

  /// Reads the file in the folder of the call, if there is one, and the comments at the places of `remarks`
  /// and on the pages.
  init(for remarks: [Remark], on slides: Slides) {
    if case .file? = try? FileKind(at: Self.file),
      let bytes = try? NamedFile(path: Self.file).read()
    {
      let lines = String(decoding: bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() {
        let text = line.prefix { $0 != "#" }
        guard text.contains(where: { !$0.isWhitespace }) else { continue }
        read(text, Self.file, number + 1, hasSubject: true).map { entries.append($0) }
      }
    }
    for (path, pageComments) in slides.comments {
      for comment in pageComments { add(comment.text[...], path, comment.line) }
    }
    let sources = Set(remarks.map(\.origin.file)).filter { $0.hasSuffix(".swift") }
    for path in sources.sorted() {
      guard let bytes = try? NamedFile(path: path).read() else { continue }
      let lines = String(decoding: bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() {
        guard let start = line.firstRange(of: "//") else { continue }
        add(line[start.upperBound...], path, number + 1)
      }
    }
  }

  private mutating func add(_ comment: Substring, _ path: String, _ line: Int) {
    let mark = "diagen:allow"
    guard let start = comment.firstRange(of: mark) else { return }
    guard let entry = read(comment[start.upperBound...], path, line, hasSubject: false) else {
      return
    }
    comments[path, default: [:]][line, default: []].append(entry)
  }

  private mutating func read(
    _ text: Substring, _ path: String, _ line: Int, hasSubject: Bool
  ) -> Entry? {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let rule = words.first, Remark.Rule(rawValue: rule) != nil else {
      mistakes.append((path, line, "“\(words.first ?? "")” is no rule: a rule is called as DG1201"))
      return nil
    }
    guard let because = words.firstIndex(of: "because"), because + 1 < words.count,
      !hasSubject || because > 1
    else {
      let form = hasSubject ? "\(rule) SUBJECT because …" : "diagen:allow \(rule) because …"
      mistakes.append((path, line, "what is allowed needs a reason: \(form)"))
      return nil
    }
    return Entry(
      rule: rule, subject: hasSubject ? words[1..<because].joined(separator: " ") : nil,
      reason: words[(because + 1)...].joined(separator: " "))
  }

  /// Why a finding is silent; nil where it is not.
  func reason(for remark: Remark) -> String? {
    let line = Int(clamping: remark.origin.line)
    let near = [line, line - 1].flatMap { comments[remark.origin.file]?[$0] ?? [] }
    if let entry = near.first(where: { $0.rule == remark.rule.rawValue }) { return entry.reason }
    return entries.first { entry in
      entry.rule == remark.rule.rawValue
        && entry.subject.map { Self.fits($0, remark.subject) } ?? false
    }?.reason
  }

  /// Whether a pattern fits a subject; what stands after `#` has to be the same.
  private static func fits(_ pattern: String, _ subject: String) -> Bool {
    pattern == subject || NamePattern(selecting: pattern).fits(subject)
  }
}
