import DiagramDSL
import DiagramModel

/// The objects that say what a box is: where it is written, and where it is named with changes, in this order.
struct BoxObjects {
  var written: JSONObject
  var changes: [JSONObject] = []
}

extension SeriesReader {
  /// The boxes of a list, one after the other; `usual` is what an object is that does not say its kind.
  mutating func elements(_ field: JSONField?, _ usual: BoxKind) -> [Element] {
    elements(of: field).compactMap { element($0, usual) }
  }

  /// A box as it is written, or the name of one that stands at the top of the file.
  mutating func element(
    _ field: JSONField, _ usual: BoxKind, changes: [JSONObject] = []
  ) -> Element? {
    guard hasRoom(for: field) else { return nil }
    depth += 1
    defer { depth -= 1 }
    if case .string(let name) = field.value.content {
      return definition(name, namedAt: field, usual, changes: changes)
    }
    guard var object = object(field, "write {\"title\": \"…\"}, or the name of a box: \"web\"")
    else { return nil }
    if let box = object.member(.box) {
      return text(box).flatMap {
        definition($0, namedAt: box, usual, changes: [object] + changes)
      }
    }
    return element(BoxObjects(written: object, changes: changes), usual)
  }

  /// A box that stands at the top of the file, changed.
  private mutating func definition(
    _ name: String, namedAt field: JSONField, _ usual: BoxKind, changes: [JSONObject]
  ) -> Element? {
    guard let written = definitions.fields[name] else {
      tell(
        .unknownBox, "no box at the top of the file is called \(quoted(name))", at: field,
        suggestion(for: name, among: definitions.names)
          ?? "write it into \"boxes\" of the file, or put the box itself here")
      return nil
    }
    guard !definitions.open.contains(name) else {
      tell(
        .boxInItself, "the box \(quoted(name)) lies in itself", at: field,
        "take it out of \(definitions.open.last.map { quoted($0) } ?? "the other")",
        notes: [.init("where it is written", at: origin(of: written))])
      return nil
    }
    definitions.open.append(name)
    defer { definitions.open.removeLast() }
    return element(written, usual, changes: changes)
  }

  /// Whether one element more can be read.
  private mutating func hasRoom(for field: JSONField) -> Bool {
    guard depth <= Self.deepest else {
      tell(
        .deepNesting, "boxes and arrangements lie more than \(Self.deepest) deep in each other",
        at: field, "put this one into a picture of its own")
      return false
    }
    count += 1
    guard count <= Self.most else {
      if count == Self.most + 1 {
        tell(
          .tooManyBoxes, "the pictures of the file show more than \(Self.most) boxes", at: field,
          "boxes that hold boxes of the file several times over grow fast; make several files of it"
        )
      }
      return false
    }
    return true
  }

  /// Deeper than what is drawn, which the drawing tells; a box that is named counts twice.
  static let deepest = 210
  /// How many elements a file may have, each counted as often as it is shown.
  static let most = 100_000

  // MARK: - Kinds

  private mutating func element(_ objects: BoxObjects, _ usual: BoxKind) -> Element? {
    var objects = objects
    let hasChildren = objects.written.member(.children) != nil
    var kind = hasChildren && usual == .component ? BoxKind.node : usual
    if let field = objects.written.member(.kind) {
      guard let word = word(field, among: BoxKind.allCases.map(\.rawValue)),
        let written = BoxKind(rawValue: word)
      else { return nil }
      kind = written
    }
    switch kind {
    case .component, .node, .text, .icon, .code, .spot, .divider, .milestone:
      return box(kind, &objects)
    case .lane: return lane(&objects)
    case .sequence: return sequence(&objects)
    case .row, .column, .grid, .ring, .layered, .tree, .packed, .force, .lanes, .sharedPlace:
      guard let group = group(kind, &objects.written, children: nil) else { return nil }
      return made(Element(.group(group)), Members.arrangement, &objects, kind)
    case .timeline:
      guard let group = timeline(&objects.written) else { return nil }
      return made(Element(.group(group)), Members.arrangement, &objects, kind)
    case .above, .below, .leftOf, .rightOf, .sameRank: return hint(kind, &objects)
    }
  }

