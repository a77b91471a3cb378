/// What may stand at a side of `-->` and the other operators: a box, several boxes, or arrows that go on.
public protocol Linkable: Sendable {
  /// The boxes, if they are boxes.
  var linkedBoxes: [Reference] { get }
  /// The arrows so far, if they are arrows.
  var linkedArrows: [Arrow] { get }
}

/// Arrows, one or several, as they stand in a picture.
public protocol ArrowContent: Modifiable, Linkable, PictureContent, SequenceContent
where ChangedItem == Arrow {}

extension ArrowContent {
  /// The arrows, as they stand in a picture.
  public var pictureItems: [PictureItem] { linkedArrows.map { PictureItem(.arrow($0)) } }
  /// The arrows as messages.
  public var sequenceItems: [SequenceItem] {
    linkedArrows.map { SequenceItem(.message($0), $0.attributes.origin) }
  }

  /// The arrows as written at a place.
  func placed(at origin: Origin) -> [Arrow] {
    linkedArrows.map { arrow in arrow.changing { $0.attributes.origin = origin } }
  }
}

extension Referable {
  /// The box.
  public var linkedBoxes: [Reference] { [reference] }
  /// None: it is a box.
  public var linkedArrows: [Arrow] { [] }
}

extension Arrow {
  /// None: it is an arrow.
  public var linkedBoxes: [Reference] { [] }
  /// The arrow.
  public var linkedArrows: [Arrow] { [self] }
}

extension Array: Linkable where Element: Linkable {
  /// The boxes, if they are boxes.
  public var linkedBoxes: [Reference] { flatMap(\.linkedBoxes) }
  /// The arrows so far, if they are arrows.
  public var linkedArrows: [Arrow] { flatMap(\.linkedArrows) }
}

extension ArraySlice: Linkable where Element: Linkable {
  /// The boxes, if they are boxes.
  public var linkedBoxes: [Reference] { flatMap(\.linkedBoxes) }
  /// The arrows so far, if they are arrows.
  public var linkedArrows: [Arrow] { flatMap(\.linkedArrows) }
}

extension Optional: Linkable where Wrapped: Linkable {
  /// The boxes, if they are boxes.
  public var linkedBoxes: [Reference] { map(\.linkedBoxes) ?? [] }
  /// The arrows so far, if they are arrows.
  public var linkedArrows: [Arrow] { map(\.linkedArrows) ?? [] }
}

extension Array: ArrowContent where Element: ArrowContent {}
extension ArraySlice: ArrowContent where Element: ArrowContent {}
extension Optional: ArrowContent where Wrapped: ArrowContent {}

/// How an operator joins what is left of it with what is right of it.
enum Link {
  case forward, backward, both, line

  /// The arrow between two boxes.
  func arrow(_ left: Reference, _ right: Reference) -> Arrow {
    switch self {
    case .forward: return Arrow(left, right)
    case .both: return Arrow(left, right).heads(.both)
    case .line: return Arrow(left, right).heads(.none)
    case .backward:
      var arrow = Arrow(right, left)
      arrow.isWrittenBackwards = true
      return arrow
    }
  }

  /// The arrows of both sides, and between them one from each open end of the left to each beginning of
  /// the right, in the written order.
  func arrows(_ left: some Linkable, _ right: some Linkable) -> [Arrow] {
    let (before, after) = (left.linkedArrows, right.linkedArrows)
    let ends = before.isEmpty ? left.linkedBoxes : before.lastBoxes
    let beginnings = after.isEmpty ? right.linkedBoxes : after.firstBoxes
    let between = ends.flatMap { end in beginnings.map { arrow(end, $0) } }
    return before + between + after
  }
}

extension Arrow {
  /// The box that is written first, and the one that is written last.
  fileprivate var written: (left: Reference, right: Reference) {
    isWrittenBackwards ? (target, source) : (source, target)
  }
}

extension [Arrow] {
  /// The arrows in runs that are written from one box.
  private var runs: [(left: Reference, rights: [Reference])] {
    var runs: [(left: Reference, rights: [Reference])] = []
    for (left, right) in map(\.written) {
      // What leads to the box itself is the end of what comes before.
      if let last = runs.last, last.left == left, last.rights.last != left {
        runs[runs.count - 1].rights.append(right)
      } else {
        runs.append((left, [right]))
      }
    }
    return runs
  }

  /// Where a chain goes on: the boxes that its last arrows lead to.
  fileprivate var lastBoxes: [Reference] { runs.last?.rights ?? [] }

  /// Where a chain begins: the boxes from which the first arrows lead to the same others.
  fileprivate var firstBoxes: [Reference] {
    let runs = runs
    return runs.prefix { $0.rights == runs[0].rights }.map(\.left)
  }
}
