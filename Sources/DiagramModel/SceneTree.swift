/// An element of a scene with what lies in it.
package struct SceneNode: Hashable, Sendable {
  package let element: SceneElement
  /// In the order of the scene.
  package let children: [SceneNode]
}

extension Scene {
  /// The elements as a tree: what lies in no box, each with what lies in it, in the order of the scene.
  ///
  /// The order of ``elements`` is that of painting, in which lines lie above all boxes; this one is that in
  /// which a person reads, and in which editors hold boxes.
  /// - Precondition: ids are unique, and a box stands before what lies in it.
  /// - Complexity: O(*elements*).
  package var roots: [SceneNode] {
    var ids: Set<String> = []
    var boxes: Set<String> = []
    var children: [String?: [SceneElement]] = [:]
    for element in elements {
      precondition(
        ids.insert(element.id).inserted, "two elements of '\(path)' have the id '\(element.id)'")
      precondition(
        element.parent.map(boxes.contains) ?? true,
        "'\(element.id)' of '\(path)' stands before its parent")
      if case .box(let box) = element { boxes.insert(box.id) }
      children[element.parent, default: []].append(element)
    }
    func nodes(in parent: String?) -> [SceneNode] {
      (children[parent] ?? []).map { element in
        // An arrow may be called like a box: it holds nothing.
        guard case .box = element else { return SceneNode(element: element, children: []) }
        return SceneNode(element: element, children: nodes(in: element.id))
      }
    }
    return nodes(in: nil)
  }
}
