import DiagramDSL
import DiagramEngine
import DiagramModel
import DiagramRender
import DiagramXML
import TestSupport
import Testing

/// Groups of an SVG lie in each other, and everything is painted when it was its turn.
@Suite struct PaintOrderTests {
  @Test(arguments: features.indices)
  func groupsArePaintedInTheOrderOfTheScene(series: Int) throws {
    for scene in try features[series].scenes(in: .dark) { try check(scene) }
  }

  @Test(arguments: UInt64(0)..<60)
  func soItIsInRandomPictures(seed: UInt64) throws {
    for scene in try RandomScenes.drawn(seed: seed).scenes { try check(scene) }
  }

  private func check(_ scene: Scene) throws {
    let root = try XMLElement.parse(try SVGRenderer.render(SceneDocuments(scene)))
    var parents: [String: String?] = [:]
    for case .box(let box) in scene.elements { parents[box.id] = box.parent }
    var found: [(id: String, parent: String?)] = []
    func collect(_ element: XMLElement, _ parent: String?) {
      for child in element.elements where child.name == "g" {
        let id = child[attribute: "data-cell-id"]
        if let id { found.append((id, parent)) }
        collect(child, id ?? parent)
      }
    }
    collect(root, nil)
    #expect(found.map(\.id) == scene.elements.map { cellID(of: $0.id) }, "\(scene.path)")
    // The boxes whose groups nothing else was painted behind.
    var open: Set<String> = []
    for (element, place) in zip(scene.elements, found) {
      guard case .box(let box) = element else {
        #expect(place.parent == nil)
        continue
      }
      let holders = Set(sequence(first: box.id) { parents[$0] ?? nil })
      open = open.intersection(holders).union([box.id])
      #expect(place.parent == nil || place.parent == box.parent.map(cellID(of:)))
      // What a container holds is in its group, but what lies on others is painted behind them.
      let isThing =
        (box.meaning.role == .thing || box.meaning.role == .place)
        && (box.parent.map(open.contains) ?? true)
      #expect(!isThing || place.parent == box.parent.map(cellID(of:)), "\(scene.path): \(box.id)")
    }
  }
}
