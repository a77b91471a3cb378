import DiagramDSL
import DiagramModel

extension SeriesReader {
  /// What lies in a container, as its `arrangement` says, if it has one.
  mutating func children(of object: inout JSONObject, _ word: Word = .children) -> [Element] {
    let children = elements(object.member(word), .component)
    guard let field = object.member(.arrangement) else { return children }
    return arranged(children, field).map { [$0] } ?? children
  }

  /// Boxes in one arrangement: a word, or an object with the word as its `kind`.
  private mutating func arranged(_ children: [Element], _ field: JSONField) -> Element? {
    if case .string = field.value.content {
      guard let kind = arrangement(field) else { return nil }
      guard kind != .grid else {
        tell(
          .missingMember, "a grid needs \(quoted(Word.columns.rawValue))", at: field,
          "write {\"kind\": \"grid\", \"columns\": 3}")
        return nil
      }
      let direction = kind == .tree ? Direction.down : .right
      return groupKind(kind, direction: direction, columns: 0).map {
        Element(.group(Group($0, spacing: nil, origin: origin(of: field), children: children)))
      }
    }
    guard var object = object(field, "write \"row\", or {\"kind\": \"row\", \"spacing\": 40}"),
      let kind = required(.kind, of: &object, "an arrangement").flatMap({ arrangement($0) }),
      let group = group(kind, &object, children: children)
    else { return nil }
    let element = changed(Element(.group(group)), by: Members.arrangement, of: &object)
    finish(object, kind.what)
    return element
  }

  private mutating func arrangement(_ field: JSONField) -> BoxKind? {
    word(field, among: Self.arrangements.map(\.rawValue)).flatMap(BoxKind.init)
  }

  /// Those that a container can say of all that lies in it.
  static let arrangements: [BoxKind] = [
    .row, .column, .grid, .ring, .layered, .tree, .packed, .force,
  ]

  /// An arrangement with what its object holds, or with `children`.
  mutating func group(
    _ kind: BoxKind, _ object: inout JSONObject, children: [Element]?
  ) -> Group? {
    let what = kind.what
    let spacing = kind == .sharedPlace ? nil : number(object.member(.spacing))
    let hasAlignment = [.row, .column, .grid].contains(kind)
    let alignment = hasAlignment ? value(object.member(.align), of: Alignment.self) : nil
    let hasDirection = [.layered, .tree].contains(kind)
    let direction = hasDirection ? value(object.member(.direction), of: Direction.self) : nil
    let columns = kind == .grid ? number(required(.columns, of: &object, what)) : 0
    let name = kind == .sharedPlace ? text(required(.name, of: &object, what)) : ""
    let inside =
      children ?? elements(object.member(.children), kind == .lanes ? .lane : .component)
    guard let columns, let name,
      let groupKind = groupKind(
        kind, direction: direction ?? (kind == .tree ? .down : .right), columns: columns, name)
    else { return nil }
    var group = Group(
      groupKind, align: alignment, spacing: spacing, origin: origin(of: object.field),
      children: inside)
    if kind == .sharedPlace { group.attributes.id = name }
    return group
  }

  /// Lanes over columns of time, and the dividers across them.
  mutating func timeline(_ object: inout JSONObject) -> Group? {
    let titles = required(.columns, of: &object, BoxKind.timeline.what)
    let spacing = number(object.member(.spacing))
    let field = object.member(.children)
    let inside = elements(field, .lane)
    guard let titles else { return nil }
    if let field, !inside.allSatisfy(\.standsInTimeline) {
      tell(
        .wrongValue, "a timeline holds lanes and dividers", at: field,
        "put boxes into a lane: {\"title\": \"Web\", \"children\": […]}")
      return nil
    }
    let columns = elements(of: titles).compactMap { text($0) }
    return Group(
      .timeline(columns), spacing: spacing, origin: origin(of: object.field), children: inside)
  }

  private func groupKind(
    _ kind: BoxKind, direction: Direction, columns: Int, _ name: String = ""
  ) -> Group.Kind? {
    switch kind {
    case .row: .row
    case .column: .column
    case .grid: .grid(columns: columns)
    case .ring: .ring
    case .layered: .layered(direction)
    case .tree: .tree(direction)
    case .packed: .packed
    case .force: .force
    case .lanes: .lanes
    case .sharedPlace: .shared(name)
    default: nil
    }
  }
}
