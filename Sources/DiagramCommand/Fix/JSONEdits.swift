/// What a mend changes in a file of JSON, whose places are objects and whose words are members.
///
/// JSON is read as pieces of Swift are: its names and texts, numbers and brackets are pieces there too.
extension SwiftPieces {
  /// The bytes of the member that says what a modifier says, with a comma beside it; nil where the object does not say
  /// it, or with another value.
  func memberRange(ofModifier name: String, inObjectAt open: Int) -> Range<Int>? {
    let (member, values) =
      switch name {
      case "straight": ("straight", ["true"])
      case "from", "to": ("\(name)Side", ["\"left\"", "\"right\"", "\"top\"", "\"bottom\""])
      default: ("", [])
      }
    guard let found = self.member(member, ofObjectAt: open), values.contains(compact(found.value))
    else { return nil }
    return removal(of: found)
  }

  /// What becomes of the member that says what an argument says: its bytes and what takes their place.
  func memberEdit(
    ofArgument name: String, from: String, to: String, inObjectAt open: Int
  ) -> (range: Range<Int>, text: String)? {
    guard let found = member(name, ofObjectAt: open), isWithoutComments(found.value) else {
      return nil
    }
    // The whole of a slide is what is not said.
    if name == "slide" {
      return to == ".full" && compact(found.value) == Self.share(from)
        ? (removal(of: found), "") : nil
    }
    return compact(found.value) == from ? (found.value, to) : nil
  }

  /// `.width(0.5)` as JSON.
  private static func share(_ value: String) -> String {
    let parts = value.split { $0 == "(" || $0 == ")" }
    return parts.count == 2 ? "{\"\(parts[0].dropFirst())\":\(parts[1])}" : ""
  }

  /// A member of an object: the pieces of its name and of what follows it, and the bytes of its value.
  private struct Member {
    let name: Int
    let next: Int
    let value: Range<Int>
  }

  /// The member of this name of the object that opens here; nil where there is none, or several.
  private func member(_ name: String, ofObjectAt open: Int) -> Member? {
    guard isSymbol("{", at: open), let close = close(of: open) else { return nil }
    var found: Member?
    var index = open + 1
    while index < close {
      let start = index
      while index < close, !isSymbol(",", at: index) {
        let isOpening = isSymbol("{", at: index) || isSymbol("[", at: index)
        index = isOpening ? (self.close(of: index) ?? close) + 1 : index + 1
      }
      if start + 2 < index, isSymbol(":", at: start + 1),
        compact(all[start].range) == "\"\(name)\""
      {
        guard found == nil else { return nil }
        let value = all[start + 2].range.lowerBound..<all[index - 1].range.upperBound
        found = Member(name: start, next: index, value: value)
      }
      index += 1
    }
    return found
  }

  /// A member with the comma before it, or with the one behind it if it is the first.
  private func removal(of member: Member) -> Range<Int> {
    if isSymbol(",", at: member.name - 1) {
      return all[member.name - 1].range.lowerBound..<member.value.upperBound
    }
    let isFollowed = isSymbol(",", at: member.next) && member.next + 1 < all.count
    let end = isFollowed ? all[member.next + 1].range.lowerBound : member.value.upperBound
    return all[member.name].range.lowerBound..<end
  }
}
