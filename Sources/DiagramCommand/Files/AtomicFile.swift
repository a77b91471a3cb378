#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Writing a file as a whole or not at all.
enum AtomicFile {
  /// Puts `bytes` at `path`, by renaming a finished file of the same folder.
  ///
  /// The file gets `permissions`, or without them those of a new file.
  /// - Throws: ``FileFailure``; then `path` is as it was, and no other file is left behind.
  static func write(
    _ bytes: [UInt8], to path: String, permissions: mode_t?
  ) throws(FileFailure) {
    try withTerminationHeldBack { () throws(FileFailure) in
      let (temporary, descriptor) = try create(beside: path)
      let isWhole =
        writeAll(bytes, to: descriptor) && permissions.map { fchmod(descriptor, $0) == 0 } ?? true
      let reason = systemReason()
      let isClosed = close(descriptor) == 0
      guard isWhole, isClosed, rename(temporary, path) == 0 else {
        let failure = FileFailure(
          action: .write, path: path, reason: isWhole ? systemReason() : reason)
        unlink(temporary)
        throw failure
      }
    }
  }

  /// A new, empty file in the folder of `path`.
  private static func create(
    beside path: String
  ) throws(FileFailure) -> (path: String, descriptor: Int32) {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    // A short name of its own: the file's name with something added may be longer than allowed.
    for attempt in 0..<100 {
      let temporary = "\(folder).diagen-\(getpid())-\(attempt).tmp"
      let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (temporary, descriptor) }
      guard errno == EEXIST else { break }
    }
    throw .system(.write, path)
  }
}
