package import DiagramModel

/// The icons that a drawing may show: those that come with the language, and packs of its author.
public struct IconLibrary: Sendable {
  /// A pack of an author: what is in its folder, and what was read of it.
  package struct Pack: Sendable {
    package let name: String
    /// The names of all of its icons, for those who mistype one.
    package let names: [String]
    /// What was read, by its name.
    package let icons: [String: Result<IconDrawing, IconProblem>]

    package init(
      name: String, names: [String], icons: [String: Result<IconDrawing, IconProblem>]
    ) {
      self.name = name
      self.names = names
      self.icons = icons
    }
  }

  /// What a name leads to.
  package enum Answer {
    case icon(IconDrawing)
    /// There is none, but these are called nearly so.
    case unknown(near: [String])
    case unreadable(IconProblem)
  }

  private let packs: [Pack]

  /// The icons that come with the language.
  public static let own = IconLibrary(packs: [])

  /// These packs as well; the first of several of one name counts.
  package init(packs: [Pack]) { self.packs = packs }

  /// The icon of a name.
  package func answer(to icon: IconName) -> Answer {
    let pack = packs.first { $0.name == icon.pack }
    switch pack?.icons[icon.base] {
    case .success(let drawing): return .icon(drawing)
    case .failure(let problem): return .unreadable(problem)
    case nil:
      return ownDrawing(of: icon.name).map(Answer.icon) ?? .unknown(near: nearNames(icon, pack))
    }
  }

  /// The icon of a name; nil where there is none that can be drawn.
  package func drawing(of icon: IconName) -> IconDrawing? {
    if case .icon(let drawing) = answer(to: icon) { drawing } else { nil }
  }

  /// The names of the icons that come with the language.
  package static var ownNames: [String] {
    generalIcons.names + kubernetesIcons.names.map { "\(kubernetes)\($0)" }
  }

  private static let kubernetes = "kubernetes/"

  private func ownDrawing(of name: String) -> IconDrawing? {
    name.hasPrefix(Self.kubernetes)
      ? kubernetesIcons.drawing(of: String(name.dropFirst(Self.kubernetes.count)))
      : generalIcons.drawing(of: name)
  }

  /// The nearest names in its pack; where there are none, or no such pack, those in all packs, with their
  /// packs or without.
  private func nearNames(_ icon: IconName, _ pack: Pack?) -> [String] {
    let inPack = pack.map { pack in
      nearest(to: icon.base, among: pack.names).map { "\(pack.name)/\($0)" }
    }
    if let inPack, !inPack.isEmpty { return inPack }
    let all = Self.ownNames + packs.flatMap { pack in pack.names.map { "\(pack.name)/\($0)" } }
    let near = nearest(to: icon.name, among: all)
    if !near.isEmpty { return near }
    // A name without its pack, or with a pack that there is not.
    let wanted = icon.base.lowercased()
    let bases = nearest(to: icon.base, among: all.map { IconName($0).base }).filter { base in
      // Who names no pack means none of another one by a short word that is near by chance.
      icon.pack != nil || base.contains(wanted)
        || editDistance(Array(base.lowercased()), Array(wanted)) * 5 <= wanted.count
    }
    return Array(bases.flatMap { base in all.filter { IconName($0).base == base } }.prefix(3))
  }
}
