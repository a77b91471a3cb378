import Foundation
import Testing

/// The pages that lead step by step: their files are written, their commands run, and what they show is
/// compared, one after the other, as a reader does it.
///
/// A block whose first line names a file, as in `swift shop.swift`, is that file. Where it is Swift or JSON, the images
/// that follow are what it draws; such an image is called like its picture, with anything in front.
/// A block of `shell-session` is commands after `$`, each with all that it prints; a line of `…` stands for
/// any lines. A command that must fail ends with `# exit status N`.
@Suite struct WalkedDocumentationTests {
  private static func pages() throws -> [Markdown] {
    try Markdown.all().filter { page in page.blocks.contains { $0.fileName != nil } }
  }

  @Test func thereArePagesToWalk() throws {
    let pages = try Self.pages()
    #expect(pages.contains { $0.name.hasSuffix("tutorial.md") } && pages.count > 5)
  }

  /// Nobody sees the first line of a block.
  @Test func everyFileIsNamedAboveIt() throws {
    for page in try Self.pages() {
      for block in page.blocks {
        guard let name = block.fileName else { continue }
        let above = page.lines[max(0, block.lines.lowerBound - 9)..<(block.lines.lowerBound - 1)]
        #expect(
          above.contains { $0.contains("`\(name)`") || $0 == "</td><td>" }, "\(page.name): \(name)")
      }
    }
  }

  @Test func everyPageCanBeFollowed() throws {
    for page in try Self.pages() {
      try withOneFileProgram { diagen in
        var walk = Walk(diagen: diagen)
        for block in page.blocks {
          try walk.follow(block, of: page)
        }
      }
    }
  }
}

extension Markdown.Block {
  /// The file that the block is, or nil.
  var fileName: String? {
    let words = language.split(separator: " ")
    return words.count == 2 && words[1] != "file" ? String(words[1]) : nil
  }
}

private struct Walk {
  let diagen: OneFileProgram
  private var drawings = 0

  init(diagen: OneFileProgram) { self.diagen = diagen }

  mutating func follow(_ block: Markdown.Block, of page: Markdown) throws {
    if let name = block.fileName {
      try diagen.folder.write(block.text, to: "walk/\(name)")
      if ["swift ", "json "].contains(where: block.language.hasPrefix) {
        try compareImages(of: block, in: name)
      }
    } else if block.language == "shell-session" {
      for command in Command.all(in: block.text) { try expect(command, on: page) }
    }
  }

  /// Draws a file apart from what the commands draw, and compares what is shown of it.
  private mutating func compareImages(of block: Markdown.Block, in name: String) throws {
    let images = block.images.filter { $0.hasPrefix(DocumentationTests.gallery) }
    guard !images.isEmpty else { return }
    drawings += 1
    let place = "drawn/\(drawings)"
    let run = try diagen.run("walk/\(name)", "--format", "svg", "--output", place)
    try #require(run.status == 0, "\(block.text)\n\(run.errors)")
    let files = try diagen.folder.files().filter { $0.hasPrefix("\(place)/") }
    for image in images {
      let found = files.filter { file in
        let picture = file.split(separator: "/").last ?? ""
        return image.hasSuffix("/\(picture)") || image.hasSuffix("-\(picture)")
      }
      try #require(found.count == 1, "\(image) is drawn by \(found) of \(files)")
      try expectImage(image, is: try diagen.folder.read(found[0]))
    }
  }

  private func expect(_ command: Command, on page: Markdown) throws {
    let path = diagen.environment["PATH"] ?? ""
    let run = try Program.run(
      "/bin/sh", ["-c", "\(command.text) 2>&1"], in: diagen.folder.path("walk"),
      environment: diagen.environment.merging(["PATH": "\(Program.buildFolder):\(path)"]) { $1 })
    #expect(run.status == command.status, "\(page.name): \(command.text)\n\(run.output)")
    #expect(command.accepts(run.lines), "\(page.name): \(command.text)\n\(run.output)")
  }
}

/// A command of a page, and what it says that it prints.
private struct Command {
  let text: String
  var status: Int32 = 0
  var output: [String] = []

  private init(_ line: Substring) {
    let parts = line.split(separator: " # exit status ")
    text = String(parts[0])
    if parts.count == 2 { status = Int32(parts[1]) ?? -1 }
  }

  static func all(in session: String) -> [Command] {
    var commands: [Command] = []
    for line in session.split(separator: "\n") {
      if line.hasPrefix("$ ") {
        commands.append(Command(line.dropFirst(2)))
      } else if !commands.isEmpty {
        commands[commands.count - 1].output.append(String(line))
      }
    }
    return commands
  }

  /// Whether these lines are what the page shows.
  func accepts(_ lines: [String]) -> Bool {
    guard let gap = output.firstIndex(of: "…") else { return lines == output }
    let (start, end) = (output[..<gap], output[(gap + 1)...])
    return lines.count >= start.count + end.count && lines.starts(with: start)
      && lines.reversed().starts(with: end.reversed())
  }
}
