import Foundation

/// A page of the documentation.
struct Markdown {
  /// By its path in the work tree.
  let name: String
  /// Line by line, without ends of lines.
  private(set) var lines: [String]

  /// A block of code between fences.
  struct Block {
    let language: String
    let text: String
    /// The lines of the code, without the fences.
    let lines: Range<Int>
    /// The images that follow before the next block or heading, and for the first block of a page those
    /// before it, as paths in the work tree.
    var images: [String] = []
  }

  init(_ name: String) throws {
    self.name = name
    lines = try String(contentsOfFile: WorkTree.file(name), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The README and all pages of Documentation, by name.
  static func all() throws -> [Markdown] {
    let pages = try FileManager.default.subpathsOfDirectory(
      atPath: WorkTree.file("Documentation"))
    let names = pages.filter { $0.hasSuffix(".md") }.sorted().map { "Documentation/\($0)" }
    return try (["README.md", "CONTRIBUTING.md", "llms.txt"] + names).map(Markdown.init)
  }

  /// Every block of code, in its order.
  var blocks: [Block] {
    var blocks: [Block] = []
    var lead: [String] = []
    var start: Int?
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("```") {
        if let first = start {
          blocks.append(
            Block(
              language: String(lines[first - 1].dropFirst(3)),
              text: lines[first..<index].joined(separator: "\n") + "\n", lines: first..<index,
              images: lead))
          lead = []
        }
        start = start == nil ? index + 1 : nil
      } else if start == nil, let last = blocks.indices.last {
        let isNear = !lines[blocks[last].lines.upperBound...index].contains { $0.hasPrefix("#") }
        if isNear { blocks[last].images += images(in: line) }
      } else if start == nil {
        lead += images(in: line)
      }
    }
    return blocks
  }

  /// What is shown in a line as `![alt](path)`.
  private func images(in line: String) -> [String] {
    line.matches(of: /!\[[^\]]*\]\(([^)]+)\)/).map { path(of: $0.1) }
  }

  /// The path in the work tree of what a link of this page leads to.
  func path(of link: some StringProtocol) -> String {
    var parts = name.split(separator: "/").dropLast()
    for part in link.split(separator: "/") where part != "." {
      if part == "..", !parts.isEmpty { parts.removeLast() } else { parts.append(Substring(part)) }
    }
    return parts.joined(separator: "/")
  }

  /// What a link after `#` may name: the headings, as GitHub makes anchors of them.
  var anchors: Set<String> {
    let code = blocks.map(\.lines)
    let headings = lines.indices.filter { index in
      lines[index].hasPrefix("#") && !code.contains { $0.contains(index) }
    }
    return Set(
      headings.map { index in
        let words = lines[index].drop { $0 == "#" }.dropFirst().lowercased()
        return String(words.filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) })
          .replacing(" ", with: "-")
      })
  }

  /// The links of the page that lead nowhere else: a path, an anchor, or both.
  var links: [(path: String, anchor: String?)] {
    let code = blocks.map(\.lines)
    return lines.indices.filter { index in !code.contains { $0.contains(index) } }.flatMap {
      index in
      let line = lines[index].replacing(/`[^`]*`/, with: "`")
      let links = line.matches(of: /\]\(([^)#:]*)(?:#([^)]*))?\)/).map {
        (path: String($0.1), anchor: $0.2.map(String.init))
      }
      return links + line.matches(of: /src(?:set)?="([^":]+)"/).map { (String($0.1), nil) }
    }
  }

  /// Replaces the code of a block, and writes the page.
  mutating func replace(_ block: Block, with text: String) throws {
    let code = text.split(separator: "\n").map(String.init)
    lines.replaceSubrange(block.lines, with: code)
    try lines.joined(separator: "\n")
      .write(toFile: WorkTree.file(name), atomically: true, encoding: .utf8)
  }
}

/// Whether what is drawn now is to be taken over as what is expected.
let updatesGoldens = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"
