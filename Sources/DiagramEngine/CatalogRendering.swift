package import DiagramDSL
package import DiagramIcons
package import DiagramModel
import DiagramRender

/// Draws `series`, a part of `catalog`, with at least one of `jobs` at a time.
///
/// Gives the files in the order of `series`, those that hold a whole one last, and the warnings in that of their places, whatever the
/// number of jobs, and what is wanted beside the files. Where nothing is wanted beside them, a memory may
/// know what became of a series. `note` hears of each series that is done, as soon as it is.
/// - Throws: `DiagramError` with the mistakes of the catalog and of all of `series`, each once, in the
///   order of their places.
@MainActor
package func render(
  _ series: [Series], of catalog: [Series], in theme: Theme, as formats: [OutputFormat],
  icons: IconLibrary = .own, jobs: Int, examining: Examination = .none,
  remembering memory: (any RenderingMemory)? = nil,
  note: @escaping @Sendable (Series) -> Void = { _ in }
) async throws -> Rendering {
  var diagnostics = catalogDiagnostics(catalog).filter { diagnostic in
    diagnostic.severity == .error || series.contains { $0.origin == diagnostic.origin }
  }
  var files: [RenderedFile] = []
  var (remarks, facts): ([Remark], [PictureFacts]) = ([], [])
  var pages: [DrawioPages.Page] = []
  var explanations: [Explanation] = []
  // How many series a place in the code is a part of.
  var makers: [Origin: Int] = [:]
  for result in await results(
    of: series, in: theme, as: formats, icons: icons, jobs: jobs, examining, memory, note)
  {
    let found: [Diagnostic]
    do {
      let rendering = try result.get()
      files += rendering.files
      pages += rendering.pages
      remarks += rendering.remarks
      for origin in rendering.origins { makers[origin, default: 0] += 1 }
      facts += rendering.facts
      explanations += rendering.explanations
      found = rendering.diagnostics
    } catch let error as DiagramError {
      found = error.diagnostics
    }
    // Series that share a part share its mistakes.
    diagnostics += found.filter { !diagnostics.contains($0) }
  }
  diagnostics = diagnostics.inWrittenOrder()
  if diagnostics.holdError { throw DiagramError(diagnostics) }
  // Several series may lie in one folder.
  var rendering = Rendering(files: files + (try pagesFiles(pages)), diagnostics: diagnostics)
  rendering.remarks = each(remarks).map { remark in
    var remark = remark
    // Who mends one series mends the others along with it.
    if remark.mends.contains(where: { makers[$0.origin, default: 0] > 1 }) { remark.mends = [] }
    return remark
  }
  rendering.facts = each(facts)
  rendering.explanations = explanations
  return rendering
}

private typealias SeriesResult = Result<Rendering, any Error>

/// What each series gives, in the order of `series`.
@MainActor
private func results(
  of series: [Series], in theme: Theme, as formats: [OutputFormat], icons: IconLibrary, jobs: Int,
  _ examining: Examination, _ memory: (any RenderingMemory)?,
  _ note: @escaping @Sendable (Series) -> Void
) async -> [SeriesResult] {
  let draw = { @Sendable (series: Series) in
    defer { note(series) }
    return SeriesResult {
      let draw = {
        try series.rendered(in: theme, as: formats, icons: icons, examining: examining)
      }
      // Files are all that is remembered.
      guard examining == .none, let memory else { return try draw() }
      return try memory.rendering(of: series, in: theme, as: formats, orDrawnBy: draw)
    }
  }
  // A pool costs more than a few series do.
  guard jobs > 1, series.count > poolThreshold else { return series.map(draw) }
  return await withTaskGroup(of: (Int, SeriesResult).self) { group in
    var results = [SeriesResult?](repeating: nil, count: series.count)
    var waiting = series.indices.makeIterator()
    for index in (0..<min(jobs, series.count)).compactMap({ _ in waiting.next() }) {
      group.addTask { (index, draw(series[index])) }
    }
    for await (index, result) in group {
      results[index] = result
      if let next = waiting.next() { group.addTask { (next, draw(series[next])) } }
    }
    return results.compactMap(\.self)
  }
}

/// Up to this many series are drawn one after the other on the main thread.
private let poolThreshold = 12
