import ArgumentParser

/// `mcp`: serves agents over standard input and output.
struct MCPCommand: CatalogCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Serves render, check, diff, explain and the words of the language to agents.",
    discussion: """
      Speaks the Model Context Protocol: one message of JSON-RPC 2.0 a line on standard input, and one answer a \
      line on standard output, until the input ends. Each tool runs the command of its name in the folder of the call.
      """)

  func run(console: Console) async throws -> ExitStatus {
    guard let program = executablePath() else {
      throw UsageFailure(
        message: "the system does not tell where this program lies", hints: ["start it by its path"]
      )
    }
    let server = MCPServer { arguments in
      Subprocess([program] + arguments, errors: .captured, environment: [("NO_COLOR", "1")]).run()
    }
    var lines = LineReader(descriptor: 0, limit: 16 << 20)
    while let line = lines.next() {
      let answer = line.isTooLong ? MCPServer.tooLong : server.answer(to: line.bytes)
      if let answer { try console.output.write([answer.description]) }
    }
    return .success
  }
}

/// The lines that come in, each as soon as it is whole.
struct LineReader {
  /// A line without its end.
  struct Line {
    let bytes: [UInt8]
    /// Whether it was longer than may be; then nothing of it is kept.
    let isTooLong: Bool
  }

  private let descriptor: Int32
  private let limit: Int
  private var buffer: [UInt8] = []
  /// Up to where the buffer has been looked through.
  private var seen = 0
  private var isDropping = false
  private var isAtEnd = false

  /// Reads from a file; `limit` is the most bytes of a line.
  init(descriptor: Int32, limit: Int) {
    self.descriptor = descriptor
    self.limit = limit
  }

  /// The next line with something in it; nil at the end.
  mutating func next() -> Line? {
    while true {
      if let end = buffer[seen...].firstIndex(of: 10) {
        let bytes = Array(buffer[..<end])
        buffer.removeSubrange(...end)
        seen = 0
        if let line = line(bytes) { return line }
        continue
      }
      if buffer.count > limit {
        (buffer, isDropping) = ([], true)
      }
      seen = buffer.count
      if isAtEnd {
        defer { buffer = [] }
        seen = 0
        return buffer.isEmpty && !isDropping ? nil : line(buffer)
      }
      let part = readSome(from: descriptor)
      isAtEnd = part.isEmpty
      buffer += part
    }
  }

  private mutating func line(_ bytes: [UInt8]) -> Line? {
    if isDropping || bytes.count > limit {
      isDropping = false
      return Line(bytes: [], isTooLong: true)
    }
    return bytes.allSatisfy { [9, 13, 32].contains($0) }
      ? nil : Line(bytes: bytes, isTooLong: false)
  }
}
