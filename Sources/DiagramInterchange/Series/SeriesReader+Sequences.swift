import DiagramDSL
import DiagramModel

extension SeriesReader {
  /// What is said in a sequence: its participants in their order, then its messages.
  mutating func script(of object: inout JSONObject) -> SequenceScript {
    let isNumbered = object.member(.numbered).flatMap { flag($0) } ?? false
    let participants = elements(of: object.member(.participants)).compactMap { field in
      element(field, .component).map { SequenceItem(.participant($0), origin(of: field)) }
    }
    let messages = items(object.member(.messages))
    return SequenceScript(items: participants + messages, isNumbered: isNumbered)
  }

  private mutating func items(_ field: JSONField?) -> [SequenceItem] {
    guard !isLooking, let field else { return [] }
    guard depth <= Self.deepest else {
      tell(
        .deepNesting, "frames of a sequence lie too deep in each other", at: field,
        "put this one into a picture of its own")
      return []
    }
    depth += 1
    defer { depth -= 1 }
    return elements(of: field).flatMap { items(in: $0) }
  }

  /// What one object says: a message unless it says its kind, or several.
  private mutating func items(in field: JSONField) -> [SequenceItem] {
    let hint = "write {\"from\": \"user\", \"to\": \"api\", \"label\": \"…\"}"
    guard var object = object(field, hint) else { return [] }
    var kind = MessageKind.message
    if let field = object.member(.kind) {
      guard let word = word(field, among: MessageKind.allCases.map(\.rawValue)),
        let written = MessageKind(rawValue: word)
      else { return [] }
      kind = written
    }
    let origin = origin(of: field)
    let items = contents(of: kind, &object, at: origin).map { SequenceItem($0, origin) }
    finish(object, "a \(kind.rawValue) of a sequence")
    return items
  }

  private mutating func contents(
    of kind: MessageKind, _ object: inout JSONObject, at origin: Origin
  ) -> [SequenceItem.Kind] {
    switch kind {
    case .message:
      let isAnswer = object.member(.answer).flatMap { flag($0) } ?? false
      return arrowsOfEnds(&object, isAnswer: isAnswer).map { arrow in
        .message(arrow.changing { $0.attributes.origin = origin })
      }
    case .note: return note(&object, at: origin).map { [.note($0)] } ?? []
    case .loop, .when:
      let text = text(object.member(.text)) ?? ""
      let part = SequenceFragment.Case(text: text, items: items(object.member(.messages)))
      return [.fragment(SequenceFragment(kind: kind == .loop ? .loop : .option, cases: [part]))]
    case .alternatives, .parallel:
      let fields = elements(of: required(.cases, of: &object, kind.rawValue))
      let cases = fields.compactMap { course($0) }
      let kind = kind == .parallel ? SequenceFragment.Kind.parallel : .alternatives
      return [.fragment(SequenceFragment(kind: kind, cases: cases))]
    case .active:
      let boxes = references(required(.box, of: &object, "an active time"))
      let items = items(object.member(.messages))
      return boxes.map { .active($0, items) }
    case .divider:
      var divider = Divider(text(object.member(.text)) ?? "")
      let text = divider.content.first?.title ?? ""
      divider.attributes.origin = origin
      divider = changed(divider, by: Members.divider, of: &object)
      return [.divider(divider.attributes, text)]
    }
  }

  private mutating func course(_ field: JSONField) -> SequenceFragment.Case? {
    guard var object = object(field, "write {\"text\": \"found\", \"messages\": […]}") else {
      return nil
    }
    let text = text(object.member(.text)) ?? ""
    let items = items(object.member(.messages))
    finish(object, "a case")
    return SequenceFragment.Case(text: text, items: items)
  }

  private mutating func note(_ object: inout JSONObject, at origin: Origin) -> SequenceNote? {
    let what = "a note"
    let text = text(required(.text, of: &object, what))
    let (left, right) = (object.member(.leftOf), object.member(.rightOf))
    let place: SequenceNote.Place = left != nil ? .left : right != nil ? .right : .over
    let field = left ?? right ?? required(.over, of: &object, what)
    let boxes = references(field)
    guard let text, !boxes.isEmpty else { return nil }
    var note = Remark(note: SequenceNote(text, place, boxes, origin))
    note = changed(note, by: Remark.members, of: &object)
    return note.note
  }
}

/// A note in a sequence, with what modifiers change of it.
private struct Remark: Labelled, Stroked {
  var note: SequenceNote

  var attributes: Attributes {
    get { note.attributes }
    set { note.attributes = newValue }
  }

  static let members: [Member<Remark>] = Members.stroked() + Members.labelled()
}

extension Element {
  fileprivate var title: String {
    if case .text(let text) = kind { text.title } else { "" }
  }
}
