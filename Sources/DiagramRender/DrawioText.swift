import DiagramModel

extension SceneText {
  /// The lines as HTML, in which draw.io neither breaks nor joins anything.
  ///
  /// draw.io's chip is as wide as the widest line, so that the room at its sides is made of spaces.
  /// What is in the font and colour of the whole has no tags, so that a person can change it with the
  /// style of the cell.
  var html: String {
    let padding = chip == nil ? "" : "&nbsp;"
    var blocks: [(html: String, style: String, line: Line)] = []
    for line in lines {
      let html = "\(padding)\(html(of: line))\(padding)"
      if let last = blocks.last, last.line.continues(in: line) {
        blocks[blocks.count - 1].html += "<br>\(html)"
        blocks[blocks.count - 1].line.offset = line.offset
      } else {
        blocks.append((html, style(of: line), line))
      }
    }
    return (blocks.first?.html ?? "")
      + blocks.dropFirst().map { block in
        "<div style=\"\(block.style)\">\(block.html)</div>"
      }.joined()
  }

  /// What makes a block of a line and of those below it that look alike, at its distance from what is
  /// above it.
  private func style(of line: Line) -> String {
    var style = "font-size:\(line.font.size)px;color:\(line.color);"
    if font.face.isBold != line.font.face.isBold {
      style += "font-weight:\(line.font.face.isBold ? "bold" : "normal");"
    }
    if font.face.isMonospaced != line.font.face.isMonospaced {
      style += "font-family:\(line.font.face.drawioFamily);"
    }
    let above = lines.last { $0.offset < line.offset }
    let distance = line.offset - (above.map { $0.offset + $0.font.lineHeight } ?? 0)
    return distance > 0 ? style + "margin-top:\(distance)px;" : style
  }

  private func html(of line: Line) -> String {
    // Spaces at the ends of a run stand inside of the line.
    let shown = line.text.keepingSpaces
    var rest = shown[...]
    return line.runs.map { run in
      let text = rest.prefix(run.text.count)
      rest = rest.dropFirst(run.text.count)
      return html(of: run, in: line, text: text.html)
    }.joined()
  }

  private func html(of run: Run, in line: Line, text: String) -> String {
    let (font, color) = (line.font, line.color)
    var html = text
    var style = ""
    if run.font.size != font.size { style += "font-size:\(run.font.size)px;" }
    // Else a run of another font would make its line higher.
    if run.font.size != font.size || run.font.face.isMonospaced != font.face.isMonospaced {
      style += "line-height:0;"
    }
    var attributes = ""
    if run.color != color, run.link == nil { attributes += " color=\"\(run.color)\"" }
    if run.font.face.isMonospaced != font.face.isMonospaced {
      attributes += " face=\"\(run.font.face.drawioFamily)\""
    }
    if !style.isEmpty { attributes += " style=\"\(style)\"" }
    if !attributes.isEmpty { html = "<font\(attributes)>\(html)</font>" }
    if run.font.isItalic, !font.isItalic { html = "<i>\(html)</i>" }
    if run.font.face.isBold, !font.face.isBold { html = "<b>\(html)</b>" }
    guard let link = run.link else { return html }
    return "<a href=\"\(link.html.withoutQuotes)\" style=\"color:\(run.color);\">\(html)</a>"
  }
}

extension SceneText.Line {
  /// Whether the next line looks alike and follows at the usual distance.
  fileprivate func continues(in next: SceneText.Line) -> Bool {
    font == next.font && color == next.color && next.offset == offset + font.lineHeight
  }
}

extension FontFace {
  /// The family that draw.io has in its menu.
  var drawioFamily: String {
    switch self {
    case .regular, .bold: "Helvetica"
    case .monospaced, .monospacedBold: "Courier New"
    }
  }
}

extension StringProtocol {
  /// The text as HTML holds it.
  fileprivate var html: String {
    var output = ""
    for character in self {
      switch character {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\u{A0}": output += "&nbsp;"
      default: output.append(character)
      }
    }
    return output
  }

  /// The text as an attribute holds it.
  fileprivate var withoutQuotes: String {
    split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "&quot;")
  }
}
