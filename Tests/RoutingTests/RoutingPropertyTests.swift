import DiagramGraph
import DiagramModel
import TestSupport
import Testing

@testable import Routing

@Suite struct RoutingProperties {
  /// Much room between all boxes, so that every rule can be kept.
  @Test(arguments: UInt64(0)..<500)
  func everyRuleIsKeptWhereThereIsRoom(seed: UInt64) {
    let sketch = RoutingSketch.random(seed: seed, leaves: 3 + Int(seed % 6), gap: 120, padding: 80)
    let routes = sketch.routed()
    #expect(sketch.violations(routes) == [])
    #expect(sketch.routed() == routes)
  }

  @Test(arguments: UInt64(1000)..<1080)
  func noWayRunsThroughABoxEvenInNarrowDrawings(seed: UInt64) {
    let sketch = RoutingSketch.random(seed: seed, leaves: 6 + Int(seed % 9), gap: 24, padding: 16)
    let serious = sketch.violations(sketch.routed()).filter { violation in
      switch violation {
      case .detached, .slanted, .throughBox, .labelMissing: true
      case .near, .labelOnBox, .labelOnLine, .labelOnLabel: false
      }
    }
    #expect(serious == [])
  }

  /// Overlapping boxes: nothing can be promised but that ways are ways.
  @Test(arguments: UInt64(0)..<60)
  func boxesThatOverlapAreNoMistake(seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
    var sketch = RoutingSketch()
    for _ in 0..<8 {
      sketch.box(
        Int.random(in: 0...200, using: &numbers), Int.random(in: 0...200, using: &numbers),
        Int.random(in: 0...120, using: &numbers), Int.random(in: 0...120, using: &numbers))
    }
    for _ in 0..<10 {
      sketch.edge(
        Int.random(in: 0..<8, using: &numbers), Int.random(in: 0..<8, using: &numbers),
        label: Size(width: 30, height: 14))
    }
    for route in sketch.routed() {
      #expect(route.points.count >= 2)
      #expect(route.label != nil)
      #expect(route.pieces.allSatisfy { $0.size.width == 0 || $0.size.height == 0 })
    }
  }

  /// One edge alone has as few bends as a search over every line that could matter finds between
  /// the middles of sides, and sometimes fewer.
  @Test(arguments: UInt64(0)..<20)
  func aSingleEdgeHasTheFewestBends(seed: UInt64) throws {
    var sketch = RoutingSketch.scattered(seed: seed)
    sketch.edge(0, 1)
    let route = sketch.routed()[0]
    let fewest = try #require(sketch.fewestBends(from: 0, to: 1, isAnywhere: false))
    let least = try #require(sketch.fewestBends(from: 0, to: 1, isAnywhere: true))
    #expect(least <= route.bends && route.bends <= fewest)
    #expect(sketch.violations([route]) == [])
  }

  @Test(arguments: UInt64(0)..<100)
  func aTransposedDrawingHasAsManyBends(seed: UInt64) {
    var sketch = RoutingSketch.scattered(seed: seed)
    sketch.edge(0, 1)
    sketch.edge(2, 3)
    var transposed = sketch
    transposed.frames = sketch.frames.map {
      Rect(x: $0.minY, y: $0.minX, width: $0.size.height, height: $0.size.width)
    }
    #expect(
      sketch.routed().map(\.bends).reduce(0, +) == transposed.routed().map(\.bends).reduce(0, +))
  }
}

