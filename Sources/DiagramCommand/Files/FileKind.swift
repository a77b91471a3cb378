#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What lies at a path.
enum FileKind: Equatable {
  case nothing
  /// A file with its permission bits.
  case file(permissions: mode_t)
  case folder
  case link
  /// A device, a socket, a pipe.
  case other

  /// What lies at `path`; where `followsLinks`, what a symbolic link leads to.
  ///
  /// - Throws: ``FileFailure`` when the path cannot be looked at, as in a folder that is closed.
  init(at path: String, followsLinks: Bool = false) throws(FileFailure) {
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else {
      // Not a directory: a file where the path needs a folder.
      guard errno == ENOENT || errno == ENOTDIR else { throw .system(.read, path) }
      self = .nothing
      return
    }
    self =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file(permissions: status.st_mode & 0o7777)
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
  }
}

extension FileKind {
  /// Why no file can take the place of what lies at `path`; nil where one can.
  ///
  /// - Throws: ``FileFailure`` when the path cannot be looked at.
  static func obstacle(at path: String) throws(FileFailure) -> String? {
    switch try FileKind(at: path) {
    case .nothing, .file: nil
    case .folder: "it is a folder"
    // Nobody is told to remove it: it may be /dev/stdout.
    case .link: "it is a symbolic link, which is not followed"
    case .other: "it is not a file"
    }
  }
}
