import DiagramEngine
import DiagramModel

/// What a run of `render` did to the files, in their order.
struct RenderReport {
  private var files: [(path: String, outcome: ImageOutcome)] = []
  private(set) var failures: [FileFailure]
  /// Of the files, those that no diagram makes any more.
  private var orphans: Set<String> = []

  /// The report of a run that found failures before it wrote anything, or, without any, of one that begins.
  init(failures: [FileFailure]) { self.failures = failures }

  /// Notes what became of a file, also when that is a failure.
  mutating func add(_ path: String, _ result: Result<ImageOutcome, FileFailure>) {
    switch result {
    case .success(let outcome): files.append((path, outcome))
    case .failure(let failure): failures.append(failure)
    }
  }

  /// Removes the orphans of `formats` that one of `names` fits, and notes what became of each.
  mutating func prune(
    _ orphans: Orphans, of formats: [OutputFormat], named names: [String], _ images: ImageWriter
  ) {
    do throws(FileFailure) {
      for file in try orphans.all(in: images.folder, of: formats, named: names) {
        let path = images.folder.path(of: file)
        self.orphans.insert(path)
        add(path, Result { () throws(FileFailure) in try images.remove(file) })
      }
    } catch {
      failures.append(error)
    }
  }
}

extension RenderReport {
  /// The results, a file a line; those of interest to nobody are left out.
  func lines(verbose: Bool, isTerminal: Bool, _ ink: Ink) -> [String] {
    files.compactMap { path, outcome in
      let word = outcome.word
      return switch outcome {
      case .written: verbose || isTerminal ? "\(ink.green(word)) \(path)" : nil
      case .unchanged: verbose ? "\(ink.faint(word)) \(path)" : nil
      case .kept: verbose || isTerminal ? "\(ink.yellow(word)) \(path)" : nil
      // What is gone is told to whoever reads the log.
      case .removed: "\(ink.yellow(word)) \(path)"
      }
    }
  }

  /// How many there are of each, in a line.
  var summary: String {
    let images = count(files.count { $0.outcome != .removed } + failures.count, "image")
    let (kept, removed) = (number(of: "kept"), number(of: "removed"))
    return "\(images): \(number(of: "wrote")) written, \(number(of: "unchanged")) unchanged"
      + (kept > 0 ? ", \(kept) kept" : "") + (removed > 0 ? ", \(removed) removed" : "")
  }

  private func number(of word: String) -> Int { files.count { $0.outcome.word == word } }

  /// The same for programs, with every file, and with what drawing gave to tell.
  func json(with diagnostics: [Diagnostic]) -> JSON {
    let members: [(key: String, value: JSON)] = [
      ("ok", .boolean(failures.isEmpty && number(of: "kept") == 0)),
      ("images", .number(files.count { $0.outcome != .removed } + failures.count)),
      ("written", .number(number(of: "wrote"))), ("unchanged", .number(number(of: "unchanged"))),
      ("kept", .number(number(of: "kept"))), ("removed", .number(number(of: "removed"))),
      ("files", .array(files.map { Self.json(of: $0.outcome, $0.path) } + failures.map(Self.json))),
    ]
    return .object(members + JSON.members(of: diagnostics))
  }

  private static func json(of outcome: ImageOutcome, _ path: String) -> JSON {
    var members: [(key: String, value: JSON)] = [
      ("outcome", .string(outcome == .written ? "written" : outcome.word)),
      ("path", .string(path)),
    ]
    if case .kept(let ownership) = outcome {
      members += [
        ("state", .string(ownership.word)), ("reason", .string(ownership.reason)),
      ]
    }
    return .object(members)
  }

  private static func json(of failure: FileFailure) -> JSON {
    .object([
      ("outcome", .string("failed")), ("path", .string(failure.path)),
      ("reason", .string(failure.reason)),
    ])
  }

  /// Names the files that were kept, with the ways out, and says how the process ends.
  ///
  /// - Throws: ``FileFailures`` if a file could not be written or removed.
  func conclude(_ console: Console) throws(FileFailures) -> ExitStatus {
    let kept = files.compactMap { path, outcome in
      if case .kept(let ownership) = outcome { (path, ownership) } else { nil }
    }
    let ways = [
      kept.contains { !orphans.contains($0.0) } ? Ownership.wayOut : nil,
      kept.contains { orphans.contains($0.0) } ? Ownership.wayOutOfOrphans : nil,
    ]
    for (index, (path, ownership)) in kept.enumerated() {
      console.complain(
        "kept “\(path)”: \(ownership.reason)",
        hints: index == kept.count - 1 ? ways.compactMap(\.self) : [])
    }
    guard failures.isEmpty else { throw FileFailures(failures: failures) }
    return kept.isEmpty ? .success : .kept
  }
}

extension ImageOutcome {
  /// What happened, in a word.
  fileprivate var word: String {
    switch self {
    case .written: "wrote"
    case .unchanged: "unchanged"
    case .kept: "kept"
    case .removed: "removed"
    }
  }
}
