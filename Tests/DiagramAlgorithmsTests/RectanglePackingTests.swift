import DiagramModel
import Testing

@testable import DiagramAlgorithms

@Suite struct OrthogonalPackingTests {
  @Test(arguments: UInt64(0)..<200)
  func rectanglesKeepTheirDistance(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let sizes = (0..<(1 + random.number(below: 20))).map { _ in
      Size(width: 10 + random.number(below: 200), height: 10 + random.number(below: 100))
    }
    let packing = RectanglePacking(spacing: 40).pack(sizes)
    let frames = zip(packing.origins, sizes).map { Rect(origin: $0, size: $1) }
    for (position, frame) in frames.enumerated() {
      #expect(Rect(origin: Point(x: 0, y: 0), size: packing.size).contains(frame))
      for other in frames[(position + 1)...] {
        let apart = Rect(
          minX: frame.minX - 40, minY: frame.minY - 40, maxX: frame.maxX + 40, maxY: frame.maxY + 40
        )
        #expect(!apart.intersects(other))
      }
    }
  }

  @Test func equalRectanglesStandInAGrid() {
    let packing = RectanglePacking(spacing: 10).pack(
      Array(repeating: Size(width: 60, height: 40), count: 12))
    #expect(Set(packing.origins.map(\.x)).count * Set(packing.origins.map(\.y)).count == 12)
  }

  @Test func nothingNeedsNoRoom() {
    #expect(RectanglePacking(spacing: 10).pack([]).size == .zero)
  }
}
