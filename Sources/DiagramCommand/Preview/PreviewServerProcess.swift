// Glibc declares the environment as a variable; this program never changes it.
#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  @preconcurrency import Glibc
#endif

/// The program that serves the page of a preview; it ends when this process does.
struct PreviewServerProcess {
  /// Where a browser finds the page.
  let address: String
  private let process: pid_t
  private let input: Int32

  /// Starts it.
  ///
  /// - Throws: ``UsageFailure`` where there is none, or where it cannot serve; it says itself why.
  init(serving folder: String, port: UInt16) throws {
    guard let program = Self.program else {
      throw UsageFailure(
        message: "there is no “diagen-preview” beside this program",
        hints: ["build all of diagen, swift build, or install it: Scripts/install"])
    }
    var (toServer, fromServer): ([Int32], [Int32]) = ([0, 0], [0, 0])
    guard pipe(&toServer) == 0, pipe(&fromServer) == 0 else {
      throw FileFailure.system(.read, program)
    }
    // Whatever else is started must not hold the end open by which the server knows of ours.
    for descriptor in toServer + fromServer { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    let child = Self.start([program, folder, "\(port)"], input: toServer[0], output: fromServer[1])
    close(toServer[0])
    close(fromServer[1])
    defer { close(fromServer[0]) }
    input = toServer[1]
    guard let child else { throw FileFailure.system(.read, program) }
    process = child
    var line: [UInt8] = []
    while let byte = readAll(from: fromServer[0], upTo: 1)?.first, byte != 10 { line.append(byte) }
    address = String(decoding: line, as: UTF8.self)
    guard address.hasPrefix("http://") else {
      throw UsageFailure(
        message: "the page cannot be served" + (port == 0 ? "" : " at port \(port)"),
        hints: port == 0
          ? [] : ["another program may have the port; leave out --port for a free one"])
    }
  }

  /// Whether it still serves.
  var isRunning: Bool {
    var status: Int32 = 0
    return waitpid(process, &status, WNOHANG) == 0
  }

  /// Has the page look anew.
  func tellOfChange() { _ = writeAll([10], to: input) }

  /// Shows the page; where that is impossible, the address stands on the terminal.
  func openBrowser() {
    #if canImport(Darwin)
      let opener = "open"
    #else
      let opener = "xdg-open"
    #endif
    // Some openers end only with the browser.
    let command = "\"$0\" \"$1\" >/dev/null 2>&1 &"
    _ = Subprocess(["/bin/sh", "-c", command, opener, address], errors: .lost).run()
  }

  private static func start(_ arguments: [String], input: Int32, output: Int32) -> pid_t? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    return posix_spawn(&child, arguments[0], &actions, nil, &words, environ) == 0 ? child : nil
  }

  /// Beside this program, or where diagen is installed: this one, or one in the folders of PATH.
  private static var program: String? {
    var folders = (environment("PATH") ?? "").split(separator: ":")
    if let own = executablePath(), let end = own.lastIndex(of: "/") {
      folders.insert(own[..<end], at: 0)
    }
    let places = folders.flatMap { (folder: Substring) -> [String] in
      ["\(folder)/diagen-preview", "\(folder)/../lib/diagen/diagen-preview"]
    }
    return places.first { access($0, X_OK) == 0 }
  }
}
