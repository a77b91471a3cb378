import DiagramDSL
import DiagramModel

extension PictureStates {
  /// What has a name like a text in a picture; nil, which is told, if nothing has.
  mutating func named(
    _ text: String, _ state: PictureState, in picture: Int
  ) -> (boxes: [Int], lines: [Line])? {
    let lines = lines(named: text, in: picture)
    let boxes = boxes(named: text, in: picture)
    let counts = state.change.isForArrows ? boxes.count + lines.count : boxes.count
    if counts > 0 { return (boxes, lines) }
    diagnostics.append(unmatched(text, state, in: picture))
    return nil
  }

  /// The boxes with names like a text; if there are none, the collapsed containers that hold some.
  private func boxes(named text: String, in picture: Int) -> [Int] {
    let pattern = IDPattern(text)
    let named = items.indices.filter { !items[$0].id.isEmpty && pattern.matches(items[$0].id) }
    let shown = named.filter { items[$0].variants[picture] != nil }
    guard shown.isEmpty else { return shown }
    let around = named.compactMap { items.shownBox(from: $0, in: picture) }
      .filter { items[$0].variants[picture]?.isFilled == false }
    return each(around + finder.collapsed(in: picture) { pattern.matches($0) })
  }

  /// The arrows and messages of which both ends have names like a text with an arrow in it, or with such an
  /// id.
  private func lines(named text: String, in picture: Int) -> [Line] {
    let arrow = "-->"
    let parts = text.split(separator: arrow, maxSplits: 1, omittingEmptySubsequences: false)
    let shown = allLines.filter { variant(of: $0, in: picture) != nil }
    guard parts.count == 2 else {
      let pattern = IDPattern(text)
      return shown.filter { line in
        variant(of: line, in: picture)?.attributes.id.map(pattern.matches) ?? false
      }
    }
    let ends = parts.map { IDPattern($0.filter { $0 != " " }) }
    return shown.filter { line in
      guard let boxes = self.ends(of: line) else { return false }
      return zip(ends, [boxes.source, boxes.target]).allSatisfy { pattern, end in
        let shown = items.shownBox(from: end, in: picture) ?? end
        return pattern.matches(items[end].id) || pattern.matches(items[shown].id)
      }
    }
  }

  private func unmatched(_ text: String, _ state: PictureState, in picture: Int) -> Diagnostic {
    let names = items.filter { !$0.id.isEmpty && $0.variants[picture] != nil }.map(\.id)
    let ids = each(names.flatMap { $0.split(separator: "/").map(String.init) })
    let isArrow = text.contains("-->")
    var hints: [String] = []
    for part in isArrow ? text.split(separator: "-->").map(String.init) : [text] {
      guard let unknown = IDPattern(part.filter { $0 != " " || !isArrow }).firstUnknown(in: names)
      else { continue }
      let near = nearest(to: unknown.id, among: ids)
        .map { quoted(unknown.before + $0 + unknown.behind) }
      if !near.isEmpty { hints.append("did you mean \(list(near, "or"))?") }
    }
    if hints.isEmpty {
      let some = names.prefix(12).map(quoted).joined(separator: ", ")
      hints.append("it shows \(some)\(names.count > 12 ? ", …" : "")")
    }
    let name = quoted(finder.series.pictures[picture].name)
    let kind = isArrow ? "arrow" : "box"
    return Diagnostic(
      .unmatchedName, "picture \(name) shows no \(kind) with a name like \(quoted(text))",
      at: state.origin, hints: hints)
  }
}

extension PictureState.Change {
  /// Whether arrows can look like this.
  fileprivate var isForArrows: Bool {
    switch self {
    case .focus, .muted, .accent, .crossedOut: true
    case .highlight: false
    }
  }
}
