package import DiagramModel

/// Why boxes and arrows lie where they do and are as large as they are, by the nodes and edges of the graph: what
/// the stages noted in the ``PhaseJournal`` when they decided.
package struct LayoutNotes: Hashable, Sendable {
  /// An arrangement that was tried for what lies in a container.
  package struct Trial: Hashable, Sendable {
    package let arrangement: Arrangement
    /// In thousandths; the less, the better.
    package let score: Int
    /// Whether the arrows are in the score; without them it was too much already.
    package let isRouted: Bool

    package init(_ arrangement: Arrangement, score: Int, isRouted: Bool) {
      self.arrangement = arrangement
      self.score = score
      self.isRouted = isRouted
    }
  }

  /// How what lies in a container is arranged.
  package struct Choice: Hashable, Sendable {
    package let arrangement: Arrangement
    /// What it was chosen from, the first one first; empty where nothing else was looked at.
    package let trials: [Trial]

    package init(_ arrangement: Arrangement, trials: [Trial] = []) {
      self.arrangement = arrangement
      self.trials = trials
    }
  }

  /// Why a node is longer than it needs to be.
  package enum Growth: Hashable, Sendable {
    /// As long as another one of its kind.
    case likeNode(Int, from: Int, to: Int)
    /// What lies in it has the columns, or rows, of others.
    case sharedTracks(from: Int, to: Int)
    /// It fills the cell that it lies in.
    case fillsCell(from: Int, to: Int)

    /// The length before, and with it.
    package var change: (from: Int, to: Int) {
      switch self {
      case .likeNode(_, let from, let to), .sharedTracks(let from, let to),
        .fillsCell(let from, let to):
        (from, to)
      }
    }
  }

  /// The gaps between what lies in a node, as they add up.
  package struct Gap: Hashable, Sendable {
    /// What is kept without any reason to have more.
    package let base: Size
    /// What their author wants at least.
    package let wanted: Int?
    /// The edge that asks for the most, and what the gaps are with it and its text.
    package let edge: Int?
    package let forEdge: Size
    /// How many edges run through the fullest gap, and what is added for them.
    package let load: Int
    package let forLoad: Int
    /// What was added because arrows or texts found no place, and for lines too close to something.
    package let extra: Int
    package let forLines: Size
    package let total: Size

    package init(
      base: Size, wanted: Int?, edge: Int?, forEdge: Size, load: Int, forLoad: Int, extra: Int,
      forLines: Size, total: Size
    ) {
      self.base = base
      self.wanted = wanted
      self.edge = edge
      self.forEdge = forEdge
      self.load = load
      self.forLoad = forLoad
      self.extra = extra
      self.forLines = forLines
      self.total = total
    }
  }

  /// Where an engine that works in layers put a box, and what decided on it. Other boxes are named by their nodes.
  package struct LayerPlace: Hashable, Sendable {
    /// The layer along the flow, and the place among the boxes of the layer; both counted from 1, and of how many.
    package let layer: Int
    package let layers: Int
    package let place: Int
    package let places: Int
    /// Behind which box it stands as near as an edge from there allows; else before which.
    package var after: Int?
    package var before: Int?
    /// To which boxes its edges run straight.
    package var straight: [Int]
    /// How long it was across the flow before the ends on one of its sides needed more, and how many these are.
    package let widened: Widening?
    /// What it cannot come nearer to, as it lies in the end.
    package var holds: [Hold] = []

    package init(
      layer: Int, of layers: Int, place: Int, of places: Int, after: Int?, before: Int?,
      straight: [Int], widened: Widening?
    ) {
      (self.layer, self.layers, self.place, self.places) = (layer, layers, place, places)
      (self.after, self.before, self.straight) = (after, before, straight)
      self.widened = widened
    }

    /// The same with other names of the nodes.
    package func renamed(_ name: (Int) -> Int) -> LayerPlace {
      var place = self
      (place.after, place.before) = (after.map(name), before.map(name))
      place.straight = straight.map(name)
      place.holds = holds.map { $0.renamed(name) }
      return place
    }
  }

  /// A box that became longer across the flow for the ends of edges on one of its sides.
  package struct Widening: Hashable, Sendable {
    package let ends: Int
    package let from: Int
    package let to: Int

    package init(for ends: Int, from: Int, to: Int) {
      (self.ends, self.from, self.to) = (ends, from, to)
    }
  }

  /// A distance that is as small as may be.
  package struct Hold: Hashable, Sendable {
    /// What it is kept from.
    package enum Neighbor: Hashable, Sendable {
      case box(Int)
      /// The outline of what it lies in.
      case outline(Int)
      case edge(source: Int, target: Int)
    }

    package let neighbor: Neighbor
    package let distance: Int
    /// Whether it lies along the flow.
    package let isAlongFlow: Bool

    package init(_ neighbor: Neighbor, _ distance: Int, isAlongFlow: Bool) {
      (self.neighbor, self.distance, self.isAlongFlow) = (neighbor, distance, isAlongFlow)
    }

    fileprivate func renamed(_ name: (Int) -> Int) -> Hold {
      let neighbor: Neighbor =
        switch neighbor {
        case .box(let node): .box(name(node))
        case .outline(let node): .outline(name(node))
        case .edge(let source, let target): .edge(source: name(source), target: name(target))
        }
      return Hold(neighbor, distance, isAlongFlow: isAlongFlow)
    }
  }

  /// How an arrow got its way.
  package enum Way: Hashable, Sendable {
    /// An engine led it when it placed the boxes.
    case engine
    /// Its ends face each other with nothing between.
    case straight
    /// Found around the boxes, along sides that face, as one of a fan of several, or just the shortest.
    case facing
    case fan(Int)
    case searched
    /// Around its boxes, where its text has a place.
    case detour
    /// One of a ring.
    case ring
  }

  /// What was tried to make room.
  package enum Room: Hashable, Sendable {
    /// All gaps grew by so much, for edges that ran through boxes or whose texts touched something.
    case gaps(extra: Int, edges: [Int])
    /// Gaps and paddings grew where lines ran too close to something.
    case lines
    /// Edges were led around their boxes.
    case detours
  }

  /// By node.
  package var choices: [Int: Choice] = [:]
  package var growths: [Int: [Axis: [Growth]]] = [:]
  /// What lies in a node needs this much room.
  package var contents: [Int: Size] = [:]
  package var paddings: [Int: Insets] = [:]
  package var gaps: [Int: Gap] = [:]
  /// The column and row of a child, counted from 0.
  package var cells: [Int: [Axis: Int]] = [:]
  /// Where engines put them in layers.
  package var layers: [Int: LayerPlace] = [:]
  /// The nodes that were moved until their one arrow is straight.
  package var linedUp: Set<Int> = []
  /// By edge.
  package var ways: [Int: Way] = [:]
  package var rooms: [Room] = []
  /// The drawing of the whole that was taken of several.
  package var whole: String?

  package init() {}

  /// Notes that a node became longer; what leaves its length as it is is no growth.
  package mutating func grow(_ node: Int, along axis: Axis, _ growth: Growth) {
    guard growth.change.to > growth.change.from else { return }
    var known = growths[node, default: [:]][axis, default: []]
    // Cells are looked at again for every drawing of the same sizes.
    if case .fillsCell = growth {
      known.removeAll { if case .fillsCell = $0 { true } else { false } }
    }
    if known.last != growth { growths[node, default: [:]][axis] = known + [growth] }
  }
}

