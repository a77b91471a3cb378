import DiagramInterchange
import Foundation
import TestSupport
import Testing

@testable import DiagramCommand

/// `diagen mcp`, by hand and by the client of PyPI.
@Suite struct MCPTests {
  private static let server = MCPServer { arguments in
    (.exit(0), Array("ran \(arguments.joined(separator: " "))".utf8))
  }

  private func answer(_ message: String) -> String? {
    Self.server.answer(to: Array(message.utf8))?.description
  }

  private func call(_ tool: String, _ arguments: String) -> String {
    answer(
      #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"\#(tool)","arguments":\#(arguments)}}"#
    ) ?? ""
  }

  @Test(arguments: [
    (#"{"jsonrpc":"2.0","id":7,"method":"ping"}"#, #"{"jsonrpc":"2.0","id":7,"result":{}}"#),
    (
      #"{"jsonrpc":"2.0","id":"a\"","method":"ping"}"#, #"{"jsonrpc":"2.0","id":"a\"","result":{}}"#
    ),
    (#"{"jsonrpc":"2.0","id":1,"method":"no"}"#, #""error":{"code":-32601,"#),
    (
      #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"no"}}"#,
      #""error":{"code":-32602,"#
    ),
    (#"{"jsonrpc":"2.0","id":1.5,"method":"ping"}"#, #""id":null,"error":{"code":-32600,"#),
    (#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, #""error":{"code":-32600,"#),
    (#"{"jsonrpc":"1.0","id":3,"method":"ping"}"#, #""id":3,"error":{"code":-32600,"#),
    (#"[{"jsonrpc":"2.0","id":1,"method":"ping"}]"#, #""error":{"code":-32600,"#),
    (#"{"id":1"#, #""id":null,"error":{"code":-32700,"#), ("\u{0}", #""error":{"code":-32700,"#),
    (
      #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-03-26"}}"#,
      #""protocolVersion":"2025-03-26""#
    ),
    (
      #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2099-01-01"}}"#,
      #""protocolVersion":"2025-11-25""#
    ),
  ])
  func everyMessageIsAnswered(message: String, answered: String) throws {
    let answer = try #require(self.answer(message))
    #expect(answer.contains(answered), "\(answer)")
    #expect(!answer.contains("\n"))
  }

  @Test(arguments: [
    #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#, #"{"jsonrpc":"2.0","method":"no"}"#,
    #"{"jsonrpc":"2.0","id":1,"result":{}}"#,
  ])
  func whatAsksForNothingIsNotAnswered(message: String) { #expect(answer(message) == nil) }

  @Test(arguments: [
    (
      "render", #"{"files":["a b.swift"],"theme":"light","format":"svg"}"#,
      "ran render a b.swift --theme light --format svg"
    ),
    (
      "check", #"{"files":["a"],"slides":["x","y"],"fix":true}"#,
      "ran check a --slides x --slides y --fix --json"
    ),
    ("check", #"{"files":["a"],"fix":false}"#, "ran check a --json"),
    ("diff", "{}", "ran diff --json"),
    ("diff", #"{"to":"b"}"#, "ran diff HEAD b --json"),
    ("diff", #"{"to":"b","from":"a"}"#, "ran diff a b --json"),
    ("explain", #"{"name":"web","files":["s.swift"]}"#, "ran explain s.swift web --json"),
  ])
  func aToolIsACommand(tool: String, arguments: String, command: String) {
    #expect(call(tool, arguments).contains("\"text\":\"\(command)\"}],\"isError\":false"))
  }

  @Test(arguments: [
    ("render", "{}", "“files” is missing"), ("render", #"{"files":[]}"#, "“files” is empty"),
    ("render", #"{"files":"a"}"#, "“files” is a list of texts"),
    ("render", #"{"files":[1]}"#, "“files” is a list of texts"),
    ("render", #"{"files":["--force"]}"#, "“files” cannot be “--force”"),
    ("render", #"{"files":["a"],"force":true}"#, "no argument “force”"),
    ("render", #"{"files":["a"],"theme":"red"}"#, "“theme” is one of"),
    ("diff", #"{"from":"-x"}"#, "cannot be"),
    ("check", #"{"files":["a"],"fix":"yes"}"#, "“fix” is true or false"),
    ("words", "[]", "arguments are an object"),
    ("words", #"{"about":"no such word"}"#, "nothing in the language"),
  ])
  func wrongArgumentsAreTold(tool: String, arguments: String, told: String) {
    let answer = call(tool, arguments)
    #expect(answer.contains(told) && answer.hasSuffix("\"isError\":true}}"), "\(answer)")
  }

  @Test func theWordsAreTold() throws {
    #expect(call("words", "{}").contains("Picture(\\\"overview\\\""))
    let some = call("words", #"{"about":"Ring("}"#)
    #expect(some.contains("## Arrangements") && !some.contains("## Commands"))
    let file = try String(contentsOfFile: WorkTree.file("llms.txt"), encoding: .utf8)
    #expect(file == languageBrief + "\n" || file == languageBrief)
    // About four letters are a token.
    #expect(file.count <= 16_000)
  }

  /// Messages with random damage: each is answered with one line of JSON, or with nothing, and none is a trap.
  @Test(arguments: UInt64(0)..<300)
  func noMessageIsATrap(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let whole = [
      #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"check","arguments":{"files":["a"],"fix":true}}}"#,
      #"{"jsonrpc":"2.0","id":"x","method":"initialize","params":{"protocolVersion":"2025-06-18"}}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#,
    ]
    for _ in 0..<40 {
      var bytes = Array(whole.randomElement(using: &random)!.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = .random(in: 0...255, using: &random)
        case 2:
          bytes.insert(contentsOf: "{\"[,:nul0e".utf8.shuffled(using: &random).prefix(3), at: place)
        default: bytes.removeSubrange(place...)
        }
      }
      guard let answer = Self.server.answer(to: bytes)?.description else { continue }
      #expect(!answer.contains("\n"))
      #expect(try JSONValue(reading: Array(answer.utf8))["jsonrpc"]?.text == "2.0")
    }
  }

  // MARK: - Sessions

  private func session(_ diagen: OneFileProgram, _ messages: [String]) throws -> [String] {
    try diagen.folder.write(messages.joined(separator: "\n") + "\n", to: "session")
    let run = try Program.run(
      "/bin/sh", ["-c", "exec '\(Program("diagen").path)' mcp < session"], in: diagen.folder.path,
      environment: diagen.environment)
    #expect(run.status == 0 && run.errors == "", "\(run)")
    return run.lines
  }

  @Test func aSessionDrawsChecksAndExplains() throws {
    try withOneFileProgram { diagen in
      try diagen.folder.write(OneFileProgram.file(), to: "shop.swift")
      func call(_ id: Int, _ tool: String, _ arguments: String) -> String {
        #"{"jsonrpc":"2.0","id":\#(id),"method":"tools/call","params":{"name":"\#(tool)","arguments":\#(arguments)}}"#
      }
      let lines = try session(
        diagen,
        [
          #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}"#,
          #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#, "",
          #"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#,
          call(2, "render", #"{"files":["shop.swift"]}"#),
          call(3, "check", #"{"files":["shop.swift"]}"#),
          call(4, "explain", #"{"files":["shop.swift"],"name":"website"}"#),
          call(5, "render", #"{"files":["gone.swift"]}"#), "no json",
        ])
      #expect(lines.count == 7)
      #expect(lines[0].contains(#""serverInfo":{"name":"diagen""#))
      #expect(MCPTool.allCases.allSatisfy { lines[1].contains("{\"name\":\"\($0.rawValue)\"") })
      #expect(try diagen.folder.read("shop/overview.svg").contains("Website"))
      #expect(
        lines[3].contains(#"{\"ok\":true,\"images\":3"#) && lines[3].contains("\"isError\":false"))
      #expect(lines[4].contains(#"\"id\":\"website\""#))
      #expect(lines[5].contains("gone.swift") && lines[5].contains("\"isError\":true"))
      #expect(lines[6].contains("-32700"))
    }
  }

  /// Lines in odd pieces, without an end, and longer than may be.
  @Test(arguments: [1, 2, 7, 4096])
  func linesAreReadInWhateverPieces(piece: Int) throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let text = "first\r\n\n  \n\(String(repeating: "x", count: 100))\nlast é\nopen"
    let bytes = Array(text.utf8)
    let writing = ends[1]
    Thread.detachNewThread {
      for start in stride(from: 0, to: bytes.count, by: piece) {
        let part = Array(bytes[start..<min(start + piece, bytes.count)])
        _ = write(writing, part, part.count)
      }
      close(writing)
    }
    var reader = LineReader(descriptor: ends[0], limit: 40)
    var lines: [String] = []
    while let line = reader.next() {
      lines.append(line.isTooLong ? "too long" : String(decoding: line.bytes, as: UTF8.self))
    }
    close(ends[0])
    #expect(lines == ["first\r", "too long", "last é", "open"])
  }

  /// The client that most agents are made with, where Python has it: `pip install mcp`.
  private static let hasClient =
    (try? Program.run("/usr/bin/env", ["python3", "-c", "import mcp"], in: "/"))?.status == 0

  @Test(.enabled(if: hasClient))
  func theClientOfPyPIUnderstandsEverything() throws {
    try withOneFileProgram { diagen in
      try diagen.folder.write(OneFileProgram.file(), to: "shop.swift")
      try diagen.folder.write(
        """
        import asyncio, sys
        from mcp import ClientSession, StdioServerParameters
        from mcp.client.stdio import stdio_client
        async def main():
            import os
            server = StdioServerParameters(command=sys.argv[1], args=['mcp'], env=dict(os.environ))
            async with stdio_client(server) as (read, write):
                async with ClientSession(read, write) as session:
                    await session.initialize()
                    print(' '.join(tool.name for tool in (await session.list_tools()).tools))
                    for name, arguments in [('render', {'files': ['shop.swift']}), ('check', {'files': ['shop.swift']}),
                        ('explain', {'files': ['shop.swift'], 'name': 'website'}), ('words', {'about': 'Ring('}),
                        ('render', {'files': ['-x']})]:
                        result = await session.call_tool(name, arguments)
                        failed = getattr(result, 'isError', None)
                        if failed is None: failed = result.is_error
                        print(name, failed, result.content[0].text[:30].replace(chr(10), ' '))
        asyncio.run(main())
        """, to: "client.py")
      let run = try Program.run(
        "/usr/bin/env", ["python3", "client.py", Program("diagen").path], in: diagen.folder.path,
        environment: diagen.environment)
      let starts = [
        "render check diff explain words", "render False done", "check False {\"ok\":true,",
        "explain False {\"explanations\":[", "words False ## Arrangements and hints",
        "render True “files” cannot be “-x”",
      ]
      #expect(run.lines.count == starts.count, "\(run)")
      for (line, start) in zip(run.lines, starts) { #expect(line.hasPrefix(start), "\(line)") }
    }
  }
}
