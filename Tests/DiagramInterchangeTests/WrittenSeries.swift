import DiagramDSL
import DiagramModel

@testable import DiagramInterchange

/// Writes a series in the format `diagen-series/1`, by the tables that it is read with.
///
/// What members say that have no form of their own is found by asking their modifiers: one that changes nothing
/// is what was said.
struct WrittenSeries {
  typealias Members = [(name: String, value: DamagedDocument)]

  static func document(_ series: Series) -> DamagedDocument {
    var members: Members = [
      member(.format, .text(SeriesDocument.formatName)), member(.path, .text(series.path)),
    ]
    if series.slide.width != 1 {
      members.append(
        member(.slide, .object([member(.width, .value("\(series.slide.width)"))])))
    } else if series.slide.height != 1 {
      members.append(
        member(.slide, .object([member(.height, .value("\(series.slide.height)"))])))
    }
    members.append(member(.pictures, .array(series.pictures.map(picture))))
    return .object(members)
  }

  static func member(_ word: Word, _ value: DamagedDocument) -> (String, DamagedDocument) {
    (word.rawValue, value)
  }

  private static func optional(_ word: Word, _ text: String?) -> Members {
    text.map { [member(word, .text($0))] } ?? []
  }

  private static func list(_ word: Word, _ values: [DamagedDocument]) -> Members {
    values.isEmpty ? [] : [member(word, .array(values))]
  }

  // MARK: - Pictures

  private static func picture(_ picture: Picture) -> DamagedDocument {
    var (boxes, arrows, marks): ([DamagedDocument], [Arrow], [DamagedDocument]) = ([], [], [])
    var members: Members = [member(.name, .text(picture.name))]
    members += optional(.title, picture.title) + optional(.heading, picture.heading)
    members += optional(.caption, picture.caption)
    for item in picture.items {
      switch item.kind {
      case .element(let element): boxes.append(self.element(element))
      case .arrow(let arrow): arrows.append(arrow)
      case .annotation(let annotation): marks.append(mark(annotation))
      case .legend(let legend): members.append(member(.legend, self.legend(legend)))
      case .state: break
      }
    }
    var trunks: [Trunk] = []
    let lines = arrows.map { arrow -> DamagedDocument in
      var members = ends(arrow)
      if let trunk = arrow.sharedTrunk {
        if !trunks.contains(trunk) { trunks.append(trunk) }
        members.append(member(.trunk, .text("\(trunks.firstIndex(of: trunk) ?? 0)")))
      }
      return .object(members)
    }
    members += [member(.boxes, .array(boxes))] + list(.arrows, lines) + list(.marks, marks)
    members += list(.states, picture.states.map(state))
    return .object(members)
  }

  private static func path(_ reference: Reference) -> DamagedDocument {
    .text(reference.path.joined(separator: "/"))
  }

  private static func mark(_ annotation: Annotation) -> DamagedDocument {
    var members: Members = [member(.kind, .text(annotation.kind.rawValue))]
    let boxes = annotation.boxes.map(path)
    switch annotation.kind {
    case .brace, .dimension: members.append(member(.over, .array(boxes)))
    case .region: members.append(member(.around, .array(boxes)))
    case .callout: members.append(member(.at, .array(boxes)))
    case .zoom: members += [member(.from, boxes[0]), member(.into, boxes[1])]
    }
    members += annotation.side.map { [member(.side, .text("\($0)"))] } ?? []
    var (own, fresh) = (Mark(annotation: annotation), Mark(annotation: annotation))
    fresh.attributes = Attributes(shape: .none, origin: annotation.attributes.origin)
    // Its text is its label.
    members += optional(.text, own.attributes.label)
    own.attributes.label = nil
    return .object(members + said(own, fresh, Mark.members))
  }

  private static func state(_ state: PictureState) -> DamagedDocument {
    var members: Members = []
    switch state.change {
    case .focus: members.append(member(.kind, .text(StateKind.focus.rawValue)))
    case .muted: members.append(member(.kind, .text(StateKind.muted.rawValue)))
    case .accent(let accent):
      members.append(member(.kind, .text(StateKind.accent.rawValue)))
      members.append(member(.accent, .text("\(accent)")))
    case .highlight: members.append(member(.kind, .text(StateKind.highlight.rawValue)))
    case .crossedOut: members.append(member(.kind, .text(StateKind.crossedOut.rawValue)))
    }
    let boxes = state.selections.map { selection -> DamagedDocument in
      switch selection.kind {
      case .box(let box): path(box)
      case .pattern(let text): .text(text)
      }
    }
    return .object(members + [member(.boxes, .array(boxes))])
  }