extension RoutingSketch {
  /// Rows and columns in each other, some with outline, and edges between any two leaves and some
  /// containers. Parallel edges have no labels: short sides have no room for them.
  static func random(seed: UInt64, leaves: Int, gap: Int, padding: Int) -> RoutingSketch {
    var numbers = SeededGenerator(seed: seed)
    var builder = RandomNesting(gap: gap, padding: padding, leavesLeft: leaves)
    while builder.leavesLeft > 0 { builder.trees.append(builder.tree(depth: 2, &numbers)) }
    var sketch = RoutingSketch()
    builder.place(.group(builder.trees, .horizontal, isOutlined: false), in: &sketch)
    let parents = Set(sketch.nodes.compactMap(\.parent))
    let ends = sketch.nodes.indices.filter { sketch.nodes[$0].isOutlined }
    let leaves = ends.filter { !parents.contains($0) }
    var pairs: Set<Set<Int>> = []
    for _ in leaves {
      let isFree = Int.random(in: 0..<5, using: &numbers) == 0
      let source = (isFree ? ends : leaves).randomElement(using: &numbers) ?? 0
      let target = leaves.randomElement(using: &numbers) ?? 0
      let isFirst = pairs.insert([source, target]).inserted
      let hasLabel = Int.random(in: 0..<3, using: &numbers) == 0 && isFirst
      let width = Int.random(in: 2...5, using: &numbers) * 10
      sketch.edge(source, target, label: hasLabel ? Size(width: width, height: 16) : nil)
    }
    return sketch
  }

  /// Boxes on a loose lattice, some cells empty.
  static func scattered(seed: UInt64) -> RoutingSketch {
    var numbers = SeededGenerator(seed: seed)
    var cells = Array(0..<16)
    cells.shuffle(using: &numbers)
    var sketch = RoutingSketch()
    for cell in cells.prefix(9) {
      sketch.box(
        cell % 4 * 200 + Int.random(in: 0...4, using: &numbers) * 10,
        cell / 4 * 160 + Int.random(in: 0...4, using: &numbers) * 10,
        Int.random(in: 4...12, using: &numbers) * 10, Int.random(in: 4...8, using: &numbers) * 10)
    }
    return sketch
  }
}

private struct RandomNesting {
  let gap: Int
  let padding: Int
  var leavesLeft: Int
  var trees: [Tree] = []

  indirect enum Tree {
    case leaf(Size)
    case group([Tree], Axis, isOutlined: Bool)
  }

  mutating func tree(depth: Int, _ numbers: inout SeededGenerator) -> Tree {
    guard depth > 0, leavesLeft > 1, Bool.random(using: &numbers) else {
      leavesLeft -= 1
      return .leaf(
        Size(
          width: Int.random(in: 3...10, using: &numbers) * 20,
          height: Int.random(in: 2...5, using: &numbers) * 20))
    }
    var children: [Tree] = []
    for _ in 0..<Int.random(in: 2...4, using: &numbers) where leavesLeft > 0 {
      children.append(tree(depth: depth - 1, &numbers))
    }
    let axis: Axis = Bool.random(using: &numbers) ? .horizontal : .vertical
    return .group(children, axis, isOutlined: Int.random(in: 0..<4, using: &numbers) > 0)
  }

  private func size(_ tree: Tree) -> Size {
    switch tree {
    case .leaf(let size): return size
    case .group(let children, let axis, let isOutlined):
      let sizes = children.map(size)
      var result = sizes.reduce(Size.zero) { $0.union($1) }
      result[axis] = sizes.reduce(0) { $0 + $1[axis] } + gap * (sizes.count - 1)
      let room = isOutlined ? 2 * padding : 0
      return Size(width: result.width + room, height: result.height + room)
    }
  }

  func place(
    _ tree: Tree, at origin: Point = Point(x: 0, y: 0), in parent: Int? = nil,
    _ sketch: inout RoutingSketch
  ) {
    let size = size(tree)
    guard case .group(let children, let axis, let isOutlined) = tree else {
      sketch.box(origin.x, origin.y, size.width, size.height, in: parent)
      return
    }
    let node = sketch.box(
      origin.x, origin.y, size.width, size.height, in: parent, isOutlined: isOutlined)
    let room = isOutlined ? padding : 0
    let across = size[axis == .horizontal ? .vertical : .horizontal]
    var along = room
    for child in children {
      let childSize = self.size(child)
      let centered = (across - childSize[axis == .horizontal ? .vertical : .horizontal]) / 2
      let position =
        axis == .horizontal
        ? origin.offset(x: along, y: centered) : origin.offset(x: centered, y: along)
      place(child, at: position, in: node, &sketch)
      along += childSize[axis] + gap
    }
  }
}

extension RandomNesting {
  func place(_ tree: Tree, in sketch: inout RoutingSketch) {
    place(tree, at: Point(x: 0, y: 0), in: nil, &sketch)
  }
}
