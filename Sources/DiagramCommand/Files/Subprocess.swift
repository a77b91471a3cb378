// Glibc declares the environment as a variable; this program never changes it.
#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  @preconcurrency import Glibc
#endif

/// What another program printed, or nil if it cannot be started or does not end with status 0.
///
/// It is looked for in the folders of PATH, gets an empty standard input, and what it complains of
/// is lost.
func output(of arguments: [String]) -> [UInt8]? {
  guard let run = Subprocess(arguments, errors: .lost).run(), run.status == .exit(0) else {
    return nil
  }
  return run.output
}

/// Another program, looked for in the folders of PATH unless its name is a path; it gets an empty
/// standard input, which ends with ours for one that watches it.
struct Subprocess {
  /// Where something goes that the program prints.
  enum Destination {
    /// To the output of the run.
    case captured
    /// To our standard error.
    case shown
    case lost
  }

  /// How a program ended.
  enum Status: Equatable {
    case exit(Int32)
    case signal(Int32)

    /// What a program did at its end, in words.
    var words: String {
      switch self {
      case .exit(let status): "ended with status \(status)"
      case .signal(let number): "was ended by signal \(number)"
      }
    }
  }

  let arguments: [String]
  var output = Destination.captured
  var errors: Destination
  /// What its environment has over ours.
  var environment: [(name: String, value: String)] = []
  /// Whether its standard input stays open as long as this process runs, however that ends: a signal to us
  /// alone does not reach it.
  var watchesUs = false

  init(
    _ arguments: [String], output: Destination = .captured, errors: Destination,
    environment: [(name: String, value: String)] = [], watchesUs: Bool = false
  ) {
    self.watchesUs = watchesUs
    self.arguments = arguments
    self.output = output
    self.errors = errors
    self.environment = environment
  }

  /// Runs the program to its end; nil if it cannot be started.
  func run() -> (status: Status, output: [UInt8])? {
    guard let (reading, writing) = Self.closedPipe() else { return nil }
    let watched = watchesUs ? Self.closedPipe() : nil
    defer { if let watched { close(watched.writing) } }
    let child = start { files in
      if let watched {
        posix_spawn_file_actions_adddup2(&files, watched.reading, STDIN_FILENO)
      } else {
        posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
      }
      for (descriptor, destination) in [(STDOUT_FILENO, output), (STDERR_FILENO, errors)] {
        switch destination {
        case .captured: posix_spawn_file_actions_adddup2(&files, writing, descriptor)
        case .shown: posix_spawn_file_actions_adddup2(&files, STDERR_FILENO, descriptor)
        case .lost:
          posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", O_WRONLY, 0)
        }
      }
    }
    close(writing)
    if let watched { close(watched.reading) }
    defer { close(reading) }
    guard let child else { return nil }
    let bytes = Self.readToEnd(of: reading)
    return Self.end(of: child).map { ($0, bytes) }
  }

  /// What a program said, on one line.
  static func words(of output: [UInt8]) -> String {
    String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// A pipe that no other program gets; nil where the system has none left.
  private static func closedPipe() -> (reading: Int32, writing: Int32)? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for descriptor in ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Runs the program with our own input and output; nil if it cannot be started.
  func runInPlace() -> Status? { start { _ in }.flatMap(Self.end) }

  /// Waits until a program ends.
  private static func end(of child: pid_t) -> Status? {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { if errno != EINTR { return nil } }
    let signal = status & 0x7F
    return signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
  }

  #if canImport(Darwin)
    typealias Files = posix_spawn_file_actions_t?
  #else
    typealias Files = posix_spawn_file_actions_t
  #endif

  /// Starts the program with the files that `redirect` gives it, and does not wait for it; nil if it
  /// cannot be started.
  func start(redirecting redirect: (inout Files) -> Void) -> pid_t? {
    #if canImport(Darwin)
      var actions: Files = nil
    #else
      var actions = Files()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    redirect(&actions)
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    return withEnvironment { variables in
      var child = pid_t()
      let code = posix_spawnp(&child, arguments[0], &actions, nil, &words, variables)
      return code == 0 ? child : nil
    }
  }

  private func withEnvironment<Result>(
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Result
  ) -> Result {
    #if canImport(Darwin)
      guard let ours = _NSGetEnviron().pointee else { return body(nil) }
    #else
      let ours = environ
    #endif
    guard !environment.isEmpty else { return body(ours) }
    var index = 0
    var variables: [String] = []
    while let variable = ours[index] {
      let text = String(cString: variable)
      if !environment.contains(where: { text.hasPrefix("\($0.name)=") }) { variables.append(text) }
      index += 1
    }
    variables += environment.map { "\($0.name)=\($0.value)" }
    var words = variables.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    return words.withUnsafeMutableBufferPointer { body($0.baseAddress) }
  }

  private static func readToEnd(of descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    while let part = readAll(from: descriptor, upTo: 1 << 16), !part.isEmpty { bytes += part }
    return bytes
  }
}
