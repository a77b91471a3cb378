import DiagramDSL
import DiagramModel

/// Recognises containers that hold what was written for another one.
///
/// The compiler runs one closure for all the values of a `let` outside of functions, without a word:
/// after `let a = Node("A") { x }, b = Node("B") { y }` both hold `x`.
struct LetOfClosures {
  private let items: [ResolvedSeries.Item]
  private let picture: Int

  init(_ items: [ResolvedSeries.Item], in picture: Int) {
    self.items = items
    self.picture = picture
  }

  /// What to do about two containers that may share a closure.
  static func advice(_ other: String, _ name: String) -> String {
    "\(name) holds the same as \(other): if one let declares both, Swift runs only the first closure; "
      + "write a let for each"
  }

  /// How the author knows another container that holds the same as this one, the closest before it.
  func twin(of container: Int) -> String? {
    let origin = items[container].variants[picture]?.attributes.origin
    let twins = containers.filter { $0 != container && areTwins($0, container) }
    let closest = twins.last { self.origin(of: $0) < (origin ?? self.origin(of: $0)) }
    return (closest ?? twins.first).map(name)
  }

  /// A warning for each container that seems to hold what was written for another: both are written
  /// in one line, or its first box is written inside the other one.
  func diagnostics() -> [Diagnostic] {
    var containersOfLine: [UInt: [Int]] = [:]
    for container in containers {
      containersOfLine[origin(of: container).line, default: []] += [container]
    }
    return containers.compactMap { container in
      let own = origin(of: container)
      let lines = [firstBox(in: container).map { origin(of: $0).line }, own.line]
      let twin = lines.lazy.compactMap(\.self).flatMap { containersOfLine[$0] ?? [] }
        .first { origin(of: $0) < own && areTwins($0, container) }
      return twin.map { diagnostic(container, $0) }
    }
  }

  private func diagnostic(_ container: Int, _ twin: Int) -> Diagnostic {
    Diagnostic(
      .sharedClosure,
      "\(name(container)) holds the same boxes as \(name(twin)), which is written beside it",
      at: origin(of: container),
      hints: [
        "if one let declares both, write a let for each: Swift runs only the first closure",
        "if they are meant to be alike, write each on a line of its own",
      ],
      notes: [.init("the other one", at: origin(of: twin))])
  }

  // MARK: - Content

  /// The containers that the picture shows with something inside, each place in Swift once.
  private var containers: [Int] {
    var seen: Set<Origin> = []
    return items.indices.filter {
      items[$0].content == .box(.node) && items[$0].variants[picture]?.isFilled == true
        && seen.insert(origin(of: $0)).inserted
    }
  }

  /// Whether two containers of one file hold the same elements, written at the same places.
  private func areTwins(_ one: Int, _ other: Int) -> Bool {
    origin(of: one).file == origin(of: other).file && content(of: one) == content(of: other)
  }

  private struct Part: Equatable {
    let id: Substring
    let origin: Origin
  }

  /// What the picture shows in a container, its id left out.
  private func content(of container: Int) -> [Part] {
    inside(container).map { item in
      Part(id: items[item].id.dropFirst(items[container].id.count), origin: origin(of: item))
    }
  }

  /// Items stand behind their parents, and those inside one container behind each other.
  private func inside(_ container: Int) -> [Int] {
    var inside: Set<Int> = [container]
    return items.indices.dropFirst(container + 1).filter { item in
      guard let parent = items[item].parent, inside.contains(parent) else { return false }
      inside.insert(item)
      return items[item].variants[picture] != nil
    }
  }

  private func firstBox(in container: Int) -> Int? {
    inside(container).first { !items[$0].id.isEmpty }
  }

  private func origin(of item: Int) -> Origin {
    let variant = items[item].variants[picture] ?? items[item].shown[0]
    return variant.attributes.origin
  }

  private func name(_ item: Int) -> String {
    quoted((items[item].variants[picture] ?? items[item].shown[0]).text)
  }
}

extension Series {
  /// A warning for each picture that holds what is written inside another one.
  func sharedPictureDiagnostics() -> [Diagnostic] {
    pictures.indices.dropFirst().compactMap { index in
      let picture = pictures[index]
      let twin = pictures[..<index].first { twin in
        twin.items == picture.items
          && areWritten(twin.items.map(\.origin), between: twin.origin, and: picture.origin)
      }
      return twin.map { twin in
        sharedClosure(
          "picture \(quoted(picture.name)) shows what is written in picture \(quoted(twin.name))",
          at: picture.origin, other: twin.origin)
      }
    }
  }
}

/// A warning for each series that holds what is written inside another one.
func sharedSeriesDiagnostics(_ catalog: [Series]) -> [Diagnostic] {
  catalog.indices.dropFirst().compactMap { index in
    let series = catalog[index]
    let twin = catalog[..<index].first { twin in
      twin.pictures == series.pictures
        && areWritten(twin.pictures.map(\.origin), between: twin.origin, and: series.origin)
    }
    return twin.map { twin in
      sharedClosure(
        "series \(quoted(series.path)) shows what is written in series \(quoted(twin.path))",
        at: series.origin, other: twin.origin)
    }
  }
}

/// Whether there are parts, and all of them stand in one file between two places.
private func areWritten(_ parts: [Origin], between first: Origin, and second: Origin) -> Bool {
  !parts.isEmpty && first.file == second.file
    && parts.allSatisfy { first < $0 && $0 < second }
}

/// The mistake of the compiler that runs one closure for two names of one `let`.
private func sharedClosure(_ message: String, at origin: Origin, other: Origin) -> Diagnostic {
  Diagnostic(
    .sharedClosure, message, at: origin,
    hints: ["if one let declares both, write a let for each: Swift runs only the first closure"],
    notes: [.init("the other one", at: other)])
}

extension PictureItem {
  /// Where it is written.
  fileprivate var origin: Origin {
    switch kind {
    case .arrow(let arrow): arrow.attributes.origin
    case .annotation(let annotation): annotation.attributes.origin
    case .element(let element): element.origin
    case .state(let state): state.origin
    case .legend(let legend): legend.origin
    }
  }
}
