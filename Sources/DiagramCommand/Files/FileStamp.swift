#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What every write to a file changes: by it a run knows that nobody else wrote in the meantime.
struct FileStamp: Equatable {
  private let device: UInt64
  private let number: UInt64
  private let size: Int
  private let modified: [Int]

  /// The stamp of what lies at `path`, a link itself; nil where nothing does.
  init?(at path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
    size = Int(status.st_size)
    #if canImport(Darwin)
      let times = [status.st_mtimespec, status.st_ctimespec]
    #else
      let times = [status.st_mtim, status.st_ctim]
    #endif
    modified = times.flatMap { [Int($0.tv_sec), Int($0.tv_nsec)] }
  }
}

/// Whether what `status` describes was last written to more than an hour ago.
func isHourOld(_ status: stat) -> Bool {
  #if canImport(Darwin)
    let modified = status.st_mtimespec.tv_sec
  #else
    let modified = status.st_mtim.tv_sec
  #endif
  return time(nil) - modified > 3600
}
