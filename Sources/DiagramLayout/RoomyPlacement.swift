import Arrangements
import DiagramCheck
import DiagramGraph
import Routing

extension LayoutGraph {
  /// Where an edge finds no clean way, or its text no clean place, the gaps grow and everything is
  /// placed again, at most ``placementAttempts`` times; the first of the cleanest drawings is taken. In
  /// that the gaps and paddings grow in which lines run too close to something.
  func placedWithRoom(_ nests: Nests = Nests(), for request: LayoutRequest) -> Layout {
    withRoom(draft(nests, for: request))
  }

  /// The drawing with the gaps that its arrangements ask for.
  func draft(_ nests: Nests, for request: LayoutRequest) -> Draft {
    let sized = SizedGraph(self, spacing: childSpacing(), nests: nests, for: request)
    let layout = placed(sized)
    PhaseJournal.note { $0.rooms = [] }
    return Draft(sized: sized, layout: layout)
  }

  /// A drawing as a draft has it, with more room where that is needed.
  func withRoom(_ draft: Draft) -> Layout {
    var sized = draft.sized
    var (best, cleanest, extra) = (draft.layout, sized, 0)
    var faults = faultyEdges(of: best)
    var everFaulty = faults
    let mostAttempts = nodes.count * edges.count > largestForAttempts ? 1 : placementAttempts
    for attempt in 1..<mostAttempts where !faults.isEmpty {
      var graph = self
      let choices = sized.choices
      // What was chosen stays: a choice costs more than all the rest.
      for node in nodes.indices { graph.nodes[node].arrangement = choices[node] }
      graph = graph.withRoom(
        forTextsOf: everFaulty, ofLoopsToo: attempt > 1, over: draft.layout.frames)
      let trial = PhaseJournal.attempt { () -> Layout? in
        sized = draft.sized.anew(graph, spacing: childSpacing(adding: attempt * 20))
        // Larger gaps move nothing that is pinned.
        guard graph.edges != edges || sized.frames() != best.frames else { return nil }
        return graph.placed(sized)
      }
      guard let layout = trial.value else { continue }
      let left = faultyEdges(of: layout)
      everFaulty += left.filter { !everFaulty.contains($0) }
      if left.count < faults.count {
        trial.keep()
        PhaseJournal.note { $0.rooms = [.gaps(extra: attempt * 20, edges: everFaulty)] }
        (best, faults, cleanest, extra) = (layout, left, sized, attempt * 20)
      }
    }
    guard mostAttempts > 1 else { return best }
    if !faults.isEmpty {
      let trial = PhaseJournal.attempt { cleanest.graph.placed(cleanest, detours: true) }
      if faultyEdges(of: trial.value).count < faults.count {
        trial.keep()
        PhaseJournal.note { $0.rooms.append(.detours) }
        return trial.value
      }
    }
    return withRoomForLines(best, cleanest, adding: extra, faults: faults.count)
  }

  /// The drawing with larger gaps and paddings where lines run too close to something, if that helps.
  private func withRoomForLines(
    _ layout: Layout, _ sized: SizedGraph, adding extra: Int, faults: Int
  ) -> Layout {
    var (best, last) = (layout, layout)
    var (least, lines) = (closeness(of: layout), LineRoom())
    for _ in 0..<roomAttempts where least > 0 {
      // Where there is room now another way may be the shorter one: that gets room as well.
      guard lines.grow(for: last, of: self) else { break }
      var graph = sized.graph.withRoom(for: lines)
      let choices = sized.choices
      for node in nodes.indices { graph.nodes[node].arrangement = choices[node] }
      let trial = PhaseJournal.attempt {
        let spacing = childSpacing(adding: extra, for: lines)
        return graph.placed(sized.anew(graph, spacing: spacing))
      }
      last = trial.value
      let close = closeness(of: last)
      guard close < least, faultyEdges(of: last).count <= faults else { continue }
      trial.keep()
      PhaseJournal.note { $0.rooms.append(.lines) }
      (best, least) = (last, close)
    }
    return best
  }

  /// How many ways run too close to something beside them, or bend right before their head.
  private func closeness(of layout: Layout) -> Int {
    let faults = ClearanceFaults(layout, of: self)
    return faults.beside + faults.shortHeads
  }

  /// The edges that run through boxes, or whose text touches something.
  private func faultyEdges(of layout: Layout) -> [Int] {
    edges.indices.filter(Check(layout, of: self).isFaulty)
  }

  private func placed(_ sized: SizedGraph, detours: Bool = false) -> Layout {
    let frames = sized.frames()
    let ringRoutes = sized.ringRoutes(over: frames)
    let ways = sized.engineWays(over: frames)
    let others = edges.indices.filter { ringRoutes[$0] == nil }
    let trees = TreeEdges(self, arrangements: sized.arrangements)
    let rest = LayoutGraph(nodes: nodes, edges: others.map { trees.bound($0, of: self) })
    var routes = ringRoutes
    let kept = keptWays(over: frames, sized.request)
    let trial = PhaseJournal.attempt {
      rest.routed(
        over: frames, given: others.map { ways[$0] }, fixed: others.map { kept[$0] },
        detours: detours)
    }
    PhaseJournal.note { notes in
      for edge in edges.indices where ringRoutes[edge] != nil { notes.ways[edge] = .ring }
    }
    trial.keepWays(of: others)
    let led = trial.value
    for (edge, route) in zip(others, led) { routes[edge] = route }
    return Layout(frames: frames, routes: routes.compactMap(\.self))
  }
}

extension SizedGraph {
  /// A changed graph with sizes of its own, for the same request.
  fileprivate func anew(_ graph: LayoutGraph, spacing: ChildSpacing) -> SizedGraph {
    SizedGraph(graph, spacing: spacing, nests: nests, for: request)
  }
}

/// A drawing before it was looked at where more room is needed.
struct Draft {
  /// What it follows from.
  let sized: SizedGraph
  let layout: Layout
}

/// How often a drawing is placed with larger gaps before it is taken as it is.
private let placementAttempts = 4

/// The number of nodes times that of edges up to which larger gaps are tried.
private let largestForAttempts = 20_000

/// How often gaps and paddings grow for lines.
private let roomAttempts = 3
