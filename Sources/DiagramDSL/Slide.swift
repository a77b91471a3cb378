/// The room that pictures have on a slide of 1920×1080 pixels, below its heading.
public struct Slide: Hashable, Sendable {
  /// The shares of the width and of the height, from 0.1 to 1.
  package let width: Double
  package let height: Double

  /// All of the slide.
  public static let full = Slide(width: 1, height: 1)

  /// A share of the width, from 0.1 to 1: `.width(0.5)` leaves the other half to a text.
  public static func width(_ share: Double) -> Slide { Slide(width: share, height: 1) }

  /// A share of the height, from 0.1 to 1: `.height(0.5)` leaves the other half to a text.
  public static func height(_ share: Double) -> Slide { Slide(width: 1, height: share) }
}

extension Slide {
  /// Whether both shares can be drawn.
  package var isValid: Bool { [width, height].allSatisfy { $0 >= 0.1 && $0 <= 1 } }

  /// The room in pixels; all of the slide if a share cannot be drawn.
  package var room: Size {
    guard isValid else { return Slide.full.room }
    return Size(width: Int(width * 1824 + 0.5), height: Int(height * 850 + 0.5))
  }

  /// The size in pixels in which a picture fills the room, its units at most 1.75 times as large: a text of
  /// 20 units is then 35 pixels high.
  package func naturalSize(of canvas: Size) -> Size {
    let ratios = [
      (175, 100), (room.width, max(canvas.width, 1)), (room.height, max(canvas.height, 1)),
    ]
    let factor = ratios.min { $0.0 * $1.1 < $1.0 * $0.1 } ?? (1, 1)
    func scaled(_ extent: Int) -> Int { max(1, (extent * factor.0 + factor.1 / 2) / factor.1) }
    return Size(width: scaled(canvas.width), height: scaled(canvas.height))
  }
}
