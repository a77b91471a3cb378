public import ArgumentParser
import DiagramInterchange
import DiagramLayout
import DiagramModel
import FoundationEssentials

/// `diagen layout`: places a graph of the neutral format, so that anyone can measure it.
public struct LayoutCommand: ParsableCommand {
  /// How a graph can be placed.
  enum Algorithm: String, ExpressibleByArgument, CaseIterable {
    case layered
  }

  /// Its name and what it is for.
  public static let configuration = CommandConfiguration(
    commandName: "layout", abstract: "Place a graph given in the neutral format diagen-graph/1.")

  @Argument(help: "The graph, a file of the format diagen-graph/1.")
  var graph: String

  @Argument(help: "The drawing to write, a file of the format diagen-layout/1.")
  var output: String

  @Option(help: "How to place it: \(Algorithm.allCases.map(\.rawValue).joined(separator: ", ")).")
  var algorithm: Algorithm = .layered

  @Option(help: "The last drawing, a file of the format diagen-layout/1, whose order is kept.")
  var previous: String?

  @Option(help: "What random choices are drawn from.")
  var seed: UInt64 = 1

  @Option(help: "How many attempts are made, from 1.")
  var effort: Int = 16

  @Flag(help: "Print how long reading, placing and writing took, and the size of the drawing.")
  var explain = false

  /// A command that has yet to read its arguments.
  public init() {}

  /// Checks that the options make sense.
  public func validate() throws {
    guard effort >= 1 else { throw ValidationError("--effort must be at least 1") }
  }

  /// Reads, places and writes.
  public func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let document = try read(graph) { bytes throws(InterchangeError) in
      try GraphDocument(reading: bytes)
    }
    let frames = try previous.map { file in
      try read(file) { bytes throws(InterchangeError) in
        try LayoutDocument.frames(reading: bytes)
      }
    }
    let placing = clock.now
    let layout = LayeredLayout(direction: document.direction, seed: seed, effort: effort).place(
      document.graph, previous: frames.map { frames in document.nodeIDs.map { frames[$0] } } ?? [])
    let writing = clock.now
    let drawing = LayoutDocument(
      layout: layout, nodeIDs: document.nodeIDs, edgeIDs: document.edgeIDs)
    do {
      try Data(drawing.bytes()).write(to: URL(filePath: output))
    } catch {
      throw ValidationError("\(output): cannot be written")
    }
    guard explain else { return }
    let size = layout.bounds?.size ?? .zero
    print("read    \(placing - start)")
    print("placed  \(writing - placing), \(size.width) × \(size.height) units")
    print("written \(clock.now - writing)")
  }

  /// What `parse` makes of a file.
  private func read<Value>(
    _ file: String, _ parse: ([UInt8]) throws(InterchangeError) -> Value
  ) throws -> Value {
    let bytes: [UInt8]
    do {
      bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
    } catch {
      throw ValidationError("\(file): cannot be read")
    }
    do {
      return try parse(bytes)
    } catch {
      throw ValidationError("\(file):\(error)")
    }
  }
}
