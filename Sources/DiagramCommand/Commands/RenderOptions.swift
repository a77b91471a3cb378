import ArgumentParser
import DiagramDSL
import DiagramEngine
import DiagramLayout
import DiagramModel
import DrawingExchange

/// What decides on the files that a catalog makes; the same for every command that draws.
struct RenderOptions<Program: DiagramProgram>: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder below which the images lie. (default: \(Self.stated(\.folder)))",
      valueName: "folder"),
    completion: .directory, transform: path)
  var output: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A format: \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")). "
        + "Several are separated by commas, or the option is repeated. "
        + "(default: \(Self.statedFormats))",
      valueName: "format"),
    completion: .list(OutputFormat.allCases.map(\.rawValue)), transform: Self.formats)
  var format: [[OutputFormat]] = []

  @Option(
    help: ArgumentHelp(
      "How many times as large as the picture says a PNG is, \(PixelScale.range). "
        + "(default: \(Self.stated { PixelScale($0.scale)?.text ?? "\($0.scale)" }))",
      valueName: "number"), transform: Self.scale)
  var scale: PixelScale?

  @Option(
    help: ArgumentHelp(
      "What the texts of SVGs are: plain, in the fonts of who looks at them, or outlines, which look the same "
        + "everywhere and cannot be selected. (default: \(Self.stated(\.text.rawValue)))",
      valueName: "form"),
    completion: .list(Self.textForms.map(\.rawValue)), transform: Self.textForm)
  var text: TextForm?

  @Flag(
    help:
      "Put the letters that SVGs show into them, so that they look the same without these fonts.")
  var embedFonts = false

  @Option(
    help: ArgumentHelp(
      "A theme: \(Theme.all.map(\.name).joined(separator: ", ")). "
        + "(default: \(Self.stated(\.theme.name)))",
      valueName: "theme"),
    completion: .list(Theme.all.map(\.name)), transform: Self.theme)
  var theme: Theme?

  @Option(
    help: ArgumentHelp(
      "A folder of SVG and PNG files, and what it is called in the names of icons: "
        + "--icons company=images/icons. Repeated for several.",
      valueName: "name=folder"),
    completion: .directory, transform: IconFolder.init(argument:))
  var icons: [IconFolder] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "How many series are drawn at a time. (default: one for each core)", valueName: "number"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Take only a part of the series that are named: 2/4 is the second of four, which together are all of them.",
      valueName: "i/n"),
    transform: Self.shard)
  var shard = Shard.all

  @Flag(
    help: ArgumentHelp(
      Self.drawsFiles
        ? "Compile and draw everything anew, whatever is known of earlier runs."
        : "Draw everything anew, whatever is known of earlier runs."))
  var fresh = false

  /// What is to be drawn: of the outputs that the program states, those that the options choose.
  ///
  /// `--theme` and `--format` keep what is stated in them; what no output states is drawn into the
  /// first one. `--output` is another folder for all.
  /// - Throws: ``UsageFailure`` when there is none, when two would write the same files, or for a scale that
  ///   no image can have.
  func outputs(stated: [Output] = Program.outputs) throws(UsageFailure) -> [Output] {
    var outputs = stated.filter { !$0.formats.isEmpty }
    guard let first = outputs.first else {
      throw UsageFailure.noOutput
    }
    if let theme {
      let stated = outputs.filter { $0.theme == theme }
      outputs =
        stated.isEmpty ? [first.with(theme: theme)] : stated
    }
    if !format.isEmpty { outputs = keeping(format.flatMap(\.self), of: outputs) }
    outputs = outputs.map {
      $0.with(folder: output, scale: scale, text: embedFonts ? .embedded : text)
    }
    if let wrong = outputs.first(where: { PixelScale($0.scale) == nil }) {
      throw UsageFailure(
        message: "the program states the scale \(wrong.scale) for “\(wrong.folder)”",
        hints: ["a scale is \(PixelScale.range)"])
    }
    for (index, one) in outputs.enumerated() {
      guard let other = outputs[..<index].first(where: one.collides) else { continue }
      throw UsageFailure(
        message: "“\(one.folder)” would take the same files in the themes "
          + "\(other.theme.name) and \(one.theme.name)",
        hints: ["name one of them with --theme, or give each output a folder of its own"])
    }
    return outputs
  }

  /// Draws what `names` select for every chosen output, and tells the warnings; nothing is written
  /// yet. Names of files are drawn by themselves, where the program draws files.
  ///
  /// `reportsJSON` says whether standard output gets the mistakes too, if there are any; `examining`, what is
  /// wanted beside the files.
  /// - Throws: ``UsageFailure``, or `DiagramError` with all the mistakes.
  @MainActor
  func drawn(
    _ names: [String], reportsJSON: Bool, examining: Examination = .none, _ console: Console
  ) async throws -> DrawnCatalog {
    let catalog = Program.catalog
    let sources = try sources(among: names, beside: catalog)
    guard sources.isEmpty else {
      return try await drawnFiles(
        sources, reportsJSON: reportsJSON, examining: examining, console)
    }
    if Self.drawsFiles, catalog.isEmpty { throw UsageFailure.noFile }
    let selection = try Selection(names, of: catalog, shard)
    let iconFiles = try iconFolders.files(for: selection.series.flatMap(\.iconNames))
    let icons = iconFiles.library
    var drawn = DrawnCatalog(names: names)
    let cache = DrawingCache(isRead: !fresh)
    let renderings = examining == .none ? KnownRenderings(in: cache, icons: iconFiles) : nil
    let layouts =
      selection.series.count > seriesPlacedAtOnce ? KnownLayouts(in: cache) : nil
    defer {
      renderings?.keep()
      layouts?.keep()
    }
    do {
      let outputs = try outputs()
      let works = outputs.map { selection.series(for: $0.formats) }
      let progress = Progress(
        "drawing", of: works.joined().reduce(0) { $0 + $1.pictures.count }, console)
      defer { progress.end() }
      for (output, series) in zip(outputs, works) {
        let rendering = try await RememberedLayouts.$memory.withValue(layouts) {
          try await render(
            series, of: catalog, in: output.theme, as: output.formats, icons: icons,
            jobs: jobs ?? coreCount(), examining: examining, remembering: renderings
          ) { progress.add($0.pictures.count) }
        }
        drawn.parts.append((output, rendering.files.filter(selection.contains)))
        drawn.diagnostics = each(drawn.diagnostics + rendering.diagnostics)
        drawn.remarks = each(drawn.remarks + rendering.remarks)
        drawn.facts.append(rendering.facts)
        drawn.explanations = each(drawn.explanations + rendering.explanations)
      }
    } catch let error as DiagramError where reportsJSON {
      try report(JSON.members(of: error.diagnostics), console)
      throw error
    }
    console.tell(drawn.diagnostics)
    drawn.orphans = Orphans(of: catalog, beside: Program.outputs + drawn.parts.map(\.output))
    return drawn
  }

  /// What was drawn with all that another program makes of it.
  ///
  /// - Throws: ``UsageFailure`` where there is no such program, ``FileFailures``.
  func finished(
    _ drawn: DrawnCatalog, _ console: Console
  ) async throws -> [(output: Output, files: [RenderedFile])] {
    var parts = drawn.parts
    for (index, (output, files)) in drawn.parts.enumerated() {
      parts[index].files = try await output.conversion.finished(
        files, in: OutputFolder(path: output.folder), jobs: jobs ?? coreCount(), console)
    }
    return parts
  }

  /// The folders of the command line, and those of the program after them.
  var iconFolders: IconFolders { IconFolders(icons + Program.icons) }

  private func keeping(_ asked: [OutputFormat], of outputs: [Output]) -> [Output] {
    let stated = outputs.flatMap(\.formats)
    let added = asked.filter { !stated.contains($0) }
    return outputs.enumerated().map { index, output in
      let kept = output.formats.filter(asked.contains)
      return output.with(formats: index == 0 ? kept + added : kept)
    }.filter { !$0.formats.isEmpty }
  }

  /// The options as they were typed, for a hint that names a command: ` --theme light`, or nothing; with the
  /// texts of SVGs in another `form` if there is one.
  func typed(_ form: TextForm? = nil) -> String {
    let form = form ?? (embedFonts ? .embedded : text)
    let words: [(option: String, value: String?)] = [
      ("output", output.map(pathForShell)), ("theme", theme?.name),
      (
        "format",
        format.isEmpty ? nil : format.joined().map(\.rawValue).joined(separator: ",")
      ), ("scale", scale?.text),
    ]
    let folders = icons.map { ("icons", Optional(quotedForShell("\($0.name)=\($0.folder)"))) }
    return (words + folders).compactMap { word in word.value.map { " --\(word.option) \($0)" } }
      .joined() + (form.map { " \($0.option)" } ?? "")
  }

  func validate() throws {
    guard jobs ?? 1 > 0 else { throw ValidationError("--jobs counts from 1") }
    guard !embedFonts || text != .outlines else {
      throw ValidationError(
        "outlines need no fonts: --embed-fonts and --text outlines exclude each other")
    }
  }

  private static func formats(_ argument: String) throws -> [OutputFormat] {
    try argument.split(separator: ",", omittingEmptySubsequences: false).map { name in
      guard let format = OutputFormat(rawValue: String(name)) else {
        throw ValidationError(unknown(name, known: OutputFormat.allCases.map(\.rawValue)))
      }
      return format
    }
  }

  private static func scale(_ argument: String) throws -> PixelScale {
    guard let scale = PixelScale(argument) else {
      throw ValidationError("“\(argument)” is not \(PixelScale.range)")
    }
    return scale
  }

  /// The forms that `--text` takes; the third one is a flag of its own.
  private static var textForms: [TextForm] { [.plain, .outlines] }

  private static func textForm(_ argument: String) throws -> TextForm {
    guard let form = textForms.first(where: { $0.rawValue == argument }) else {
      throw ValidationError(unknown(argument, known: textForms.map(\.rawValue)))
    }
    return form
  }

  private static func theme(_ argument: String) throws -> Theme {
    guard let theme = Theme.all.first(where: { $0.name == argument }) else {
      throw ValidationError(unknown(argument, known: Theme.all.map(\.name)))
    }
    return theme
  }

  private static func shard(_ argument: String) throws -> Shard {
    guard let shard = Shard(argument: argument) else {
      throw ValidationError("“\(argument)” is no part: the second of four is 2/4")
    }
    return shard
  }

  private static func unknown(_ name: some StringProtocol, known: [String]) -> String {
    "“\(name)” is not one of \(known.joined(separator: ", "))"
  }

  /// What the outputs of the program say of one thing, each once.
  private static func stated(_ text: (Output) -> String) -> String {
    each(Program.outputs.map(text)).joined(separator: ", ")
  }

  private static var statedFormats: String {
    each(Program.outputs.flatMap(\.formats).map(\.rawValue)).joined(separator: ", ")
  }
}

