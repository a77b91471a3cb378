import Synchronization

/// How far a long piece of work is, for a person who waits at a terminal: a bar, a count, and how long it takes yet.
///
/// It shows itself only after a second, only where both streams are terminals that can take a line back, and
/// leaves nothing behind.
final class Progress: Sendable {
  private struct State {
    var done = 0
    var isOver = false
    var isShown = false
  }

  private let work: String
  private let total: Int
  private let stream: Console.Stream
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  /// Begins to wait; `total` is how many things there are to do, and `work` what is done with them.
  init(_ work: String, of total: Int, _ console: Console) {
    (self.work, self.total) = (work, total)
    stream = console.errors
    guard total > 1, console.output.isTerminal, stream.takesLinesBack else { return }
    Self.current.withLock { $0 = self }
    Task.detached(priority: .high) { [weak self] in
      var pause = Self.patience
      while true {
        try? await Task.sleep(for: pause)
        guard let self, self.show() else { return }
        pause = .milliseconds(100)
      }
    }
  }

  /// Some of it is done.
  func add(_ count: Int) { state.withLock { $0.done += count } }

  /// Takes the line back; from now on the terminal is another's.
  func end() {
    takeBack(isOver: true)
    Self.current.withLock { if $0 === self { $0 = nil } }
  }

  /// Takes the line back so that something else can be told; it comes again by itself.
  static func makeRoom() { current.withLock { $0 }?.takeBack(isOver: false) }

  private func takeBack(isOver: Bool) {
    state.withLock { state in
      if state.isShown { _ = writeAll(Array("\r\u{1B}[K".utf8), to: stream.descriptor) }
      state.isOver = state.isOver || isOver
      state.isShown = false
    }
  }

  /// Shows how far it is; whether there is more to come.
  private func show() -> Bool {
    state.withLock { state in
      guard !state.isOver else { return false }
      let text = Self.line(
        work, state.done, of: total, after: ContinuousClock.now - start, columns: stream.columns,
        stream.ink)
      _ = writeAll(Array("\r\(text)\u{1B}[K".utf8), to: stream.descriptor)
      state.isShown = true
      return true
    }
  }

  /// What has the terminal now.
  private static let current = Mutex<Progress?>(nil)
  /// What is short needs no bar.
  private static let patience = Duration.seconds(1)
}

extension Progress {
  /// The line: the bar, then the count, then how long it takes yet if it goes on like this; what has no room
  /// is left out, from the bar on.
  static func line(
    _ work: String, _ done: Int, of total: Int, after elapsed: Duration, columns: Int, _ ink: Ink
  ) -> String {
    let (total, done) = (max(total, 1), min(max(done, 0), max(total, 1)))
    let count = "\(work) \(done) of \(total)"
    var line = count
    let rest = remaining(done, of: total, after: elapsed).map { ", \($0) left" } ?? ""
    if count.count + rest.count < columns { line += rest }
    let room = min(columns - line.count - 2, mostCells)
    guard room >= leastCells else { return String(line.prefix(max(columns - 1, 0))) }
    let full = room * done / total
    let bar =
      ink.green(String(repeating: "█", count: full))
      + ink.faint(String(repeating: "░", count: room - full))
    return "\(bar) \(line)"
  }

  /// How long the rest takes, as long as what is done took: `8 s`, `2 min 5 s`; nil while nothing is done.
  static func remaining(_ done: Int, of total: Int, after elapsed: Duration) -> String? {
    guard done > 0, total >= done else { return nil }
    let (whole, part) = elapsed.components
    let elapsed = Double(whole) + Double(part) / 1e18
    let seconds = elapsed / Double(done) * Double(total - done)
    guard seconds < 360_000 else { return nil }
    let rounded = Int(seconds.rounded(.up))
    return rounded < 60 ? "\(rounded) s" : "\(rounded / 60) min \(rounded % 60) s"
  }

  private static let mostCells = 24
  private static let leastCells = 8
}

extension Console.Stream {
  /// Whether a line that was written can be written over.
  fileprivate var takesLinesBack: Bool {
    isTerminal && !["dumb", ""].contains(environment("TERM") ?? "")
  }

  /// How many characters a line has.
  fileprivate var columns: Int { columnCount(ofTerminal: descriptor) ?? 80 }
}
