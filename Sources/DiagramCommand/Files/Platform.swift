#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The number of cores that this process may use.
func coreCount() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

/// The value of an environment variable, unless it is unset.
func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

/// The path of the running program; nil where the system does not tell.
func executablePath() -> String? {
  #if canImport(Darwin)
    var size = UInt32(0)
    _NSGetExecutablePath(nil, &size)
    var name = [CChar](repeating: 0, count: Int(size) + 1)
    guard _NSGetExecutablePath(&name, &size) == 0 else { return nil }
    return realPath(
      String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
  #else
    return realPath("/proc/self/exe")
  #endif
}

/// The folder of the running program; nil where the system does not tell.
let programFolder: String? = executablePath().flatMap { path in
  path.lastIndex(of: "/").map { String(path[..<$0]) }
}

/// Where the other programs of diagen lie for one in a folder: beside it in a build, else where
/// `Scripts/install` puts them.
func companionFolders(of folder: some StringProtocol) -> [String] {
  [String(folder), installedFolder(of: folder)]
}

/// Where `Scripts/install` puts what belongs to a program in a folder.
func installedFolder(of folder: some StringProtocol) -> String { "\(folder)/../lib/diagen" }

/// What `swiftc` needs besides to make a library whose missing symbols are those of the program that loads it.
let librarySettings: [String] = {
  #if canImport(Darwin)
    ["-Xlinker", "-undefined", "-Xlinker", "dynamic_lookup"]
  #else
    // It comes with the toolchain, and is the fastest.
    ["-use-ld=lld"]
  #endif
}()

/// How many characters a line of a terminal has; nil for what is none.
func columnCount(ofTerminal descriptor: Int32) -> Int? {
  #if canImport(Musl)
    // Its `ioctl` is one that Swift cannot call.
    return nil
  #else
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  #endif
}

/// Ends the process.
func exitProcess(_ status: ExitStatus) -> Never { exit(status.rawValue) }

/// Makes a file that grows too large an error of `write`, instead of the end of the process.
func ignoreFileSizeSignal() { signal(SIGXFSZ, SIG_IGN) }

/// Why the last system call failed, in the system's words.
func systemReason() -> String { String(cString: strerror(errno)) }

/// Writes all bytes, also when the system takes them in parts.
///
/// - Returns: whether they were written; if not, `errno` says why.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  bytes.withUnsafeBytes { buffer in
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}

/// Reads what is there, and waits where nothing is; empty at the end, and where nothing can be read.
func readSome(from descriptor: Int32) -> [UInt8] {
  var part = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = part.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    return Array(part[..<max(count, 0)])
  }
}

/// Reads until `limit` bytes or the end, whatever the system says how long it is.
///
/// - Returns: nil when reading failed; then `errno` says why.
func readAll(from descriptor: Int32, upTo limit: Int) -> [UInt8]? {
  var status = stat()
  let told = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  // One more, to see the end; pipes do not tell.
  var room = told > 0 ? min(told, limit) + 1 : 1 << 16
  var bytes: [UInt8] = []
  while bytes.count < limit {
    var added = 0
    let part = [UInt8](unsafeUninitializedCapacity: min(room, limit - bytes.count)) {
      added = read(descriptor, $0.baseAddress, $0.count)
      $1 = max(added, 0)
    }
    if added < 0 && errno == EINTR { continue }
    guard added >= 0 else { return nil }
    guard added > 0 else { break }
    if bytes.isEmpty { bytes = part } else { bytes += part }
    room = max(room - added, 1 << 16)
  }
  return bytes
}
