import DiagramAlgorithms
import DiagramDSL
import DiagramEngine
import DiagramGraph
import DiagramLayout
import DiagramModel
import DrawingExchange
import Foundation
import TestSupport
import Testing

@testable import DiagramCommand

/// What did not change is not placed again, and what did is.
@Suite struct KnownLayoutsTests {
  private let graph = LayoutGraph(
    nodes: [
      LayoutNode(parent: nil, minimumSize: .zero, isOutlined: false),
      LayoutNode(parent: 0, minimumSize: Size(width: 120, height: 60)),
      LayoutNode(parent: 0, minimumSize: Size(width: 80, height: 40)),
    ], edges: [LayoutEdge(source: 1, target: 2)])

  /// The layouts that a run with a cache gets, and how often it had to place.
  private func layouts(
    of graphs: [LayoutGraph], for request: LayoutRequest = .asOneReads, in cache: DrawingCache
  ) throws -> (layouts: [Layout], placed: Int) {
    let known = try #require(KnownLayouts(in: cache))
    var placed = 0
    let layouts = graphs.map { graph in
      known.layout(of: graph, by: request) {
        placed += 1
        return graph.placed(by: request)
      }
    }
    known.keep()
    return (layouts, placed)
  }

  @Test func theNextRunPlacesOnlyWhatChanged() throws {
    try withTemporaryFolder { (folder) throws in
      let cache = DrawingCache(at: folder.path("cache"), isRead: true)
      var other = graph
      other.nodes[1].minimumSize.width = 200
      let first = try layouts(of: [graph, graph], in: cache)
      #expect(first.placed == 1 && first.layouts[0] == first.layouts[1])
      let second = try layouts(of: [graph, other], in: cache)
      #expect(second.placed == 1 && second.layouts[0] == first.layouts[0])
      #expect(try layouts(of: [graph, other], in: cache).placed == 0)
      #expect(try layouts(of: [graph], for: LayoutRequest(seed: 9), in: cache).placed == 1)
      // The first run's layout is still known, though the last one did not ask for it.
      #expect(try layouts(of: [graph], in: cache).placed == 0)
      let unread = DrawingCache(at: folder.path("cache"), isRead: false)
      #expect(try layouts(of: [graph], in: unread).placed == 1)
    }
  }

  @Test func aDamagedCacheIsNone() throws {
    try withTemporaryFolder { (folder) throws in
      let cache = DrawingCache(at: folder.path("cache"), isRead: true)
      let layout = try layouts(of: [graph], in: cache).layouts
      let name = try #require(try folder.files().first { $0.contains("layouts/") })
      let whole = try Array(Data(contentsOf: URL(fileURLWithPath: folder.path(name))))
      var random = SeededGenerator(seed: 7)
      for _ in 0..<100 {
        try Data(whole.damaged(using: &random)).write(to: URL(fileURLWithPath: folder.path(name)))
        let again = try layouts(of: [graph], in: cache)
        #expect(again.layouts == layout && again.placed == 1)
      }
    }
  }

  @Test func whoWantsToKnowWhyIsToldByPlacing() throws {
    let cache = DrawingCache(at: "", isRead: true)
    let known = try #require(KnownLayouts(in: cache))
    RememberedLayouts.$memory.withValue(known) {
      _ = graph.placed(by: .asOneReads)
      let journal = PhaseJournal()
      _ = PhaseJournal.$current.withValue(journal) { graph.placed(by: .asOneReads) }
      #expect(!journal.layoutNotes.gaps.isEmpty)
    }
  }

