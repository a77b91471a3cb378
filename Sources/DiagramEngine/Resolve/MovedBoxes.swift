import DiagramDSL
import DiagramModel

/// Boxes that seem to move from one container to another between pictures of a series.
///
/// Nothing moves in a series: such a box is drawn at two places, as two boxes of which each picture
/// shows one. A box that some picture shows at both places is really two.
struct MovedBoxes {
  private let series: Series
  private let items: [ResolvedSeries.Item]
  /// One for each box, at its later place.
  private(set) var diagnostics: [Diagnostic] = []

  init(_ series: Series, _ items: [ResolvedSeries.Item]) {
    self.series = series
    self.items = items
    guard series.pictures.count > 1 else { return }
    var boxesOfID: [Substring: [Int]] = [:]
    for item in items.indices where !items[item].id.isEmpty {
      let id = items[item].id.split(separator: "/").last ?? ""
      for other in boxesOfID[id] ?? [] {
        guard let move = move(between: other, item) else { continue }
        diagnostics.append(diagnostic(move))
        break
      }
      boxesOfID[id, default: []].append(item)
    }
  }

  /// A box and where it seems to go.
  private struct Move {
    let from: Int
    let to: Int
    /// The first picture that shows it at the first place, and at the other.
    let before: Int
    let after: Int
  }

  private func move(between one: Int, _ other: Int) -> Move? {
    let (first, second) = (items[one].variants, items[other].variants)
    let isApart = zip(first, second).allSatisfy { $0 == nil || $1 == nil }
    guard items[one].content == items[other].content, isApart,
      let before = first.firstIndex(where: { $0 != nil }),
      let after = second.firstIndex(where: { $0 != nil })
    else { return nil }
    let move =
      before < after
      ? Move(from: one, to: other, before: before, after: after)
      : Move(from: other, to: one, before: after, after: before)
    // It leaves a container that is still open, or comes into one that was open before.
    let leaves = second.indices.contains {
      items[move.to].variants[$0] != nil && isOpen(move.from, $0)
    }
    let comes = first.indices.contains {
      items[move.from].variants[$0] != nil && isOpen(move.to, $0)
    }
    return leaves || comes ? move : nil
  }

  /// Whether a picture shows what is inside the container of a box.
  private func isOpen(_ box: Int, _ picture: Int) -> Bool {
    guard let container = items.closestBox(around: box) else { return true }
    return items[container].variants[picture]?.isFilled ?? false
  }

  private func diagnostic(_ move: Move) -> Diagnostic {
    let (from, to) = (place(move.from, in: move.before), place(move.to, in: move.after))
    let origin = items[move.to].variants[move.after]?.attributes.origin
    let earlier = items[move.from].variants[move.before]?.attributes.origin
    let (before, after) = (series.pictures[move.before], series.pictures[move.after])
    let name = items[move.to].variants[move.after]?.text ?? ""
    let id = String(items[move.to].id.split(separator: "/").last ?? "")
    let container = items[move.to].id.dropLast(id.count)
    let own = numbered(shortened(id)) { id in items.contains { $0.id == "\(container)\(id)" } }
    return Diagnostic(
      .movedBox, "\(quoted(name)) is drawn at two places: \(from), and \(to)",
      at: origin ?? after.origin,
      hints: [
        "if it is one box, let it lie in one container in both pictures: nothing moves in a series",
        "or draw both, each in a series: put picture \(quoted(after.name)) into a "
          + "`Series(\(literal("\(series.path)-\(slug(after.name))")))`",
        "if they are two boxes, give one of them an id of its own: `.id(\(literal(own)))`",
      ],
      notes: [
        .init(from, at: earlier == origin ? before.origin : earlier ?? before.origin),
        .init(to, at: after.origin),
      ])
  }

  private func place(_ box: Int, in picture: Int) -> String {
    let name = quoted(series.pictures[picture].name)
    guard let container = items.closestBox(around: box) else {
      return "directly in picture \(name)"
    }
    let text = items[container].variants[picture]?.text ?? items[container].shown[0].text
    return "in \(quoted(text)) in picture \(name)"
  }
}
