#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A whole file that waits beside another to take its name, so that there is never a part of it.
///
/// Each has to end by ``takePlace(when:)``, or by an error, which removes it; meanwhile the signals
/// that end the process have to be held back. While it waits it is locked, by which a later run
/// knows it from what a killed process left behind: see ``removeLeftovers(beside:)``.
struct Replacement {
  /// The file that is replaced, there or not.
  let target: String
  private let path: String
  private let descriptor: Int32

  /// Writes the bytes to a new file in the folder of `target`, with `permissions` or, without them,
  /// those of a new file; of several in one folder, each gets a `number` of its own.
  init(
    of target: String, with bytes: [UInt8], permissions: mode_t?, number: Int
  ) throws(FileFailure) {
    self.target = target
    (path, descriptor) = try Self.create(beside: target, number)
    let isFilled = writeAll(bytes, to: descriptor)
    guard isFilled, permissions.map({ fchmod(descriptor, $0) == 0 }) ?? true else {
      throw abandoned()
    }
  }

  /// Has the bytes on the disk before the name is theirs, so that no crash of the system leaves a
  /// file of zeros.
  ///
  /// - Throws: ``FileFailure`` where the disk fails; some file systems have no such call.
  func synchronize() throws(FileFailure) {
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else { throw abandoned() }
  }

  /// Takes the name, unless `mayReplace`, asked at the last moment, says no.
  ///
  /// - Returns: whether it did; if not, it is gone, and another can be tried.
  func takePlace(when mayReplace: () -> Bool) throws(FileFailure) -> Bool {
    guard mayReplace() else {
      _ = abandoned()
      return false
    }
    if rename(path, target) == 0 {
      close(descriptor)
      return true
    }
    let code = errno
    let failure = abandoned()
    // Where locks do not reach other hosts, one of them may have taken it for a leftover.
    guard code == ENOENT, access(Self.folder(of: target), F_OK) == 0 else { throw failure }
    return false
  }

  /// Has the system write down which files the folders of the targets hold; some file systems
  /// cannot, and need not.
  static func synchronizeFolders(of targets: [String]) {
    for folder in Set(targets.map(folder(of:))) {
      let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      fsync(descriptor)
      close(descriptor)
    }
  }

  /// Removes it, and gives the failure of the last system call.
  private func abandoned() -> FileFailure {
    let failure = FileFailure.system(.write, target)
    unlink(path)
    close(descriptor)
    return failure
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
  }

  /// A new, empty file in the folder of `target`.
  private static func create(
    beside target: String, _ number: Int
  ) throws(FileFailure) -> (path: String, descriptor: Int32) {
    // A short name of its own: the file's name with something added may be longer than allowed.
    for attempt in number..<number + 100 {
      let name = TemporaryName(process: getpid(), attempt: attempt).text
      let path = folder(of: target) + name
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        _ = flock(descriptor, LOCK_EX | LOCK_NB)
        return (path, descriptor)
      }
      guard errno == EEXIST else { break }
    }
    throw .system(.write, target)
  }
}
