#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file by its path, as the user would write it.
struct NamedFile {
  let path: String

  /// Whether both paths lead to one file, however they are written; also if there is none yet.
  func isSame(as other: NamedFile) -> Bool {
    var (mine, theirs) = (stat(), stat())
    guard stat(path, &mine) == 0, stat(other.path, &theirs) == 0 else { return path == other.path }
    return mine.st_dev == theirs.st_dev && mine.st_ino == theirs.st_ino
  }

  /// The whole content.
  func read() throws(FileFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(.read, path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0,
      let bytes = readAll(from: descriptor, upTo: Int(status.st_size))
    else { throw .system(.read, path) }
    return bytes
  }

  /// Replaces the content, as a whole or not at all; `mayReplace` is asked at the last moment.
  ///
  /// - Returns: whether the file was written; not so where `mayReplace` said no.
  /// - Throws: ``FileFailure`` also where something other than a file lies.
  @discardableResult
  func write(
    _ bytes: [UInt8], when mayReplace: () -> Bool = { true }
  ) throws(FileFailure) -> Bool {
    switch try FileKind(at: path) {
    case .nothing:
      return try AtomicFile.write(bytes, to: path, permissions: nil, when: mayReplace)
    case .file(let permissions):
      return try AtomicFile.write(bytes, to: path, permissions: permissions, when: mayReplace)
    case .folder: throw FileFailure(action: .write, path: path, reason: "it is a folder")
    case .link:
      throw FileFailure(
        action: .write, path: path, reason: "it is a symbolic link; remove it first")
    case .other: throw FileFailure(action: .write, path: path, reason: "it is not a file")
    }
  }

  /// Removes the file.
  func remove() throws(FileFailure) {
    guard unlink(path) == 0 else { throw .system(.remove, path) }
  }
}
