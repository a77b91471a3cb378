package import DiagramDSL
package import DiagramModel

extension Series {
  /// Unites the pictures and replaces names by indices; all mistakes at once.
  ///
  /// - Throws: ``DiagramError``, in the order in which the author wrote the places.
  package func resolved() throws(DiagramError) -> ResolvedSeries {
    let nesting = nestingDiagnostics()
    if !nesting.isEmpty { throw DiagramError(nesting.inWrittenOrder()) }
    var collector = OccurrenceCollector()
    collector.collect(self)
    let union = Union(self, collector.occurrences)
    let references = ReferenceResolver(self, union.items)
    let trunks = TrunkResolver(self, union.items, references.arrows)
    let hints = HintResolver(self, union.items, collector.hints)
    var diagnostics = nameDiagnostics() + valueDiagnostics() + collector.diagnostics + union.diagnostics
    // An arrow whose box is in two places has no mistake of its own.
    if union.diagnostics.isEmpty {
      diagnostics += references.diagnostics + trunks.diagnostics + hints.diagnostics
    }
    if diagnostics.holdError { throw DiagramError(diagnostics.inWrittenOrder()) }
    return ResolvedSeries(
      path: path,
      pictures: pictures.map { ResolvedPicture(name: $0.name, title: $0.title ?? $0.name) },
      items: union.items, arrows: references.arrows, trunks: trunks.trunks, hints: hints.hints,
      warnings: diagnostics)
  }

  /// Mistakes in the names of the series and its pictures.
  private func nameDiagnostics() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if let problem = pathProblem(path) {
      diagnostics.append(
        Diagnostic(
          .seriesFolder, "the folder \(quoted(path)) \(problem)", at: origin,
          hints: ["write a path below the output folder, as in \"chapter/section\""]))
    }
    if pictures.isEmpty {
      diagnostics.append(
        Diagnostic(
          .seriesWithoutPicture, "series \(quoted(path)) has no picture", at: origin,
          hints: ["write Picture(\"name\") { … } in it"]))
    }
    var earlier: [String: Picture] = [:]
    for picture in pictures {
      if let problem = pathProblem(picture.name) {
        diagnostics.append(
          Diagnostic(
            .pictureName, "the picture name \(quoted(picture.name)) \(problem)", at: picture.origin,
            hints: ["write a file name without its extension, as in \"nodes\""]))
      }
      if picture.items.isEmpty {
        diagnostics.append(
          Diagnostic(
            .emptyPicture, "picture \(quoted(picture.name)) is empty", at: picture.origin,
            hints: ["put a Node or Component into it"]))
      }
      let file = picture.name.lowercased()
      if let other = earlier[file] {
        diagnostics.append(
          Diagnostic(
            .samePictureName, "two pictures are called \(quoted(picture.name))", at: picture.origin,
            hints: ["give one of them another name: each is a file"],
            notes: [.init("the other one", at: other.origin)]))
      }
      earlier[file] = picture
    }
    return diagnostics
  }
}

/// What keeps a name from being a path below a folder, if anything does.
private func pathProblem(_ path: String) -> String? {
  if path.isEmpty { return "is empty" }
  if path.hasPrefix("/") || path.hasPrefix("~") { return "would leave the output folder" }
  for part in path.split(separator: "/", omittingEmptySubsequences: false) {
    if part == ".." { return "would leave the output folder" }
    if part.isEmpty || part == "." { return "has a part without a name" }
    if part.utf8.count > 200 { return "is longer than file systems take" }
  }
  let isForbidden = { (scalar: Unicode.Scalar) in
    scalar.value < 0x20 || scalar.value == 0x7F || scalar == "\\" || scalar == ":"
  }
  return path.unicodeScalars.contains(where: isForbidden)
    ? "has a character that file systems do not take" : nil
}

/// Mistakes that only the whole catalog shows: two pictures that would write one file.
package func catalogDiagnostics(_ catalog: [Series]) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  var earlier: [String: (series: Int, picture: Picture)] = [:]
  for (index, series) in catalog.enumerated() {
    for picture in series.pictures {
      let file = "\(series.path)/\(picture.name)".lowercased()
      if let other = earlier[file], other.series != index {
        diagnostics.append(
          Diagnostic(
            .sameFile, "two series write the picture \(quoted("\(series.path)/\(picture.name)"))",
            at: picture.origin, hints: ["give one of them another name: each is a file"],
            notes: [.init("the other one", at: other.picture.origin)]))
      }
      earlier[file] = (index, picture)
    }
  }
  return diagnostics.inWrittenOrder()
}
