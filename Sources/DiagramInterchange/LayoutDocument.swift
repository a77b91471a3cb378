package import DiagramGraph
import DiagramModel

/// A drawing in the neutral format `diagen-layout/1`.
package struct LayoutDocument: Hashable, Sendable {
  /// What a file of the format names itself.
  package static let formatName = "diagen-layout/1"

  package var layout: Layout
  /// The names of the nodes and edges, in the order of the layout.
  package var nodeIDs: [String]
  package var edgeIDs: [String]

  package init(layout: Layout, nodeIDs: [String], edgeIDs: [String]) {
    self.layout = layout
    self.nodeIDs = nodeIDs
    self.edgeIDs = edgeIDs
  }

  /// Reads a file of the format; everything is rounded to whole units.
  ///
  /// - Throws: the first mistake, with its place.
  package init(reading bytes: [UInt8]) throws(InterchangeError) {
    let root = try JSONField.root(of: bytes)
    let format = try root.member("format")
    guard try format.string() == Self.formatName else {
      throw format.error("expected '\(Self.formatName)'")
    }
    self.init(layout: Layout(frames: [], routes: []), nodeIDs: [], edgeIDs: [])
    for node in try root.member("nodes").elements() {
      nodeIDs.append(try node.member("id").string())
      layout.frames.append(try Self.rect(node))
    }
    for edge in try root.optionalMember("edges")?.elements() ?? [] {
      edgeIDs.append(try edge.member("id").string())
      layout.routes.append(try Self.route(edge))
    }
  }

  private static func rect(_ field: JSONField) throws(InterchangeError) -> Rect {
    Rect(
      x: try field.member("x").coordinate(), y: try field.member("y").coordinate(),
      width: try field.member("width").extent(), height: try field.member("height").extent())
  }

  private static func route(_ field: JSONField) throws(InterchangeError) -> Route {
    var points: [Point] = []
    for point in try field.optionalMember("points")?.elements() ?? [] {
      let coordinates = try point.elements()
      guard coordinates.count == 2 else { throw point.error("expected [x, y]") }
      points.append(
        Point(x: try coordinates[0].coordinate(), y: try coordinates[1].coordinate()))
    }
    let isCurved = try field.optionalMember("curve") != nil
    let label = try field.optionalMember("labelBox")
    return Route(points: points, isCurved: isCurved, label: try label.map(rect))
  }

  /// The file, one node or edge a line.
  package func bytes() -> [UInt8] {
    var writer = JSONWriter()
    writer.write("{\"format\":\"diagen-layout/1\",\"engine\":\"diagen\",\"nodes\":[")
    for (index, id) in nodeIDs.enumerated() {
      writer.write(index == 0 ? "\n{\"id\":" : ",\n{\"id\":")
      writer.write(string: id)
      writer.write(",")
      writer.write(limitsOf: layout.frames[index])
      writer.write("}")
    }
    writer.write("\n],\"edges\":[")
    for (index, id) in edgeIDs.enumerated() {
      writer.write(index == 0 ? "\n{\"id\":" : ",\n{\"id\":")
      writer.write(string: id)
      writer.write(route: layout.routes[index])
      writer.write("}")
    }
    writer.write("\n]}\n")
    return writer.bytes
  }
}

private struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ number: Int) {
    bytes.append(contentsOf: String(number).utf8)
  }

  mutating func write(limitsOf rect: Rect) {
    write("\"x\":")
    write(rect.minX)
    write(",\"y\":")
    write(rect.minY)
    write(",\"width\":")
    write(rect.size.width)
    write(",\"height\":")
    write(rect.size.height)
  }

  mutating func write(route: Route) {
    write(",\"points\":[")
    for (index, point) in route.points.enumerated() {
      write(index == 0 ? "[" : ",[")
      write(point.x)
      write(",")
      write(point.y)
      write("]")
    }
    write("]")
    if route.isCurved { write(",\"curve\":\"bezier\"") }
    guard let label = route.label else { return }
    write(",\"labelBox\":{")
    write(limitsOf: label)
    write("}")
  }

  mutating func write(string text: String) {
    write("\"")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): write("\\\"")
      case UInt8(ascii: "\\"): write("\\\\")
      case ..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        write("\\u00")
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    write("\"")
  }
}
