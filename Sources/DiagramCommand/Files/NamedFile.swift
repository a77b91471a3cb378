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
  ///
  /// - Throws: ``FileFailure`` also where something other than a file lies.
  func write(_ bytes: [UInt8]) throws(FileFailure) {
    try withTerminationHeldBack { () throws(FileFailure) in
      for _ in 0..<100 {
        let replacement = try replacement(with: bytes)
        try replacement.synchronize()
        if try replacement.takePlace(when: { true }) {
          return Replacement.synchronizeFolders(of: [path])
        }
      }
      throw FileFailure(
        action: .write, path: path, reason: "another program removes the files beside it")
    }
  }

  /// A file with these bytes and the mode of this one, which waits to take its place.
  ///
  /// - Throws: ``FileFailure`` also where something other than a file lies.
  func replacement(
    with bytes: [UInt8], number: Int = 0
  ) throws(FileFailure) -> Replacement {
    if let obstacle = try FileKind.obstacle(at: path) {
      throw FileFailure(action: .write, path: path, reason: obstacle)
    }
    guard case .file(let mode) = try FileKind(at: path) else {
      return try Replacement(of: path, with: bytes, permissions: nil, number: number)
    }
    return try Replacement(of: path, with: bytes, permissions: mode, number: number)
  }

  /// Removes the file.
  func remove() throws(FileFailure) {
    guard unlink(path) == 0 else { throw .system(.remove, path) }
  }
}
