import DiagramDSL
import DiagramModel

// What members say that are more than a text, a number or a word.
extension SeriesReader {
  // MARK: - Boxes

  /// A place of its author, or for a mere number a moment of a timeline.
  mutating func pinOrMoment<Value: Placeable>(_ field: JSONField, of value: Value) -> Value {
    guard case .number(let moment) = field.value.content else { return pin(field, of: value) }
    return value.timed(TimeSpan(moment, moment, at: origin(of: field)))
  }

  /// A time of a timeline; whether it lies in it is told with the drawing.
  mutating func time<Value: Placeable>(_ field: JSONField, of value: Value) -> Value {
    let times = elements(of: field).compactMap { field -> Double? in
      if case .number(let time) = field.value.content { time } else { nil }
    }
    guard times.count == 2, elements(of: field).count == 2 else {
      tell(
        .wrongValue, "expected the times of the start and the end here", at: field,
        "write [0, 1.5]: times count columns from the beginning")
      return value
    }
    return value.timed(TimeSpan(times[0], times[1], at: origin(of: field)))
  }

  private mutating func pin<Value: Placeable>(_ field: JSONField, of value: Value) -> Value {
    let what = "a place"
    guard var object = object(field, "write {\"x\": 40, \"y\": 0}") else { return value }
    let x = number(required(.x, of: &object, what))
    let y = number(required(.y, of: &object, what))
    finish(object, what)
    guard let x, let y else { return value }
    var value = value.at(x: x, y: y)
    value.attributes.pinOrigin = origin(of: field)
    return value
  }

  /// A box on another one: at a place of its outline, or at shares of its width and height.
  mutating func lay<Value: Placeable>(_ field: JSONField, _ value: Value) -> Value {
    let what = "a place on a box"
    let hint = "write {\"box\": \"chart\", \"x\": 0.3, \"y\": 0.7}"
    guard var object = object(field, hint) else { return value }
    let box = references(required(.box, of: &object, what)).first
    let place = self.value(object.member(.at), of: BorderPlace.self)
    let (x, y) = (share(object.member(.x)), share(object.member(.y)))
    finish(object, what)
    if place != nil, x != nil || y != nil {
      tell(
        .wrongValue, "a place on a box has two places here", at: field,
        "write \"at\", or \"x\" and \"y\"")
    }
    guard let box else { return value }
    var value = value
    value.attributes.on =
      place.map { PlaceOn(box, $0, at: origin(of: field)) }
      ?? PlaceOn(box, x: x, y: y, at: origin(of: field))
    return value
  }

  /// A share of a width or a height; its bounds are told with the drawing.
  private mutating func share(_ field: JSONField?) -> Double? {
    guard let field else { return nil }
    guard case .number(let number) = field.value.content else {
      tell(
        .wrongValue, "expected a number here, not \(field.words)", at: field,
        "0 is one end of the box, 1 the other, and 0.5 its middle")
      return nil
    }
    return number
  }

  mutating func icon<Value: Shaped>(_ field: JSONField, of value: Value) -> Value {
    guard let icon = iconUse(field, hasSize: false) else { return value }
    return value.icon(icon.name, label: icon.label ?? .beside)
  }

  /// An icon by its name, or with where its text stands.
  mutating func iconUse(
    _ field: JSONField, hasSize: Bool
  ) -> (name: IconName, label: IconLabel?, size: Int?)? {
    if case .string(let name) = field.value.content { return (IconName(name), nil, nil) }
    let what = "an icon"
    guard var object = object(field, "write the name of the icon, \"database\"") else { return nil }
    let name = text(required(.name, of: &object, what))
    let label = value(object.member(.label), of: IconLabel.self)
    let size = hasSize ? number(object.member(.size)) : nil
    finish(object, what)
    return name.map { (IconName($0), label, size) }
  }

  mutating func corners<Value: Labelled & Placeable>(_ field: JSONField, of value: Value) -> Value {
    guard var object = object(field, "write {\"topLeft\": \"lock\"}") else { return value }
    var value = value
    for (name, field) in object.entries() {
      guard let place = BorderPlace.allCases.first(where: { "\($0)" == name }) else {
        let places = BorderPlace.allCases.map { "\($0)" }
        tell(
          .unknownMember, "an outline has no place \(quoted(name))", at: field,
          suggestion(for: name, among: places)
            ?? "its places are \(list(places.map(quoted), "and"))")
        continue
      }
      if let icon = cornerIcon(field) { value = value.corner(place, icon) }
    }
    return value
  }

  private mutating func cornerIcon(_ field: JSONField) -> Icon? {
    if case .string(let name) = field.value.content { return Icon(IconName(name)) }
    let what = "an icon on an outline"
    guard var object = object(field, "write the name of the icon, \"lock\"") else { return nil }
    let name = text(required(.name, of: &object, what))
    let icon = name.map { Icon(IconName($0)) }.map {
      changed($0, by: Members.filled(), of: &object)
    }
    finish(object, what)
    return icon
  }

  mutating func replacing<Value: SingleItem & Container>(
    _ field: JSONField, in value: Value
  ) -> Value {
    value.replacing(with: elements(field, .component))
  }

  // MARK: - Code

  mutating func highlightedLines(_ field: JSONField, of code: Code) -> Code {
    elements(of: field).reduce(code) { code, field in
      if case .array = field.value.content {
        let ends = elements(of: field).map { number($0) }
        guard ends.count == 2, let first = ends[0], let last = ends[1], first <= last else {
          tell(
            .wrongValue, "expected the first line and the last one here", at: field,
            "write [2, 4], or 2 for a single line")
          return code
        }
        return code.highlightLines(first...last)
      }
      return number(field).map { code.highlightLines($0) } ?? code
    }
  }

  mutating func marked(_ field: JSONField, of code: Code) -> Code {
    let what = "a mark in code"
    return elements(of: field).reduce(code) { code, field in
      if case .string(let text) = field.value.content { return code.mark(text) }
      let hint = "write {\"mark\": \"PASSWORD\", \"id\": \"password\"}"
      guard var object = object(field, hint) else { return code }
      if let all = object.member(.markAll) {
        let (text, id) = (text(all), text(object.member(.id)))
        finish(object, what)
        return text.map { code.markAll($0, as: id) } ?? code
      }
      let text = text(required(.mark, of: &object, what))
      let id = self.text(object.member(.id))
      let occurrence = number(object.member(.occurrence)) ?? 1
      finish(object, what)
      return text.map { code.mark($0, as: id, occurrence: occurrence) } ?? code
    }
  }

  // MARK: - Arrows

  mutating func heads(_ field: JSONField, of arrow: Arrow) -> Arrow {
    if case .string = field.value.content {
      return value(field, of: ArrowEnds.self).map { arrow.heads($0) } ?? arrow
    }
    let hint = "write \"both\", or {\"start\": \"circle\", \"end\": \"arrow\"}"
    guard var object = object(field, hint) else { return arrow }
    let start = value(object.member(.start), of: ArrowHead.self)
    let end = value(object.member(.end), of: ArrowHead.self)
    finish(object, "the heads of an arrow")
    return arrow.heads(start: start ?? arrow.startHead, end: end ?? arrow.endHead)
  }

  mutating func endLabels(_ field: JSONField, of arrow: Arrow) -> Arrow {
    guard var object = object(field, "write {\"start\": \"1\", \"end\": \"*\"}") else {
      return arrow
    }
    let (start, end) = (text(object.member(.start)), text(object.member(.end)))
    finish(object, "the texts at the ends of an arrow")
    return arrow.labels(start: start, end: end)
  }
}
