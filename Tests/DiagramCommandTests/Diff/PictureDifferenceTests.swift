import TestSupport
import Testing

@testable import DiagramCommand

/// `diagen diff`: what a person changed is told exactly.
@Suite struct PictureDifferenceTests {
  typealias Change = PictureDifference.Change

  @Test func whatIsTheSameIsNotTold() {
    var random = SeededGenerator(seed: 7)
    let picture = EditedPicture.random(&random).picture
    #expect(PictureDifference(from: picture, to: picture).isEmpty)
  }

  /// Random edits of random pictures, a thousand lists of them.
  @Test(arguments: UInt64(0)..<1000)
  func everyEditIsToldAndNoOther(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var edited = EditedPicture.random(&random)
    let old = edited.picture
    edited.edit(Int.random(in: 1...6, using: &random), &random)
    let difference = PictureDifference(from: old, to: edited.picture)
    #expect(Set(difference.changes) == Set(edited.changes), "\(old)\n\(edited.picture)")
    #expect(difference.changes.count == edited.changes.count)
    #expect(Set(difference.moved) == edited.moved)
  }
}

/// A picture with what was changed in it. Names and places are used once, as they are in most drawings.
private struct EditedPicture {
  private(set) var picture = DrawnPicture(boxes: [], arrows: [])
  private(set) var changes: [PictureDifference.Change] = []
  private(set) var moved: Set<String> = []
  /// How many names and places were given away.
  private var used = 0
  /// What has been edited, and what is in it or around it: one edit a box, so that the list is exact.
  private var touched: Set<String> = []

  static func random(_ random: inout SeededGenerator) -> EditedPicture {
    var edited = EditedPicture()
    for _ in 0..<Int.random(in: 4...14, using: &random) {
      let around = edited.picture.boxes.filter { $0.style == "container" }.randomElement(
        using: &random)
      edited.append(in: Bool.random(using: &random) ? around?.id : nil, &random)
    }
    let ids = edited.picture.boxes.map(\.id)
    for _ in 0..<Int.random(in: 0...10, using: &random) {
      guard let source = ids.randomElement(using: &random),
        let target = ids.randomElement(using: &random),
        !edited.picture.arrows.contains(where: { $0.source == source && $0.target == target })
      else { continue }
      edited.picture.arrows.append(
        .init(
          source: source, target: target, text: Bool.random(using: &random) ? "old" : "", style: "a"
        ))
    }
    return edited
  }

  private mutating func append(in parent: String?, _ random: inout SeededGenerator) {
    used += 1
    let style = ["container", "box", "accent"].randomElement(using: &random) ?? ""
    let name = "box\(used)"
    picture.boxes.append(
      .init(
        id: parent.map { "\($0)/\(name)" } ?? name, parent: parent, text: "Box \(used)",
        style: style,
        x: 1000 * used, y: 7 * used, width: 100, height: 50))
  }

  mutating func edit(_ number: Int, _ random: inout SeededGenerator) {
    for _ in 0..<number {
      switch Int.random(in: 0..<9, using: &random) {
      case 0: add(&random)
      case 1: remove(&random)
      case 2: rename(keepingID: true, &random)
      case 3: rename(keepingID: false, &random)
      case 4: reparent(&random)
      case 5: restyle(&random)
      case 6: move(&random)
      case 7: editArrow(&random)
      default: addArrow(&random)
      }
    }
  }

  // MARK: Boxes

  /// A box that nobody edited, nor what is in it or around it.
  private mutating func free(_ random: inout SeededGenerator, isLeaf: Bool = false) -> Int? {
    let indices = picture.boxes.indices.filter { index in
      let id = picture.boxes[index].id
      let isInner = picture.boxes.contains { $0.parent == id }
      return !touched.contains { $0 == id || $0.hasPrefix("\(id)/") || id.hasPrefix("\($0)/") }
        && !(isLeaf && isInner)
    }
    guard let index = indices.randomElement(using: &random) else { return nil }
    touched.insert(picture.boxes[index].id)
    return index
  }

  private func name(of id: String?) -> String? {
    picture.boxes.first { $0.id == id }?.name
  }

  /// What a box was called before the edits: what is gone is told by the names of its time.
  private func oldName(of id: String) -> String {
    name(of: id).map { before[$0] ?? $0 } ?? ""
  }

  private var before: [String: String] = [:]

  private mutating func add(_ random: inout SeededGenerator) {
    let around = picture.boxes.filter { box in
      box.style == "container" && !touched.contains { $0 == box.id || box.id.hasPrefix("\($0)/") }
    }.randomElement(using: &random)
    append(in: around?.id, &random)
    let box = picture.boxes[picture.boxes.count - 1]
    touched.insert(box.id)
    if let around { touched.insert(around.id) }
    changes.append(.boxAdded(box.name, in: around?.name))
  }

  private mutating func remove(_ random: inout SeededGenerator) {
    guard let index = free(&random, isLeaf: true) else { return }
    let box = picture.boxes.remove(at: index)
    changes.append(.boxRemoved(box.name, from: name(of: box.parent)))
    if let parent = box.parent { touched.insert(parent) }
    for arrow in picture.arrows where arrow.source == box.id || arrow.target == box.id {
      changes.append(
        .arrowRemoved(
          from: arrow.source == box.id ? box.name : oldName(of: arrow.source),
          to: arrow.target == box.id ? box.name : oldName(of: arrow.target)))
      touched.formUnion([arrow.source, arrow.target])
    }
    picture.arrows.removeAll { $0.source == box.id || $0.target == box.id }
  }

