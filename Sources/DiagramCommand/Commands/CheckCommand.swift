import ArgumentParser
import DiagramDSL
import DiagramEngine
import DiagramModel

/// `check`: compares the committed images with what the diagrams make; writes nothing.
struct CheckCommand<Program: DiagramProgram>: CatalogCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: "Tells which committed images the diagrams would make differently.",
      discussion: """
        missing: a diagram makes this image, and there is no such file.
        code changed: diagen drew the file, and would now draw another picture.
        drawn by another version of diagen: whether the code changed too, only drawing tells.
        edited: a person changed a drawing of diagen, in draw.io or by hand; render keeps it.
        foreign: diagen did not draw what lies there; render keeps it.
        merged: git joined two drawings, with or without conflicts; render draws it anew.
        CRLF check-out: nothing but the line breaks is other than it should be.
        orphaned: diagen wrote the file once, and no diagram makes it any more. Looked for in the \
        top folders of the series; files that were not written by diagen are never reported.
        """)
  }

  @Argument(
    help: ArgumentHelp(
      "What to compare: all, a series, a picture, or series/picture. (default: all)",
      discussion: Selection.rules, valueName: "name"),
    completion: .custom(Selection.completions(in: Program.self)))
  var names: [String] = []

  @OptionGroup var options: RenderOptions<Program>

  @Flag(help: "Print the findings as JSON.")
  var json = false

  func run(console: Console) async throws -> ExitStatus {
    let names = names.isEmpty ? ["all"] : names
    let drawn = try await options.drawn(names, reportsJSON: json, console)
    let orphans = options.orphans(beside: drawn)
    var findings: [Finding] = []
    for (output, files) in drawn.parts {
      let folder = OutputFolder(path: output.folder)
      findings += try Finding.unlike(files, in: folder)
      findings += try Finding.orphaned(
        orphans.all(in: folder, of: output.formats, named: names), in: folder)
    }
    findings = each(findings)
    if json {
      try console.output.write([Self.json(of: findings, drawn).description])
    } else {
      let ink = console.output.ink
      try console.output.write(findings.map { "\(ink.red($0.state.rawValue)): \($0.path)" })
    }
    return try conclude(findings, fileCount: drawn.fileCount, console)
  }

  private func conclude(
    _ findings: [Finding], fileCount: Int, _ console: Console
  ) throws -> ExitStatus {
    guard !findings.isEmpty else {
      if console.output.isTerminal && !json {
        try console.output.write(["\(count(fileCount, "image")): all as the diagrams make them"])
      }
      return .success
    }
    let counts = Finding.State.allCases.compactMap { state in
      let number = findings.count { $0.state == state }
      return number > 0 ? "\(number) \(state.rawValue)" : nil
    }
    console.complain(
      "the images are not as the diagrams make them: \(counts.joined(separator: ", "))",
      hints: Finding.State.allCases.compactMap { state in
        findings.contains { $0.state == state } ? state.remedy(options.typed) : nil
      })
    return .checkFailed
  }

  private static func json(of findings: [Finding], _ drawn: DrawnCatalog) -> JSON {
    let findings = findings.map { finding in
      JSON.object(
        [("state", .string(finding.state.rawValue)), ("path", .string(finding.path))]
          + (finding.reason.map { [("reason", .string($0))] } ?? []))
    }
    return .object(
      [
        ("ok", .boolean(findings.isEmpty)), ("images", .number(drawn.fileCount)),
        ("findings", .array(findings)),
      ] + JSON.members(of: drawn.diagnostics))
  }
}
