import DiagramModel

extension ChildGraph {
  /// The children beside and below each other in little room, near the shape of a slide.
  ///
  /// With hints, each lies as near to its packed place as they allow.
  func packed() -> [Rect] {
    let spaced = sizes.map {
      Size(width: $0.width + gap.width, height: $0.height + gap.height)
    }
    let origins = RectanglePacking(spacing: 0, aspect: (16, 9)).pack(spaced).origins
    let frames = zip(origins, sizes).map { Rect(origin: $0, size: $1) }
    return graph.hints.isEmpty || hasPins ? frames : settled(frames)
  }
}
