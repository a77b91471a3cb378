import DiagramModel
import Testing
import ViewerSupport

@Suite(.viewers(missing: Viewers.missingForDrawio))
struct DrawioTests {
  @Test func nothingIsMissing() {
    #expect(Viewers.missingForDrawio == [])
  }

  @Test(arguments: try pictures())
  func drawioShowsTheScene(picture: DrawnPicture) throws {
    for file in picture.drawings {
      let differences = try Viewing.drawing(file.name).differences(from: picture.scene)
      #expect(differences == [])
    }
  }

  /// A person opens one file and finds every picture of the series under its title.
  @Test(arguments: try seriesFiles())
  func drawioShowsEveryPageOfASeries(series: DrawnSeries) throws {
    for (page, scene) in series.scenes.enumerated() {
      let drawing = try Viewing.drawing(series.file(page: page).name)
      #expect(drawing.pageName == scene.title)
      #expect(drawing.differences(from: scene, amongPages: series.scenes.count) == [])
    }
  }

  @Test func textThatLeavesItsBoxIsFound() throws {
    let differences = try Viewing.drawing("sample/request.drawio").differences(
      from: Sample.scene(browserWidth: 70))
    #expect(
      differences.contains { $0.contains("the text of browser leaves its box") }, "\(differences)")
  }

  @Test(arguments: DrawioFlaw.allCases)
  func aFlawIsFound(flaw: DrawioFlaw) throws {
    let drawing = try Viewing.drawing(flaw.fileName)
    let differences = drawing.differences(from: Sample.scene)
    #expect(differences.contains { $0.contains(flaw.finding) }, "\(differences)")
  }
}

/// Negative controls: what is wrong with a copy of the sample, and what must be said about it.
enum DrawioFlaw: String, CaseIterable, CustomTestStringConvertible {
  case movedBend, widerBox, unknownShape, movedText, droppedText, brokenText, textOutsideBox
  case otherOutline, addedBox, missingBox, hiddenBox, sameID, unknownParent, wrongParent,
    externalImage
  case otherFill, otherPen, otherText, noHead
  case secondPage, noXML, noDrawing

  var fileName: String { "control/\(rawValue).drawio" }
  var testDescription: String { rawValue }

  /// The sample with the flaw.
  var file: String {
    switch self {
    case .movedBend: Sample.drawio(bend: 407)
    case .widerBox: Sample.drawio(serverWidth: 162)
    case .unknownShape: Sample.drawio(shape: "shape=drum")
    case .movedText: Sample.drawio(browserStyle: "spacingLeft=8;")
    case .droppedText: Sample.drawio(browserStyle: "noLabel=1;")
    case .brokenText: Sample.drawio(browserValue: "brow&lt;br&gt;ser")
    case .textOutsideBox: Sample.drawio(browserStyle: "verticalLabelPosition=bottom;")
    case .otherOutline: Sample.drawio(browserStyle: "shape=hexagon;size=0.1;")
    case .addedBox: Sample.drawio(more: Sample.cell("more", parent: "1"))
    case .missingBox: Sample.drawio().replacing("\"cluster/store\"", with: "\"cluster/shop\"")
    case .hiddenBox:
      Sample.drawio().replacing("id=\"cluster/store\"", with: "id=\"cluster/store\" visible=\"0\"")
    case .sameID: Sample.drawio(more: Sample.cell("browser", parent: "1"))
    case .unknownParent: Sample.drawio(more: Sample.cell("more", parent: "nobody"))
    case .wrongParent:
      Sample.drawio().replacing(
        "id=\"browser\" parent=\"1\"", with: "id=\"browser\" parent=\"cluster\"")
    case .externalImage: Sample.drawio(shape: "shape=image;image=https://example.org/a.png")
    case .otherFill: Sample.drawio(browserStyle: "fillColor=#101010;")
    case .otherPen: Sample.drawio(browserStyle: "dashed=1;strokeWidth=3;")
    case .otherText: Sample.drawio(browserStyle: "fontColor=#eeeeee;fontStyle=1;")
    case .noHead: Sample.drawio().replacing("endArrow=block", with: "endArrow=none")
    case .secondPage: Sample.drawio().replacing("</diagram>", with: "</diagram><diagram id=\"2\"/>")
    case .noXML: "<mxfile><diagram>"
    case .noDrawing: Sample.svg()
    }
  }

  /// A part of the sentence that names it.
  var finding: String {
    switch self {
    case .movedBend: "the line browser->cluster/server runs"
    case .widerBox: "the box cluster/server is at"
    case .unknownShape: "draw.io does not know shape=drum of cluster/server"
    case .movedText: "the text of browser is at"
    case .droppedText: "the text of browser is missing"
    case .brokenText: "the text of browser has 2 lines"
    case .textOutsideBox: "the text of browser leaves its box"
    case .otherOutline: "draw.io draws browser at"
    case .addedBox: "draw.io shows more, which is not in the scene"
    case .missingBox, .hiddenBox: "draw.io shows no box cluster/store"
    case .sameID: "Duplicate ID"
    case .unknownParent: "draw.io lost the cell"
    case .wrongParent: "browser lies in cluster, not in the layer"
    case .externalImage: "request for https://example.org"
    case .otherFill: "the fill of browser is #101010, not none"
    case .otherPen: "the stroke width of browser is 3.0, not 2.0"
    case .otherText: "the text colour of browser is #eeeeee, not #ffffff"
    case .noHead: "browser->cluster/server has other heads"
    case .secondPage: "it has 2 pages"
    case .noXML: "not XML"
    case .noDrawing: "draw.io does not open it"
    }
  }
}
