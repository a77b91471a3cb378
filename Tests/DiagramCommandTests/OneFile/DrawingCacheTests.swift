import Foundation
import TestSupport
import Testing

@testable import DiagramCommand

/// What is kept under a key comes back under it, and only whole.
@Suite struct DrawingCacheTests {
  @Test func whatIsKeptComesBack() throws {
    try withTemporaryFolder { (folder) throws in
      let cache = DrawingCache(at: folder.path("cache"), isRead: true)
      let keys = (0..<20).map { Array("key \($0)".utf8) }
      for key in keys { cache.keep(key + [0, 255], "answers", for: key) }
      for key in keys { #expect(cache.content("answers", for: key) == key + [0, 255]) }
      #expect(
        cache.content("answers", for: [1]) == nil && cache.content("libraries", for: keys[0]) == nil
      )
      #expect(
        DrawingCache(at: folder.path("cache"), isRead: false).content("answers", for: keys[0])
          == nil)
      // An entry under the name of another one, as two keys with one digest would have it.
      let path = { (key: [UInt8]) in folder.path("cache/answers/\(DrawingCache.name(of: key))") }
      try FileManager.default.removeItem(atPath: path(keys[1]))
      try FileManager.default.copyItem(atPath: path(keys[0]), toPath: path(keys[1]))
      #expect(cache.content("answers", for: keys[1]) == nil)
      cache.keep([7], "answers", for: keys[1])
      #expect(cache.content("answers", for: keys[1]) == [7])
    }
  }

  @Test func itDoesNotGrowWithoutEnd() throws {
    try withTemporaryFolder { (folder) throws in
      let cache = DrawingCache(at: folder.path("cache"), isRead: true)
      try folder.makeFolder("cache/answers")
      for number in 0...DrawingCache.mostEntries {
        try folder.write("old", to: "cache/answers/\(number)")
      }
      cache.keep([1], "answers", for: [2])
      #expect(try folder.files().count <= DrawingCache.mostEntries / 2 + 3)
      #expect(cache.content("answers", for: [2]) == [1])
    }
  }

  @Test func withoutAPlaceNothingIsKept() throws {
    let cache = DrawingCache(at: "", isRead: true)
    cache.keep([1], "answers", for: [2])
    #expect(cache.content("answers", for: [2]) == nil && cache.writableFolder("clang") == nil)
  }
}
