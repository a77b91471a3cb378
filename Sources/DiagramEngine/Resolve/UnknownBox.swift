import DiagramDSL
import DiagramModel

/// Tells why a picture shows no box that a reference means, and what to write.
struct UnknownBox {
  private let request: BoxFinder.Request
  private let finder: BoxFinder

  init(_ request: BoxFinder.Request, _ finder: BoxFinder) {
    self.request = request
    self.finder = finder
  }

  private var items: [ResolvedSeries.Item] { finder.items }
  private var reference: Reference { request.reference }
  private var box: String { quoted(reference.title) }
  private var picture: String { "picture \(quoted(finder.series.pictures[request.picture].name))" }

  var diagnostic: Diagnostic {
    if let other = ofOtherKind { return other }
    if let outside = outsideOfContainer { return outside }
    if reference.path.count > 1 { return notInside }
    let isInNone = finder.series.pictures.count > 1 && finder.boxes(of: reference.path).isEmpty
    return told(
      "\(isInNone ? "no picture" : picture) \(isInNone ? "shows" : "does not show") \(box)", advice)
  }

  private func told(
    _ message: String, _ hints: [String], notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    Diagnostic(.unknownBox, message, at: request.origin, hints: hints, notes: notes)
  }

  // MARK: - Boxes that almost fit

  /// The box is there, but as a container where a plain one is named, or the other way round.
  private var ofOtherKind: Diagnostic? {
    let kinds = [Reference.Kind.node, .component, .text]
    let shown = finder.boxes(of: reference.path, in: request.picture)
    let found = kinds.compactMap { kind in
      (shown.first { items[$0].content == .box(kind) }
        ?? finder.lifted(reference, kind: kind, in: request.picture).first?.shown)
        .map { (item: $0, kind: kind) }
    }
    guard let (other, kind) = found.first, kind != reference.kind,
      let variant = items[other].variants[request.picture]
    else { return nil }
    return told(
      "\(box) is a \(kind.word) in \(picture), but the \(request.user.rawValue) names a "
        + reference.kind.word,
      ["use the value that stands in the picture, or give one of them an id: \(ownID)"],
      notes: [.init("the \(kind.word)", at: variant.attributes.origin)])
  }

  /// The box is in the picture, but not in the container in which its hint stands.
  private var outsideOfContainer: Diagnostic? {
    guard !request.container.isEmpty,
      !finder.boxes(of: reference.path, in: request.picture).isEmpty
    else { return nil }
    let container = items.first {
      $0.id == request.container.joined(separator: "/")
    }?.variants[request.picture]
    return told(
      "\(box) does not lie in \(quoted(container?.text ?? "")), in which its hint stands",
      ["write the hint in the picture itself, after the boxes"],
      notes: container.map { [.init("the container", at: $0.attributes.origin)] } ?? [])
  }

  // MARK: - A box in a container

  /// The containers of the way do not hold the box.
  private var notInside: Diagnostic {
    let outer = Array(reference.path.dropLast())
    let container = finder.boxes(of: outer, in: request.picture).first
    let name = quoted(reference.titles.dropLast().last ?? "")
    guard let container, let variant = items[container].variants[request.picture] else {
      return told(
        "\(picture) does not show \(name), in which \(box) is meant to lie",
        ["put \(name) into the picture, or drop the \(request.user.rawValue)"])
    }
    var hints = [placeOfSame, inside(container).map { "\(name) holds \($0): name one of them" }]
      .compactMap(\.self)
    if let twin = LetOfClosures(finder.items, in: request.picture).twin(of: container) {
      hints.append(LetOfClosures.advice(twin, quoted(variant.text)))
    }
    hints.append("put \(box) into \(name), or drop the \(request.user.rawValue)")
    return told(
      "\(name) holds no \(box) in \(picture)", hints,
      notes: [.init("the container", at: variant.attributes.origin)])
  }

  /// Where else the picture shows the box.
  private var placeOfSame: String? {
    let shown = finder.boxes(of: [reference.path.last ?? ""], in: request.picture)
    guard let first = shown.first else { return nil }
    let own = variable(reference.title)
    guard let around = items.closestBox(around: first), let container = items[around].shown.first
    else { return "it stands directly in the picture: write `\(own)`" }
    return "it stands in \(quoted(container.text)): write `\(variable(container.text))[\(own)]`"
  }

  /// The boxes directly in a container.
  private func inside(_ container: Int) -> String? {
    let names = items.indices.filter { items.closestBox(around: $0) == container }
      .compactMap { items[$0].id.isEmpty ? nil : items[$0].variants[request.picture]?.text }
    return Self.list(names)
  }

  // MARK: - Advice

  private var advice: [String] {
    if !finder.boxes(of: reference.path).isEmpty {
      return ["other pictures do: put it into this one too, or drop the \(request.user.rawValue)"]
    }
    // Of all pictures: one mistake in several is told once.
    let shown = items.compactMap { $0.shown.first }.filter { !$0.text.isEmpty }
    if shown.contains(where: { $0.text == reference.title }) {
      return ["a box with this title has another id: use the value that stands in the picture"]
    }
    let known = Self.list(shown.map(\.text))
    let nearest = suggestion(for: reference.title, among: shown.map(\.text))
    let place = finder.series.pictures.count > 1 ? "a picture" : "the picture"
    return (nearest.map { [$0] } ?? []) + [
      "put it into \(place)"
        + (known.map { ", which shows \($0)" } ?? ", in a line of its own: an arrow shows no box")
    ]
  }

  private var ownID: String { "`.id(\(literal(finder.freeID(like: reference))))`" }

  /// The first dozen of names; nil if there are none.
  private static func list(_ names: [String]) -> String? {
    names.isEmpty
      ? nil
      : names.prefix(12).map(quoted).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
  }
}

extension Reference.Kind {
  /// As the author writes it.
  var word: String {
    switch self {
    case .node: "Node"
    case .component: "Component"
    case .text: "Text"
    }
  }
}
