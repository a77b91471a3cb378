import Foundation
import Testing

/// The Swift code of the README and of Documentation, in a package that uses ours as a reader would:
/// the README's own first package, with everything else beside it.
///
/// Where the images are not what the code draws, look at both; if the drawing is right,
/// `Scripts/update-goldens` takes it over.
// One after the other: they share a build.
@Suite(.serialized) struct DocumentationTests {
  @Test func allCodeCompilesAndItsPicturesAreTheRenderedOnes() throws {
    try withTemporaryFolder { (folder) throws in
      let package = try DocumentationPackage(Markdown.all())
      try package.write(to: folder)
      let build = try Program.run(
        "/usr/bin/env",
        ["swift", "build", "--no-color-diagnostics", "--package-path", folder.path("package")]
          + ["--scratch-path", Self.buildFolder, "--cache-path", folder.path("cache")],
        in: folder.path, environment: Self.offline)
      try #require(build.status == 0, "\(build.output.suffix(4000))\(build.errors.suffix(4000))")
      for program in [package.name, DocumentationPackage.pages] {
        let render = try Self.run(program, ["render", "all"], in: folder)
        #expect(render.status == 0, "\(render.errors)")
      }
      for command in package.commands {
        let run = try Self.run(package.name, command.arguments, in: folder)
        #expect(run.status == 0 && run.lines == command.output, "\(command.arguments)")
      }
      try package.compareImages(with: folder)
    }
  }

  /// As the commands that it tells do it, from the checkout; in the build of the documentation's package, so
  /// that diagen is not built once more.
  @Test func thePackageOfInitBuildsDrawsAndChecks() throws {
    try withTemporaryFolder { (folder) throws in
      let made = try Program("diagen").run(
        ["init", "shop-talk", "--from", WorkTree.path], in: folder)
      try #require(made.status == 0, "\(made.errors)")
      let build = try Program.run(
        "/usr/bin/env",
        ["swift", "build", "--no-color-diagnostics", "--package-path", folder.path("shop-talk")]
          + ["--scratch-path", Self.buildFolder, "--cache-path", folder.path("cache")],
        in: folder.path, environment: Self.offline)
      try #require(build.status == 0, "\(build.output.suffix(4000))\(build.errors.suffix(4000))")
      let package = TemporaryFolder(path: folder.path("shop-talk"))
      #expect(try Self.run("shop-talk", ["check"], in: package).status == 1)
      let render = try Self.run("shop-talk", ["render", "all", "--summary"], in: package)
      #expect(render.lines == ["6 images: 6 written, 0 unchanged"], "\(render)")
      let check = try Self.run("shop-talk", ["check", "--strict"], in: package)
      #expect(check.status == 0, "\(check.output)\(check.errors)")
      try expectPluginDraws(folder)
    }
  }

