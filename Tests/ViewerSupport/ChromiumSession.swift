package import Foundation

/// Chromium without a window, on one page that stays open and is asked about what it shows.
///
/// Its commands go through pipes, as texts of JSON with a zero after each.
///
/// > Source: Chrome DevTools Protocol, https://chromedevtools.github.io/devtools-protocol/
package final class ChromiumSession {
  private let process = Process()
  private let toBrowser = Pipe()
  private let fromBrowser = Pipe()
  private let profile: URL
  private var session: String?
  private var lastNumber = 0
  private var rest = Data()

  /// Opens a page, which may reach this machine and nothing else, for a person who prefers light pages or dark ones.
  ///
  /// - Throws: ``ViewerError`` if there is no Chromium, or it does not answer.
  package init(at address: String, prefersDark: Bool = false) throws {
    guard let program = Viewers.chromium else { throw ViewerError(Viewers.noChromium) }
    profile = FileManager.default.temporaryDirectory
      .appendingPathComponent("diagen-viewer-\(UUID().uuidString)")
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // It wants its pipes as 3 and 4.
    process.arguments =
      [
        "-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1", program.path,
        "--remote-debugging-pipe", "--blink-settings=preferredColorScheme=\(prefersDark ? 0 : 1)",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      ]
      + Chromium.switches(profile: profile).filter { !$0.hasPrefix("--host-resolver-rules") }
    process.standardInput = toBrowser
    process.standardOutput = fromBrowser
    try process.run()
    let target = try send("Target.createTarget", ["url": "about:blank"])["targetId"]
    let attached = try send(
      "Target.attachToTarget", ["targetId": target ?? "", "flatten": true])
    session = attached["sessionId"] as? String
    _ = try send("Page.enable")
    _ = try send("Page.navigate", ["url": address])
  }

  /// Ends the browser.
  package func close() {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: profile)
  }

  /// What an expression of JavaScript is in the page; nil for `undefined`, and where it fails.
  package func value<Value>(_ expression: String, as type: Value.Type = Value.self) throws -> Value?
  {
    let answer = try send(
      "Runtime.evaluate",
      ["expression": expression, "returnByValue": true, "awaitPromise": true])
    return (answer["result"] as? [String: Any])?["value"] as? Value
  }

  /// Whether an expression becomes true within some seconds. Between two pages there is no answer, and it
  /// is asked again.
  package func waits(for condition: String, seconds: Double = 60) throws -> Bool {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      do {
        if try value("!!(\(condition))") ?? false { return true }
      } catch _ where process.isRunning {}
      Thread.sleep(forTimeInterval: 0.02)
    }
    return false
  }

  /// Presses a key.
  package func press(_ key: String) throws {
    for type in ["rawKeyDown", "keyUp"] {
      _ = try send("Input.dispatchKeyEvent", ["type": type, "key": key])
    }
  }

  /// Clicks into the middle of what a selector finds.
  package func click(_ selector: String) throws {
    let middle = try value(
      "(() => { const r = document.querySelector('\(selector)').getBoundingClientRect();"
        + "return [r.x + r.width / 2, r.y + r.height / 2] })()", as: [Double].self)
    guard let middle, middle.count == 2 else { throw ViewerError("there is no \(selector)") }
    for type in ["mousePressed", "mouseReleased"] {
      _ = try send(
        "Input.dispatchMouseEvent",
        ["type": type, "x": middle[0], "y": middle[1], "button": "left", "clickCount": 1])
    }
  }

  /// Something that a reader of the page says.
  package struct Spoken: Hashable, Sendable {
    package let role: String
    package let name: String
    package let description: String

    package init(_ role: String, _ name: String, _ description: String = "") {
      self.role = role
      self.name = name
      self.description = description
    }
  }

  /// All that a reader finds on the page, in its order, without what is only there to hold something.
  package func spoken() throws -> [Spoken] {
    _ = try send("Accessibility.enable")
    let nodes = try send("Accessibility.getFullAXTree")["nodes"] as? [[String: Any]] ?? []
    let byID = Dictionary(
      nodes.map { ($0["nodeId"] as? String ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    func value(_ node: [String: Any], _ name: String) -> String {
      (node[name] as? [String: Any])?["value"] as? String ?? ""
    }
    func collected(_ node: [String: Any]) -> [Spoken] {
      let role = value(node, "role")
      let isSilent = node["ignored"] as? Bool ?? false || ["generic", "none"].contains(role)
      let own = isSilent ? [] : [Spoken(role, value(node, "name"), value(node, "description"))]
      return own
        + (node["childIds"] as? [String] ?? []).compactMap { byID[$0] }.flatMap(collected)
    }
    return nodes.first.map(collected) ?? []
  }

  /// The window as a PNG.
  package func screenshot() throws -> Data {
    let answer = try send("Page.captureScreenshot", ["format": "png"])
    return Data(base64Encoded: answer["data"] as? String ?? "") ?? Data()
  }

  private func send(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    lastNumber += 1
    var command: [String: Any] = ["id": lastNumber, "method": method, "params": parameters]
    command["sessionId"] = session
    try toBrowser.fileHandleForWriting.write(
      contentsOf: try JSONSerialization.data(withJSONObject: command) + [0])
    while let message = try nextMessage() {
      guard message["id"] as? Int == lastNumber else { continue }
      if let error = message["error"] { throw ViewerError("\(method): \(error)") }
      return message["result"] as? [String: Any] ?? [:]
    }
    throw ViewerError("chromium has ended")
  }

  private func nextMessage() throws -> [String: Any]? {
    while true {
      if let end = rest.firstIndex(of: 0) {
        let message = Data(rest[..<end])
        rest = Data(rest[rest.index(after: end)...])
        return try JSONSerialization.jsonObject(with: message) as? [String: Any]
      }
      let more = fromBrowser.fileHandleForReading.availableData
      guard !more.isEmpty else { return nil }
      rest += more
    }
  }
}
