#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

import ArgumentParser

/// `init`: a package for the drawings of another chapter, ready to build and draw.
struct InitCommand: CatalogCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Makes a package for diagrams of your own.",
    discussion: """
      The package has one series, which draws at once, a check for pull requests, and a hook for git. \
      Nothing is written into a folder that holds anything but a repository of git.
      """)

  @Argument(
    help: ArgumentHelp("The folder, which gives the package its name.", valueName: "folder"),
    completion: .directory, transform: path)
  var folder = "."

  @Option(
    help: ArgumentHelp(
      "Where the package gets diagen from: an address of git, or the path of a checkout.",
      valueName: "address"), transform: path)
  var from = repositoryAddress

  @Option(help: ArgumentHelp("The branch of diagen. (default: main)", valueName: "branch"))
  var branch: String?

  @Option(
    help: ArgumentHelp(
      "The version of diagen, instead of a branch: this one or a newer minor one.",
      valueName: "version"))
  var release: String?

  func validate() throws {
    guard branch == nil || release == nil else {
      throw ValidationError("--branch and --release exclude each other")
    }
    guard !isPath || branch == nil && release == nil else {
      throw ValidationError("the path of a checkout has no --branch and no --release")
    }
    if let release, !Self.isVersion(release) {
      throw ValidationError(
        "“\(release)” is no version: one is 1.2.3; another name is that of a --branch")
    }
    guard branch != "" else { throw ValidationError("--branch names no branch") }
    for text in [from, branch, release].compactMap(\.self)
    where text.contains(where: "\"\\\n".contains) {
      throw ValidationError("“\(text)” cannot stand in a manifest")
    }
  }

  /// Whether the package manager takes a text for a version: three numbers, then perhaps what is before or beside it.
  private static func isVersion(_ text: String) -> Bool {
    text.wholeMatch(of: /(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?/)
      != nil
  }

  func run(console: Console) async throws -> ExitStatus {
    try requireEmpty()
    let package = NewPackage(name: try name(), dependency: try dependency())
    for file in package.files {
      let target = OutputFolder(path: folder)
      let path = target.path(of: file.name)
      try target.makeFolders(above: file.name)
      try NamedFile(path: path).write(Array(file.text.utf8))
      if file.isProgram { chmod(path, 0o755) }
    }
    try console.output.write(next(package))
    return .success
  }

  /// What somebody does now, with the waits.
  private func next(_ package: NewPackage) -> [String] {
    let there = folder == "." ? [] : ["  cd \(pathForShell(folder))"]
    let lines =
      there + [
        "  swift run \(package.name) render all   # draws into images; the first time it builds, for some minutes",
        "  swift run \(package.name) check        # says whether what is committed is what is drawn",
        "  git init && git config core.hooksPath hooks   # so that no commit forgets a picture",
      ]
    return ["wrote \(count(package.files.count, "file")) to “\(folder)”; now:"] + lines + [
      "The drawings are in \(OutputFolder(path: folder).path(of: "diagrams")), the next one is a file and a word "
        + "in its Program.swift."
    ]
  }

  // MARK: Files

  /// - Throws: ``UsageFailure`` for a folder that holds something.
  private func requireEmpty() throws {
    switch try FileKind(at: folder, followsLinks: true) {
    case .nothing: return
    case .folder: break
    case .file, .link, .other:
      throw UsageFailure(
        message: "“\(folder)” is a file", hints: ["name a folder that is empty, or not there yet"])
    }
    let there = try OutputFolder.names(in: folder).filter { ![".", "..", ".git"].contains($0) }
      .sorted()
    guard let first = there.first else { return }
    throw UsageFailure(
      message: "“\(folder)” is not empty: there is “\(first)”"
        + (there.count > 1 ? " and \(there.count - 1) more" : ""),
      hints: ["name a folder that is empty, or not there yet: diagen init chapter"])
  }

  // MARK: Names

  /// The name of the package: that of the folder, with what a module of Swift may not have left out.
  private func name() throws -> String {
    var path = folder
    if folder.split(separator: "/").allSatisfy({ $0 == "." || $0 == ".." }) {
      path = realPath(folder) ?? ""
    }
    let last = path.split(separator: "/").last ?? ""
    let plain = last.unicodeScalars.map { scalar -> Character in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        || scalar == "_" ? Character(scalar) : "-"
    }
    var name = String(plain.drop { $0 == "-" })
    while name.hasSuffix("-") { name.removeLast() }
    if name.first?.isNumber ?? true { name = name.isEmpty ? "chapter" : "chapter-\(name)" }
    let isTaken = Self.taken.contains(name.lowercased()) || name.lowercased().hasPrefix("diagram")
    return isTaken ? "\(name)-chapter" : name
  }

  /// The modules that it is built with, in lower case, but for those that begin with “Diagram”.
  static let taken: Set = [
    "argumentparser", "argumentparsertoolinfo", "arrangements", "axismodel", "cxml",
    "diagen",
    "diagen-draw", "diagen-preview", "dispatch", "drawingexchange", "flyingfox", "flyingsocks",
    "foundation",
    "glibc", "incremental", "layeredengine", "main", "orthogonalengine", "packageplugin",
    "previewserver",
    "routing", "swift", "synchronization", "testing", "xctest",
  ]

  private var isPath: Bool { from.hasPrefix("/") || from.hasPrefix(".") }

  /// The line of the manifest for diagen.
  private func dependency() throws -> String {
    guard !isPath else {
      guard let path = realPath(from), (try? FileKind(at: "\(path)/Package.swift")) != .nothing
      else {
        throw UsageFailure(message: "there is no package in “\(from)”", hints: [])
      }
      return ".package(name: \"diagen\", path: \"\(path)\")"
    }
    let version = release.map { "from: \"\($0)\"" } ?? "branch: \"\(branch ?? "main")\""
    return ".package(url: \"\(from)\", \(version))"
  }
}