/// Up to this many series are placed as fast as a cache is read.
private let seriesPlacedAtOnce = 24

/// What a command has drawn and not yet written.
struct DrawnCatalog {
  /// The outputs in their order, each with its files in the order of the catalog.
  var parts: [(output: Output, files: [RenderedFile])] = []
  /// The warnings, which are the same in every output.
  var diagnostics: [Diagnostic] = []
  /// What `check` finds in the drawings, which is the same in every output.
  var remarks: [Remark] = []
  /// For each output what slides need to know of its pictures.
  var facts: [[PictureFacts]] = []
  /// Why everything lies where it does, if that was asked for; the same in every output.
  var explanations: [Explanation] = []
  /// What lies in the folders of what was drawn, and neither that nor any stated output makes.
  var orphans = Orphans.none
  /// The patterns of what was asked for.
  var names: [String]

  var fileCount: Int { parts.reduce(0) { $0 + $1.files.count } }

  /// The files that show pictures, as the user would write them, each with what slides need to know of its picture.
  var images: [(file: String, facts: PictureFacts)] {
    zip(parts, facts).flatMap { part, facts in
      let known = Dictionary(facts.map { ($0.path, $0) }) { first, _ in first }
      return part.files.compactMap { file -> (file: String, facts: PictureFacts)? in
        guard let format = OutputFormat(ofFile: file.path), !format.holdsSeries else {
          return nil
        }
        return known[format.picture(ofFile: file.path)].map {
          (OutputFolder(path: part.output.folder).path(of: file.path), $0)
        }
      }
    }
  }
}
