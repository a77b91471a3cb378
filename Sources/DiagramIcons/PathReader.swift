package import DiagramModel

/// Reads the path data of SVG: what the attribute `d` holds.
///
/// Quadratic curves and arcs become cubic ones; an arc is cut into quarters at most.
///
/// > Source: SVG 2, chapter 9.3, and its appendix on elliptical arcs.
package struct PathReader {
  private var scanner: NumberScanner
  private var steps: [IconStep] = []
  private var start = ExactPoint(x: 0, y: 0)
  private var pen = ExactPoint(x: 0, y: 0)
  /// The last control point of a cubic or quadratic curve, which the next one may mirror.
  private var cubicControl: ExactPoint?
  private var quadraticControl: ExactPoint?

  /// The steps of path data.
  ///
  /// - Throws: ``IconProblem`` where it is no path data, or has more than ``IconLimits/steps`` steps.
  package static func steps(of data: String) throws(IconProblem) -> [IconStep] {
    var reader = PathReader(scanner: NumberScanner(data))
    try reader.readAll()
    return reader.steps
  }

  private init(scanner: NumberScanner) { self.scanner = scanner }

  private mutating func readAll() throws(IconProblem) {
    while let letter = scanner.letter() {
      let isRelative = letter >= UInt8(ascii: "a")
      let command = letter & 0xDF
      guard !steps.isEmpty || command == UInt8(ascii: "M") else {
        throw IconProblem("a path begins with no move")
      }
      var isFirst = true
      repeat {
        try read(command, isRelative, isFirst)
        isFirst = false
        guard steps.count <= IconLimits.steps else {
          throw IconProblem("a path has more than \(IconLimits.steps) steps")
        }
      } while command != UInt8(ascii: "Z") && scanner.isAtNumber
    }
    guard scanner.isAtEnd else { throw IconProblem("a path holds what is no path") }
  }

  private mutating func read(
    _ command: UInt8, _ isRelative: Bool, _ isFirst: Bool
  ) throws(IconProblem) {
    let (cubic, quadratic) = (cubicControl, quadraticControl)
    (cubicControl, quadraticControl) = (nil, nil)
    switch command {
    case UInt8(ascii: "M"):
      let point = try point(isRelative)
      // Pairs that follow the first one are lines.
      if isFirst {
        start = point
        pen = point
        steps.append(.move(point))
      } else {
        line(to: point)
      }
    case UInt8(ascii: "L"): line(to: try point(isRelative))
    case UInt8(ascii: "H"):
      line(to: ExactPoint(x: try number() + (isRelative ? pen.x : 0), y: pen.y))
    case UInt8(ascii: "V"):
      line(to: ExactPoint(x: pen.x, y: try number() + (isRelative ? pen.y : 0)))
    case UInt8(ascii: "C"):
      curve(try point(isRelative), try point(isRelative), try point(isRelative))
    case UInt8(ascii: "S"):
      curve(
        cubic.map { pen.mirrored($0) } ?? pen, try point(isRelative), try point(isRelative))
    case UInt8(ascii: "Q"): quadraticCurve(try point(isRelative), try point(isRelative))
    case UInt8(ascii: "T"):
      quadraticCurve(quadratic.map { pen.mirrored($0) } ?? pen, try point(isRelative))
    case UInt8(ascii: "A"): try arc(isRelative)
    case UInt8(ascii: "Z"):
      steps.append(.close)
      pen = start
    default: throw IconProblem("a path has a step that there is not")
    }
  }

  private mutating func line(to point: ExactPoint) {
    reopen()
    steps.append(.line(point))
    pen = point
  }

  private mutating func curve(_ first: ExactPoint, _ second: ExactPoint, _ end: ExactPoint) {
    reopen()
    steps.append(.cubic(first, second, end))
    cubicControl = second
    pen = end
  }

  private mutating func quadraticCurve(_ control: ExactPoint, _ end: ExactPoint) {
    let from = pen
    curve(from.towards(control, 2.0 / 3), end.towards(control, 2.0 / 3), end)
    cubicControl = nil
    quadraticControl = control
  }

  private mutating func arc(_ isRelative: Bool) throws(IconProblem) {
    let radii = ExactPoint(x: abs(try number()), y: abs(try number()))
    let rotation = try number()
    let isLarge = try flag()
    let isClockwise = try flag()
    let end = try point(isRelative)
    let arc = EllipticalArc(
      from: pen, to: end, radii: radii, degrees: rotation, isLarge: isLarge,
      isClockwise: isClockwise)
    guard let arc else { return line(to: end) }
    for (first, second, end) in arc.curves { curve(first, second, end) }
    // The next step goes on from exactly where the arc ends.
    pen = end
    cubicControl = nil
  }

  /// What follows a closed line without a move begins where that began.
  private mutating func reopen() {
    if case .close = steps.last { steps.append(.move(start)) }
  }

  private mutating func point(_ isRelative: Bool) throws(IconProblem) -> ExactPoint {
    let (x, y) = (try number(), try number())
    return isRelative ? ExactPoint(x: pen.x + x, y: pen.y + y) : ExactPoint(x: x, y: y)
  }

  private mutating func number() throws(IconProblem) -> Double {
    guard let number = scanner.number(), abs(number) <= IconLimits.coordinate else {
      throw IconProblem("a path lacks a number, or has one that is too large")
    }
    return number
  }

  private mutating func flag() throws(IconProblem) -> Bool {
    guard let flag = scanner.flag() else { throw IconProblem("an arc of a path lacks a flag") }
    return flag
  }
}

extension ExactPoint {
  /// Another point, as far on the other side of this one.
  fileprivate func mirrored(_ other: ExactPoint) -> ExactPoint {
    ExactPoint(x: 2 * x - other.x, y: 2 * y - other.y)
  }
}
