import FlyingFox
import FlyingSocks
import Foundation
import PreviewServer

/// Serves a folder of pictures to a browser: `diagen-preview FOLDER PORT`.
///
/// `diagen preview` starts this program; nobody else calls it. It prints its address. A line on standard input
/// says that something changed; the end of it, that `diagen` has ended.
@main struct DiagenPreview {
  static func main() async {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let wanted = UInt16(arguments[2]) else {
      fail("diagen preview starts this program; nobody else needs it")
    }
    do {
      // Nobody but this machine reaches it.
      let server = HTTPServer(
        config: .init(
          address: try .inet(ip4: "127.0.0.1", port: wanted), timeout: 60, logger: .disabled))
      let run = Task { try await server.run() }
      // A port that is taken ends the run at once.
      Task {
        do { try await run.value } catch { fail("\(error)") }
      }
      try await server.waitUntilListening()
      guard case .ip4(_, let port)? = await server.listeningAddress else { fail("no address") }
      let changes = Changes()
      let site = PreviewSite(folder: arguments[1], port: port, changes: changes)
      await server.appendRoute("*") { await site.response(to: $0) }
      print("http://127.0.0.1:\(port)/")
      fflush(nil)
      Thread.detachNewThread {
        while readLine() != nil { Task { await changes.add() } }
        exit(0)
      }
      try await run.value
    } catch {
      fail("\(error)")
    }
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("error: the preview cannot be served: \(message)\n".utf8))
    exit(1)
  }
}
