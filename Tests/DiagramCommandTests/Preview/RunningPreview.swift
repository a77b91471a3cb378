import Foundation
import Testing

/// `diagen preview` while it runs.
struct RunningPreview {
  let address: String
  private let process: Process

  /// Starts it, and waits until it tells its address.
  init(_ arguments: [String], by diagen: OneFileProgram) throws {
    try self.init(arguments, in: diagen.folder.path, environment: diagen.environment)
  }

  /// The same with the compilers that there are.
  init(_ arguments: [String], in folder: String, environment: [String: String]) throws {
    process = Process()
    process.executableURL = URL(fileURLWithPath: Program("diagen").path)
    process.arguments = ["preview", "--no-open"] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    address = String(line.prefix { $0 != "\n" })
    try #require(address.hasPrefix("http://127.0.0.1:"))
  }

  /// What the server answers to a path as it is, and to a host.
  func answer(to path: String, host: String? = nil) throws -> String {
    let own = address.dropFirst("http://".count).dropLast()
    let port = own.split(separator: ":").last ?? ""
    let script = """
      exec 3<>"/dev/tcp/127.0.0.1/$0"
      printf 'GET %s HTTP/1.1\\r\\nHost: %s\\r\\nConnection: close\\r\\n\\r\\n' "$1" "$2" >&3
      cat <&3
      """
    return try Program.run(
      "/bin/bash", ["-c", script, String(port), path, host ?? String(own)], in: "/"
    ).output
  }

  /// Whether something comes to be so, within a minute: other tests run too.
  static func wait(until isSo: () throws -> Bool) rethrows -> Bool {
    for _ in 0..<600 {
      if try isSo() { return true }
      Thread.sleep(forTimeInterval: 0.1)
    }
    return false
  }

  func end() {
    process.terminate()
    process.waitUntilExit()
  }
}
