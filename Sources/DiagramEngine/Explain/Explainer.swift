import DiagramDSL
import DiagramGraph
import DiagramModel

/// Tells why the boxes and arrows of a series lie where they do: from what its stages gave, and what they noted
/// when they decided.
struct Explainer {
  let placed: PlacedSeries
  let notes: LayoutNotes
  let graph: LayoutGraph
  /// What all boxes and arrows have in common.
  private let common: [Explanation.Fact]

  init(_ placed: PlacedSeries, _ journal: PhaseJournal) {
    self.placed = placed
    notes = journal.layoutNotes
    graph = placed.measured.graph
    common = Self.drawing(of: journal)
  }

  var resolved: ResolvedSeries { placed.measured.resolved }

  /// Every box with an id, then every arrow, in their order.
  var all: [Explanation] {
    resolved.items.indices.compactMap(explanation(ofItem:))
      + resolved.arrows.indices.map(explanation(ofArrow:))
  }

  private func explanation(ofItem index: Int) -> Explanation? {
    let item = resolved.items[index]
    guard !item.id.isEmpty, let first = item.shown.first else { return nil }
    let isContainer = placed.measured.isContainer(index)
    let node = index + 1
    return Explanation(
      series: resolved.path, id: item.id, kind: isContainer ? .container : .box, title: first.text,
      origin: first.attributes.origin, pictures: pictures(item.variants.map { $0 != nil }),
      facts: [place(of: node), slot(of: node)] + layerFacts(of: node) + sizes(of: node, isContainer)
        + (isContainer ? inside(node) : []) + common)
  }

  private func explanation(ofArrow index: Int) -> Explanation {
    let arrow = resolved.arrows[index]
    let ends = "\(title(arrow.source)) → \(title(arrow.target))"
    let label = arrow.shown.lazy.compactMap { $0.label?.text.plain }.first
    return Explanation(
      series: resolved.path, id: arrow.id, kind: .arrow,
      title: label ?? ends, ends: ends,
      origin: arrow.shown[0].attributes.origin,
      pictures: pictures(arrow.variants.map { $0 != nil }),
      facts: facts(ofArrow: index) + common)
  }

  private func title(_ item: Int) -> String { resolved.items[item].shown.first?.text ?? "" }

  private func pictures(_ isShown: [Bool]) -> [String] {
    zip(resolved.pictures, isShown).filter(\.1).map(\.0.name)
  }

  /// Where the layout put a node, on the canvas.
  func frame(of node: Int) -> Rect { placed.layout.frames[node - 1] }

  private func place(of node: Int) -> Explanation.Fact {
    let frame = frame(of: node)
    return .init(
      .place,
      "it is \(frame.size.width) × \(frame.size.height), at \(frame.minX), \(frame.minY) of "
        + "\(placed.canvas.width) × \(placed.canvas.height)",
      [
        .init("x", frame.minX), .init("y", frame.minY), .init("width", frame.size.width),
        .init("height", frame.size.height),
      ])
  }
}

// MARK: - Sizes

extension Explainer {
  /// The size that a box needs, why it needs it, and what made it larger.
  private func sizes(of node: Int, _ isContainer: Bool) -> [Explanation.Fact] {
    [isContainer ? content(of: node) : natural(of: node)] + wishes(of: node)
      + Axis.allCases.flatMap { growths(of: node, along: $0) }
  }

  private func natural(of node: Int) -> Explanation.Fact {
    let size = graph.nodes[node].minimumSize
    let texts = placed.measured.texts[node - 1]
    let largest = texts.indices.filter { texts[$0] != nil }.max { one, other in
      area(texts[one]?.size) < area(texts[other]?.size)
    }
    var words = "it needs \(size.width) × \(size.height)"
    if let largest, let text = texts[largest] {
      let read = quoted(resolved.items[node - 1].variants[largest]?.text ?? "")
      words += ": its text \(read) is \(text.size.width) × \(text.size.height)"
      if resolved.pictures.count > 1 {
        words += ", the largest of it in picture \(quoted(resolved.pictures[largest].name))"
      }
    }
    if size == BoxMetrics.leaf { words += "; no box is smaller than that" }
    return .init(
      .size, words, [.init("needed width", size.width), .init("needed height", size.height)])
  }