  private mutating func box(_ kind: BoxKind, _ objects: inout BoxObjects) -> Element? {
    let what = kind.what
    switch kind {
    case .node:
      let title = text(objects.written.member(.title)) ?? ""
      let children = children(of: &objects.written)
      return made(Node(title) { children }, Members.node, &objects, kind)
    case .text:
      let text = name(.text, of: &objects.written, what)
      return made(Text(text), Members.text, &objects, kind)
    case .icon:
      let text = text(objects.written.member(.text))
      let icon = required(.icon, of: &objects.written, what).flatMap {
        iconUse($0, hasSize: true)
      }
      return made(
        Icon(icon?.name ?? "", text, label: icon?.label ?? .below, size: icon?.size), Members.icon,
        &objects, kind)
    case .code:
      let language = value(objects.written.member(.language), of: CodeLanguage.self) ?? .plain
      let isNumbered = objects.written.member(.lineNumbers).flatMap { flag($0) } ?? false
      let text = name(.code, of: &objects.written, what)
      return made(
        Code(text, language: language, lineNumbers: isNumbered), Members.code, &objects, kind)
    case .spot:
      let name = name(.name, of: &objects.written, what)
      return made(Spot(name), Members.spot, &objects, kind)
    case .divider:
      let text = text(objects.written.member(.text)) ?? ""
      return made(Divider(text), Members.divider, &objects, kind)
    case .milestone:
      let title = name(.title, of: &objects.written, what)
      return made(Milestone(title), Members.milestone, &objects, kind)
    default:
      let title = name(.title, of: &objects.written, what)
      return made(Component(title), Members.component, &objects, kind)
    }
  }

  /// What a box is called. One that says it not, which is told, is read all the same, for its other mistakes.
  private mutating func name(
    _ word: Word, of object: inout JSONObject, _ what: String
  ) -> String {
    text(required(word, of: &object, what)) ?? ""
  }

  private mutating func lane(_ objects: inout BoxObjects) -> Element? {
    let title = name(.title, of: &objects.written, BoxKind.lane.what)
    let boxes = elements(objects.written.member(.children), .component)
    let lane = Lane(title, boxes, at: origin(of: objects.written.field))
    return made(lane, Members.lane, &objects, .lane)
  }

  private mutating func sequence(_ objects: inout BoxObjects) -> Element? {
    let origin = origin(of: objects.written.field)
    let sequence = Sequence(script(of: &objects.written), at: origin)
    return made(sequence, Members.sequence, &objects, .sequence)
  }

  /// A box with all that its objects say of it; what they cannot say is told.
  private mutating func made<Value: Content & SingleItem>(
    _ value: Value, _ members: [Member<Value>], _ objects: inout BoxObjects, _ kind: BoxKind
  ) -> Element? {
    var value = value
    value.attributes.origin = origin(of: objects.written.field)
    value = changed(value, by: members, of: &objects.written)
    finish(objects.written, kind.what)
    for index in objects.changes.indices {
      value = changed(value, by: members, of: &objects.changes[index])
      finish(objects.changes[index], "a changed \(kind.rawValue)")
    }
    return value.contentElements.first
  }

  private mutating func hint(_ kind: BoxKind, _ objects: inout BoxObjects) -> Element? {
    let boxes = references(required(.boxes, of: &objects.written, kind.what))
    finish(objects.written, kind.what)
    guard !isLooking else { return nil }
    let isPair = kind != .sameRank
    guard isPair ? boxes.count == 2 : boxes.count >= 2 else {
      tell(
        .wrongValue, "\(kind.what) is about \(isPair ? "two boxes" : "two boxes or more")",
        at: objects.written.field, "write \"boxes\": [\"a\", \"b\"]")
      return nil
    }
    let origin = origin(of: objects.written.field)
    let hint =
      switch kind {
      case .above: Hint(.above, boxes, at: origin)
      case .below: Hint(.above, boxes.reversed(), at: origin)
      case .leftOf: Hint(.leftOf, boxes, at: origin)
      case .rightOf: Hint(.leftOf, boxes.reversed(), at: origin)
      default: Hint(.sameRank, boxes, at: origin)
      }
    return Element(.hint(hint))
  }
}

extension BoxKind {
  /// What it is called in messages.
  var what: String {
    switch self {
    case .above, .below, .leftOf, .rightOf, .sameRank: "the hint \(quoted(rawValue))"
    case .icon: "an icon"
    default: "a \(rawValue)"
    }
  }
}
