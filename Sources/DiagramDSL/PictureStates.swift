/// What a picture changes of boxes that it shows, without writing them again.
package struct PictureState: Hashable, Sendable {
  package enum Change: Hashable, Sendable {
    case focus
    case muted
    case accent(Accent)
    case highlight
    case crossedOut
  }

  package let change: Change
  package let boxes: [Reference]
  package let origin: Origin
}

/// Stands in a picture whose other boxes and arrows step back: `Focus(web, database)`.
///
/// The same as `Picture("p") { … }.focus(web, database)`.
public struct Focus: Hashable, Sendable {
  let state: PictureState

  /// These boxes, with all that is in them, and the arrows between them stay as they are.
  public init(
    _ boxes: any Referable..., file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) {
    state = PictureState(
      change: .focus, boxes: boxes.map(\.reference),
      origin: Origin(file: file, line: line, column: column))
  }
}

extension Picture {
  /// A copy in which these boxes, with all that is in them, stay as they are, and everything else steps
  /// back: boxes that do not hold them, and arrows that do not join them.
  public func focus(
    _ boxes: any Referable..., file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Picture {
    adding(.focus, boxes, Origin(file: file, line: line, column: column))
  }

  /// A copy in which these boxes step back, with all that is in them and has no style of its own.
  public func muted(
    _ boxes: any Referable..., file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Picture {
    adding(.muted, boxes, Origin(file: file, line: line, column: column))
  }

  /// A copy in which these boxes have an accent colour.
  public func accent(
    _ accent: Accent = .primary, _ boxes: any Referable..., file: StaticString = #filePath,
    line: UInt = #line, column: UInt = #column
  ) -> Picture {
    adding(.accent(accent), boxes, Origin(file: file, line: line, column: column))
  }

  /// A copy in which these boxes have the colour of what is new.
  public func new(
    _ boxes: any Referable..., file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Picture {
    adding(.accent(.new), boxes, Origin(file: file, line: line, column: column))
  }

  /// A copy in which these boxes have a ring around them.
  public func highlight(
    _ boxes: any Referable..., file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Picture {
    adding(.highlight, boxes, Origin(file: file, line: line, column: column))
  }

  /// A copy in which these boxes are crossed out.
  public func crossedOut(
    _ boxes: any Referable..., file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Picture {
    adding(.crossedOut, boxes, Origin(file: file, line: line, column: column))
  }

  private func adding(
    _ change: PictureState.Change, _ boxes: [any Referable], _ origin: Origin
  ) -> Picture {
    var picture = self
    picture.states.append(
      PictureState(change: change, boxes: boxes.map(\.reference), origin: origin))
    return picture
  }
}

extension Accent {
  /// The colour of what a step of a series adds.
  package static let new = Accent.green
}
