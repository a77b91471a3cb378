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
  /// The bytes are on the disk before the name is theirs, and the name before this returns, so
  /// that no crash of the system leaves a file of zeros. The file gets `permissions`, or without
  /// them those of a new file. `mayReplace` is asked when all but the renaming is done.
  /// - Returns: whether `path` was written; not so where `mayReplace` said no.
  /// - Throws: ``FileFailure``; then `path` is as it was, and no other file is left behind.
  static func write(
    _ bytes: [UInt8], to path: String, permissions: mode_t?, when mayReplace: () -> Bool
  ) throws(FileFailure) -> Bool {
    try withTerminationHeldBack { () throws(FileFailure) in
      for _ in 0..<3 {
        let temporary = try TemporaryFile(beside: path)
        defer { temporary.release() }
        guard temporary.fill(with: bytes, permissions: permissions) else {
          throw temporary.abandoned(for: path)
        }
        guard mayReplace() else {
          unlink(temporary.path)
          return false
        }
        if rename(temporary.path, path) == 0 {
          synchronize(folderOf: path)
          return true
        }
        // Where locks do not reach other hosts, one of them may have taken ours for a leftover.
        guard errno == ENOENT, access(temporary.path, F_OK) != 0 else {
          throw temporary.abandoned(for: path)
        }
      }
      throw FileFailure(
        action: .write, path: path, reason: "another program removes the files beside it")
    }
  }

  /// Has the system write down what a folder holds; some file systems cannot, and need not.
  private static func synchronize(folderOf path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

/// A file that gets another's name once it is whole.
///
/// While it is open it is locked, by which a later run knows it from what a killed process left
/// behind: see ``removeLeftovers(beside:)``.
struct TemporaryFile {
  let path: String
  private let descriptor: Int32

  /// A new, empty file in the folder of `target`.
  init(beside target: String) throws(FileFailure) {
    let folder = target.lastIndex(of: "/").map { target[...$0] } ?? ""
    // A short name of its own: the file's name with something added may be longer than allowed.
    for attempt in 0..<100 {
      let path = "\(folder)\(TemporaryName(process: getpid(), attempt: attempt).text)"
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        _ = flock(descriptor, LOCK_EX | LOCK_NB)
        self.path = path
        self.descriptor = descriptor
        return
      }
      guard errno == EEXIST else { break }
    }
    throw .system(.write, target)
  }

  /// Writes all bytes down to the disk.
  ///
  /// - Returns: whether they are there; if not, `errno` says why.
  func fill(with bytes: [UInt8], permissions: mode_t?) -> Bool {
    guard writeAll(bytes, to: descriptor) else { return false }
    guard permissions.map({ fchmod(descriptor, $0) == 0 }) ?? true else { return false }
    // Some file systems have no such call; a disk that fails is another thing.
    return fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP
  }

  /// The failure that `errno` tells, with the file removed.
  func abandoned(for target: String) -> FileFailure {
    let failure = FileFailure.system(.write, target)
    unlink(path)
    return failure
  }

  /// Lets go of the file and of its lock.
  func release() { close(descriptor) }
}
