import ArgumentParser
import DiagramDSL
import DiagramEngine

/// `check`: compares the committed images with what the diagrams make; writes nothing.
struct CheckCommand: CatalogCommand {
  static let configuration = CommandConfiguration(
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

  @OptionGroup var options: RenderOptions

  @Flag(help: "Print the findings as JSON.")
  var json = false

  func run(on catalog: () -> [Series], console: Console) async throws -> ExitStatus {
    let catalog = catalog()
    let rendering = try await options.rendering(
      of: catalog, from: catalog, reportsJSON: json, console)
    let files = rendering.files
    let folder = OutputFolder(path: options.output)
    let findings = try Finding.all(in: folder, files: files, catalog: catalog, options.formats)
    if json {
      try console.output.write([Self.json(of: findings, rendering).description])
    } else {
      let ink = console.output.ink
      try console.output.write(findings.map { "\(ink.red($0.state.rawValue)): \($0.path)" })
    }
    return try conclude(findings, fileCount: files.count, console)
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
        findings.contains { $0.state == state } ? state.remedy : nil
      })
    return .checkFailed
  }

  private static func json(of findings: [Finding], _ rendering: Rendering) -> JSON {
    let findings = findings.map { finding in
      JSON.object(
        [("state", .string(finding.state.rawValue)), ("path", .string(finding.path))]
          + (finding.reason.map { [("reason", .string($0))] } ?? []))
    }
    return .object(
      [
        ("ok", .boolean(findings.isEmpty)), ("images", .number(rendering.files.count)),
        ("findings", .array(findings)),
      ] + JSON.members(of: rendering.diagnostics))
  }
}
