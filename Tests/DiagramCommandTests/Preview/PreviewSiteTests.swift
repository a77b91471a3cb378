import DiagramAlgorithms
import FlyingFox
import Foundation
import PreviewServer
import Testing

/// What the server of a preview answers, and whom it does not.
@Suite struct PreviewSiteTests {
  private func answer(
    _ path: String, method: HTTPMethod = .GET, host: String? = "127.0.0.1:4000",
    headers: [String: String] = [:], in folder: TemporaryFolder
  ) async -> HTTPResponse {
    var all = headers
    all["Host"] = host
    let site = PreviewSite(folder: folder.path, port: 4000, changes: Changes())
    let request = HTTPRequest(
      method: method, version: .http11, path: path, query: [],
      headers: HTTPHeaders(
        Dictionary(uniqueKeysWithValues: all.map { (HTTPHeader($0.key), $0.value) })),
      body: HTTPBodySequence())
    return await site.response(to: request)
  }

  private func withFolder(_ body: (TemporaryFolder) async throws -> Void) async throws {
    let folder = TemporaryFolder(
      path: FileManager.default.temporaryDirectory.path(percentEncoded: false)
        + "diagen-test-\(UUID().uuidString)")
    try folder.write("<svg/>", to: "0123abcd.svg")
    try folder.write("[]", to: "pictures.json")
    try folder.write("secret", to: "notes.txt")
    try folder.write("<svg/>", to: "below/0123abcd.svg")
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    try await body(folder)
  }

  @Test func everyFileHasItsTypeAndNothingForeignIsLoaded() async throws {
    try await withFolder { folder in
      let types = [
        "/": "text/html; charset=utf-8", "/preview.css": "text/css; charset=utf-8",
        "/preview.js": "text/javascript; charset=utf-8", "/0123abcd.svg": "image/svg+xml",
        "/pictures.json": "application/json",
      ]
      for (path, type) in types {
        let answer = await answer(path, in: folder)
        #expect(answer.statusCode == .ok, "\(path)")
        #expect(answer.headers[.contentType] == type, "\(path)")
        #expect(answer.headers[HTTPHeader("X-Content-Type-Options")] == "nosniff")
        let policy = answer.headers[HTTPHeader("Content-Security-Policy")] ?? ""
        #expect(policy.hasPrefix("default-src 'none'"))
        if path.hasPrefix("/p") || path == "/" {
          let text = String(decoding: try await answer.bodyData, as: UTF8.self)
          #expect(!text.contains("https://") && !text.contains("http://"), "\(path)")
        }
      }
    }
  }

  @Test(arguments: [
    nil, "", "evil.example", "evil.example:4000", "127.0.0.1", "127.0.0.1:4001", "localhost:80",
    "127.0.0.1:4000.evil.example", "127.0.0.1:4000, evil.example", "0.0.0.0:4000",
  ])
  func anotherHostIsRefused(host: String?) async throws {
    try await withFolder { folder in
      for path in ["/", "/pictures.json", "/0123abcd.svg", "/changes"] {
        #expect(await answer(path, host: host, in: folder).statusCode == .forbidden)
      }
    }
  }

  @Test func pagesElsewhereAreRefused() async throws {
    try await withFolder { folder in
      let foreign = [
        ["Origin": "http://evil.example"], ["Origin": "null"], ["Origin": "http://127.0.0.1:4001"],
        ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"],
      ]
      for headers in foreign {
        let answer = await answer("/pictures.json", headers: headers, in: folder)
        #expect(answer.statusCode == .forbidden, "\(headers)")
      }
      let own = ["Origin": "http://localhost:4000", "Sec-Fetch-Site": "same-origin"]
      #expect(
        await answer("/", host: "localhost:4000", headers: own, in: folder).statusCode == .ok)
      for method in [HTTPMethod.POST, .PUT, .DELETE] {
        #expect(await answer("/", method: method, in: folder).statusCode == .methodNotAllowed)
      }
    }
  }

  @Test(arguments: [
    "/nothing.svg", "/notes.txt", "/../pictures.json", "/..", "//etc/passwd", "/below/0123abcd.svg",
    "/.svg", "/pictures.json/", "/%2e%2e/pictures.json", "/..%2fpictures.json",
    "/pictures.json\0.svg",
    "/PICTURES.JSON", "/a.b.svg", "/below", "/0123abcd.svg ", "",
  ])
  func whatIsNoneOfItsFilesIsNotThere(path: String) async throws {
    try await withFolder { folder in
      #expect(await answer(path, in: folder).statusCode == .notFound, "\(path)")
    }
  }

  /// Whatever is asked for, the answer is a file of the folder, of the page, or none.
  @Test func nothingOutsideIsEverAnswered() async throws {
    try await withFolder { folder in
      var random = SeededGenerator(seed: 13)
      let parts = [
        "..", ".", "/", "\\", "%2e", "below", "pictures", "json", "svg", "0123abcd", "notes", "txt",
        "\0",
      ]
      let known = [
        "/", "/preview.css", "/preview.js", "/0123abcd.svg", "/pictures.json", "/changes",
      ]
      for _ in 0..<2000 {
        let count = Int.random(in: 0..<7, using: &random)
        let path = "/" + (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
        let status = await answer(path, in: folder).statusCode
        #expect(status == (known.contains(path) ? .ok : .notFound), "\(path.debugDescription)")
      }
    }
  }
}
