import DiagramAlgorithms
package import DiagramDSL
import DiagramModel

/// A drawing from which pictures are cut: boxes that come and go, get other texts and colours.
private indirect enum Blueprint {
  case component(Component)
  case node(Node, [Blueprint])
  case group(Int, [Blueprint])
}

extension Series {
  /// A series of two to six pictures of one random drawing.
  ///
  /// Boxes and arrows come and go from picture to picture, and are relabelled and recoloured.
  package static func random(seed: UInt64) -> Series {
    var generator = RandomDrawing(seed: seed)
    return generator.series()
  }
}

private struct RandomDrawing {
  var random: SeededGenerator
  var count = 0

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func series() -> Series {
    let base = blueprints(depth: 0)
    let drawing = base + laid(on: base.flatMap(\.references))
    let boxes = drawing.flatMap(\.references)
    let arrows =
      (0..<Int.random(in: 0...5, using: &random)).compactMap { _ in arrow(between: boxes) }
      + trunk(between: boxes, from: drawing.flatMap(\.components))
    let pictures = (0..<Int.random(in: 2...6, using: &random)).map { index in
      picture("picture-\(index)", of: drawing, boxes, arrows)
    }
    return Series("random/series") { pictures }
  }

  // MARK: - The drawing

  private mutating func blueprints(depth: Int) -> [Blueprint] {
    (0..<Int.random(in: 1...(depth == 0 ? 4 : 3), using: &random)).map { _ in
      blueprint(depth: depth)
    }
  }

  /// Now and then boxes that lie on others, or on each other, with arrows of their own.
  private mutating func laid(on boxes: [Reference]) -> [Blueprint] {
    guard Int.random(in: 0...2, using: &random) == 0, !boxes.isEmpty else { return [] }
    var grounds = boxes
    return (0..<Int.random(in: 1...3, using: &random)).compactMap { number in
      guard let ground = grounds.indices.randomElement(using: &random) else { return nil }
      let (x, y) = (
        Double(Int.random(in: 0...8, using: &random)) / 8,
        Double(Int.random(in: 0...8, using: &random)) / 8
      )
      // One on each, so that none covers another one.
      let chip = Component("On \(number)").on(grounds.remove(at: ground), x: x, y: y)
      grounds.append(chip.reference)
      return .component(chip)
    }
  }

  private mutating func blueprint(depth: Int) -> Blueprint {
    count += 1
    switch depth < 3 ? Int.random(in: 0...5, using: &random) : 0 {
    case 4:
      let node = Node(
        "Node \(count)", shape: Int.random(in: 0...3, using: &random) == 0 ? anyShape() : .box)
      let content = blueprints(depth: depth + 1)
      let position = [TitlePosition.top, .bottom, .center].randomElement(using: &random) ?? .top
      return .node(
        Int.random(in: 0...2, using: &random) == 0 ? node.title(position) : node,
        Int.random(in: 0...5, using: &random) == 0 ? pinned(content) : content)
    case 5:
      return .group(Int.random(in: 0...7, using: &random), blueprints(depth: depth + 1))
    default:
      let shape = Bool.random(using: &random) ? .box : anyShape()
      let component = Component("\(words()) \(count)", shape: shape)
      let label = IconLabel.allCases.randomElement(using: &random) ?? .below
      return .component(
        Int.random(in: 0...3, using: &random) == 0
          ? component.icon(.database, label: label) : component)
    }
  }

  /// The boxes of a node where somebody put them, down a diagonal; what is no box stays free.
  private func pinned(_ content: [Blueprint]) -> [Blueprint] {
    content.enumerated().map { index, blueprint in
      let place = 1200 * index
      switch blueprint {
      case .component(let component): return .component(component.at(x: place, y: place / 2))
      case .node, .group: return blueprint
      }
    }
  }

  private mutating func anyShape() -> ShapeName {
    Shapes.all.randomElement(using: &random).map { ShapeName($0) } ?? .box
  }

  private mutating func words() -> String {
    let words = ["a", "kube-apiserver", "etcd", "größer <&>\"'", "🚀 launch", "controller manager"]
    return (0..<Int.random(in: 1...3, using: &random))
      .compactMap { _ in words.randomElement(using: &random) }.joined(separator: " ")
  }

  /// An arrow between two boxes, or from one to itself, led in whichever way.
  private mutating func arrow(between boxes: [Reference]) -> Arrow? {
    guard let source = boxes.randomElement(using: &random),
      let target = boxes.randomElement(using: &random),
      source != target || Int.random(in: 0...2, using: &random) == 0
    else { return nil }
    if source == target { return (source --> target).loop() }
    let arrow = source --> target
    switch Int.random(in: 0...9, using: &random) {
    case 0: return arrow.curved()
    case 1: return arrow.straight()
    case 2: return arrow.from(side())
    case 3: return arrow.to(side())
    case 4: return arrow.from(side()).to(side())
    default: return arrow
    }
  }

