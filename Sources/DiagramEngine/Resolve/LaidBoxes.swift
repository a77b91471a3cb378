import DiagramDSL
import DiagramModel

/// Finds the boxes that others lie on, and puts what lies on something behind all that may be under it.
struct LaidBoxes {
  /// The union with the places.
  private(set) var union: Union
  /// Whether the union is another one than before.
  private(set) var hasMoved = false
  private(set) var diagnostics: [Diagnostic] = []
  private let finder: BoxFinder

  init(_ union: Union, _ finder: BoxFinder) {
    (self.union, self.finder) = (union, finder)
    let laid = union.items.indices.filter { index in
      union.items[index].shown.contains { $0.attributes.on != nil }
    }
    guard !laid.isEmpty else { return }
    var places: [Int: ResolvedSeries.PlaceOnBox] = [:]
    for item in laid { places[item] = place(of: item) }
    dropCircles(&places)
    dropTowers(&places)
    self.union = union.laid(places, order: order(places))
    hasMoved = true
  }

  private var items: [ResolvedSeries.Item] { finder.items }

  // MARK: - Places

  /// Where an item lies, the same in all pictures that show it; nil if they do not agree, or one does not show
  /// what is under it.
  private mutating func place(of item: Int) -> ResolvedSeries.PlaceOnBox? {
    var found: (place: ResolvedSeries.PlaceOnBox, written: PlaceOn)?
    for (picture, variant) in items[item].variants.enumerated() {
      guard let variant else { continue }
      guard let written = variant.attributes.on else {
        reportFree(item, in: picture)
        return nil
      }
      guard let box = box(written, of: item, in: picture) else { return nil }
      let place = ResolvedSeries.PlaceOnBox(
        box: box, x: written.x, y: written.y, columns: written.track?.columns,
        share: written.track?.share, across: across(written, of: item, on: box))
      guard let known = found else {
        found = (place, written)
        continue
      }
      guard known.place == place else {
        reportDifferent(item, written, known.written)
        return nil
      }
    }
    return found?.place
  }

  /// What a line on the track of a timeline runs across: the arrangement of all its lanes.
  private func across(_ written: PlaceOn, of item: Int, on box: Int) -> Int? {
    guard written.track != nil, items[item].free == .divider else { return nil }
    return items[box].parent.flatMap { items[$0].parent }
  }

  private mutating func box(_ written: PlaceOn, of item: Int, in picture: Int) -> Int? {
    do {
      let found = try finder.found(
        BoxFinder.Request(
          reference: written.box, picture: picture, user: .place, origin: written.origin))
      guard found.isLifted else { return found.shown }
      let (box, picture) = (quoted(written.box.title), quoted(finder.series.pictures[picture].name))
      report(
        .unknownBox, "picture \(picture) does not show \(box), on which \(name(item)) lies",
        at: written.origin,
        "\(quoted(items[found.shown].shown[0].text)) is collapsed there: leave \(name(item)) out of the picture, or open the container"
      )
    } catch {
      if let diagnostic = error.diagnostic { diagnostics.append(diagnostic) }
    }
    return nil
  }

  private mutating func reportFree(_ item: Int, in picture: Int) {
    let shown = items[item].shown
    guard let other = shown.lazy.compactMap(\.attributes.on).first else { return }
    report(
      .differentPlaces,
      "\(name(item)) lies on \(quoted(other.box.title)) in one picture, and on nothing in picture "
        + quoted(finder.series.pictures[picture].name),
      at: items[item].variants[picture]?.attributes.origin ?? other.origin,
      "write `\(written(other))` in all pictures of the series, so that nothing moves",
      notes: [.init("the other place", at: other.origin)])
  }

  private mutating func reportDifferent(_ item: Int, _ one: PlaceOn, _ other: PlaceOn) {
    report(
      .differentPlaces,
      "\(name(item)) lies at \(words(one)) in one picture and at \(words(other)) in another",
      at: one.origin,
      "write `\(written(other))` in all pictures of the series, so that nothing moves",
      notes: [.init("the other place", at: other.origin)])
  }

  // MARK: - Circles

  /// What an item has to stand behind: what it is written in, and what it lies on.
  private func bases(
    of item: Int, _ places: [Int: ResolvedSeries.PlaceOnBox]
  ) -> [Int] {
    [items[item].parent, places[item]?.box].compactMap(\.self)
  }

