/// What is too large to be drawn, and how much of a drawing has been read.
///
/// Coordinates have room to spare in 32 bits then, and their products in 64.
struct DrawingLimits {
  /// The longest side of a node or label.
  static let length = 1_000_000
  /// How long all widths, or all heights, may be together.
  static let extent = 100_000_000
  /// How deep nodes may lie in each other: what places them calls itself as often, in less than 1 MB of stack in all.
  static let depth = 1000

  private var widths = 0
  private var heights = 0

  /// The width of one thing more; none if there is no field.
  mutating func width(_ field: JSONField?) throws(InterchangeError) -> Int {
    try Self.length(field, &widths, "widths")
  }

  /// The height of one thing more; none if there is no field.
  mutating func height(_ field: JSONField?) throws(InterchangeError) -> Int {
    try Self.length(field, &heights, "heights")
  }

  private static func length(
    _ field: JSONField?, _ sum: inout Int, _ what: String
  ) throws(InterchangeError) -> Int {
    guard let field else { return 0 }
    let length = try field.length()
    sum += length
    guard sum <= extent else {
      throw field.error("\(what) that are more than \(extent) together cannot be drawn")
    }
    return length
  }
}
