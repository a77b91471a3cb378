import DiagramCheck
import DiagramDSL
import DiagramGraph
import DiagramModel

/// What `check` finds in the drawings of a series: what the layout's one ``Check`` finds, by the names of
/// its author, and what only scenes show.
struct DrawingRemarks {
  private let placed: PlacedSeries
  private let scenes: [Scene]
  private let pictures: [Picture]
  private let seriesOrigin: Origin
  private let mender: Mender

  /// `pictures` are those of the series, and `scenes` what they became, in the same order.
  init(
    _ placed: PlacedSeries, _ scenes: [Scene], _ pictures: [Picture], seriesAt seriesOrigin: Origin
  ) {
    self.seriesOrigin = seriesOrigin
    self.placed = placed
    self.scenes = scenes
    self.pictures = pictures
    mender = Mender(placed)
  }

  /// The places in the code that anything of the series comes from.
  var origins: Set<Origin> { mender.origins }

  private var resolved: ResolvedSeries { placed.measured.resolved }

  /// All of it, by rule and place in the drawing.
  var all: [Remark] { touching + outside + small + nearMisses }

  /// What slides need to know, a picture after the other.
  var facts: [PictureFacts] {
    zip(scenes, pictures).enumerated().map { index, pair in
      let (scene, picture) = pair
      return PictureFacts(
        path: scene.path,
        title: picture.title ?? picture.heading.map { Markup($0).text.plain } ?? picture.name,
        origin: picture.origin, width: scene.size.width,
        naturalWidth: (scene.naturalSize ?? scene.size).width,
        smallestText: scene.elements.compactMap { $0.text?.font.size }.min(),
        places: WrittenPlaces(placed, scene, index, of: picture).all)
    }
  }
}

// MARK: - What touches

extension DrawingRemarks {
  /// The findings of the layout that some picture shows.
  private var touching: [Remark] {
    let check = Check(placed.layoutWithCanvas, of: placed.measured.graph)
    return each(
      check.findings.compactMap { finding in
        guard let one = part(finding.item), let other = part(finding.other),
          let picture = resolved.pictures.indices.first(where: {
            one.isShown[$0] && other.isShown[$0]
          })
        else { return nil }
        return remark(finding, one, other, in: picture)
      }) + marksOnOthers
  }

  /// Each mark that lies on something, once for each thing that it lies on.
  private var marksOnOthers: [Remark] {
    MarksOnOthers(placed).all.map { found in
      let place = found.place
      return Remark(
        .annotationOnOther, "\(resolved.path)/\(resolved.pictures[found.picture].name)#\(found.id)",
        found.message,
        evidence: [
          .init("x", place.minX), .init("y", place.minY), .init("width", place.size.width),
          .init("height", place.size.height), .init("excess", found.excess),
        ], at: found.origin, hints: found.hints)
    }
  }

  /// Something that has a part in a finding, by its author's name.
  private struct Part {
    let id: String
    let origin: Origin
    let isShown: [Bool]
  }

  private func part(_ item: Finding.Item) -> Part? {
    switch item {
    case .box(let node):
      guard node > 0 else { return nil }
      let item = resolved.items[node - 1]
      guard !item.id.isEmpty, let origin = item.shown.first?.attributes.origin else { return nil }
      return Part(id: item.id, origin: origin, isShown: item.variants.map { $0 != nil })
    case .edge(let edge):
      let arrow = resolved.arrows[edge]
      return Part(
        id: arrow.id, origin: arrow.shown[0].attributes.origin,
        isShown: arrow.variants.map { $0 != nil })
    // What overlays touch is found beside.
    case .note: return nil
    }
  }

