/// Pictures that share one geometry and one folder.
public struct Series: Hashable, Sendable {
  /// The folder of the pictures, below the output folder.
  public let path: String
  package let pictures: [Picture]
  package let origin: Origin

  /// A series whose pictures are written into `path`.
  public init(
    _ path: String, file: StaticString = #fileID, line: UInt = #line,
    @PicturesBuilder pictures: () -> [Picture]
  ) {
    self.path = path
    self.origin = Origin(file: file, line: line)
    self.pictures = pictures()
  }
}

/// One drawing of a series.
public struct Picture: Hashable, Sendable {
  package let name: String
  package let content: [Component]
  package let origin: Origin

  /// A picture that is written into the file `name`.
  public init(
    _ name: String, file: StaticString = #fileID, line: UInt = #line,
    @ContentBuilder content: () -> [Component]
  ) {
    self.name = name
    self.origin = Origin(file: file, line: line)
    self.content = content()
  }
}

/// A box.
public struct Component: Hashable, Sendable {
  package let title: String

  /// A box with a title.
  public init(_ title: String) { self.title = title }
}

/// What stands in a series.
@resultBuilder
public enum PicturesBuilder {
  /// The pictures, in order.
  public static func buildBlock(_ pictures: Picture...) -> [Picture] { pictures }
}

/// What stands in a picture.
@resultBuilder
public enum ContentBuilder {
  /// A component stands for itself.
  public static func buildExpression(_ component: Component) -> [Component] { [component] }
  /// Refuses a picture in a picture.
  @available(*, unavailable, message: "a picture stands directly in its Series, not in a Picture")
  public static func buildExpression(_ picture: Picture) -> [Component] { [] }
  /// The components, in order.
  public static func buildBlock(_ components: [Component]...) -> [Component] {
    components.flatMap(\.self)
  }
}
