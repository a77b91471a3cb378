import DiagramDSL
import DiagramModel

extension SeriesReader {
  mutating func picture(_ field: JSONField) -> Picture? {
    let what = "a picture"
    guard var object = object(field, "write {\"name\": \"overview\", \"boxes\": […]}") else {
      return nil
    }
    let name = text(required(.name, of: &object, what))
    let title = text(object.member(.title))
    let (heading, caption) = (text(object.member(.heading)), text(object.member(.caption)))
    let elements = children(of: &object, .boxes)
    boxes = BoxIndex()
    for element in elements {
      boxes.add(element)
      if isLooking { allBoxes.add(element) }
    }
    guard !isLooking else { return nil }
    var items = elements.map { PictureItem(.element($0)) }
    items += arrows(object.member(.arrows)).map { PictureItem(.arrow($0)) }
    for field in self.elements(of: object.member(.marks)) {
      if let mark = mark(field) { items.append(PictureItem(.annotation(mark))) }
    }
    if let legend = object.member(.legend).flatMap({ legend($0) }) {
      items.append(PictureItem(.legend(legend)))
    }
    for field in self.elements(of: object.member(.states)) {
      if let state = state(field) { items.append(PictureItem(.state(state))) }
    }
    finish(object, what)
    return name.map {
      Picture($0, title: title, items, at: origin(of: field)).heading(heading).caption(caption)
    }
  }

  /// The boxes of a picture, with all of it read once more: hints name boxes that stand after them.
  mutating func lookAhead(_ pictures: [JSONField]) {
    isLooking = true
    for name in definitions.names {
      guard let field = definitions.fields[name], let element = element(field, .component) else {
        continue
      }
      allBoxes.add(element)
    }
    for field in pictures { _ = picture(field) }
    (isLooking, count) = (false, 0)
  }

  // MARK: - Marks

  private mutating func mark(_ field: JSONField) -> Annotation? {
    let hint = "write {\"kind\": \"brace\", \"text\": \"…\", \"over\": [\"web\"]}"
    guard var object = object(field, hint),
      let word = required(.kind, of: &object, "a mark").flatMap({
        word($0, among: MarkKind.allCases.map(\.rawValue))
      }), let kind = MarkKind(rawValue: word)
    else { return nil }
    let what = "a \(word)"
    let text = kind == .zoom ? nil : text(object.member(.text))
    let boxes: [Reference] =
      switch kind {
      case .brace, .dimension: references(required(.over, of: &object, what))
      case .region: references(required(.around, of: &object, what))
      case .callout: references(required(.at, of: &object, what))
      case .zoom:
        references(required(.from, of: &object, what))
          + references(required(.into, of: &object, what))
      }
    let hasSide = kind != .region && kind != .zoom
    let side = hasSide ? value(object.member(.side), of: Side.self) : nil
    var mark = Mark(
      annotation: Annotation(
        kind.annotation, text ?? (kind == .zoom ? nil : ""), boxes, side: side,
        origin(of: field)))
    mark = changed(mark, by: Mark.members, of: &object)
    finish(object, what)
    let count = kind == .zoom ? boxes.count == 2 : kind == .callout ? boxes.count == 1 : true
    guard count else {
      tell(
        .wrongValue, "\(what) is about \(kind == .zoom ? "two boxes" : "one box")", at: field,
        "name one box at each place; for several, write several marks")
      return nil
    }
    return mark.annotation
  }

  // MARK: - States

  private mutating func state(_ field: JSONField) -> PictureState? {
    let what = "a state"
    let hint = "write {\"kind\": \"focus\", \"boxes\": [\"web\"]}"
    guard var object = object(field, hint),
      let word = required(.kind, of: &object, what).flatMap({
        word($0, among: StateKind.allCases.map(\.rawValue))
      }), let kind = StateKind(rawValue: word)
    else { return nil }
    let selected = texts(required(.boxes, of: &object, what)).map(\.text)
    let accent = kind == .accent ? value(object.member(.accent), of: Accent.self) : nil
    finish(object, "the state \(quoted(word))")
    let change: PictureState.Change =
      switch kind {
      case .focus: .focus
      case .muted: .muted
      case .accent: .accent(accent ?? .primary)
      case .new: .accent(.new)
      case .highlight: .highlight
      case .crossedOut: .crossedOut
      }
    return PictureState(change, of: selected, origin(of: field))
  }

  // MARK: - Legends

  /// A legend, or `true` for one of what is meant in the picture.
  private mutating func legend(_ field: JSONField) -> Legend? {
    if case .bool(let isShown) = field.value.content {
      return isShown ? Legend(nil, [], at: origin(of: field)) : nil
    }
    guard var object = object(field, "write true, or {\"title\": \"Key\"}") else { return nil }
    let title = text(object.member(.title))
    let samples = elements(of: object.member(.samples)).flatMap { sample($0) }
    finish(object, "a legend")
    return Legend(title, samples, at: origin(of: field))
  }

  private mutating func sample(_ field: JSONField) -> [LegendSample] {
    guard var object = JSONObject(field),
      case .string(SampleKind.arrow.rawValue)? = object.member(.kind)?.value.content
    else { return element(field, .component)?.samples ?? [] }
    let what = "a sample of an arrow"
    let text = text(required(.text, of: &object, what))
    var arrow = Self.sampleArrow
    arrow.attributes.origin = origin(of: field)
    (arrow.source, arrow.target) = (
      arrow.source.named(at: origin(of: field)), arrow.target.named(at: origin(of: field))
    )
    arrow = changed(arrow, by: Members.arrow, of: &object)
    finish(object, what)
    return text.map { [LegendSample(text: $0, look: .line(arrow))] } ?? []
  }
}

/// Any mark, with what modifiers change of it.
struct Mark: Annotating, Hashable {
  var annotation: Annotation

  static let members: [Member<Mark>] = Members.stroked() + Members.labelled()
}

extension MarkKind {
  fileprivate var annotation: Annotation.Kind {
    switch self {
    case .brace: .brace
    case .dimension: .dimension
    case .region: .region
    case .callout: .callout
    case .zoom: .zoom
    }
  }
}
