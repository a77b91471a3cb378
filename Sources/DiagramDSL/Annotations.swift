/// Something that is said of boxes over the finished drawing: a brace, a bar, a region, a zoom.
///
/// It stands in a picture, beside the boxes and arrows. Where it would touch something, gaps and paddings
/// grow, in all pictures alike.
public protocol Annotating: Labelled, Stroked, PictureContent {
  /// What is said, and of which boxes.
  var annotation: Annotation { get set }
}

extension Annotating {
  /// What the modifiers change in a copy.
  public var attributes: Attributes {
    get { annotation.attributes }
    set { annotation.attributes = newValue }
  }

  /// What is said of the boxes.
  public var pictureItems: [PictureItem] { [PictureItem(.annotation(annotation))] }
}

/// What is said of boxes, and how it looks.
public struct Annotation: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable { case brace, dimension, region, zoom, callout }

  package let kind: Kind
  package let boxes: [Reference]
  /// The side on which it lies, if not where there is room.
  package let side: Side?
  package var attributes: Attributes

  package init(
    _ kind: Kind, _ text: String?, _ boxes: [any Referable], side: Side? = nil,
    _ origin: Origin
  ) {
    self.kind = kind
    self.boxes = boxes.map(\.reference)
    self.side = side
    attributes = Attributes(shape: .none, origin: origin)
    attributes.label = text
  }
}

/// A curly brace along one side of boxes, with a text at its tip.
public struct Brace: Annotating, Hashable, Sendable {
  /// What is said, and of which boxes.
  public var annotation: Annotation

  /// A brace over boxes, below or beside them where there is room, or on a side.
  public init(
    _ text: String, over boxes: any Referable..., side: Side? = nil,
    file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) {
    self.init(text, over: boxes, side: side, file: file, line: line, column: column)
  }

  /// The same over several boxes in an array.
  public init(
    _ text: String, over boxes: [any Referable], side: Side? = nil,
    file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) {
    annotation = Annotation(
      .brace, text, boxes, side: side, Origin(file: file, line: line, column: column))
  }
}

/// A bar with ticks at its ends along one side of boxes, with a text: how long something is or takes.
public struct Dimension: Annotating, Hashable, Sendable {
  /// What is said, and of which boxes.
  public var annotation: Annotation

  /// A bar over boxes, below or beside them where there is room, or on a side.
  public init(
    _ text: String, over boxes: any Referable..., side: Side? = nil,
    file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) {
    self.init(text, over: boxes, side: side, file: file, line: line, column: column)
  }

  /// The same over several boxes in an array.
  public init(
    _ text: String, over boxes: [any Referable], side: Side? = nil,
    file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) {
    annotation = Annotation(
      .dimension, text, boxes, side: side, Origin(file: file, line: line, column: column))
  }
}

/// A dashed outline around boxes, which may lie in different containers, with a text.
public struct Region: Annotating, Hashable, Sendable {
  /// What is said, and of which boxes.
  public var annotation: Annotation

  /// An outline around boxes.
  public init(
    _ text: String = "", around boxes: any Referable..., file: StaticString = #filePath,
    line: UInt = #line, column: UInt = #column
  ) {
    self.init(text, around: boxes, file: file, line: line, column: column)
  }

  /// The same around several boxes in an array.
  public init(
    _ text: String = "", around boxes: [any Referable], file: StaticString = #filePath,
    line: UInt = #line, column: UInt = #column
  ) {
    annotation = Annotation(
      .region, text, boxes, Origin(file: file, line: line, column: column))
  }
}

/// A speech bubble beside a box, with its tip at it.
public struct Callout: Annotating, Hashable, Sendable {
  /// What is said, and of which box.
  public var annotation: Annotation

  /// A text about a box, where there is room beside it, or on a side.
  public init(
    _ text: String, at box: some Referable, side: Side? = nil, file: StaticString = #filePath,
    line: UInt = #line, column: UInt = #column
  ) {
    annotation = Annotation(
      .callout, text, [box], side: side, Origin(file: file, line: line, column: column))
  }
}

/// Two dashed lines from a box to what it looks like from near: `pod.zoom(into: inside)`.
public struct Zoom: Annotating, Hashable, Sendable {
  /// What is said, and of which boxes.
  public var annotation: Annotation
}

extension Referable {
  /// Lines from the corners of this box to those of another one, which shows what is in it.
  public func zoom(
    into box: some Referable, file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Zoom {
    Zoom(
      annotation: Annotation(
        .zoom, nil, [self, box], Origin(file: file, line: line, column: column)))
  }
}
