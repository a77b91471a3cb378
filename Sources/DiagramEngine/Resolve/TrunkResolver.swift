import DiagramDSL
import DiagramModel

/// Finds out which united arrows share a trunk: those that do in some picture do in all.
struct TrunkResolver {
  private let series: Series
  private let items: [ResolvedSeries.Item]
  private let arrows: [ResolvedSeries.UnitedArrow]
  /// For each arrow the number of its trunk, `nil` if it has none.
  private(set) var trunks: [Int?]
  private(set) var diagnostics: [Diagnostic] = []

  init(
    _ series: Series, _ items: [ResolvedSeries.Item], _ arrows: [ResolvedSeries.UnitedArrow]
  ) {
    self.series = series
    self.items = items
    self.arrows = arrows
    trunks = arrows.map { _ in nil }
    let groups = groups()
    // A trunk with a mistake of its own is not compared with others.
    unite(groups.filter { isSound($0) })
  }

  /// An arrow of a trunk, as one picture shows it.
  private struct Member {
    /// The index of the united arrow.
    let index: Int
    let arrow: Arrow
  }

  /// The trunks of all pictures, picture by picture; a trunk of one arrow is none.
  private func groups() -> [[Member]] {
    series.pictures.indices.flatMap { picture in
      var order: [Trunk] = []
      var groups: [Trunk: [Member]] = [:]
      for (index, united) in arrows.enumerated() {
        guard let arrow = united.variants[picture], let trunk = arrow.sharedTrunk else { continue }
        if groups[trunk] == nil { order.append(trunk) }
        groups[trunk, default: []].append(Member(index: index, arrow: arrow))
      }
      return order.compactMap { groups[$0] }.filter { $0.count > 1 }
    }
  }

  // MARK: - One trunk in one picture

  /// Whether a trunk can be drawn; reports why not.
  private mutating func isSound(_ group: [Member]) -> Bool {
    let known = diagnostics.count
    check(group)
    return diagnostics.count == known
  }

  private mutating func check(_ group: [Member]) {
    guard group.filter({ !isDrawable($0) }).isEmpty else { return }
    guard haveCommonEnd(group.map(\.index)) else {
      report(
        .trunkWithoutCommonEnd, "the arrows of a trunk neither all start nor all end at one box",
        group[0].arrow,
        hint: "write `(a --> [b, c]).trunk()` or `([b, c] --> a).trunk()`")
      return
    }
    let isFanOut = Set(group.map { arrows[$0.index].source }).count == 1
    if let twin = firstTwin(in: group) {
      let (source, target) = (quoted(twin.source.title), quoted(twin.target.title))
      report(
        .trunkWithTwins, "two arrows of a trunk run from \(source) to \(target)", twin,
        hint: "take one of them out of the trunk")
    } else {
      checkSharedEnd(of: group, isFanOut: isFanOut)
    }
  }

  private mutating func isDrawable(_ member: Member) -> Bool {
    let (united, arrow) = (arrows[member.index], member.arrow)
    if united.source == united.target {
      report(
        .trunkWithLoop,
        "an arrow from \(quoted(arrow.source.title)) to itself cannot be part of a trunk", arrow,
        hint: "write it as an arrow of its own")
      return false
    }
    guard arrow.routing == .orthogonal else {
      let name = arrow.routing == .straight ? "straight" : "curved"
      report(
        .trunkWithoutAngles, "an arrow of a trunk cannot be \(name)", arrow,
        hint: "leave out `.\(name)()`, or take the arrow out of the trunk")
      return false
    }
    return true
  }

  /// The second of two arrows between the same boxes.
  private func firstTwin(in group: [Member]) -> Arrow? {
    var seen: Set<[Int]> = []
    return group.first {
      !seen.insert([arrows[$0.index].source, arrows[$0.index].target]).inserted
    }?.arrow
  }

  /// The arrows have to look alike where they are one line.
  private mutating func checkSharedEnd(of group: [Member], isFanOut: Bool) {
    let first = group[0]
    let root = isFanOut ? arrows[first.index].source : arrows[first.index].target
    let name = quoted((isFanOut ? first.arrow.source : first.arrow.target).title)
    let leave = isFanOut ? "leave" : "reach"
    let sides = group.filter { $0.arrow.side(atStart: isFanOut) != nil }
    for member in group.dropFirst() {
      let arrow = member.arrow
      if let side = arrow.side(atStart: isFanOut), side != sides[0].arrow.side(atStart: isFanOut) {
        report(
          .trunkSides, "the arrows of a trunk \(leave) \(name) on different sides", arrow,
          hint:
            "put `.\(isFanOut ? "from" : "to")(.\(sides[0].arrow.side(atStart: isFanOut) ?? side))` "
            + "on all of them")
        return
      }
      if arrow.head(atStart: isFanOut) != first.arrow.head(atStart: isFanOut)
        || arrow.gap != first.arrow.gap
      {
        report(
          .trunkEnds, "the arrows of a trunk have different heads or gaps at \(name)", arrow,
          hint: "give all of them the same heads and the same gap")
        return
      }
      if isInside(member, root, isFanOut) != isInside(first, root, isFanOut) {
        report(
          .trunkInsideAndOutside, "some arrows of a trunk \(leave) \(name) inside and some outside",
          arrow,
          hint: "make two trunks of them")
        return
      }
    }
  }

  /// Whether the other end of an arrow lies in the box that its trunk is at.
  private func isInside(_ member: Member, _ root: Int, _ isFanOut: Bool) -> Bool {
    let other = isFanOut ? arrows[member.index].target : arrows[member.index].source
    return sequence(first: other) { items[$0].parent }.contains(root)
  }

  // MARK: - All pictures

  /// Numbers the trunks; those of different pictures with a common arrow are one.
  private mutating func unite(_ groups: [[Member]]) {
    for (number, group) in groups.enumerated() {
      let known = group.first { trunks[$0.index] != nil }
      let earlier = Set(group.compactMap { trunks[$0.index] })
      for index in arrows.indices where trunks[index].map(earlier.contains) ?? false {
        trunks[index] = number
      }
      for member in group { trunks[member.index] = number }
      guard let known, !haveCommonEnd(arrows.indices.filter { trunks[$0] == number }) else {
        continue
      }
      report(
        .differentTrunks,
        "the arrow from \(quoted(known.arrow.source.title)) to "
          + "\(quoted(known.arrow.target.title)) is part of different trunks in two pictures",
        known.arrow, hint: "keep one trunk in all pictures of the series, so that nothing moves")
    }
  }

  private func haveCommonEnd(_ members: [Int]) -> Bool {
    Set(members.map { arrows[$0].source }).count == 1
      || Set(members.map { arrows[$0].target }).count == 1
  }

  private mutating func report(
    _ kind: Diagnostic.Kind, _ message: String, _ arrow: Arrow, hint: String
  ) {
    diagnostics.append(Diagnostic(kind, message, at: arrow.attributes.origin, hints: [hint]))
  }
}

extension Arrow {
  fileprivate func side(atStart: Bool) -> Side? { atStart ? sourceSide : targetSide }

  fileprivate func head(atStart: Bool) -> ArrowHead { atStart ? startHead : endHead }
}
