import DiagramDSL
import DiagramModel

/// Which trunks have one text: it is drawn once, where all arrows are one line.
///
/// An author who writes one text on a fan with a trunk means the trunk, not each of its arrows.
struct TrunkLabels: Sendable {
  /// For each arrow the one in whose place the text of its trunk lies, nil if it has a text of its own.
  private(set) var carriers: [Int?] = []
  private var shown: [[Bool]] = []

  /// No trunk has a text.
  init() {}

  /// Looks for trunks all of whose arrows say the same in every picture.
  init(_ series: ResolvedSeries) {
    carriers = series.arrows.map { _ in nil }
    shown = series.arrows.map { $0.variants.map { $0 != nil } }
    let groups = Dictionary(grouping: series.arrows.indices) { series.trunks[$0] ?? -1 }
    for (trunk, members) in groups where trunk >= 0 && members.count > 1 {
      guard Self.haveOneText(members.map { series.arrows[$0] }) else { continue }
      for member in members { carriers[member] = members[0] }
    }
  }

  private static func haveOneText(_ arrows: [ResolvedSeries.UnitedArrow]) -> Bool {
    arrows[0].variants.indices.allSatisfy { picture in
      let shown = arrows.compactMap { $0.variants[picture] }
      return shown.allSatisfy {
        $0.sharedTrunk != nil && $0.label != nil && $0.label?.text == shown[0].label?.text
          && $0.attributes.badge == nil && !$0.isBlock
      }
    }
  }

  /// The arrow that shows the text of a trunk in a picture: the first that the picture shows.
  func writer(for carrier: Int, in picture: Int) -> Int {
    carriers.indices.first { carriers[$0] == carrier && shown[$0][picture] } ?? carrier
  }
}
