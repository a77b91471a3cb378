/// A result builder whose statements give lists, which it puts together in their order.
public protocol ListBuilder {
  /// What it collects.
  associatedtype Part
}

extension ListBuilder {
  /// Puts statements together, in their order.
  public static func buildBlock(_ parts: [Part]...) -> [Part] { parts.flatMap(\.self) }
  /// What an `if` without `else` gives.
  public static func buildOptional(_ part: [Part]?) -> [Part] { part ?? [] }
  /// What an `if` gives.
  public static func buildEither(first: [Part]) -> [Part] { first }
  /// What an `else` gives.
  public static func buildEither(second: [Part]) -> [Part] { second }
  /// What a `for` gives, round by round.
  public static func buildArray(_ parts: [[Part]]) -> [Part] { parts.flatMap(\.self) }
  /// What an `if #available` gives.
  public static func buildLimitedAvailability(_ part: [Part]) -> [Part] { part }
}