  private func remark(
    _ finding: Finding, _ one: Part, _ other: Part, in picture: Int
  ) -> Remark {
    let (rule, message): (Remark.Rule, String) =
      switch finding.rule {
      case .wayThroughBox: (.arrowThroughBox, "the arrow “\(one.id)” runs through “\(other.id)”")
      case .wayAlongWay:
        (.arrowOnArrow, "the arrows “\(one.id)” and “\(other.id)” run on one line")
      case .boxOnBox: (.boxOnBox, "“\(one.id)” and “\(other.id)” lie on each other")
      case .textOnBox: (.labelOnBox, "the label of “\(one.id)” lies on “\(other.id)”")
      case .textOnOutline:
        (.labelOnOutline, "the label of “\(one.id)” lies on the outline of “\(other.id)”")
      case .textOnTitle:
        (.labelOnTitle, "the label of “\(one.id)” lies on the title of “\(other.id)”")
      case .textOnText:
        (.labelOnLabel, "the labels of “\(one.id)” and “\(other.id)” lie on each other")
      case .textOnWay: (.labelOnArrow, "the label of “\(one.id)” lies on the arrow “\(other.id)”")
      case .textMissing: (.labelWithoutPlace, "the label of “\(one.id)” has no place")
      case .wayOnLine: (.arrowOnCode, "the arrow “\(one.id)” runs over a line of “\(other.id)”")
      case .wayOnTitle:
        (.arrowOnTitle, "the arrow “\(one.id)” runs over the title of “\(other.id)”")
      case .overlayOnBox, .overlayOnText, .overlayOnOverlay, .overlayOnWay:
        (.annotationOnOther, "“\(one.id)” lies on “\(other.id)”")
      }
    let place = finding.place
    return Remark(
      rule, "\(resolved.path)/\(resolved.pictures[picture].name)#\(one.id)", message,
      evidence: [
        .init("x", place.minX), .init("y", place.minY), .init("width", place.size.width),
        .init("height", place.size.height), .init("excess", finding.excess),
      ], at: one.origin, hints: [Self.hint(for: rule)], mends: mends(for: finding))
  }

  private func mends(for finding: Finding) -> [Mend] {
    guard case .edge(let arrow) = finding.item else { return [] }
    switch finding.rule {
    case .wayThroughBox: return mender.freeing(arrow)
    case .wayAlongWay:
      let own = mender.freeing(arrow)
      if own.isEmpty, case .edge(let other) = finding.other { return mender.freeing(other) }
      return own
    case .boxOnBox, .wayOnLine, .wayOnTitle, .overlayOnBox, .overlayOnText, .overlayOnOverlay,
      .overlayOnWay:
      return []
    case .textOnBox, .textOnOutline, .textOnTitle, .textOnText, .textOnWay, .textMissing:
      return mender.room(forTextOf: arrow)
    }
  }

  /// What an author may do against what a rule finds.
  static func hint(for rule: Remark.Rule) -> String {
    switch rule {
    case .boxOnBox: "take away one of the pins, or move it: `.at(x: 0, y: 0)`"
    case .arrowThroughBox, .arrowOnArrow, .arrowOnCode:
      "leave out what says how it runs, such as `.straight()`, or leave room: `Row(spacing: 80) { a; b }`"
    case .arrowOnTitle:
      "leave out what says where boxes lie or how the arrow runs, or write a shorter title"
    case .labelOnBox, .labelOnOutline, .labelOnTitle, .labelOnLabel, .labelOnArrow,
      .labelWithoutPlace, .annotationOnOther, .textOutsideBox, .smallText, .nearMiss, .missing,
      .codeChanged,
      .otherVersion, .merged, .crlf, .edited, .foreign, .blocked, .orphaned, .deadReference,
      .unreferenced, .missingAlternative, .smallOnSlide:
      "leave room for it: `Row(spacing: 80) { a; b }`, or write less"
    }
  }
}

// MARK: - What scenes show

extension DrawingRemarks {
  /// Texts that do not fit into their boxes.
  private var outside: [Remark] {
    each(
      scenes.flatMap { scene in
        scene.elements.compactMap { element -> Remark? in
          guard case .box(let box) = element, let text = box.text, box.shapes.count > 0,
            !box.frame.contains(text.frame)
          else { return nil }
          let frame = text.frame
          let excess =
            [
              box.frame.minX - frame.minX, frame.maxX - box.frame.maxX, box.frame.minY - frame.minY,
              frame.maxY - box.frame.maxY,
            ].max() ?? 0
          return Remark(
            .textOutsideBox, "\(scene.path)#\(box.id)",
            "the text of “\(box.id)” is \(excess) larger than its box",
            evidence: [.init("excess", excess)], at: origin(of: box.id),
            hints: ["make it larger: `.width(200)`, or write less"])
        }
      })
  }

