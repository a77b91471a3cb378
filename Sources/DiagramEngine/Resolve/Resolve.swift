package import DiagramDSL
import DiagramIcons
package import DiagramModel

extension Series {
  /// Unites the pictures and replaces names by indices; all mistakes that need no places.
  ///
  /// - Throws: ``DiagramError``, in the order in which the author wrote the places.
  package func resolved() throws(DiagramError) -> ResolvedSeries {
    let united = try united()
    if united.diagnostics.holdError { throw DiagramError(united.diagnostics) }
    return united
  }

  /// The pictures as one, as far as their mistakes let them be, and these mistakes.
  ///
  /// - Throws: ``DiagramError`` for elements that lie too deep to be looked at.
  func united(_ icons: IconLibrary = .own) throws(DiagramError) -> ResolvedSeries {
    let nesting = nestingDiagnostics()
    guard nesting.isEmpty else {
      let others = NameCheck(self).diagnostics + valueDiagnostics()
      throw DiagramError((nesting + others).inWrittenOrder())
    }
    let collector = OccurrenceCollector(self)
    let written = Union(self, collector.occurrences)
    var finder = BoxFinder(self, written, collector.hidden)
    let laid = LaidBoxes(written, finder)
    let union = laid.union
    if laid.hasMoved { finder = BoxFinder(self, union, collector.hidden) }
    let references = ReferenceResolver(finder)
    let trunks = TrunkResolver(self, union.items, references.arrows)
    let hints = HintResolver(finder, collector.hints)
    let remarks = AnnotationResolver(finder)
    let legend = LegendResolver(self, collector.occurrences)
    let sequences = SequenceResolver(self, collector.occurrences, union)
    let states = PictureStates(finder, references.arrows, sequences.sequences)
    var diagnostics = NameCheck(self).diagnostics + valueDiagnostics()
    diagnostics += slideDiagnostics() + collector.diagnostics + union.diagnostics + laid.diagnostics
    diagnostics += references.diagnostics + trunks.diagnostics + hints.diagnostics
    diagnostics += states.diagnostics + iconDiagnostics(icons) + remarks.diagnostics
    diagnostics += legend.diagnostics + sequences.diagnostics
    diagnostics += MovedBoxes(self, union.items).diagnostics + sharedPictureDiagnostics()
    for picture in pictures.indices {
      let found = LetOfClosures(union.items, in: picture).diagnostics()
      diagnostics += found.filter { !diagnostics.contains($0) }
    }
    var united = ResolvedSeries(
      path: path,
      pictures: pictures.map(ResolvedPicture.init),
      items: states.items, arrows: states.arrows,
      trunks: TreeTrunks(states.items, states.arrows, besides: trunks.trunks).trunks, slide: slide,
      hints: hints.hints, annotations: remarks.annotations,
      sequences: states.sequences, legend: legend.legend)
    diagnostics += HintCheck(united, united.outline).diagnostics()
    united.diagnostics = diagnostics.inWrittenOrder()
    return united
  }
}
