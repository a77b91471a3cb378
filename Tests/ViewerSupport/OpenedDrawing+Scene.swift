package import DiagramModel

/// How far a viewer may be from the scene, in units.
private enum Tolerance {
  /// For outlines and bends.
  static let geometry = 1.0
  /// For text, whose width the browser measures itself.
  static let text = 2.0
}

extension OpenedDrawing {
  /// What differs between the scene and what draw.io shows of it; empty if nothing does.
  ///
  /// Colours, pens and fonts are those of the scene. Boxes and bends may differ by 1 unit, text by
  /// 2 units from its frame in the scene; text lies in its box. Nothing is lost, added or declared
  /// twice, every style is known to draw.io, and draw.io complains about nothing.
  package func differences(from scene: Scene, amongPages count: Int = 1) -> [String] {
    if let failure { return ["\(name): draw.io does not open it: \(failure)"] }
    var found = complaints.map { "draw.io complains: \($0)" }
    if pageCount != count { found.append("it has \(pageCount) pages, not \(count)") }
    found += unfaithfulIDs(scene)
    for element in scene.elements {
      switch element {
      case .box(let box): found += differences(ofBox: box)
      case .line(let line): found += differences(ofLine: line)
      }
    }
    return found.map { "\(name): \($0)" }
  }

  private func cell(_ id: String) -> OpenedCell? { cells.first { $0.id == id } }

  /// Lost, added, twice declared and unknown things.
  private func unfaithfulIDs(_ scene: Scene) -> [String] {
    let expected = Set(scene.elements.map(\.id))
    let opened = Set(cells.map(\.id))
    let added = cells.filter {
      $0.kind != .layer && !expected.contains($0.id) && !isCanvas($0, of: scene)
    }
    let twice = declaredIDs.indices.filter { declaredIDs[..<$0].contains(declaredIDs[$0]) }
    return declaredIDs.filter { !opened.contains($0) }.map { "draw.io lost the cell \($0)" }
      + added.map { "draw.io shows \($0.id), which is not in the scene" }
      + twice.map { "the cell \(declaredIDs[$0]) is declared twice" }
      + cells.flatMap { cell in
        cell.unknownStyles.map { "draw.io does not know \($0) of \(cell.id)" }
      }
  }

  /// Whether a cell is the invisible one that keeps the canvas when draw.io crops what it saves.
  private func isCanvas(_ cell: OpenedCell, of scene: Scene) -> Bool {
    let canvas = Rect(origin: Point(x: 0, y: 0), size: scene.size)
    return cell.id == "canvas" && cell.label == nil
      && cell.frame.map { $0.distance(from: canvas) == 0 } == true
  }

  private func differences(ofBox box: SceneBox) -> [String] {
    guard let cell = cell(box.id), cell.kind == .box, let frame = cell.frame else {
      return ["draw.io shows no box \(box.id)"]
    }
    var found = parentDifference(of: cell, expected: box.parent)
    if frame.distance(from: box.frame) > Tolerance.geometry {
      found.append("the box \(box.id) is at \(frame), not at \(box.frame)")
    }
    found += cell.differences(from: box.paint, text: box.text)
    found += cell.differences(from: box.shapes) + moreDifferences(of: cell, expected: box.more)
    found += textDifferences(of: cell, expected: box.text)
    if let label = cell.label, !label.frame.lies(in: box.frame) {
      found.append("the text of \(box.id) leaves its box: \(label.frame), not in \(box.frame)")
    }
    return found
  }

  private func differences(ofLine line: SceneLine) -> [String] {
    guard let cell = cell(line.id), cell.kind == .line, let points = cell.points else {
      return ["draw.io shows no line \(line.id)"]
    }
    var found = parentDifference(of: cell, expected: line.parent)
    if (cell.source, cell.target) != (line.source, line.target) {
      found.append(
        "the line \(line.id) connects \(cell.source ?? "nothing") and \(cell.target ?? "nothing"), "
          + "not \(line.source) and \(line.target)")
    }
    let expected = line.points.map { ViewerPoint(x: Double($0.x), y: Double($0.y)) }
    if !Route(points).follows(Route(expected)) {
      found.append("the line \(line.id) runs \(points), not \(expected)")
    }
    if let paint = cell.paint {
      let heads = (line.startHead != .none, line.endHead != .none)
      if (paint.hasStartHead, paint.hasEndHead) != heads {
        found.append("the line \(line.id) has other heads in draw.io")
      }
    }
    var pen = line.paint
    pen.fill = nil
    found += cell.differences(from: pen, text: line.text)
    if line.isBlock {
      var shape = SceneShape(path: BlockArrow(line).path, paint: line.paint)
      shape.isFine = true
      found += cell.differences(from: [shape])
    }
    return found + textDifferences(of: cell, expected: line.text)
      + moreDifferences(of: cell, expected: line.more)
  }