  private static func legend(_ legend: Legend) -> DamagedDocument {
    let samples = legend.samples.map { sample -> DamagedDocument in
      switch sample.look {
      case .line(let arrow):
        return .object(
          [member(.kind, .text(SampleKind.arrow.rawValue)), member(.text, .text(sample.text))]
            + said(arrow, SeriesReader.sampleArrow, DiagramInterchange.Members.arrow))
      case .box(let kind, let attributes):
        switch kind {
        case .node:
          var node = Node(sample.text)
          node.attributes = attributes
          return element(Element(.node(node)))
        case .component:
          var component = Component(sample.text)
          component.attributes = attributes
          return element(Element(.component(component)))
        case .text:
          var text = Text(sample.text)
          text.attributes = attributes
          return element(Element(.text(text)))
        }
      }
    }
    return .object(optional(.title, legend.title) + list(.samples, samples))
  }

  // MARK: - Boxes

  static func element(_ element: Element) -> DamagedDocument {
    self.element(element, isLane: false)
  }

  private static func element(_ element: Element, isLane: Bool) -> DamagedDocument {
    switch element.kind {
    case .node(let node): .object(self.node(node, isLane: isLane))
    case .component(let component): .object(self.component(component))
    case .text(let text): .object(self.text(text))
    case .group(let group): .object(self.group(group))
    case .hint(let hint):
      .object([
        member(.kind, .text(self.kind(of: hint).rawValue)),
        member(.boxes, .array(hint.boxes.map(path))),
      ])
    }
  }

  private static func kind(of hint: Hint) -> BoxKind {
    switch hint.kind {
    case .above: .above
    case .leftOf: .leftOf
    case .sameRank: .sameRank
    }
  }

  private static func kind(_ kind: BoxKind) -> Members { [member(.kind, .text(kind.rawValue))] }

  private static func node(_ node: Node, isLane: Bool) -> Members {
    if let block = node.attributes.code { return code(block, node.attributes) }
    if isLane, case .group(let row)? = node.children.first?.kind {
      var (lane, fresh) = (Lane(node.title) {}, Lane(node.title) {})
      lane.attributes = node.attributes
      fresh.attributes.origin = node.attributes.origin
      return kind(.lane) + [member(.title, .text(node.title))]
        + [member(.children, .array(row.children.map(element)))]
        + said(lane, fresh, DiagramInterchange.Members.lane)
    }
    var fresh = Node(node.title)
    fresh.attributes.origin = node.attributes.origin
    fresh.children = node.children + node.hidden
    return kind(.node) + [member(.title, .text(node.title))]
      + [member(.children, .array(fresh.children.map(element)))]
      + said(node, fresh, DiagramInterchange.Members.node)
  }

  private static func component(_ component: Component) -> Members {
    if let icon = component.attributes.icon, component.attributes.shape == .none {
      var (own, fresh) = (Icon(icon.name, component.title), Icon(icon.name, component.title))
      own.attributes = component.attributes
      fresh.attributes.origin = component.attributes.origin
      fresh.attributes.icon = icon
      let isAlone = icon.label == .none && component.title == icon.name.base
      let use = DamagedDocument.object(
        [member(.name, .text(icon.name.name)), member(.label, .text("\(icon.label)"))]
          + (icon.size.map { [member(.size, .value("\($0)"))] } ?? []))
      return kind(.icon) + [member(.icon, use)]
        + (isAlone ? [] : [member(.text, .text(component.title))])
        + said(own, fresh, DiagramInterchange.Members.icon)
    }
    var fresh = Component(component.title)
    fresh.attributes.origin = component.attributes.origin
    return kind(.component) + [member(.title, .text(component.title))]
      + said(component, fresh, DiagramInterchange.Members.component)
  }

  private static func text(_ text: Text) -> Members {
    switch text.attributes.free {
    case .divider:
      var (own, fresh) = (Divider(text.title), Divider(text.title))
      own.attributes = text.attributes
      fresh.attributes.origin = text.attributes.origin
      return kind(.divider) + [member(.text, .text(text.title))]
        + said(own, fresh, DiagramInterchange.Members.divider)
    case .spot:
      var (own, fresh) = (Spot(text.title), Spot(text.title))
      own.attributes = text.attributes
      fresh.attributes.origin = text.attributes.origin
      return kind(.spot) + [member(.name, .text(text.title))]
        + said(own, fresh, DiagramInterchange.Members.spot)
    case nil, .track:
      var fresh = Text(text.title)
      fresh.attributes.origin = text.attributes.origin
      return kind(.text) + [member(.text, .text(text.title))]
        + said(text, fresh, DiagramInterchange.Members.text)
    }
  }

