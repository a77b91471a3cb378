import DiagramEngine
import Foundation
import Testing

@testable import DiagramCommand

/// `check` with slides, its forms of report, and what is silent.
@Suite struct GateTests {
  private static let page = """
    # Slides
    ![The nodes](images/chapter/architecture/nodes.svg)
    ![](images/chapter/architecture/worker.svg)
    <img alt="small" src="images/chapter/architecture/worker.svg" style="width: 2%">
    ![gone](images/chapter/gone.svg) ![web](https://example.org/gone.svg) ![other](photo.png)

    """

  private func check(
    _ arguments: [String], page: String = page, allowed: String? = nil
  ) throws -> Program.Run {
    try withTemporaryFolder { (folder) throws in
      try Program.fixture.run(["render", "all", "-o", "images"], in: folder)
      try folder.write(page, to: "slides/deck.md")
      try folder.link("slides/images", to: "../images")
      if let allowed { try folder.write(allowed, to: ".diagen-allow") }
      return try Program.fixture.run(["check", "-o", "slides/images"] + arguments, in: folder)
    }
  }

  private static let found = [
    "DG1102 warning", "DG1103 warning 3", "DG1104 warning 4", "DG1101 error 5",
  ]

  @Test func slidesAndImagesAreHeldAgainstEachOther() throws {
    let run = try check(["--slides", "slides"])
    #expect(run.status == 1)
    for id in ["DG1101", "DG1102", "DG1103", "DG1104"] {
      #expect(run.output.matches(of: try Regex("\\[\(id)\\]")).count == 1, "\(id) \(run.output)")
    }
    #expect(run.output.contains("slides/deck.md:5:1: error: there is no image"))
    #expect(run.output.contains("slides/deck.md:4:1: warning: in a width of 38 the smallest text"))
    #expect(run.errors.contains("1 error and 3 warnings"))
    // Warnings alone fail only when asked to.
    let mild = Self.page.replacing("![gone](images/chapter/gone.svg)", with: "")
    #expect(try check(["--slides", "slides/deck.md"], page: mild).status == 0)
    #expect(try check(["--slides", "slides/deck.md", "--strict"], page: mild).status == 1)
    #expect(try check([]).status == 0)
    let wrong = try check(["--slides", "nowhere"])
    #expect(wrong.status == 2 && wrong.errors.contains("there are no slides in “nowhere”"))
  }

  /// Pages are mended and looked at again, also where a compiled program draws.
  @Test func pagesOfACatalogAreMended() throws {
    let run = try check(["--slides", "slides", "--fix"])
    #expect(run.status == 1 && run.errors.contains("1 error and 1 warning"), "\(run)")
    #expect(run.output.contains("+ ![worker](images/chapter/architecture/worker.svg)"))
    #expect(!run.output.contains("[DG1103]") && !run.output.contains("[DG1104]"))
    #expect(run.output.contains("[DG1101]") && !run.errors.contains("build, render"))
  }

  @Test func whatIsAllowedWithAReasonIsSilent() throws {
    let page = Self.page.replacing(
      "![](images", with: "<!-- diagen:allow DG1103 because it is decoration -->\n![](images")
    let allowed = """
      # what nobody shows yet
      DG1102 chapter/network because the talk is next week
      DG1101 slides/images/chapter/gone.svg because it is drawn tomorrow
      DG1104 **
      DG9999 x because y

      """
    let run = try check(["--slides", "slides", "--json"], page: page, allowed: allowed)
    #expect(run.status == 0)
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let ids = { (list: Any?) in
      (list as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }.sorted()
    }
    #expect(ids(report["findings"]) == ["DG1104"])
    #expect(ids(report["allowed"]) == ["DG1101", "DG1102", "DG1103"])
    #expect(run.errors.contains(".diagen-allow:4:1: warning: what is allowed needs a reason"))
    #expect(run.errors.contains(".diagen-allow:5:1: warning: “DG9999” is no rule"))
  }

  @Test func theReportFitsItsSchema() throws {
    let schema = try Schema("check.schema.json")
    for arguments in [["--slides", "slides"], [], ["--theme", "dark"]] {
      let run = try check(arguments + ["--json"])
      #expect(try schema.mistakes(inText: run.output).isEmpty, "\(run.output)")
    }
    // The schema is not one that fits everything.
    let wrong: [String: Any] = ["ok": true, "images": "1", "findings": [["id": "DG1"]]]
    #expect(schema.mistakes(in: wrong).count > 3)
  }

  @Test func everyFormHoldsEveryFinding() throws {
    let ids = ["DG1101", "DG1102", "DG1103", "DG1104"]
    let sarif = try check(["--slides", "slides", "--report", "sarif"]).output
    let log = try #require(JSONSerialization.jsonObject(with: Data(sarif.utf8)) as? [String: Any])
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(Set(results.compactMap { $0["ruleId"] as? String }) == Set(ids))
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect((driver["rules"] as? [Any])?.count == Remark.Rule.allCases.count)
    let github = try check(["--slides", "slides", "--report", "github"]).lines
    #expect(
      github.count == 4
        && github.allSatisfy { $0.hasPrefix("::warning file=") || $0.hasPrefix("::error file=") })
    let junit = try check(["--slides", "slides", "--report", "junit"])
    #expect(junit.output.contains("tests=\"\(Remark.Rule.allCases.count)\" failures=\"4\""))
    #expect(junit.output.matches(of: #/<failure /#).count == 4)
  }

  @Test func everyRuleHasAPage() throws {
    let index = try String(
      contentsOfFile: WorkTree.file("Documentation/rules/README.md"), encoding: .utf8)
    for rule in Remark.Rule.allCases {
      let page = try String(
        contentsOfFile: WorkTree.file("Documentation/rules/\(rule.rawValue).md"), encoding: .utf8)
      #expect(page.hasPrefix("# \(rule.rawValue): \(rule.title)\n"))
      #expect(
        page.contains("\(rule.severity.rawValue) of `check`") && page.contains("## What to do"))
      #expect(
        index.contains(
          "| [\(rule.rawValue)](\(rule.rawValue).md) | \(rule.title) | \(rule.severity.rawValue) |\(rule.isMendable ? " edit" : "") |"
        )
      )
    }
    let pages = try FileManager.default.contentsOfDirectory(
      atPath: WorkTree.file("Documentation/rules"))
    #expect(pages.count { $0.hasSuffix(".md") } == Remark.Rule.allCases.count + 1)
  }
}
