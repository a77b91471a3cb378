import DiagramModel

/// What keeps a name from being a path below a folder on some system.
///
/// > Source: “Naming Files, Paths, and Namespaces”, Microsoft; `path_resolution(7)`.
struct PathProblem {
  /// What is wrong, after the name: `would leave the output folder`.
  let words: String

  /// The first problem of a path whose parts are separated by `/`; nil if there is none.
  init?(_ path: String) {
    guard let words = Self.words(for: path) else { return nil }
    self.words = words
  }

  private static func words(for path: String) -> String? {
    if path.isEmpty { return "is empty" }
    if path.hasPrefix("/") || path.hasPrefix("~") { return "would leave the output folder" }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if parts.contains("..") { return "would leave the output folder" }
    if let forbidden = path.unicodeScalars.first(where: isForbidden) {
      return forbidden.value < 0x20 || forbidden.value > 0x7E
        ? "holds the character U+\(forbidden.hexadecimal), which names of files cannot have"
        : "holds the character “\(forbidden)”, which Windows does not take in names"
    }
    for part in parts {
      if part.isEmpty || part == "." { return "has a part without a name" }
      if part.hasSuffix(".") { return "ends in a dot, which Windows drops" }
      if part.hasSuffix(" ") { return "ends in a space, which Windows drops" }
      if isReserved(part) { return "is the name of a device on Windows" }
      if part.utf8.count > maximumPart { return "is longer than file systems take" }
    }
    return path.utf8.count > maximumPath ? "is longer than file systems take" : nil
  }

  /// A path like this one without the problem; `substitute` where nothing of it can stay.
  static func repaired(_ path: String, substitute: String) -> String {
    let parts = path.split(separator: "/").compactMap { repaired(part: $0) }
    var kept: [String] = []
    for part in parts where (kept + [part]).joined(separator: "/").utf8.count <= maximumPath {
      kept.append(part)
    }
    return kept.isEmpty ? substitute : kept.joined(separator: "/")
  }

  private static func repaired(part: Substring) -> String? {
    // What stands between forbidden characters, joined by a dash.
    let pieces = part.unicodeScalars.split(whereSeparator: isForbidden)
      .map { String(String.UnicodeScalarView($0)) }
    var name = pieces.joined(separator: "-")
    while name.hasPrefix("~") { name.removeFirst() }
    while name.utf8.count > readablePart { name.removeLast() }
    while name.hasSuffix(".") || name.hasSuffix(" ") { name.removeLast() }
    if name.isEmpty { return nil }
    return isReserved(name[...]) ? "\(name.prefix { $0 != "." && $0 != " " })-1" : name
  }

  /// In bytes: what the extension of a file and the name of an unfinished one need is left.
  private static let maximumPart = 200
  /// In bytes: how long a name is at most that a hint makes up.
  private static let readablePart = 40
  /// In bytes, of what some systems take with the output folder before it.
  private static let maximumPath = 800

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0xFFFE || scalar.value == 0xFFFF
      || #"\:*?"<>|"#.unicodeScalars.contains(scalar)
  }

  /// Whether Windows takes a name for a device, as it does with any extension.
  private static func isReserved(_ part: Substring) -> Bool {
    let stem = part.prefix { $0 != "." }.lowercased()
    let name = stem.prefix { $0 != " " }
    if ["con", "prn", "aux", "nul", "conin$", "conout$"].contains(name) { return true }
    guard name.count == 4, let last = name.last, "0123456789¹²³".contains(last) else {
      return false
    }
    return name.hasPrefix("com") || name.hasPrefix("lpt")
  }
}
