/// One place for boxes that no picture of a series shows together.
///
/// ```swift
/// Picture("by-truck") { Row { shop; SharedPlace("delivery") { truck } } }
/// Picture("by-bike") { Row { shop; SharedPlace("delivery") { bike } } }
/// ```
/// Without it each box of a series has a place of its own, which stays empty in the pictures without it.
public struct SharedPlace: Arranging {
  /// What is arranged, and how.
  public var group: Group

  /// What a picture shows at the place of this name: one box or arrangement. The place is as large as the
  /// largest of all pictures.
  public init(
    _ name: String, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column,
    @ContentBuilder content: () -> [Element]
  ) {
    let origin = Origin(file: file, line: line, column: column)
    group = Group(.shared(name), spacing: nil, origin: origin, children: content())
    group.attributes.id = name
  }
}
