extension ShapeName {
  /// A note with a dog-ear, for what is said about something.
  public static let note = ShapeName(Note.self)
}

/// A sheet whose lower right corner is turned up.
enum Note: Shape {
  static let name = "note"
  static let keepsSize = false

  static func size(around text: Size) -> Size {
    Size(width: text.width + fullEar / 2, height: text.height)
  }

  static func textInsets(in size: Size) -> Insets { .zero }

  static func outline(of size: Size, radius: Int) -> Outline {
    let (ear, width, height) = (ear(in: size), size.width, size.height)
    return Outline(
      .polygon(
        (0, 0), (width, 0), (width, height - ear), (width - ear, height), (0, height)),
      details: [
        .move(width - ear, height), .line(width - ear, height - ear), .line(width, height - ear),
      ])
  }

  private static let fullEar = 16

  private static func ear(in size: Size) -> Int { min(fullEar, size.width / 3, size.height / 3) }
}
