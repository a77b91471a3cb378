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
        blocked: a folder, a symbolic link or a device lies where the file belongs, or a file where a \
        folder does; render fails.
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
    let comparison = Comparison(of: drawn)
    let findings = comparison.findings
    if json {
      try console.output.write([comparison.json(with: drawn).description])
    } else {
      let ink = console.output.ink
      try console.output.write(findings.map { "\(ink.red($0.state.rawValue)): \($0.path)" })
    }
    if findings.isEmpty { try comparison.requireComplete() }
    let status = try conclude(findings, fileCount: drawn.fileCount, console)
    try comparison.requireComplete()
    return status
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
}

/// What is not as the diagrams make it, and what could not be looked at; one does not hide the other.
private struct Comparison {
  private(set) var findings: [Finding] = []
  private var failures: [FileFailure] = []

  init(of drawn: DrawnCatalog) {
    for (output, files) in drawn.parts {
      let images = ImageWriter(to: OutputFolder(path: output.folder))
      for file in files {
        note { () throws(FileFailure) in try Finding.unlike(file, images) }
      }
      var orphaned: [String] = []
      do throws(FileFailure) {
        orphaned = try drawn.orphans.all(
          in: images.folder, of: output.formats, named: drawn.names)
      } catch {
        failures.append(error)
      }
      for file in orphaned {
        note { () throws(FileFailure) in try Finding.orphan(file, images) }
      }
    }
    findings = each(findings)
  }

  private mutating func note(_ finding: () throws(FileFailure) -> Finding?) {
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

  /// All of it for programs, with warnings; what could not be read is unreadable.
  func json(with drawn: DrawnCatalog) -> JSON {
    let found = findings.map { Self.json(of: $0.state.rawValue, $0.path, $0.reason) }
    let unread = failures.map { Self.json(of: "unreadable", $0.path, $0.reason) }
    return .object(
      [
        ("ok", .boolean(found.isEmpty && unread.isEmpty)), ("images", .number(drawn.fileCount)),
        ("findings", .array(found + unread)),
      ] + JSON.members(of: drawn.diagnostics))
  }

  private static func json(of state: String, _ path: String, _ reason: String?) -> JSON {
    .object(
      [("state", .string(state)), ("path", .string(path))]
        + (reason.map { [("reason", .string($0))] } ?? []))
  }
}
