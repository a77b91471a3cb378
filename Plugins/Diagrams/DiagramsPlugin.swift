import Foundation
import PackagePlugin

/// `swift package diagrams`: builds the program of a package that draws, and runs it.
///
/// Its arguments are those of the program, and `render all` where there are none.
@main struct DiagramsPlugin: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    var extractor = ArgumentExtractor(arguments)
    let named = extractor.extractOption(named: "product").last
    let product = try product(named: named, in: context.package)
    let words =
      extractor.remainingArguments.isEmpty ? ["render", "all"] : extractor.remainingArguments
    // Where the program mended its own code, it is built again, and looks again.
    let mended = context.pluginWorkDirectoryURL.appendingPathComponent("mended")
    var round = 1
    while true {
      let run = Process()
      run.executableURL = try built(product)
      run.arguments = words
      run.currentDirectoryURL = context.package.directoryURL
      run.environment = ProcessInfo.processInfo.environment.merging([
        "DIAGEN_FIX_ROUND": "\(round)", "DIAGEN_MENDED": mended.path(percentEncoded: false),
      ]) { $1 }
      try? FileManager.default.removeItem(at: mended)
      try run.run()
      run.waitUntilExit()
      round += 1
      guard !FileManager.default.fileExists(atPath: mended.path(percentEncoded: false)) else {
        continue
      }
      guard run.terminationReason == .exit, run.terminationStatus == 0 else {
        throw Failure("“\(product)” ended with status \(run.terminationStatus)")
      }
      return
    }
  }

  /// Builds the program.
  private func built(_ product: String) throws -> URL {
    let build = try packageManager.build(
      .product(product), parameters: PackageManager.BuildParameters(logging: .concise))
    guard build.succeeded else {
      throw Failure("“\(product)” does not build:\n\(build.logText)")
    }
    guard let program = build.builtArtifacts.first(where: { $0.kind == .executable }) else {
      throw Failure("the build of “\(product)” made no program")
    }
    return program.url
  }

  /// The program that draws: the one executable product with a target that uses DiagramCommand.
  private func product(named name: String?, in package: Package) throws -> String {
    let programs = package.products(ofType: ExecutableProduct.self).filter { product in
      product.targets.contains { target in
        target.dependencies.contains { dependency in
          if case .product(let product) = dependency {
            product.name == "DiagramCommand"
          } else {
            false
          }
        }
      }
    }.map(\.name)
    if let name {
      guard programs.contains(name) else {
        throw Failure(
          "“\(name)” is none of the programs that draw: \(programs.joined(separator: ", "))")
      }
      return name
    }
    guard let first = programs.first else {
      throw Failure("no executable product of “\(package.displayName)” depends on DiagramCommand")
    }
    guard programs.count == 1 else {
      throw Failure(
        "say which one draws: --product \(programs.joined(separator: ", or --product "))")
    }
    return first
  }
}

/// What keeps a package from being drawn, in a sentence.
private struct Failure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
