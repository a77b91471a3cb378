import DiagramModel
import DiagramXML

extension SceneMore {
  /// Shapes and texts with what a pointer finds there. A link in a text stays the one that is followed
  /// there.
  func around(_ shapes: [XMLElement], _ texts: [XMLElement]) -> [XMLElement] {
    let title = tooltip.map { [XMLElement("title", [], [.text($0)])] } ?? []
    guard let link else { return title + shapes + texts }
    let holdsLink = texts.contains { $0.elements.contains { $0.name == "a" } }
    let linked = holdsLink ? shapes : shapes + texts
    return title
      + [XMLElement("a", [XMLAttribute("href", link)], linked.map(XMLNode.element))]
      + (holdsLink ? texts : [])
  }

  /// The cell in an object that says more of it, as draw.io keeps it: the object has the id and the
  /// text of the cell.
  func around(_ cell: XMLElement) -> XMLElement {
    guard link != nil || tooltip != nil else { return cell }
    var (cell, attributes) = (cell, [XMLAttribute]())
    for (name, own) in [("value", "label"), ("id", "id")] {
      attributes.append(XMLAttribute(own, cell[attribute: name] ?? ""))
      cell.attributes.removeAll { $0.name == name }
    }
    let more = [("link", link), ("tooltip", tooltip)].compactMap { name, value in
      value.map { XMLAttribute(name, $0) }
    }
    return XMLElement(
      "UserObject", [attributes[0]] + more + [attributes[1]], [.element(cell)])
  }
}
