import DiagramModel
import DiagramXML
import Foundation
import Testing

@testable import DiagramRender

/// Outlines that draw.io is given in the style of a cell.
@Suite struct DrawioStencilTests {
  private func box(_ path: [PathCommand], details: [PathCommand] = []) -> SceneBox {
    let paint = Paint(fill: nil, stroke: Color(0), strokeWidth: 10, pattern: .solid)
    var box = SceneBox(
      id: "a", parent: nil, frame: Rect(x: 100, y: 50, width: 40, height: 20), shape: .box,
      radius: 0, paint: paint, text: nil, isContainer: false)
    box.shapes = [SceneShape(path: path, paint: paint), SceneShape(path: details, paint: paint)]
    return box
  }

  /// The XML in a style, as draw.io reads it.
  private func xml(_ style: String) throws -> XMLElement {
    let text = try #require(style.wholeMatch(of: /stencil\((.*)\)/)).1
    var bytes = Array(try #require(Data(base64Encoded: String(text))))
    var content: [UInt8] = []
    var isLast = false
    while !isLast {
      isLast = bytes[0] == 1
      let length = Int(bytes[1]) | Int(bytes[2]) << 8
      try #require(length ^ (Int(bytes[3]) | Int(bytes[4]) << 8) == 0xFFFF)
      content += bytes[5..<(5 + length)]
      bytes.removeFirst(5 + length)
    }
    try #require(bytes.isEmpty)
    return try XMLElement.parse(content)
  }

  @Test func everyStepOfAPathIsSaid() throws {
    let path: [PathCommand] = [
      .move(100, 50), .line(120, 50), .arc(clockwise: false, to: Point(x: 130, y: 60)),
      .quadratic(control: Point(x: 140, y: 60), to: Point(x: 140, y: 70)),
      .cubic(
        first: Point(x: 130, y: 70), second: Point(x: 120, y: 60), to: Point(x: 100, y: 70)),
      .close,
    ]
    let shape = try xml(
      DrawioStencil(box(path, details: [.move(100, 60), .line(140, 60)])).description)
    #expect(shape[attribute: "w"] == "40" && shape[attribute: "h"] == "20")
    let steps = try #require(shape.elements.first?.elements.first).elements.map { step in
      ([step.name] + step.attributes.map(\.value)).joined(separator: " ")
    }
    #expect(
      steps == [
        "move 0 0", "line 20 0", "arc 10 10 0 0 0 30 10", "quad 40 10 40 20",
        "curve 30 20 20 10 0 20", "close",
      ])
    #expect(shape.elements.last?.elements.map(\.name) == ["fillstroke", "path", "stroke"])
  }

  @Test(arguments: [1, 2, 3, 20_000])
  func longAndShortOutlinesAreReadBack(count: Int) throws {
    let path = [PathCommand.move(100, 50)] + (0..<count).map { .line(100 + $0 % 40, 60) }
    let shape = try xml(DrawioStencil(box(path)).description)
    #expect(shape.elements.first?.elements.first?.elements.count == count + 1)
  }
}
