/// What an author wants of the places of boxes to each other: `a.above(b)`, `SameRank(a, b)`.
///
/// A hint stands in a picture or in a container, beside the boxes. It acts in `Layered`, `Packed` and
/// `Force`, and where nothing arranges the boxes. Of boxes in different containers it arranges the
/// containers; in a row, column or grid it puts the boxes in line with each other. Hints that cannot be kept together are a diagnostic that names them.
public struct Hint: Content, Hashable, Sendable {
  package enum Kind: Int, Hashable, Sendable { case sameRank, above, leftOf }

  package let kind: Kind
  package let boxes: [Reference]
  package let origin: Origin

  init(_ kind: Kind, _ boxes: [Reference], file: StaticString, line: UInt, column: UInt) {
    self.init(kind, boxes, at: Origin(file: file, line: line, column: column))
  }

  package init(_ kind: Kind, _ boxes: [Reference], at origin: Origin) {
    self.kind = kind
    self.boxes = boxes
    self.origin = origin
  }

  /// The hint itself.
  public var content: [Element] { [Element(.hint(self))] }
}

/// Boxes in one layer: side by side across the flow.
public struct SameRank: Content, Hashable, Sendable {
  package let hint: Hint

  /// Two or more boxes in one layer.
  public init(
    _ first: some Referable, _ second: some Referable, _ others: any Referable...,
    file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) {
    let boxes = [first.reference, second.reference] + others.map(\.reference)
    hint = Hint(.sameRank, boxes, file: file, line: line, column: column)
  }

  /// The hint itself.
  public var content: [Element] { hint.content }
}

extension Referable {
  /// Asks that this box ends above the top of the other.
  public func above(
    _ other: some Referable, file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Hint {
    Hint(.above, [reference, other.reference], file: file, line: line, column: column)
  }

  /// Asks that this box begins below the bottom of the other.
  public func below(
    _ other: some Referable, file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Hint {
    other.above(self, file: file, line: line, column: column)
  }

  /// Asks that this box ends before the other begins, from left to right.
  public func leftOf(
    _ other: some Referable, file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Hint {
    Hint(.leftOf, [reference, other.reference], file: file, line: line, column: column)
  }

  /// Asks that this box begins after the other ends, from left to right.
  public func rightOf(
    _ other: some Referable, file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Hint {
    other.leftOf(self, file: file, line: line, column: column)
  }
}
