extension Content {
  /// A box in it by what is written on it, or by its id, for arrows: `shop["API"] --> database`.
  ///
  /// What means no box, or several, is told with the drawing.
  public subscript(name: String) -> Reference {
    Reference(to: name, among: NamedBoxes(in: contentElements, along: nil))
  }
}

extension Node {
  /// A box in this container by what is written on it, or by its id, for arrows: `shop["API"] --> database`.
  ///
  /// What means no box, or several, is told with the drawing.
  public subscript(name: String) -> Reference { reference[name] }
}

extension Lane {
  /// A box in this lane by what is written on it, or by its id, for arrows: `pods["web"]`.
  ///
  /// What means no box, or several, is told with the drawing.
  public subscript(name: String) -> Reference { reference[name] }
}

extension Reference {
  /// A box inside this one by what is written on it, or by its id: `cluster[worker1]["kubelet"]`.
  public subscript(name: String) -> Reference {
    Reference(to: name, among: NamedBoxes(in: elementsInside, along: self))
  }
}

/// A text that names no box, or several.
package struct Misnaming: Hashable, Sendable {
  /// The text.
  package let name: String
  /// The title of what the box should be in, as it is read.
  package let container: String?
  /// What its boxes are called.
  package let known: [String]
  /// The ids of those that may be meant.
  package let meant: [String]
}

/// The boxes in a value, however deep, with the ways to them.
struct NamedBoxes {
  private(set) var ways: [Reference] = []
  /// What they are in, if it is a box.
  let container: Reference?

  /// The boxes in some elements; `container` is the way to what these lie in.
  init(in elements: [Element], along container: Reference?) {
    self.container = container
    add(elements, in: container)
  }

  private mutating func add(_ elements: [Element], in container: Reference?) {
    for element in elements {
      if case .group(let group) = element.kind { add(group.children, in: container) }
      guard !element.attributes.isMark, element.attributes.free != .divider,
        element.attributes.free != .track,
        let own = element.reference
      else { continue }
      let way = container.map { $0[own] } ?? own
      ways.append(way)
      add(own.elementsInside, in: way)
    }
  }

  /// Those that a text may mean: by their ids if there are any, else by what is written on them, else by
  /// what becomes the same id.
  func meant(by name: String) -> [Reference] {
    let text = name.withoutMarkup
    let tests: [(Reference) -> Bool] = [
      { $0.path.last == name },
      { $0.title == text || $0.label?.withoutMarkup == text },
      {
        [$0.path.last, slug($0.title), $0.label.map { slug($0.withoutMarkup) }].contains(slug(text))
      },
    ]
    return tests.lazy.map { ways.filter($0) }.first { !$0.isEmpty } ?? []
  }
}
