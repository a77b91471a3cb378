import DiagramDSL
import DiagramEngine
import DiagramModel
import DiagramRender
import TestSupport
import Testing

/// A picture in words, which is made of its scene and nothing else.
@Suite struct OutlineTests {
  private func lines(_ series: Series) throws -> [String] {
    let file = try series.rendered(in: .dark, as: [.outline]).files[0]
    return String(decoding: file.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func everythingThatIsShownIsSaid() throws {
    let series = Series("shop") {
      Picture("overview", title: "The shop") {
        let user = Component("Customer", shape: .person)
        let web = Component("web").subtitle("nginx").detail("serves\npages").badge(3)
        let api = Component("**API**").corner(.topRight, Icon(.lock)).link(
          "https://example.org/api")
        let old = Component("old API").crossedOut().tooltip("gone in May")
        let store = Icon(.database).id("store")
        let copies = [Component("worker").id("w1"), Component("worker").id("w2")]
        user
        let cluster = Node("Cluster") {
          web
          api
          Node("Batch") { copies[0] }
          Node("Spare") { copies[1] }
          old
        }
        cluster
        store
        (user --> web).label("buys").numbered(1)
        web <--> api
        (api --- store).labels(start: "1", end: "*")
        (copies[0] <-- api).label("asks").tooltip("AMQP")
        Brace("two zones", over: web, api)
      }.caption("As of *today*.")
    }
    let text = try lines(series)
    #expect(
      text.dropLast(2) == [
        "The shop", "", "Customer", "Cluster", "  web (3): nginx, serves pages",
        "  API (lock) <https://example.org/api>", "  Batch", "    worker", "  Spare", "    worker",
        "  old API: crossed out [gone in May]", "database", "", "Customer --> web (1): buys",
        "web <--> API", "API --- database (start: 1, end: *)",
        "API --> Batch / worker: asks [AMQP]", "", "brace: two zones (web, API)", "",
        "As of today.", "",
      ], "\(text.joined(separator: "\n"))")
    #expect(text[text.count - 2].hasPrefix("diagen version="))
  }

  /// Nothing is lost, each thing stands on a line of its own, and as deep as it lies.
  @Test(arguments: UInt64(0)..<300)
  func anOutlineHasALineForEachThing(seed: UInt64) throws {
    for scene in try RandomScenes.drawn(seed: seed).scenes {
      let bytes = OutlineRenderer.render(SceneDocuments(scene))
      let text = String(decoding: bytes, as: UTF8.self)
      let paragraphs = text.split(separator: "\n\n", omittingEmptySubsequences: false)
      let things = scene.boxes.filter { $0.meaning.role == .thing }
      let shown = paragraphs.dropFirst().first.map { $0.split(separator: "\n") } ?? []
      if !things.isEmpty {
        #expect(shown.count == things.count, "\(text)")
        let depths = shown.map { $0.prefix { $0 == " " }.count / 2 }
        func depth(_ box: SceneBox) -> Int {
          scene.boxes.first { $0.id == box.parent }.map { depth($0) + 1 } ?? 0
        }
        #expect(depths.sorted() == things.map(depth).sorted())
      }
      let arrows = scene.elements.count { if case .line = $0 { true } else { false } }
      #expect(
        text.split(separator: "\n").count { $0.contains(#/ (-->|<--|<-->|---) /#) } >= arrows)
      #expect(OutputFormat.outline.mark(of: bytes) != nil)
    }
  }

  /// Every path is in the scene, at its place: of an arrow the line and its heads.
  @Test func headsLieAtTheEndsOfTheirLine() throws {
    let heads = ArrowHead.allCases
    for (start, end) in zip(heads, heads.reversed()) {
      for points in [[(10, 50), (90, 50)], [(10, 20), (70, 100)], [(50, 90), (50, 10)]] {
        let line = SceneLine(
          id: "a", source: "b", target: "c", parent: nil,
          points: points.map { Point(x: $0.0, y: $0.1) }, isCurved: false, radius: 8,
          paint: Paint(fill: nil, stroke: Color(0), strokeWidth: 20, pattern: .dashed),
          startHead: start, endHead: end, text: nil)
        let shapes = line.shapes
        #expect(shapes.count == 1 + [start, end].count { $0 != .none })
        for (shape, tip) in zip(
          shapes.dropFirst(),
          zip([start, end], line.points).filter { $0.0 != .none }.map(\.1))
        {
          let places = shape.polylines.joined()
          let distances = places.map { place in
            let (x, y) = (place.x - Double(tip.x), place.y - Double(tip.y))
            return (x * x + y * y).squareRoot()
          }
          #expect((distances.min() ?? 99) < 9 && (distances.max() ?? 99) < 18, "\(start) \(end)")
          #expect(shape.paint.pattern == .solid)
        }
      }
    }
  }
}
