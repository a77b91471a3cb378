import DiagramCheck
import DiagramGraph
import DiagramText
import Testing

@testable import DiagramDSL
@testable import DiagramEngine
@testable import DiagramModel

/// What a region lies around is what it says.
@Suite struct RegionTests {
  private func placed(@PictureBuilder _ content: () -> [PictureItem]) throws -> PlacedSeries {
    try Series("regions") { Picture("p", content: content) }.united()
      .measured(by: FontMetrics()).placed()
  }

  private func diagnostics(@PictureBuilder _ content: () -> [PictureItem]) throws -> [Diagnostic] {
    try Series("regions") { Picture("p", content: content) }
      .rendered(in: .dark, as: [.svg]).diagnostics
  }

  private let boxes = ["a", "b", "c", "d"].map { Component($0) }

  @Test func aRegionAroundBoxesThatItDoesNotNameIsTold() throws {
    let found = try diagnostics {
      Grid(columns: 2, spacing: 40) { boxes }
      Region("team", around: boxes[0], boxes[3])
    }
    let region = try #require(found.first { $0.kind == .regionAroundOthers })
    #expect(region.message.contains("“team”"))
    #expect(region.message.contains("“b” and “c”"))
    #expect(found.count == 1)
  }

  @Test func whatLiesInNamedContainersIsNamed() throws {
    let found = try diagnostics {
      Row {
        Node("N") {
          boxes[0]; boxes[1]
        }.id("n")
        boxes[2]
        boxes[3]
      }
      Region("team", around: Node("N").id("n"), boxes[2])
    }
    #expect(found.isEmpty, "\(found)")
  }

  /// Room above and below a box is no reason for gaps beside it.
  @Test(arguments: [nil, 60]) func aRegionOnlyMakesRoomWhereItLacks(spacing: Int?) throws {
    let (u, v, w) = (Component("u"), Component("v"), Component("w"))
    func drawn(_ region: [Region]) throws -> PlacedSeries {
      try placed {
        Row(align: .center, spacing: spacing) {
          Column {
            u; boxes[0]
          }
          Column {
            v; boxes[1]; w
          }
          boxes[2]
        }
        boxes[0] --> boxes[1]
        region
      }
    }
    let (bare, framed) = (try drawn([]), try drawn([Region("team", around: boxes[0], boxes[1])]))
    #expect(framed.canvas.width <= bare.canvas.width + 60)
    let check = Check(framed.layoutWithCanvas, of: framed.measured.graph)
    #expect(check.findings(of: framed.overlays.all).filter { $0.rule == .overlayOnBox } == [])
  }
}
