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
  var ends: [Int32] = [0, 0]
  guard pipe(&ends) == 0 else { return nil }
  let (reading, writing) = (ends[0], ends[1])
  for descriptor in ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
  let child = start(arguments, writingTo: writing)
  close(writing)
  defer { close(reading) }
  guard let child else { return nil }
  let bytes = readToEnd(of: reading)
  var status: Int32 = 0
  while waitpid(child, &status, 0) < 0 { if errno != EINTR { return nil } }
  return status == 0 ? bytes : nil
}

private func start(_ arguments: [String], writingTo output: Int32) -> pid_t? {
  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    let environment = _NSGetEnviron().pointee
  #else
    var actions = posix_spawn_file_actions_t()
    let environment = environ
  #endif
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
  var words = arguments.map { strdup($0) } + [nil]
  defer { for word in words { free(word) } }
  var child = pid_t()
  return posix_spawnp(&child, arguments[0], &actions, nil, &words, environment) == 0 ? child : nil
}

private func readToEnd(of descriptor: Int32) -> [UInt8] {
  var bytes: [UInt8] = []
  while let part = readAll(from: descriptor, upTo: 1 << 16), !part.isEmpty { bytes += part }
  return bytes
}
