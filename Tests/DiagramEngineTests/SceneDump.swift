import DiagramModel

extension Scene {
  /// The scene in lines that a reviewer can read: what lies where, in which style.
  var dump: String {
    var lines = ["\(path) \(size.width)×\(size.height)", "  \(title)", "  \(summary)"]
    lines += elements.map { element in
      switch element {
      case .box(let box): box.dump
      case .line(let line): line.dump
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension SceneBox {
  fileprivate var dump: String {
    "box \(id) \(frame.dump) \(kind) \(paint.dump)" + (text.map { " \($0.dump)" } ?? "")
  }
}

extension SceneLine {
  fileprivate var dump: String {
    let way = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    let manner = (isCurved ? " curved" : "") + (isDrawnBackwards ? " backwards" : "")
    return "line \(id) \(way)\(manner) \(startHead)→\(endHead) \(paint.dump)"
      + (text.map { " \($0.dump)" } ?? "")
  }
}

extension SceneText {
  fileprivate var dump: String {
    "“\(lines.joined(separator: "⏎"))” \(frame.dump) \(font.face) \(font.size) \(color) \(alignment)"
  }
}

extension Paint {
  fileprivate var dump: String {
    "fill \(fill?.description ?? "none") stroke \(stroke?.description ?? "none") "
      + "\(strokeWidth) \(pattern)"
  }
}

extension Rect {
  fileprivate var dump: String { "[\(minX) \(minY) \(size.width)×\(size.height)]" }
}
