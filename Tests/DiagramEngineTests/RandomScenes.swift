import DiagramDSL
import DiagramEngine
import DiagramModel
import Synchronization
import TestSupport

/// What the pipeline makes of random series: each is placed once for all tests that look at it.
enum RandomScenes {
  /// A random series as names made it and as it is drawn.
  struct Drawn {
    let resolved: ResolvedSeries
    let scenes: [Scene]
  }

  /// One for each seed, made by the first who asks while others that ask for the same wait.
  private final class Entry: Sendable {
    let drawn = Mutex<Result<Drawn, any Error>?>(nil)
  }

  private static let entries = Mutex<[UInt64: Entry]>([:])

  /// - Throws: what the pipeline throws.
  static func drawn(seed: UInt64) throws -> Drawn {
    let entry = entries.withLock { entries in
      let entry = entries[seed] ?? Entry()
      entries[seed] = entry
      return entry
    }
    return try entry.drawn.withLock { drawn in
      let made = drawn ?? Result { try make(seed: seed) }
      drawn = made
      return made
    }.get()
  }

  private static func make(seed: UInt64) throws -> Drawn {
    let series = Series.random(seed: seed)
    return try Drawn(resolved: series.resolved(), scenes: series.scenes(in: .dark))
  }
}
