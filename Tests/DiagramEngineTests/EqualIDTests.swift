import DiagramDSL
import DiagramEngine
import DiagramModel
import Testing

private let api = Component("API")
private let web = Component("Web")
private let store = Component("Store")

/// What the engine says of one series of these pictures, which cannot be drawn.
private func diagnostics(@SeriesBuilder _ pictures: () -> [Picture]) -> [Diagnostic] {
  do {
    return try Series("chapter", pictures: pictures).rendered(in: .dark, as: []).diagnostics
  } catch {
    return (error as? DiagramError)?.diagnostics ?? []
  }
}

/// Boxes that by their ids are one, where there are several.
@Suite struct EqualIDTests {
  @Test func aBoxThatStandsTwiceInALaterPictureIsTold() {
    let found = diagnostics {
      Picture("p") {
        api
        web
      }
      Picture("q") {
        api
        web
        api.muted()
      }
      Picture("r") {
        Node("N") { store }
        web
      }
      Picture("s") {
        Node("N") {
          store
          store
        }
        web
      }
    }
    #expect(
      Set(found.map(\.message)) == [
        "“API” stands twice in picture “q”", "“Store” stands twice in picture “s”",
      ])
    #expect(found.count == 2)
  }

  @Test func eachOfSeveralEqualBoxesIsToldAnIDOfItsOwn() {
    let found = diagnostics {
      Picture("p") {
        for title in ["a b", "a-b", "a_b", "a.b", "A-B 3"] { Component(title) }
      }
    }
    #expect(
      found.map(\.hints)
        == ["a-b-2", "a-b-4", "a-b-5"].map {
          ["give one of them an id of its own: `.id(\"\($0)\")`"]
        })
  }

  @Test func titlesOfTwoCompositionsAreToldAsSuch() {
    let found = diagnostics {
      Picture("p") {
        Component("Caf\u{e9}")
        Component("Cafe\u{301}")
      }
      Picture("caf\u{e9}") { web }
      Picture("cafe\u{301}") { web }
    }
    #expect(found.map(\.kind) == [.twiceInPicture, .samePictureName])
    let reason = "whose characters are only composed in two ways"
    #expect(found.allSatisfy { $0.message.contains(reason) })
  }
}
