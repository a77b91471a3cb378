import DiagramCheck
import DiagramGraph
import DiagramModel
import Routing

/// The choice of an arrangement for children that edges or hints join, or of which some are pinned.
///
/// As many candidates as the budget allows are placed and their edges routed, and the drawing with
/// the least ``DrawingScore`` on a slide wins. The first, which runs as one reads, stands unless
/// another is clearly better. The edges end at the children themselves here, however deep they reach.
struct AutomaticChoice {
  let arrangement: Arrangement
  /// Where the children lie, if the arrangement places them freely.
  let placed: PlacedChildren?
  /// What it was chosen from.
  private(set) var trials: [LayoutNotes.Trial] = []

  init(_ children: ChildGraph, spacing: Int?) {
    let graph = children.graph
    let work = (graph.nodes.count + graph.edges.count) * graph.edges.count
    let candidates = children.candidates(spacing: spacing)
      .prefix(max(choiceBudget / max(work, 1), 1))
    self.init(arrangement: candidates[0], children)
    guard candidates.count > 1 else { return }
    let first = children.score(of: self, isRouted: true)
    var trials = [LayoutNotes.Trial(arrangement, score: first, isRouted: true)]
    var best = first - leastGain
    for arrangement in candidates.dropFirst() {
      let candidate = AutomaticChoice(arrangement: arrangement, children)
      // The ways only add to the score: most candidates are out of the race without them.
      let least = children.score(of: candidate, isRouted: false)
      guard least < best else {
        trials.append(LayoutNotes.Trial(arrangement, score: least, isRouted: false))
        continue
      }
      let score = children.score(of: candidate, isRouted: true)
      trials.append(LayoutNotes.Trial(arrangement, score: score, isRouted: true))
      if score < best { (self, best) = (candidate, score) }
    }
    self.trials = trials
  }

  private init(arrangement: Arrangement, _ children: ChildGraph) {
    self.arrangement = arrangement
    switch arrangement {
    case .automatic, .row, .column, .grid, .ring, .nested, .lanes, .shared: placed = nil
    case .layered, .tree, .packed, .force, .orthogonal: placed = children.placed(arrangement)
    }
  }
}

/// The work that a choice may cost: for each candidate, the number of boxes and edges times that of
/// edges.
private let choiceBudget = 20_000

extension ChildGraph {
  /// The arrangements worth a try; the first is drawn if there is no work left for a choice.
  fileprivate func candidates(spacing: Int?) -> [Arrangement] {
    guard !graph.edges.isEmpty || !graph.hints.isEmpty else { return [.packed(spacing: spacing)] }
    let directions = [Direction.right, .down].filter(admits)
    var candidates = directions.map { Arrangement.layered($0, spacing: spacing) }
    guard graph.hints.isEmpty, !hasPins, !graph.edges.contains(where: \.asksForLayers) else {
      return candidates
    }
    let count = graph.nodes.count
    if Set(graph.edges.map { [$0.source, $0.target] }).count == count - 1, isOneTree {
      candidates += [.tree(.right, spacing: spacing), .tree(.down, spacing: spacing)]
    }
    if StarChildren(self) != nil { candidates.append(.force(spacing: spacing)) }
    // Among containers a person looks for a direction before counting crossings.
    if !isNested { candidates.append(.orthogonal(spacing: spacing)) }
    return candidates + lines(spacing: spacing)
  }

  /// A column, a row, and grids if the children look right in equal cells.
  private func lines(spacing: Int?) -> [Arrangement] {
    let (count, isEven) = (graph.nodes.count, areComparable(sizes))
    let alignment: Alignment = isEven ? .stretch : .center
    let grids = isEven ? (2..<max(count, 2)).filter { $0 * $0 <= 4 * count } : []
    return [.column(alignment: alignment, spacing: spacing)]
      + grids.map { .grid(columns: $0, spacing: spacing) }
      + [.row(alignment: alignment, spacing: spacing)]
  }

  private var isOneTree: Bool { Forest(graph).roots.count == 1 }

  /// Whether layers in a direction can keep all hints.
  private func admits(_ direction: Direction) -> Bool {
    HintSystem(
      graph, hints: Array(graph.hints.indices),
      edges: graph.edges.enumerated().map { ($0, $1.source, $1.target) }, direction: direction
    ).contradictions.isEmpty
  }

  /// The score of a candidate on a slide, with or without the ways of its edges.
  fileprivate func score(of choice: AutomaticChoice, isRouted: Bool) -> Int {
    let frames = choice.placed?.frames ?? cells(of: choice.arrangement)
    let layout = Layout(
      frames: frames,
      routes: isRouted
        ? PhaseJournal.attempt { graph.routed(over: frames, spacing: RoutingSpacing()) }.value
        : graph.edges.map { _ in Route(points: []) })
    let request =
      switch choice.arrangement {
      case .layered(let direction, _), .tree(let direction, _): LayoutRequest(direction: direction)
      case .automatic, .row, .column, .grid, .ring, .packed, .force, .orthogonal, .nested, .lanes,
        .shared:
        LayoutRequest.asOneReads
      }
    return graph.slideScore(of: layout, for: request, isArranged: true).total
  }

  /// The children in equal cells of a row, column or grid, or behind each other in their own sizes.
  private func cells(of arrangement: Arrangement) -> [Rect] {
    if case .row(.center, _) = arrangement { return line(along: .horizontal) }
    if case .column(.center, _) = arrangement { return line(along: .vertical) }
    let columns =
      switch arrangement {
      case .column: 1
      case .grid(let columns, _): columns
      case .automatic, .row, .ring, .layered, .tree, .packed, .force, .orthogonal, .nested, .lanes,
        .shared:
        graph.nodes.count
      }
    let cell = sizes.reduce(Size.zero) { $0.union($1) }
    return graph.nodes.indices.map { node in
      Rect(
        x: node % columns * (cell.width + gap.width),
        y: node / columns * (cell.height + gap.height),
        width: cell.width, height: cell.height)
    }
  }

  private func line(along axis: Axis) -> [Rect] {
    let across = sizes.map { $0[axis.cross] }.max() ?? 0
    var position = 0
    return sizes.map { size in
      defer { position += size[axis] + gap[axis] }
      let start = (across - size[axis.cross]) / 2
      return Rect(
        origin: axis == .horizontal
          ? Point(x: position, y: start) : Point(x: start, y: position), size: size)
    }
  }
}

extension LayoutEdge {
  /// Whether only layers can give it what its author wants.
  fileprivate var asksForLayers: Bool { minimumLength > 1 || weight > 1 }
}
