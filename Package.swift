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

/// On Linux the released program holds Swift's libraries, at a fixed address and without symbols:
/// then it starts in half the time. Only programs may be linked so; a package with such flags in a library cannot be used.
/// LLVM's linker comes with the toolchain. It does not repeat a warning of glibc, about `mktemp`, which Foundation
/// refers to and diagen never calls.
let fastStart: [LinkerSetting] = [
  .unsafeFlags(
    ["-static-stdlib", "-use-ld=lld", "-Xclang-linker", "-no-pie", "-Xlinker", "-s"],
    .when(platforms: [.linux], configuration: .release)),
  // What FoundationEssentials, which the argument parser uses, needs in turn.
  .linkedLibrary("_FoundationCShims", .when(platforms: [.linux], configuration: .release)),
  .linkedLibrary("_FoundationCollections", .when(platforms: [.linux], configuration: .release)),
]

/// The program that draws files shows the libraries that it loads all that it holds.
let open: [LinkerSetting] = [
  .unsafeFlags(["-Xlinker", "--export-dynamic"], .when(platforms: [.linux])),
  .unsafeFlags(["-Xlinker", "-export_dynamic"], .when(platforms: [.macOS])),
]

let package = Package(
  name: "diagen",
  platforms: [.macOS(.v14)],
  products: [
    .library(name: "DiagramDSL", targets: ["DiagramDSL"]),
    .library(name: "DiagramCommand", targets: ["DiagramCommand"]),
    .executable(name: "diagen", targets: ["diagen"]),
    .executable(name: "diagen-draw", targets: ["diagen-draw"]),
    .executable(name: "diagen-preview", targets: ["diagen-preview"]),
    .plugin(name: "diagrams", targets: ["diagrams"]),
  ],
  dependencies: [
    // Package.resolved stays out of git: what is newer than was tried waits until the end is raised.
    .package(url: "https://github.com/apple/swift-argument-parser", "1.8.2"..<"1.9.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", "0.27.1"..<"0.28.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CXML", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    target("DiagramXML", dependencies: ["CXML"]),
    target("DiagramModel"),
    target("DiagramText", dependencies: ["DiagramModel"]),
    // Layout, from its values to the one way of a graph to a drawing.
    target("DiagramGraph", dependencies: ["DiagramModel"]),
    target("DiagramAlgorithms", dependencies: ["DiagramModel"]),
    target("DiagramCheck", dependencies: ["DiagramModel", "DiagramGraph", "DiagramAlgorithms"]),
    target(
      "Routing",
      dependencies: ["DiagramModel", "DiagramGraph", "DiagramAlgorithms", "DiagramCheck"]),
    target("AxisModel", dependencies: ["DiagramModel", "DiagramGraph", "DiagramAlgorithms"]),
    target(
      "LayeredEngine",
      dependencies: [
        "DiagramModel", "DiagramGraph", "DiagramAlgorithms", "AxisModel", "DiagramCheck",
      ]),
    target(
      "OrthogonalEngine",
      dependencies: ["DiagramModel", "DiagramGraph", "DiagramAlgorithms", "AxisModel"]),
    target(
      "Arrangements",
      dependencies: [
        "DiagramModel", "DiagramGraph", "DiagramAlgorithms", "DiagramCheck", "Routing",
        "LayeredEngine", "OrthogonalEngine",
      ]),
    target(
      "Incremental",
      dependencies: [
        "DiagramModel", "DiagramGraph", "DiagramAlgorithms", "AxisModel", "DiagramCheck",
        "Routing",
      ]),
    target(
      "DiagramLayout",
      dependencies: [
        "DiagramModel", "DiagramGraph", "DiagramAlgorithms", "DiagramCheck", "Routing",
        "LayeredEngine", "Arrangements", "Incremental",
      ]),
    target("DiagramDSL", dependencies: ["DiagramModel"]),
    target("DiagramInterchange", dependencies: ["DiagramModel", "DiagramGraph", "DiagramDSL"]),
    target("DiagramIcons", dependencies: ["DiagramModel", "DiagramAlgorithms", "DiagramXML"]),
    target("DiagramRender", dependencies: ["DiagramModel", "DiagramXML"]),
    target(
      "DiagramEngine",
      dependencies: [
        "DiagramModel", "DiagramText", "DiagramGraph", "DiagramCheck", "Routing", "Arrangements",
        "DiagramLayout", "DiagramDSL", "DiagramIcons", "DiagramRender",
      ]),
    target(
      "DrawingExchange",
      dependencies: [
        "DiagramModel", "DiagramDSL", "DiagramGraph", "DiagramIcons", "DiagramEngine",
      ]),
    target(
      "DiagramCommand",
      dependencies: [
        "DiagramModel", "DiagramIcons", "DiagramGraph", "DiagramCheck", "DiagramLayout",
        "DiagramInterchange", "DiagramDSL", "DiagramXML", "DiagramRender", "DiagramEngine",
        "DrawingExchange", argumentParser,
      ]),
    target("DiagramCatalog", dependencies: ["DiagramDSL"], path: "diagrams"),
    .executableTarget(
      name: "diagen", dependencies: ["DiagramCommand", "DiagramCatalog"],
      swiftSettings: settings, linkerSettings: fastStart),
    .executableTarget(
      name: "diagen-draw",
      dependencies: [
        "DiagramModel", "DiagramDSL", "DiagramIcons", "DiagramEngine", "DrawingExchange",
      ],
      swiftSettings: settings, linkerSettings: open),
    // The server alone: nothing of it is in diagen, which starts as fast without it.
    target("PreviewServer", dependencies: [.product(name: "FlyingFox", package: "FlyingFox")]),
    .executableTarget(
      name: "diagen-preview",
      dependencies: [
        "PreviewServer", .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ], swiftSettings: settings),
    // swift package diagrams, in packages that use this one.
    .plugin(
      name: "diagrams",
      capability: .command(
        intent: .custom(verb: "diagrams", description: "Draws the pictures of this package."),
        permissions: [
          .writeToPackageDirectory(reason: "The pictures are files of the package.")
        ]), path: "Plugins/Diagrams"),
    target(
      "TestSupport",
      dependencies: [
        "DiagramModel", "DiagramText", "DiagramGraph", "DiagramAlgorithms", "DiagramDSL",
        "DiagramIcons",
      ],
      path: "Tests/TestSupport"),
    tests("DiagramText", dependencies: ["DiagramModel", "TestSupport"]),
    .testTarget(
      name: "DiagramEngineTests",
      dependencies: [
        "DiagramEngine", "DiagramModel", "DiagramDSL", "DiagramIcons", "DiagramGraph",
        "Arrangements", "DiagramText", "DiagramRender",
        "DiagramXML", "DiagramCatalog", "TestSupport",
      ], exclude: ["Goldens"], swiftSettings: settings),
    tests("DiagramAlgorithms", dependencies: ["DiagramModel", "TestSupport"]),
    tests(
      "DiagramCheck",
      dependencies: ["DiagramModel", "DiagramGraph", "DiagramAlgorithms", "TestSupport"]),
    tests(
      "Routing",
      dependencies: [
        "DiagramModel", "DiagramGraph", "DiagramAlgorithms", "DiagramLayout", "TestSupport",
      ]),
    tests(
      "AxisModel",
      dependencies: [
        "DiagramModel", "DiagramGraph", "DiagramAlgorithms", "DiagramLayout", "TestSupport",
      ]),
    tests(
      "LayeredEngine",
      dependencies: [
        "DiagramModel", "DiagramGraph", "DiagramAlgorithms", "DiagramCheck", "TestSupport",
      ]),
    tests("OrthogonalEngine", dependencies: ["DiagramModel", "DiagramGraph", "DiagramAlgorithms"]),
    tests(
      "Arrangements",
      dependencies: [
        "DiagramModel", "DiagramGraph", "DiagramAlgorithms", "DiagramCheck", "Routing",
        "DiagramLayout", "TestSupport",
      ]),
    tests(
      "Incremental",
      dependencies: [
        "DiagramModel", "DiagramGraph", "DiagramAlgorithms", "DiagramCheck", "DiagramLayout",
        "TestSupport",
      ]),
    tests(
      "DiagramLayout",
      dependencies: [
        "DiagramModel", "DiagramGraph", "DiagramAlgorithms", "DiagramCheck", "Arrangements",
        "TestSupport",
      ]),
    .executableTarget(
      name: "CommandFixture", dependencies: ["DiagramCommand"],
      path: "Tests/Support/CommandFixture", swiftSettings: settings),
    // They also run diagen, which is built with them; named here, its linker flags would be theirs.
    tests(
      "DiagramCommand",
      dependencies: [
        "CommandFixture", "DiagramModel", "DiagramDSL", "DiagramGraph", "DiagramLayout",
        "DiagramRender", "DiagramEngine", "DrawingExchange", "DiagramInterchange", "TestSupport",
        "DiagramAlgorithms", "DiagramXML", "DiagramText",
        "PreviewServer", "ViewerSupport",
        .product(name: "FlyingFox", package: "FlyingFox"),
      ]),
    .testTarget(
      name: "DiagramDSLTests", dependencies: ["DiagramDSL", "DiagramModel", "TestSupport"],
      exclude: ["WrongPrograms"], swiftSettings: settings),
    .target(
      name: "ViewerSupport", dependencies: ["DiagramModel"], path: "Tests/ViewerSupport",
      resources: [.copy("Pages")], swiftSettings: settings),
    .testTarget(
      name: "ViewerTests",
      dependencies: [
        "ViewerSupport", "TestSupport", "DiagramModel", "DiagramDSL", "DiagramEngine",
        "DiagramRender", "DiagramCatalog",
      ],
      swiftSettings: settings),
    tests(
      "DiagramIcons",
      dependencies: [
        "DiagramModel", "DiagramDSL", "DiagramEngine", "DiagramRender", "TestSupport",
        "ViewerSupport",
      ]),
    tests("DiagramXML", dependencies: ["TestSupport"]),
    tests("DiagramModel", dependencies: ["TestSupport"]),
    tests("DiagramRender", dependencies: ["DiagramModel", "DiagramXML", "DiagramAlgorithms"]),
    tests(
      "DiagramInterchange",
      dependencies: [
        "DiagramModel", "DiagramGraph", "DiagramLayout", "DiagramDSL", "DiagramEngine",
        "DiagramCatalog", "TestSupport",
      ]),
  ],
  swiftLanguageModes: [.v6]
)

/// What `diagen` builds by itself for another compiler than its own: only what draws files, which needs
/// no other package.
if Context.environment["DIAGEN_ONLY_DRAWING"] != nil {
  var needed: Set = ["diagen-draw"]
  for target in package.targets.reversed() where needed.contains(target.name) {
    for case .byNameItem(let name, _) in target.dependencies { needed.insert(name) }
  }
  package.targets = package.targets.filter { needed.contains($0.name) }
  package.products = package.products.filter { $0.name == "diagen-draw" }
  package.dependencies = []
}
