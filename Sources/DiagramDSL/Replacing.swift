extension Modifiable where ChangedItem: Container {
  /// A copy with one of the boxes inside, however deep, replaced by a changed copy of that box; the
  /// same if there is none of that id inside.
  ///
  /// `worker.replacing(with: kubelet.accent())` highlights the kubelet in one picture.
  public func replacing(with changed: some Content & Referable) -> ChangedCopy {
    replacing(with: [changed])
  }

  /// A copy with several of the boxes inside, however deep, replaced by changed copies of them.
  ///
  /// `Row { a; b; c }.replacing(with: [a.accent(), b.muted()])`
  public func replacing(with changed: [any Content & Referable]) -> ChangedCopy {
    replacing(with: changed.flatMap(\.contentElements))
  }

  /// The same with boxes of any kind; what is none replaces nothing.
  package func replacing(with changed: [Element]) -> ChangedCopy {
    changing { item in
      for box in changed {
        guard let id = box.ownID else { continue }
        item.changeContent { $0.replacing([id], with: [box]) }
      }
    }
  }
}

extension Element {
  /// The way to it, by its own id; `nil` for a group or a hint.
  package var reference: Reference? {
    switch kind {
    case .node(let node): node.reference
    case .component(let component): component.reference
    case .text(let text): text.reference
    case .group, .hint: nil
    }
  }

  /// The id that it has in its container; `nil` for a group or a hint.
  var ownID: String? {
    switch kind {
    case .node(let node): node.reference.path.last
    case .component(let component): component.reference.path.last
    case .text(let text): text.reference.path.last
    case .group, .hint: nil
    }
  }

  /// The id of the first box in it, or of itself.
  var firstID: String? {
    if case .group(let group) = kind { return group.children.lazy.compactMap(\.firstID).first }
    return ownID
  }

  fileprivate func replacing(_ target: [String], with content: [Element]) -> Element {
    if let ownID, target == [ownID] { return content.first ?? self }
    switch kind {
    case .node(let node):
      return Element(.node(node.changing { $0.replaceContent(target, with: content) }))
    case .group(var group):
      group.children = group.children.map { $0.replacing(target, with: content) }
      return Element(.group(group))
    case .component, .text, .hint:
      return self
    }
  }
}

extension Container {
  fileprivate mutating func replaceContent(_ target: [String], with content: [Element]) {
    changeContent { $0.replacing(target, with: content) }
  }
}
