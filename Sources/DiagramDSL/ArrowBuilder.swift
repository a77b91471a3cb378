/// Collects arrows, for a function that returns several of them, for pictures and sequences alike:
///
/// ```swift
/// @ArrowBuilder func checkout(_ shop: Component, _ bank: Component) -> [Arrow] {
///   (shop --> bank).label("pay")
///   shop <-- bank
/// }
/// ```
@resultBuilder
public enum ArrowBuilder: ListBuilder {
  /// What it collects.
  public typealias Part = Arrow

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
}
