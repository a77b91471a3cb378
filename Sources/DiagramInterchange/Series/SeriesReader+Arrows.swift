import DiagramDSL
import DiagramModel

extension SeriesReader {
  // MARK: - References

  /// The boxes that one text names, or several.
  mutating func references(_ field: JSONField?) -> [Reference] {
    texts(field).compactMap { reference($0.text, at: $0.field) }
  }

  /// A box by its id, or by the ids of containers around it and its own, with `/` between them; or by titles, as
  /// they become ids.
  ///
  /// Whether the picture shows it is told with the drawing; here it is told if nothing in the file is called so.
  private mutating func reference(_ text: String, at field: JSONField) -> Reference? {
    guard !isLooking else { return nil }
    let path = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let found = box(at: path) ?? box(at: path.map { slug($0.withoutMarkup) }) else {
      let unknown = path.first { allBoxes.boxes(of: [$0]) == nil } ?? text
      tell(
        .unknownBox, "no box of the file has the id \(quoted(unknown))", at: field,
        suggestion(for: unknown, among: allBoxes.ids)
          ?? "a box is known by its \"id\", or by its title in lower case: “API server” is “api-server”"
      )
      return nil
    }
    return found.named(at: origin(of: field))
  }

  private func box(at path: [String]) -> Reference? {
    boxes.box(at: path) ?? allBoxes.box(at: path) ?? allBoxes.boxes(of: path)
  }

  // MARK: - Arrows

  /// The arrows of a picture.
  mutating func arrows(_ field: JSONField?) -> [Arrow] {
    var arrows: [Arrow] = []
    var trunks: [String: [Int]] = [:]
    for field in elements(of: field) {
      guard var object = object(field, "write {\"from\": \"web\", \"to\": \"database\"}") else {
        continue
      }
      let trunk = text(object.member(.trunk))
      let through = references(object.member(.through))
      let written = arrowsOfEnds(&object)
      finish(object, "an arrow")
      let led = through.reduce(written) { $0.through($1) }.map { arrow in
        arrow.changing { $0.attributes.origin = origin(of: field) }
      }
      if let trunk { trunks[trunk, default: []] += arrows.count..<arrows.count + led.count }
      arrows += led
    }
    for places in trunks.values {
      let trunk = Trunk(of: places.map { arrows[$0] })
      for place in places { arrows[place].sharedTrunk = trunk }
    }
    return arrows
  }

  /// An arrow from each box of `from` to each of `to`.
  mutating func arrowsOfEnds(_ object: inout JSONObject, isAnswer: Bool = false) -> [Arrow] {
    let sources = references(required(.from, of: &object, "an arrow"))
    let targets = references(required(.to, of: &object, "an arrow"))
    let arrows =
      isAnswer
      ? targets.flatMap { target in sources.map { target <-- $0 } }
      : sources.flatMap { source in targets.map { source --> $0 } }
    guard !arrows.isEmpty else {
      // What is said of no arrow is read all the same, for its mistakes.
      _ = changed(Self.sampleArrow, by: Members.arrow, of: &object)
      return []
    }
    return arrows.map { changed($0, by: Members.arrow, of: &object) }
  }

  /// An arrow between no boxes, for how it looks.
  static var sampleArrow: Arrow {
    let end = Spot("sample")
    return end --> end
  }
}
