import DiagramDSL
import DiagramEngine
import DiagramIcons
import DiagramModel

private let a = Component("A")
private let b = Component("B")
private let c = Component("C")
private let outer = Node("Outer") { a }
private let other = Node("Other") { b }

/// For each kind of mistake a catalog that has it.
enum MistakeSamples {
  static let all: [(kind: Diagnostic.Kind, catalog: [Series])] =
    names + identities + arrows + trunks + hints + sizes + icons

  /// Everything that is told of the catalog of a kind.
  static func diagnostics(of catalog: [Series]) -> [Diagnostic] {
    catalogDiagnostics(catalog)
      + catalog.flatMap { series in
        do {
          return try series.rendered(in: .dark, as: [.svg], icons: library).diagnostics
        } catch {
          return (error as? DiagramError)?.diagnostics ?? []
        }
      }
  }

  /// A pack with an icon that is none.
  private static let library = IconLibrary(packs: [
    .init(
      name: "company", names: ["logo"],
      icons: ["logo": .failure(IconProblem("it holds <script>"))])
  ])

  private static func sample(
    _ kind: Diagnostic.Kind, @SeriesBuilder _ pictures: () -> [Picture]
  ) -> (kind: Diagnostic.Kind, catalog: [Series]) {
    (kind, [Series("chapter", pictures: pictures)])
  }

  private static func picture(
    _ kind: Diagnostic.Kind, @PictureBuilder _ content: () -> [PictureItem]
  ) -> (kind: Diagnostic.Kind, catalog: [Series]) {
    sample(kind) { Picture("p", content: content) }
  }

  private static var names: [(kind: Diagnostic.Kind, catalog: [Series])] {
    let pair = { (path: String) in Series(path) { Picture("p") { a } } }
    return [
      (.seriesFolder, [pair("../con/a*b. /~")]),
      sample(.pictureName) { Picture("aux.svg") { a } },
      sample(.samePictureName) {
        Picture("p") { a }
        Picture("P") { a }
      },
      (.sameFile, [pair("chapter"), pair("Chapter")]),
      sample(.seriesWithoutPicture) {},
      sample(.emptyPicture) { Picture("p") {} },
      sample(.emptyPicture) { Picture("p") { Row {} } },
      sample(.emptyPicture) { Picture("p") { Grid(columns: 2) { Column {} } } },
      sample(.emptyPicture) { Picture("p") { Lanes {} } },
      sample(.emptyPicture) { Picture("p") { Sequence {} } },
      sample(.emptyPicture) { Picture("p") { Spot("x") } },
      (.fileAsFolder, [pair("chapter"), pair("chapter/p.svg")]),
    ]
  }

  private static var identities: [(kind: Diagnostic.Kind, catalog: [Series])] {
    [
      picture(.invalidID) { a.id("a/“b”") },
      picture(.noIdentity) { Component(" ") },
      picture(.twiceInPicture) {
        Component("C.")
        Component("C!")
      },
      sample(.differentContent) {
        Picture("p") { a }
        Picture("q") { Node("A") {} }
      },
      sample(.twoPlaces) {
        Picture("p") {
          Row {
            Row { a }
            b
          }
        }
        Picture("q") {
          Row {
            a
            b
          }
        }
      },
      sample(.splitGroup) {
        Picture("p") {
          Row { a }
          Row { b }
        }
        Picture("q") {
          Row {
            a
            b
          }
        }
      },
      sample(.differentArrangements) {
        Picture("p") { Row { a } }
        Picture("q") { Column { a } }
      },
      sample(.differentOrders) {
        Picture("p") {
          a
          b
        }
        Picture("q") {
          b
          a
        }
      },
      sample(.movedBox) {
        Picture("p") { a }
        Picture("q") { outer }
      },
      sample(.differentTitles) {
        Picture("p") { Component("A?") }
        Picture("q") { a }
      },
      picture(.sharedClosure) {
        Row {
          Node("Outer") { a }; Node("Other") { a }
        }
      },
      picture(.unusableShape) { a.shape(ShapeName(Spilling.self)) },
      sample(.unmatchedName) { Picture("p") { outer }.accent("outre/*") },
      sample(.focusOnNothing) { Picture("p") { outer }.focus() },
    ]
  }

  private static var arrows: [(kind: Diagnostic.Kind, catalog: [Series])] {
    [
      picture(.arrowOnTitle) {
        let (start, end) = (Spot("start").at(x: 100, y: 0), Spot("end").at(x: 100, y: 300))
        start
        Node("A title under a line") { b }.at(x: 0, y: 60)
        end
        (start --- end).straight()
      },
      sample(.messageOrder) {
        Picture("p") {
          Sequence {
            a --> b; b --> a
          }
        }
        Picture("q") {
          Sequence {
            b --> a; a --> b
          }
        }
      },
      picture(.unknownBox) {
        outer
        b
        a --> outer[b]
        a --> c
      },
      picture(.ambiguousBox) {
        outer
        Node("Other") { a }
        a --> outer
      },
      picture(.arrowToItself) {
        a
        a --> a
      },
      picture(.textOnBox) {
        a
        b
        a --> b.label("“say \"\\hi\"”\n")
      },
      picture(.idOfOtherArrow) {
        a
        b
        (a --> b).id("x")
        (b --> a).id("x")
      },
      picture(.idOfBox) {
        a
        b
        (a --> b).id("a")
      },
      arrow(.arrowGap) { $0.gap(-1) },
      arrow(.arrowLength) { $0.minimumLength(0) },
      arrow(.arrowWeight) { $0.weight(101) },
      picture(.lengthInside) {
        outer
        (outer --> a).minimumLength(2)
      },
      picture(.lengthWithoutLayers) {
        Row {
          a
          b
        }
        (a --> b).minimumLength(2)
      },
      picture(.arrowTwice) {
        a
        b
        a --> b
        a --> b
      },
    ]
  }

