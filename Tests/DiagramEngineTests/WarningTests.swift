import DiagramDSL
import DiagramEngine
import TestSupport
import Testing

private let api = Component("API")
private let store = Component("Store")

/// What the engine says of one series of these pictures that can be drawn.
private func warnings(@SeriesBuilder _ pictures: () -> [Picture]) throws -> [Diagnostic] {
  try Series("chapter", pictures: pictures).rendered(in: .dark).diagnostics
}

@Suite struct WarningTests {
  @Test func twoEqualArrowsAreTold() throws {
    let found = try warnings {
      Picture("p") {
        api
        store
        api --> store
        store <-- api
        (api --> store).label("HTTPS")
        (api --> store).dashed()
        store --> api
        api --- store
        store --- api
      }
      Picture("q") {
        api
        store
        api --> store
      }
    }
    #expect(
      found.map(\.message) == [
        "two equal arrows join “API” and “Store” in picture “p”",
        "two equal arrows join “Store” and “API” in picture “p”",
      ])
    #expect(found.map(\.id) == ["DG0312", "DG0312"])
    #expect(found.allSatisfy { $0.severity == .warning })
    #expect(found.map(\.line) == [#line - 20, #line - 15])
    #expect(found[0].notes.map(\.origin.line) == [found[0].line - 1])
  }

  @Test func warningsChangeNoByte() throws {
    let pictures = { (second: Arrow) in
      Series("chapter") {
        Picture("p") {
          api
          store
          api --> store
          second
        }
      }
    }
    let doubtful = try pictures(api --> store).rendered(in: .dark)
    #expect(doubtful.diagnostics.count == 1 && doubtful.files.count == 3)
    let again = try pictures(store <-- api).rendered(in: .dark)
    #expect(doubtful.files == again.files)
  }

  @Test func noPathOfASourceFileReachesAnOutputFile() throws {
    let files = try Series.random(seed: 7).rendered(in: .dark).files
    #expect(!files.isEmpty)
    let folder = #filePath.split(separator: "/").dropLast().last ?? ""
    for file in files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for part in [String(folder), #fileID, #filePath, ".swift"] {
        #expect(!text.contains(part), "\(file.path) holds \(part)")
      }
    }
  }

  @Test func warningsStandAmongTheErrors() throws {
    do {
      _ = try warnings {
        Picture("p") {
          api
          store
          api --> store
          api --> store
          api --> api
        }
      }
      Issue.record("drawn with a mistake")
    } catch let error as DiagramError {
      #expect(error.diagnostics.map(\.severity) == [.warning, .error])
    }
  }
}
