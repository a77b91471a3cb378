/// What is other in a picture than in an earlier one, in a person's words.
///
/// Boxes are the same by their ids. Of the others, those that lie elsewhere under the same name were put into
/// another container, and those in the same place and of the same look were renamed; what lies in either
/// went along. Where that is not certain, a box is gone and another one new.
struct PictureDifference: Equatable {
  /// One thing that is other.
  enum Change: Hashable {
    case boxAdded(String, in: String?)
    case boxRemoved(String, from: String?)
    case boxRenamed(String, to: String)
    case boxReparented(String, from: String?, to: String?)
    case boxRestyled(String)
    case arrowAdded(from: String, to: String)
    case arrowRemoved(from: String, to: String)
    case arrowRelabelled(from: String, to: String, before: String, after: String)
    case arrowRestyled(from: String, to: String)
  }

  /// In the order of the boxes and arrows of the later picture, what is gone first.
  private(set) var changes: [Change] = []
  /// The names of the boxes that are in both and lie elsewhere, or are of another size.
  private(set) var moved: [String] = []
  private(set) var resized: [String] = []
  /// The later id of each box that is in both, by the earlier one, and the other way round.
  let laterBox: [String: String]
  let earlierBox: [String: String]
  /// The earlier place of each arrow that is in both, by the later one.
  private(set) var earlierArrow: [Int: Int] = [:]

  /// The earlier places of the arrows that are in both.
  var keptArrows: Set<Int> { Set(earlierArrow.values) }

  /// Whether there is nothing to tell.
  var isEmpty: Bool { changes.isEmpty && moved.isEmpty && resized.isEmpty }

  init(from old: DrawnPicture, to new: DrawnPicture) {
    let pairs = BoxPairs(old, new)
    (laterBox, earlierBox) = (pairs.later, pairs.earlier)
    let oldNames = Self.names(old)
    let newNames = Self.names(new)
    for box in old.boxes where pairs.later[box.id] == nil {
      changes.append(.boxRemoved(box.name, from: box.parent.flatMap { oldNames[$0] }))
    }
    let oldBoxes = Dictionary(old.boxes.map { ($0.id, $0) }) { first, _ in first }
    for box in new.boxes {
      let parent = box.parent.flatMap { newNames[$0] }
      guard let earlier = pairs.earlier[box.id].flatMap({ oldBoxes[$0] }) else {
        changes.append(.boxAdded(box.name, in: parent))
        continue
      }
      if earlier.parent.map({ pairs.later[$0] }) != box.parent.map(Optional.some) {
        changes.append(
          .boxReparented(box.name, from: earlier.parent.flatMap { oldNames[$0] }, to: parent))
      }
      if earlier.name != box.name { changes.append(.boxRenamed(earlier.name, to: box.name)) }
      if earlier.style != box.style { changes.append(.boxRestyled(box.name)) }
      if (earlier.x, earlier.y) != (box.x, box.y) { moved.append(box.name) }
      if (earlier.width, earlier.height) != (box.width, box.height) { resized.append(box.name) }
    }
    compareArrows(old, new, pairs, oldNames, newNames)
  }

  private static func names(_ picture: DrawnPicture) -> [String: String] {
    Dictionary(picture.boxes.map { ($0.id, $0.name) }) { first, _ in first }
  }

  /// Arrows are the same by their ends; of several with the same ends, those with the same text first.
  private mutating func compareArrows(
    _ old: DrawnPicture, _ new: DrawnPicture, _ pairs: BoxPairs, _ oldNames: [String: String],
    _ newNames: [String: String]
  ) {
    var waiting = new.arrows.indices.map { $0 as Int? }
    var partners: [Int: Int] = [:]
    for mustAgree in [true, false] {
      for (index, arrow) in old.arrows.enumerated() where !partners.values.contains(index) {
        let ends = (pairs.later[arrow.source], pairs.later[arrow.target])
        let place = new.arrows.indices.first { place in
          let other = new.arrows[place]
          return waiting[place] != nil && ends.0 == other.source && ends.1 == other.target
            && (!mustAgree || arrow.text == other.text)
        }
        guard let place else { continue }
        waiting[place] = nil
        partners[place] = index
      }
    }
    earlierArrow = partners
    for (index, arrow) in old.arrows.enumerated() where !keptArrows.contains(index) {
      changes.append(
        .arrowRemoved(
          from: oldNames[arrow.source] ?? arrow.source, to: oldNames[arrow.target] ?? arrow.target))
    }
    for (place, arrow) in new.arrows.enumerated() {
      let (from, to) = (
        newNames[arrow.source] ?? arrow.source, newNames[arrow.target] ?? arrow.target
      )
      guard let index = partners[place] else {
        changes.append(.arrowAdded(from: from, to: to))
        continue
      }
      let earlier = old.arrows[index]
      if earlier.text != arrow.text {
        changes.append(
          .arrowRelabelled(from: from, to: to, before: earlier.text, after: arrow.text))
      }
      if earlier.style != arrow.style { changes.append(.arrowRestyled(from: from, to: to)) }
    }
  }
}

/// Which boxes of two pictures are the same.
private struct BoxPairs {
  /// The later id of an earlier one, and the other way round.
  private(set) var later: [String: String] = [:]
  private(set) var earlier: [String: String] = [:]

  init(_ old: DrawnPicture, _ new: DrawnPicture) {
    let newIDs = Set(new.boxes.map(\.id))
    for box in old.boxes where newIDs.contains(box.id) { pair(box.id, box.id) }
    let lost = old.boxes.filter { later[$0.id] == nil }
    let found = new.boxes.filter { earlier[$0.id] == nil }
    // Parents come first, so that what lies in them goes along.
    for box in lost {
      let open = found.filter { earlier[$0.id] == nil }
      if let parent = box.parent.flatMap({ later[$0] }), parent != box.parent,
        let same = open.first(where: { $0.id == "\(parent)/\(box.ownID)" })
      {
        pair(box.id, same.id)
      } else if let other = sole(open, of: box, among: lost, isSame: Self.isElsewhere) {
        pair(box.id, other.id)
      } else if let other = sole(open, of: box, among: lost, isSame: isRenamed) {
        pair(box.id, other.id)
      }
    }
  }

  private mutating func pair(_ old: String, _ new: String) {
    later[old] = new
    earlier[new] = old
  }

  /// The one box that can be the same as `box`, if no other lost one can be it too.
  private func sole(
    _ open: [DrawnPicture.Box], of box: DrawnPicture.Box, among lost: [DrawnPicture.Box],
    isSame: (DrawnPicture.Box, DrawnPicture.Box) -> Bool
  ) -> DrawnPicture.Box? {
    let candidates = open.filter { isSame(box, $0) }
    guard candidates.count == 1 else { return nil }
    let rivals = lost.filter { later[$0.id] == nil && isSame($0, candidates[0]) }
    return rivals.count == 1 ? candidates[0] : nil
  }

  /// The same name and look in another container.
  private static func isElsewhere(_ one: DrawnPicture.Box, _ other: DrawnPicture.Box) -> Bool {
    one.ownID == other.ownID && one.text == other.text && one.style == other.style
      && one.parent != other.parent
  }

  /// Another name at the same place of the same container, with the same look.
  private func isRenamed(_ one: DrawnPicture.Box, _ other: DrawnPicture.Box) -> Bool {
    one.parent.flatMap { later[$0] } == other.parent && one.style == other.style
      && (one.x, one.y) == (other.x, other.y) && one.text != other.text
  }
}