  private func area(_ size: Size?) -> Int { size.map { $0.width * $0.height } ?? -1 }

  private func content(of node: Int) -> Explanation.Fact {
    let padding = notes.paddings[node] ?? graph.nodes[node].padding
    guard let content = notes.contents[node] else {
      return .init(
        .size,
        "it is drawn together with what lies in it, with \(padding.top) above that for its title")
    }
    return .init(
      .size,
      "what lies in it needs \(content.width) × \(content.height), and there are \(padding.top) above, "
        + "\(padding.bottom) below, \(padding.left) left and \(padding.right) right of it",
      [.init("content width", content.width), .init("content height", content.height)])
  }

  private func wishes(of node: Int) -> [Explanation.Fact] {
    let attributes = resolved.items[node - 1].shown.map(\.attributes)
    let least = placed.measured.extents[node - 1].minimum
    let wishes = [
      ("width", attributes.compactMap(\.width).max(), least.width),
      ("height", attributes.compactMap(\.height).max(), least.height),
    ]
    return wishes.compactMap { name, wish, extent in
      wish.map { wish in
        let isMet = wish >= extent
        return .init(
          .size,
          "its author wants `.\(name)(\(wish))`" + (isMet ? "" : ", but its text needs \(extent)"),
          [.init("wanted \(name)", wish)])
      }
    }
  }

  private func growths(of node: Int, along axis: Axis) -> [Explanation.Fact] {
    let (adjective, noun) = axis == .horizontal ? ("wide", "width") : ("high", "height")
    var noted = (notes.growths[node]?[axis] ?? []).map { growth in
      let (words, from, to): (String, Int, Int) =
        switch growth {
        case .likeNode(let other, let from, let to):
          (
            other == node
              ? "so that what lies in boxes of one kind comes out even"
              : "as \(adjective) as \(name(other)), so that boxes of one kind are equal", from, to
          )
        case .sharedTracks(let from, let to):
          (
            "what lies in it stands in the same \(axis == .horizontal ? "columns" : "rows") as what "
              + "lies beside it", from, to
          )
        case .fillsCell(let from, let to): ("it fills its place in \(around(node))", from, to)
        }
      return (words, from, to)
    }
    if let widening = widening(of: node, along: axis),
      (noted.last?.2 ?? graph.nodes[node].minimumSize[axis]) == widening.1
    {
      noted.append(widening)
    }
    let final = frame(of: node).size[axis]
    let known =
      noted.last?.2 ?? notes.contents[node].map { content in
        max(
          content[axis] + (notes.paddings[node] ?? graph.nodes[node].padding)[axis],
          graph.nodes[node].minimumSize[axis])
      }
      ?? (notes.contents[node] == nil && placed.measured.isContainer(node - 1)
        ? final : graph.nodes[node].minimumSize[axis])
    let rest =
      known == final
      ? []
      : [
        (
          "drawn so with the others in \(around(node)), as boxes of one kind are equal", known,
          final
        )
      ]
    return (noted + rest).map { words, from, to in
      .init(
        .size, "\(to) \(adjective) instead of \(from): \(words)",
        [.init(noun, to), .init("before", from)])
    }
  }
}

// MARK: - Arrangement

extension Explainer {
  /// How a box lies among what lies beside it.
  private func slot(of node: Int) -> Explanation.Fact {
    let parent = graph.nodes[node].parent ?? 0
    if let on = graph.nodes[node].on {
      let shares = [("x", on.x), ("y", on.y)].compactMap { axis, share in
        share.map { "\(axis) \($0)" }
      }
      return .init(
        .slot,
        "on \(around(node)), at \(shares.joined(separator: " and ")) of it, where its author laid it; "
          + "it takes no room")
    }
    let siblings = graph.nodes.indices.filter {
      graph.nodes[$0].parent == parent && $0 > 0 && graph.nodes[$0].on == nil
    }
    let position = (siblings.firstIndex(of: node) ?? 0) + 1
    var words = "\(position) of \(siblings.count) in \(around(node))"
    if let cell = notes.cells[node], let arrangement = notes.choices[parent]?.arrangement {
      let (column, row) = ((cell[.horizontal] ?? 0) + 1, (cell[.vertical] ?? 0) + 1)
      if case .grid = arrangement { words += ", in column \(column) and row \(row)" }
    }
    if let pin = resolved.items[node - 1].pin {
      words += "; its author put it there: `.at(x: \(pin.x), y: \(pin.y))`"
    }
    if notes.linedUp.contains(node) { words += "; moved until arrows are straight" }
    return .init(.slot, "\(words); \(self.words(ofChoiceIn: parent))")
  }

