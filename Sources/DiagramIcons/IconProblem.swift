/// Why a file is no icon, in words that stand behind its name.
package struct IconProblem: Error, Hashable, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }
}

/// What an icon may have at most.
package enum IconLimits {
  /// Steps of all its paths together.
  static let steps = 20_000
  /// Elements in each other.
  static let depth = 32
  /// Elements, those that are shown again counted again.
  static let elements = 4_000
  /// A coordinate, either way.
  static let coordinate = 1e6
  /// Pixels of a picture, either way.
  static let pixels = 4_096
  /// Bytes of a file.
  package static let bytes = 400_000
}
