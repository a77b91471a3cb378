#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Draws a package whose program draws: builds it, and has its own `preview` draw once.
struct PackageDrawings {
  private let swift: String
  private let product: String
  private let options: [String]
  /// Where the package manager puts what it builds; nil where it does not say.
  private let builds: String?

  /// Goes into the folder of the package, from where its program is called.
  ///
  /// - Throws: ``UsageFailure`` where there is no compiler, or no one program.
  init(in folder: String, product: String?, calledBy name: String, options: [String]) throws {
    guard chdir(folder) == 0 else { throw FileFailure.system(.read, folder) }
    swift = try SwiftCompiler().packageManager
    self.options = options
    // It is the same after every change, and asking takes as long as looking whether something changed.
    builds = output(of: [swift, "build", "--show-bin-path"]).map {
      String(decoding: $0.prefix { $0 != 10 }, as: UTF8.self)
    }
    if let product {
      self.product = product
      return
    }
    let list = output(of: [swift, "package", "show-executables"]) ?? []
    // Those of other packages have the name of the package behind theirs.
    let programs = String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init)
      .filter { !$0.contains(" ") && !["diagen-draw", "diagen-preview"].contains($0) }
    let own = programs.filter { $0 == name }
    guard let one = programs.count == 1 ? programs.first : own.first else {
      throw UsageFailure(
        message: programs.isEmpty
          ? "the package in “\(folder)” has no program"
          : "the package in “\(folder)” has several programs: " + programs.joined(separator: ", "),
        hints: [
          programs.isEmpty
            ? "“diagen init” makes a package with one" : "say which one draws: --product NAME"
        ])
    }
    self.product = one
  }

  /// Builds and draws; what is wrong is told, and the pictures before stay.
  ///
  /// - Throws: ``FileFailure`` where the preview's own folder cannot be written.
  func draw(into folder: String, _ console: Console) throws(FileFailure) {
    let built = Subprocess([swift, "build", "--product", product], errors: .captured).run()
    guard let built, built.status == .exit(0), let builds else {
      console.tell(Self.lines(of: built))
      return try PreviewProblem.write(Self.problems(in: built), into: folder)
    }
    let arguments = ["\(builds)/\(product)", "preview", "--into", folder] + options
    let run = Subprocess(arguments, errors: .captured).run()
    console.tell(Self.lines(of: run))
    // Else it wrote itself what is wrong.
    guard run?.status != .exit(0) else { return }
    let problem = PreviewProblem(
      "“\(product)” \(run?.status.words ?? "cannot be started")", code: Self.lines(of: run),
      hints: ["it has to be a DiagramProgram, with a diagen of this version"])
    try PreviewProblem.write([problem], into: folder)
  }

  /// The end of what a program printed.
  private static func lines(of run: (status: Subprocess.Status, output: [UInt8])?) -> [String] {
    String(decoding: run?.output ?? [], as: UTF8.self).split(separator: "\n").suffix(20)
      .map(String.init)
  }

  /// What the compiler says, or all that was said where it is something else.
  private static func problems(
    in run: (status: Subprocess.Status, output: [UInt8])?
  ) -> [PreviewProblem] {
    var placed: [PreviewProblem] = []
    for message in CompilerMessage.all(in: run?.output ?? [])
    where message.file != nil && message.severity != "note" {
      // The package manager tells some twice.
      let problem = PreviewProblem(message)
      if !placed.contains(where: { $0.isSame(as: problem) }) { placed.append(problem) }
    }
    guard placed.contains(where: { $0.severity == "error" }) else {
      return [PreviewProblem("the package does not build", code: lines(of: run))]
    }
    return placed
  }
}
