import Testing

/// The examples of Documentation/formats.md, run in their order.
@Suite struct FormatsTests {
  /// A graph goes into the file that the next command reads; the drawing or mistake that follows the
  /// command is what it gives.
  @Test func everyExampleGivesWhatItSays() throws {
    var page = try Markdown("Documentation/formats.md")
    try withTemporaryFolder { (folder) throws in
      var graph: String?
      var last: (run: Program.Run, drawing: String)?
      var drawings = 0, mistakes = 0
      for index in page.blocks.indices {
        let block = page.blocks[index]
        switch block.language {
        case "json" where block.text.contains("diagen-graph/1"): graph = block.text
        case "json":
          let drawing = try folder.read(try #require(last).drawing)
          #expect(last?.run.status == 0, "\(last?.run.errors ?? "")")
          if updatesGoldens { try page.replace(block, with: drawing) }
          #expect(page.blocks[index].text == drawing)
          drawings += 1
        case "console":
          let words = block.text.split(whereSeparator: \.isWhitespace).map(String.init)
          try #require(words.count > 3 && words[0] == "diagen" && words[1] == "layout")
          try folder.write(try #require(graph), to: words[2])
          let run = try Program("diagen").run(Array(words.dropFirst()), in: folder)
          last = (run, words[3])
        // Followed as a reader would, by `WalkedDocumentationTests`.
        case "json shop.json", "shell-session": break
        default:
          #expect(last?.run.status == 2 && last?.run.errors == block.text)
          mistakes += 1
        }
      }
      #expect(drawings == 3 && mistakes == 1)
    }
  }
}
