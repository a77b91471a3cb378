import Arrangements
import DiagramDSL
import DiagramGraph
import DiagramModel

/// The hints of a series for the children of the nodes of its graph, and what is wrong with them.
struct HintCheck {
  private let resolved: ResolvedSeries
  private let graph: LayoutGraph
  /// The children that each hint of the series arranges; nil for one without a meaning.
  private let lifted: [LayoutHint?]

  /// The hints of a series for its graph without hints, in which item *i* is node *i* + 1.
  init(_ resolved: ResolvedSeries, _ graph: LayoutGraph) {
    self.resolved = resolved
    self.graph = graph
    lifted = resolved.hints.map { hint in
      graph.fork(hint.first + 1, hint.second + 1).map {
        LayoutHint(hint.kind.layoutKind, $0.source, $0.target)
      }
    }
  }

  /// The graph with the hints.
  var hinted: LayoutGraph {
    var hinted = graph
    hinted.hints = lifted.compactMap(\.self)
    hinted.levels = resolved.hints.indices.compactMap(level)
    return hinted
  }

  /// What a hint asks of boxes of which one lies deeper in a row, column or grid than beside the other: that
  /// they are in line.
  private func level(_ index: Int) -> LayoutLevel? {
    let hint = resolved.hints[index]
    guard let lifted = lifted[index], case .before(let axis) = lifted.kind,
      let parent = graph.nodes[lifted.first].parent,
      [lifted.first, lifted.second] != [hint.first + 1, hint.second + 1]
    else { return nil }
    switch graph.nodes[parent].arrangement {
    case .row, .column, .grid, .lanes:
      return LayoutLevel(axis.cross, hint.first + 1, hint.second + 1)
    case .automatic, .ring, .layered, .tree, .packed, .force, .orthogonal, .nested, .shared:
      return nil
    }
  }

  // MARK: - Before placing

