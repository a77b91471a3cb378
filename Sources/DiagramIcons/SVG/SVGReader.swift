import DiagramModel
import DiagramXML

/// Turns the elements of an SVG file into outlines, in a system whose origin is the corner of its frame.
struct SVGReader {
  private let root: XMLElement
  private let frame: IconFrame
  private var byID: [String: XMLElement] = [:]
  private var styles = StyleSheet()
  private var parts: [IconPart] = []
  private var steps = 0
  private var elements = 0

  init(_ root: XMLElement, _ frame: IconFrame) {
    self.root = root
    self.frame = frame
  }

  /// What the file draws, from the back to the front.
  mutating func drawn() throws(SVGRefusal) -> [IconPart] {
    collect(root)
    for element in styleElements(in: root) { try styles.add(element.text) }
    var paint = SVGPaint()
    try take(root, into: &paint)
    let start = Transform.step(x: -frame.x, y: -frame.y)
    for element in root.elements { try draw(element, paint, start, depth: 0) }
    return parts
  }

  private mutating func collect(_ element: XMLElement) {
    if let id = element[attribute: "id"], byID[id] == nil { byID[id] = element }
    for inner in element.elements { collect(inner) }
  }

  private func styleElements(in element: XMLElement) -> [XMLElement] {
    element.svgName == "style" ? [element] : element.elements.flatMap { styleElements(in: $0) }
  }

  // MARK: - Elements

  private mutating func draw(
    _ element: XMLElement, _ outer: SVGPaint, _ system: Transform, depth: Int
  ) throws(SVGRefusal) {
    elements += 1
    guard depth <= IconLimits.depth, elements <= IconLimits.elements else {
      throw .broken(IconProblem("it shows elements again and again"))
    }
    var paint = outer
    try take(element, into: &paint)
    guard paint.isShown || element.svgName == "g" else { return }
    var transform = system
    if let text = element[attribute: "transform"] {
      guard let own = Transform(text) else {
        throw .broken(IconProblem("the transform “\(text.prefix(60))” is none"))
      }
      transform = own.inside(system)
    }
    switch element.svgName {
    case "g", "a":
      try checkOpacity(of: element, paint)
      for inner in element.elements { try draw(inner, paint, transform, depth: depth + 1) }
    case "use": try drawAgain(element, paint, transform, depth)
    case "path":
      guard let data = element[attribute: "d"] else { return }
      let path: [IconStep]
      do { path = try PathReader.steps(of: data) } catch { throw .broken(error) }
      try add(path, paint, transform)
    case "rect", "circle", "ellipse", "line", "polyline", "polygon":
      try add(try basicShape(of: element), paint, transform)
    case "defs", "title", "desc", "metadata", "style", "symbol", "clipPath", "mask",
      "linearGradient", "radialGradient", "filter", "pattern", "marker":
      break
    case let name where name.contains(":"): break
    case let name: throw .noOutlines("<\(name)>")
    }
  }

  /// What is seen through as a whole cannot be drawn part by part.
  private func checkOpacity(of element: XMLElement, _ paint: SVGPaint) throws(SVGRefusal) {
    if paint.opacity < 1, element.elements.count > 1 { throw .noOutlines("opacity of a group") }
  }

  private mutating func drawAgain(
    _ element: XMLElement, _ paint: SVGPaint, _ transform: Transform, _ depth: Int
  ) throws(SVGRefusal) {
    let link = element[attribute: "href"] ?? element[attribute: "xlink:href"] ?? ""
    guard let target = byID[String(link.dropFirst())] else {
      throw .broken(IconProblem("it shows “\(link.prefix(60))” again, which there is not"))
    }
    guard target.svgName != "symbol", target.svgName != "svg" else { throw .noOutlines("<symbol>") }
    let step = Transform.step(x: element.length("x") ?? 0, y: element.length("y") ?? 0)
    try draw(target, paint, step.inside(transform), depth: depth + 1)
  }

  // MARK: - Styles

  /// What an element says of its paint: its attributes, then the style sheet, then its own style.
  private func take(_ element: XMLElement, into paint: inout SVGPaint) throws(SVGRefusal) {
    // These are not passed on as they are: that of a group is taken in once.
    let outerOpacity = paint.opacity
    paint.opacity = 1
    let declared = element.attributes.map { ($0.name, $0.value) }
    let others =
      try styles.declarations(for: element)
      + StyleSheet.declarations(element[attribute: "style"] ?? "")
    for (name, value) in declared + others {
      if name == "clip-path", clipsNothing(value) { continue }
      try paint.take(name, value)
    }
    if others.contains(where: { $0.0 == "transform" }) { throw .noOutlines("transform in CSS") }
    paint.opacity *= outerOpacity
  }

  /// Whether a clip is a rectangle around the whole frame, as drawing programs write it.
  private func clipsNothing(_ value: String) -> Bool {
    guard value.hasPrefix("url(#"), value.hasSuffix(")"),
      let clip = byID[String(value.dropFirst(5).dropLast())], clip.elements.count == 1,
      let rect = clip.elements.first, rect.svgName == "rect", rect[attribute: "transform"] == nil,
      let width = rect.length("width"), let height = rect.length("height")
    else { return false }
    let (x, y) = (rect.length("x") ?? 0, rect.length("y") ?? 0)
    return x <= frame.x && y <= frame.y && x + width >= frame.x + frame.width
      && y + height >= frame.y + frame.height
  }

  // MARK: - Paths

  private mutating func add(
    _ path: [IconStep], _ paint: SVGPaint, _ transform: Transform
  ) throws(SVGRefusal) {
    guard paint.isShown, path.count > 1 else { return }
    steps += path.count
    guard steps <= IconLimits.steps else {
      throw .broken(IconProblem("its paths have more than \(IconLimits.steps) steps"))
    }
    let placed = path.map { $0.mapping(transform.place) }
    guard placed.allSatisfy({ $0.isInside(IconLimits.coordinate) }) else {
      throw .broken(IconProblem("it draws far outside of its frame"))
    }
    let opacity = { (share: Double) in nearest(share * paint.opacity * 100) }
    if let fill = paint.fill, opacity(paint.fillOpacity) > 0 {
      guard let outline = paint.isEvenOdd ? placed.withoutRule : placed else {
        throw .noOutlines("fill-rule")
      }
      parts.append(
        IconPart(path: outline, fill: fill, stroke: nil, opacity: opacity(paint.fillOpacity)))
    }
    if let stroke = paint.stroke, opacity(paint.strokeOpacity) > 0, paint.strokeWidth > 0 {
      guard transform.isUniform else { throw .noOutlines("a line of several widths") }
      var part = IconPart(
        path: placed, fill: nil, stroke: stroke, strokeWidth: paint.strokeWidth * transform.scale,
        opacity: opacity(paint.strokeOpacity))
      part.ends = LineEnds(cap: paint.cap, join: paint.join)
      parts.append(part)
    }
    if paint.opacity < 1, paint.fill != nil, paint.stroke != nil {
      throw .noOutlines("opacity of a fill and its line")
    }
  }
}

extension IconStep {
  /// Whether all its points are numbers within a limit, either way.
  fileprivate func isInside(_ limit: Double) -> Bool {
    let points: [ExactPoint] =
      switch self {
      case .move(let point), .line(let point): [point]
      case .cubic(let first, let second, let end): [first, second, end]
      case .close: []
      }
    // What is no number is within no limit.
    return points.allSatisfy { abs($0.x) <= limit && abs($0.y) <= limit }
  }
}
