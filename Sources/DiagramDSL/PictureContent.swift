/// What may stand directly in a picture: boxes, arrows, marks, a legend, or several of them.
///
/// A part of your own that brings its arrows along is a struct or a function:
/// ```swift
/// struct Tier: PictureContent {
///   let name: String
///   var web: Component { Component("\(name) web") }
///   var database: Component { Component("\(name) database", shape: .cylinder) }
///   var pictureItems: [PictureItem] {
///     Node(name) { web; database }
///     web --> database
///   }
/// }
///
/// @PictureBuilder func backend(_ api: Component) -> some PictureContent {
///   api
///   api --> Component("queue", shape: .queue)
/// }
/// ```
/// What consists of boxes alone is ``Content``, and stands in containers too.
public protocol PictureContent: Sendable {
  /// What stands in the picture, in order.
  @PictureBuilder var pictureItems: [PictureItem] { get }
}

extension PictureItem: PictureContent {
  /// The item itself.
  public var pictureItems: [PictureItem] { [self] }
}

extension Array: PictureContent where Element: PictureContent {
  /// What stands in the picture, in order.
  public var pictureItems: [PictureItem] { flatMap(\.pictureItems) }
}

extension ArraySlice: PictureContent where Element: PictureContent {
  /// What stands in the picture, in order.
  public var pictureItems: [PictureItem] { flatMap(\.pictureItems) }
}

extension Optional: PictureContent where Wrapped: PictureContent {
  /// What stands in the picture, if there is anything.
  public var pictureItems: [PictureItem] { map(\.pictureItems) ?? [] }
}
