import DiagramDSL

/// Boxes by the ways of ids to them.
struct BoxIndex {
  /// A box with those around it, from the outside in.
  private typealias Place = [Reference]

  private var places: [String: [Place]] = [:]
  /// The ids of all boxes, each once, in the order of the file.
  private(set) var ids: [String] = []

  /// Adds the boxes of an element, those too that it hides.
  mutating func add(_ element: Element) { add(element, in: []) }

  private mutating func add(_ element: Element, in outer: Place) {
    var place = outer
    if let reference = element.reference, let id = reference.path.last {
      place.append(reference)
      if places[id] == nil { ids.append(id) }
      places[id, default: []].append(place)
    }
    for child in element.inside { add(child, in: place) }
  }

  /// The box at the end of a way of ids, in which containers may be left out; the one whose whole way it is
  /// comes before others.
  func box(at path: [String]) -> Reference? {
    guard let last = path.last, let candidates = places[last] else { return nil }
    let fitting = candidates.compactMap { named(path, in: $0) }
    let whole = candidates.firstIndex { $0.map { $0.path.last ?? "" } == path }
    return whole.flatMap { named(path, in: candidates[$0]) } ?? fitting.first
  }

  /// The way to a box that may lie elsewhere than it says.
  func boxes(of path: [String]) -> Reference? {
    let boxes = path.compactMap { places[$0]?.first?.last }
    guard boxes.count == path.count, let first = boxes.first else { return nil }
    return boxes.dropFirst().reduce(first) { $0[$1] }
  }

  private func named(_ path: [String], in place: Place) -> Reference? {
    var rest = path[...]
    let named = place.dropLast().filter { box in
      guard rest.count > 1, box.path.last == rest.first else { return false }
      rest.removeFirst()
      return true
    }
    guard rest.count == 1, let last = place.last else { return nil }
    return (named + [last]).dropFirst().reduce(named.first ?? last) { $0[$1] }
  }
}

extension Element {
  /// What lies directly in it, seen or hidden.
  fileprivate var inside: [Element] {
    switch kind {
    case .node(let node): node.children + node.hidden
    case .group(let group): group.children
    case .component, .text, .hint: []
    }
  }
}
