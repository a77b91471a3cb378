extension ShapeName {
  /// A printed document, whose lower edge is a wave.
  public static let document = ShapeName(Document.self)
}

/// A sheet that ends in a wave.
enum Document: Shape {
  static let name = "document"
  static let keepsSize = false

  static func size(around text: Size) -> Size {
    Size(width: text.width, height: text.height + fullWave)
  }

  static func textInsets(in size: Size) -> Insets {
    Insets(top: 0, left: 0, bottom: wave(in: size), right: 0)
  }

  static func outline(of size: Size, radius: Int) -> Outline {
    let (wave, width, height) = (wave(in: size), size.width, size.height)
    // The wave swings by half of its height to both sides of its middle.
    let middle = height - wave / 2
    return Outline([
      .move(0, 0), .line(width, 0), .line(width, middle),
      .quadratic(
        control: Point(x: width - width / 4, y: middle - wave), to: Point(x: width / 2, y: middle)),
      .quadratic(control: Point(x: width / 4, y: middle + wave), to: Point(x: 0, y: middle)),
      .close,
    ])
  }

  private static let fullWave = 16

  private static func wave(in size: Size) -> Int { min(fullWave, size.height / 4) / 2 * 2 }
}
