import DiagramModel
import DiagramXML

/// Two states of a picture in one: what is gone or lay elsewhere before, what is new, and, quiet, what is the same.
///
/// It is read on white and on black: each colour has a contrast of 3.7 at least with both, and what is gone is dashed
/// besides.
struct Overlay {
  /// To which state something belongs.
  private enum State: String, CaseIterable {
    case same, old, new

    var color: String {
      switch self {
      case .same: "#7c858c"
      case .old: "#d4500f"
      case .new: "#1c7ed6"
      }
    }

    /// What the legend says.
    var words: String {
      switch self {
      case .same: "the same"
      case .old: "before"
      case .new: "now"
      }
    }
  }

  private let shapes: [XMLElement]
  private let bounds: Rect

  init(from old: DrawnPicture, to new: DrawnPicture) {
    let difference = PictureDifference(from: old, to: new)
    var layers: [State: [XMLElement]] = [:]
    func add(_ state: State, _ elements: [XMLElement]) { layers[state, default: []] += elements }
    let (holders, before) = (old.holders.union(new.holders), old.byID)
    for box in old.boxes where difference.laterBox[box.id] == nil {
      add(.old, Self.shape(of: box, .old, isHolder: holders.contains(box.id)))
    }
    for box in new.boxes {
      let isHolder = holders.contains(box.id)
      guard let earlier = difference.earlierBox[box.id].flatMap({ before[$0] }) else {
        add(.new, Self.shape(of: box, .new, isHolder: isHolder))
        continue
      }
      let isSame =
        earlier.frame == box.frame && earlier.text == box.text && earlier.style == box.style
      if !isSame, earlier.frame != box.frame {
        // Its text stands where it lies now; twice, so close, nobody could read it.
        var outline = earlier
        if earlier.text == box.text { outline.text = "" }
        add(.old, Self.shape(of: outline, .old, isHolder: isHolder))
      }
      let isRenamed = earlier.frame == box.frame && earlier.text != box.text
      add(
        isSame ? .same : .new,
        Self.shape(
          of: box, isSame ? .same : .new, isHolder: isHolder, before: isRenamed ? earlier.text : nil
        ))
    }
    for (index, arrow) in old.arrows.enumerated() where !difference.keptArrows.contains(index) {
      add(.old, Self.line(of: arrow, .old))
    }
    for (index, arrow) in new.arrows.enumerated() {
      guard let earlier = difference.earlierArrow[index].map({ old.arrows[$0] }) else {
        add(.new, Self.line(of: arrow, .new))
        continue
      }
      guard earlier != arrow else {
        add(.same, Self.line(of: arrow, .same))
        continue
      }
      if earlier.points != arrow.points { add(.old, Self.line(of: earlier, .old)) }
      add(
        .new,
        Self.line(of: arrow, .new, before: earlier.text == arrow.text ? nil : earlier.text))
    }
    // What is the same lies below, what is new on top.
    shapes = State.allCases.map { state in
      XMLElement(
        "g", [XMLAttribute("id", "diagen-\(state.rawValue)")],
        (layers[state] ?? []).map(XMLNode.element))
    }
    let places =
      (old.boxes + new.boxes).map(\.frame)
      + (old.arrows + new.arrows).flatMap { $0.points.map { Rect(origin: $0, size: .zero) } }
    bounds = places.bounds ?? .zero
  }

  /// A file of SVG that every viewer shows alike.
  ///
  /// - Throws: ``XMLError`` for a text that XML cannot hold.
  func bytes() throws(XMLError) -> [UInt8] {
    let margin = 20
    let legend = 40
    let width = max(bounds.size.width, 340) + 2 * margin
    let height = bounds.size.height + 2 * margin + legend
    let root = XMLElement(
      "svg",
      [
        XMLAttribute("xmlns", "http://www.w3.org/2000/svg"), XMLAttribute("width", "\(width)"),
        XMLAttribute("height", "\(height)"),
        XMLAttribute(
          "viewBox", "\(bounds.minX - margin) \(bounds.minY - margin) \(width) \(height)"),
        XMLAttribute(Self.mark, "1"), XMLAttribute("font-family", "Helvetica, Arial, sans-serif"),
      ], ([Self.heads] + shapes + [self.legend(at: bounds.maxY + margin + 12)]).map(XMLNode.element)
    )
    return try root.serialised(XMLOptions())
  }

  /// What tells that a file is an overlay, which may be written over.
  private static let mark = "data-diagen-overlay"

  /// Whether bytes are an overlay that was written before.
  static func isOverlay(_ bytes: [UInt8]) -> Bool {
    (try? XMLElement.parse(bytes))?[attribute: mark] != nil
  }
}

// MARK: - Shapes

extension Overlay {
  private static func stroke(_ state: State) -> [XMLAttribute] {
    [
      XMLAttribute("fill", "none"), XMLAttribute("stroke", state.color),
      XMLAttribute("stroke-width", state == .same ? "2" : "3"),
    ] + (state == .old ? [XMLAttribute("stroke-dasharray", "7 5")] : [])
  }

