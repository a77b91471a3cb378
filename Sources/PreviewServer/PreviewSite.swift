package import FlyingFox
import Foundation

/// What the preview answers: its page, and the files of one flat folder. It only reads.
///
/// It speaks with nobody but its own page: a request by another name than that of this machine comes from a page
/// elsewhere that had a name lead here, and one with a foreign origin from a page elsewhere outright.
package struct PreviewSite: Sendable {
  private let folder: String
  private let port: UInt16
  private let changes: Changes

  /// - Parameters:
  ///   - folder: where `diagen` puts what is to be seen.
  ///   - port: by which the page is reached.
  ///   - changes: how often something changed in the folder.
  package init(folder: String, port: UInt16, changes: Changes) {
    self.folder = folder
    self.port = port
    self.changes = changes
  }

  /// The answer to a request.
  package func response(to request: HTTPRequest) async -> HTTPResponse {
    guard isOurs(request) else {
      return text(.forbidden, "this preview answers only its own page at http://\(hosts[0])/\n")
    }
    guard request.method == .GET else {
      return text(.methodNotAllowed, "this preview is only read\n")
    }
    if let part = PreviewPage(path: request.path) {
      return answer(Data(part.content.utf8), type: part.type)
    }
    if request.path == "/changes" {
      let seen = request.query["after"].flatMap(Int.init) ?? -1
      return text(.ok, "\(await changes.version(after: seen))")
    }
    return file(request.path)
  }

  // MARK: Who asks

  private var hosts: [String] { ["127.0.0.1:\(port)", "localhost:\(port)"] }

  private func isOurs(_ request: HTTPRequest) -> Bool {
    guard let host = request.headers[.host], hosts.contains(host.lowercased()) else { return false }
    if let origin = request.headers[HTTPHeader("Origin")], origin.lowercased() != "http://\(host)" {
      return false
    }
    // `none` is who types the address.
    return ["same-origin", "none"].contains(
      request.headers[HTTPHeader("Sec-Fetch-Site")] ?? "none")
  }

  // MARK: Files

  /// A file of the folder; a name with anything in it that could lead elsewhere is the name of none.
  private func file(_ path: String) -> HTTPResponse {
    let name = path.dropFirst()
    let isPlain = name.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard isPlain, parts.count == 2, !parts[0].isEmpty, let type = Self.types[String(parts[1])],
      let content = try? Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
    else { return text(.notFound, "there is nothing of this name\n") }
    // A picture is called by what is in it: what was seen once is never asked for again.
    return answer(
      content, type: type, caching: parts[1] == "json" ? "no-store" : "max-age=31536000, immutable")
  }

  private static let types = [
    "json": "application/json", "svg": "image/svg+xml", "drawio": "application/xml",
  ]

  // MARK: Answers

  private func text(_ status: HTTPStatusCode, _ text: String) -> HTTPResponse {
    answer(Data(text.utf8), type: "text/plain; charset=utf-8", status: status)
  }

  private func answer(
    _ content: Data, type: String, caching: String = "no-store", status: HTTPStatusCode = .ok
  ) -> HTTPResponse {
    HTTPResponse(
      statusCode: status,
      headers: [
        .contentType: type, .cacheControl: caching,
        HTTPHeader("Content-Security-Policy"):
          "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
          + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
          + "frame-ancestors 'none'",
        HTTPHeader("X-Content-Type-Options"): "nosniff",
        HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
        HTTPHeader("Referrer-Policy"): "no-referrer",
      ], body: content)
  }
}

/// How often something changed; who knows the last number waits for the next.
package actor Changes {
  private var version = 0

  package init() {}

  /// Something changed.
  package func add() { version += 1 }

  /// The number of the last change as soon as it is another than the one seen, or after a while.
  package func version(after seen: Int) async -> Int {
    for _ in 0..<500 {
      guard version == seen else { return version }
      do { try await Task.sleep(for: .milliseconds(20)) } catch { return version }
    }
    return version
  }
}
