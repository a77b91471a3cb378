import Foundation

/// A program run to its end, within a time limit.
enum Command {
  /// Runs a program and returns what it wrote to standard output.
  ///
  /// - Parameters:
  ///   - program: the program's file.
  ///   - arguments: what it is called with.
  ///   - environment: variables besides those of the tests.
  ///   - scratch: a folder for the output, which may be longer than a pipe holds.
  ///   - seconds: the time after which it is killed.
  /// - Returns: the bytes of its standard output.
  /// - Throws: ``ViewerError`` if the program cannot start, fails, or takes longer than `seconds`.
  static func output(
    of program: URL, _ arguments: [String], environment: [String: String] = [:], in scratch: URL,
    seconds: Double
  ) throws -> Data {
    let name = program.lastPathComponent
    let output = scratch.appendingPathComponent("\(UUID().uuidString).out")
    let complaints = output.appendingPathExtension("err")
    defer {
      for file in [output, complaints] { try? FileManager.default.removeItem(at: file) }
    }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try emptyFile(output)
    process.standardError = try emptyFile(complaints)
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    if ended.wait(timeout: .now() + seconds) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
      throw ViewerError("\(name) gave no answer in \(seconds) seconds")
    }
    guard process.terminationStatus == 0 else {
      let text = String(decoding: try Data(contentsOf: complaints).suffix(2000), as: UTF8.self)
      throw ViewerError("\(name) ended with \(process.terminationStatus): \(text)")
    }
    return try Data(contentsOf: output)
  }

  private static func emptyFile(_ url: URL) throws -> FileHandle {
    try Data().write(to: url)
    return try FileHandle(forWritingTo: url)
  }
}
