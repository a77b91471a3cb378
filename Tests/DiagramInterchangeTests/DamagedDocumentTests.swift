import DiagramGraph
import DiagramInterchange
import DiagramLayout
import DiagramModel
import Foundation
import TestSupport
import Testing

/// Files that are almost right are drawn, or it is told where they are wrong.
///
/// More of them: `DIAGEN_DAMAGED_FILES=20000 swift test --filter DamagedDocumentTests`.
@Suite struct DamagedDocumentTests {
  private static let seeds =
    UInt64(
      0)..<(ProcessInfo.processInfo.environment["DIAGEN_DAMAGED_FILES"]
    .flatMap(UInt64.init) ?? 300)

  @Test(arguments: seeds)
  func aDamagedGraphIsDrawnOrItsMistakeNamed(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let bytes = DamagedDocument.graph(&random).damaged(&random)
    do throws(InterchangeError) {
      let document = try GraphDocument(reading: bytes)
      let drawing = document.document(of: document.graph.placed(by: request(seed, document)))
      let layout = drawing.layout
      #expect(layout.frames.count == document.nodeIDs.count)
      #expect(try LayoutDocument(reading: drawing.bytes()) == drawing)
      #expect(layout.routes.allSatisfy { $0.points.count > 1 })
    } catch {
      expectPlace(of: error, in: bytes)
    }
  }

  @Test(arguments: seeds)
  func aDamagedDrawingIsTakenUpOrItsMistakeNamed(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let document = try GraphDocument(reading: Array(DamagedDocument.graph(&random).text.utf8))
    // Now and then the drawing is that of another graph.
    let other =
      seed.isMultiple(of: 4)
      ? try GraphDocument(reading: Array(DamagedDocument.graph(&random).text.utf8)) : document
    let last = other.graph.placed(by: request(seed, other))
    let drawing = DamagedDocument.drawing(
      other.document(of: last).layout, nodes: other.nodeIDs, edges: other.edgeIDs)
    let bytes = drawing.damaged(&random)
    do throws(InterchangeError) {
      var request = request(seed, document)
      request.previous = document.previous(from: try LayoutDocument(reading: bytes))
      let layout = document.graph.placed(by: request)
      #expect(layout.routes.allSatisfy { $0.points.count > 1 })
      for (frame, node) in zip(layout.frames, document.graph.nodes) {
        #expect(frame.size.union(node.minimumSize) == frame.size)
        #expect(node.parent.map { layout.frames[$0].contains(frame) } ?? true)
      }
    } catch {
      expectPlace(of: error, in: bytes)
    }
  }

  private func request(_ seed: UInt64, _ document: GraphDocument) -> LayoutRequest {
    LayoutRequest(
      algorithm: LayoutAlgorithm.allCases[Int(seed % 3)], direction: document.direction,
      isDirected: document.isDirected)
  }

  private func expectPlace(of error: InterchangeError, in bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    #expect(!error.message.isEmpty)
    #expect((1...lines.count).contains(error.line), "\(error)")
    guard lines.indices.contains(error.line - 1) else { return }
    #expect((1...lines[error.line - 1].count + 1).contains(error.column), "\(error)")
  }
}
