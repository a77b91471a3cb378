package import DiagramDSL
package import DiagramEngine
package import DiagramIcons
package import DiagramModel

extension DrawingAnswer {
  /// What series become, of which the mistakes of one tell of the others too.
  ///
  /// - Throws: `DiagramError` with the mistakes of all of them.
  @MainActor
  package init(
    drawing series: [Series], in theme: Theme, as formats: [OutputFormat], icons: IconLibrary,
    jobs: Int, examining: Examination, remembering memory: (any RenderingMemory)? = nil
  ) async throws {
    let rendering = try await render(
      series, of: series, in: theme, as: formats, icons: icons, jobs: jobs,
      examining: examining, remembering: memory)
    self.init(
      series: Self.outlines(of: series), files: rendering.files,
      diagnostics: rendering.diagnostics)
    (remarks, facts) = (rendering.remarks, rendering.facts)
    explanations = rendering.explanations
  }

  /// The series by their paths.
  package static func outlines(of series: [Series]) -> [Outline] {
    series.map { Outline(path: $0.path, pictures: $0.pictures.map(\.name)) }
  }
}
