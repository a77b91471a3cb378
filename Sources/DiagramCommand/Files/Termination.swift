#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Holds back the signals that ask the process to end, until `body` is through; one `body` at a time.
///
/// They are caught, not blocked: a mask holds for one thread only, and after the first suspension of
/// `main` the main actor need not run on the main thread, which signals still reach.
func withTerminationHeldBack<Result, Failure: Error>(
  _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
  pthread_mutex_lock(heldBackLock)
  heldBackSignal = 0
  let handlers = [SIGINT, SIGTERM, SIGHUP, SIGQUIT].map { number in
    let before = signal(number) { heldBackSignal = sig_atomic_t($0) }
    // Who starts a program with nohup wants it to go on.
    if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
      signal(number, SIG_IGN)
    }
    return (number, before)
  }
  defer {
    for (number, before) in handlers { signal(number, before) }
    let number = Int32(heldBackSignal)
    pthread_mutex_unlock(heldBackLock)
    if number != 0 { endProcess(by: number) }
  }
  return try body()
}

/// Sends the process a signal that it did not get before; another thread may be the one to get it.
private func endProcess(by number: Int32) {
  kill(getpid(), number)
  // Nothing more is written by a process that is about to end.
  sleep(1)
}

/// The last signal that was held back; 0 for none. Only the handler and who has the lock write it.
private nonisolated(unsafe) var heldBackSignal: sig_atomic_t = 0

/// Handlers are those of the process, so two sections at a time would restore each other's.
private nonisolated(unsafe) let heldBackLock: UnsafeMutablePointer<pthread_mutex_t> = {
  let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  pthread_mutex_init(lock, nil)
  return lock
}()