  /// A series whose texts are too small where its pictures fill the room that they have on a slide.
  private var small: [Remark] {
    guard let facts = facts.first(where: { $0.smallestText != nil }),
      let least = self.facts.compactMap({ $0.textSize(inWidth: $0.naturalWidth) }).min(),
      least < PictureFacts.leastTextSize
    else { return [] }
    return [
      Remark(
        .smallText, facts.path,
        "in the room that it has on a slide its smallest text is \(least) pixels high, less than "
          + "\(PictureFacts.leastTextSize)",
        evidence: [
          .init("text", least), .init("least", PictureFacts.leastTextSize),
          .init("width", facts.naturalWidth),
        ], at: facts.origin,
        hints: ["show less at a time, or give it more room: `Series(\"…\", slide: .full)`"],
        mends: smallMends)
    ]
  }

  /// The whole slide, where that is enough.
  private var smallMends: [Mend] {
    guard let canvas = scenes.first?.size else { return [] }
    let width = Slide.full.naturalSize(of: canvas).width
    let least = facts.compactMap { $0.textSize(inWidth: width) }.min() ?? 0
    guard least >= PictureFacts.leastTextSize else { return [] }
    return Mender.wholeSlide(resolved.slide, at: seriesOrigin)
  }

  /// Neighbours whose middles differ by so little that it looks like a mistake. What stands beside a
  /// code stands where an arrow to its mark is straight, and badges stand on outlines.
  private var nearMisses: [Remark] {
    var remarks: [Remark] = []
    let aligned = Set(
      resolved.items.filter { !$0.isCode && $0.free == nil && $0.on == nil }.map(\.id))
    // What is moved for one neighbour is not moved otherwise for another one.
    var moves: [Axis: [String: [Mend]]] = [:]
    for scene in scenes {
      let boxes = scene.elements.compactMap { element -> SceneBox? in
        guard case .box(let box) = element, !box.shapes.isEmpty, aligned.contains(box.id) else {
          return nil
        }
        return box
      }
      for (place, box) in boxes.enumerated() {
        for other in boxes[..<place] where other.parent == box.parent {
          guard let miss = Self.nearMiss(box.frame, other.frame) else { continue }
          let off = abs(miss.offset)
          var mends = moves[miss.axis]?[box.id] ?? moves[miss.axis]?[other.id] ?? []
          if mends.isEmpty,
            let move = mender.aligning(box.id, other.id, along: miss.axis, by: miss.offset)
          {
            mends = move.mends
            moves[miss.axis, default: [:]][move.moved] = mends
          }
          remarks.append(
            Remark(
              .nearMiss, "\(scene.path)#\(box.id)",
              "“\(box.id)” and “\(other.id)” are \(off) off a common line",
              evidence: [.init("off", off)], at: origin(of: box.id),
              hints: ["put them into one `Row { a; b }` or `Column { a; b }`"],
              mends: mends))
        }
      }
    }
    var seen: Set<String> = []
    return remarks.filter { seen.insert($0.message).inserted }
  }

  /// How far one of two boxes beside or above each other lies behind the line of the other, along the axis in which
  /// they miss it; nil if they share one, or are clearly apart.
  private static func nearMiss(_ one: Rect, _ other: Rect) -> (axis: Axis, offset: Int)? {
    let across = (one.minX, one.maxX, other.minX, other.maxX)
    let down = (one.minY, one.maxY, other.minY, other.maxY)
    for (axis, line, apart) in [(Axis.horizontal, across, down), (.vertical, down, across)] {
      let offset = ((line.0 + line.1) - (line.2 + line.3)) / 2
      let isApart = apart.1 <= apart.2 || apart.3 <= apart.0
      if isApart, (1...4).contains(abs(offset)), line.0 != line.2, line.1 != line.3 {
        return (axis, offset)
      }
    }
    return nil
  }

  private func origin(of id: String) -> Origin {
    resolved.items.first { $0.id == id }?.shown.first?.attributes.origin ?? pictures[0].origin
  }
}

extension SceneElement {
  /// The text of an element, whatever it is.
  fileprivate var text: SceneText? {
    switch self {
    case .box(let box): box.text
    case .line(let line): line.text
    }
  }
}

extension PlacedSeries {
  /// The layout as the graph has it: with the canvas as the first frame.
  var layoutWithCanvas: Layout {
    let canvas = Rect(origin: Point(x: 0, y: 0), size: canvas)
    return Layout(frames: [canvas] + layout.frames, routes: layout.routes)
  }
}
