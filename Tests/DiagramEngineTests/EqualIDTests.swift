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

  /// An arrow between them only seems to run from a box to itself.
  @Test func anArrowBetweenTwoBoxesOfOneNameIsNoSecondMistake() {
    let (one, other) = (Component("DB"), Component("DB"))
    let found = diagnostics {
      Picture("p") {
        one
        other
        one --> other
      }
    }
    #expect(found.map(\.kind) == [.twiceInPicture])
    // Where only one of them is shown, the arrow is what is wrong.
    let named = diagnostics {
      Picture("p") {
        one
        one --> other
      }
    }
    #expect(named.map(\.kind) == [.arrowToItself])
    #expect(named.first?.hints == ["give one of them an id of its own: `.id(\"db-2\")`"])
  }

  /// What needs no title is told apart by its order, in each container and picture.
  @Test func dividersWithoutATextAreSeveral() throws {
    let series = Series("zones") {
      for name in ["p", "q"] {
        Picture(name) {
          Column {
            api; Divider(); web; Divider(); store
          }
          if name == "q" {
            Node("N") {
              Column {
                Component("c"); Divider("  "); Component("d")
              }
            }
          }
        }
      }
    }
    let scenes = try series.scenes(in: .dark)
    let places = scenes.map { scene in
      scene.boxes.filter { $0.kind == "divider" }.map { "\($0.id) \($0.frame.minY)" }
    }
    #expect(places[0].map { $0.prefix { $0 != " " } } == ["divider", "divider-2"])
    #expect(places[1].prefix(2) == places[0][...])
    #expect(places[1].last?.hasPrefix("n/divider ") == true)
  }

  @Test func whatHasNoTitleIsCalledWhatItIs() {
    let found = diagnostics {
      Picture("p") {
        Column {
          api; Divider().id("zone"); web; Divider().id("zone"); store
        }
        Text("")
        Text("")
      }
    }
    #expect(found.map(\.kind) == [.twiceInPicture, .noIdentity, .noIdentity])
    #expect(found.first?.message == "a divider without a text stands twice in picture “p”")
  }

  /// One cause is one mistake, however many pictures and arrows have it.
  @Test func oneCauseIsToldOnce() {
    let wide = api.width(0)
    let found = diagnostics {
      for name in ["p", "q", "r"] {
        Picture(name) {
          wide
          web
          api --> Component("Wub")
          web --> Component("Wub")
        }
      }
    }
    #expect(found.map(\.kind) == [.boxSize, .unknownBox])
    #expect(found.last?.message == "no picture shows “Wub”")
    #expect(found.last?.hints.first == "did you mean “Web”?")
    #expect(found.last?.notes.map(\.message) == ["here too"])
    let icons = diagnostics {
      Picture("p") { for number in 1...3 { Component("C \(number)", icon: "nowhere") } }
    }
    #expect(icons.map(\.kind) == [.unknownIcon])
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
