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

  /// The most that is read at once, in megabytes.
  static let mostMegabytes = 256

  /// The whole content, also of a pipe or `/dev/stdin`, which do not tell how long they are.
  ///
  /// - Throws: ``FileFailure``, also for more than ``mostMegabytes``.
  func read() throws(FileFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(.read, path) }
    defer { close(descriptor) }
    let limit = Self.mostMegabytes << 20
    guard let bytes = readAll(from: descriptor, upTo: limit + 1) else {
      throw .system(.read, path)
    }
    guard bytes.count <= limit else {
      throw FileFailure(
        action: .read, path: path, reason: "it holds more than \(Self.mostMegabytes) MB")
    }
    return bytes
  }

  /// Replaces the content, as a whole or not at all.
  func write(_ bytes: [UInt8]) throws(FileFailure) {
    switch try FileKind(at: path) {
    case .nothing: try AtomicFile.write(bytes, to: path, permissions: nil)
    case .file(let permissions): try AtomicFile.write(bytes, to: path, permissions: permissions)
    case .folder: throw FileFailure(action: .write, path: path, reason: "it is a folder")
    case .link:
      throw FileFailure(
        action: .write, path: path, reason: "it is a symbolic link; remove it first")
    case .other: throw FileFailure(action: .write, path: path, reason: "it is not a file")
    }
  }
}