  @Test func whereNothingCanBeKeptEverythingIsPlaced() throws {
    let cache = DrawingCache(at: "", isRead: true)
    for _ in 0..<2 { #expect(try layouts(of: [graph], in: cache).placed == 1) }
  }

  @Test func aSeriesAsksWhatIsKnown() throws {
    try withTemporaryFolder { (folder) throws in
      let series = Series("known") {
        Picture("known") {
          let (user, api) = (Component("User"), Component("API"))
          user
          Node("Cluster") { api }
          user --> api
        }
      }
      let cache = DrawingCache(at: folder.path("cache"), isRead: true)
      let plain = try series.rendered(in: .dark).files
      for _ in 0..<2 {
        let known = try #require(KnownLayouts(in: cache))
        let files = try RememberedLayouts.$memory.withValue(known) {
          try series.rendered(in: .dark).files
        }
        #expect(files == plain)
        known.keep()
      }
      #expect(try folder.files().contains { $0.contains("layouts/") })
    }
  }

  // MARK: - What a layout depends on

  @Test func everyPropertyCounts() {
    let base = bytes(graph)
    func expectOther(_ name: String, _ change: (inout LayoutGraph) -> Void) {
      var other = graph
      change(&other)
      #expect(bytes(other) != base, "\(name) does not count")
    }
    let nodes: [String: (inout LayoutNode) -> Void] = [
      "parent": { $0.parent = nil }, "minimumSize": { $0.minimumSize.height += 1 },
      "padding": { $0.padding.left += 1 }, "overhang": { $0.overhang.left += 1 },
      "writing": { $0.writing = [.zero] }, "isFreeEnd": { $0.isFreeEnd.toggle() },
      "roundSides": { $0.roundSides = [.left] }, "pointedSides": { $0.pointedSides = [.left] },
      "core": { $0.core = .zero },
      "titles": {
        $0.titles = [
          LayoutTitle(size: .zero, inset: .zero, alignment: .left, isAtBottom: false)
        ]
      },
      "arrangement": { $0.arrangement = .packed(spacing: nil) },
      "isOutlined": { $0.isOutlined.toggle() }, "sizeGroup": { $0.sizeGroup = 0 },
      "grows": { $0.grows.toggle() }, "fixedAxes": { $0.fixedAxes = [.vertical] },
      "isContainer": { $0.isContainer.toggle() }, "alignment": { $0.alignment = .start },
      "pin": { $0.pin = Point(x: 0, y: 0) }, "isPassable": { $0.isPassable.toggle() },
      "pictures": { $0.pictures = PictureSet([0]) },
      "on": { $0.on = PlaceOnParent(x: 0.5, y: nil) },
    ]
    #expect(Set(nodes.keys) == properties(of: graph.nodes[1]))
    for (name, change) in nodes { expectOther(name) { change(&$0.nodes[1]) } }
    let places: [(inout PlaceOnParent) -> Void] = [
      { $0.x = 0.25 }, { $0.y = 0.5 }, { $0.width = 0.5 }, { $0.across = 0 }, { $0.beyond = 1 },
    ]
    for change in places {
      var (one, other) = (graph, graph)
      one.nodes[1].on = PlaceOnParent(x: 0.5, y: nil)
      other.nodes[1].on = one.nodes[1].on.map { on in
        var on = on
        change(&on)
        return on
      }
      #expect(bytes(other) != bytes(one))
    }
    let edges: [String: (inout LayoutEdge) -> Void] = [
      "source": { $0.source = 2 }, "target": { $0.target = 1 },
      "labelSize": { $0.labelSize = .zero },
      "routing": { $0.routing = .curved }, "sourceSide": { $0.sourceSide = .top },
      "targetSide": { $0.targetSide = .top }, "pictures": { $0.pictures = PictureSet([0]) },
      "minimumLength": { $0.minimumLength = 2 }, "weight": { $0.weight = 2 },
      "trunk": { $0.trunk = 0 }, "joinsRows": { $0.joinsRows = true },
      "isTwoWay": { $0.isTwoWay = true },
      "isTrunkLabelled": { $0.isTrunkLabelled = true }, "gap": { $0.gap = 1 },
      "roomOnLine": { $0.roomOnLine.width = 1 }, "halfWidth": { $0.halfWidth = 1 },
    ]
    #expect(Set(edges.keys) == properties(of: graph.edges[0]))
    for (name, change) in edges { expectOther(name) { change(&$0.edges[0]) } }
    #expect(properties(of: graph) == ["nodes", "edges", "hints", "shape", "levels"])
    expectOther("shape") { $0.shape.width += 1 }
    expectOther("hints") { $0.hints = [LayoutHint(.sameRank, 1, 2)] }
    expectOther("levels") { $0.levels = [LayoutLevel(.vertical, 1, 2)] }
  }

  @Test func everyPropertyOfATitleAndAHintCounts() {
    let title = LayoutTitle(
      size: Size(width: 5, height: 5), inset: .zero, alignment: .left, isAtBottom: false)
    let titles: [String: (inout LayoutTitle) -> Void] = [
      "size": { $0.size.width += 1 }, "inset": { $0.inset.width += 1 },
      "alignment": { $0.alignment = .right }, "isAtBottom": { $0.isAtBottom.toggle() },
      "isBeside": { $0.isBeside.toggle() },
    ]
    #expect(Set(titles.keys) == properties(of: title))
    for (name, change) in titles {
      var (one, other) = (graph, graph)
      one.nodes[1].titles = [title]
      var changed = title
      change(&changed)
      other.nodes[1].titles = [changed]
      #expect(bytes(one) != bytes(other), "\(name) does not count")
    }
    let kinds: [LayoutHint.Kind] = [.sameRank, .before(.horizontal), .before(.vertical)]
    let hints = kinds.flatMap {
      [LayoutHint($0, 1, 2), LayoutHint($0, 2, 1), LayoutHint($0, 1, 1)]
    }
    #expect(properties(of: hints[0]) == ["kind", "first", "second"])
    let all = hints.map { hint in
      var graph = graph
      graph.hints = [hint]
      return bytes(graph)
    }
    #expect(Set(all).count == hints.count)
  }

  @Test func everyPropertyOfARequestCounts() {
    let requests: [String: (inout LayoutRequest) -> Void] = [
      "algorithm": { $0.algorithm = .layered }, "direction": { $0.direction = .up },
      "alternatives": { $0.alternatives = [.left] }, "isDirected": { $0.isDirected.toggle() },
      "seed": { $0.seed += 1 }, "effort": { $0.effort = 1 },
    ]
    // Placing over a last drawing does not ask what is known.
    #expect(Set(requests.keys).union(["previous"]) == properties(of: LayoutRequest()))
    for (name, change) in requests {
      var other = LayoutRequest()
      change(&other)
      #expect(bytes(graph, other) != bytes(graph, LayoutRequest()), "\(name) does not count")
    }
  }

  @Test func everyArrangementCounts() {
    let alignments: [Alignment] = [.start, .center, .end, .stretch]
    var all: [Arrangement] = [.shared, .nested(nil)]
    for spacing in [nil, 0, 8] {
      all += [
        .automatic(spacing: spacing), .grid(columns: 2, spacing: spacing),
        .grid(columns: 3, spacing: spacing), .ring(spacing: spacing), .packed(spacing: spacing),
        .force(spacing: spacing), .orthogonal(spacing: spacing), .lanes(spacing: spacing),
      ]
      for alignment in alignments {
        all += [
          .row(alignment: alignment, spacing: spacing),
          .column(alignment: alignment, spacing: spacing),
        ]
      }
      for direction in Direction.allCases {
        all += [.layered(direction, spacing: spacing), .tree(direction, spacing: spacing)]
      }
    }
    all += Direction.allCases.map { .nested($0) }
    let keys = all.map { arrangement in
      var graph = graph
      graph.nodes[0].arrangement = arrangement
      return bytes(graph)
    }
    #expect(Set(keys).count == all.count)
  }

  @Test(arguments: 0..<40) func layoutsComeBackAsTheyWere(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func number() -> Int { Int.random(in: -1_000_000...1_000_000, using: &random) }
    func rect() -> Rect {
      Rect(
        origin: Point(x: number(), y: number()), size: Size(width: abs(number()), height: 3))
    }
    let layout = Layout(
      frames: (0..<Int.random(in: 0...5, using: &random)).map { _ in rect() },
      routes: (0..<Int.random(in: 0...5, using: &random)).map { _ in
        Route(
          points: (0..<Int.random(in: 0...4, using: &random)).map { _ in
            Point(x: number(), y: number())
          }, isCurved: Bool.random(using: &random),
          label: Bool.random(using: &random) ? rect() : nil)
      })
    var writer = ByteWriter()
    writer.write(layout)
    var reader = ByteReader(writer.bytes)
    #expect(try reader.layout() == layout && reader.isAtEnd)
  }

  private func bytes(_ graph: LayoutGraph, _ request: LayoutRequest = .asOneReads) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(graph, for: request)
    return writer.bytes
  }

  private func properties(of value: Any) -> Set<String> {
    Set(Mirror(reflecting: value).children.compactMap(\.label))
  }
}
