import Foundation

/// A program that the package builds, run as a process of its own.
struct Program {
  /// What a run gave.
  struct Run {
    let status: Int32
    let output: String
    let errors: String
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  let path: String

  /// The program of that name beside the test bundle.
  init(_ name: String) { path = "\(Self.buildFolder)/\(name)" }

  init(path: String) { self.path = path }

  static let fixture = Program("CommandFixture")

  /// The folder that holds the test bundle and the programs.
  static let buildFolder: String = {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
      return bundle?.bundleURL.deletingLastPathComponent().path ?? ""
    #else
      return Bundle.main.bundlePath
    #endif
  }()

  /// Runs the program to its end, with `environment` over the environment of the tests.
  @discardableResult
  func run(
    _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:]
  ) throws -> Run {
    try Self.run(path, arguments, in: folder.path, environment: environment)
  }

  static func run(
    _ path: String, _ arguments: [String], in folder: String, environment: [String: String] = [:]
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let output = try Capture()
    let errors = try Capture()
    process.standardOutput = output.handle
    process.standardError = errors.handle
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationReason == .exit
        ? process.terminationStatus : -process.terminationStatus,
      output: try output.text(), errors: try errors.text())
  }

  /// A file that takes what a process writes: unlike a pipe, it never fills.
  private struct Capture {
    private let url: URL
    let handle: FileHandle

    init() throws {
      url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try Data().write(to: url)
      handle = try FileHandle(forUpdating: url)
    }

    func text() throws -> String {
      defer { try? FileManager.default.removeItem(at: url) }
      try handle.close()
      return String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }
  }
}
