import DiagramGraph
import DiagramModel
import Testing

@testable import DiagramLayout

/// A canvas with containers as an author writes them; what the tests do not say is left to the layout.
private struct Sketch {
  var graph = LayoutGraph(
    nodes: [LayoutNode(parent: nil, minimumSize: .zero, isOutlined: false)], edges: [])

  mutating func group(_ arrangement: Arrangement, in parent: Int = 0) -> Int {
    graph.nodes.append(
      LayoutNode(
        parent: parent, minimumSize: .zero, arrangement: arrangement, isOutlined: false))
    return graph.nodes.count - 1
  }

  mutating func container(in parent: Int = 0) -> Int {
    graph.nodes.append(
      LayoutNode(
        parent: parent, minimumSize: .zero,
        padding: Insets(top: 50, left: 20, bottom: 20, right: 20), sizeGroup: 1))
    return graph.nodes.count - 1
  }

  mutating func boxes(_ count: Int, in parent: Int) -> [Int] {
    (0..<count).map { _ in
      graph.nodes.append(
        LayoutNode(
          parent: parent, minimumSize: Size(width: 120, height: 60), sizeGroup: 10 + parent))
      return graph.nodes.count - 1
    }
  }

  mutating func join(_ sources: [Int], _ targets: [Int]) {
    graph.edges += zip(sources, targets).map { LayoutEdge(source: $0, target: $1) }
  }

  mutating func join(_ source: Int, all targets: [Int]) {
    graph.edges += targets.map { LayoutEdge(source: source, target: $0) }
  }

  var layout: Layout { graph.placed(by: .asOneReads) }
}

private let row = Arrangement.row(alignment: .stretch, spacing: nil)
private let column = Arrangement.column(alignment: .stretch, spacing: nil)

extension Layout {
  /// Whether boxes lie in one line along an axis, in their order and equally far apart.
  fileprivate func isLine(_ boxes: [Int], along axis: Axis) -> Bool {
    let middles = boxes.map { frames[$0].middle(along: axis) }
    let steps = zip(middles, middles.dropFirst()).map { $1 - $0 }
    return Set(boxes.map { frames[$0].middle(along: axis.cross) }).count == 1
      && Set(steps).count <= 1 && steps.allSatisfy { $0 > 0 }
  }

  /// How many edges are one straight line.
  fileprivate func straights(_ edges: Range<Int>) -> Int {
    edges.count { routes[$0].points.count == 2 }
  }
}

extension Rect {
  fileprivate func middle(along axis: Axis) -> Int { 2 * origin[axis] + size[axis] }
}

@Suite struct TierTests {
  /// Each tier of a row is a column, and each of a column a row, so that one-to-one arrows are straight.
  @Test func whatIsAlignedInItsColumnStaysSo() {
    var sketch = Sketch()
    let plane = sketch.container(), worker = sketch.container()
    let inside = sketch.group(column, in: plane)
    let api = sketch.boxes(1, in: inside)
    sketch.graph.nodes[api[0]].alignment = .center
    _ = sketch.boxes(2, in: sketch.group(row, in: inside))
    sketch.join(api, sketch.boxes(2, in: worker))
    #expect(sketch.layout.frames[api[0]].size.width == 120)
  }

