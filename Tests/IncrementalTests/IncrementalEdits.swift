import DiagramGraph
import DiagramModel
import TestSupport

@testable import Incremental

/// A graph that was edited after it was drawn.
struct EditedGraph {
  var graph: LayoutGraph
  var previous: PreviousDrawing
  /// The nodes that the edit is about.
  var touched: Set<Int> = []
}

/// What somebody may do to a drawing.
enum Edit: CaseIterable {
  case removeLeaf, addLeaf, addOutsideBox, longerLabel, addEdge, longerEdgeLabel, addContainer
  case changeParent

  /// Edits a graph that was drawn.
  func applied(to graph: LayoutGraph, _ layout: Layout, seed: UInt64) -> EditedGraph {
    var random = SeededGenerator(seed: seed)
    var edited = EditedGraph(
      graph: graph,
      previous: PreviousDrawing(frames: layout.frames, routes: layout.routes))
    let containers = graph.nodes.indices.filter { graph.nodes[$0].padding != .zero }
    let leaves = graph.nodes.indices.filter { node in !graph.nodes.contains { $0.parent == node } }
    let leaf = leaves.randomElement(using: &random) ?? 0
    switch self {
    case .removeLeaf: edited.remove(leaf)
    case .addLeaf: edited.addBox(in: containers.randomElement(using: &random))
    case .addOutsideBox:
      edited.addBox(in: nil)
      edited.addEdge(from: graph.nodes.count, to: leaf, label: nil)
    case .longerLabel:
      edited.graph.nodes[leaf].minimumSize.width += 60
      edited.touched = [leaf]
    case .addEdge:
      edited.addEdge(
        from: graph.nodes.indices.randomElement(using: &random) ?? 0, to: leaf,
        label: Size(width: 60, height: 20))
    case .longerEdgeLabel:
      guard let edge = graph.edges.indices.randomElement(using: &random) else { break }
      edited.graph.edges[edge].labelSize = Size(width: 100, height: 20)
    case .addContainer:
      edited.addBox(in: containers.randomElement(using: &random))
      edited.graph.nodes[graph.nodes.count].padding = Insets(
        top: 40, left: 20, bottom: 20, right: 20)
      edited.addBox(in: graph.nodes.count)
      edited.addBox(in: graph.nodes.count)
      edited.addEdge(from: graph.nodes.count + 1, to: graph.nodes.count + 2, label: nil)
      edited.addEdge(from: graph.nodes.count + 2, to: leaf, label: nil)
    case .changeParent:
      edited.graph.nodes[leaf].parent = containers.first { $0 < leaf }
      edited.touched = [leaf]
    }
    return edited
  }
}

extension EditedGraph {
  /// Removes a box that nothing lies in, with its edges.
  mutating func remove(_ node: Int) {
    let kept = graph.edges.indices.filter {
      graph.edges[$0].source != node && graph.edges[$0].target != node
    }
    graph.edges = kept.map { graph.edges[$0] }
    previous.routes = kept.map { previous.routes[$0] }
    graph.nodes.remove(at: node)
    previous.frames.remove(at: node)
    let moved = { (index: Int) in index > node ? index - 1 : index }
    for index in graph.nodes.indices {
      graph.nodes[index].parent = graph.nodes[index].parent.map(moved)
    }
    for index in graph.edges.indices {
      graph.edges[index].source = moved(graph.edges[index].source)
      graph.edges[index].target = moved(graph.edges[index].target)
    }
  }

  mutating func addBox(in parent: Int?) {
    touched.insert(graph.nodes.count)
    graph.nodes.append(LayoutNode(parent: parent, minimumSize: Size(width: 100, height: 50)))
    previous.frames.append(nil)
  }

  mutating func addEdge(from source: Int, to target: Int, label: Size?) {
    graph.edges.append(LayoutEdge(source: source, target: target, labelSize: label))
    previous.routes.append(nil)
  }
}
