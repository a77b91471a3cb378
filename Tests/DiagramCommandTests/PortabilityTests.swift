import Foundation
import Testing

/// What has to build on other systems, though it is built on one here.
@Suite struct PortabilityTests {
  /// Calls that only some systems have, and files that only Linux has.
  private static let own = [
    "inotify", "epoll", "/proc/", "ioctl", "prctl", "memfd", "renameat2", "accept4", "pipe2",
    "sendfile",
    "signalfd", "timerfd", "eventfd", "getrandom", "O_TMPFILE", "syscall(",
  ]

  @Test func callsOfOneSystemStandInOneFile() throws {
    let folders = ["Sources", "Plugins", "diagrams"]
    var imports = 0
    for folder in folders {
      let files = try FileManager.default.subpathsOfDirectory(atPath: WorkTree.file(folder))
      for file in files where file.hasSuffix(".swift") {
        let text = try String(contentsOfFile: WorkTree.file("\(folder)/\(file)"), encoding: .utf8)
        if !file.hasSuffix("Files/Platform.swift") {
          for word in Self.own { #expect(!text.contains(word), "\(folder)/\(file): \(word)") }
        }
        // Where the library of one system is imported, so are those of the others.
        guard text.contains("import Glibc") else { continue }
        imports += 1
        #expect(text.contains("import Darwin") && text.contains("import Musl"), "\(folder)/\(file)")
      }
    }
    #expect(imports > 10)
  }
}
