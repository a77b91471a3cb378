import DiagramDSL
import DiagramModel

/// Finds the place of boxes that a picture shows without the arrangement in which others have them.
///
/// `Picture("all") { Row { a; b } }` and `Picture("one") { a }` agree: in the second picture `a` stands in
/// the row too. That is so where a picture or a container holds nothing but loose boxes.
struct LooseBoxes {
  /// An arrangement of a picture, and how many others are written before it there.
  private struct Around: Hashable {
    let picture: Int
    let number: Int
    let group: Group
  }

  /// The arrangements around a box inside its container, from the outside in, by its path.
  private var around: [String: [Around]] = [:]

  init(_ series: Series) {
    for (index, picture) in series.pictures.enumerated() {
      var number = 0
      for element in picture.items.compactMap(\.element) {
        note(element, path: "", [], picture: index, &number)
      }
    }
  }

  private mutating func note(
    _ element: Element, path: String, _ outer: [Around], picture: Int, _ number: inout Int
  ) {
    if case .group(let group) = element.kind {
      number += 1
      var shell = group
      shell.children = []
      let own = Around(picture: picture, number: number, group: shell)
      for child in group.children {
        note(child, path: path, outer + [own], picture: picture, &number)
      }
      return
    }
    guard let id = element.path else { return }
    let path = path.isEmpty ? id : "\(path)/\(id)"
    if !outer.isEmpty, around[path] == nil { around[path] = outer }
    guard case .node(let node) = element.kind else { return }
    for child in node.children { note(child, path: path, [], picture: picture, &number) }
  }

  /// What stands directly in a picture or in a container of this path, with the loose boxes in the
  /// arrangements that other pictures have around them.
  func arranged(_ elements: [Element], in path: String) -> [Element] {
    let isLoose = elements.allSatisfy { element in
      if case .group = element.kind { false } else { element.attributes.pin == nil }
    }
    guard isLoose else { return elements }
    return wrapped(
      elements.map { element in
        let id = element.path.map { path.isEmpty ? $0 : "\(path)/\($0)" }
        return (element, id.flatMap { around[$0] } ?? [])
      })
  }

  /// The elements in what is around each, those of one arrangement together.
  private func wrapped(_ elements: [(element: Element, around: [Around])]) -> [Element] {
    var order: [Around] = []
    var members: [Around: [(element: Element, around: [Around])]] = [:]
    var wrapped: [Element?] = []
    var places: [Around: Int] = [:]
    for (element, around) in elements {
      guard let first = around.first else {
        wrapped.append(element)
        continue
      }
      if places[first] == nil {
        order.append(first)
        places[first] = wrapped.count
        wrapped.append(nil)
      }
      members[first, default: []].append((element, Array(around.dropFirst())))
    }
    for first in order {
      var group = first.group
      group.children = self.wrapped(members[first] ?? [])
      if let place = places[first] { wrapped[place] = Element(.group(group)) }
    }
    return wrapped.compactMap(\.self)
  }
}

extension PictureItem {
  /// The element that it is, if it is one.
  var element: Element? { if case .element(let element) = kind { element } else { nil } }
}

extension Element {
  /// The ids of a box; nil for what is none.
  fileprivate var path: String? {
    switch kind {
    case .node(let node): node.reference.path.joined(separator: "/")
    case .component(let component): component.reference.path.joined(separator: "/")
    case .text(let text): text.reference.path.joined(separator: "/")
    case .group, .hint: nil
    }
  }
}
