#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The path of a source file as an editor or terminal opens it from the working folder.
struct SourcePath {
  /// The working folder by all its names, each with a slash at its end.
  private let folders: [String]

  /// Paths as they are seen from the working folder of the process.
  ///
  /// A shell that went there by a symbolic link knows the folder by another name than the system.
  static let ofProcess: SourcePath = {
    var folders: [String] = []
    if let current = getcwd(nil, 0) {
      folders.append(String(cString: current))
      free(current)
    }
    if let shown = environment("PWD"),
      folders.contains(where: { NamedFile(path: $0).isSame(as: NamedFile(path: shown)) })
    {
      folders.append(shown)
    }
    return SourcePath(seenFrom: folders)
  }()

  init(seenFrom folders: [String]) {
    self.folders = folders.filter { $0.hasPrefix("/") }.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
  }

  /// The path below the working folder, or the whole one of a file that lies outside.
  func relative(_ path: String) -> String { below(path) ?? realPath(path).flatMap(below) ?? path }

  private func below(_ path: String) -> String? {
    folders.first { path.hasPrefix($0) }.map { String(path.dropFirst($0.count)) }
  }

  /// The path without symbolic links, if it leads anywhere.
  private func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
