#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The name of a file that is being written: `.diagen-PID-NUMBER.tmp`.
struct TemporaryName: Equatable {
  let process: pid_t
  let attempt: Int

  var text: String { ".diagen-\(process)-\(attempt).tmp" }
}

extension TemporaryName {
  /// Reads a name; nil for that of any other file.
  init?(_ text: String) {
    guard text.hasPrefix(".diagen-"), text.hasSuffix(".tmp") else { return nil }
    let numbers = text.dropFirst(8).dropLast(4).split(separator: "-")
    guard numbers.count == 2, let process = pid_t(numbers[0]), let attempt = Int(numbers[1]) else {
      return nil
    }
    self.init(process: process, attempt: attempt)
    guard process > 0, self.text == text else { return nil }
  }
}

/// Removes what runs that were killed in the middle of writing left in the folders of the files.
///
/// A file that nobody has locked and whose process is gone is such a leftover. Process numbers are
/// used again, and those of other hosts say nothing: while a process has the number, an unlocked
/// file has to be an hour old. What cannot be removed stays, without a word.
/// - Parameter paths: files, there or not, as the user would write them.
func removeLeftovers(beside paths: [String]) {
  var seen: Set<String> = []
  for path in paths {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    if seen.insert(folder).inserted { removeLeftovers(in: folder) }
  }
}

private func removeLeftovers(in folder: String) {
  for name in (try? OutputFolder.names(in: folder)) ?? [] {
    guard let temporary = TemporaryName(name) else { continue }
    let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    if isLeftover(path, of: temporary.process) { unlink(path) }
  }
}

private func isLeftover(_ path: String, of process: pid_t) -> Bool {
  var status = stat()
  guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
  // Some network file systems lock only what may be written.
  var descriptor = open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
  if descriptor < 0 { descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
  guard descriptor >= 0 else { return false }
  defer { close(descriptor) }
  let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
  let isGone = kill(process, 0) != 0 && errno == ESRCH
  return !isLocked && (isGone || isHourOld(status))
}
