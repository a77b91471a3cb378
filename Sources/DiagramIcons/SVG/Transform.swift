import DiagramModel

/// How a system of coordinates lies in another one.
///
/// > Source: SVG 1.1, chapter 7.6.
struct Transform: Hashable {
  var a = 1.0
  var b = 0.0
  var c = 0.0
  var d = 1.0
  var e = 0.0
  var f = 0.0

  /// What a transform attribute says; nil where it is none.
  init?(_ text: String) {
    var scanner = NumberScanner(text)
    while !scanner.isAtEnd {
      guard let name = scanner.function() else { return nil }
      var numbers: [Double] = []
      while let number = scanner.number(), numbers.count < 7 { numbers.append(number) }
      guard scanner.closeBracket(), let step = Transform(name, numbers) else { return nil }
      self = step.inside(self)
    }
    guard [a, b, c, d, e, f].allSatisfy({ abs($0) <= IconLimits.coordinate }) else { return nil }
  }

  init() {}

  private init(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, _ f: Double) {
    (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
  }

  private init?(_ name: String, _ numbers: [Double]) {
    switch (name, numbers.count) {
    case ("matrix", 6):
      self.init(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
    case ("translate", 1...2): self.init(1, 0, 0, 1, numbers[0], numbers.count > 1 ? numbers[1] : 0)
    case ("scale", 1...2): self.init(numbers[0], 0, 0, numbers[numbers.count - 1], 0, 0)
    case ("rotate", 1), ("rotate", 3):
      let (sine, cosine) = sineAndCosine(degrees: numbers[0])
      let center = numbers.count == 3 ? (numbers[1], numbers[2]) : (0, 0)
      self.init(
        cosine, sine, -sine, cosine, center.0 - cosine * center.0 + sine * center.1,
        center.1 - sine * center.0 - cosine * center.1)
    case ("skewX", 1):
      let (sine, cosine) = sineAndCosine(degrees: numbers[0])
      self.init(1, 0, sine / cosine, 1, 0, 0)
    case ("skewY", 1):
      let (sine, cosine) = sineAndCosine(degrees: numbers[0])
      self.init(1, sine / cosine, 0, 1, 0, 0)
    default: return nil
    }
  }

  /// A step by so much.
  static func step(x: Double, y: Double) -> Transform { Transform(1, 0, 0, 1, x, y) }

  /// This one, in a system that lies in another one.
  func inside(_ outer: Transform) -> Transform {
    Transform(
      outer.a * a + outer.c * b, outer.b * a + outer.d * b,
      outer.a * c + outer.c * d, outer.b * c + outer.d * d,
      outer.a * e + outer.c * f + outer.e, outer.b * e + outer.d * f + outer.f)
  }

  func place(_ point: ExactPoint) -> ExactPoint {
    ExactPoint(x: a * point.x + c * point.y + e, y: b * point.x + d * point.y + f)
  }

  /// How much larger lines become.
  var scale: Double { abs(a * d - b * c).squareRoot() }

  /// Whether it is the same in all directions, so that lines keep one width.
  var isUniform: Bool {
    let (first, second) = (a * a + b * b, c * c + d * d)
    return abs(first - second) <= 1e-3 * max(first, second)
      && abs(a * c + b * d) <= 1e-3 * max(first, second)
  }
}
