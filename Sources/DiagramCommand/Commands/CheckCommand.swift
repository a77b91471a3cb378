import ArgumentParser
import DiagramDSL
import DiagramEngine
import DiagramModel

/// `check`: compares the committed images with what the diagrams make; writes nothing.
struct CheckCommand<Program: DiagramProgram>: CatalogCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: "Tells what is wrong with the committed images, the drawings and the slides.",
      discussion: """
        missing: a diagram makes this image, and there is no such file.
        code changed: diagen drew the file, and would now draw another picture.
        drawn by another version of diagen: whether the code changed too, only drawing tells.
        edited: a person changed a drawing of diagen, in draw.io or by hand; render keeps it.
        foreign: diagen did not draw what lies there; render keeps it.
        merged: git joined two drawings, with or without conflicts; render draws it anew.
        CRLF check-out: nothing but the line breaks is other than it should be.
        blocked: a folder, a symbolic link or a device lies where the file belongs, or a file where a \
        folder does; render fails.
        orphaned: diagen wrote the file once, and no diagram makes it any more. Looked for in the \
        top folders of the series; files that were not written by diagen are never reported.

        Besides, it tells what in a drawing touches what it should not, texts too small for a slide, and, \
        with --slides, dead references, images that no slide shows, and images without a text for those \
        who cannot see them. Each has an id and a page in Documentation/rules.
        """)
  }

  @Argument(
    help: ArgumentHelp(
      "What to compare: all, a series, a picture, or series/picture. (default: all)",
      discussion: Selection.rules, valueName: "name"),
    completion: .custom(Selection.completions(in: Program.self)))
  var names: [String] = []

  @OptionGroup var options: RenderOptions<Program>

  @Option(
    help: ArgumentHelp(
      "Pages of Markdown or HTML, or folders of them, that show the images; may be repeated.",
      valueName: "path"),
    completion: .file(), transform: path)
  var slides: [String] = []

  @Option(
    help: ArgumentHelp(
      "How it is told: \(GateReport.Form.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "form"),
    completion: .list(GateReport.Form.allCases.map(\.rawValue)))
  var report = GateReport.Form.text

  @Flag(help: "The same as --report json.")
  var json = false

  @Flag(help: "Let warnings fail the check too.")
  var strict = false

  @Flag(
    help: """
      Show how findings can be mended, and change the files; what is not understood stays as it is.
      """)
  var fix = false

  private var form: GateReport.Form { json ? .json : report }

  func run(console: Console) async throws -> ExitStatus {
    var (report, comparison) = try await found(console)
    var round = FixRound.current
    while fix, round <= FixRound.last {
      let written = try mend(report, console)
      guard !written.isEmpty else { break }
      // What a compiled program draws is still what its old code says.
      if try !drawsFiles, written.contains(where: { $0.hasSuffix(".swift") }) {
        return try concludeMended(report, console)
      }
      (report, comparison) = try await found(console)
      round += 1
    }
    try console.output.write(report.lines(form, console.output.ink))
    if report.told.isEmpty { try comparison.requireComplete() }
    let status = try conclude(report, console)
    try comparison.requireComplete()
    return status
  }

  /// Draws, and looks for what is wrong.
  private func found(_ console: Console) async throws -> (GateReport, Comparison) {
    let pages = try Slides(slides)
    let drawn = try await options.drawn(
      names.isEmpty ? ["all"] : names, reportsJSON: form == .json, examining: .check, console)
    let comparison = Comparison(of: drawn)
    return (try report(on: drawn, comparison, pages, console), comparison)
  }

  /// Whether names of files are given, which are compiled whenever they are other.
  private var drawsFiles: Bool {
    get throws { try !options.sources(among: names, beside: Program.catalog).isEmpty }
  }

  /// Shows and applies the edits of what is not silent.
  ///
  /// - Returns: the files that were written.
  private func mend(_ report: GateReport, _ console: Console) throws -> [String] {
    let fixes = Fixes(report.told.map(\.edits), of: report.texts)
    guard !fixes.isEmpty else { return [] }
    let lines = fixes.lines(form == .text ? console.output.ink : console.errors.ink)
    if form == .text { try console.output.write(lines) } else { console.tell(lines) }
    let (written, changed) = try fixes.apply()
    for path in changed {
      console.tell([
        "\(console.errors.ink.yellow("warning:")) “\(SourcePath.ofProcess.relative(path))” changed meanwhile, and was left alone"
      ])
    }
    return written
  }

  /// Builds the program and looks again; where that is impossible, tells what edits did not reach.
  private func concludeMended(_ report: GateReport, _ console: Console) throws -> ExitStatus {
    if try FixRound.tellBuilder() { return .checkFailed }
    if let status = try MendedPackage.ofThisProgram()?.checkAgain(console) { return status }
    let left = report.keeping { $0.edits.isEmpty }
    try console.output.write(left.lines(form, console.output.ink))
    console.tell([
      "\(console.errors.ink.blue("hint:")) files were mended: build, render and check again"
    ])
    return .checkFailed
  }

  /// All that was found, images first, with what is allowed of it.
  private func report(
    on drawn: DrawnCatalog, _ comparison: Comparison, _ pages: Slides, _ console: Console
  ) throws -> GateReport {
    let found = drawn.remarks + (slides.isEmpty ? [] : pages.remarks(on: drawn.images))
    let ordered = found.enumerated().sorted {
      ($0.element.origin, $0.offset) < ($1.element.origin, $1.offset)
    }.map(\.element)
    let drifts = comparison.findings.map { ($0.remark, $0 as Drift?) }
    let all = drifts + ordered.map { ($0, nil) }
    let allowances = Allowances(for: all.map(\.0), on: pages)
    for (path, line, message) in allowances.mistakes {
      let place = "\(SourcePath.ofProcess.relative(path)):\(line):1:"
      console.tell(["\(place) \(console.errors.ink.yellow("warning:")) \(message)"])
    }
    var texts = SourceTexts(
      drawnBy: try drawsFiles ? nil : executablePath().flatMap(ProgramStamp.init(at:)))
    let entries = all.map { remark, drift in
      GateReport.Entry(
        remark: remark, drift: drift, allowed: allowances.reason(for: remark),
        edits: texts.edits(for: remark))
    }
    return GateReport(
      entries: entries, failures: comparison.failures, imageCount: drawn.fileCount,
      diagnostics: drawn.diagnostics, texts: texts)
  }

  private func conclude(_ report: GateReport, _ console: Console) throws -> ExitStatus {
    let drifts = report.told.compactMap(\.drift)
    if report.told.isEmpty {
      if console.output.isTerminal && form == .text {
        try console.output.write([
          "\(count(report.imageCount, "image")): all as the diagrams make them"
        ])
      }
      return .success
    }
    if !drifts.isEmpty {
      let counts = Drift.State.allCases.compactMap { state in
        let number = drifts.count { $0.state == state }
        return number > 0 ? "\(number) \(state.rawValue)" : nil
      }
      console.complain(
        "the images are not as the diagrams make them: \(counts.joined(separator: ", "))",
        hints: try hints(for: drifts))
    }
    let others = report.told.filter { $0.drift == nil }
    if !others.isEmpty {
      let errors = others.count { $0.remark.rule.severity == .error }
      let message =
        "\(count(errors, "error")) and \(count(others.count - errors, "warning")) in drawings and slides"
      let hint =
        "each is explained in Documentation/rules; what is right stays silent after "
        + "// diagen:allow \(others[0].remark.rule.rawValue) because …"
      if errors > 0 || strict {
        console.complain(message, hints: [hint])
      } else {
        console.tell([
          "\(console.errors.ink.yellow("warning:")) \(message)",
          "\(console.errors.ink.blue("hint:")) \(hint)",
        ])
      }
    }
    return report.fails(isStrict: strict) ? .checkFailed : .success
  }

  /// What to do: compare with what was made in another way as that was made, else what the states tell.
  private func hints(for drifts: [Drift]) throws -> [String] {
    let command = try options.drawing(names)
    let words = names.isEmpty ? "" : " \(names.map(pathForShell).joined(separator: " "))"
    let check = try (drawsFiles ? "diagen check" : "check") + words
    let making = each(drifts.compactMap(\.making)).map { form in
      "what was drawn with \(form.option) is compared by “\(check)\(options.typed(form))”"
    }
    return making
      + Drift.State.allCases.compactMap { state in
        let found = drifts.filter { $0.state == state }
        return found.isEmpty
          ? nil
          : state.remedy(
            command + options.typed(), isOnlyMaking: found.allSatisfy { $0.making != nil })
      }
  }
}

/// What is not as the diagrams make it, and what could not be looked at; one does not hide the other.
private struct Comparison {
  private(set) var findings: [Drift] = []
  private(set) var failures: [FileFailure] = []

  init(of drawn: DrawnCatalog) {
    for (output, files) in drawn.parts {
      let images = ImageWriter(to: OutputFolder(path: output.folder), output.conversion)
      for file in files {
        note { () throws(FileFailure) in try Drift.unlike(file, images) }
      }
      var orphaned: [String] = []
      do throws(FileFailure) {
        orphaned = try drawn.orphans.all(
          in: images.folder, of: output.formats, named: drawn.names)
      } catch {
        failures.append(error)
      }
      for file in orphaned {
        note { () throws(FileFailure) in try Drift.orphan(file, images) }
      }
    }
    findings = each(findings)
  }

  private mutating func note(_ finding: () throws(FileFailure) -> Drift?) {
    do throws(FileFailure) {
      if let finding = try finding() { findings.append(finding) }
    } catch {
      failures.append(error)
    }
  }

  /// - Throws: ``FileFailures`` if something could not be read.
  func requireComplete() throws(FileFailures) {
    guard failures.isEmpty else { throw FileFailures(failures: failures) }
  }
}