  private mutating func rename(keepingID: Bool, _ random: inout SeededGenerator) {
    guard let index = free(&random) else { return }
    let before = picture.boxes[index]
    used += 1
    picture.boxes[index].text = "Renamed \(used)"
    self.before["Renamed \(used)"] = before.name
    changes.append(.boxRenamed(before.name, to: "Renamed \(used)"))
    if !keepingID {
      let parent = before.parent.map { "\($0)/" } ?? ""
      replace(before.id, by: "\(parent)renamed\(used)", in: before.parent)
    }
    if let parent = before.parent { touched.insert(parent) }
  }

  private mutating func reparent(_ random: inout SeededGenerator) {
    guard let index = free(&random) else { return }
    let box = picture.boxes[index]
    let targets = picture.boxes.filter { other in
      other.style == "container" && other.id != box.id && other.id != box.parent
        && !other.id.hasPrefix("\(box.id)/")
        && !touched.contains { $0 == other.id || other.id.hasPrefix("\($0)/") }
    }
    let target =
      box.parent == nil || Bool.random(using: &random) ? targets.randomElement(using: &random) : nil
    guard target?.id != box.parent else { return }
    changes.append(.boxReparented(box.name, from: name(of: box.parent), to: target?.name))
    if let parent = box.parent { touched.insert(parent) }
    if let target { touched.insert(target.id) }
    replace(box.id, by: (target.map { "\($0.id)/" } ?? "") + box.ownID, in: target?.id)
  }

  /// Gives a box another id and parent, and what is in it ids to fit; it stands after its parent.
  private mutating func replace(_ old: String, by new: String, in parent: String?) {
    func renamed(_ id: String) -> String {
      id == old ? new : id.hasPrefix("\(old)/") ? new + id.dropFirst(old.count) : id
    }
    var (rest, own): ([DrawnPicture.Box], [DrawnPicture.Box]) = ([], [])
    for box in picture.boxes {
      let id = renamed(box.id)
      var copy = DrawnPicture.Box(
        id: id, parent: box.parent.map(renamed), text: box.text, style: box.style, x: box.x,
        y: box.y,
        width: box.width, height: box.height)
      if box.id == old { copy.parent = parent }
      if id == box.id { rest.append(copy) } else { own.append(copy) }
      touched.insert(id)
    }
    picture.boxes = rest + own
    picture.arrows = picture.arrows.map {
      .init(source: renamed($0.source), target: renamed($0.target), text: $0.text, style: $0.style)
    }
  }

  private mutating func restyle(_ random: inout SeededGenerator) {
    guard let index = free(&random) else { return }
    picture.boxes[index].style += ";dashed"
    changes.append(.boxRestyled(picture.boxes[index].name))
  }

  private mutating func move(_ random: inout SeededGenerator) {
    guard let index = free(&random) else { return }
    picture.boxes[index].y += 3
    moved.insert(picture.boxes[index].name)
  }

  // MARK: Arrows

  private mutating func editArrow(_ random: inout SeededGenerator) {
    guard let index = picture.arrows.indices.randomElement(using: &random) else { return }
    let arrow = picture.arrows[index]
    let (from, to) = (name(of: arrow.source) ?? "", name(of: arrow.target) ?? "")
    guard arrow.style == "a", !arrow.text.hasPrefix("new"), isSettled(arrow.source),
      isSettled(arrow.target)
    else { return }
    settle(arrow.source, arrow.target)
    if Bool.random(using: &random) {
      used += 1
      picture.arrows[index].text = "new \(used)"
      changes.append(
        .arrowRelabelled(from: from, to: to, before: arrow.text, after: "new \(used)"))
    } else if Bool.random(using: &random) {
      picture.arrows[index].style = "b"
      changes.append(.arrowRestyled(from: from, to: to))
    } else {
      picture.arrows.remove(at: index)
      changes.append(.arrowRemoved(from: from, to: to))
    }
  }

  private mutating func addArrow(_ random: inout SeededGenerator) {
    let ids = picture.boxes.map(\.id).filter(isSettled)
    guard let source = ids.randomElement(using: &random),
      let target = ids.randomElement(using: &random),
      !picture.arrows.contains(where: { $0.source == source && $0.target == target })
    else { return }
    let (from, to) = (name(of: source) ?? "", name(of: target) ?? "")
    guard !changes.contains(.arrowRemoved(from: from, to: to)) else { return }
    settle(source, target)
    picture.arrows.append(.init(source: source, target: target, text: "", style: "new"))
    changes.append(.arrowAdded(from: from, to: to))
  }

  /// Whether a box keeps its name until the end of the list.
  private func isSettled(_ id: String) -> Bool {
    !touched.contains { $0 == id || id.hasPrefix("\($0)/") || $0.hasPrefix("\(id)/") }
  }

  /// Leaves both ends of an arrow as they are.
  private mutating func settle(_ source: String, _ target: String) {
    touched.formUnion([source, target])
  }
}
