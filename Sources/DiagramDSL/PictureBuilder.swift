/// Collects what stands in a picture: content and arrows.
@resultBuilder
public enum PictureBuilder: ListBuilder {
  /// What it collects.
  public typealias Part = PictureItem

  /// A box, text, arrangement, mark or legend, a part of your own, or several of them.
  @_disfavoredOverload  // Arrows have an overload of their own, which says where they stand.
  public static func buildExpression(_ content: some PictureContent) -> [PictureItem] {
    content.pictureItems
  }
  /// What a helper returns, and every `pictureItems`, which is built by this builder too.
  public static func buildExpression(_ items: [PictureItem]) -> [PictureItem] { items }
  /// Several of different kinds.
  public static func buildExpression(_ contents: [any PictureContent]) -> [PictureItem] {
    contents.flatMap(\.pictureItems)
  }
  /// An arrow or several, which are placed where they stand, not where they are made.
  public static func buildExpression(
    _ arrows: some ArrowContent, file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> [PictureItem] {
    arrows.placed(at: Origin(file: file, line: line, column: column)).pictureItems
  }
  /// Tells what to write instead.
  @available(*, unavailable, message: "a Picture stands directly in its Series, not in a Picture")
  public static func buildExpression(_ picture: Picture) -> [PictureItem] { [] }
  /// Tells what to write instead.
  @available(*, unavailable, message: "a Series stands in the catalog, not in a Picture")
  public static func buildExpression(_ series: Series) -> [PictureItem] { [] }
  /// Tells what to write instead.
  @available(
    *, unavailable, message: "write Component(\"…\") for a box or Text(\"…\") for a free text"
  )
  public static func buildExpression(_ text: String) -> [PictureItem] { [] }
  /// Tells what to write instead.
  @available(
    *, unavailable,
    message: "a reference is for arrows; put the Node or Component itself here"
  )
  public static func buildExpression(_ reference: Reference) -> [PictureItem] { [] }
}

/// Collects the pictures of a series.
@resultBuilder
public enum SeriesBuilder: ListBuilder {
  /// What it collects.
  public typealias Part = Picture

  /// A picture.
  public static func buildExpression(_ picture: Picture) -> [Picture] { [picture] }
  /// What a helper returns.
  public static func buildExpression(_ pictures: [Picture]) -> [Picture] { pictures }

  /// Tells what to write instead.
  @available(
    *, unavailable,
    message: "boxes stand in a picture of the series: write Picture(\"name\") { … } around them"
  )
  public static func buildExpression(_ content: some Content) -> [Picture] { [] }
  /// Tells what to write instead.
  @available(
    *, unavailable,
    message: "an arrow stands in a picture of the series: write Picture(\"name\") { … } around it"
  )
  public static func buildExpression(_ arrows: some ArrowContent) -> [Picture] { [] }
  /// Tells what to write instead.
  @available(
    *, unavailable, message: "a Series does not hold another Series; list it in the catalog"
  )
  public static func buildExpression(_ series: Series) -> [Picture] { [] }
}
