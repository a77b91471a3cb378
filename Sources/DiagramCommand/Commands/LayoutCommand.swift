import ArgumentParser
import DiagramCheck
import DiagramGraph
import DiagramInterchange
import DiagramLayout
import DiagramModel

/// `layout`: places a graph of the neutral format, so that anyone can measure the engine.
struct LayoutCommand: CatalogCommand {
  static let configuration = CommandConfiguration(
    commandName: "layout",
    abstract: "Places a graph that is given in the neutral format diagen-graph/1.",
    discussion: """
      layered: the arrows run one way as far as possible.
      orthogonal: few crossings and bends, without a main direction.
      auto: whichever gives the better drawing; boxes that almost agree are aligned, or grow to one size, \
      and gaps become equal where they can.

      The formats are described in Documentation/formats.md of diagen's repository.
      """)

  @Argument(help: "The graph, a file of the format diagen-graph/1.", transform: path)
  var graph: String

  @Argument(help: "The drawing to write, a file of the format diagen-layout/1.", transform: path)
  var output: String

  @Option(
    help: """
      How to place it: \(LayoutAlgorithm.allCases.map(\.rawValue).joined(separator: ", ")).
      """, completion: .list(LayoutAlgorithm.allCases.map(\.rawValue)),
    transform: Self.algorithm)
  var algorithm = LayoutAlgorithm.automatic

  @Option(
    help: """
      The last drawing, a file of the format diagen-layout/1: what did not change stays in its place.
      """, transform: path)
  var previous: String?

  @Option(help: "What random choices are drawn from.")
  var seed: UInt64 = LayoutRequest.firstSeed

  @Option(help: "How many attempts are made, from 1 to 1000; more takes longer.")
  var effort: Int?

  @Flag(
    help: "Write the drawing also over a file that is none. What was there is gone.")
  var force = false

  @Flag(help: "Tell how long each phase took, and the scores of the drawing and of its candidates.")
  var explain = false

  func validate() throws {
    guard (1...1000).contains(effort ?? 1) else {
      throw ValidationError("--effort is a number from 1 to 1000")
    }
    guard !NamedFile(path: output).isSame(as: NamedFile(path: graph)) else {
      throw ValidationError("the drawing would overwrite the graph")
    }
  }

  func run(console: Console) async throws -> ExitStatus {
    let clock = ContinuousClock()
    let start = clock.now
    try refuseForeignOutput()
    let document = try read(graph, GraphDocument.init(reading:))
    let last = try previous.map { try read($0, LayoutDocument.init(reading:)) }
    let placing = clock.now
    let request = LayoutRequest(
      algorithm: algorithm, direction: document.direction, isDirected: document.isDirected,
      seed: seed, effort: effort, previous: last.map { document.previous(from: $0) })
    let journal = explain ? PhaseJournal() : nil
    let layout = PhaseJournal.$current.withValue(journal) { document.graph.placed(by: request) }
    let writing = clock.now
    removeLeftovers(beside: [output])
    try NamedFile(path: output).write(document.document(of: layout).bytes())
    if let journal {
      let score = DrawingScore(layout, of: document.graph, for: request)
      try console.output.write(
        [line("read", placing - start), line("placed", writing - placing)]
          + journal.entries.map { line("  \($0.phase.rawValue)", $0.duration, count: $0.count) }
          + [line("written", clock.now - writing)]
          + journal.candidates.map { "candidate \($0.name)  \($0.score)" } + ["score  \(score)"])
    }
    return .success
  }

  /// Keeps a file that is no drawing, as when the names of graph and drawing were swapped.
  private func refuseForeignOutput() throws {
    guard !force, case .file = try FileKind(at: output) else { return }
    let bytes = try NamedFile(path: output).read()
    guard !bytes.isEmpty, (try? LayoutDocument(reading: bytes)) == nil else { return }
    throw KeptFile(
      path: output, reason: "it is no drawing of the format \(LayoutDocument.formatName)")
  }

  /// A row of the explanation: what it was, milliseconds, and how often if not once.
  private func line(_ title: String, _ duration: Duration, count: Int = 1) -> String {
    let microseconds =
      duration.components.seconds * 1_000_000
      + duration.components.attoseconds / 1_000_000_000_000
    let milliseconds = "\(microseconds / 1000).\(String(microseconds % 1000 + 1000).dropFirst())"
    let pad = { (text: String, width: Int) in
      String(repeating: " ", count: max(width - text.count, 0))
    }
    return title + pad(title, 18) + pad(milliseconds, 10) + milliseconds + " ms"
      + (count == 1 ? "" : " in \(count) runs")
  }

  private func read<Value>(
    _ path: String, _ parse: ([UInt8]) throws(InterchangeError) -> Value
  ) throws -> Value {
    let bytes = try NamedFile(path: path).read()
    do throws(InterchangeError) {
      return try parse(bytes)
    } catch {
      throw UsageFailure(message: "\(path):\(error)", hints: [])
    }
  }

  private static func algorithm(_ argument: String) throws -> LayoutAlgorithm {
    guard let algorithm = LayoutAlgorithm(rawValue: argument) else {
      let known = LayoutAlgorithm.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("“\(argument)” is not one of \(known)")
    }
    return algorithm
  }
}
