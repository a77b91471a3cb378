import Foundation
import TestSupport
import Testing

@testable import DiagramCommand

/// What is read is what is there, up to the limit, of files and of what does not tell how long it is.
@Suite struct ReadAllTests {
  @Test func filesAreReadUpToTheLimit() throws {
    try withTemporaryFolder { (folder) throws in
      var random = SeededGenerator(seed: 5)
      for count in [0, 1, 100, 65_535, 65_536, 65_537, 200_000] {
        let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
        try Data(bytes).write(to: URL(fileURLWithPath: folder.path("file")))
        for limit in [0, 1, count - 1, count, count + 1, 70_000, 1 << 20] where limit >= 0 {
          let file = try #require(FileHandle(forReadingAtPath: folder.path("file")))
          defer { try? file.close() }
          let read = readAll(from: file.fileDescriptor, upTo: limit)
          #expect(read == Array(bytes.prefix(limit)), "\(count) bytes, \(limit) at most")
        }
      }
    }
  }

  @Test func pipesAreReadToTheirEnd() throws {
    let pipe = Pipe()
    let bytes = [UInt8](repeating: 7, count: 50_000)
    try pipe.fileHandleForWriting.write(contentsOf: bytes)
    try pipe.fileHandleForWriting.close()
    #expect(readAll(from: pipe.fileHandleForReading.fileDescriptor, upTo: 1 << 20) == bytes)
  }
}
