/// Whether all members of a sequence are like a pattern, parts of which stand for any number of them.
///
/// - Parameters:
///   - pattern: the parts in their order.
///   - members: what they are compared with.
///   - isAny: whether a part stands for any number of members.
///   - isLike: whether a part stands for a member, if it stands for one.
/// - Returns: whether the whole pattern stands for all of them.
/// - Complexity: O(*parts* · *members*): what does not fit goes back only to the last part for any.
package func matches<Part, Member>(
  _ pattern: [Part], _ members: [Member], isAny: (Part) -> Bool, isLike: (Part, Member) -> Bool
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
