import DiagramDSL
import DiagramGraph
import DiagramModel

extension Explainer {
  /// A node as an author knows it.
  func name(_ node: Int) -> String {
    guard node > 0 else { return "the drawing" }
    let item = resolved.items[node - 1]
    guard item.id.isEmpty else { return quoted(item.id) }
    let word = notes.choices[node]?.arrangement.noun ?? graph.nodes[node].arrangement.noun
    return resolved.items.closestBox(around: node - 1).map {
      "\(word) in \(quoted(resolved.items[$0].id))"
    }
      ?? word
  }

  /// What a node lies in.
  func around(_ node: Int) -> String { name(graph.nodes[node].parent ?? 0) }

  /// An arrow by its text, or its ends.
  func arrow(_ index: Int) -> String {
    let arrow = resolved.arrows[index]
    return "the arrow “\(name(arrow.source + 1).unquoted) → \(name(arrow.target + 1).unquoted)”"
  }
}

extension String {
  fileprivate var unquoted: String { hasPrefix("“") ? String(dropFirst().dropLast()) : self }
}

/// Thousandths as a number with one digit behind the point.
func decimal(_ thousandths: Int) -> String {
  let tenths = (thousandths.magnitude + 50) / 100
  return "\(thousandths < 0 ? "-" : "")\(tenths / 10).\(tenths % 10)"
}

extension Arrangement {
  /// What it is called.
  var noun: String {
    switch self {
    case .automatic: "the group"
    case .row: "the row"
    case .column: "the column"
    case .grid: "the grid"
    case .ring: "the ring"
    case .layered: "the layers"
    case .tree: "the tree"
    case .packed: "the pack"
    case .force: "the web"
    case .orthogonal, .nested: "the drawing"
    case .lanes: "the lanes"
    case .shared: "the one place"
    }
  }

  /// How it lies.
  var manner: String {
    switch self {
    case .automatic: "as it comes"
    case .row: "a row"
    case .column: "a column"
    case .grid(let columns, _): "a grid of \(columns) column\(columns == 1 ? "" : "s")"
    case .ring: "a ring"
    case .layered(let direction, _): "layers towards the \(direction.word)"
    case .tree(let direction, _): "a tree towards the \(direction.word)"
    case .packed: "packed into little room"
    case .force: "a web without a direction"
    case .orthogonal: "few bends and crossings, without a direction"
    case .nested(let direction?): "layers of all containers at once, towards the \(direction.word)"
    case .nested(nil): "all containers at once, without a direction"
    case .lanes: "lanes that share their columns"
    case .shared: "all at one place"
    }
  }
}

extension Direction {
  fileprivate var word: String {
    switch self {
    case .right: "right"
    case .left: "left"
    case .down: "bottom"
    case .up: "top"
    }
  }
}
