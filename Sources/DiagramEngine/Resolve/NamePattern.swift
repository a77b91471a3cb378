import DiagramModel

/// A text that means all ways of ids like it, as in `worker/*`.
///
/// `*` stands for any letters of an id, `?` for one, `**` for any number of containers. Containers at the
/// beginning of a way may be left out.
struct NamePattern {
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
    return Self.matches(isAnywhere, path, isAny: { $0 == ["*", "*"] }) { pattern, id in
      Self.matches(pattern, id, isAny: { $0 == "*" }) { $0 == "?" || $0 == $1 }
    }
  }

  /// The first id in the text that nothing in the ways is like, with the ids before and behind it.
  func firstUnknown(in paths: [String]) -> (before: String, id: String, behind: String)? {
    let known = each(paths.flatMap { $0.split(separator: "/").map(Array.init) })
    let unknown = ids.firstIndex { pattern in
      !known.contains { id in
        Self.matches(pattern, id, isAny: { $0 == "*" }) { $0 == "?" || $0 == $1 }
      }
    }
    return unknown.map { index in
      (
        before: ids[..<index].map { String($0) + "/" }.joined(), id: String(ids[index]),
        behind: ids[(index + 1)...].map { "/" + String($0) }.joined()
      )
    }
  }

  /// Whether a sequence is like a pattern, parts of which stand for any number of its members.
  private static func matches<Part: Equatable>(
    _ pattern: [Part], _ members: [Part], isAny: (Part) -> Bool, isLike: (Part, Part) -> Bool
  ) -> Bool {
    var (part, member) = (0, 0)
    // Where to go on if what follows the last part for any does not fit: one more member is for it.
    var retry: (part: Int, member: Int)?
    while member < members.count {
      if part < pattern.count, isAny(pattern[part]) {
        retry = (part, member)
        part += 1
      } else if part < pattern.count, isLike(pattern[part], members[member]) {
        (part, member) = (part + 1, member + 1)
      } else if let (any, from) = retry {
        retry = (any, from + 1)
        (part, member) = (any + 1, from + 1)
      } else {
        return false
      }
    }
    return pattern[part...].allSatisfy(isAny)
  }
}
