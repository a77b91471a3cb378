import Foundation
import Testing

/// `check --fix` of a package: its code is mended, built and looked at again, by the program itself and by the plugin
/// of the package manager.
extension DocumentationTests {
  private static let source = """
    import DiagramCommand

    private let web = Component("Web"), shop = Component("Shop")

    let overview = Series("shop") {
      Picture("p") {
        web.at(x: 0, y: 0)
        shop.at(x: 3, y: 120)
        shop --> web
      }
    }

    """

  @Test func aPackageIsMendedAndLookedAtAgain() throws {
    try withTemporaryFolder { (folder) throws in
      let package = try Self.builtPackage("mend", in: folder)
      let write = { try package.write(Self.source, to: "diagrams/Overview.swift") }
      let build = { (words: [String]) in
        try Program.run(
          "/usr/bin/env", ["swift"] + words, in: package.path, environment: Self.packages)
      }
      try write()
      let built = try build(["build", "--product", "mend", "--no-color-diagnostics"])
      try #require(built.status == 0, "\(built.output.suffix(2000))")
      let program = Program(path: package.path(".build/debug/mend"))
      let found = try program.run(["check", "--json"], in: package)
      #expect(found.output.contains("DG1212"), "\(found)")

      let mended = try program.run(["check", "--fix"], in: package, environment: Self.packages)
      #expect(mended.output.contains("fix:") && !mended.output.contains("DG1212"), "\(mended)")
      #expect(mended.errors.contains("building “mend” to look again"), "\(mended)")
      #expect(!mended.errors.contains("check again"), "\(mended)")
      // What is left is that the pictures are to be drawn.
      #expect(
        mended.status == 1 && mended.output.contains("missing: images/shop/p.svg"), "\(mended)")
      let text = try package.read("diagrams/Overview.swift")
      #expect(text == Self.source.replacing("x: 3", with: "x: 0"))

      // From elsewhere, and for programs.
      try write()
      #expect(try build(["build", "--product", "mend", "--no-color-diagnostics"]).status == 0)
      let json = try Program.run(
        program.path, ["check", "--fix", "--json"], in: folder.path, environment: Self.packages)
      #expect(try Schema("check.schema.json").mistakes(inText: json.output).isEmpty, "\(json)")
      #expect(!json.output.contains("DG1212"))
      #expect(try package.read("diagrams/Overview.swift") == text)

      // The plugin builds, and lets nobody else build meanwhile.
      try write()
      let plugin = try build([
        "package", "--allow-writing-to-package-directory", "diagrams", "check", "--fix",
      ])
      #expect(plugin.status != 0 && plugin.output.contains("fix:"), "\(plugin)")
      #expect(!plugin.output.contains("DG1212") && plugin.output.contains("missing: "), "\(plugin)")
      #expect(try package.read("diagrams/Overview.swift") == text)
    }
  }
}
