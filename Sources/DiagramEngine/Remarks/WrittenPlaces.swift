import DiagramDSL
import DiagramIcons
import DiagramModel
import DiagramRender

/// Where in the code each element of a picture is written.
struct WrittenPlaces {
  private let scene: Scene
  private let picture: Origin
  /// By the ids of elements; what is drawn for another thing has none of its own.
  private var known: [String: Origin] = [:]

  /// `scene` is what the picture `index` of the series became.
  init(_ placed: PlacedSeries, _ scene: Scene, _ index: Int, of picture: Picture) {
    self.scene = scene
    self.picture = picture.origin
    let resolved = placed.measured.resolved
    for item in resolved.items where !item.id.isEmpty {
      known[item.id] = item.variants[index]?.attributes.origin
    }
    for arrow in resolved.arrows {
      known[arrow.id] = arrow.variants[index]?.attributes.origin ?? known[arrow.id]
    }
    if resolved.annotations.indices.contains(index) {
      for annotation in resolved.annotations[index] {
        known["!\(annotation.id)"] = annotation.annotation.attributes.origin
      }
    }
    let builder = SceneBuilder(placed: placed, picture: index, theme: .dark, icons: .own)
    known.merge(builder.sequenceOrigins()) { first, _ in first }
  }

  /// The place of every element, by the id that it has in files, in the order of painting.
  var all: [PictureFacts.Place] {
    let parents = Dictionary(scene.elements.map { ($0.id, $0.parent) }) { first, _ in first }
    return scene.elements.map { element in
      PictureFacts.Place(id: cellID(of: element.id), origin: origin(of: element.id, parents))
    }
  }

  /// The place of an element: its own, else of what it is a part of by its id, else of what it lies in.
  private func origin(of id: String, _ parents: [String: String?]) -> Origin {
    var next: String? = id
    while let id = next {
      if let origin = known[id] { return origin }
      // `web!badge` is a part of `web`; `!legend` of nothing.
      var whole = id[...]
      while let mark = whole.lastIndex(of: "!"), mark > whole.startIndex {
        whole = whole[..<mark]
        if let origin = known[String(whole)] { return origin }
      }
      next = parents[id] ?? nil
    }
    return picture
  }
}
