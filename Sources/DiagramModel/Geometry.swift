/// A place in a drawing, in whole units; y grows downwards.
public struct Point: Hashable, Sendable {
  /// In units.
  public var x: Int
  /// In units.
  public var y: Int

  /// From its parts, in units.
  @inlinable public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  /// The place `dx` further right and `dy` further down.
  @inlinable package func offset(x dx: Int = 0, y dy: Int = 0) -> Point {
    Point(x: x + dx, y: y + dy)
  }

  /// The coordinate along an axis.
  @inlinable package subscript(axis: Axis) -> Int {
    get { axis == .horizontal ? x : y }
    set { if axis == .horizontal { x = newValue } else { y = newValue } }
  }
}

/// How wide and how high something is, in whole units.
public struct Size: Hashable, Sendable {
  /// In units.
  public var width: Int
  /// In units.
  public var height: Int

  /// Nothing.
  public static let zero = Size(width: 0, height: 0)

  /// From its parts, in units.
  @inlinable public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// The smallest size that holds both.
  @inlinable package func union(_ other: Size) -> Size {
    Size(width: max(width, other.width), height: max(height, other.height))
  }

  /// The extent along an axis: the width or the height.
  @inlinable package subscript(axis: Axis) -> Int {
    get { axis == .horizontal ? width : height }
    set { if axis == .horizontal { width = newValue } else { height = newValue } }
  }
}

/// An axis-parallel rectangle in whole units, given by its top left corner and its size.
package struct Rect: Hashable, Sendable {
  package var origin: Point
  package var size: Size

  package static let zero = Rect(x: 0, y: 0, width: 0, height: 0)

  @inlinable package init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  @inlinable package init(x: Int, y: Int, width: Int, height: Int) {
    self.init(origin: Point(x: x, y: y), size: Size(width: width, height: height))
  }

  /// The rectangle between two limits on each axis.
  @inlinable package init(minX: Int, minY: Int, maxX: Int, maxY: Int) {
    self.init(x: minX, y: minY, width: maxX - minX, height: maxY - minY)
  }

  /// The rectangle between two opposite corners; without width if they are one above the other.
  @inlinable package init(from start: Point, to end: Point) {
    self.init(
      minX: min(start.x, end.x), minY: min(start.y, end.y), maxX: max(start.x, end.x),
      maxY: max(start.y, end.y))
  }

  @inlinable package var minX: Int { origin.x }
  @inlinable package var minY: Int { origin.y }
  @inlinable package var maxX: Int { origin.x + size.width }
  @inlinable package var maxY: Int { origin.y + size.height }
  @inlinable package var midX: Int { origin.x + size.width / 2 }
  @inlinable package var midY: Int { origin.y + size.height / 2 }
  @inlinable package var center: Point { Point(x: midX, y: midY) }

  /// The same rectangle `dx` further right and `dy` further down.
  @inlinable package func moved(x dx: Int = 0, y dy: Int = 0) -> Rect {
    Rect(origin: origin.offset(x: dx, y: dy), size: size)
  }

  /// The smallest rectangle around both.
  @inlinable package func union(_ other: Rect) -> Rect {
    Rect(
      minX: min(minX, other.minX), minY: min(minY, other.minY),
      maxX: max(maxX, other.maxX), maxY: max(maxY, other.maxY))
  }

  /// This rectangle, made smaller by `margin` on every side (larger if negative).
  @inlinable package func insetBy(_ margin: Int) -> Rect {
    Rect(
      x: minX + margin, y: minY + margin, width: size.width - 2 * margin,
      height: size.height - 2 * margin)
  }

  /// What is left of this rectangle inside `insets`.
  @inlinable package func inset(by insets: Insets) -> Rect {
    Rect(
      minX: minX + insets.left, minY: minY + insets.top, maxX: maxX - insets.right,
      maxY: maxY - insets.bottom)
  }

  /// Whether the insides of both share a point; touching outlines do not count.
  @inlinable package func intersects(_ other: Rect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  /// Whether `other` lies inside or on the outline of this rectangle.
  @inlinable package func contains(_ other: Rect) -> Bool {
    minX <= other.minX && minY <= other.minY && other.maxX <= maxX && other.maxY <= maxY
  }

  /// Whether `point` lies inside or on the outline of this rectangle.
  @inlinable package func contains(_ point: Point) -> Bool {
    minX <= point.x && point.x <= maxX && minY <= point.y && point.y <= maxY
  }

  /// The side of the outline that a point lies on; at a corner the one that faces `next`.
  package func side(at point: Point, towards next: Point) -> Side? {
    let touched = Side.allCases.filter { side in
      switch side {
      case .top: point.y == minY
      case .right: point.x == maxX
      case .bottom: point.y == maxY
      case .left: point.x == minX
      }
    }
    let axis: Axis = abs(next.x - point.x) >= abs(next.y - point.y) ? .horizontal : .vertical
    return touched.first { $0.axis == axis } ?? touched.first
  }

  /// The middle of one of its sides.
  @inlinable package func midpoint(of side: Side) -> Point {
    switch side {
    case .top: Point(x: midX, y: minY)
    case .right: Point(x: maxX, y: midY)
    case .bottom: Point(x: midX, y: maxY)
    case .left: Point(x: minX, y: midY)
    }
  }
}

/// Room kept free along the four sides of a rectangle.
public struct Insets: Hashable, Sendable {
  /// In units.
  public var top: Int
  /// In units.
  public var left: Int
  /// In units.
  public var bottom: Int
  /// In units.
  public var right: Int

  /// Nothing.
  public static let zero = Insets(top: 0, left: 0, bottom: 0, right: 0)

  /// From its parts, in units.
  @inlinable public init(top: Int, left: Int, bottom: Int, right: Int) {
    self.top = top
    self.left = left
    self.bottom = bottom
    self.right = right
  }

  /// The same room on every side.
  @inlinable package init(all room: Int) {
    self.init(top: room, left: room, bottom: room, right: room)
  }

  /// What the insets add to a size along an axis.
  @inlinable package subscript(axis: Axis) -> Int {
    axis == .horizontal ? left + right : top + bottom
  }

  /// The room on a side.
  @inlinable package subscript(side: Side) -> Int {
    get {
      switch side {
      case .top: top
      case .right: right
      case .bottom: bottom
      case .left: left
      }
    }
    set {
      switch side {
      case .top: top = newValue
      case .right: right = newValue
      case .bottom: bottom = newValue
      case .left: left = newValue
      }
    }
  }

  /// The larger of both on every side.
  @inlinable package func union(_ other: Insets) -> Insets {
    Insets(
      top: max(top, other.top), left: max(left, other.left), bottom: max(bottom, other.bottom),
      right: max(right, other.right))
  }
}

extension [Rect] {
  /// The smallest rectangle around all of them; nil if there are none.
  package var bounds: Rect? { dropFirst().reduce(first) { $0?.union($1) } }
}