  private static func shape(
    of box: DrawnPicture.Box, _ state: State, isHolder: Bool, before: String? = nil
  ) -> [XMLElement] {
    let frame = box.frame
    let rect = XMLElement(
      "rect",
      [
        XMLAttribute("x", "\(frame.minX)"), XMLAttribute("y", "\(frame.minY)"),
        XMLAttribute("width", "\(max(frame.size.width, 1))"),
        XMLAttribute("height", "\(max(frame.size.height, 1))"),
        XMLAttribute("rx", isHolder ? "12" : "8"),
      ] + stroke(state))
    let room = max(frame.size.width - 12, 40)
    let struck = before.map { lines(of: $0, in: room) } ?? []
    let all = struck + lines(of: box.text, in: room)
    let centredTop = frame.midY - (all.count - 1) * lineHeight / 2 + fontSize / 3
    let (x, top) = isHolder ? (frame.minX + 16, frame.minY + 24) : (frame.midX, centredTop)
    let texts = all.enumerated().map { row, line in
      text(
        line, x: x, y: top + row * lineHeight, row < struck.count ? .old : state,
        isCentred: !isHolder, isStruck: row < struck.count)
    }
    return [rect] + texts
  }

  private static func line(
    of arrow: DrawnPicture.Arrow, _ state: State, before: String? = nil
  ) -> [XMLElement] {
    guard arrow.points.count > 1 else { return [] }
    let way = arrow.points.map { "\($0.x) \($0.y)" }.joined(separator: "L")
    let path = XMLElement(
      "path",
      [
        XMLAttribute("d", "M\(way)"),
        XMLAttribute("marker-end", "url(#diagen-head-\(state.rawValue))"),
      ]
        + stroke(state))
    let pieces = zip(arrow.points, arrow.points.dropFirst())
    let longest = pieces.max { length($0) < length($1) }
    guard let (start, end) = longest else { return [path] }
    let middle = Point(x: (start.x + end.x) / 2, y: (start.y + end.y) / 2)
    let labels = [(before, State.old, true), (arrow.text, state, false)].compactMap {
      text, state, isStruck in
      text.flatMap { $0.isEmpty ? nil : (text: $0, state: state, isStruck: isStruck) }
    }
    return [path]
      + labels.enumerated().map { row, label in
        text(
          label.text, x: middle.x, y: middle.y - 8 - (labels.count - 1 - row) * lineHeight,
          label.state,
          isCentred: true, isStruck: label.isStruck)
      }
  }

  private static func length(_ piece: (Point, Point)) -> Int {
    abs(piece.0.x - piece.1.x) + abs(piece.0.y - piece.1.y)
  }

  private static func text(
    _ text: String, x: Int, y: Int, _ state: State, isCentred: Bool, isStruck: Bool = false
  ) -> XMLElement {
    XMLElement(
      "text",
      [
        XMLAttribute("x", "\(x)"), XMLAttribute("y", "\(y)"), XMLAttribute("fill", state.color),
        XMLAttribute("font-size", "\(fontSize)"),
      ] + (isCentred ? [XMLAttribute("text-anchor", "middle")] : [])
        + (state == .same ? [] : [XMLAttribute("font-weight", "bold")])
        + (isStruck ? [XMLAttribute("text-decoration", "line-through")] : []),
      [.text(text.withoutForbiddenScalars)])
  }

  private static let fontSize = 18
  private static let lineHeight = 22

  /// A text in lines that fit a room, broken between words; every letter is taken for one of usual width.
  private static func lines(of text: String, in room: Int) -> [String] {
    let most = max(room * 10 / (fontSize * 6), 3)
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + word.count < most {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

// MARK: - Around

extension Overlay {
  private static var heads: XMLElement {
    XMLElement(
      "defs", [],
      State.allCases.map { state in
        let head = XMLElement(
          "path", [XMLAttribute("d", "M0 0L10 5L0 10z"), XMLAttribute("fill", state.color)])
        return .element(
          XMLElement(
            "marker",
            [
              XMLAttribute("id", "diagen-head-\(state.rawValue)"),
              XMLAttribute("viewBox", "0 0 10 10"),
              XMLAttribute("refX", "9"), XMLAttribute("refY", "5"),
              XMLAttribute("markerWidth", "12"), XMLAttribute("markerHeight", "12"),
              XMLAttribute("markerUnits", "userSpaceOnUse"), XMLAttribute("orient", "auto"),
            ], [.element(head)]))
      })
  }

  private func legend(at y: Int) -> XMLElement {
    let entries = State.allCases.enumerated().flatMap { index, state -> [XMLElement] in
      let x = bounds.minX + index * 120
      let sample = XMLElement(
        "path", [XMLAttribute("d", "M\(x) \(y + 6)h28")] + Self.stroke(state))
      return [sample, Self.text(state.words, x: x + 36, y: y + 12, state, isCentred: false)]
    }
    return XMLElement("g", [XMLAttribute("id", "diagen-legend")], entries.map(XMLNode.element))
  }
}

extension DrawnPicture {
  fileprivate var byID: [String: Box] {
    Dictionary(boxes.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The ids of the boxes in which others lie.
  fileprivate var holders: Set<String> { Set(boxes.compactMap(\.parent)) }
}
