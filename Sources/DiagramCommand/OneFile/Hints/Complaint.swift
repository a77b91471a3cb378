/// What the compiler complains of, where an author can be told what to write instead.
enum Complaint: Equatable {
  /// A function, type or variable that there is not.
  case name(String)
  /// Something after a dot that a type has not.
  case member(String, of: String)
  /// An operator that there is not, or not between these.
  case sign(String)
  /// Labels that a call does not take; empty where the compiler does not say which.
  case labels([String])
  /// A text where a value of another type belongs.
  case text(insteadOf: String)
  /// A statement in braces that is nothing to be drawn.
  case statement
  /// What stands where a statement should have ended.
  case unseparated
  /// A declaration that goes on with what follows, after a comma.
  case openDeclaration
  /// A `#` that begins nothing.
  case hash
  /// A statement outside of everything.
  case topLevel
  /// A module that single files do not have.
  case module
  /// A function, type or value of the author's own.
  case part(PartComplaint)

  /// Reads a message of the compiler; nil for what it explains well enough itself.
  init?(_ message: String) {
    let quoted = message.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    let first = quoted.first ?? ""
    if let part = PartComplaint(message, quoted) {
      self = .part(part)
      return
    }
    guard
      let complaint = Self.ofName(message, first) ?? Self.ofMember(message, quoted)
        ?? Self.ofSign(message, first) ?? Self.ofCall(message, quoted)
        ?? Self.ofPlace(message, first)
    else { return nil }
    self = complaint
  }

  private static func ofName(_ message: String, _ name: String) -> Complaint? {
    let isUnknown =
      message.hasPrefix("cannot find '") && message.contains("in scope")
      || message.hasPrefix("cannot find type '")
      || message.contains("' cannot be constructed because it has no accessible initializers")
      || message.contains("' initializer is inaccessible")
    guard isUnknown else { return nil }
    return .name(name.hasPrefix("any ") ? String(name.dropFirst(4)) : name)
  }

  private static func ofMember(_ message: String, _ quoted: [String]) -> Complaint? {
    guard quoted.count > 1, message.contains("' has no member '") else { return nil }
    return .member(quoted[1], of: plainType(quoted[0]))
  }

  private static func ofSign(_ message: String, _ sign: String) -> Complaint? {
    let isUnknown =
      message.hasPrefix("cannot find operator '") || message.hasPrefix("binary operator '")
      || message.hasPrefix("operator function '")
      || message.hasPrefix("referencing operator function '")
      || message.hasPrefix("expected type before '") || message.hasPrefix("expected type after '")
      || message.hasSuffix("is not a prefix unary operator")
      || message.hasSuffix("is not a postfix unary operator")
    return isUnknown ? .sign(sign) : nil
  }

  private static func ofCall(_ message: String, _ quoted: [String]) -> Complaint? {
    let isOfLabel = [
      "extra argument '", "extraneous argument label", "incorrect argument label", "argument '",
    ].contains { message.hasPrefix($0) }
    if isOfLabel, let labels = quoted.first {
      return .labels(labels.split(separator: ":").map(String.init).filter { $0 != "_" })
    }
    if message.hasPrefix("extra argument") { return .labels([]) }
    if message.hasPrefix("cannot convert value of type 'String' to expected argument type"),
      quoted.count > 1
    {
      return .text(insteadOf: plainType(quoted[1]))
    }
    return nil
  }

  private static func ofPlace(_ message: String, _ first: String) -> Complaint? {
    switch message {
    case _ where message.hasPrefix("no exact matches in call to static method 'build"): .statement
    case _
    where message.hasPrefix("cannot convert value of type '")
      && ["[PictureItem]'", "[SequenceItem]'", "[Element]'"].contains { message.hasSuffix($0) }:
      .statement
    case _ where message.contains("declarations cannot be computed properties"): .openDeclaration
    case _ where message.hasPrefix("consecutive statements on a line"): .unseparated
    case _ where message.hasPrefix("adjacent operators are in"): .sign("")
    case _ where message.hasPrefix("operator with postfix spacing"): .sign("")
    case _
    where message.hasPrefix("no macro named")
      || message.hasPrefix("extraneous whitespace between '#'"):
      .hash
    case _ where message.contains("not allowed at the top level"): .topLevel
    case _
    where message.contains("no such module 'DiagramCommand'")
      || message.contains("no such module 'DiagramEngine'")
      || message.contains("missing required module 'CXML'"):
      .module
    default: nil
    }
  }

  /// A type without what makes it optional, a list, or any.
  private static func plainType(_ type: String) -> String {
    var type = type[...]
    if type.hasPrefix("any ") { type = type.dropFirst(4) }
    return String(type.filter { !"?![]()".contains($0) })
  }
}
