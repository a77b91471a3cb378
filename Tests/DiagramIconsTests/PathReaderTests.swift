import DiagramModel
import Foundation
import TestSupport
import Testing

@testable import DiagramIcons

@Suite struct PathReaderTests {
  private func ends(_ data: String) throws -> [String] {
    try PathReader.steps(of: data).map { step in
      step.end.map { "\(($0.x * 100).rounded() / 100) \(($0.y * 100).rounded() / 100)" } ?? "z"
    }
  }

  @Test func everyCommandLeadsWhereSVGSays() throws {
    #expect(
      try ends("M1 2L3 4l1 1H9h-1V0v2Z") == [
        "1.0 2.0", "3.0 4.0", "4.0 5.0", "9.0 5.0", "8.0 5.0", "8.0 0.0", "8.0 2.0", "z",
      ])
    #expect(try ends("m1 1 2 2 3 3") == ["1.0 1.0", "3.0 3.0", "6.0 6.0"])
    #expect(
      try ends("M0 0C1 1 2 2 3 3s1 1 2 2Q1 1 2 2t3 3") == [
        "0.0 0.0", "3.0 3.0", "5.0 5.0", "2.0 2.0", "5.0 5.0",
      ])
  }

  @Test func numbersAreReadAsCloseAsTheyStand() throws {
    #expect(try ends("M.5.5-1-1e1,2 +3") == ["0.5 0.5", "-1.0 -10.0", "2.0 3.0"])
    #expect(try ends("M0 0a1 1 0 01.5.5").last == "0.5 0.5")
    #expect(try ends("M0 0a1 1 0 1 1 0 0").count == 2)
  }

  @Test func aStepAfterAClosedLineBeginsWhereThatBegan() throws {
    #expect(
      try ends("M1 1h2v2zl5 5") == [
        "1.0 1.0", "3.0 1.0", "3.0 3.0", "z", "1.0 1.0", "6.0 6.0",
      ])
  }

  @Test(arguments: [
    "L1 1", "M1", "M1 1 L", "M1 1 X2 2", "M1 1 Q2", "M0 0 A1 1 0 2 0 3 3", "M0 0 L1e999 1",
    "M0 0 L1e9 0", "M0 0 !", "1 2", "M0 0 A1 1 0 0",
  ])
  func whatIsNoPathIsTold(data: String) {
    #expect(throws: IconProblem.self) { try PathReader.steps(of: data) }
  }

  /// The points of a curve lie on the ellipse whose piece it is, within a thousandth of its radius.
  @Test(arguments: UInt64(0)..<300)
  func arcsLieOnTheirEllipse(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let number = { Double.random(in: -50...50, using: &random) }
    let (from, to) = (ExactPoint(x: number(), y: number()), ExactPoint(x: number(), y: number()))
    let radii = ExactPoint(x: abs(number()) + 1, y: abs(number()) + 1)
    let (degrees, isLarge, isClockwise) = (number() * 8, number() > 0, number() > 0)
    let arc = try #require(
      EllipticalArc(
        from: from, to: to, radii: radii, degrees: degrees, isLarge: isLarge,
        isClockwise: isClockwise))
    let reference = Reference(from, to, radii, degrees, isLarge, isClockwise)
    var (pen, turned) = (from, 0.0)
    for (first, second, end) in arc.curves {
      for share in [0.25, 0.5, 0.75, 1] {
        let place = cubic(share, pen, first, second, end)
        #expect(abs(reference.distance(place) - 1) < 1e-3, "\(seed)")
      }
      turned += reference.angle(from: pen, to: end, isClockwise)
      pen = end
    }
    #expect(abs(pen.x - to.x) < 1e-6 && abs(pen.y - to.y) < 1e-6)
    #expect((turned > .pi + 1e-6) == (isLarge && !reference.isScaled), "\(seed): \(turned)")
  }

  private func cubic(
    _ share: Double, _ a: ExactPoint, _ b: ExactPoint, _ c: ExactPoint, _ d: ExactPoint
  ) -> ExactPoint {
    let (one, two) = (a.towards(b, share), b.towards(c, share))
    let three = c.towards(d, share)
    return one.towards(two, share).towards(two.towards(three, share), share)
  }

  /// The same ellipse by the formulas of the specification, with the sines of the C library.
  private struct Reference {
    let (center, radii, angle): (ExactPoint, ExactPoint, Double)
    let isScaled: Bool

    init(
      _ from: ExactPoint, _ to: ExactPoint, _ radii: ExactPoint, _ degrees: Double,
      _ isLarge: Bool, _ isClockwise: Bool
    ) {
      let angle = degrees * .pi / 180
      let (dx, dy) = ((from.x - to.x) / 2, (from.y - to.y) / 2)
      let x = cos(angle) * dx + sin(angle) * dy
      let y = -sin(angle) * dx + cos(angle) * dy
      let lambda = x * x / (radii.x * radii.x) + y * y / (radii.y * radii.y)
      isScaled = lambda >= 1
      let (a, b) = (radii.x * max(1, lambda.squareRoot()), radii.y * max(1, lambda.squareRoot()))
      let square = (a * a * b * b - a * a * y * y - b * b * x * x) / (a * a * y * y + b * b * x * x)
      let factor = (isLarge == isClockwise ? -1 : 1) * max(0, square).squareRoot()
      let (cx, cy) = (factor * a * y / b, -factor * b * x / a)
      center = ExactPoint(
        x: cos(angle) * cx - sin(angle) * cy + (from.x + to.x) / 2,
        y: sin(angle) * cx + cos(angle) * cy + (from.y + to.y) / 2)
      self.radii = ExactPoint(x: a, y: b)
      self.angle = angle
    }

    private func onCircle(_ point: ExactPoint) -> ExactPoint {
      let (x, y) = (point.x - center.x, point.y - center.y)
      return ExactPoint(
        x: (cos(angle) * x + sin(angle) * y) / radii.x,
        y: (-sin(angle) * x + cos(angle) * y) / radii.y)
    }

    func distance(_ point: ExactPoint) -> Double {
      let place = onCircle(point)
      return (place.x * place.x + place.y * place.y).squareRoot()
    }

    func angle(from: ExactPoint, to: ExactPoint, _ isClockwise: Bool) -> Double {
      let (one, other) = (onCircle(from), onCircle(to))
      var turn = atan2(other.y, other.x) - atan2(one.y, one.x)
      if !isClockwise { turn = -turn }
      return turn < -1e-9 ? turn + 2 * .pi : turn
    }
  }

  /// Whatever stands in a path, it is read or told.
  @Test(arguments: UInt64(0)..<300)
  func noPathEndsInATrap(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "M", "m", "L", "l", "H", "v", "C", "s", "Q", "t", "A", "a", "Z", "z", " ", ",", "-", "+", ".",
      "0", "1", "12.5", "-3", "1e3", "1e400", "-.5", "e", "1e", "é", "\u{0}", "9999999", "0 0",
      "A5 5 30 1 0 9 9", "a0 0 0 0 0 0 0", "A1e-300 1 0 0 0 1 1",
    ]
    let count = Int.random(in: 0...40, using: &random)
    let data =
      "M0 0" + (0..<count).compactMap { _ in pieces.randomElement(using: &random) }.joined()
    guard let steps = try? PathReader.steps(of: data) else { return }
    for step in steps {
      guard let end = step.end else { continue }
      #expect(end.x.isFinite && end.y.isFinite, "\(data)")
    }
  }
}
