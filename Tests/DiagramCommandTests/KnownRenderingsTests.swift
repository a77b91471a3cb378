import DiagramDSL
import DiagramEngine
import DiagramModel
import DiagramRender
import DrawingExchange
import Foundation
import TestSupport
import Testing

@testable import DiagramCommand

/// What did not change is not drawn again, what did is, and the bytes are those of the drawing.
@Suite struct KnownRenderingsTests {
  private func series(_ title: String, named name: String = "known") -> Series {
    Series("folder") { Picture(name) { Component(title) } }
  }

  /// What series become in a run with a cache, and how often one had to be drawn.
  private func rendered(
    _ all: [Series], in theme: Theme = .dark, as formats: [OutputFormat] = OutputFormat.usual,
    icons: IconFiles = .none, _ cache: DrawingCache
  ) throws -> (files: [RenderedFile], diagnostics: [Diagnostic], drawn: Int) {
    let known = try #require(KnownRenderings(in: cache, icons: icons))
    defer { known.keep() }
    var drawn = 0
    let renderings = try all.map { series in
      try known.rendering(of: series, in: theme, as: formats) {
        drawn += 1
        return try series.rendered(in: theme, as: formats)
      }
    }
    return (renderings.flatMap(\.files), renderings.flatMap(\.diagnostics), drawn)
  }

  @Test func theNextRunDrawsOnlyWhatChanged() throws {
    try withTemporaryFolder { (folder) throws in
      let cache = DrawingCache(at: folder.path("cache"), isRead: true)
      let (one, two) = (series("One", named: "one"), series("Two", named: "two"))
      let plain = try [one, two].flatMap { try $0.rendered(in: .dark).files }
      #expect(try rendered([one, two], cache) == (plain, [], 2))
      #expect(try rendered([one, two], cache) == (plain, [], 0))
      let changed = series("Changed", named: "two")
      #expect(try rendered([one, changed], cache).drawn == 1)
      let again = try rendered([one, changed], cache)
      let changedFiles = try changed.rendered(in: .dark).files
      #expect(again.drawn == 0 && Array(again.files.dropFirst(3)) == changedFiles)
      // One entry a series: that of the last text is gone.
      #expect(try rendered([two], cache).drawn == 1)
      #expect(try rendered([two], in: .light, cache).drawn == 1)
      #expect(try rendered([two], as: [.svg], cache).drawn == 1)
      #expect(try rendered([two], in: .light, cache).drawn == 0)
      #expect(try folder.files().count { $0.contains("renderings/") } == 4)
      let unread = DrawingCache(at: folder.path("cache"), isRead: false)
      #expect(try rendered([two], unread).drawn == 1)
    }
  }

  @Test func warningsComeBackWithTheFiles() throws {
    try withTemporaryFolder { (folder) throws in
      let cache = DrawingCache(at: folder.path("cache"), isRead: true)
      let series = Series("known") {
        Picture("known") {
          Component("A")
          Legend()
        }
      }
      let first = try rendered([series], cache)
      let second = try rendered([series], cache)
      #expect(first.drawn == 1 && second.drawn == 0)
      #expect(!first.diagnostics.isEmpty)
      #expect(first.files == second.files && first.diagnostics == second.diagnostics)
    }
  }

  @Test func mistakesAreToldEachTime() throws {
    try withTemporaryFolder { (folder) throws in
      let cache = DrawingCache(at: folder.path("cache"), isRead: true)
      for _ in 0..<2 {
        #expect(throws: DiagramError.self) { try rendered([Series("known") {}], cache) }
      }
      #expect(try folder.files().isEmpty)
    }
  }

