import DiagramDSL
import DiagramEngine
import Foundation
import Testing
import ViewerSupport

/// What those hear who cannot see a picture, as Chromium tells it to their readers.
@Suite(.viewers(missing: Viewers.missingForPages))
struct AccessibilityTests {
  private let series = Series("shop") {
    Picture("overview", title: "The shop") {
      let user = Component("Customer", shape: .person)
      let web = Component("**web**").subtitle("nginx").badge(3)
      let api = Component("API").link("https://example.org/api").corner(.topRight, Icon(.lock))
      let store = Icon(.database).id("store")
      user
      Node("Cluster") {
        web
        api
        Component("old").crossedOut()
      }
      store
      (user --> web).label("buys")
      (api --- store).labels(start: "1", end: "*")
      Brace("two zones", over: web, api)
    }.caption("As of May.")
  }

  private func spoken(_ content: (String) -> (name: String, text: String)) throws
    -> [ChromiumSession.Spoken]
  {
    let svg = try series.rendered(in: .dark, as: [.svg]).files[0]
    let file = content(String(decoding: svg.bytes, as: UTF8.self))
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("diagen-\(UUID().uuidString)-\(file.name)")
    try Data(file.text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let session = try ChromiumSession(at: url.absoluteString)
    defer { session.close() }
    _ = try session.waits(for: "document.readyState == 'complete'")
    return try session.spoken()
  }

  @Test func everythingHasItsRoleNameAndPlaceInTheOrderOfTheModel() throws {
    let found = try spoken { svg in
      (
        "page.html",
        "<!DOCTYPE html><meta charset=utf-8><title>page</title><body>"
          + svg[(svg.range(of: "<svg")?.lowerBound ?? svg.startIndex)...] + "</body>"
      )
    }
    let document = try #require(found.firstIndex { $0.role == "graphics-document" })
    #expect(found[document].name.hasPrefix("The shop"))
    #expect(
      found[(document + 1)...].filter { $0.role.hasPrefix("graphics") || $0.role == "link" } == [
        .init("graphics-symbol", "Customer"),
        .init("graphics-object", "Cluster", "contains web, API, old"),
        .init("graphics-symbol", "web (3)", "nginx"),
        .init("graphics-object", "API (lock)"), .init("link", "API"),
        .init("graphics-symbol", "old", "crossed out"),
        .init("graphics-symbol", "database"),
        .init("graphics-symbol", "brace: two zones (web, API)"),
        .init("graphics-symbol", "Customer points to web: buys"),
        .init("graphics-symbol", "API is linked with database (start: 1, end: *)"),
      ], "\(found)")
    // Nothing is said twice: of texts only the caption and what a link says are left.
    let texts = found.filter { $0.role == "StaticText" }.map(\.name)
    #expect(texts == ["As of May.", "API"], "\(texts)")
  }

  @Test func aPictureThatIsOpenedAloneSaysTheSame() throws {
    let found = try spoken { ("picture.svg", $0) }
    #expect(found.filter { $0.role == "graphics-symbol" }.count == 7)
    #expect(found.filter { $0.role == "graphics-object" }.map(\.name) == ["Cluster", "API (lock)"])
  }
}
