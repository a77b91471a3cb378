import Foundation

/// The work tree that the tests were built in.
enum WorkTree {
  static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path(percentEncoded: false)

  /// A file by its path in the work tree.
  static func file(_ name: String) -> String { "\(path)/\(name)".replacing("//", with: "/") }
}