  private static func arrow(
    _ kind: Diagnostic.Kind, _ change: (Arrow) -> Arrow
  ) -> (kind: Diagnostic.Kind, catalog: [Series]) {
    picture(kind) {
      a
      b
      change(a --> b)
    }
  }

  private static var trunks: [(kind: Diagnostic.Kind, catalog: [Series])] {
    let three: (Diagnostic.Kind, [Arrow]) -> (kind: Diagnostic.Kind, catalog: [Series]) = {
      kind, arrows in
      picture(kind) {
        a
        b
        c
        arrows
      }
    }
    return [
      three(.trunkWithoutCommonEnd, [a --> b, b --> c].trunk()),
      three(.trunkWithTwins, [a --> b, a --> b].trunk()),
      three(.trunkWithLoop, [a --> b, (a --> a).loop()].trunk()),
      three(.trunkWithoutAngles, [a --> b, (a --> c).straight()].trunk()),
      three(.trunkSides, [(a --> b).from(.top), (a --> c).from(.left)].trunk()),
      three(.trunkEnds, [a --> b, (a --> c).gap(4)].trunk()),
      picture(.trunkInsideAndOutside) {
        outer
        c
        (outer --> [a, c]).trunk()
      },
      sample(.differentTrunks) {
        Picture("p") {
          Row {
            a
            b
            c
          }
          [a --> b, a --> c].trunk()
        }
        Picture("q") {
          Row {
            a
            b
            c
          }
          [a --> b, c --> b].trunk()
        }
      },
    ]
  }

  private static var hints: [(kind: Diagnostic.Kind, catalog: [Series])] {
    [
      picture(.hintForOneBox) {
        a
        a.above(a)
      },
      picture(.hintForNestedBoxes) {
        outer
        a.above(outer)
      },
      picture(.hintInArrangement) {
        Row {
          a
          b
        }
        a.above(b)
      },
      picture(.contradictingHints) {
        a
        b
        a.above(b)
        b.above(a)
      },
      picture(.pinInArrangement) { Row { a.at(x: 0, y: 0) } },
      sample(.differentPins) {
        Picture("p") { a.at(x: 0, y: 0) }
        Picture("q") { a.at(x: 40, y: 0) }
      },
      picture(.pinOntoBox) {
        a.at(x: 0, y: 0)
        b.at(x: 20, y: 20)
      },
      picture(.hintAgainstPins) {
        Packed {
          a.at(x: 0, y: 0)
          b.at(x: 200, y: 200)
        }
        b.above(a)
      },
      picture(.pinOutside) { a.at(x: -1, y: 0) },
      picture(.pinMakesRoom) {
        a.at(x: 40, y: 40)
        Node("Chart") { Grid(columns: 4) { (1...16).map { Component("\($0)") } } }
      },
      picture(.placeOutside) {
        a
        b.on(a, x: 3)
      },
      sample(.differentPlaces) {
        Picture("p") {
          a
          b.on(a, x: 0, y: 0.5)
        }
        Picture("q") {
          a
          b.on(a, x: 1, y: 0.5)
        }
      },
      picture(.laidOnItself) { a.on(a) },
      picture(.contradictingPlaces) {
        a
        Divider("today").on(a)
      },
    ]
  }

  private static var sizes: [(kind: Diagnostic.Kind, catalog: [Series])] {
    [
      picture(.boxSize) { a.width(0).height(30_000) },
      picture(.gridColumns) { Grid(columns: 0) { a } },
      picture(.spacing) { Row(spacing: -1) { a } },
      picture(.sizeTooSmall) { a.width(10) },
      picture(.wishNotKept) {
        Row(spacing: 0) {
          a
          b
          c
        }
        (a --> c).from(.right)
      },
      picture(.deepNesting) { (0...100).reduce(outer) { inner, _ in Node("Outer") { inner } } },
      picture(.sharedPlace) { SharedPlace("spot") { [a, b] } },
      (.slideShare, [Series("chapter", slide: .width(.nan)) { Picture("p") { a } }]),
      picture(.longText) { Text(String(repeating: "text ", count: 20_001)) },
      picture(.codeMark) { Code("a: b", language: .yaml).mark("c", as: "c") },
      picture(.codeLines) { Code("a: b", language: .yaml).highlightLines(2...3) },
      picture(.coveredText) {
        a
        b.on(a)
      },
      picture(.textColor) { Component("[a]{.blue}") },
      picture(.linkAddress) { Component("[a](javascript:alert(1))") },
      picture(.controlCharacter) { Component("A\u{1B}[31m") },
    ]
  }

  private static var icons: [(kind: Diagnostic.Kind, catalog: [Series])] {
    [
      picture(.unknownIcon) { Component("A", icon: "databse") },
      picture(.unreadableIcon) { Icon("company/logo") },
      picture(.iconSize) { Icon(.pod, size: 4) },
      picture(.annotationWithoutBoxes) {
        a
        Brace("three")
      },
      picture(.emptyLegend) {
        a
        Legend()
      },
      picture(.markOnOther) {
        Row(spacing: 20) {
          a; b; c
        }
        a --> c
        Region("a and b", around: a, b)
        Region("b and c", around: b, c)
      },
      picture(.regionAroundOthers) {
        Row {
          a; b; c
        }
        Region("ends", around: a, c)
      },
      picture(.badgeText) { a.badge("more words than a badge has room for") },
    ]
  }
}
