import Foundation

/// Chromium without a window: opens one page, offline, and reads its report.
enum Chromium {
  /// Opens a page made of scripts and returns the JSON that its scripts report.
  ///
  /// The page is opened once, with an empty profile, and may load nothing but the scripts; other
  /// requests are refused and land in the page's complaints.
  ///
  /// - Parameters:
  ///   - type: what the report is decoded as.
  ///   - scripts: files that the page runs in order; one of them calls `report`.
  ///   - input: what the scripts find as the constant `input`.
  ///   - seconds: the time after which Chromium is killed.
  ///   - fonts: the fonts that it has.
  /// - Returns: what `report` was called with.
  /// - Throws: ``ViewerError`` if there is no Chromium, no report or no time left.
  static func report<Input: Encodable, Report: Decodable>(
    _ type: Report.Type, scripts: [URL], input: Input, seconds: Double = 150,
    fonts: FontSettings = .unhinted
  ) throws -> Report {
    guard let program = Viewers.chromium else { throw ViewerError(Viewers.noChromium) }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("diagen-viewer-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }

    let inputScript = folder.appendingPathComponent("input.js")
    let json = try JSONEncoder().encode(input)
    try (Data("const input = ".utf8) + json + Data(";".utf8)).write(to: inputScript)
    let page = folder.appendingPathComponent("page.html")
    try Data(html(scripts: [inputScript] + scripts).utf8).write(to: page)

    let arguments =
      switches(profile: folder.appendingPathComponent("profile")) + [
        "--dump-dom", page.absoluteString,
      ]
    let dom = try Command.output(
      of: program, arguments, environment: try fonts.environment(in: folder), in: folder,
      seconds: seconds)
    return try JSONDecoder().decode(type, from: try encodedReport(in: dom))
  }

  private static func html(scripts: [URL]) -> String {
    let policy =
      "default-src 'none'; script-src file: 'unsafe-inline' 'unsafe-eval'; "
      + "style-src 'unsafe-inline'; img-src data:; font-src data:"
    let elements = scripts.map { "<script src=\"\($0.absoluteString)\"></script>" }
    return """
      <!DOCTYPE html>
      <html><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <style>html, body { margin: 0 }</style></head>
      <body><pre id="report" hidden></pre>
      \(elements.joined(separator: "\n"))
      </body></html>
      """
  }

  private static func encodedReport(in dom: Data) throws -> Data {
    let text = String(decoding: dom, as: UTF8.self)
    guard let element = text.range(of: "<pre id=\"report\" hidden=\"\">"),
      let end = text.range(of: "</pre>", range: element.upperBound..<text.endIndex),
      let report = Data(base64Encoded: String(text[element.upperBound..<end.lowerBound])),
      !report.isEmpty
    else { throw ViewerError("the page in Chromium gave no report") }
    return report
  }

  /// Headless, offline and the same on every machine.
  static func switches(profile: URL) -> [String] {
    [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--no-first-run", "--disable-extensions", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--disable-default-apps", "--mute-audio",
      "--hide-scrollbars", "--allow-file-access-from-files", "--force-color-profile=srgb",
      "--enable-blink-features=ComputedAccessibilityInfo", "--font-render-hinting=none",
      "--lang=en",
      "--window-size=1600,1200",
      "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(profile.path)",
    ]
  }
}
