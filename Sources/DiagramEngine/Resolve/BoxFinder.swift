import DiagramDSL
import DiagramModel

/// Finds the boxes that references mean.
struct BoxFinder {
  /// What a reference stands in.
  enum User: String {
    case arrow, hint
    /// What a picture changes of its boxes.
    case change
  }

  /// A reference that means no box, or several.
  struct Failure: Error {
    /// What to tell the author; nil if the box has a mistake of its own.
    let diagnostic: Diagnostic?
  }

  /// A reference, and where it stands.
  struct Request {
    let reference: Reference
    /// The picture that has to show the box.
    let picture: Int
    /// The ids of the container that it has to be in.
    var container: [Substring] = []
    let user: User
    let origin: Origin
  }

  let series: Series
  let items: [ResolvedSeries.Item]
  /// Boxes that contradict others, with all that is inside.
  private let misplaced: [Occurrence]
  /// The items of a last id, to find a reference without looking at every item.
  private let candidates: [String: [Int]]
  /// The ids of each item from the outside in.
  private let paths: [[Substring]]

  init(_ series: Series, _ union: Union) {
    self.series = series
    items = union.items
    misplaced = union.misplaced
    paths = items.map { $0.id.split(separator: "/") }
    var candidates: [String: [Int]] = [:]
    for (index, path) in paths.enumerated() {
      if let last = path.last { candidates[String(last), default: []].append(index) }
    }
    self.candidates = candidates
  }

  /// The item of a reference in a picture.
  ///
  /// - Returns: the index of the item.
  /// - Throws: what to tell the author if no box, or more than one, fits.
  func box(_ request: Request) throws(Failure) -> Int {
    let shown = boxes(of: request.reference.path, in: request.picture).filter {
      items[$0].content == .box(request.reference.kind)
        && paths[$0].starts(with: request.container)
    }
    if shown.count == 1 { return shown[0] }
    guard shown.isEmpty else { throw Failure(diagnostic: ambiguous(request, shown)) }
    throw Failure(
      diagnostic: isMisplaced(request.reference, in: request.picture)
        ? nil : UnknownBox(request, self).diagnostic)
  }

  /// The boxes of a picture, of whatever kind, that a way of ids leads to.
  func boxes(of ids: [String], in picture: Int) -> [Int] {
    boxes(of: ids).filter { items[$0].variants[picture] != nil }
  }

  /// The boxes of all pictures, of whatever kind, that a way of ids leads to.
  func boxes(of ids: [String]) -> [Int] {
    (candidates[ids.last ?? ""] ?? []).filter { isWay(ids, to: paths[$0]) }
  }

  /// An id like that of a reference, which no box has.
  func freeID(like reference: Reference) -> String {
    numbered(reference.path.last ?? "box") { candidates[$0] != nil }
  }

  /// Whether the ids stand in a path in this order, the last one at its end.
  private func isWay(_ ids: [String], to path: [Substring]) -> Bool {
    guard let last = ids.last, let end = path.last, last == end else { return false }
    var rest = ids.dropLast()
    for id in path.dropLast() where rest.first.map({ $0 == id }) ?? false { rest.removeFirst() }
    return rest.isEmpty
  }

  /// Whether a box of a picture that contradicts another one may be meant.
  func isMisplaced(_ reference: Reference, in picture: Int) -> Bool {
    misplaced.contains {
      $0.picture == picture && isWay(reference.path, to: $0.path.split(separator: "/"))
    }
  }

  private func ambiguous(_ request: Request, _ shown: [Int]) -> Diagnostic {
    let reference = request.reference
    let ids = shown.map { quoted(items[$0].id) }.joined(separator: ", ")
    let containers = shown.compactMap { items.closestBox(around: $0) }.map {
      items[$0].shown[0].text
    }
    let example = containers.first.map {
      "name the container too, as in `\(variable($0))[\(variable(reference.title))]`"
    }
    let own = literal(freeID(like: reference))
    return Diagnostic(
      .ambiguousBox,
      "\(quoted(reference.title)) may mean \(shown.count) boxes of picture "
        + "\(quoted(series.pictures[request.picture].name)): \(ids)",
      at: request.origin, hints: [example ?? "give the boxes ids of their own: `.id(\(own))`"],
      notes: shown.compactMap { item in
        items[item].variants[request.picture].map {
          .init("one of them", at: $0.attributes.origin)
        }
      })
  }
}
