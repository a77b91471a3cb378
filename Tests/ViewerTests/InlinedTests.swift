import DiagramDSL
import DiagramEngine
import DiagramModel
import Foundation
import Testing
import ViewerSupport

/// Several pictures in one HTML page.
@Suite(.viewers(missing: Viewers.missingForPages))
struct InlinedTests {
  private let series = Series("payments/flow") {
    Picture("before", title: "Payments before") {
      Row {
        Component("shop"); Component("bank")
      }
    }
    Picture("after", title: "Payments after") {
      Row {
        Component("shop"); Component("bank")
      }
      Component("shop") --> Component("bank")
    }
  }

  /// The SVG files of both pictures in two themes, with the names that they should have.
  private func files() throws -> [(file: NamedFile, name: String)] {
    try [Theme.default, .dark].flatMap { theme in
      let files = try series.rendered(in: theme, as: [.svg]).files
      return try zip(series.scenes(in: theme), files).map { scene, file in
        let name = "\(theme.name)/\(file.path)"
        return (
          NamedFile(name: name, content: Data(file.bytes)), "\(scene.title) \(scene.summary)"
        )
      }
    }
  }

  @Test func eachPictureKeepsItsOwnName() throws {
    let files = try files()
    let page = try InlinedPage.open(files.map(\.file))
    #expect(page.pictures.map(\.accessibleName) == files.map(\.name))
    #expect(page.pictures.map(\.role) == files.map { _ in "graphics-document" })
    #expect(page.repeatedIDs == [])
    #expect(page.complaints == [])
  }

  /// Negative control: pictures whose ids do not tell of which picture they are.
  @Test func idsThatRepeatAreFound() throws {
    let files = ["one", "two"].map { title in
      NamedFile(
        name: title,
        text: "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"t\">"
          + "<title id=\"t\">\(title)</title></svg>")
    }
    let page = try InlinedPage.open(files)
    #expect(page.repeatedIDs == ["t"])
    #expect(page.pictures.map(\.accessibleName) == ["one", "one"])
  }
}
