import DiagramDSL
import DiagramModel

/// Mistakes in the names of a series and its pictures.
struct NameCheck {
  private let series: Series
  private(set) var diagnostics: [Diagnostic] = []

  init(_ series: Series) {
    self.series = series
    checkSeries()
    for picture in series.pictures { check(picture) }
    diagnostics += OutputPlaces([series]).diagnostics
  }

  private mutating func checkSeries() {
    if let problem = PathProblem(series.path) {
      let path = PathProblem.repaired(series.path, substitute: "chapter/section")
      report(
        .seriesFolder, "the folder \(quoted(series.path)) \(problem.words)", series.origin,
        "write a path below the output folder, as in `Series(\(literal(path)))`")
    }
    if series.pictures.isEmpty {
      report(
        .seriesWithoutPicture, "series \(quoted(series.path)) has no picture", series.origin,
        "put one into it, as in `Picture(\"nodes\") { Component(\"kubelet\") }`")
    }
  }

  private mutating func check(_ picture: Picture) {
    let name = picture.name
    if let problem = nameProblem(name) {
      report(
        .pictureName, "the picture name \(quoted(name)) \(problem)", picture.origin,
        "write \(Self.fileExtension(of: name) == nil ? "another name" : "it without the extension"), "
          + "as in `Picture(\(literal(Self.repaired(name))))`")
    }
    if !picture.items.contains(where: \.isSeen) {
      report(
        .emptyPicture, "picture \(quoted(name)) is empty", picture.origin,
        "put a box into it, as in `Component(\"kubelet\")`")
    }
    for text in [picture.heading, picture.caption].compactMap(\.self) {
      diagnostics += Markup(text).diagnostics(at: picture.origin)
    }
    if let title = picture.title,
      let diagnostic = characterDiagnostic(
        title, picture.origin, "the title of picture \(quoted(name))")
    {
      diagnostics.append(diagnostic)
    }
  }

  private func nameProblem(_ name: String) -> String? {
    if let problem = PathProblem(name) { return problem.words }
    guard let end = Self.fileExtension(of: name) else { return nil }
    return "has the extension “\(end)”, which each format adds by itself"
  }

  private mutating func report(
    _ kind: Diagnostic.Kind, _ message: String, _ origin: Origin, _ hint: String
  ) {
    diagnostics.append(Diagnostic(kind, message, at: origin, hints: [hint]))
  }

  // MARK: - Extensions

  /// The extension of one of our formats at the end of a name, with its dot, the longest that fits.
  private static func fileExtension(of name: String) -> String? {
    let lowercased = name.lowercased()
    return OutputFormat.allCases.map { ".\($0.rawValue)" }.filter(lowercased.hasSuffix)
      .max { $0.count < $1.count }
  }

  /// A name like this one that is right: without an extension there may be a new end to mend.
  private static func repaired(_ name: String) -> String {
    let end = fileExtension(of: name) ?? ""
    let repaired = PathProblem.repaired(String(name.dropLast(end.count)), substitute: "nodes")
    return repaired == name ? name : Self.repaired(repaired)
  }
}

extension PictureItem {
  /// Whether a reader sees it, or another check tells why not.
  fileprivate var isSeen: Bool {
    switch kind {
    case .element(let element): element.isSeen
    case .arrow, .state, .annotation, .legend: true
    }
  }
}

extension Element {
  /// Whether it is, or holds, a box, a text or a line; however deep, as the limit is checked later.
  fileprivate var isSeen: Bool {
    var open = [self]
    while let element = open.popLast() {
      switch element.kind {
      case .node, .component: return true
      case .text(let text):
        guard case .spot? = text.attributes.free else { return true }
      case .group(let group): open += group.children
      case .hint: break
      }
    }
    return false
  }
}
