#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
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
    let server = Subprocess([program, folder, "\(port)"], errors: .shown)
    let child = server.start { files in
      posix_spawn_file_actions_adddup2(&files, toServer[0], STDIN_FILENO)
      posix_spawn_file_actions_adddup2(&files, fromServer[1], STDOUT_FILENO)
    }
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

  /// Beside this program, or where diagen is installed: this one, or one in the folders of PATH.
  private static var program: String? {
    var folders = (environment("PATH") ?? "").split(separator: ":").map(String.init)
    if let programFolder { folders.insert(programFolder, at: 0) }
    return folders.flatMap(companionFolders).map { "\($0)/diagen-preview" }
      .first { access($0, X_OK) == 0 }
  }
}
