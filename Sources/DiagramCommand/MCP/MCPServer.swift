import DiagramInterchange

/// Answers messages of the Model Context Protocol.
///
/// > Source: Model Context Protocol, revision 2025-11-25, “Base Protocol”, “Lifecycle” and “Tools”; JSON-RPC 2.0.
struct MCPServer: Sendable {
  /// Runs a command of this program; nil if that cannot be started.
  typealias Run = @Sendable (_ arguments: [String]) -> (status: Subprocess.Status, output: [UInt8])?

  private let run: Run

  init(run: @escaping Run) { self.run = run }

  /// The revisions that are spoken, the latest one first.
  static let versions = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"]

  /// What went wrong, by the numbers of JSON-RPC.
  private enum Code: Int {
    case noJSON = -32700
    case noRequest = -32600
    case noMethod = -32601
    case wrongParameters = -32602
  }

  /// The answer to a message; nil for one that wants none.
  func answer(to bytes: [UInt8]) -> JSON? {
    guard let value = try? JSONValue(reading: bytes) else {
      return Self.failure(.null, .noJSON, "the message is no JSON")
    }
    guard value["jsonrpc"]?.text == "2.0", let method = value["method"]?.text else {
      // What answers a question of ours, which asks none, is no request.
      if value["method"] == nil, value["result"] != nil || value["error"] != nil { return nil }
      return Self.failure(
        value["id"]?.identifier ?? .null, .noRequest, "the message is no request of JSON-RPC 2.0")
    }
    guard let id = value["id"] else { return nil }
    guard let identifier = id.identifier else {
      return Self.failure(.null, .noRequest, "an id is a text or a whole number")
    }
    return answer(to: method, value["params"], identifier)
  }

  /// The answer to a line that is longer than may be.
  static let tooLong = failure(.null, .noRequest, "the message is too long")

  private func answer(to method: String, _ parameters: JSONValue?, _ id: JSON) -> JSON {
    switch method {
    case "initialize": return Self.success(id, initialized(parameters))
    case "ping": return Self.success(id, .object([]))
    case "tools/list":
      return Self.success(id, .object([("tools", .array(MCPTool.allCases.map(\.json)))]))
    case "tools/call":
      guard let name = parameters?["name"]?.text, let tool = MCPTool(rawValue: name) else {
        let known = MCPTool.allCases.map(\.rawValue).joined(separator: ", ")
        return Self.failure(id, .wrongParameters, "the tools are \(known)")
      }
      return Self.success(id, called(tool, parameters?["arguments"]))
    default: return Self.failure(id, .noMethod, "there is no method “\(method)”")
    }
  }

  private func initialized(_ parameters: JSONValue?) -> JSON {
    let asked = parameters?["protocolVersion"]?.text ?? ""
    return .object([
      ("protocolVersion", .string(Self.versions.contains(asked) ? asked : Self.versions[0])),
      ("capabilities", .object([("tools", .object([]))])),
      (
        "serverInfo",
        .object([("name", .string("diagen")), ("version", .string(diagenVersion))])
      ),
      (
        "instructions",
        .string(
          "Diagrams as code in Swift. Ask words for the language first; then write a file, render it, and check "
            + "it until nothing is found.")
      ),
    ])
  }

  /// What a tool gives; what is wrong with its arguments is told to who can mend it.
  private func called(_ tool: MCPTool, _ arguments: JSONValue?) -> JSON {
    let command: [String]
    do throws(MCPTool.WrongArgument) {
      if tool == .words { return Self.content(try tool.words(arguments), isError: false) }
      command = try tool.command(arguments)
    } catch {
      return Self.content(error.message, isError: true)
    }
    guard let (status, output) = run(command) else {
      return Self.content("diagen cannot be started", isError: true)
    }
    let text = String(decoding: output, as: UTF8.self)
    let report = tool.reportsJSON ? text.split(separator: "\n").first { $0.hasPrefix("{") } : nil
    let isFine = status == .exit(0) || tool == .check && status == .exit(1)
    let words = report.map(String.init) ?? text
    return Self.content(words.isEmpty ? (isFine ? "done" : status.words) : words, isError: !isFine)
  }

  private static func content(_ text: String, isError: Bool) -> JSON {
    .object([
      ("content", .array([.object([("type", .string("text")), ("text", .string(text))])])),
      ("isError", .boolean(isError)),
    ])
  }

  private static func success(_ id: JSON, _ result: JSON) -> JSON {
    .object([("jsonrpc", .string("2.0")), ("id", id), ("result", result)])
  }

  private static func failure(_ id: JSON, _ code: Code, _ message: String) -> JSON {
    let error = JSON.object([("code", .number(code.rawValue)), ("message", .string(message))])
    return .object([("jsonrpc", .string("2.0")), ("id", id), ("error", error)])
  }
}

extension JSONValue {
  /// A member of an object.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.name == name }?.value
  }

  var text: String? { if case .string(let text) = content { text } else { nil } }
  var boolean: Bool? { if case .bool(let value) = content { value } else { nil } }

  /// An id as it is sent back; nil for what is none.
  fileprivate var identifier: JSON? {
    switch content {
    case .string(let text): .string(text)
    case .number(let number): Int(exactly: number).map(JSON.number)
    case .null, .bool, .array, .object: nil
    }
  }
}