  /// What is wrong with the hints, whatever the sizes of the boxes are.
  func diagnostics() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (index, hint) in lifted.enumerated() {
      guard let hint else {
        found.append(nested(resolved.hints[index]))
        continue
      }
      if let problem = misfit(hint, index) { found.append(problem) }
    }
    for (index, arrow) in resolved.arrows.enumerated() {
      if let problem = misfit(arrow, graph.edges[index]) { found.append(problem) }
    }
    for index in resolved.items.indices {
      if let problem = misplacedPin(index + 1) { found.append(problem) }
    }
    for node in graph.nodes.indices { found += contradictions(in: node) }
    return found
  }

  private func nested(_ hint: ResolvedSeries.BoxHint) -> Diagnostic {
    let (kind, problem): (Diagnostic.Kind, String) =
      hint.first == hint.second
      ? (.hintForOneBox, " is about one box")
      : (.hintForNestedBoxes, ": one of them lies inside the other")
    return Diagnostic(
      kind, words(hint) + problem, at: hint.origin, hints: ["name two boxes beside each other"])
  }

  /// A hint that an arrangement of another kind contradicts.
  private func misfit(_ hint: LayoutHint, _ index: Int) -> Diagnostic? {
    guard let parent = graph.nodes[hint.first].parent else { return nil }
    let arrangement = graph.nodes[parent].arrangement
    let siblings = graph.nodes.indices.filter { graph.nodes[$0].parent == parent }
    guard let one = siblings.firstIndex(of: hint.first),
      let other = siblings.firstIndex(of: hint.second),
      !arrangement.keeps(hint.kind, one, other)
    else { return nil }
    let source = resolved.hints[index]
    let advice =
      arrangement.isFree
      ? "write Layered, or say what is above or left of what"
      : "drop it, or write Layered, Packed or Force instead, or nothing"
    return Diagnostic(
      .hintInArrangement, "\(words(source)) contradicts \(arrangement.words)", at: source.origin,
      hints: [advice],
      notes: arrangementNote(parent))
  }

  /// An arrow whose length or weight means nothing where it runs.
  private func misfit(_ arrow: ResolvedSeries.UnitedArrow, _ edge: LayoutEdge) -> Diagnostic? {
    guard edge.minimumLength > 1 || edge.weight > 1 else { return nil }
    let origin = (arrow.shown.first { $0.minimumLength > 1 || $0.weight > 1 } ?? arrow.shown[0])
      .attributes.origin
    let what =
      edge.minimumLength > 1
      ? "a minimum length of \(edge.minimumLength)" : "a weight of \(edge.weight)"
    guard let fork = graph.fork(edge.source, edge.target) else {
      return Diagnostic(
        .lengthInside, "\(words(arrow)) has \(what), but leads nowhere else", at: origin,
        hints: ["drop it: there are no layers between a box and what is inside it"])
    }
    let arrangement = graph.nodes[fork.node].arrangement
    switch arrangement {
    case .automatic, .layered, .force: return nil
    default:
      return Diagnostic(
        .lengthWithoutLayers, "\(words(arrow)) has \(what), which contradicts \(arrangement.words)",
        at: origin,
        hints: ["drop it, or write Layered instead, or nothing"],
        notes: arrangementNote(fork.node))
    }
  }

  /// A pinned box in an arrangement that places all of its boxes itself.
  private func misplacedPin(_ node: Int) -> Diagnostic? {
    guard let pin = graph.nodes[node].pin, let parent = graph.nodes[node].parent else { return nil }
    let arrangement = graph.nodes[parent].arrangement
    guard !arrangement.isFree else { return nil }
    return Diagnostic(
      .pinInArrangement,
      "\(name(node - 1)) is pinned at (\(pin.x), \(pin.y)), which contradicts \(arrangement.words)",
      at: pinOrigin(node),
      hints: ["drop the pin, or write Layered, Packed or Force instead, or nothing"],
      notes: arrangementNote(parent))
  }

  private func arrangementNote(_ node: Int) -> [Diagnostic.Note] {
    guard node > 0, let origin = resolved.items[node - 1].shown.first?.attributes.origin else {
      return []
    }
    return [.init("the other one", at: origin)]
  }

  // MARK: - Contradictions

  private func contradictions(in node: Int) -> [Diagnostic] {
    let own = lifted.indices.filter {
      lifted[$0].map { graph.nodes[$0.first].parent == node } ?? false
    }
    guard !own.isEmpty, graph.nodes[node].arrangement.isFree else { return [] }
    let numbers = lifted.indices.filter { lifted[$0] != nil }
    let places = own.compactMap { numbers.firstIndex(of: $0) }
    let edges = graph.edges.indices.compactMap { index in
      graph.fork(graph.edges[index].source, graph.edges[index].target).flatMap {
        $0.node == node ? (index: index, source: $0.source, target: $0.target) : nil
      }
    }
    let directions: [Direction?] =
      switch graph.nodes[node].arrangement {
      case .layered(let direction, _): [direction]
      case .automatic: [.right, .down]
      default: [nil]
      }
    let found = directions.map {
      HintSystem(hinted, hints: places, edges: edges, direction: $0).contradictions
    }
    guard let least = found.min(by: { $0.count < $1.count }) else { return [] }
    return least.map { contradiction in
      let others = contradiction.hints.map { resolved.hints[numbers[$0]] }
      let (subject, origin) = subject(contradiction.subject, numbers)
      return Diagnostic(
        .contradictingHints,
        "\(subject) contradicts \(others.map(words).joined(separator: " and "))", at: origin,
        hints: ["drop one of them"], notes: others.map { .init(words($0), at: $0.origin) })
    }
  }

  private func subject(_ subject: HintContradiction.Subject, _ numbers: [Int]) -> (String, Origin) {
    switch subject {
    case .hint(let index):
      let hint = resolved.hints[numbers[index]]
      return (words(hint), hint.origin)
    case .edge(let index):
      let arrow = resolved.arrows[index]
      let long = arrow.shown.first { $0.minimumLength > 1 } ?? arrow.shown[0]
      return (
        "\(words(arrow)) with a minimum length of \(long.minimumLength)", long.attributes.origin
      )
    }
  }

  // MARK: - After placing

  /// Pinned boxes that lie on each other, and hints for which pinned boxes leave no room.
  func diagnostics(of frames: [Rect]) -> [Diagnostic] {
    let pinned = graph.nodes.indices.filter { graph.nodes[$0].pin != nil }
    var found: [Diagnostic] = []
    for (place, one) in pinned.enumerated() {
      for other in pinned[..<place]
      where graph.nodes[one].parent == graph.nodes[other].parent
        && frames[one].intersects(frames[other])
      {
        found.append(overlap(one, other, frames))
      }
    }
    for (index, hint) in lifted.enumerated() {
      guard let hint, let parent = graph.nodes[hint.first].parent,
        graph.nodes[parent].arrangement.isFree,
        !hint.isKept(
          by: frames[hint.first], frames[hint.second], flow: graph.nodes[parent].arrangement.flow)
      else { continue }
      found.append(
        unkept(resolved.hints[index], pinned.filter { graph.nodes[$0].parent == parent }))
    }
    for index in lifted.indices {
      guard let level = level(index) else { continue }
      let offset = level.offset(between: frames[level.first], and: frames[level.second])
      if offset > 1 { found.append(notInLine(resolved.hints[index], level.axis, by: offset)) }
    }
    return found
  }

  /// A hint for boxes that lie beside each other, but not in line.
  private func notInLine(
    _ hint: ResolvedSeries.BoxHint, _ axis: Axis, by offset: Int
  ) -> Diagnostic {
    let size = axis == .vertical ? "height" : "width"
    return Diagnostic(
      .wishNotKept, "\(words(hint)) could not be kept in line: they are \(offset) units apart",
      at: hint.origin,
      hints: [
        "give the boxes of its row or column less `.\(size)(40)` or spacing, write them in the order of what "
          + "they are beside, or drop the hint"
      ])
  }

  /// A hint that the places of pinned boxes, or the arrangement that was chosen, does not allow.
  private func unkept(_ hint: ResolvedSeries.BoxHint, _ pinned: [Int]) -> Diagnostic {
    guard !pinned.isEmpty else {
      return Diagnostic(
        .wishNotKept, "\(words(hint)) could not be kept", at: hint.origin,
        hints: ["drop it, or write `Layered { a; b }` around the boxes"])
    }
    return Diagnostic(
      .hintAgainstPins, "\(words(hint)) contradicts the places of pinned boxes", at: hint.origin,
      hints: ["pin them further apart, or drop the hint or a pin"],
      notes: pinned.map { .init("\(name($0 - 1)) is pinned", at: pinOrigin($0)) })
  }

  private func overlap(_ node: Int, _ other: Int, _ frames: [Rect]) -> Diagnostic {
    let (pin, size) = (graph.nodes[other].pin ?? Point(x: 0, y: 0), frames[other].size)
    let place = frames[node].moved(x: -frames[other].minX, y: -frames[other].minY)
    let beside = (
      Point(x: pin.x + size.width + 20, y: pin.y), Point(x: pin.x, y: pin.y + size.height + 20)
    )
    let ground = variable(resolved.items[other - 1].shown[0].text)
    return Diagnostic(
      .pinOntoBox, "\(name(node - 1)) is pinned onto \(name(other - 1))", at: pinOrigin(node),
      hints: [
        "\(name(other - 1)) takes \(size.width) × \(size.height) units from (\(pin.x), \(pin.y)) on: "
          + "write `.at(x: \(beside.0.x), y: \(beside.0.y))` or `.at(x: \(beside.1.x), y: \(beside.1.y))`",
        "or lay it there on purpose: `.on(\(ground)\(place.shares(of: size)))`",
      ],
      notes: [.init("the other one", at: pinOrigin(other))])
  }

  private func pinOrigin(_ node: Int) -> Origin {
    let shown = resolved.items[node - 1].shown.map(\.attributes)
    return (shown.first { $0.pinOrigin != nil } ?? shown[0]).placeOrigin
  }

  // MARK: - Words

  private func name(_ item: Int) -> String {
    resolved.items[item].id.isEmpty ? "a group" : quoted(resolved.items[item].shown[0].text)
  }

  private func words(_ hint: ResolvedSeries.BoxHint) -> String {
    let (first, second) = (name(hint.first), name(hint.second))
    return switch hint.kind {
    case .sameRank: "SameRank(\(first), \(second))"
    case .above: "\(first) above \(second)"
    case .leftOf: "\(first) left of \(second)"
    }
  }

  private func words(_ arrow: ResolvedSeries.UnitedArrow) -> String {
    "\(name(arrow.source)) --> \(name(arrow.target))"
  }
}

