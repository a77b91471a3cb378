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
  package let selections: [Selection]
  package let origin: Origin

  package init(_ change: Change, of selected: [any Selecting], _ origin: Origin) {
    self.change = change
    selections = selected.map(\.selection)
    self.origin = origin
  }
}

/// What a picture can change: a box, or everything whose name is like a text.
///
/// A text is an id, or a way of ids, in which `*` stands for any letters of an id, `?` for one and `**`
/// for any containers: `"worker/*"` means the boxes in the worker, `"*-cache"` those whose ids end so.
/// With an arrow in it, it means arrows: `"api-->*"`.
public protocol Selecting: Sendable {
  /// What is meant.
  var selection: Selection { get }
}

/// What a change of a picture is for.
public struct Selection: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case box(Reference)
    case pattern(String)
  }

  package let kind: Kind
}

extension String: Selecting {
  /// Everything with a name like this one.
  public var selection: Selection { Selection(kind: .pattern(self)) }
}

extension Referable {
  /// The box.
  public var selection: Selection { Selection(kind: .box(reference)) }
}

/// Stands in a picture whose other boxes and arrows step back: `Focus(web, database)`.
///
/// The same as `Picture("p") { … }.focus(web, database)`.
public struct Focus: PictureContent, Hashable, Sendable {
  let state: PictureState

  /// What it changes of the boxes.
  public var pictureItems: [PictureItem] { [PictureItem(.state(state))] }

  /// These boxes, with all that is in them, and the arrows between them stay as they are.
  public init(
    _ boxes: any Selecting..., file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) {
    self.init(boxes, file: file, line: line, column: column)
  }

  /// The same of several boxes in an array.
  public init(
    _ boxes: [any Selecting], file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) {
    state = PictureState(.focus, of: boxes, Origin(file: file, line: line, column: column))
  }
}

extension Picture {
  /// A copy in which these boxes, with all that is in them, stay as they are, and everything else steps
  /// back: boxes that do not hold them, and arrows that do not join them.
  public func focus(
    _ boxes: any Selecting..., file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Picture {
    focus(boxes, file: file, line: line, column: column)
  }

  /// The same for several boxes in an array.
  public func focus(
    _ boxes: [any Selecting], file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Picture {
    adding(PictureState(.focus, of: boxes, Origin(file: file, line: line, column: column)))
  }

  /// A copy in which these boxes step back, with all that is in them and has no style of its own.
  public func muted(
    _ boxes: any Selecting..., file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Picture {
    muted(boxes, file: file, line: line, column: column)
  }

  /// The same for several boxes in an array.
  public func muted(
    _ boxes: [any Selecting], file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Picture {
    adding(PictureState(.muted, of: boxes, Origin(file: file, line: line, column: column)))
  }

  /// A copy in which these boxes have the first accent colour.
  public func accent(
    _ boxes: any Selecting..., file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Picture {
    accent(.primary, boxes, file: file, line: line, column: column)
  }

  /// The same for several boxes in an array.
  public func accent(
    _ boxes: [any Selecting], file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Picture {
    accent(.primary, boxes, file: file, line: line, column: column)
  }

  /// A copy in which these boxes have an accent colour.
  public func accent(
    _ accent: Accent, _ boxes: any Selecting..., file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Picture {
    self.accent(accent, boxes, file: file, line: line, column: column)
  }

  /// The same for several boxes in an array.
  public func accent(
    _ accent: Accent, _ boxes: [any Selecting], file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Picture {
    adding(PictureState(.accent(accent), of: boxes, Origin(file: file, line: line, column: column)))
  }

  /// A copy in which these boxes have the colour of what is new.
  public func new(
    _ boxes: any Selecting..., file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Picture {
    new(boxes, file: file, line: line, column: column)
  }

  /// The same for several boxes in an array.
  public func new(
    _ boxes: [any Selecting], file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Picture {
    adding(PictureState(.accent(.new), of: boxes, Origin(file: file, line: line, column: column)))
  }

  /// A copy in which these boxes have a ring around them.
  public func highlight(
    _ boxes: any Selecting..., file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Picture {
    highlight(boxes, file: file, line: line, column: column)
  }

  /// The same for several boxes in an array.
  public func highlight(
    _ boxes: [any Selecting], file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Picture {
    adding(PictureState(.highlight, of: boxes, Origin(file: file, line: line, column: column)))
  }

  /// A copy in which these boxes, or arrows named by a text, are crossed out.
  public func crossedOut(
    _ boxes: any Selecting..., file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Picture {
    crossedOut(boxes, file: file, line: line, column: column)
  }

  /// The same for several boxes in an array.
  public func crossedOut(
    _ boxes: [any Selecting], file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Picture {
    adding(PictureState(.crossedOut, of: boxes, Origin(file: file, line: line, column: column)))
  }

  private func adding(_ state: PictureState) -> Picture {
    var picture = self
    picture.states.append(state)
    return picture
  }
}

extension Accent {
  /// The colour of what a step of a series adds.
  package static let new = Accent.green
}
