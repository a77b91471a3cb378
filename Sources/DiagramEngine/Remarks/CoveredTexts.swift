import DiagramAlgorithms
import DiagramDSL
import DiagramModel

extension PlacedSeries {
  /// The texts that something covers which lies on a box: one for each of both, with the first picture that shows
  /// it.
  func coveredTexts(in scenes: [Scene]) -> [Diagnostic] {
    let resolved = measured.resolved
    let laid = resolved.items.indices.filter { resolved.items[$0].on != nil }
    guard !laid.isEmpty else { return [] }
    let numbers = Dictionary(
      resolved.items.enumerated().compactMap { $1.id.isEmpty ? nil : ($1.id, $0) }
    ) { first, _ in first }
    var told: Set<[Int]> = []
    var found: [Diagnostic] = []
    for (picture, scene) in scenes.enumerated() {
      let boxes = scene.elements.compactMap { element -> (item: Int, box: SceneBox)? in
        guard case .box(let box) = element else { return nil }
        return numbers[box.id].map { ($0, box) }
      }
      for (place, cover) in boxes.enumerated() where !cover.box.shapes.isEmpty {
        guard
          let ground = laid.last(where: { resolved.items.outwards(from: cover.item).contains($0) })
        else { continue }
        for under in boxes[..<place] {
          guard let text = under.box.text?.frame,
            !resolved.items.outwards(from: under.item).contains(ground),
            cover.box.covered.contains(where: { $0.insetBy(1).intersects(text) }),
            told.insert([cover.item, under.item]).inserted
          else { continue }
          found.append(covered(under.item, by: cover.item, laid: ground, in: picture))
        }
      }
    }
    return found
  }

  private func covered(_ text: Int, by cover: Int, laid: Int, in picture: Int) -> Diagnostic {
    let items = measured.resolved.items
    let name = items[text].variants[picture]?.text.onOneLine ?? ""
    let on = items[laid].shown.lazy.compactMap(\.attributes.on).first
    return Diagnostic(
      .coveredText,
      "\(quoted(items[cover].id)) covers the text of \(quoted(name)) in picture "
        + quoted(measured.resolved.pictures[picture].name),
      at: on?.origin ?? items[cover].shown[0].attributes.origin,
      hints: ["move it: write other shares for x and y"]
        + (items[text].movesText.map { ["or move the text: \($0)"] } ?? []),
      notes: items[text].variants[picture].map {
        [.init("the text", at: $0.attributes.origin)]
      } ?? [])
  }
}

extension ResolvedSeries.Item {
  /// How its author moves its text, if it can be moved.
  fileprivate var movesText: String? {
    switch content {
    case .box(.node): isCode ? nil : "`.title(.bottom)`"
    case .box(.component): "`.textPosition(.bottom)`"
    case .box(.text), .group: nil
    }
  }
}

extension SceneBox {
  /// What it hides of what is under it: all of its surface, or, of one without a surface, its lines and its text.
  fileprivate var covered: [Rect] {
    guard kind == "divider" else { return [frame] }
    let isUpright = frame.size.height > frame.size.width
    let line =
      isUpright
      ? Rect(x: frame.midX - 1, y: frame.minY, width: 3, height: frame.size.height)
      : Rect(x: frame.minX, y: frame.midY - 1, width: frame.size.width, height: 3)
    return [line] + (text.map { [$0.frame] } ?? [])
  }
}