  private static func code(_ block: CodeBlock, _ attributes: Attributes) -> Members {
    var (own, fresh) = (
      Code(block.text, language: block.language, lineNumbers: block.isNumbered),
      Code(block.text, language: block.language, lineNumbers: block.isNumbered)
    )
    own.attributes = attributes
    fresh.attributes.origin = attributes.origin
    let lines = block.highlighted.map { lines -> DamagedDocument in
      .array([.value("\(lines.lowerBound)"), .value("\(lines.upperBound)")])
    }
    let marks = block.marks.map { mark -> DamagedDocument in
      .object([
        member(.mark, .text(mark.text)), member(.id, .text(mark.id)),
        member(.occurrence, .value("\(mark.occurrence)")),
      ])
    }
    return kind(.code)
      + [member(.code, .text(block.text)), member(.language, .text("\(block.language)"))]
      + [member(.lineNumbers, .value("\(block.isNumbered)"))]
      + said(own, fresh, DiagramInterchange.Members.code)
      + list(.highlightLines, lines) + list(.marks, marks)
  }

  private static func group(_ group: Group) -> Members {
    if let script = group.script {
      var (own, fresh) = (Element(.group(group)), Element(.group(group)))
      own.attributes = group.attributes
      fresh.attributes = Attributes(shape: .none, origin: group.attributes.origin)
      let messages = script.items.filter { if case .participant = $0.kind { false } else { true } }
      return kind(.sequence) + [member(.numbered, .value("\(script.isNumbered)"))]
        + list(.participants, group.children.map(element))
        + list(.messages, messages.map(item)) + said(own, fresh, placed)
    }
    var (own, fresh) = (Element(.group(group)), Element(.group(group)))
    own.attributes.childAlignment = nil
    fresh.attributes = Attributes(shape: .none, origin: group.attributes.origin)
    var members: Members = []
    var isOfLanes = false
    switch group.kind {
    case .row: members += kind(.row)
    case .column: members += kind(.column)
    case .grid(let columns):
      members += kind(.grid) + [member(.columns, .value("\(columns)"))]
    case .ring: members += kind(.ring)
    case .layered(let direction):
      members += kind(.layered) + [member(.direction, .text("\(direction)"))]
    case .tree(let direction):
      members += kind(.tree) + [member(.direction, .text("\(direction)"))]
    case .packed: members += kind(.packed)
    case .force: members += kind(.force)
    case .lanes:
      members += kind(.lanes)
      isOfLanes = true
    case .timeline(let titles):
      members += kind(.timeline)
      members.append(
        member(.columns, .array(titles.map { .text($0) })))
      isOfLanes = true
    case .shared(let name):
      members += kind(.sharedPlace) + [member(.name, .text(name))]
      fresh.attributes.id = name
    case .sequence: break
    }
    if let alignment = group.attributes.childAlignment {
      members.append(member(.align, .text("\(alignment)")))
    }
    if let spacing = group.spacing { members.append(member(.spacing, .value("\(spacing)"))) }
    members.append(
      member(.children, .array(group.children.map { element($0, isLane: isOfLanes) })))
    return members + said(own, fresh, DiagramInterchange.Members.arrangement)
  }

  private static let placed: [Member<Element>] = DiagramInterchange.Members.placed(
    align: .alignSelf)

  // MARK: - Sequences

  private static func item(_ item: SequenceItem) -> DamagedDocument {
    switch item.kind {
    case .participant(let element): return self.element(element)
    case .message(let arrow):
      return .object(
        ends(arrow) + (arrow.isAnswer ? [member(.answer, .value("true"))] : []))
    case .note(let note):
      var (own, fresh) = (
        Mark(annotation: Annotation(.brace, nil, note.boxes, note.attributes.origin)),
        Mark(annotation: Annotation(.brace, nil, note.boxes, note.attributes.origin))
      )
      own.attributes = note.attributes
      own.attributes.shape = fresh.attributes.shape
      own.attributes.label = nil
      fresh.attributes.origin = note.attributes.origin
      let word: Word =
        switch note.place {
        case .over: .over
        case .left: .leftOf
        case .right: .rightOf
        }
      return .object(
        [
          member(.kind, .text(MessageKind.note.rawValue)),
          member(word, .array(note.boxes.map(path))),
        ]
          + optional(.text, note.attributes.label) + said(own, fresh, Mark.members))
    case .fragment(let fragment):
      let cases = fragment.cases.map {
        [member(.text, .text($0.text)), member(.messages, .array($0.items.map(self.item)))]
      }
      let kind: MessageKind =
        switch fragment.kind {
        case .loop: .loop
        case .option: .when
        case .alternatives: .alternatives
        case .parallel: .parallel
        }
      let hasCases = fragment.kind == .alternatives || fragment.kind == .parallel
      return .object(
        [member(.kind, .text(kind.rawValue))]
          + (hasCases ? [member(.cases, .array(cases.map(DamagedDocument.object)))] : cases[0]))
    case .active(let box, let items):
      return .object([
        member(.kind, .text(MessageKind.active.rawValue)), member(.box, path(box)),
        member(.messages, .array(items.map(self.item))),
      ])
    case .divider(let attributes, let text):
      var (own, fresh) = (Divider(text), Divider(text))
      own.attributes = attributes
      fresh.attributes.origin = attributes.origin
      return .object(
        [member(.kind, .text(MessageKind.divider.rawValue)), member(.text, .text(text))]
          + said(own, fresh, DiagramInterchange.Members.divider))
    }
  }

