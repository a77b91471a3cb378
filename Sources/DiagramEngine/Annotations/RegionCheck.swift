import DiagramDSL
import DiagramGraph
import DiagramModel

/// Finds regions that lie around boxes which they do not name: such a picture says something else than its author.
struct RegionCheck {
  /// One for each region of that kind, in the order of the pictures.
  private(set) var diagnostics: [Diagnostic] = []
  private let placed: PlacedSeries

  private var resolved: ResolvedSeries { placed.measured.resolved }

  init(_ placed: PlacedSeries) {
    self.placed = placed
    var told: Set<String> = []
    for picture in resolved.pictures.indices {
      let notes = zip(resolved.annotations[picture], placed.overlays.notes[picture])
      for (united, shape) in notes where united.annotation.kind == .region {
        let others = foreign(in: shape.frameOfOutline, united.boxes, picture)
        guard !others.isEmpty, told.insert(united.id).inserted else { continue }
        diagnostics.append(diagnostic(united.annotation, around: others))
      }
    }
  }

  /// The boxes with nothing inside that lie in a frame with their middle, and that a region neither names nor has the
  /// container of.
  private func foreign(in frame: Rect, _ named: [Int], _ picture: Int) -> [Int] {
    let holders = Set(resolved.items.compactMap(\.parent))
    return resolved.items.indices.filter { item in
      guard case .box = resolved.items[item].content, !holders.contains(item),
        resolved.items[item].variants[picture] != nil, resolved.items[item].free == nil,
        frame.contains(placed.layout.frames[item].center)
      else { return false }
      return !sequence(first: item) { resolved.items[$0].parent }.contains(where: named.contains)
    }
  }

  private func diagnostic(_ annotation: Annotation, around others: [Int]) -> Diagnostic {
    let text = annotation.attributes.label?.withoutMarkup.onOneLine ?? ""
    let names = others.prefix(6).map { quoted(resolved.items[$0].shown.first?.text ?? "") }
    let isOne = others.count == 1
    return Diagnostic(
      .regionAroundOthers,
      "the region \(text.isEmpty ? "" : quoted(text) + " ")also lies around "
        + list(Array(names) + (others.count > 6 ? ["others"] : []), "and")
        + ", which it does not name",
      at: annotation.attributes.origin,
      hints: [
        "name \(isOne ? "it" : "them") too, or put those that it names side by side, "
          + "without others between: `Column { a; b }`"
      ],
      notes: others.prefix(1).map {
        .init("a box that it does not name", at: resolved.items[$0].shown[0].attributes.origin)
      })
  }
}

extension AnnotationShape {
  /// The frame of the outline of a region.
  fileprivate var frameOfOutline: Rect {
    outline.bounds ?? bounds
  }
}
