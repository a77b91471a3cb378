import DiagramDSL
import DiagramModel

/// Finds the boxes that references mean.
struct BoxFinder {
  /// What a reference stands in.
  enum User: String {
    case arrow, hint
    /// What lies on a box.
    case place
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

  /// What a reference means in a picture.
  struct Found {
    /// The item that the picture shows: the box itself, or the collapsed container that holds it.
    let shown: Int
    /// The ids of the box itself, joined by `/`.
    let path: String
    /// The item of the box itself, if some picture shows it.
    let box: Int?

    /// Whether a collapsed container stands for the box.
    var isLifted: Bool { box != shown }
  }

  let series: Series
  let items: [ResolvedSeries.Item]
  /// Boxes that contradict others, with all that is inside.
  private let misplaced: [Occurrence]
  /// The items of a last id, to find a reference without looking at every item.
  private let candidates: [String: [Int]]
  /// The ids of each item from the outside in.
  private let paths: [[Substring]]
  /// What collapsed containers hold, by their last ids.
  private let hidden: [Substring: [HiddenBox]]

  init(_ series: Series, _ union: Union, _ hidden: [HiddenBox]) {
    self.series = series
    items = union.items
    misplaced = union.misplaced
    paths = items.map { $0.id.split(separator: "/") }
    var candidates: [String: [Int]] = [:]
    for (index, path) in paths.enumerated() {
      if let last = path.last { candidates[String(last), default: []].append(index) }
    }
    self.candidates = candidates
    self.hidden = Dictionary(grouping: hidden) { $0.path.split(separator: "/").last ?? "" }
  }

  /// The item that a picture shows for a reference: the box, or the collapsed container that holds it.
  ///
  /// - Returns: the index of the item.
  /// - Throws: what to tell the author if no box, or more than one, fits.
  func box(_ request: Request) throws(Failure) -> Int { try found(request).shown }

  /// The box of a reference in a picture.
  ///
  /// - Throws: what to tell the author if no box, or more than one, fits.
  func found(_ request: Request) throws(Failure) -> Found {
    let misnaming = request.reference.misnaming
    if let misnaming, !misnaming.meant.isEmpty {
      throw Failure(diagnostic: misnaming.diagnostic(at: request.origin))
    }
    let kind = ResolvedSeries.Content.box(request.reference.kind)
    let shown = boxes(of: request.reference.path, in: request.picture).filter {
      items[$0].content == kind && paths[$0].starts(with: request.container)
    }
    let fitting =
      shown.isEmpty
      ? lifted(request.reference, in: request.picture)
      : shown.map { Found(shown: $0, path: items[$0].id, box: $0) }
    if fitting.count == 1 { return fitting[0] }
    if let misnaming { throw Failure(diagnostic: misnaming.diagnostic(at: request.origin)) }
    guard fitting.isEmpty else { throw Failure(diagnostic: ambiguous(request, fitting)) }
    throw Failure(
      diagnostic: isMisplaced(request.reference, in: request.picture)
        ? nil : UnknownBox(request, self).diagnostic)
  }

  /// The boxes of a picture, of whatever kind, that a way of ids leads to.
  func boxes(of ids: [String], in picture: Int) -> [Int] {
    boxes(of: ids).filter { items[$0].variants[picture] != nil }
  }

  /// The boxes of a kind that a way of ids leads to, and that collapsed containers of a picture hold.
  func lifted(
    _ reference: Reference, kind: Reference.Kind? = nil, in picture: Int
  ) -> [Found] {
    let kind = kind ?? reference.kind
    var found: [String: Found] = [:]
    for box in boxes(of: reference.path)
    where items[box].content == .box(kind) && items[box].variants[picture] == nil {
      guard let container = items.shownBox(from: box, in: picture),
        items[container].variants[picture]?.isFilled == false
      else { continue }
      found[items[box].id] = Found(shown: container, path: items[box].id, box: box)
    }
    for box in hidden[Substring(reference.path.last ?? "")] ?? []
    where box.picture == picture && box.kind == kind && found[box.path] == nil
      && isWay(reference.path, to: box.path.split(separator: "/"))
    {
      guard let container = items.firstIndex(where: { $0.id == box.container }) else { continue }
      found[box.path] = Found(shown: container, path: box.path, box: nil)
    }
    return found.values.sorted { $0.path < $1.path }
  }

  /// The collapsed containers of a picture that hold boxes with certain ways of ids.
  func collapsed(in picture: Int, where isMeant: (String) -> Bool) -> [Int] {
    let around = Set(
      hidden.values.joined().filter { $0.picture == picture && isMeant($0.path) }.map(\.container))
    return items.indices.filter { around.contains(items[$0].id) }
  }

  /// The boxes of all pictures, of whatever kind, that a way of ids leads to.
  func boxes(of ids: [String]) -> [Int] {
    (candidates[ids.last ?? ""] ?? []).filter { isWay(ids, to: paths[$0]) }
  }

  /// An id like that of a reference, which no box has.
  func freeID(like reference: Reference) -> String {
    numbered(shortened(reference.path.last ?? "box")) { candidates[$0] != nil }
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

  private func ambiguous(_ request: Request, _ found: [Found]) -> Diagnostic {
    let reference = request.reference
    let ids = found.map { quoted($0.path) }.joined(separator: ", ")
    let containers = found.compactMap {
      $0.isLifted ? $0.shown : items.closestBox(around: $0.shown)
    }.map { items[$0].shown[0].text }
    let example = containers.first.map {
      "name the container too, as in `\(variable($0))[\(variable(reference.title))]`"
    }
    let own = literal(freeID(like: reference))
    return Diagnostic(
      .ambiguousBox,
      "\(quoted(reference.title)) may mean \(found.count) boxes of picture "
        + "\(quoted(series.pictures[request.picture].name)): \(ids)",
      at: request.origin, hints: [example ?? "give the boxes ids of their own: `.id(\(own))`"],
      notes: found.compactMap { box in
        items[box.shown].variants[request.picture].map {
          .init("one of them", at: $0.attributes.origin)
        }
      })
  }
}
