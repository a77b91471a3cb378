public import ArgumentParser
import DiagramInterchange
import DiagramLayout
import FoundationEssentials

/// `diagen layout`: places a graph of the neutral format, so that anyone can measure it.
public struct LayoutCommand: ParsableCommand {
  /// How a graph can be placed.
  enum Algorithm: String, ExpressibleByArgument, CaseIterable {
    case layered
  }

  public static let configuration = CommandConfiguration(
    commandName: "layout", abstract: "Place a graph given in the neutral format diagen-graph/1.")

  @Argument(help: "The graph, a file of the format diagen-graph/1.")
  var graph: String

  @Argument(help: "The drawing to write, a file of the format diagen-layout/1.")
  var output: String

  @Option(help: "How to place it: \(Algorithm.allCases.map(\.rawValue).joined(separator: ", ")).")
  var algorithm: Algorithm = .layered

  @Option(help: "What random choices are drawn from.")
  var seed: UInt64 = 1

  @Option(help: "How many attempts are made, from 1.")
  var effort: Int = 8

  public init() {}

  /// Checks that the options make sense.
  public func validate() throws {
    guard effort >= 1 else { throw ValidationError("--effort must be at least 1") }
  }

  /// Reads, places and writes.
  public func run() throws {
    let bytes: [UInt8]
    do {
      bytes = [UInt8](try Data(contentsOf: URL(filePath: graph)))
    } catch {
      throw ValidationError("\(graph): cannot be read")
    }
    let document: GraphDocument
    do {
      document = try GraphDocument(reading: bytes)
    } catch {
      throw ValidationError("\(graph):\(error)")
    }
    let layout = LayeredLayout(direction: document.direction, seed: seed, effort: effort)
      .place(document.graph)
    let drawing = LayoutDocument(
      layout: layout, nodeIDs: document.nodeIDs, edgeIDs: document.edgeIDs)
    try Data(drawing.bytes()).write(to: URL(filePath: output))
  }
}
