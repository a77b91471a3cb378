import Arrangements
import DiagramCheck
package import DiagramGraph
import DiagramModel
import Incremental
import Routing

// The one way of a graph to its drawing; read it first. There are two entrances yet: one for graphs
// whose boxes somebody arranged, one for those that are to be placed as a whole.
//
//     LayoutGraph ─arranged─▶ frames ─routed─▶ ways ─labelled─▶ texts ─checked─▶ Layout       placed()
//                 ─engines─▶ drawings ─scored─▶ the best ─aligned─▶ Layout                    placed(by:)
//                 ─changed─▶ the last drawing, with what is new                               placed(by:)
//
// - arranged: SizedGraph, in the target Arrangements; it asks the engines where nobody arranged.
// - engines: LayeredLayout and OrthogonalLayout, each a target of its own; EngineChoice.swift.
// - routed, labelled: LayoutGraph+Routed.swift, in the target Routing; RoomyPlacement.swift makes room.
// - changed: IncrementalLayout, in the target Incremental.
// - checked, scored: DrawingScore, in the target DiagramCheck.
// - aligned: AlignedLayout.swift.

extension LayoutGraph {
  /// Places every box of a drawing as its arrangements say, and finds a way for every edge.
  ///
  /// Each container is drawn by itself. Where edges run between containers that nobody arranged,
  /// their content is also drawn at once, by each engine, and the drawing with the least
  /// ``DrawingScore`` on a slide wins; the first stands unless another is clearly better.
  ///
  /// - Returns: frames and routes in the order of the graph, in whole units; the corner of the
  ///   first node is the origin.
  /// - Complexity: up to ``placementAttempts`` drawings, three more of small graphs with such edges;
  ///   see ``routed(over:spacing:)``.
  package func placed() -> Layout {
    let plain = placedWithRoom()
    let nests = Nests(self)
    guard !nests.roots.isEmpty, nodes.count * edges.count <= nestedBudget else { return plain }
    var (best, least) = (plain, slideScore(of: plain, directions: [.right, .down]) - leastGain)
    for direction in [FlowDirection.right, .down, nil] {
      var graph = self
      for root in nests.roots { graph.nodes[root].arrangement = .nested(direction) }
      let candidate = graph.placedWithRoom(nests)
      let score = slideScore(of: candidate, directions: direction.map { [$0] } ?? [.right, .down])
      if score < least { (best, least) = (candidate, score) }
    }
    return best
  }

  /// Places every node and leads every edge.
  ///
  /// The automatic choice draws with every algorithm, small graphs from several seeds, and takes the
  /// drawing with the least ``DrawingScore`` on a slide: as many drawings as ``choiceBudget`` allows,
  /// the layered one first. Boxes that almost agree are then aligned, or grow to one size, and gaps
  /// become equal where they can.
  ///
  /// If most of the last drawing is known, it is changed as little as possible instead, whatever the
  /// algorithm. The engines know no trunks: where there are some, all edges are led anew over the
  /// boxes that they placed.
  ///
  /// - Returns: frames and routes in the order of the graph, in whole units; the top left corner of a
  ///   drawing made anew is the origin.
  /// - Complexity: that of ``LayeredLayout`` or ``OrthogonalLayout``; of both, with up to four
  ///   drawings of the latter, for the choice.
  package func placed(by request: LayoutRequest) -> Layout {
    let layout = placedWithoutTrunks(by: request)
    guard edges.contains(where: { $0.trunk != nil }) else { return layout }
    let led = Layout(frames: layout.frames, routes: routed(over: layout.frames))
    return request.previous == nil ? led.atOrigin : led
  }

  private func placedWithoutTrunks(by request: LayoutRequest) -> Layout {
    guard let previous = request.previous else { return placedAnew(by: request) }
    let changed = LayoutPhase.incremental.timed {
      self.changed(previous, for: request).layout()
    }
    return changed ?? placedAnew(by: request)
  }

  private func placedAnew(by request: LayoutRequest) -> Layout {
    switch request.algorithm {
    case .layered: return layered(request)
    case .orthogonal: return orthogonal(request)
    case .automatic: return chosen(for: request)
    }
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

/// The number of nodes times that of edges up to which containers are also drawn at once.
private let nestedBudget = 10_000