  /// How what lies in a container is arranged, and how far apart.
  private func inside(_ node: Int) -> [Explanation.Fact] {
    let graph = self.graph
    let groups = graph.nodes.indices.filter {
      graph.nodes[$0].parent == node && graph.nodes[$0].on == nil
    }
    .filter { resolved.items[$0 - 1].id.isEmpty }
    return ([node] + groups).flatMap { holder -> [Explanation.Fact] in
      guard graph.nodes.contains(where: { $0.parent == holder && $0.on == nil }) else { return [] }
      return [
        .init(
          .arrangement, "\(holder == node ? "inside" : name(holder)): \(words(ofChoiceIn: holder))")
      ] + (gaps(in: holder).map { [$0] } ?? [])
    }
  }

  /// What the arrangement of a node is, who chose it, and against what.
  private func words(ofChoiceIn node: Int) -> String {
    let written = graph.nodes[node].arrangement
    guard case .automatic = written else { return "its author wrote \(written.manner)" }
    guard let choice = notes.choices[node] else {
      return "it is placed together with what lies around it, by one engine"
    }
    let words = choice.arrangement.manner
    if case .nested = choice.arrangement { return "nobody arranged it: \(words)" }
    guard choice.trials.count > 1,
      let own = choice.trials.first(where: { $0.arrangement == choice.arrangement })
    else { return "nobody arranged it: \(words), and nothing else was tried" }
    let others = choice.trials.filter { $0.arrangement != choice.arrangement }
    let next = others.min { $0.score < $1.score }
    return
      "nobody arranged it: \(words), chosen of \(choice.trials.count), as its score is \(decimal(own.score))"
      + (next.map {
        ", that of the next best, \($0.arrangement.manner), \(decimal($0.score))"
          + ($0.isRouted ? "" : " before its arrows") + "; less is better"
      } ?? "")
  }

  /// The gaps between what lies in a node, and why they are so large.
  private func gaps(in node: Int) -> Explanation.Fact? {
    guard let gap = notes.gaps[node], let choice = notes.choices[node] else { return nil }
    // An engine that draws all at once makes room as it goes.
    if case .nested = choice.arrangement { return nil }
    var words = "gaps are \(gap.total.width) wide and \(gap.total.height) high"
    if let wanted = gap.wanted {
      let isKept = gap.total == Size(width: wanted, height: wanted)
      return .init(
        .gaps,
        words
          + (isKept
            ? ", as their author wrote: `spacing`"
            : ": \(wanted), as their author wrote, and more where a text or a mark between boxes needs it")
      )
    }
    words += ": \(gap.base.width) and \(gap.base.height) at least"
    if let edge = gap.edge {
      words += ", \(gap.forEdge.width) and \(gap.forEdge.height) for \(arrow(edge)) and its text"
    }
    if gap.forLoad > 0 { words += ", \(gap.forLoad) more for \(gap.load) arrows between" }
    if gap.extra > 0 { words += ", \(gap.extra) more since arrows or texts found no place" }
    if gap.forLines != .zero {
      words +=
        ", \(gap.forLines.width) and \(gap.forLines.height) more for lines too close to something"
    }
    return .init(
      .gaps, words, [.init("gap width", gap.total.width), .init("gap height", gap.total.height)])
  }

  /// What was decided for the drawing as a whole.
  private static func drawing(of journal: PhaseJournal) -> [Explanation.Fact] {
    var facts: [Explanation.Fact] = []
    if let whole = journal.layoutNotes.whole {
      let scores = each(
        journal.candidates.map { "\(quoted($0.name)) \(decimal($0.score.total))" })
      facts.append(
        .init(
          .drawing,
          "\(quoted(whole)) is the best of \(scores.count) drawings of the whole: "
            + "\(list(scores, "and")); less is better"))
    }
    let phases = journal.entries.map(\.phase.rawValue)
    if !phases.isEmpty {
      facts.append(.init(.drawing, "phases of the engines: \(phases.joined(separator: ", "))"))
    }
    return facts
  }
}