  @Test(arguments: [Axis.horizontal, .vertical], [2, 3, 4])
  func tiersThatAreJoinedOneToOneAreInLine(axis: Axis, tiers: Int) {
    var sketch = Sketch()
    let parent = sketch.group(axis == .horizontal ? row : column)
    let all = (0..<tiers).map { _ in
      let tier = sketch.container(in: parent)
      return sketch.boxes(3, in: tier)
    }
    for (one, next) in zip(all, all.dropFirst()) { sketch.join(one, next) }
    let layout = sketch.layout
    for tier in all { #expect(layout.isLine(tier, along: axis.cross)) }
    #expect(layout.straights(0..<sketch.graph.edges.count) == sketch.graph.edges.count)
  }

  /// What leads to all boxes of a tier from inside of it stands before the middle of them.
  @Test func whatLeadsToATierStandsBeforeItsMiddle() {
    var sketch = Sketch()
    let parent = sketch.group(row)
    let web = sketch.container(in: parent)
    let balancer = sketch.boxes(1, in: web)[0]
    let servers = sketch.boxes(3, in: web)
    let app = sketch.container(in: parent)
    let services = sketch.boxes(3, in: app)
    sketch.join(servers, services)
    sketch.join(balancer, all: servers)
    let layout = sketch.layout
    #expect(layout.isLine(servers, along: .vertical))
    #expect(layout.isLine([balancer, servers[1], services[1]], along: .horizontal) == false)
    #expect(layout.frames[balancer].midY == layout.frames[servers[1]].midY)
    #expect(layout.frames[balancer].maxX < layout.frames[servers[1]].minX)
    #expect(layout.straights(0..<3) == 3)
  }

  /// Of tiers with unlike many boxes those that are joined lie in line, in the order in which they are written.
  @Test func unequalTiersAreInLineWhereTheyAreJoined() {
    var sketch = Sketch()
    let parent = sketch.group(row)
    let (one, other) = (sketch.container(in: parent), sketch.container(in: parent))
    let (app, data) = (sketch.boxes(4, in: one), sketch.boxes(2, in: other))
    sketch.join([app[0], app[2]], data)
    let layout = sketch.layout
    #expect(layout.isLine(app, along: .vertical))
    #expect(layout.straights(0..<2) == 2)
    #expect(layout.frames[one].minY == layout.frames[other].minY)
    #expect(layout.frames[one].maxY == layout.frames[other].maxY)
  }

  @Test func tiersInAContainerAreInLineWithThoseBesideIt() {
    var sketch = Sketch()
    let parent = sketch.group(row)
    let region = sketch.container(in: parent)
    let (one, other) = (sketch.container(in: region), sketch.container(in: region))
    let (web, app) = (sketch.boxes(3, in: one), sketch.boxes(3, in: other))
    let outer = sketch.container(in: parent)
    let data = sketch.boxes(2, in: outer)
    sketch.join(web, app)
    sketch.join([app[0], app[2]], data)
    let layout = sketch.layout
    #expect(layout.isLine(web, along: .vertical) && layout.isLine(app, along: .vertical))
    #expect(layout.straights(0..<5) == 5)
  }

  /// An arrow back does not tear a box out of its tier.
  @Test func peersStayTogetherWhereAnArrowLeadsBack() {
    var sketch = Sketch()
    let (one, other) = (sketch.container(), sketch.container())
    let (app, data) = (sketch.boxes(4, in: one), sketch.boxes(3, in: other))
    sketch.join(Array(app.prefix(3)), data)
    sketch.join([data[2]], [app[3]])
    let layout = sketch.layout
    #expect(Axis.allCases.contains { layout.isLine(app, along: $0) })
    #expect(layout.straights(0..<3) == 3)
  }

  @Test func aBrokerDoesNotTearPeersApart() {
    var sketch = Sketch()
    let services = sketch.container()
    let peers = sketch.boxes(2, in: services)
    let broker = sketch.boxes(1, in: 0)[0]
    sketch.join([peers[0], broker], [broker, peers[1]])
    let layout = sketch.layout
    #expect(Axis.allCases.contains { layout.isLine(peers, along: $0) })
    #expect(!layout.frames[services].intersects(layout.frames[broker]))
    let span = layout.frames[services]
    #expect(span.size.width < 2 * 120 + 100 && span.size.height < 2 * 60 + 100)
  }

  /// Containers of one structure are drawn alike, also where an arrow of one of them leads elsewhere.
  @Test func twinsAreAlike() {
    var sketch = Sketch()
    let balancer = sketch.boxes(1, in: 0)[0]
    let zones = (0..<2).map { _ in sketch.container() }
    let parts = zones.map { sketch.boxes(3, in: $0) }
    sketch.join(balancer, all: parts.map { $0[0] })
    sketch.join(parts[0][0], all: [parts[0][1], parts[0][2]])
    sketch.join(parts[1][0], all: [parts[1][1], parts[0][2]])
    sketch.join([parts[0][2]], [parts[1][2]])
    let layout = sketch.layout
    let places = zip(zones, parts).map { zone, parts in
      parts.map {
        layout.frames[$0].moved(x: -layout.frames[zone].minX, y: -layout.frames[zone].minY)
      }
    }
    #expect(places[0] == places[1])
    let (one, other) = (layout.frames[zones[0]], layout.frames[zones[1]])
    #expect(one.size == other.size)
    #expect(one.minX == other.minX || one.minY == other.minY)
  }
}
