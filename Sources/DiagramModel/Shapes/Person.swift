extension ShapeName {
  /// A person, for users and roles; the text lies in the body.
  public static let person = ShapeName(Person.self)
}

/// A head above shoulders.
enum Person: Shape {
  static let name = "person"
  static let keepsSize = true

  static func size(around text: Size) -> Size {
    Size(
      width: max(text.width, 2 * fullHead),
      height: fullHead + neck + max(text.height + collar, leastBody))
  }

  static func textInsets(in size: Size) -> Insets {
    let head = head(in: size)
    return Insets(top: head + neck(in: size) + collar(in: size), left: 0, bottom: 0, right: 0)
  }

  static func outline(of size: Size, radius: Int) -> Outline {
    let (width, height) = (size.width, size.height)
    let head = head(in: size)
    let top = head + neck(in: size)
    let shoulder = min(fullShoulder, width / 2, height - top)
    let corner = max(0, min(radius, width / 2, height - top - shoulder))
    let foot: [PathCommand] =
      corner > 0
      ? [
        .line(width, height - corner), .arc(width - corner, height), .line(corner, height),
        .arc(0, height - corner),
      ] : [.line(width, height), .line(0, height)]
    return Outline(
      .ellipse(x: width / 2 - head / 2, y: 0, width: head, height: head)
        + [.move(shoulder, top), .line(width - shoulder, top), .arc(width, top + shoulder)]
        + foot + [.line(0, top + shoulder), .arc(shoulder, top), .close])
  }

  /// The diameter of a head, the gap under it, the radius of the shoulders, and the room between
  /// them and the text, where there is room for all.
  private static let (fullHead, neck, fullShoulder, collar) = (32, 4, 18, 2)
  /// So high is a body at least: an arrow to the middle of a side meets it below the shoulder.
  private static let leastBody = 60

  private static func head(in size: Size) -> Int {
    min(fullHead, size.width, size.height * 2 / 5) / 2 * 2
  }

  private static func neck(in size: Size) -> Int { min(neck, size.height / 10) }

  private static func collar(in size: Size) -> Int { min(collar, size.height / 20) }
}
