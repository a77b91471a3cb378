import Synchronization

/// What an engine does, in the order in which it does it.
package enum LayoutPhase: String, Hashable, Sendable, CaseIterable {
  // Layered
  case cycleBreaking = "cycle breaking"
  case ranks
  case order
  case columns
  case tracks
  case rows
  // Orthogonal
  case planarization
  case shape
  case grid
  case packing
  // Both
  case compaction
  // Layered once more: loops of containers
  case mending
  // Over the last drawing
  case incremental
  case scoring
  case alignment

  /// Runs a piece of work of this phase; a journal of the current task, if there is one, notes how
  /// long it took.
  package func timed<Value>(_ work: () throws -> Value) rethrows -> Value {
    guard let journal = PhaseJournal.current else { return try work() }
    let start = ContinuousClock.now
    defer { journal.note(self, took: ContinuousClock.now - start) }
    return try work()
  }
}

/// Where the time goes while a graph is placed, what the candidates are worth, and why things lie where they do.
///
/// Phases report to the journal of the current task, so that no phase has to hand it on:
///
///     PhaseJournal.$current.withValue(journal) { graph.placed(by: request) }
package final class PhaseJournal: Sendable {
  @TaskLocal package static var current: PhaseJournal?

  /// A phase, how often it ran and how long in all; phases inside others count for both.
  package struct Entry: Hashable, Sendable {
    package let phase: LayoutPhase
    package fileprivate(set) var count = 0
    package fileprivate(set) var duration = Duration.zero
  }

  /// A drawing to choose from.
  package struct Candidate: Hashable, Sendable {
    package let name: String
    package let score: DrawingScore
  }

  private struct Notes {
    var entries = LayoutPhase.allCases.map { Entry(phase: $0) }
    var candidates: [Candidate] = []
    var layout = LayoutNotes()
  }

  private let notes = Mutex(Notes())
  /// The journal of which this is an attempt: times and candidates stand there.
  private let outer: PhaseJournal?

  package init() { outer = nil }

  /// The journal of an attempt, which begins with what was noted before.
  init(attemptOf journal: PhaseJournal) {
    outer = journal
    let known = journal.layoutNotes
    notes.withLock { $0.layout = known }
  }

  /// The phases that ran, in the order of ``LayoutPhase``.
  package var entries: [Entry] { notes.withLock { $0.entries.filter { $0.count > 0 } } }

  /// The drawings that were compared, in the order in which they were made.
  package var candidates: [Candidate] { notes.withLock { $0.candidates } }

  /// Why things lie where they do.
  package var layoutNotes: LayoutNotes { notes.withLock { $0.layout } }

  /// Notes why something is as it is.
  package func write(_ change: (inout LayoutNotes) -> Void) {
    notes.withLock { change(&$0.layout) }
  }

  package func note(_ candidate: String, score: DrawingScore) {
    if let outer { return outer.note(candidate, score: score) }
    notes.withLock { $0.candidates.append(Candidate(name: candidate, score: score)) }
  }

  fileprivate func note(_ phase: LayoutPhase, took duration: Duration) {
    if let outer { return outer.note(phase, took: duration) }
    notes.withLock { notes in
      guard let index = notes.entries.firstIndex(where: { $0.phase == phase }) else { return }
      notes.entries[index].count += 1
      notes.entries[index].duration += duration
    }
  }
}
