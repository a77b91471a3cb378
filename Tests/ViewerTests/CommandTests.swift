import Foundation
import Testing

@testable import ViewerSupport

@Suite struct CommandTests {
  private let scratch = FileManager.default.temporaryDirectory

  @Test func outputComesBackWhole() throws {
    let text = String(repeating: "0123456789", count: 40_000)
    let file = scratch.appendingPathComponent("diagen-\(UUID().uuidString)")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let output = try Command.output(
      of: URL(fileURLWithPath: "/bin/cat"), [file.path], in: scratch, seconds: 20)
    #expect(String(decoding: output, as: UTF8.self) == text)
  }

  @Test func aProgramThatHangsIsKilled() {
    #expect(throws: ViewerError("sleep gave no answer in 0.2 seconds")) {
      try Command.output(of: URL(fileURLWithPath: "/bin/sleep"), ["60"], in: scratch, seconds: 0.2)
    }
  }

  @Test func aProgramThatFailsIsNamed() {
    let missing = scratch.appendingPathComponent("diagen-no-such-file")
    #expect {
      try Command.output(
        of: URL(fileURLWithPath: "/bin/cat"), [missing.path], in: scratch, seconds: 20)
    } throws: { error in
      "\(error)".contains("cat ended with 1") && "\(error)".contains("No such file")
    }
  }
}
