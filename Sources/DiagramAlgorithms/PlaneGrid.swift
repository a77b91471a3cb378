package import DiagramModel

/// Rectangles, found by where they lie.
///
/// The plane is divided into square cells, about as many as there are rectangles; each rectangle is
/// listed in every cell that it touches.
package struct PlaneGrid: Sendable {
  private let origin: Point
  private let cellSize: Int
  private let columnCount: Int
  private let rowCount: Int
  /// The first entry of each cell, row by row; -1 for none.
  private var firsts: [Int32]
  private var entries: [Entry] = []
  private(set) var rects: [Rect] = []

  private struct Entry: Sendable {
    var rect: Int32
    var next: Int32
  }

  private static let leastCellSize = 64

  /// An empty grid.
  ///
  /// - Parameters:
  ///   - bounds: where most rectangles will lie; those outside are found too.
  ///   - count: about how many there will be.
  package init(bounds: Rect, count: Int) {
    let area = max(bounds.size.width, 1) * max(bounds.size.height, 1)
    let side = Int((Double(area) / Double(max(count, 1))).squareRoot())
    cellSize = max(side, Self.leastCellSize)
    origin = bounds.origin
    columnCount = bounds.size.width / cellSize + 1
    rowCount = bounds.size.height / cellSize + 1
    firsts = [Int32](repeating: -1, count: columnCount * rowCount)
  }

  /// Adds a rectangle and returns its index.
  package mutating func insert(_ rect: Rect) -> Int {
    let index = rects.count
    rects.append(rect)
    let (columns, rows) = cells(of: rect)
    for row in rows {
      for column in columns {
        let cell = row * columnCount + column
        entries.append(Entry(rect: Int32(index), next: firsts[cell]))
        firsts[cell] = Int32(entries.count - 1)
      }
    }
    return index
  }

  /// Takes a rectangle out of all cells; its index stays used.
  package mutating func remove(_ index: Int) {
    let (columns, rows) = cells(of: rects[index])
    for row in rows {
      for column in columns {
        let cell = row * columnCount + column
        var previous = -1
        var entry = Int(firsts[cell])
        while entry >= 0, Int(entries[entry].rect) != index {
          (previous, entry) = (entry, Int(entries[entry].next))
        }
        guard entry >= 0 else { continue }
        if previous < 0 {
          firsts[cell] = entries[entry].next
        } else {
          entries[previous].next = entries[entry].next
        }
      }
    }
  }

  /// Whether all rectangles that touch `rect` satisfy a condition; each is asked once.
  package func all(near rect: Rect, satisfy condition: (Int) -> Bool) -> Bool {
    let (columns, rows) = cells(of: rect)
    for row in rows {
      for column in columns {
        var entry = Int(firsts[row * columnCount + column])
        while entry >= 0 {
          let index = Int(entries[entry].rect)
          entry = Int(entries[entry].next)
          let other = rects[index]
          guard other.minX <= rect.maxX, rect.minX <= other.maxX, other.minY <= rect.maxY,
            rect.minY <= other.maxY,
            // Of the cells that both touch, only the first one counts.
            column == max(columns.lowerBound, self.column(other.minX)),
            row == max(rows.lowerBound, self.row(other.minY))
          else { continue }
          guard condition(index) else { return false }
        }
      }
    }
    return true
  }

  private func cells(of rect: Rect) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    (column(rect.minX)...column(rect.maxX), row(rect.minY)...row(rect.maxY))
  }

  private func column(_ x: Int) -> Int {
    min(max((x - origin.x) / cellSize, 0), columnCount - 1)
  }

  private func row(_ y: Int) -> Int { min(max((y - origin.y) / cellSize, 0), rowCount - 1) }
}
