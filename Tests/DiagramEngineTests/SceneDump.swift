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
    let text = lines.map { $0.dump(in: self) }.joined(separator: "⏎")
    return "“\(text)” \(frame.dump) \(font.face) \(font.size) \(color) \(alignment)"
  }
}

extension SceneText.Line {
  /// Its text, with the style of each run that differs from the text as a whole.
  fileprivate func dump(in text: SceneText) -> String {
    runs.map { run in
      var style: [String] = []
      if run.font.face != text.font.face { style.append("\(run.font.face)") }
      if run.font.size != text.font.size { style.append("\(run.font.size)") }
      if run.font.isItalic != text.font.isItalic { style.append("italic") }
      if run.color != text.color { style.append("\(run.color)") }
      if let link = run.link { style.append(link) }
      return style.isEmpty ? run.text : "[\(run.text)]{\(style.joined(separator: " "))}"
    }.joined()
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
