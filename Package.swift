// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A target of ours; what it may import is exactly what is listed here (enforced in CI).
func target(
  _ name: String, dependencies: [Target.Dependency] = [], path: String? = nil
) -> Target {
  .target(name: name, dependencies: dependencies, path: path, swiftSettings: settings)
}

/// The tests of a target, in Tests/NAMETests.
func tests(_ name: String, dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name)] + dependencies,
    swiftSettings: settings)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "diagen",
  platforms: [.macOS(.v14)],
  products: [
    .library(name: "DiagramDSL", targets: ["DiagramDSL"]),
    .library(name: "DiagramCommand", targets: ["DiagramCommand"]),
    .executable(name: "diagen", targets: ["diagen"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CXML", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    target("DiagramXML", dependencies: ["CXML"]),
    target("DiagramModel"),
    target("DiagramText", dependencies: ["DiagramModel"]),
    target("DiagramLayout", dependencies: ["DiagramModel"]),
    target("DiagramDSL", dependencies: ["DiagramModel"]),
    target("DiagramRender", dependencies: ["DiagramModel", "DiagramXML"]),
    target(
      "DiagramEngine",
      dependencies: [
        "DiagramModel", "DiagramText", "DiagramLayout", "DiagramDSL", "DiagramRender",
      ]),
    target(
      "DiagramCommand",
      dependencies: ["DiagramModel", "DiagramDSL", "DiagramEngine", argumentParser]),
    target("DiagramCatalog", dependencies: ["DiagramDSL"], path: "diagrams"),
    .executableTarget(
      name: "diagen", dependencies: ["DiagramCommand", "DiagramCatalog"],
      swiftSettings: settings),
    tests("DiagramLayout", dependencies: ["DiagramModel"]),
  ],
  swiftLanguageModes: [.v6]
)