  /// `swift package diagrams`, which builds the same program and passes it its arguments.
  private func expectPluginDraws(_ folder: TemporaryFolder) throws {
    func diagrams(_ arguments: String...) throws -> Program.Run {
      try Program.run(
        "/usr/bin/env",
        ["swift", "package", "--package-path", folder.path("shop-talk")]
          + ["--scratch-path", Self.buildFolder, "--cache-path", folder.path("cache")]
          + ["--allow-writing-to-package-directory", "diagrams"] + arguments,
        in: folder.path, environment: Self.offline)
    }
    try folder.remove("shop-talk/images")
    let drawing = try diagrams()
    #expect(drawing.status == 0, "\(drawing.output)\(drawing.errors)")
    let list = try diagrams("list")
    #expect(
      list.lines.count == 6 && list.lines.allSatisfy { $0.hasPrefix("images/shop/") }, "\(list)")
    for file in list.lines {
      #expect(FileManager.default.fileExists(atPath: folder.path("shop-talk/\(file)")), "\(file)")
    }
    try folder.remove("shop-talk/\(list.lines[0])")
    let check = try diagrams("check")
    #expect(check.status != 0 && check.output.contains("missing: \(list.lines[0])"), "\(check)")
    let other = try diagrams("--product", "other")
    #expect(other.status != 0 && other.errors.contains("“other” is none of the programs that draw"))
  }

  /// Kept from run to run: what did not change is not built again.
  static let buildFolder = WorkTree.file(".build/documentation")

  static func run(
    _ program: String, _ arguments: [String], in folder: TemporaryFolder
  ) throws -> Program.Run {
    try Program.run("\(buildFolder)/debug/\(program)", arguments, in: folder.path)
  }

  /// Wherever one of the repository's addresses stands, it is the same, and it stands once.
  @Test func theAddressOfTheRepositoryStandsInOnePlace() throws {
    let pages = try Markdown.all().flatMap { page in
      page.lines.filter { $0.contains("github.com/OWNER") }
    }
    #expect(pages.count == 1 && pages[0].contains("\"https://github.com/OWNER/diagen\""))
  }

  @Test func everyLinkLeadsToAFileAndAHeading() throws {
    let pages = try Markdown.all()
    let anchors = Dictionary(uniqueKeysWithValues: pages.map { ($0.name, $0.anchors) })
    var count = 0
    for page in pages {
      for link in page.links {
        let target = link.path.isEmpty ? page.name : page.path(of: link.path)
        #expect(
          FileManager.default.fileExists(atPath: WorkTree.file(target)), "\(page.name): \(target)")
        if let anchor = link.anchor {
          let known = try #require(anchors[target], "\(page.name): \(target) is no page")
          #expect(known.contains(anchor), "\(page.name): \(target) has no #\(anchor)")
        }
        count += 1
      }
    }
    #expect(count > 200)
  }

  /// What lies among the pictures is shown once, by the page whose code draws it.
  @Test func everyPictureIsThatOfACode() throws {
    let shown = try Markdown.all().flatMap(\.blocks).flatMap(\.images)
      .filter { $0.hasPrefix(Self.gallery) }
    let files = try FileManager.default.subpathsOfDirectory(atPath: WorkTree.file(Self.gallery))
      .filter { $0.hasSuffix(".svg") }
    #expect(shown.sorted() == files.map { Self.gallery + $0 }.sorted())
  }

  static let gallery = "Documentation/gallery/"

  /// Lets git take the packages that our own build has fetched, so that no network is needed.
  static var offline: [String: String] {
    let checkouts = URL(fileURLWithPath: Program.buildFolder).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "checkouts")
    return [
      "GIT_CONFIG_COUNT": "1",
      "GIT_CONFIG_KEY_0": "url.\(checkouts.path)/.insteadOf",
      "GIT_CONFIG_VALUE_0": "https://github.com/apple/",
    ]
  }
}

/// The package that holds all the code of the documentation.
///
/// A block that begins with `// swift-tools-version` is its manifest; one that begins with `import`
/// is a file: the first with `@main` the program of the manifest, others with `@main` a target each;
/// one that begins with `Picture(` stands in a series of its own. A block of `swift file` is a file that is
/// drawn by itself; `OneFileTests` draws it.
private struct DocumentationPackage {
  /// The program that draws all but the README's own one.
  static let pages = "Pages"

  /// The name of the README's own program.
  let name: String
  private let manifest: String
  private let program: Markdown.Block
  private var files: [(name: String, text: String)] = []
  private var targets: [String] = []
  private var series: [String] = []
  /// Blocks whose images a program draws below a folder.
  private var shown: [(block: Markdown.Block, folder: String)] = []
  /// What stands as `$ swift run NAME …` in a block, and the lines that follow it.
  let commands: [(arguments: [String], output: [String])]

