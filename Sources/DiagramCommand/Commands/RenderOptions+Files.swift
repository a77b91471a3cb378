import DiagramDSL
import DiagramEngine
import DiagramInterchange
import DiagramModel
import DrawingExchange

extension RenderOptions {
  /// Whether the program also draws files that its command line names.
  static var drawsFiles: Bool { Program.self is any FileDrawingProgram.Type }

  /// The names that mean files of drawings, or folders of them; none where the names are those of the catalog.
  ///
  /// - Throws: ``UsageFailure`` for names of both kinds.
  func sources(among names: [String], beside catalog: [Series]) throws(UsageFailure) -> [String] {
    guard Self.drawsFiles else { return [] }
    let files = names.filter { name in
      guard !DrawingSource.hasEnding(name) else { return true }
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
          "draw files by themselves: diagen \(files.map(pathForShell).joined(separator: " "))"
        ])
    }
    return each(files)
  }

  /// The command that draws what names mean, as a hint calls it: `render all`, or, for files, `diagen shop.swift`.
  ///
  /// - Throws: ``UsageFailure`` for names of both kinds.
  func drawing(_ names: [String]) throws(UsageFailure) -> String {
    let files = try sources(among: names, beside: Program.catalog)
    guard files.isEmpty else { return "diagen \(files.map(pathForShell).joined(separator: " "))" }
    return "render \(names.isEmpty ? "all" : names.map(quotedForShell).joined(separator: " "))"
  }

  /// Draws files, each by itself; their pictures lie beside them unless `--output` says otherwise.
  ///
  /// - Throws: ``UsageFailure``, ``CompilerErrors``, or `DiagramError`; for several files the first one's.
  @MainActor
  func drawnFiles(
    _ sources: [String], reportsJSON: Bool, examining: Examination, _ console: Console
  ) async throws -> DrawnCatalog {
    var drawn = DrawnCatalog(names: ["all"])
    var makers: [String: String] = [:]
    do {
      let names = shard.part(of: sources)
      let progress = Progress("drawing", of: names.count, console)
      defer { progress.end() }
      for name in names {
        let source = try DrawingSource(at: name)
        for output in try outputs(stated: [Output(source.folder)]) {
          for answer in try await answers(of: source, for: output, examining, console) {
            try drawn.add(answer, for: output, of: source, makers: &makers)
          }
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

  /// What a source draws: its files of Swift together, then those of JSON.
  ///
  /// - Throws: ``UsageFailure``, ``CompilerErrors``, or `DiagramError` with the mistakes of all of its drawings.
  @MainActor
  private func answers(
    of source: DrawingSource, for output: Output, _ examining: Examination, _ console: Console
  ) async throws -> [DrawingAnswer] {
    var (answers, mistakes): ([DrawingAnswer], [Diagnostic]) = ([], [])
    do {
      if !source.files.isEmpty {
        let drawings = try FileDrawings(source, isFresh: fresh, console)
        answers.append(
          try drawings.answer(
            in: output.theme, as: output.formats, icons: iconFolders, jobs: jobs ?? coreCount(),
            examining: examining))
      }
    } catch let error as DiagramError {
      mistakes += error.diagnostics
    }
    do {
      if !source.documents.isEmpty {
        answers.append(try await answer(to: source.documents, for: output, examining))
      }
    } catch let error as DiagramError {
      mistakes += error.diagnostics
    }
    guard mistakes.isEmpty else { throw DiagramError(mistakes.inWrittenOrder()) }
    return answers
  }

  /// What files of JSON draw; what is known of earlier runs is not drawn again.
  ///
  /// - Throws: `DiagramError` with the mistakes of all files.
  @MainActor
  private func answer(
    to documents: [DrawingSource.Document], for output: Output, _ examining: Examination
  ) async throws -> DrawingAnswer {
    var (series, mistakes): ([Series], [Diagnostic]) = ([], [])
    for document in documents {
      do {
        series.append(try SeriesDocument.series(reading: document.bytes, at: document.path))
      } catch {
        mistakes += error.diagnostics
      }
    }
    guard mistakes.isEmpty else { throw DiagramError(mistakes) }
    let icons = try iconFolders.files(for: series.flatMap(\.iconNames))
    let renderings =
      examining == .none ? KnownRenderings(in: DrawingCache(isRead: !fresh), icons: icons) : nil
    defer { renderings?.keep() }
    do {
      var answer = try await DrawingAnswer(
        drawing: series, in: output.theme, as: output.formats, icons: icons.library,
        jobs: jobs ?? coreCount(), examining: examining, remembering: renderings)
      answer.diagnostics = answer.diagnostics.map(\.inJSON)
      for index in answer.remarks.indices {
        answer.remarks[index].hints = answer.remarks[index].hints.map(\.inJSON)
      }
      return answer
    } catch let error as DiagramError {
      throw DiagramError(error.diagnostics.map(\.inJSON))
    }
  }

  /// Tells mistakes on standard output, for programs.
  func report(_ members: [(key: String, value: JSON)], _ console: Console) throws {
    try console.output.write([JSON.object([("ok", .boolean(false))] + members).description])
  }
}

extension DrawnCatalog {
  /// Adds what a source draws.
  ///
  /// - Throws: ``UsageFailure`` where another one of `makers` draws one of its files.
  fileprivate mutating func add(
    _ answer: DrawingAnswer, for output: Output, of source: DrawingSource,
    makers: inout [String: String]
  ) throws(UsageFailure) {
    for file in answer.files {
      let path = OutputFolder(path: output.folder).path(of: file.path)
      if let other = makers.updateValue(source.name, forKey: path) {
        let names = each([other, source.name]).map { "“\($0)”" }
        throw UsageFailure(
          message: names.count == 2
            ? "\(names[0]) and \(names[1]) both draw “\(path)”"
            : "two files of \(names[0]) draw “\(path)”",
          hints: ["name the folder of a series in one of them otherwise"])
      }
    }
    parts.append((output, answer.files))
    diagnostics = each(diagnostics + answer.diagnostics)
    remarks = each(remarks + answer.remarks)
    facts.append(answer.facts)
    explanations = each(explanations + answer.explanations)
    orphans.add(answer.series, in: output, of: source)
  }
}
