import DiagramCatalog
import DiagramDSL
import DiagramEngine
import DiagramModel
import Foundation
import TestSupport
import Testing

@testable import DiagramInterchange

/// A second front end: what is written in JSON goes the same way as what is written in Swift.
@Suite struct SeriesDocumentTests {
  static func files(of series: Series) throws -> [RenderedFile] {
    try series.rendered(in: .dark, as: [.svg, .drawio, .drawioSVG]).files
  }

  /// The bytes that a series becomes, or what is told of it, without the places.
  private static func outcome(of series: Series) -> [String: [UInt8]] {
    do {
      return Dictionary(
        try files(of: series).map { ($0.path, $0.bytes) }, uniquingKeysWith: { $1 })
    } catch {
      let told = (error as? DiagramError)?.diagnostics.map { Array("\($0.kind)".utf8) } ?? []
      return Dictionary(
        told.map { ("\(String(decoding: $0, as: UTF8.self))", $0) }, uniquingKeysWith: { $1 })
    }
  }

  private static func read(_ text: String) throws -> Series {
    try SeriesDocument.series(reading: Array(text.utf8), at: "/drawings/shop.json")
  }

  private func expectSame(_ series: Series) throws {
    let text = WrittenSeries.document(series).text
    let read: Series
    do {
      read = try Self.read(text)
    } catch {
      Issue.record("\(series.path): \(error)\n\(text.prefix(3000))")
      return
    }
    let (before, after) = (Self.outcome(of: series), Self.outcome(of: read))
    #expect(before.keys.sorted() == after.keys.sorted())
    for (path, bytes) in before where after[path] != bytes {
      Issue.record("\(path) is another one\n\(text.prefix(3000))")
    }
  }

  /// Every word of the language, in every manner that there is.
  @Test(arguments: features.indices)
  func everyFeatureIsTheSameInJSON(index: Int) throws { try expectSame(features[index]) }

  @Test func theCatalogIsTheSameInJSON() throws {
    for series in catalog { try expectSame(series) }
  }

  @Test(arguments: UInt64(0)..<40)
  func randomSeriesAreTheSameInJSON(seed: UInt64) throws { try expectSame(.random(seed: seed)) }

  /// Who writes a program for the format finds every word on its page.
  @Test func everyWordIsDocumented() throws {
    let page = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Documentation/formats.md"), encoding: .utf8)
    let words =
      Word.allCases.map(\.rawValue) + BoxKind.allCases.map(\.rawValue)
      + MarkKind.allCases.map(\.rawValue) + StateKind.allCases.map(\.rawValue)
      + MessageKind.allCases.map(\.rawValue) + SampleKind.allCases.map(\.rawValue)
    for word in words {
      #expect(page.contains("`\(word)`") || page.contains("\"\(word)\""), "\(word)")
    }
  }

  /// Messages of an author's JSON must not speak of our code.
  @Test func everyPlaceIsInTheFile() throws {
    for series in features {
      let read = try Self.read(WrittenSeries.document(series).text)
      var origins = 0
      func look(at value: Any, _ depth: Int) {
        if let origin = value as? Origin {
          origins += 1
          if origin.file != "/drawings/shop.json" { Issue.record("\(series.path): \(origin)") }
          return
        }
        // What a reference was made of is for looks alone.
        for child in Mirror(reflecting: value).children where child.label != "named" {
          look(at: child.value, depth + 1)
        }
      }
      look(at: read, 0)
      #expect(origins > 2)
    }
  }
}
