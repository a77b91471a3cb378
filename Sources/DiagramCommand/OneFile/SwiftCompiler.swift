#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The compiler that the shell would start as `swiftc`.
struct SwiftCompiler: Equatable {
  /// As it is found in the folders of PATH.
  let path: String
  /// By what a newer compiler at the same place is known.
  let stamp: ProgramStamp

  /// - Throws: ``UsageFailure`` where there is none.
  init() throws(UsageFailure) {
    let folders = (environment("PATH") ?? "").split(separator: ":").map { "\($0)/swiftc" }
    guard let found = folders.first(where: { access($0, X_OK) == 0 }),
      let stamp = ProgramStamp(at: Self.program(behind: found))
    else {
      throw UsageFailure(
        message: "there is no Swift compiler: no “swiftc” in the folders of PATH",
        hints: ["install a toolchain, 6.1 or newer, from https://swift.org/install"])
    }
    path = found
    self.stamp = stamp
  }

  /// What does the work; `swiftc` itself only starts it.
  private static func program(behind path: String) -> String {
    guard let real = realPath(path), let end = real.lastIndex(of: "/") else { return path }
    let frontend = "\(real[..<end])/swift-frontend"
    return access(frontend, X_OK) == 0 ? frontend : real
  }

  /// The package manager that came with it.
  var packageManager: String {
    let end = path.lastIndex(of: "/") ?? path.startIndex
    return "\(path[..<end])/swift"
  }
}

/// What tells one program from another without reading it: where it lies, its size and time.
struct ProgramStamp: Hashable {
  let path: String
  let size: Int
  let modified: [Int]

  /// The stamp of what a path leads to; nil where that is nothing.
  init?(at path: String) {
    guard let real = realPath(path) else { return nil }
    var status = stat()
    guard stat(real, &status) == 0 else { return nil }
    self.path = real
    size = Int(status.st_size)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    modified = [Int(time.tv_sec), Int(time.tv_nsec)]
  }

  /// That of the running program; nil where the system does not tell which it is.
  static var ofThisProgram: ProgramStamp? { executablePath().flatMap(ProgramStamp.init(at:)) }

  /// Whether it was written before the other one.
  func isOlder(than other: ProgramStamp) -> Bool {
    modified.lexicographicallyPrecedes(other.modified)
  }

  /// All of it as a text.
  var text: String { "\(path) \(size) \(modified[0]).\(modified[1])" }
}

/// The path without symbolic links; nil where it leads to nothing.
func realPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}
