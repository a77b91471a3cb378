import DiagramModel
import TestSupport
import Testing

@testable import DiagramAlgorithms

@Suite struct PlaneGridTests {
  @Test(arguments: UInt64(0)..<60)
  func findsEachRectangleThatTouchesOnce(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func rect() -> Rect {
      Rect(
        x: Int.random(in: -400...900, using: &random),
        y: Int.random(in: -400...900, using: &random),
        width: Int.random(in: 0...300, using: &random),
        height: Int.random(in: 0...300, using: &random))
    }
    // Some lie outside the bounds.
    var grid = PlaneGrid(bounds: Rect(x: -100, y: 0, width: 600, height: 500), count: 30)
    let rects = (0..<30).map { _ in rect() }
    for (index, rect) in rects.enumerated() { #expect(grid.insert(rect) == index) }
    var isThere = [Bool](repeating: true, count: rects.count)
    for index in stride(from: 0, to: rects.count, by: 3) {
      grid.remove(index)
      isThere[index] = false
    }
    for _ in 0..<20 {
      let sought = rect()
      var found: [Int] = []
      #expect(
        grid.all(near: sought) { index in
          found.append(index)
          return true
        })
      let expected = rects.indices.filter { index in
        isThere[index] && rects[index].minX <= sought.maxX && sought.minX <= rects[index].maxX
          && rects[index].minY <= sought.maxY && sought.minY <= rects[index].maxY
      }
      #expect(found.sorted() == expected)
      #expect(grid.all(near: sought) { _ in false } == expected.isEmpty)
    }
  }
}
