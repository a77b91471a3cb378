import DiagramModel
import Testing

@testable import DiagramAlgorithms

@Suite struct OrthogonalPackingTests {
  @Test(arguments: UInt64(0)..<200, [false, true])
  func rectanglesKeepTheirDistance(seed: UInt64, isInRows: Bool) {
    var random = SeededGenerator(seed: seed)
    let sizes = (0..<(1 + random.number(below: 20))).map { _ in
      Size(width: 10 + random.number(below: 200), height: 10 + random.number(below: 100))
    }
    let packing = RectanglePacking(spacing: 40, isInRows: isInRows).pack(sizes)
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

  @Test(arguments: UInt64(0)..<50)
  func rowsStandBelowEachOther(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let sizes = (0..<12).map { _ in
      Size(width: 10 + random.number(below: 200), height: 10 + random.number(below: 100))
    }
    let packing = RectanglePacking(spacing: 20, isInRows: true).pack(sizes)
    let rows = Dictionary(grouping: sizes.indices) { packing.origins[$0].y }
    for (y, members) in rows {
      let bottom = members.map { y + sizes[$0].height }.max() ?? 0
      #expect(rows.keys.allSatisfy { $0 <= y || $0 == bottom + 20 || $0 > bottom + 20 })
    }
  }

  /// Only strips of about the wanted shape are filled then; to fill a thousand takes minutes.
  @Test(arguments: [false, true]) func manyRectanglesTakeTheWantedShape(isInRows: Bool) {
    var random = SeededGenerator(seed: 1)
    let sizes = (0..<4000).map { _ in
      Size(width: 40 + random.number(below: 100), height: 30 + random.number(below: 30))
    }
    let whole = RectanglePacking(spacing: 20, isInRows: isInRows).pack(sizes).size
    let filled = sizes.reduce(0) { $0 + ($1.width + 20) * ($1.height + 20) }
    #expect(whole.width * whole.height * 10 < filled * 12)
    #expect(abs(2 * whole.width - 3 * whole.height) * 10 < 3 * whole.height)
  }

  @Test func nothingNeedsNoRoom() {
    #expect(RectanglePacking(spacing: 10).pack([]).size == .zero)
  }
}
