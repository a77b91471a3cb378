import Foundation
import Testing

/// Another package that uses ours as a chapter's author would, built with all that belongs to it.
@Suite struct EmbeddingTests {
  private static let manifest = """
    // swift-tools-version: 6.1
    import PackageDescription

    let package = Package(
      name: "chapter",
      platforms: [.macOS(.v14)],
      dependencies: [.package(name: "diagen", path: "ROOT")],
      targets: [
        .executableTarget(
          name: "chapter", dependencies: [.product(name: "DiagramCommand", package: "diagen")])
      ],
      swiftLanguageModes: [.v6]
    )
    """

  private static let program = """
    import DiagramCommand
    @main struct Chapter: DiagramProgram { static let catalog = [architecture] }

    let architecture = Series("120_kubernetes/architecture") {
      Picture("nodes") { Component("kubelet") }
    }
    """

  @Test func anotherPackageDrawsWithAThreeLineProgram() throws {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    try withTemporaryFolder { (folder) throws in
      // A folder of its own for each thing that the other package and ours could share.
      try folder.write(
        Self.manifest.replacing("ROOT", with: root.path(percentEncoded: false)),
        to: "chapter/Package.swift")
      try folder.write(Self.program, to: "chapter/Sources/chapter/Chapter.swift")
      let swift = [
        "swift", "run", "--quiet", "--package-path", folder.path("chapter"), "--scratch-path",
        folder.path("build"), "--cache-path", folder.path("cache"), "chapter",
      ]
      let run = try Program.run(
        "/usr/bin/env", swift + ["render", "all", "-v"], in: folder.path,
        environment: Self.offline)
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      let files = ["drawio.svg", "svg", "drawio"].map { "120_kubernetes/architecture/nodes.\($0)" }
      #expect(run.lines.suffix(3) == files.map { "wrote \($0)" })
      let check = try Program.run(folder.path("build/debug/chapter"), ["check"], in: folder.path)
      #expect(check.status == 0, "\(check.output)\(check.errors)")
    }
  }

  /// Lets git take the packages that our own build has fetched, so that no network is needed.
  private static var offline: [String: String] {
    let checkouts = URL(fileURLWithPath: Program.buildFolder).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "checkouts")
    return [
      "GIT_CONFIG_COUNT": "1",
      "GIT_CONFIG_KEY_0": "url.\(checkouts.path)/.insteadOf",
      "GIT_CONFIG_VALUE_0": "https://github.com/apple/",
    ]
  }
}
