/// Collects what lies in a container or arrangement.
@resultBuilder
public enum ContentBuilder: ListBuilder {
  /// What it collects.
  public typealias Part = Element

  /// A box, text, arrangement or part of your own, or several.
  public static func buildExpression(_ content: some Content) -> [Element] {
    content.contentElements
  }
  /// What a helper returns, and every `content`, which is built by this builder too.
  public static func buildExpression(_ elements: [Element]) -> [Element] { elements }
  /// Several of different kinds.
  public static func buildExpression(_ contents: [any Content]) -> [Element] {
    contents.flatMap(\.contentElements)
  }
  /// Tells what to write instead.
  @available(
    *, unavailable,
    message:
      "arrows and what is said of boxes stand directly in a Picture; what stands in a container is `some Content`"
  )
  public static func buildExpression(_ content: some PictureContent) -> [Element] { [] }
  /// Tells what to write instead.
  @available(
    *, unavailable,
    message:
      "an arrow stands directly in its Picture, after the boxes, not in a container; a part that brings its arrows is a PictureContent"
  )
  public static func buildExpression(_ arrows: some ArrowContent) -> [Element] { [] }
  /// Tells what to write instead.
  @available(
    *, unavailable, message: "a Picture stands directly in its Series, not in a container"
  )
  public static func buildExpression(_ picture: Picture) -> [Element] { [] }
  /// Tells what to write instead.
  @available(
    *, unavailable, message: "a Series stands in the catalog; put a Node around boxes instead"
  )
  public static func buildExpression(_ series: Series) -> [Element] { [] }
  /// Tells what to write instead.
  @available(
    *, unavailable, message: "write Component(\"…\") for a box or Text(\"…\") for a free text"
  )
  public static func buildExpression(_ text: String) -> [Element] { [] }
  /// Tells what to write instead.
  @available(
    *, unavailable,
    message: "a reference is for arrows; put the Node or Component itself here"
  )
  public static func buildExpression(_ reference: Reference) -> [Element] { [] }
}
