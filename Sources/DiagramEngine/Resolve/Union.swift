import DiagramDSL
import DiagramModel

/// Unites the elements of all pictures into one tree.
///
/// Boxes are one if they have one path of ids. Groups have no identity of their own: two groups in
/// one container are one if they share a box, or a group id. Children are ordered so that every
/// picture's order is kept; where that is impossible, a diagnostic names the pictures.
///
/// - Complexity: O(*n* log *n*) for *n* elements in all pictures, apart from conflicts.
struct Union {
  let series: Series
  let occurrences: [Occurrence]
  private(set) var items: [ResolvedSeries.Item] = []
  /// The item of each occurrence; `nil` for one that contradicts another.
  private(set) var itemOfOccurrence: [Int?]
  private(set) var diagnostics: [Diagnostic] = []
  /// Boxes that contradict others, with all that is inside: they became no items.
  var misplaced: [Occurrence] {
    zip(occurrences, itemOfOccurrence).compactMap { $1 == nil && $0.isBox ? $0 : nil }
  }
  /// The children of each occurrence, in order.
  private let children: [[Int]]
  private var firstOfPath: [String: Int] = [:]
  private var firstInPicture: [PathInPicture: Int] = [:]

  private struct PathInPicture: Hashable {
    let path: String
    let picture: Int
  }

  init(_ series: Series, _ occurrences: [Occurrence]) {
    self.series = series
    self.occurrences = occurrences
    itemOfOccurrence = Array(repeating: nil, count: occurrences.count)
    var children: [[Int]] = Array(repeating: [], count: occurrences.count)
    for (index, occurrence) in occurrences.enumerated() {
      if let parent = occurrence.parent { children[parent].append(index) }
    }
    self.children = children
    unite(occurrences.indices.filter { occurrences[$0].parent == nil }, parent: nil)
  }

  /// Unites what lies directly in one container or group, in all pictures, and then what lies inside.
  private mutating func unite(_ members: [Int], parent: Int?) {
    for siblings in ordered(classes(of: members)) {
      let first = occurrences[siblings[0]]
      var variants: [ResolvedSeries.Variant?] = Array(
        repeating: nil, count: series.pictures.count)
      for sibling in siblings {
        let occurrence = occurrences[sibling]
        itemOfOccurrence[sibling] = items.count
        variants[occurrence.picture] = ResolvedSeries.Variant(
          label: occurrence.label, attributes: occurrence.attributes,
          isFilled: occurrence.isFilled)
      }
      items.append(
        ResolvedSeries.Item(
          id: first.isBox ? first.path : "", parent: parent,
          content: first.content, variants: variants))
      checkTitles(siblings)
      unite(siblings.flatMap { children[$0] }, parent: items.count - 1)
    }
  }

  /// Takes over other numbers for the items.
  mutating func renumber(items: [ResolvedSeries.Item], ofOccurrences numbers: [Int?]) {
    (self.items, itemOfOccurrence) = (items, numbers)
  }

  // MARK: - What is one

  /// Sorts elements into classes that are one item each, in the order of their first elements.
  private mutating func classes(of members: [Int]) -> [[Int]] {
    var classes: [[Int]] = []
    var classOfKey: [String: Int] = [:]
    for member in members {
      if occurrences[member].isBox, contradictsEarlierPlace(member) { continue }
      // Keys of one element meet in one class: a group may join classes that were apart.
      let keys = keys(of: member)
      let met = Set(keys.compactMap { classOfKey[$0] }).sorted()
      let home = met.first ?? classes.count
      if met.isEmpty { classes.append([]) }
      for other in met.dropFirst() {
        classes[home] += classes[other]
        classes[other] = []
        for (key, value) in classOfKey where value == other { classOfKey[key] = home }
      }
      classes[home].append(member)
      for key in keys { classOfKey[key] = home }
    }
    let united = classes.filter { !$0.isEmpty }.map { $0.sorted() }
    for siblings in united { checkGroups(siblings) }
    return united
  }

  /// What makes an element one with others: its path, or for a group the paths of its boxes.
  private func keys(of member: Int) -> [String] {
    let occurrence = occurrences[member]
    if occurrence.isBox { return ["box " + occurrence.path] }
    if let id = occurrence.attributes.id { return ["group " + id] }
    return boxes(in: member).map { "content " + occurrences[$0].path }
  }

  /// The boxes of a group, those in groups inside it too.
  private func boxes(in group: Int) -> [Int] {
    children[group].flatMap { occurrences[$0].isBox ? [$0] : boxes(in: $0) }
  }

  // MARK: - Contradictions

