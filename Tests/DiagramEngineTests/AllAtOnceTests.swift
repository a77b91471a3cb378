import DiagramDSL
import DiagramEngine
import DiagramModel
import TestSupport
import Testing

private let api = Component("API")
private let web = Component("Web")
private let store = Component("Store")
private let worker1 = Node("Worker 1") { [web, store] }

/// What the engine says of one series of these pictures.
private func diagnostics(@SeriesBuilder _ pictures: () -> [Picture]) -> [Diagnostic] {
  do {
    return try Series("chapter", pictures: pictures).rendered(in: .dark, as: [.svg]).diagnostics
  } catch {
    return (error as? DiagramError)?.diagnostics ?? []
  }
}

@Suite struct AllAtOnceTests {
  @Test func noMistakeHidesAnother() {
    let lost = Component("Lost")
    let found = diagnostics {
      Picture("p", title: "\u{1}") {
        Row(spacing: -1) {
          api.width(0)
          web
        }
        web
        Grid(columns: 0) { store.shape(ShapeName(Spilling.self)) }
        api --> lost
        api --> api
        web.above(web)
        store.leftOf(lost)
        (api --> web).gap(99)
      }
      Picture("P.svg") {
        Column {
          web
          api
        }
        store.collapsedTwin
      }
      Picture("p") {}
    }
    let expected: Set<Diagnostic.Kind> = [
      .controlCharacter, .spacing, .boxSize, .twiceInPicture, .gridColumns, .unusableShape,
      .unknownBox, .arrowToItself, .hintForOneBox, .arrowGap, .pictureName,
      .differentArrangements, .samePictureName, .emptyPicture,
    ]
    #expect(Set(found.map(\.kind)).isSuperset(of: expected))
    #expect(found.count { $0.kind == .unknownBox } == 1)
    #expect(found.map(\.origin) == found.map(\.origin).sorted())
  }

  @Test func mistakesOfPlacesAreToldWithTheOthers() {
    let lost = Component("Lost")
    let found = diagnostics {
      Picture("p.svg") {
        api.at(x: 0, y: 0).width(30)
        web.at(x: 20, y: 20)
        web
        api --> lost
        api --> api
      }
    }
    #expect(
      Set(found.map(\.kind)) == [
        .pictureName, .sizeTooSmall, .pinOntoBox, .twiceInPicture, .unknownBox, .arrowToItself,
      ])
  }

  @Test func deepNestingHidesNoNameAndNoValue() {
    let deep = (0...100).reduce(worker1) { inner, number in Node("\(number)") { inner } }
    let found = diagnostics {
      Picture("con") { deep }
      Picture("p") { Grid(columns: .max) { api } }
    }
    #expect(
      found.map(\.kind).sorted { $0.rawValue < $1.rawValue } == [
        .pictureName, .gridColumns, .deepNesting,
      ])
  }

  @Test func allThatIsWrongWithOneArrowIsTold() {
    let found = diagnostics {
      Picture("p") {
        api
        web
        (api --> web.label("x")).gap(-1).minimumLength(0).weight(0).id("a/b")
        [api --> web, (api --> web).straight(), (web --> api).curved()].trunk()
      }
    }
    #expect(
      Set(found.map(\.kind)) == [
        .textOnBox, .arrowGap, .arrowLength, .arrowWeight, .invalidID, .trunkWithoutAngles,
        .arrowTwice,
      ])
    #expect(found.count { $0.kind == .trunkWithoutAngles } == 2)
  }

  @Test func aBoxThatIsNotThereHidesNothingOfItsArrow() {
    let lost = Component("Lost")
    let found = diagnostics {
      Picture("p") {
        api
        (api.label("x") --> lost).gap(41).minimumLength(21).weight(101).id("a b")
        lost --> lost
      }
    }
    let expected: Set<Diagnostic.Kind> = [
      .unknownBox, .textOnBox, .arrowGap, .arrowLength, .arrowWeight, .invalidID, .arrowToItself,
    ]
    #expect(Set(found.map(\.kind)) == expected)
  }

  /// Whatever texts there are: it is drawn, or what is wrong has a place.
  @Test(arguments: UInt64(0)..<150)
  func noErrorIsWithoutAPlace(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let texts = (0..<8).map { _ in String.odd(using: &random) }
    let boxes = texts.prefix(3).map { Component($0) }
    let series = Series("chapter") {
      Picture("p", title: texts[3]) {
        boxes
        Node(texts[4]) { Text(texts[5]) }
        (boxes[0] --> boxes[1]).label(texts[6])
        boxes[1].label(texts[7]) --> boxes[2]
      }
    }
    do {
      #expect(try series.rendered(in: .dark).files.count == 3)
    } catch let error as DiagramError {
      #expect(!error.diagnostics.contains { $0.kind == .unwritable })
      #expect(error.diagnostics.allSatisfy { $0.file == #filePath && !$0.hints.isEmpty })
    }
  }

  @Test func anArrowToAMisplacedBoxHasNoMistakeOfItsOwn() {
    let found = diagnostics {
      Picture("p") {
        Row { worker1 }
        api
        api --> store
      }
      Picture("q") {
        Row { Column { worker1 } }
        api
        api --> store
        api --> worker1[web]
      }
    }
    #expect(found.map(\.kind) == [.twoPlaces])
  }
}

