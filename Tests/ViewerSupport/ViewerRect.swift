import DiagramModel

/// A place that a browser measured.
package struct ViewerPoint: Hashable, Sendable, Decodable {
  package let x: Double
  package let y: Double
}

/// A rectangle that a browser measured.
package struct ViewerRect: Hashable, Sendable, Decodable {
  package let x: Double
  package let y: Double
  package let width: Double
  package let height: Double

  package var maxX: Double { x + width }
  package var maxY: Double { y + height }
  package var midY: Double { y + height / 2 }
}

extension ViewerRect {
  /// A canvas of a size.
  init(_ size: Size) {
    self.init(x: 0, y: 0, width: Double(size.width), height: Double(size.height))
  }

  /// The largest distance between two equal sides.
  func distance(from rect: Rect) -> Double {
    [
      abs(x - Double(rect.minX)), abs(y - Double(rect.minY)), abs(maxX - Double(rect.maxX)),
      abs(maxY - Double(rect.maxY)),
    ].max() ?? 0
  }

  /// The largest distance between the left sides, the right sides and the middle lines: a browser's
  /// rectangle is as high as ascent and descent, the scene's as its line height.
  func textDistance(from rect: Rect, middle: Double) -> Double {
    [abs(x - Double(rect.minX)), abs(maxX - Double(rect.maxX)), abs(midY - middle)].max() ?? 0
  }

  /// Whether it lies inside or on the outline, but for half a unit.
  func lies(in rect: Rect) -> Bool {
    x >= Double(rect.minX) - 0.5 && y >= Double(rect.minY) - 0.5
      && maxX <= Double(rect.maxX) + 0.5 && maxY <= Double(rect.maxY) + 0.5
  }
}

extension String {
  /// Its words, whatever is between them.
  var words: [Substring] { split(whereSeparator: \.isWhitespace) }
}