  /// Takes the places away that lead back to where they begin.
  private mutating func dropCircles(_ places: inout [Int: ResolvedSeries.PlaceOnBox]) {
    for item in places.keys.sorted() {
      guard let place = places[item], reaches(item, from: place.box, places) else { continue }
      places[item] = nil
      let written = items[item].shown.lazy.compactMap(\.attributes.on).first
      let box = quoted(items[place.box].shown[0].text)
      report(
        .laidOnItself,
        place.box == item
          ? "\(name(item)) lies on itself"
          : "\(name(item)) lies on \(box), which lies on it or in it",
        at: written?.origin ?? items[item].shown[0].attributes.origin,
        "lay it on another box, or on none")
    }
  }

  private func reaches(
    _ goal: Int, from start: Int, _ places: [Int: ResolvedSeries.PlaceOnBox]
  ) -> Bool {
    var (seen, next) = (Set<Int>(), [start])
    while let item = next.popLast() {
      if item == goal { return true }
      if seen.insert(item).inserted { next += bases(of: item, places) }
    }
    return false
  }

  /// Takes the places away of what lies on more others than a drawing may be deep.
  private mutating func dropTowers(_ places: inout [Int: ResolvedSeries.PlaceOnBox]) {
    for item in places.keys.sorted() {
      var (outer, depth): (Int?, Int) = (item, 0)
      while let around = outer, depth <= Self.deepest {
        (outer, depth) = (places[around]?.box ?? items[around].parent, depth + 1)
      }
      guard depth > Self.deepest else { continue }
      let written = items[item].shown.lazy.compactMap(\.attributes.on).first
      report(
        .deepNesting, "\(name(item)) lies on and in more than \(Self.deepest) others",
        at: written?.origin ?? items[item].shown[0].attributes.origin, "lay it on another box")
      places[item] = nil
    }
  }

  /// As deep as containers and groups may lie in each other, with some on top.
  private static let deepest = 120

  // MARK: - Order

  /// All items: those that lie on nothing first, then those on these, and so on, each in the written order.
  private func order(_ places: [Int: ResolvedSeries.PlaceOnBox]) -> [Int] {
    var levels = [Int?](repeating: nil, count: items.count)
    func level(_ item: Int) -> Int {
      if let known = levels[item] { return known }
      let around = items[item].parent.map(level) ?? 0
      let level = places[item].map { max(level($0.box) + 1, around) } ?? around
      levels[item] = level
      return level
    }
    let all = items.indices.map { (level: level($0), item: $0) }
    return all.sorted { ($0.level, $0.item) < ($1.level, $1.item) }.map(\.item)
  }

  // MARK: - Words

  private func name(_ item: Int) -> String {
    let text = items[item].shown.first?.text ?? ""
    return text.isEmpty ? "what lies there" : quoted(text)
  }

  private func words(_ place: PlaceOn) -> String {
    "(\(place.x ?? 0.5), \(place.y ?? 0.5)) of \(quoted(place.box.title))"
  }

  private func written(_ place: PlaceOn) -> String {
    let shares = [("x", place.x), ("y", place.y)].compactMap { axis, share in
      share.map { ", \(axis): \($0)" }
    }
    return ".on(\(variable(place.box.title))\(shares.joined()))"
  }

  private mutating func report(
    _ kind: Diagnostic.Kind, _ message: String, at origin: Origin, _ hint: String,
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(Diagnostic(kind, message, at: origin, hints: [hint], notes: notes))
  }
}

extension Union {
  /// The same with some items on others, in another order, in which what an item is written in or lies on
  /// stands before it.
  func laid(_ places: [Int: ResolvedSeries.PlaceOnBox], order: [Int]) -> Union {
    var index = order
    for (place, item) in order.enumerated() { index[item] = place }
    var union = self
    union.renumber(
      items: order.map { item in
        var moved = items[item]
        moved.parent = moved.parent.map { index[$0] }
        moved.on = places[item].map { place in
          var place = place
          (place.box, place.across) = (index[place.box], place.across.map { index[$0] })
          return place
        }
        return moved
      }, ofOccurrences: itemOfOccurrence.map { $0.map { index[$0] } })
    return union
  }
}
