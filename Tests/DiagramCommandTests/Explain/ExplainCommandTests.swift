import Foundation
import Testing

@testable import DiagramCommand

/// `diagen explain` of catalogs and of files.
@Suite struct ExplainCommandTests {
  private static let shop = """
    import DiagramDSL

    let web = Component("Website")
    let store = Component("Store").id("db")
    let shop = Series("shop") {
      Picture("inside") {
        Node("Shop") { Row { web; store } }
        (web --> store).label("SQL")
      }
    }

    """

  @Test func boxesAndArrowsOfAFileAreExplained() throws {
    try withOneFileProgram { diagen in
      try diagen.folder.write(Self.shop, to: "shop.swift")
      let run = try diagen.run("explain", "shop.swift", "website")
      #expect(run.status == 0 && run.errors == "", "\(run)")
      #expect(run.lines[0] == "shop/website: box “Website” of shop, in inside")
      #expect(run.lines[1] == "  shop.swift:3:20")
      #expect(run.lines.contains { $0.hasPrefix("  slot: 1 of 2 in the row in “shop”") })
      // By its path, by what is read of it, and in any case.
      for name in ["shop/website", "shop#shop/website", "Website", "WEBSITE"] {
        #expect(try diagen.run("explain", "shop.swift", name).output == run.output, "\(name)")
      }
      for name in [
        "shop/website --> shop/db", "shop/website->shop/db", "SQL", "website -> db",
        "Website → Store",
      ] {
        let arrow = try diagen.run("explain", "shop.swift", name)
        #expect(arrow.lines.first?.contains(": arrow “SQL” of shop") == true, "\(arrow)")
      }
      let json = try diagen.run("explain", "shop.swift", "db", "--json")
      #expect(try Schema("explain.schema.json").mistakes(inText: json.output).isEmpty)
      #expect(json.output.contains("\"id\":\"shop/db\",\"kind\":\"box\",\"title\":\"Store\""))
      let unknown = try diagen.run("explain", "shop.swift", "websit")
      #expect(unknown.status == 2 && unknown.output == "")
      #expect(unknown.errors.contains("nothing is called “websit”\nhint: did you mean “"))
      // Nothing was written, and what is known is known the second time.
      #expect(try diagen.content(of: "shop").isEmpty)
      let starts = diagen.compilerStarts
      #expect(try diagen.run("explain", "shop.swift", "website").output == run.output)
      #expect(diagen.compilerStarts == starts)
    }
  }

  @Test func boxesOfACatalogAreExplained() throws {
    try withTemporaryFolder { (folder) throws in
      let run = try Program.fixture.run(["explain", "chapter/network", "pod"], in: folder)
      #expect(run.status == 0 && run.lines[0] == "pod: box “pod” of chapter/network, in pods")
      #expect(try Program.fixture.run(["explain", "pod"], in: folder).output == run.output)
      let wrong = try Program.fixture.run(["explain", "chapter/nothing", "pod"], in: folder)
      #expect(wrong.status == 2 && wrong.errors.contains("no series or picture is called"))
      #expect(try Program.fixture.run(["explain"], in: folder).status == 2)
    }
  }
}
