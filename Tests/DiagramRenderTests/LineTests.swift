import DiagramModel
import DiagramRender
import DiagramXML
import Testing

@Suite struct LineTests {
  /// The paths of a line as SVG: the line, then its heads.
  private func paths(_ line: SceneLine) throws -> [XMLElement] {
    let frame = Rect(x: 0, y: 0, width: 10, height: 10)
    let scene = Example.scene([Example.box("a", frame), Example.box("b", frame), .line(line)])
    let root = try XMLElement.parse(try SVGRenderer.render(scene))
    return root.elements.last?.elements ?? []
  }

  private func drawn(_ line: SceneLine) throws -> [String] {
    try paths(line).compactMap { $0[attribute: "d"] }
  }

  @Test func theTipLiesExactlyAtTheEndAndTheLineEndsInsideTheHead() throws {
    let right = Example.line("l", from: "a", to: "b", [(10, 50), (90, 50)])
    #expect(try drawn(right) == ["M10 50H81", "M90 50L80 55V45Z"])
    let up = Example.line("l", from: "a", to: "b", [(10, 90), (10, 20)], start: .arrow)
    #expect(try drawn(up) == ["M10 81V29", "M10 90L5 80H15Z", "M10 20L15 30H5Z"])
  }

  @Test func circlesAndDiamondsTouchTheEndFromOutside() throws {
    let line = Example.line(
      "l", from: "a", to: "b", [(10, 50), (90, 50)], start: .circle, end: .diamond)
    let paths = try drawn(line)
    #expect(paths[0] == "M17 50H81")
    #expect(paths[1].hasPrefix("M10 50A4 4 0 0 1 14 46") && paths[1].contains("18 50"))
    #expect(paths[2] == "M90 50L85 55L80 50L85 45Z")
  }

  @Test func aSlopingHeadIsTurnedAndItsLineStaysOnTheWay() throws {
    let line = Example.line("l", from: "a", to: "b", [(0, 0), (60, 80)])
    let paths = try paths(line)
    #expect(paths[0][attribute: "d"] == "M0 0L54 72" || paths[0][attribute: "d"] == "M0 0L57 76")
    #expect(paths[1][attribute: "d"] == "M60 80L50 75L58 69Z")
    #expect(paths[1][attribute: "transform"] == nil)
  }

  @Test func bendsHaveTheGivenRadius() throws {
    let line = Example.line(
      "l", from: "a", to: "b", [(0, 0), (50, 0), (50, 60), (100, 60)], end: .none)
    #expect(try drawn(line) == ["M0 0H42Q50 0 50 8V52Q50 60 58 60H100"])
  }

  @Test func aLineThatIsDrawnBackwardsStartsAtItsTarget() throws {
    var line = Example.line("l", from: "a", to: "b", [(0, 0), (50, 0), (50, 60)], start: .circle)
    line.paint.pattern = .dashed
    line.isDrawnBackwards = true
    let paths = try drawn(line)
    #expect(paths[0] == "M50 51V8Q50 0 42 0H7")
    line.isDrawnBackwards = false
    #expect(try drawn(line).dropFirst() == paths.dropFirst())
    #expect(try drawn(line)[0] == "M7 0H42Q50 0 50 8V51")
  }

  @Test func aBendTakesAtMostHalfOfWhatIsLeftOfAPiece() throws {
    // As draw.io has it: the second bend measures from the end of the first.
    let line = Example.line(
      "l", from: "a", to: "b", [(0, 0), (50, 0), (50, 8), (100, 8)], end: .none)
    #expect(try drawn(line) == ["M0 0H42Q50 0 50 4V6Q50 8 58 8H100"])
  }

  @Test func bendsWithoutRadiusAreSharp() throws {
    let line = Example.line(
      "l", from: "a", to: "b", [(0, 0), (50, 0), (50, 8)], radius: 0, end: .none)
    #expect(try drawn(line) == ["M0 0H50V8"])
  }

  @Test func curvesRunThroughTheMiddlesBetweenBends() throws {
    let line = Example.line(
      "l", from: "a", to: "b", [(0, 0), (40, 0), (40, 40), (80, 40)], isCurved: true, end: .none)
    #expect(try drawn(line) == ["M0 0Q40 0 40 20Q40 40 80 40"])
    let straight = Example.line(
      "l", from: "a", to: "b", [(0, 0), (40, 30)], isCurved: true, end: .none)
    #expect(try drawn(straight) == ["M0 0L40 30"])
  }

  @Test func aLineShorterThanItsHeadsDoesNotRunBackwards() throws {
    let line = Example.line("l", from: "a", to: "b", [(0, 0), (6, 0)])
    #expect(try drawn(line)[0] == "M0 0")
  }
}