  private func moreDifferences(of cell: OpenedCell, expected: SceneMore) -> [String] {
    (cell.link == expected.link ? [] : ["\(cell.id) leads to \(cell.link ?? "nothing")"])
      + (cell.tooltip == expected.tooltip ? [] : ["\(cell.id) tells \(cell.tooltip ?? "nothing")"])
  }

  /// A cell without a box around it lies in the layer, whatever the layer's id.
  private func parentDifference(of opened: OpenedCell, expected: String?) -> [String] {
    let parent = cells.first { $0.id == opened.parent }
    let actual = parent?.kind == .layer ? nil : parent?.id
    return actual == expected
      ? [] : ["\(opened.id) lies in \(actual ?? "the layer"), not in \(expected ?? "the layer")"]
  }

  private func textDifferences(of cell: OpenedCell, expected: SceneText?) -> [String] {
    let runs = expected?.placedRuns ?? []
    guard let expected, !runs.isEmpty else {
      return cell.label == nil
        ? [] : ["\(cell.id) has a text in draw.io: \(cell.label?.text ?? "")"]
    }
    guard let label = cell.label else { return ["the text of \(cell.id) is missing in draw.io"] }
    let lines = expected.lines.map(\.text).filter { !$0.words.isEmpty }
    var found: [String] = []
    if label.text.words != runs.flatMap(\.run.text.words) {
      found.append("the text of \(cell.id) is \(label.text), not \(lines)")
    } else {
      found += runDifferences(of: cell, label, runs, isOnChip: expected.chip != nil)
    }
    // Lines that run upwards lie beside each other.
    if label.lineCount != lines.count, !expected.isVertical {
      found.append("the text of \(cell.id) has \(label.lineCount) lines, not \(lines)")
    }
    let frame = expected.chip ?? expected.frame
    let top = runs.map { $0.middle - $0.run.font.height / 2 }.min() ?? 0
    let bottom = runs.map { $0.middle + $0.run.font.height / 2 }.max() ?? 0
    let middle =
      expected.isVertical ? Double(frame.minY + frame.maxY) / 2 : (top + bottom) / 2
    // The spaces of a chip may be kerned with what is between them.
    let tolerance = Tolerance.text + (expected.chip == nil ? 0 : 1)
    if label.frame.textDistance(from: frame, middle: middle) > tolerance {
      found.append("the text of \(cell.id) is at \(label.frame), not at \(frame)")
    }
    return found
  }
}

extension OpenedDrawing {
  /// The styles and places of runs; a chip is made of spaces, which may be a part of a run.
  private func runDifferences(
    of cell: OpenedCell, _ label: ViewerText, _ expected: [PlacedRun], isOnChip: Bool
  ) -> [String] {
    // The space of a chip may be kerned with what follows.
    let tolerance = Tolerance.text + (isOnChip ? 1 : 0)
    let drawn = label.runs.filter { !$0.text.words.isEmpty }
    guard drawn.count == expected.count else {
      return ["the text of \(cell.id) has \(drawn.count) runs, not \(expected.count)"]
    }
    return zip(drawn, expected).flatMap { drawn, expected in
      var found = drawn.differences(from: expected.run).map { "\(cell.id): \($0)" }
      let isPadded = drawn.text.contains("\u{A0}")
      if !isPadded, expected.distance(of: drawn.frame) > tolerance {
        found.append(
          "“\(drawn.text)” of \(cell.id) is at \(drawn.frame), not at \(expected.frame)")
      }
      return found
    }
  }
}

/// The way of a line, without points that do not bend it.
private struct Route {
  private var bends: [ViewerPoint] = []

  init(_ points: [ViewerPoint]) {
    for point in points {
      while let last = bends.last, Self.isNoBend(bends.dropLast().last, last, point) {
        bends.removeLast()
      }
      bends.append(point)
    }
  }

  /// Whether `middle` is passed on the straight way (within 0.5 units), or is `next` once more.
  private static func isNoBend(
    _ previous: ViewerPoint?, _ middle: ViewerPoint, _ next: ViewerPoint
  ) -> Bool {
    let step = (x: next.x - middle.x, y: next.y - middle.y)
    if abs(step.x) < 0.01 && abs(step.y) < 0.01 { return true }
    guard let previous else { return false }
    let before = (x: middle.x - previous.x, y: middle.y - previous.y)
    let length = (before.x * before.x + before.y * before.y).squareRoot()
    let offside = abs(before.x * step.y - before.y * step.x) / max(length, 1)
    return offside < 0.5 && before.x * step.x + before.y * step.y > 0
  }

  func follows(_ other: Route) -> Bool {
    bends.count == other.bends.count
      && zip(bends, other.bends).allSatisfy {
        abs($0.x - $1.x) <= Tolerance.geometry && abs($0.y - $1.y) <= Tolerance.geometry
      }
  }
}
