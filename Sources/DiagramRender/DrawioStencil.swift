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
      if shape.isFine {
        return "<save/>\(shape.stencilPen)\(path(shape))\(shape.stencilEnd)<restore/>"
      }
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
      + "<background>\(path(surface))</background><foreground>\(surface.stencilTraits)<fillstroke/>"
      + "\(details)</foreground></shape>"
  }

  private func path(_ shape: SceneShape) -> String {
    let origin = box.frame.origin
    var pen = Point(x: 0, y: 0)
    let steps = shape.path.map { command in
      defer { pen = command.end ?? pen }
      return command.stencilStep(from: pen, origin: origin, isFine: shape.isFine)
    }
    return "<path>\(steps.joined())</path>"
  }
}

extension PathCommand {
  fileprivate func stencilStep(from pen: Point, origin: Point, isFine: Bool) -> String {
    let (factor, places) = isFine ? (SceneShape.finesse, 2) : (1, 0)
    func place(_ point: Point, _ number: String = "") -> String {
      let (x, y) = (point.x - factor * origin.x, point.y - factor * origin.y)
      return
        "x\(number)=\"\(decimal(x, places: places))\" y\(number)=\"\(decimal(y, places: places))\""
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

extension SceneShape {
  /// How the lines of an icon end and bend, and how much is seen through it; nothing for other shapes.
  fileprivate var stencilTraits: String {
    var traits = ""
    if let ends = paint.ends {
      let cap = ends.cap == .butt ? "flat" : ends.cap.rawValue
      traits += "<linecap cap=\"\(cap)\"/><linejoin join=\"\(ends.join.rawValue)\"/>"
    }
    if paint.opacity < 100 { traits += "<alpha alpha=\"\(decimal(paint.opacity, places: 2))\"/>" }
    return traits
  }

  /// The colours and lines of a part of an icon that is not the first one.
  fileprivate var stencilPen: String {
    var pen = stencilTraits
    if let fill = paint.fill { pen += "<fillcolor color=\"\(fill)\"/>" }
    if let stroke = paint.stroke {
      let width = decimal(paint.strokeWidth, places: 1)
      pen += "<strokecolor color=\"\(stroke)\"/><strokewidth width=\"\(width)\"/>"
    }
    return pen
  }

  fileprivate var stencilEnd: String {
    switch (paint.fill, paint.stroke) {
    case (nil, _): "<stroke/>"
    case (_, nil): "<fill/>"
    default: "<fillstroke/>"
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
