#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Runs `body` with a new folder for files that nobody needs afterwards; what killed runs left is removed.
///
/// - Throws: ``FileFailure`` where none can be made.
func withScratchFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = try makeScratchFolder()
  defer { removeFolder(folder) }
  return try body(folder)
}

/// A new folder for files that nobody needs once this process is gone.
///
/// - Throws: ``FileFailure`` where none can be made.
func makeScratchFolder() throws(FileFailure) -> String {
  let top = environment("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  removeScratchFolders(in: top)
  var name = Array("\(top)/\(scratchPrefix)\(getpid())-XXXXXX".utf8CString)
  guard mkdtemp(&name) != nil else { throw FileFailure.system(.write, top) }
  return String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
}

private let scratchPrefix = "diagen-scratch-"

/// Removes our scratch folders of processes that are gone.
private func removeScratchFolders(in top: String) {
  for name in (try? OutputFolder.names(in: top)) ?? [] where name.hasPrefix(scratchPrefix) {
    let number = name.dropFirst(scratchPrefix.count).prefix { $0.isNumber }
    guard let process = pid_t(number), process > 0, kill(process, 0) != 0, errno == ESRCH else {
      continue
    }
    var status = stat()
    let path = "\(top)/\(name)"
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid() {
      removeFolder(path)
    }
  }
}

/// Removes a folder with all that is in it; links are removed, not followed. What cannot be removed stays.
func removeFolder(_ path: String) {
  for name in (try? OutputFolder.names(in: path)) ?? [] where name != "." && name != ".." {
    let entry = "\(path)/\(name)"
    if (try? FileKind(at: entry)) == .folder { removeFolder(entry) } else { unlink(entry) }
  }
  rmdir(path)
}

/// Writes a file that need not outlast a crash of the system.
func writeScratch(_ bytes: [UInt8], to path: String) throws(FileFailure) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else { throw .system(.write, path) }
  defer { close(descriptor) }
  guard writeAll(bytes, to: descriptor) else { throw .system(.write, path) }
}
