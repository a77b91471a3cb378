internal import DiagramXML

/// What makes a drawing of ours known as one after another program saved it without our marks: the
/// ids of its pages, of its cells and of its groups.
///
/// draw.io keeps all of them, also the id of a page whose cells it compresses. The ids that it
/// gives to the first cells of every drawing tell nothing.
package struct DrawingTraces: Hashable, Sendable {
  private var ids: Set<String> = []

  /// The traces in a file of any format; none in one that is not XML.
  package init(in bytes: [UInt8]) {
    guard let root = try? XMLElement.parse(bytes) else { return }
    collect(root)
    if let content = root[attribute: "content"], let drawing = Self.drawing(in: content) {
      collect(drawing)
    }
    ids.subtract([DrawioID.root, DrawioID.layer])
    // One of these two names alone may be anybody's.
    if !ids.isSuperset(of: Self.canvas) { ids.subtract(Self.canvas) }
  }

  /// Whether a file is, or once was, the drawing of which `drawn` are the traces.
  ///
  /// The canvas is enough, whatever else is in the drawing: only we make one.
  package func lead(to drawn: DrawingTraces) -> Bool {
    ids.isSuperset(of: Self.canvas) || !ids.isDisjoint(with: drawn.ids)
  }

  private static let canvas: Set<String> = [DrawioID.canvasLayer, DrawioID.canvas]

  private mutating func collect(_ element: XMLElement) {
    for attribute in element.attributes where ["id", "data-cell-id"].contains(attribute.name) {
      ids.insert(attribute.value)
    }
    for child in element.elements { collect(child) }
  }

  /// The drawing that an SVG carries, in either of the forms in which draw.io writes it as XML.
  private static func drawing(in content: String) -> XMLElement? {
    let bytes = Array(content.utf8)
    return try? XMLElement.parse(bytes.first == UInt8(ascii: "%") ? bytes.percentDecoded : bytes)
  }
}