  @Test func otherBytesOfAnIconAreAnotherDrawing() throws {
    try withTemporaryFolder { (folder) throws in
      let cache = DrawingCache(at: folder.path("cache"), isRead: true)
      func icons(_ bytes: String, _ name: String = "router") -> IconFiles {
        IconFiles(packs: [
          .init(
            name: "own", names: ["router"],
            files: [.init(name: name, ending: "svg", bytes: Array(bytes.utf8))])
        ])
      }
      let plain = series("One")
      let shown = Series("shown") { Picture("p") { Component("A").icon("own/router") } }
      func drawn(_ series: Series, _ icons: IconFiles) throws -> Int {
        let known = try #require(KnownRenderings(in: cache, icons: icons))
        defer { known.keep() }
        var drawn = 0
        _ = known.rendering(of: series, in: .dark, as: [.svg]) {
          drawn += 1
          return Rendering(files: [], diagnostics: [])
        }
        return drawn
      }
      #expect(try drawn(shown, icons("<svg/>")) == 1)
      #expect(try drawn(shown, icons("<svg/>")) == 0)
      #expect(try drawn(shown, icons("<svg></svg>")) == 1)
      // What it does not show is none of its business.
      #expect(try drawn(plain, icons("<svg/>")) == 1)
      #expect(try drawn(plain, icons("<svg></svg>")) == 0)
      #expect(try drawn(shown, icons("<svg></svg>", "other")) == 1)
    }
  }

  @Test func aDamagedCacheIsNone() throws {
    try withTemporaryFolder { (folder) throws in
      let cache = DrawingCache(at: folder.path("cache"), isRead: true)
      let files = try rendered([series("One")], cache).files
      let name = try #require(try folder.files().first { $0.contains("renderings/") })
      let whole = try Array(Data(contentsOf: URL(fileURLWithPath: folder.path(name))))
      var random = SeededGenerator(seed: 7)
      for _ in 0..<100 {
        try Data(whole.damaged(using: &random)).write(to: URL(fileURLWithPath: folder.path(name)))
        let again = try rendered([series("One")], cache)
        #expect(again.files == files && again.drawn == 1)
      }
    }
  }

  @Test func whereNothingCanBeKeptEverythingIsDrawn() throws {
    let cache = DrawingCache(at: "", isRead: true)
    for _ in 0..<2 { #expect(try rendered([series("One")], cache).drawn == 1) }
  }

  @Test func aCatalogAsksWhatIsKnown() async throws {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "diagen-test-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    let folder = TemporaryFolder(path: url.path(percentEncoded: false))
    let cache = DrawingCache(at: folder.path("cache"), isRead: true)
    let catalog = (0..<20).map { series("Box \($0)", named: "picture-\($0)") }
    let plain = try await render(catalog, of: catalog, in: .dark, as: [.svg, .drawio], jobs: 1)
    for jobs in [1, 2, 2] {
      let known = try #require(KnownRenderings(in: cache, icons: .none))
      let rendering = try await render(
        catalog, of: catalog, in: .dark, as: [.svg, .drawio], jobs: jobs, remembering: known)
      #expect(rendering.files == plain.files)
      known.keep()
    }
    #expect(try folder.files().count { $0.contains("renderings/") } == 20)
    // Who wants to know more is not told by files.
    let known = try #require(KnownRenderings(in: cache, icons: .none))
    let examined = try await render(
      catalog, of: catalog, in: .dark, as: [.svg, .drawio], jobs: 1, examining: .check,
      remembering: known)
    #expect(examined.facts.count == 20)
  }
}

/// The sum by which the cache finds damage.
@Suite struct WordSumTests {
  @Test func everyBitCounts() {
    var random = SeededGenerator(seed: 3)
    for count in [0, 1, 7, 8, 9, 16, 31, 100] {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      let sum = FNV1a(ofWordsOf: bytes).value
      #expect(FNV1a(ofWordsOf: bytes + [0]).value != sum)
      for place in bytes.indices {
        for bit in 0..<8 {
          var other = bytes
          other[place] ^= 1 << bit
          #expect(FNV1a(ofWordsOf: other).value != sum)
        }
      }
    }
  }
}