  init(_ pages: [Markdown]) throws {
    let blocks = pages.flatMap(\.blocks)
    let swift = blocks.filter { $0.language == "swift" }
    manifest = try #require(swift.first { $0.text.hasPrefix("// swift-tools-version") }).text
    name = String(try #require(manifest.firstMatch(of: /executableTarget\(\s*name: "(\w+)"/)).1)
    program = try #require(swift.first { $0.text.contains("@main") })
    let prefix = "$ swift run \(name) "
    commands = blocks.filter { $0.text.hasPrefix(prefix) }.map { block in
      let lines = block.text.split(separator: "\n").map(String.init)
      let words = lines[0].dropFirst(prefix.count).split(separator: " ")
      return (words.map(String.init), Array(lines.dropFirst()))
    }
    for page in pages {
      // By its page: a block more on one of them changes no picture of another.
      let title =
        page.name.split(separator: "/").last?.prefix { $0 != "." }.filter(\.isLetter) ?? ""
      for (index, block) in page.blocks.filter({ $0.language == "swift" }).enumerated()
      where block.text != manifest {
        try add(block, as: "\(title.prefix(1).uppercased())\(title.dropFirst())\(index)")
      }
    }
  }

  private mutating func add(_ block: Markdown.Block, as name: String) throws {
    let text = block.text
    if text == program.text {
      files.append(("\(self.name)/\(self.name).swift", text))
      shown.append((block, ""))
    } else if text.hasPrefix("import"), text.contains("@main") {
      files.append(("\(name)/\(name).swift", text))
      targets.append(".target(name: \"\(name)\"")
    } else if text.hasPrefix("import") {
      files.append(("\(Self.pages)/\(name).swift", text))
      series += text.matches(of: /\nlet (\w+) = Series\(/).map { String($0.1) }
      shown.append((block, "pages"))
    } else {
      // Called like its picture, so that a new page changes no other picture.
      let picture = try #require(
        text.prefixMatch(of: /Picture\("([\w-]+)"/), "what is this block of code? \(text)"
      ).1
      let value = "of_\(picture.replacing("-", with: "_"))"
      let code = "let \(value) = Series(\"\(picture)\", slide: .width(0.35)) {\n\(text)}\n"
      files.append(("\(Self.pages)/\(name).swift", "import DiagramCommand\n\n" + code))
      series.append(value)
      try #require(!block.images.isEmpty, "no image follows \(text)")
      shown.append((block, "pages/\(picture)/"))
    }
  }

  func write(to folder: TemporaryFolder) throws {
    let address = /\.package\(url: "https:\/\/github.com\/OWNER\/diagen"[^)]*\)/
    try #require(manifest.contains(address))
    let all = (targets + [".executableTarget(name: \"\(Self.pages)\""]).map {
      "\($0), dependencies: [.product(name: \"DiagramCommand\", package: \"diagen\")]),"
    }
    try folder.write(
      manifest.replacing(address, with: ".package(name: \"diagen\", path: \"\(WorkTree.path)\")")
        .replacing("targets: [", with: "targets: [" + all.joined(separator: "\n")),
      to: "package/Package.swift")
    for file in files { try folder.write(file.text, to: "package/Sources/\(file.name)") }
    try folder.write(
      """
      import DiagramCommand

      @main struct Pages: DiagramProgram {
        static let catalog = [\(series.joined(separator: ", "))]
        static let outputs = [Output("pages", formats: [.svg])]
      }
      """, to: "package/Sources/\(Self.pages)/Pages.swift")
  }

  /// Compares the images that follow the blocks with what the programs have drawn.
  func compareImages(with folder: TemporaryFolder) throws {
    for (block, place) in shown {
      for image in block.images where image.hasPrefix(DocumentationTests.gallery) {
        let file = image.split(separator: "/").last ?? ""
        let found = try folder.files().filter { $0.hasSuffix("/\(file)") && $0.hasPrefix(place) }
        try #require(found.count == 1, "\(image) is drawn by \(found)")
        try expectImage(image, is: try folder.read(found[0]))
      }
    }
  }
}

/// Compares a committed image with what its code draws, which it becomes where goldens are updated.
func expectImage(_ image: String, is drawn: String) throws {
  if updatesGoldens {
    try drawn.write(toFile: WorkTree.file(image), atomically: true, encoding: .utf8)
  }
  let committed = try? String(contentsOfFile: WorkTree.file(image), encoding: .utf8)
  #expect(committed == drawn, "\(image) is not what its code draws")
}
