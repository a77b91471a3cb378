import DiagramModel
import Testing
import ViewerSupport

@Suite(.viewers(missing: Viewers.missingForPictures))
struct PictureTests {
  @Test func nothingIsMissing() {
    #expect(Viewers.missingForPictures == [])
  }

  /// Chromium and rsvg-convert are required, the others looked at where they are.
  @Test func allInstalledViewersAreCompared() throws {
    for note in MoreViewers.missing { print("note: \(note)") }
    let name = try #require(
      pictures().flatMap(\.images).map(\.name).first(where: Viewing.isShownEverywhere))
    let viewers = try Viewing.picture(name).others.map(\.viewer)
    #expect(viewers == ["rsvg-convert"] + MoreViewers.installed.map(\.rawValue))
  }

  @Test(arguments: try pictures())
  func theViewersShowTheSame(picture: DrawnPicture) throws {
    for file in picture.images {
      let differences = try Viewing.picture(file.name).differencesBetweenViewers
      #expect(differences == [])
    }
  }

  @Test(arguments: try pictures())
  func theBrowserMeasuresTheTextOfTheScene(picture: DrawnPicture) throws {
    for file in picture.images {
      let differences = try Viewing.picture(file.name).textDifferences(from: picture.scene)
      #expect(differences == [])
    }
  }

  @Test func textThatLeavesItsBoxIsFound() throws {
    let differences = try Viewing.picture("sample/request.svg").textDifferences(
      from: Sample.scene(browserWidth: 70))
    #expect(differences.contains { $0.contains("“browser” leaves its box") }, "\(differences)")
  }

  @Test(arguments: PictureFlaw.allCases)
  func aFlawIsFound(flaw: PictureFlaw) throws {
    let picture = try Viewing.picture(flaw.fileName)
    let differences =
      flaw.isSeenInPixels
      ? picture.differencesBetweenViewers : picture.textDifferences(from: Sample.scene)
    #expect(differences.contains { $0.contains(flaw.finding) }, "\(differences)")
  }
}

/// Negative controls: rsvg-convert draws the sample, Chromium draws a copy with a flaw.
enum PictureFlaw: String, CaseIterable, CustomTestStringConvertible {
  case missingLabel, missingLetter, movedLabel, movedBox, otherColor, otherFont, absentFont
  case largerCanvas, externalImage, noXML
  case unknownText, textMissingFromScene, widerText, textAcrossBorder

  var fileName: String { "control/\(rawValue).svg" }
  var testDescription: String { rawValue }

  /// Whether the pixels show it, not the scene.
  var isSeenInPixels: Bool {
    switch self {
    case .unknownText, .textMissingFromScene, .widerText, .textAcrossBorder: false
    default: true
    }
  }

  /// The sample with the flaw.
  var file: String {
    switch self {
    case .missingLabel: Sample.svg(label: "")
    case .missingLetter: Sample.svg(label: "HTTP")
    case .movedLabel: Sample.svg().replacing("x=\"305\"", with: "x=\"308\"")
    case .movedBox: Sample.svg(shift: 3)
    case .otherColor: Sample.svg(accent: "#7cbad4".replacing("d4", with: "90"))
    case .otherFont: Sample.svg(font: "'Liberation Serif', serif")
    case .absentFont: Sample.svg(font: "'.SF NS', 'Liberation Sans', sans-serif")
    case .largerCanvas: Sample.svg().replacing("width=\"480\" height", with: "width=\"490\" height")
    case .externalImage:
      Sample.svg().replacing("</svg>", with: "<image href=\"https://example.org/a.png\"/></svg>")
    case .noXML: "<svg"
    case .unknownText:
      Sample.svg().replacing("</svg>", with: "<text x=\"9\" y=\"9\">more</text></svg>")
    case .textMissingFromScene: Sample.svg(label: "HTTP")
    case .widerText: Sample.svg(font: "'Liberation Mono', monospace")
    case .textAcrossBorder:
      Sample.svg().replacing("x=\"410\" y=\"195\"", with: "x=\"450\" y=\"195\"")
    }
  }

  /// A part of the sentence that names it.
  var finding: String {
    switch self {
    case .missingLabel, .missingLetter, .movedLabel, .movedBox, .otherColor, .otherFont:
      "Chromium and rsvg-convert differ most around"
    case .absentFont: "the font .SF NS is not installed"
    case .largerCanvas: "its size is"
    case .externalImage: "request for https://example.org"
    case .noXML: "Chromium does not show it"
    case .unknownText: "“more” at"
    case .textMissingFromScene, .widerText, .textAcrossBorder: "is not at"
    }
  }
}
