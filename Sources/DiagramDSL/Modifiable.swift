/// Something that modifiers return changed copies of: an element, an arrow, or several of them at once.
///
/// Every modifier is written once, for this protocol; whatever conforms to it has all that make sense
/// for its items: `a.muted()`, `[a, b].muted()`, `(a --> [b, c]).label("HTTPS").straight()`.
public protocol Modifiable: Sendable {
  /// What a modifier changes: the element itself, or each of several.
  associatedtype ChangedItem
  /// What comes out: a copy of the same type, except for content of your own, which gives its elements.
  associatedtype ChangedCopy

  /// A copy in which each item is changed, in its order.
  func changing(_ change: (inout ChangedItem) -> Void) -> ChangedCopy
}

/// One element or arrow, which modifiers change as a whole.
public protocol SingleItem: Modifiable where ChangedItem == Self, ChangedCopy == Self {
  /// What the modifiers change in a copy.
  var attributes: Attributes { get set }
}

extension SingleItem {
  /// A changed copy.
  public func changing(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }
}

/// An element with a style, or with boxes inside that it is passed on to.
public protocol Styleable: SingleItem {}

/// An element with a line: an outline, or that of an arrow.
public protocol Stroked: Styleable {}

/// An element with an outline around a surface.
public protocol Filled: Stroked {}

/// An element in one of the shapes.
public protocol Shaped: Filled {}

/// An element with a text.
public protocol Labelled: Styleable {}

/// A box with a title, which may have smaller lines below it.
public protocol Titled: Labelled {}

/// An element that has an identity, a place and a size.
public protocol Placeable: SingleItem {}

/// An element with others inside.
public protocol Container {
  /// Changes what lies in it, element by element.
  mutating func changeContent(_ change: (Element) -> Element)
}

extension Array: Modifiable where Element: Modifiable {
  /// Copies, each of them changed.
  public func changing(_ change: (inout Element.ChangedItem) -> Void) -> [Element.ChangedCopy] {
    map { $0.changing(change) }
  }
}

extension ArraySlice: Modifiable where Element: Modifiable {
  /// Copies, each of them changed.
  public func changing(_ change: (inout Element.ChangedItem) -> Void) -> [Element.ChangedCopy] {
    map { $0.changing(change) }
  }
}

extension Optional: Modifiable where Wrapped: Modifiable {
  /// A changed copy, if there is anything.
  public func changing(_ change: (inout Wrapped.ChangedItem) -> Void) -> Wrapped.ChangedCopy? {
    map { $0.changing(change) }
  }
}
