import DiagramModel

/// A text that means all ways of ids like it, as in `worker/*`.
///
/// `*` stands for any letters of an id, `?` for one, `**` for any number of containers. Containers at the
/// beginning of a way may be left out.
struct IDPattern {
  private let ids: [[Character]]

  init(_ text: String) {
    ids = text.split(separator: "/", omittingEmptySubsequences: false).map(Array.init)
  }

  /// Whether a way of ids, joined by `/`, is like the text.
  ///
  /// - Complexity: O(*ids in the text* · *ids in the way*) comparisons of ids.
  func matches(_ path: String) -> Bool {
    let path = path.split(separator: "/").map(Array.init)
    let isAnywhere = [["*", "*"]] + ids
    return DiagramModel.matches(
      isAnywhere, path, isAny: { $0 == ["*", "*"] }, isLike: Self.isLike)
  }

  /// The first id in the text that nothing in the ways is like, with the ids before and behind it.
  func firstUnknown(in paths: [String]) -> (before: String, id: String, behind: String)? {
    let known = each(paths.flatMap { $0.split(separator: "/").map(Array.init) })
    let unknown = ids.firstIndex { pattern in
      !known.contains { Self.isLike(pattern, $0) }
    }
    return unknown.map { index in
      (
        before: ids[..<index].map { String($0) + "/" }.joined(), id: String(ids[index]),
        behind: ids[(index + 1)...].map { "/" + String($0) }.joined()
      )
    }
  }

  private static func isLike(_ pattern: [Character], _ id: [Character]) -> Bool {
    DiagramModel.matches(pattern, id, isAny: { $0 == "*" }) { $0 == "?" || $0 == $1 }
  }
}