  private static func ends(_ arrow: Arrow) -> Members {
    [member(.from, path(arrow.source)), member(.to, path(arrow.target))]
      + said(arrow, SeriesReader.sampleArrow, DiagramInterchange.Members.arrow)
  }

  // MARK: - Members

  /// What a value says that a fresh one does not.
  private static func said<Value: Equatable>(
    _ value: Value, _ fresh: Value, _ table: [Member<Value>]
  ) -> Members {
    table.flatMap { said(value, fresh, $0) }
  }

  private static func said<Value: Equatable>(
    _ value: Value, _ fresh: Value, _ member: Member<Value>
  ) -> Members {
    func text(_ path: any WritableKeyPath<Value, String?> & Sendable) -> Members {
      let text = value[keyPath: path]
      return text == fresh[keyPath: path] ? [] : optional(member.word, text)
    }
    switch member.form {
    case .text(let path), .badge(let path): return text(path)
    case .number(let path):
      return value[keyPath: path].map { [self.member(member.word, .value("\($0)"))] } ?? []
    case .count(let path):
      return value[keyPath: path] == fresh[keyPath: path]
        ? [] : [self.member(member.word, .value("\(value[keyPath: path])"))]
    case .flag(let change):
      for isSo in [true, false]
      where change(value, isSo) == value && change(fresh, isSo) != fresh {
        return [self.member(member.word, .value("\(isSo)"))]
      }
      return []
    case .choice(let choices):
      guard let choice = choices.first(where: { $0.change(value) == value }),
        choice.change(fresh) != fresh
      else { return [] }
      return [self.member(member.word, .text(choice.word))]
    case .other:
      return other(value, fresh, member.word).map { [self.member(member.word, $0)] } ?? []
    }
  }

  /// What a member with a form of its own says; marks and lines of code are written with the code.
  private static func other<Value: SingleItem>(
    _ value: Value, _ fresh: Value, _ word: Word
  ) -> DamagedDocument? {
    let attributes = value.attributes
    switch word {
    case .at:
      if let time = attributes.time, time.isMoment { return .value("\(time.start)") }
      return attributes.pin.map {
        .object([member(.x, .value("\($0.x)")), member(.y, .value("\($0.y)"))])
      }
    case .during:
      return attributes.time.flatMap { time in
        time.isMoment ? nil : .array([.value("\(time.start)"), .value("\(time.end)")])
      }
    case .on:
      return attributes.on.map { place in
        let shares = [(Word.x, place.x), (.y, place.y)].compactMap { word, share in
          share.map { member(word, .value("\($0)")) }
        }
        return .object([member(.box, path(place.box))] + shares)
      }
    case .icon:
      guard let icon = attributes.icon else { return nil }
      return .object([
        member(.name, .text(icon.name.name)), member(.label, .text("\(icon.label)")),
      ])
    case .corners:
      guard !attributes.corners.isEmpty else { return nil }
      return .object(
        attributes.corners.map { corner in
          var (icon, plain) = (Icon(corner.name), Icon(corner.name))
          icon.attributes.style = corner.style
          icon.attributes.origin = plain.attributes.origin
          plain.attributes.style = Style()
          return (
            "\(corner.place)",
            .object(
              [member(.name, .text(corner.name.name))]
                + said(icon, plain, DiagramInterchange.Members.filled()))
          )
        })
    case .heads:
      guard let arrow = value as? Arrow, let fresh = fresh as? Arrow,
        arrow.startHead != fresh.startHead || arrow.endHead != fresh.endHead
      else { return nil }
      return .object([
        member(.start, .text("\(arrow.startHead)")), member(.end, .text("\(arrow.endHead)")),
      ])
    case .labels:
      guard let arrow = value as? Arrow, arrow.startLabel != nil || arrow.endLabel != nil else {
        return nil
      }
      return .object(
        optional(.start, arrow.startLabel) + optional(.end, arrow.endLabel))
    default: return nil
    }
  }
}

extension DamagedDocument {
  /// A text as JSON writes it.
  static func text(_ text: String) -> DamagedDocument {
    let scalars = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\n": "\\n"
      case ..<" ": "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: "\(scalar)"
      }
    }
    return .value("\"\(scalars.joined())\"")
  }
}
