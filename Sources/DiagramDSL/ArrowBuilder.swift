/// Collects arrows, for a function that returns several of them, for pictures and sequences alike:
///
/// ```swift
/// @ArrowBuilder func checkout(_ shop: Component, _ bank: Component) -> [Arrow] {
///   (shop --> bank).label("pay")
///   shop <-- bank
/// }
/// ```
@resultBuilder
public enum ArrowBuilder {
  /// An arrow or several.
  public static func buildExpression(
    _ arrows: some ArrowContent, file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> [Arrow] {
    arrows.placed(at: Origin(file: file, line: line, column: column))
  }
  /// Tells what to write instead.
  @available(
    *, unavailable,
    message:
      "here stand arrows; boxes with their arrows are what `@PictureBuilder func … -> some PictureContent` returns"
  )
  public static func buildExpression(_ content: some Content) -> [Arrow] { [] }

  /// Puts statements together, in their order.
  public static func buildBlock(_ parts: [Arrow]...) -> [Arrow] { parts.flatMap(\.self) }
  /// What an `if` without `else` gives.
  public static func buildOptional(_ part: [Arrow]?) -> [Arrow] { part ?? [] }
  /// What an `if` gives.
  public static func buildEither(first: [Arrow]) -> [Arrow] { first }
  /// What an `else` gives.
  public static func buildEither(second: [Arrow]) -> [Arrow] { second }
  /// What a `for` gives, round by round.
  public static func buildArray(_ parts: [[Arrow]]) -> [Arrow] { parts.flatMap(\.self) }
  /// What an `if #available` gives.
  public static func buildLimitedAvailability(_ part: [Arrow]) -> [Arrow] { part }
}