  private mutating func side() -> Side { Side.allCases.randomElement(using: &random) ?? .top }

  /// Now and then some arrows of one box that share a line.
  private mutating func trunk(
    between boxes: [Reference], from sources: [Reference]
  ) -> [Arrow] {
    guard Int.random(in: 0...3, using: &random) == 0,
      let source = sources.randomElement(using: &random)
    else { return [] }
    let targets = boxes.filter { $0 != source }.prefix(Int.random(in: 2...4, using: &random))
    return targets.map { source --> $0 }.trunk()
  }

  // MARK: - Its pictures

  private mutating func picture(
    _ name: String, of drawing: [Blueprint], _ boxes: [Reference], _ arrows: [Arrow]
  ) -> Picture {
    let elements = drawing.flatMap { shown($0) }.withoutFloating
    let ids = elements.flatMap(\.ids)
    let anyBox = boxes.randomElement(using: &random)?.path.last ?? "*"
    let drawn = arrows.filter { arrow in
      ids.contains(arrow.source.path.last ?? "") && ids.contains(arrow.target.path.last ?? "")
        && Bool.random(using: &random)
    }
    let styled = drawn.map {
      Bool.random(using: &random) ? $0.accent() : $0.label(words()).numbered(count)
    }
    let hasLegend = Int.random(in: 0...4, using: &random) == 0
    let picture = Picture(name) {
      elements
      styled.enumerated().map { $1.means($0 % 2 == 0 ? "even" : nil) }
      Component("always there").means("never gone")
      if hasLegend { Legend { ArrowSample("a sample").dashed() } }
    }
    switch Int.random(in: 0...7, using: &random) {
    case 0: return picture.focus("node-*")
    case 1: return picture.muted("**/\(anyBox)", "always-*")
    case 2: return picture.accent(.orange, "\(anyBox)-->*", "node-?/*")
    default: return picture
    }
  }

  private mutating func shown(_ blueprint: Blueprint) -> [Element] {
    guard Int.random(in: 0...3, using: &random) > 0 else { return [] }
    switch blueprint {
    case .component(let component):
      return varied(component).content
    case .node(let node, let inside):
      let content = inside.flatMap { shown($0) }
      let isCollapsed = Int.random(in: 0...4, using: &random) == 0
      return varied(
        Node(node.title, line: node.attributes.origin.line) { content }.collapsed(isCollapsed)
      ).content
    case .group(let kind, let inside):
      let content = inside.flatMap { shown($0) }
      switch kind {
      case 0: return Row { content }.content
      case 1: return Column { content }.content
      case 2: return Grid(columns: 2) { content }.content
      case 3: return Ring { content }.content
      case 4: return Layered(.down) { content }.content
      case 5: return Tree { content }.content
      case 6: return Packed { content }.content
      default: return Force { content }.content
      }
    }
  }

  private mutating func varied<Box: Labelled & Filled & Placeable>(_ box: Box) -> Box
  where Box.ChangedCopy == Box {
    switch Int.random(in: 0...7, using: &random) {
    case 0: box.accent(Accent.allCases.randomElement(using: &random) ?? .primary)
    case 1: box.muted()
    case 2: box.label(words())
    case 3: box.label("\(words())\n\(words())").strong()
    case 4: box.badge(count)
    case 5: box.corner(BorderPlace.allCases.randomElement(using: &random) ?? .top, Icon(.lock))
    default: box
    }
  }
}

extension Blueprint {
  var components: [Reference] {
    switch self {
    case .component(let component): [component.reference]
    case .node(_, let inside), .group(_, let inside): inside.flatMap(\.components)
    }
  }

  var references: [Reference] {
    switch self {
    case .component(let component): [component.reference]
    case .node(let node, let inside): [node.reference] + inside.flatMap(\.references)
    case .group(_, let inside): inside.flatMap(\.references)
    }
  }
}

extension [Element] {
  /// Without those that lie on what the picture does not show.
  fileprivate var withoutFloating: [Element] {
    reduce(into: []) { kept, element in
      let shown = kept.flatMap(\.shownIDs)
      let isHeld = element.attributes.on.map { shown.contains($0.box.path.last ?? "") } ?? true
      if isHeld { kept.append(element) }
    }
  }
}

extension Element {
  /// The last ids of the boxes that it shows.
  fileprivate var shownIDs: [String] {
    switch kind {
    case .node(let node): node.reference.path + node.children.flatMap(\.shownIDs)
    case .group(let group): group.children.flatMap(\.shownIDs)
    case .component, .text, .hint: ids
    }
  }

  /// The last ids of the boxes that it shows or hides.
  fileprivate var ids: [String] {
    switch kind {
    case .node(let node): node.reference.path + (node.children + node.hidden).flatMap(\.ids)
    case .component(let component): component.reference.path
    case .text(let text): text.reference.path
    case .group(let group): group.children.flatMap(\.ids)
    case .hint: []
    }
  }
}
