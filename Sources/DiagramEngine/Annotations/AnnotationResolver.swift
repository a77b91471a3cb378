package import DiagramDSL
import DiagramModel

extension ResolvedSeries {
  /// What a picture says of boxes.
  package struct UnitedAnnotation: Sendable {
    package let id: String
    package let annotation: Annotation
    package let boxes: [Int]
  }

  /// The ids of all that is said of boxes, each once: its place is its number.
  var noteIDs: [String] { each(annotations.joined().map(\.id)) }
}

/// Finds the boxes that annotations speak of, picture by picture.
struct AnnotationResolver {
  /// For each picture, in the written order.
  private(set) var annotations: [[ResolvedSeries.UnitedAnnotation]] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ finder: BoxFinder) {
    for (index, picture) in finder.series.pictures.enumerated() {
      var found: [ResolvedSeries.UnitedAnnotation] = []
      for item in picture.items {
        guard case .annotation(let annotation) = item.kind else { continue }
        check(annotation)
        let meant = annotation.boxes.compactMap { box(of: $0, annotation, index, finder) }
        guard meant.count == annotation.boxes.count, !meant.isEmpty else { continue }
        // Several boxes that a collapsed container hides are one.
        let boxes = each(meant)
        if annotation.kind == .zoom, boxes.count == 1 { continue }
        // Its kind, its boxes, and, where that is not enough, its number.
        let name = ([annotation.kind.rawValue] + boxes.map { finder.items[$0].id })
          .joined(separator: "!")
        let id = numbered(name) { id in found.contains { $0.id == id } }
        let isFirst = !found.contains { $0.id == name }
        found.append(
          ResolvedSeries.UnitedAnnotation(
            id: isFirst ? name : id, annotation: annotation, boxes: boxes))
      }
      annotations.append(found)
    }
  }

  private mutating func box(
    of reference: Reference, _ annotation: Annotation, _ picture: Int, _ finder: BoxFinder
  ) -> Int? {
    do {
      return try finder.box(
        BoxFinder.Request(
          reference: reference, picture: picture, user: .change,
          origin: annotation.attributes.origin))
    } catch {
      if let diagnostic = error.diagnostic { diagnostics.append(diagnostic) }
      return nil
    }
  }

  private mutating func check(_ annotation: Annotation) {
    let origin = annotation.attributes.origin
    if let text = annotation.attributes.label {
      diagnostics += Markup(text).diagnostics(at: origin)
    }
    guard annotation.boxes.isEmpty else { return }
    diagnostics.append(
      Diagnostic(
        .annotationWithoutBoxes, "a \(annotation.kind.rawValue) speaks of no box", at: origin,
        hints: ["name a box at least: `Brace(\"three\", over: a, b)`"]))
  }
}