extension PhaseJournal {
  /// Notes why something is as it is, if somebody wants to know.
  package static func note(_ write: (inout LayoutNotes) -> Void) { current?.write(write) }

  /// Runs work whose notes count only if they are kept, as those of a drawing that may not be taken.
  package static func attempt<Value>(_ work: () -> Value) -> Attempt<Value> {
    guard let journal = current else { return Attempt(value: work(), notes: nil) }
    let part = PhaseJournal(attemptOf: journal)
    return Attempt(value: $current.withValue(part, operation: work), notes: part.layoutNotes)
  }

  /// Runs an engine over a part of the drawing, and gives what it notes of layers by the nodes of the part.
  package static func layered<Value>(
    _ work: () -> Value
  ) -> (value: Value, layers: [Int: LayoutNotes.LayerPlace]) {
    let attempt = attempt {
      note { $0.layers = [:] }
      return work()
    }
    return (attempt.value, attempt.notes?.layers ?? [:])
  }

  /// Notes layers of a part, whose nodes are those of the drawing in this order.
  package static func note(
    _ layers: [Int: LayoutNotes.LayerPlace], of nodes: [Int]
  ) {
    note { notes in
      for (node, place) in layers { notes.layers[nodes[node]] = place.renamed { nodes[$0] } }
    }
  }

  /// What work gave, and what it noted.
  package struct Attempt<Value> {
    package let value: Value
    fileprivate let notes: LayoutNotes?

    /// Takes the notes over, in place of those before.
    package func keep() {
      guard let notes else { return }
      PhaseJournal.note { $0 = notes }
    }

    /// Takes over only how edges got their ways; `edges` says which they are outside of the attempt.
    package func keepWays(of edges: [Int]) {
      guard let notes else { return }
      PhaseJournal.note { outer in
        for (index, edge) in edges.enumerated() { outer.ways[edge] = notes.ways[index] }
      }
    }
  }
}
