import DiagramAlgorithms
package import DiagramGraph
import DiagramModel

/// What in a drawing touches what it should not.
///
/// This is the only place that knows it; scores count its findings, and whoever places something
/// asks for those that concern it. What no picture of a series shows together touches nowhere.
package struct Check {
  let graph: LayoutGraph
  let layout: Layout
  let nesting: Nesting
  /// The nodes with an outline.
  let boxes: [Int]
  /// The straight pieces of every way as it is drawn.
  let segments: [[LineSegment]]
  /// The rectangle around each way; nil for one without a piece.
  private let reaches: [Rect?]
  /// What texts and marks may touch; nil where there are none.
  let surroundings: Surroundings?

  /// - Parameters:
  ///   - layout: the drawing.
  ///   - graph: what is drawn.
  ///   - isMarked: whether marks lie over it as well.
  package init(_ layout: Layout, of graph: LayoutGraph, isMarked: Bool = false) {
    self.graph = graph
    self.layout = layout
    nesting = Nesting(graph)
    boxes = graph.nodes.indices.filter { graph.nodes[$0].isOutlined }
    segments = layout.routes.enumerated().map { $1.drawnSegments(of: $0) }
    reaches = segments.map { pieces in
      pieces.dropFirst().reduce(pieces.first?.rect) { $0?.union($1.rect) }
    }
    let texts = layout.routes.map(\.label)
    surroundings =
      isMarked || texts.contains { $0 != nil }
      ? Surroundings(graph, nesting, frames: layout.frames, ways: segments, texts: texts) : nil
  }

  /// Everything that breaks a rule.
  package var findings: [Finding] {
    let edges = graph.edges.indices
    return edges.flatMap { boxes(onWayOf: $0) + ways(along: $0) + writing(onWayOf: $0) }
      + boxesOnBoxes
      + edges.flatMap { touched(byTextOf: $0) }
  }

  /// The boxes that the way of an edge runs through, each once; none for a line that lies over them.
  package func boxes(onWayOf edge: Int) -> [Finding] {
    guard let reach = reaches[edge], !graph.isOverlay(graph.edges[edge]) else { return [] }
    let (left, right, top, bottom) = (reach.minX, reach.maxX, reach.minY, reach.maxY)
    return boxes.compactMap { box in
      let frame = layout.frames[box]
      guard frame.minX <= right, left <= frame.maxX, frame.minY <= bottom, top <= frame.maxY,
        isSeen(.box(box), with: .edge(edge)),
        !graph.isLane(box) || nesting.isLeaf(box),
        let hit = segments[edge].first(where: { $0.runsThrough(frame) }),
        !isAroundEnd(box, of: graph.edges[edge])
      else { return nil }
      return Finding(.wayThroughBox, .edge(edge), hit.rect, on: .box(box), frame)
    }
  }

  /// The earlier ways that the way of an edge runs along, each piece once.
  package func ways(along edge: Int) -> [Finding] {
    (0..<edge).flatMap { other -> [Finding] in
      guard !haveCommonEnd(graph.edges[edge], graph.edges[other]),
        isSeen(.edge(other), with: .edge(edge))
      else { return [] }
      return segments[edge].flatMap { segment in
        segments[other].compactMap { segment.finding(along: $0) }
      }
    }
  }

  /// What is written in containers that the way of an edge runs over, each title and line once.
  package func writing(onWayOf edge: Int) -> [Finding] {
    guard let reach = reaches[edge] else { return [] }
    return boxes.flatMap { box -> [Finding] in
      let (node, frame) = (graph.nodes[box], layout.frames[box])
      guard !node.titles.isEmpty || !node.writing.isEmpty, reach.touchesInside(of: frame),
        isSeen(.box(box), with: .edge(edge))
      else { return [] }
      let titles = node.titles.map { (Finding.Rule.wayOnTitle, $0.rect(in: frame)) }
      let lines = node.lines(in: frame).map { (Finding.Rule.wayOnLine, $0) }
      return (titles + lines).compactMap { rule, written in
        segments[edge].first { $0.runsThrough(written) }.map {
          Finding(rule, .edge(edge), $0.rect, on: .box(box), written)
        }
      }
    }
  }

  /// The pairs of boxes that overlap, but for those of which one was laid on the other.
  package var boxesOnBoxes: [Finding] {
    boxes.indices.flatMap { place -> [Finding] in
      let (box, frame) = (boxes[place], layout.frames[boxes[place]])
      return boxes[..<place].compactMap { other in
        guard frame.intersects(layout.frames[other]), !nesting.areRelated(other, box),
          isSeen(.box(other), with: .box(box)),
          !graph.isLaid(box, over: other), !graph.isLaid(other, over: box)
        else { return nil }
        return Finding(.boxOnBox, .box(box), frame, on: .box(other), layout.frames[other])
      }
    }
  }

  /// Whether some picture shows both.
  private func isSeen(_ one: Finding.Item, with other: Finding.Item) -> Bool {
    pictures(of: one).intersects(pictures(of: other))
  }

  private func pictures(of item: Finding.Item) -> PictureSet {
    switch item {
    case .box(let box): graph.nodes[box].pictures
    case .edge(let edge): graph.edges[edge].pictures
    // Overlays know their pictures themselves.
    case .note: .all
    }
  }

  /// Whether a box is an end of an edge or around one.
  private func isAroundEnd(_ box: Int, of edge: LayoutEdge) -> Bool {
    box == edge.source || box == edge.target || nesting.isAncestor(box, of: edge.source)
      || nesting.isAncestor(box, of: edge.target)
  }

  private func haveCommonEnd(_ one: LayoutEdge, _ other: LayoutEdge) -> Bool {
    one.source == other.source || one.source == other.target || one.target == other.source
      || one.target == other.target
  }
}

