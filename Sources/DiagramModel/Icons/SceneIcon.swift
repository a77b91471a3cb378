extension SceneShape {
  /// How many places there are in a unit, for paths that are fine.
  package static let finesse = 100

  /// The path as straight lines, in units.
  package var polylines: [[ExactPoint]] {
    guard isFine else { return path.polylines }
    let finesse = Double(Self.finesse)
    return path.polylines.map { line in
      line.map { ExactPoint(x: $0.x / finesse, y: $0.y / finesse) }
    }
  }

  /// The same shape so many units further right and down.
  package func moved(to offset: Point) -> SceneShape {
    var shape = self
    let factor = isFine ? Self.finesse : 1
    shape.path = path.moved(to: Point(x: offset.x * factor, y: offset.y * factor))
    return shape
  }
}

extension SceneBox {
  /// An icon, as a part of a box.
  package init(icon: IconDrawing, id: String, parent: String?, frame: Rect, inks: IconInks) {
    self.init(
      id: id, parent: parent, frame: icon.image == nil ? frame : icon.fitted(in: frame),
      shape: .none, radius: 0, paint: .invisible, text: nil, isContainer: false)
    kind = "icon"
    drawioStyle = nil
    shapes = icon.shapes(in: frame, inks)
    image = icon.image
  }
}
