import DiagramModel

/// The outline of a box as the shape of its cell, where draw.io has none of that kind.
///
/// draw.io reads the XML of a stencil out of the style: deflated, in base64.
///
/// > Source: `mxCellRenderer.createShape` and `Graph.decompress` of draw.io 29.2.7; RFC 1951 and 4648.
struct DrawioStencil: CustomStringConvertible {
  private let box: SceneBox

  init(_ box: SceneBox) { self.box = box }

  var description: String { "stencil(\(base64(storedBlocks(Array(xml.utf8)))))" }

  /// The first shape has the fill and pen of the cell, so that a person can change them; the others are
  /// lines in its pen, or have colours of their own.
  private var xml: String {
    let size = box.frame.size
    let head =
      "<shape w=\"\(size.width)\" h=\"\(size.height)\" aspect=\"variable\" strokewidth=\"inherit\">"
    guard let surface = box.shapes.first else { return head + "</shape>" }
    let details = box.shapes.dropFirst().map { shape in
      if let fill = shape.paint.fill, fill != box.paint.fill, shape.paint.stroke == nil {
        return "<save/><fillcolor color=\"\(fill)\"/>\(path(shape))<fill/><restore/>"
      }
      guard shape.paint.stroke != box.paint.stroke, let color = shape.paint.stroke else {
        return path(shape) + (shape.paint.fill == nil ? "<stroke/>" : "<fillstroke/>")
      }
      let width = decimal(shape.paint.strokeWidth, places: 1)
      return "<save/><strokecolor color=\"\(color)\"/><strokewidth width=\"\(width)\"/>"
        + "<dashed dashed=\"0\"/>\(path(shape))<stroke/><restore/>"
    }.joined()
    return head
      + "<background>\(path(surface))</background><foreground><fillstroke/>\(details)</foreground></shape>"
  }

  private func path(_ shape: SceneShape) -> String {
    let origin = box.frame.origin
    var pen = Point(x: 0, y: 0)
    let steps = shape.path.map { command in
      defer { pen = command.end ?? pen }
      return command.stencilStep(from: pen, origin: origin)
    }
    return "<path>\(steps.joined())</path>"
  }
}

extension PathCommand {
  fileprivate func stencilStep(from pen: Point, origin: Point) -> String {
    func place(_ point: Point, _ number: String = "") -> String {
      "x\(number)=\"\(point.x - origin.x)\" y\(number)=\"\(point.y - origin.y)\""
    }
    switch self {
    case .move(let point): return "<move \(place(point))/>"
    case .line(let point): return "<line \(place(point))/>"
    case .arc(let isClockwise, let point):
      let radii = "rx=\"\(abs(point.x - pen.x))\" ry=\"\(abs(point.y - pen.y))\""
      let flags = "x-axis-rotation=\"0\" large-arc-flag=\"0\" sweep-flag=\"\(isClockwise ? 1 : 0)\""
      return "<arc \(radii) \(flags) \(place(point))/>"
    case .quadratic(let control, let point):
      return "<quad \(place(control, "1")) \(place(point, "2"))/>"
    case .cubic(let first, let second, let point):
      return "<curve \(place(first, "1")) \(place(second, "2")) \(place(point, "3"))/>"
    case .close: return "<close/>"
    }
  }
}

/// Bytes in the format `deflate`, which holds them as they are.
private func storedBlocks(_ bytes: [UInt8]) -> [UInt8] {
  var output: [UInt8] = []
  var rest = bytes[...]
  repeat {
    let block = rest.prefix(0xFFFF)
    rest = rest.dropFirst(block.count)
    let length = UInt16(block.count)
    output.append(rest.isEmpty ? 1 : 0)
    for number in [length, ~length] { output += [UInt8(number & 0xFF), UInt8(number >> 8)] }
    output += block
  } while !rest.isEmpty
  return output
}

private func base64(_ bytes: [UInt8]) -> String {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var output: [UInt8] = []
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let number = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    for digit in 0...3 {
      let isFilling = digit > group.count
      output.append(isFilling ? UInt8(ascii: "=") : digits[number >> (18 - 6 * digit) & 63])
    }
  }
  return String(decoding: output, as: UTF8.self)
}
