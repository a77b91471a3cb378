import DiagramXML

/// Refuses what must not come into a picture: scripts, other documents and the names of other files.
struct SafetyCheck {
  private var count = 0

  /// Looks at an element and all that is in it.
  ///
  /// - Throws: ``IconProblem`` that names the first thing which is not safe.
  mutating func look(at element: XMLElement, depth: Int = 0) throws(IconProblem) {
    count += 1
    guard depth <= IconLimits.depth else {
      throw IconProblem("its elements lie more than \(IconLimits.depth) deep in each other")
    }
    guard count <= IconLimits.elements else {
      throw IconProblem("it has more than \(IconLimits.elements) elements")
    }
    let name = element.svgName
    if Self.refused.contains(name) { throw IconProblem("it holds <\(name)>") }
    for attribute in element.attributes { try look(at: attribute, of: name) }
    if name == "style" { try look(atStyle: element.text) }
    for inner in element.elements { try look(at: inner, depth: depth + 1) }
  }

  /// What runs, moves, or shows something that is no drawing.
  private static let refused: Set<String> = [
    "script", "foreignObject", "iframe", "object", "embed", "audio", "video", "canvas", "animate",
    "animateMotion", "animateTransform", "animateColor", "set", "handler", "listener",
  ]

  private func look(at attribute: XMLAttribute, of element: String) throws(IconProblem) {
    let name = attribute.name.split(separator: ":").last.map { $0.lowercased() } ?? ""
    // A namespace is a name, not a place.
    if attribute.name == "xmlns" || attribute.name.hasPrefix("xmlns:") { return }
    if name.hasPrefix("on") { throw IconProblem("it holds the script “\(attribute.name)”") }
    if name == "href" || name == "src" {
      let value = attribute.value.trimmed
      let isPicture = element == "image" && Self.pictures.contains(where: value.hasPrefix)
      // Where a link leads is not part of the drawing.
      if element != "a", !value.hasPrefix("#"), !isPicture {
        throw IconProblem("it refers to another file: “\(value.prefix(60))”")
      }
    }
    try look(atStyle: attribute.value)
  }

  private static let pictures = ["data:image/png;base64,", "data:image/jpeg;base64,"]

  /// `url(…)` may only name what is in the file itself.
  private func look(atStyle text: String) throws(IconProblem) {
    let lowered = text.lowercased()
    if lowered.contains("@import") { throw IconProblem("it refers to another file by @import") }
    if lowered.contains("javascript:") { throw IconProblem("it holds a script") }
    // A name may be written with escapes, which hide what it is.
    guard lowered.contains("url") || lowered.contains("\\") else { return }
    if lowered.contains("\\") { throw IconProblem("a style of it holds “\\”") }
    for place in lowered.split(separator: "url(", omittingEmptySubsequences: false).dropFirst() {
      let target = place.drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
      guard target.hasPrefix("#") else {
        throw IconProblem("it refers to another file by url(…)")
      }
    }
  }
}