// MARK: - Texts

extension Check {
  /// What the text of an edge touches, or that it has no place; each other text and way once.
  package func touched(byTextOf edge: Int) -> [Finding] {
    guard let text = layout.routes[edge].label else {
      guard graph.edges[edge].labelSize != nil else { return [] }
      return [
        Finding(
          rule: .textMissing, item: .edge(edge), other: .edge(edge), place: .zero, excess: 0)
      ]
    }
    let touched = surroundings?.touched(by: text, in: graph.edges[edge].pictures) ?? []
    return touched.compactMap { thing, rect in
      if thing == .text(edge) { return nil }
      return Finding(rule(forTextOn: thing), .edge(edge), text, on: thing.item, rect)
    }
  }

  private func rule(forTextOn thing: Surroundings.Thing) -> Finding.Rule {
    switch thing {
    case .box, .closed: .textOnBox
    case .outline: .textOnOutline
    case .words: .textOnTitle
    case .text: .textOnText
    case .way: .textOnWay
    }
  }

  /// Whether the way of an edge runs through a box, its text touches something, or one from a box to itself runs
  /// over a title or has its text outside of the container.
  package func isFaulty(_ edge: Int) -> Bool {
    let isLoop = graph.edges[edge].source == graph.edges[edge].target
    return !boxes(onWayOf: edge).isEmpty || isTextFaulty(edge)
      || isLoop && (!writing(onWayOf: edge).isEmpty || isTextOutside(edge))
  }

  /// Whether the text of an edge stands outside of the container around its source.
  private func isTextOutside(_ edge: Int) -> Bool {
    guard let text = layout.routes[edge].label,
      let container = graph.container(around: graph.edges[edge].source)
    else { return false }
    return !layout.frames[container].contains(text)
  }

  /// Whether the text of an edge touches a box, an outline, a title, a line or another text.
  package func isTextFaulty(_ edge: Int) -> Bool {
    touched(byTextOf: edge).contains { finding in
      switch finding.rule {
      case .textOnBox, .textOnOutline, .textOnTitle, .textOnText, .textOnWay: true
      case .textMissing, .wayThroughBox, .wayAlongWay, .boxOnBox, .wayOnLine, .wayOnTitle,
        .overlayOnBox, .overlayOnText, .overlayOnOverlay, .overlayOnWay:
        false
      }
    }
  }
}

extension LayoutGraph {
  /// The closest node around one that has an outline.
  package func container(around node: Int) -> Int? {
    sequence(first: node) { nodes[$0].parent }.dropFirst().first { nodes[$0].isOutlined }
  }
}

extension LineSegment {
  /// What is wrong if both run beside each other as if they were one.
  fileprivate func finding(along other: LineSegment) -> Finding? {
    guard isHorizontal == other.isHorizontal, !isSlanted, !other.isSlanted,
      abs(place - other.place) <= closestWays,
      min(span.upperBound, other.span.upperBound) > max(span.lowerBound, other.span.lowerBound)
    else { return nil }
    let axis: Axis = isHorizontal ? .horizontal : .vertical
    let shared = rect[axis].intersection(other.rect[axis])
    return Finding(
      rule: .wayAlongWay, item: .edge(edge), other: .edge(other.edge),
      place: Rect(shared, Span(between: place, and: other.place), along: axis),
      excess: closestWays + 1 - abs(place - other.place))
  }
}

/// Ways no further apart than this look like one.
private let closestWays = 5
