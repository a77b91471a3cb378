import DiagramDSL
import DiagramEngine
import DiagramModel
import DrawingExchange

extension RenderOptions {
  /// Whether the program also draws Swift files that its command line names.
  static var drawsFiles: Bool { Program.self is any FileDrawingProgram.Type }

  /// The names that mean Swift files, or folders of them; none where the names are those of the catalog.
  ///
  /// - Throws: ``UsageFailure`` for names of both kinds.
  func sources(among names: [String], beside catalog: [Series]) throws(UsageFailure) -> [String] {
    guard Self.drawsFiles else { return [] }
    let files = names.filter { name in
      guard !name.hasSuffix(".swift") else { return true }
      guard name != "all", DrawingSource.isMeant(by: name) else { return false }
      let pattern = NamePattern(selecting: name)
      return !catalog.contains { series in
        series.pictures.contains { pattern.fits(series.path(of: $0)) }
      }
    }
    guard files.isEmpty || files.count == names.count else {
      let other = names.first { !files.contains($0) } ?? ""
      throw UsageFailure(
        message: "“\(files[0])” is a file, and “\(other)” is none",
        hints: [
          "draw files by themselves: diagen \(files.map(quotedForShell).joined(separator: " "))"
        ])
    }
    return each(files)
  }

  /// Draws files, each by itself; their pictures lie beside them unless `--output` says otherwise.
  ///
  /// - Throws: ``UsageFailure``, ``CompilerErrors``, or `DiagramError`; for several files the first one's.
  func drawnFiles(
    _ sources: [String], reportsJSON: Bool, examining: Examination, _ console: Console
  ) throws -> DrawnCatalog {
    var drawn = DrawnCatalog(names: ["all"])
    var makers: [String: String] = [:]
    do {
      let names = shard.part(of: sources)
      let progress = Progress("drawing", of: names.count, console)
      defer { progress.end() }
      for name in names {
        let drawings = try FileDrawings(at: name, isFresh: fresh, console)
        for output in try outputs(stated: [Output(drawings.source.folder)]) {
          let answer = try drawings.answer(
            in: output.theme, as: output.formats, icons: iconFolders, jobs: jobs ?? coreCount(),
            examining: examining)
          for file in answer.files {
            let path = OutputFolder(path: output.folder).path(of: file.path)
            if let other = makers.updateValue(name, forKey: path) {
              throw UsageFailure(
                message: "“\(other)” and “\(name)” both draw “\(path)”",
                hints: ["name the folder of a series in one of them otherwise"])
            }
          }
          drawn.parts.append((output, answer.files))
          drawn.diagnostics = each(drawn.diagnostics + answer.diagnostics)
          drawn.remarks = each(drawn.remarks + answer.remarks)
          drawn.facts.append(answer.facts)
          drawn.explanations = each(drawn.explanations + answer.explanations)
          drawn.orphans.add(answer.series, in: output, of: drawings.source)
        }
        progress.add(1)
      }
    } catch let error as DiagramError where reportsJSON {
      try report(JSON.members(of: error.diagnostics), console)
      throw error
    } catch let error as CompilerErrors where reportsJSON {
      try report(JSON.members(of: error), console)
      throw error
    }
    console.tell(drawn.diagnostics)
    return drawn
  }

  /// Tells mistakes on standard output, for programs.
  func report(_ members: [(key: String, value: JSON)], _ console: Console) throws {
    try console.output.write([JSON.object([("ok", .boolean(false))] + members).description])
  }
}
