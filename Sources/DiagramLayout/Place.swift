import Arrangements
import DiagramCheck
package import DiagramGraph
import DiagramModel
import Incremental
import LayeredEngine
import Routing

// The one way of a graph to its drawing; read it first.
//
//     LayoutGraph ─changed─▶ the last drawing, with what is new                                   ┐
//                 ─arranged─▶ frames ─routed─▶ ways ─labelled─▶ texts ─checked, scored─▶ the best ├─▶ Layout
//                 ─engines─▶ drawings ─scored─▶ the best ─aligned─▶ (routed, labelled)            ┘
//
// - changed: IncrementalLayout, in the target Incremental.
// - arranged: ArrangedLayout.swift; SizedGraph, in the target Arrangements, asks the engines where nobody arranged.
// - engines: LayeredLayout and OrthogonalLayout, each a target of its own, called by Engines.swift in the
//   target Arrangements; EngineChoice.swift.
// - routed, labelled: LayoutGraph+Routed.swift, in the target Routing; RoomyPlacement.swift makes room.
// - checked, scored: Check and DrawingScore, in the target DiagramCheck.
// - aligned: AlignedLayout.swift.

extension LayoutGraph {
  /// Places every node and leads every edge.
  ///
  /// - If most of the last drawing is known, it is changed as little as possible, whatever the
  ///   algorithm; of a graph with a canvas what nobody arranged stays, see KeptPlaces.swift.
  /// - A graph with a canvas around its boxes (``LayoutGraph/hasCanvas``) is drawn as its
  ///   arrangements say. Each container is drawn by itself; where edges run between containers that
  ///   nobody arranged, their content is also drawn at once, by each engine.
  /// - Else the engines draw the graph as a whole. The automatic choice draws with every algorithm,
  ///   small graphs from several seeds, and aligns boxes that almost agree.
  ///
  /// Of several drawings that with the least ``DrawingScore`` on a slide is taken. The engines know
  /// neither trunks nor sides nor slanted lines: where there are some, all edges are led anew over the
  /// boxes that they placed, or only these around the others.
  ///
  /// - Returns: frames and routes in the order of the graph, in whole units. The top left corner of a
  ///   drawing made anew, or the corner of its canvas, is the origin.
  /// - Complexity: that of the engines, with up to four drawings of ``OrthogonalLayout`` for the
  ///   choice; with a canvas up to ``placementAttempts`` drawings, three times more of small graphs
  ///   with edges between free containers; see ``routed(over:spacing:)``.
  package func placed(by request: LayoutRequest) -> Layout {
    // A journal is told how everything is placed, not only where.
    guard let memory = RememberedLayouts.memory, request.previous == nil,
      PhaseJournal.current == nil
    else {
      return placedAnew(by: request)
    }
    return memory.layout(of: self, by: request) { placedAnew(by: request) }
  }

  private func placedAnew(by request: LayoutRequest) -> Layout {
    OrderMemory.$current.withValue(OrderMemory()) {
      if hasCanvas {
        return request.previous.map { arranged(keeping: $0, by: request) } ?? arranged(by: request)
      }
      if let changed = changed(request) { return led(changed, aroundOthersFirst: true).layout }
      return ledDrawing(by: request).atOrigin
    }
  }

  /// The last drawing with what is new; nil if there is none, or too little of it is left.
  private func changed(_ request: LayoutRequest) -> Layout? {
    guard let previous = request.previous else { return nil }
    return LayoutPhase.incremental.timed { changed(previous, for: request).layout() }
  }

  private func drawn(by request: LayoutRequest) -> Layout {
    switch request.algorithm {
    case .layered: layered(request)
    case .orthogonal: orthogonal(request)
    case .automatic: chosen(for: request)
    }
  }

  /// A drawing of the engines with all ways that they cannot make; where these leave a text too little room,
  /// one with more room for it, if that helps.
  private func ledDrawing(by request: LayoutRequest) -> Layout {
    let first = led(drawn(by: request), aroundOthersFirst: false)
    var roomy = self
    for edge in first.faulty {
      guard let text = edges[edge].labelSize else { continue }
      roomy.edges[edge].labelSize = Size(
        width: text.width + moreTextRoom, height: text.height + moreTextRoom)
    }
    guard roomy.edges != edges else { return first.layout }
    let second = led(roomy.drawn(by: request), aroundOthersFirst: false)
    return second.faulty.count < first.faulty.count ? second.layout : first.layout
  }

  /// A drawing of the engines with the ways made anew that they cannot make: around the others, whose texts
  /// have their room there, or together with them. The first of both is taken unless less touches something
  /// in the second.
  ///
  /// - Returns: the drawing, and the edges that touch something in it; of one without such ways, none.
  /// - Complexity: that of ``routed(over:given:fixed:spacing:detours:)``, twice where something touches.
  private func led(
    _ layout: Layout, aroundOthersFirst: Bool
  ) -> (layout: Layout, faulty: [Int]) {
    guard edges.contains(where: \.isLedByRouter) else { return (layout, []) }
    func led(aroundOthers: Bool) -> (layout: Layout, faulty: [Int]) {
      let fixed = zip(edges, layout.routes).map { edge, route in
        aroundOthers && !edge.isLedByRouter ? route : nil
      }
      let led = Layout(frames: layout.frames, routes: routed(over: layout.frames, fixed: fixed))
      let check = Check(led, of: self)
      let faulty = edges.indices.filter {
        check.isFaulty($0) || !check.ways(along: $0).isEmpty || !check.writing(onWayOf: $0).isEmpty
      }
      return (led, faulty)
    }
    let first = led(aroundOthers: aroundOthersFirst)
    guard !first.faulty.isEmpty else { return first }
    let second = led(aroundOthers: !aroundOthersFirst)
    return second.faulty.count < first.faulty.count ? second : first
  }

  /// The change of a last drawing to one of this graph; what is new in it is drawn by the engines.
  func changed(_ previous: PreviousDrawing, for request: LayoutRequest) -> IncrementalLayout {
    IncrementalLayout(graph: self, request: request, previous: previous) { part in
      var request = request
      request.previous = nil
      return part.placed(by: request)
    }
  }
}

extension LayoutEdge {
  /// Whether it wants what only the router over finished boxes can give.
  fileprivate var isLedByRouter: Bool {
    trunk != nil || routing != .orthogonal || sourceSide != nil || targetSide != nil
  }
}

/// What the text of an edge gets beside its size where it found too little room.
private let moreTextRoom = 40
