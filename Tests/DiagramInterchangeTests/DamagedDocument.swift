import DiagramGraph
import DiagramModel
import TestSupport

/// A document that can be damaged before it is written: values, members, types and bytes.
indirect enum DamagedDocument {
  case value(String)
  case array([DamagedDocument])
  case object([(name: String, value: DamagedDocument)])

  /// What stands where something else should.
  private static let strangers = [
    "null", "true", "[]", "{}", "\"\"", "\"x\"", "\"n0\"", "\"é\"", "\"e\\u0301\"", "\"TB\"", "-1",
    "0", "-0.0", "0.5", "1", "1000000", "1000001", "999999999", "1e9", "-1e9", "1e308", "1e999",
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "[[0,0],[0,0]]",
    "[[1e8,-1e8],[5]]", "\"row\"", "\"ring\"", "\"stretch\"", "\"bottom\"", "\"curved\"",
    "{\"kind\":\"packed\",\"spacing\":0}", "{\"x\":-20,\"y\":1000000}",
  ]

  /// The bytes of the document, with some mistakes.
  func damaged(_ random: inout SeededGenerator) -> [UInt8] {
    var copy = self
    for _ in 0..<Int.random(in: 1...3, using: &random) { copy.damage(&random) }
    var bytes = Array(copy.text.utf8)
    guard Int.random(in: 0..<4, using: &random) == 0 else { return bytes }
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      case 2: bytes.removeSubrange(place...)
      default: bytes.insert(contentsOf: bytes[..<min(place, 9)], at: place)
      }
      if bytes.isEmpty { break }
    }
    return bytes
  }

  /// Makes one mistake somewhere inside.
  private mutating func damage(_ random: inout SeededGenerator) {
    if Int.random(in: 0..<12, using: &random) == 0 {
      self = .value(Self.strangers.randomElement(using: &random) ?? "null")
      return
    }
    switch self {
    case .value: self = .value(Self.strangers.randomElement(using: &random) ?? "null")
    case .array(var elements):
      guard let place = elements.indices.randomElement(using: &random) else { return }
      switch Int.random(in: 0..<8, using: &random) {
      case 0: elements.remove(at: place)
      case 1: elements.append(elements[place])
      case 2: elements.swapAt(0, place)
      default: elements[place].damage(&random)
      }
      self = .array(elements)
    case .object(var members):
      guard let place = members.indices.randomElement(using: &random) else { return }
      switch Int.random(in: 0..<8, using: &random) {
      case 0: members.remove(at: place)
      case 1: members.append(members[place])
      case 2: members[place].name = members[0].name
      default: members[place].value.damage(&random)
      }
      self = .object(members)
    }
  }

  var text: String {
    switch self {
    case .value(let text): text
    case .array(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { "\"\($0.name)\":\($0.value.text)" }.joined(separator: ",\n ") + "}"
    }
  }
}

extension DamagedDocument {
  private static func number(_ number: Int) -> DamagedDocument { .value("\(number)") }
  private static func name(_ text: String) -> DamagedDocument { .value("\"\(text)\"") }

  /// A graph of some boxes in containers.
  static func graph(_ random: inout SeededGenerator) -> DamagedDocument {
    let count = Int.random(in: 2...7, using: &random)
    let isArranged = Bool.random(using: &random)
    let nodes = (0..<count).map { index -> DamagedDocument in
      var members = [
        ("id", name("n\(index)")), ("width", number(60 + 10 * index)), ("height", number(40)),
      ]
      let parent = Int.random(in: 0...index, using: &random)
      if parent < index, parent < 3 { members.append(("parent", name("n\(parent)"))) }
      if isArranged { members += arrangedMembers(of: index, &random) }
      return .object(members)
    }
    let edges = (0..<count).map { index -> DamagedDocument in
      let ends = (0..<2).map { _ in Int.random(in: 0..<count, using: &random) }
      var members = [
        ("id", name("e\(index)")), ("source", name("n\(ends[0])")),
        ("target", name("n\(ends[1])")),
      ]
      if Bool.random(using: &random) {
        members += [("labelWidth", number(80)), ("labelHeight", number(18))]
      }
      if index == 0, ends[0] != ends[1] { members.append(("trunk", name("t"))) }
      if isArranged { members += arrangedMembers(&random) }
      return .object(members)
    }
    return .object([
      ("format", name("diagen-graph/1")), ("directed", .value("true")), ("direction", name("LR")),
      ("nodes", .array(nodes)), ("edges", .array(edges)),
    ])
  }

  /// Some of what a node may say of its place and of those in it.
  private static func arrangedMembers(
    of index: Int, _ random: inout SeededGenerator
  ) -> [(name: String, value: DamagedDocument)] {
    let kinds = [
      "auto", "row", "column", "grid", "ring", "layered", "tree", "packed", "force", "orthogonal",
    ]
    let kind = kinds.randomElement(using: &random) ?? "row"
    let members: [(name: String, value: DamagedDocument)] = [
      (
        "arrangement",
        .object([
          ("kind", name(kind)), ("columns", number(2)), ("spacing", number(10 * index)),
          ("align", name("stretch")), ("direction", name("BT")),
        ])
      ),
      ("align", name("end")), ("grows", .value("false")),
      ("pin", .object([("x", number(30 * index)), ("y", number(400 * index))])),
      (
        "title",
        .object([("width", number(50)), ("height", number(20)), ("position", name("bottom"))])
      ),
    ]
    return members.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
  }

  /// Some of what an edge may say of its way.
  private static func arrangedMembers(
    _ random: inout SeededGenerator
  ) -> [(name: String, value: DamagedDocument)] {
    let members: [(name: String, value: DamagedDocument)] = [
      ("routing", name("straight")), ("sourceSide", name("bottom")), ("targetSide", name("left")),
    ]
    return members.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
  }

  /// A drawing.
  static func drawing(_ layout: Layout, nodes: [String], edges: [String]) -> DamagedDocument {
    .object([
      ("format", name("diagen-layout/1")),
      (
        "nodes",
        .array(
          zip(nodes, layout.frames).map { id, frame in
            .object([("id", name(id))] + limits(of: frame))
          })
      ),
      (
        "edges",
        .array(
          zip(edges, layout.routes).map { id, route in
            let points = route.points.map { DamagedDocument.array([number($0.x), number($0.y)]) }
            let label = route.label.map { [("labelBox", object(limits(of: $0)))] } ?? []
            return .object([("id", name(id)), ("points", .array(points))] + label)
          })
      ),
    ])
  }

  private static func limits(of rect: Rect) -> [(name: String, value: DamagedDocument)] {
    [
      ("x", number(rect.minX)), ("y", number(rect.minY)), ("width", number(rect.size.width)),
      ("height", number(rect.size.height)),
    ]
  }
}