  /// Whether a box of the same path lies elsewhere; reports it.
  private mutating func contradictsEarlierPlace(_ member: Int) -> Bool {
    let occurrence = occurrences[member]
    let place = PathInPicture(path: occurrence.path, picture: occurrence.picture)
    if let twin = firstInPicture[place] {
      // One without an identity is told as such.
      if !occurrence.path.isEmpty, occurrence.path.last != "/" {
        report(Contradiction(.twiceInPicture, member, twin))
      }
      return true
    }
    firstInPicture[place] = member
    guard let other = firstOfPath[occurrence.path] else {
      firstOfPath[occurrence.path] = member
      return false
    }
    let earlier = occurrences[other]
    let sameSlot = isSameSlot(member, other)
    if sameSlot, occurrence.content == earlier.content { return false }
    if sameSlot {
      report(Contradiction(.differentContent, member, other))
    } else {
      // Elements stand in the order of the pictures.
      report(Contradiction(.twoPlaces, max(member, other), min(member, other)))
    }
    return true
  }

  private func isSameSlot(_ one: Int, _ other: Int) -> Bool {
    switch (occurrences[one].parent, occurrences[other].parent) {
    case (nil, nil): true
    case (let one?, let other?): itemOfOccurrence[one] == itemOfOccurrence[other]
    default: false
    }
  }

  private mutating func report(_ contradiction: Contradiction) {
    diagnostics.append(contradiction.diagnostic(in: series, occurrences))
  }

  /// Reports groups that are one in one picture and two in another, or of different kinds.
  private mutating func checkGroups(_ siblings: [Int]) {
    guard !occurrences[siblings[0]].isBox else { return }
    var seen = Set<Int>()
    for sibling in siblings {
      let content = occurrences[sibling].content
      if !seen.insert(occurrences[sibling].picture).inserted {
        reportSplit(sibling, siblings)
      } else if !isSameArrangement(content, occurrences[siblings[0]].content) {
        report(Contradiction(.differentArrangements, sibling, siblings[0]))
      }
    }
  }

  /// Reports one of several groups of a picture that another picture, or their id, makes one. Groups
  /// that only hold the same box are none: that box stands twice.
  private mutating func reportSplit(_ sibling: Int, _ siblings: [Int]) {
    let picture = occurrences[sibling].picture
    if let joined = siblings.first(where: { occurrences[$0].picture != picture }) {
      report(Contradiction(.splitGroup, sibling, joined))
    } else if occurrences[sibling].attributes.id != nil {
      report(Contradiction(.twiceInPicture, sibling, siblings[0]))
    }
  }

  /// Reports a box whose title is another one in a later picture: by their ids they are one.
  private mutating func checkTitles(_ siblings: [Int]) {
    let first = occurrences[siblings[0]]
    let other = siblings.first { sibling in
      let occurrence = occurrences[sibling]
      return occurrence.attributes.id == nil && first.attributes.id == nil
        && occurrence.title.filter { !$0.isWhitespace } != first.title.filter { !$0.isWhitespace }
    }
    if first.isBox, let other { report(Contradiction(.differentTitles, other, siblings[0])) }
  }

  private func isSameArrangement(
    _ one: ResolvedSeries.Content, _ other: ResolvedSeries.Content
  ) -> Bool {
    guard case .group(let one, _) = one, case .group(let other, _) = other else { return false }
    return one == other
  }

  // MARK: - Order

  /// Puts classes into one order that keeps the order of every picture.
  private mutating func ordered(_ classes: [[Int]]) -> [[Int]] {
    var classOfMember: [Int: Int] = [:]
    for (index, members) in classes.enumerated() {
      for member in members { classOfMember[member] = index }
    }
    var sequences = Array(repeating: [Int](), count: series.pictures.count)
    for member in classOfMember.keys.sorted() {
      sequences[occurrences[member].picture].append(classOfMember[member] ?? 0)
    }
    var merged = mergedOrder(of: sequences, count: classes.count)
    var told: Set<[Int]> = []
    while merged.count < classes.count, let conflict = firstConflict(in: sequences) {
      // Pictures that differ once differ often: that they do is enough to know.
      if told.insert([conflict.first, conflict.second].sorted()).inserted {
        report(conflict, classes)
      }
      // The second picture always has it, even where several contradict the first one together.
      sequences[conflict.second].removeAll { $0 == conflict.before }
      merged = mergedOrder(of: sequences, count: classes.count)
    }
    return merged.map { classes[$0] }
  }

  private mutating func report(_ conflict: OrderConflict, _ classes: [[Int]]) {
    var contradiction = Contradiction(
      .differentOrders, occurrence(of: classes[conflict.after], in: conflict.second),
      occurrence(of: classes[conflict.before], in: conflict.first))
    contradiction.pictures = (conflict.second, conflict.first)
    report(contradiction)
  }

  private func occurrence(of members: [Int], in picture: Int) -> Int {
    members.first { occurrences[$0].picture == picture } ?? members[0]
  }
}