extension Hint.Kind {
  fileprivate var layoutKind: LayoutHint.Kind {
    switch self {
    case .sameRank: .sameRank
    case .above: .before(.vertical)
    case .leftOf: .before(.horizontal)
    }
  }
}

extension Arrangement {
  /// Whether a hint can be kept for the children at two places in the author's order.
  fileprivate func keeps(_ kind: LayoutHint.Kind, _ one: Int, _ other: Int) -> Bool {
    switch (self, kind) {
    case (.automatic, _), (.layered, _): true
    case (.packed, .before), (.force, .before), (.orthogonal, .before): true
    case (.row, .before(.horizontal)), (.column, .before(.vertical)), (.lanes, .before(.vertical)):
      one < other
    case (.row, .sameRank): true
    case (.grid(let columns, _), .before(.horizontal)): one % columns < other % columns
    case (.grid(let columns, _), .before(.vertical)): one / columns < other / columns
    case (.grid(let columns, _), .sameRank): one / columns == other / columns
    default: false
    }
  }

  fileprivate var words: String {
    switch self {
    case .automatic, .nested: "the arrangement that is chosen"
    case .row: "a row, which places its boxes by their order"
    case .column: "a column, which places its boxes by their order"
    case .grid: "a grid, which places its boxes by their order"
    case .ring: "a ring, which places its boxes by their order"
    case .tree: "a tree, which places its boxes by its arrows"
    case .layered: "layers"
    case .packed: "a pack, which has no layers"
    case .force: "a force arrangement, which has no layers"
    case .lanes: "lanes, which place their boxes by their order"
    case .shared: "a shared place, which has room for one box"
    case .orthogonal: "an orthogonal arrangement, which has no layers"
    }
  }
}
