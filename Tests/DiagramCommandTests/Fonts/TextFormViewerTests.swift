import DiagramDSL
import DiagramEngine
import Foundation
import TestSupport
import Testing
import ViewerSupport

@testable import DiagramCommand

#if os(Linux)
  /// What viewers show that do not have the fonts, compared with what those show that do.
  @Suite(
    .enabled(
      if: (Viewers.missingForFonts + Viewers.missingForPictures).isEmpty || Viewers.areRequired,
      "\(Viewers.missingForFonts + Viewers.missingForPictures)"))
  struct TextFormViewerTests {
    /// Texts of all kinds, plain, with fonts and as outlines.
    private static func pictures() throws -> [(name: String, plain: Data, made: [TextForm: Data])] {
      let series = features.filter { series in
        series.pictures.contains { ["runs", "code", "arrows"].contains($0.name) }
      }
      let files = try (series + [umlauts]).flatMap {
        try $0.rendered(in: .light, as: [.svg, .drawioSVG]).files
      }
      return try files.map { file in
        let forms = try [TextForm.embedded, .outlines].map {
          ($0, Data(try TextFormTests.applied($0, to: file.bytes)))
        }
        return (file.path, Data(file.bytes), Dictionary(uniqueKeysWithValues: forms))
      }
    }

    private static let umlauts = Series("features") {
      Picture("umlauts") {
        let one = Component("Äußerst große Übung: AVATo, fi, 3½ €").id("one")
        let two = Component(String(repeating: "Wort", count: 75)).id("two").monospaced().bold()
        one
        two
        one --> two
      }
    }

    @Test func inChromiumEmbeddedFontsLookLikeInstalledOnes() throws {
      let pictures = try Self.pictures()
      let views = try PictureViewers.compare(
        pictures.map {
          PictureViewers.Task(
            NamedFile(name: $0.name, content: $0.made[.embedded]!), drawnByRsvg: $0.plain)
        }, withoutLiberation: [.chromium])
      #expect(views.flatMap(\.differencesInInk) == [])
    }

    @Test func outlinesLookLikeTextInViewersWithoutFonts() throws {
      let pictures = try Self.pictures()
      let inChromium = try PictureViewers.compare(
        pictures.map {
          PictureViewers.Task(
            NamedFile(name: $0.name, content: $0.made[.outlines]!), drawnByRsvg: $0.plain)
        }, withoutLiberation: [.chromium])
      #expect(inChromium.flatMap(\.differencesInInk) == [])
      let inRsvg = try PictureViewers.compare(
        pictures.map {
          PictureViewers.Task(
            NamedFile(name: $0.name, content: $0.plain), drawnByRsvg: $0.made[.outlines]!)
        }, withoutLiberation: [.rsvgConvert])
      #expect(inRsvg.flatMap(\.differencesInInk) == [])
    }

    /// The control: plain text looks otherwise there.
    @Test func plainTextLooksOtherwiseWithoutFonts() throws {
      let pictures = try Self.pictures()
      for hidden in [PictureViewers.Viewer.chromium, .rsvgConvert] {
        let views = try PictureViewers.compare(
          pictures.map { PictureViewers.Task(NamedFile(name: $0.name, content: $0.plain)) },
          withoutLiberation: [hidden])
        #expect(views.allSatisfy { !$0.differencesInInk.isEmpty })
      }
    }
  }
#endif
