// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Examples",
  platforms: [.macOS(.v14)],
  // The folder above must not be called "examples", or the two packages have one name.
  dependencies: [.package(name: "diagen", path: "..")],
  targets: [
    .executableTarget(
      name: "Examples", dependencies: [.product(name: "DiagramCommand", package: "diagen")])
  ],
  swiftLanguageModes: [.v6]
)