extension Component {
  /// A container of the same title, as another author may have written it.
  fileprivate var collapsedTwin: Node { Node(title) {} }
}

@Suite struct WishTests {
  @Test func sizesBelowWhatABoxNeedsAreToldOf() {
    let found = diagnostics {
      Picture("p") {
        api.width(30).height(20)
        Node("Cluster") { Row { [web, store] } }.width(100)
        Component("large").width(300)
      }
    }
    #expect(found.map(\.kind) == [.sizeTooSmall, .sizeTooSmall, .sizeTooSmall])
    #expect(
      found.map(\.message) == [
        "a width of 30 units is too little for “API”, which needs 41",
        "a height of 20 units is too little for “API”, which needs 32",
        "a width of 100 units is too little for “Cluster”, which needs 220",
      ])
    #expect(found[0].hints == ["write `.width(41)` or more, or leave it out"])
  }

  @Test func aSideWithoutRoomIsToldOf() {
    let found = diagnostics {
      Picture("p") {
        Row(spacing: 0) { [api, web, store] }
        (api --> store).from(.right)
        (store --> api).from(.top).to(.top)
      }
    }
    #expect(
      found.map(\.message) == [
        "the arrow cannot leave “API” on its right side: “Web” is in the way"
      ])
  }

  @Test func theArrangementThatNeedsRoomIsNamed() {
    let found = diagnostics {
      Picture("p") {
        Column(spacing: 0) { [api, web, store] }
        (api --> store).from(.bottom)
      }
    }
    #expect(found[0].hints[0] == "leave room there, as with `Column(spacing: 60) { a; b }`")
  }

  @Test func theReasonIsNamed() {
    let found = diagnostics {
      Picture("p") {
        Grid(columns: 3, spacing: 0) { [api, store, web] }
        (api --> web).from(.right)
      }
      Picture("q") {
        Ring { [api, web, store].map { $0.id("ring-" + $0.title) } }
        (api.id("ring-API") --> web.id("ring-Web")).from(.left)
      }
    }
    #expect(
      found.map(\.message) == [
        "the arrow cannot leave “API” on its right side: “Store” is in the way",
        "the arrow cannot leave “API” on its left side: in a ring it follows the circle",
      ])
  }

  @Test(arguments: UInt64(0)..<60)
  func sidesWithRoomAreFine(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let boxes = (0..<4).map { Component("Box \($0)") }
    let side = { (random: inout SeededGenerator) in
      Side.allCases.randomElement(using: &random) ?? .top
    }
    let arrows = (0..<3).map { index in
      (boxes[index] --> boxes[index + 1]).from(side(&random)).to(side(&random))
    }
    let found = diagnostics {
      Picture("p") {
        if seed.isMultiple(of: 2) { Row(spacing: 100) { boxes } } else { boxes }
        arrows
      }
    }
    #expect(found == [])
  }
}

extension String {
  /// A text with characters of many kinds, such as no author writes on purpose.
  fileprivate static func odd(using random: inout SeededGenerator) -> String {
    let parts = [
      "a", "API", "größe", "e\u{301}", "🚀", "👩‍👩‍👧", "שלום", "日本", " ", "\n", "\t", "\r", "\u{0}",
      "\u{1B}[1m", "\u{FFFE}", "\u{FFFF}", "\u{202E}", "\u{AD}", "\u{A0}", "<", "&", "\"", "+", "#",
      "]]>", "--", "__proto__", String(repeating: "wort", count: 75), "\u{85}", "\u{2028}",
    ]
    return (0..<Int.random(in: 0...4, using: &random))
      .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
  }
}
