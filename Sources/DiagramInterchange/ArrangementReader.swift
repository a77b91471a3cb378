import DiagramGraph
import DiagramModel

/// Reads the members of a file that say how boxes lie and how edges run.
///
/// Each word stands for one value; an unknown one is answered with all that are known.
enum ArrangementReader {
  /// How the children of a node, or all nodes without a parent, lie: a word, or an object with the
  /// word as its `kind`.
  static func arrangement(_ field: JSONField) throws(InterchangeError) -> Arrangement {
    switch field.value.content {
    case .object: return try arrangement(field.member("kind"), of: field)
    case .string: return try arrangement(field, of: nil)
    default: throw field.error("expected \(kinds), or an object with one of them as its 'kind'")
    }
  }

  private static func arrangement(
    _ kind: JSONField, of field: JSONField?
  ) throws(InterchangeError) -> Arrangement {
    let spacing = try field?.optionalMember("spacing").map(length)
    let alignment = try field?.optionalMember("align").map(alignment) ?? .center
    let direction = try field?.optionalMember("direction").map(direction) ?? .right
    switch try kind.string() {
    case "auto": return .automatic(spacing: spacing)
    case "row": return .row(alignment: alignment, spacing: spacing)
    case "column": return .column(alignment: alignment, spacing: spacing)
    case "grid":
      guard let columns = try field?.optionalMember("columns") else {
        throw kind.error("a grid needs 'columns': write {\"kind\": \"grid\", \"columns\": 3}")
      }
      return .grid(columns: try count(columns), spacing: spacing)
    case "ring": return .ring(spacing: spacing)
    case "layered": return .layered(direction, spacing: spacing)
    case "tree": return .tree(direction, spacing: spacing)
    case "packed": return .packed(spacing: spacing)
    case "force": return .force(spacing: spacing)
    case "orthogonal": return .orthogonal(spacing: spacing)
    default:
      throw kind.error("expected \(kinds)")
    }
  }

  private static let kinds =
    "'auto', 'row', 'column', 'grid', 'ring', 'layered', 'tree', 'packed', 'force' or 'orthogonal'"

  private static func length(_ field: JSONField) throws(InterchangeError) -> Int {
    try field.length()
  }

  private static func count(_ field: JSONField) throws(InterchangeError) -> Int {
    let number = try field.number()
    guard number >= 1, number == number.rounded(), number <= 10_000 else {
      throw field.error("expected a whole number from 1 to 10000")
    }
    return Int(number)
  }

  /// How a node lies across its row or column.
  static func alignment(_ field: JSONField) throws(InterchangeError) -> Alignment {
    try word(
      field, of: [("start", .start), ("center", .center), ("end", .end), ("stretch", .stretch)])
  }

  /// Where arrows should point.
  static func direction(_ field: JSONField) throws(InterchangeError) -> Direction {
    try word(field, of: [("TB", .down), ("BT", .up), ("LR", .right), ("RL", .left)])
  }

  /// Where the corner of a node has to be, from that of the room that it lies in.
  static func pin(_ field: JSONField) throws(InterchangeError) -> Point {
    Point(x: try coordinate(field.member("x")), y: try coordinate(field.member("y")))
  }

  /// Where the middle of a node lies on its parent, in shares of the parent's width and height; along an axis
  /// without a share it is as long as that.
  static func placeOnParent(_ field: JSONField) throws(InterchangeError) -> PlaceOnParent {
    PlaceOnParent(
      x: try field.optionalMember("x").map(share), y: try field.optionalMember("y").map(share))
  }

  private static func share(_ field: JSONField) throws(InterchangeError) -> Double {
    let share = try field.number()
    guard PlaceOnParent.shares.contains(share) else {
      throw field.error("expected a share of the parent from -0.5 to 1.5")
    }
    return share
  }

  private static func coordinate(_ field: JSONField) throws(InterchangeError) -> Int {
    let coordinate = try field.coordinate()
    guard abs(coordinate) <= DrawingLimits.length else {
      throw field.error("a place more than \(DrawingLimits.length) away cannot be drawn")
    }
    return coordinate
  }

  /// A text in the padding of a container.
  static func title(
    _ field: JSONField, _ room: inout DrawingLimits
  ) throws(InterchangeError) -> LayoutTitle {
    let size = Size(
      width: try room.width(field.member("width")), height: try room.height(field.member("height")))
    let alignment: TextAlignment =
      try field.optionalMember("align").map { (field) throws(InterchangeError) in
        try word(field, of: [("left", .left), ("center", .center), ("right", .right)])
      } ?? .left
    let isAtBottom =
      try field.optionalMember("position").map { (field) throws(InterchangeError) in
        try word(field, of: [("top", false), ("bottom", true)])
      } ?? false
    return LayoutTitle(
      size: size, inset: Size(width: 8, height: 8), alignment: alignment, isAtBottom: isAtBottom)
  }

  /// What an edge wants of its way.
  static func read(_ field: JSONField, into edge: inout LayoutEdge) throws(InterchangeError) {
    if let routing = try field.optionalMember("routing") {
      edge.routing = try word(
        routing, of: [("orthogonal", .orthogonal), ("straight", .straight), ("curved", .curved)])
    }
    edge.sourceSide = try field.optionalMember("sourceSide").map(side)
    edge.targetSide = try field.optionalMember("targetSide").map(side)
  }

  private static func side(_ field: JSONField) throws(InterchangeError) -> Side {
    try word(
      field, of: [("top", .top), ("right", .right), ("bottom", .bottom), ("left", .left)])
  }

  private static func word<Value>(
    _ field: JSONField, of values: [(word: String, value: Value)]
  ) throws(InterchangeError) -> Value {
    let text = try field.string()
    guard let value = values.first(where: { $0.word == text })?.value else {
      let words = values.map { "'\($0.word)'" }
      throw field.error(
        "expected \(words.dropLast().joined(separator: ", ")) or \(words[words.count - 1])")
    }
    return value
  }
}
