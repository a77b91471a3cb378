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

  /// The nearest names in its pack, or in all of them, where there is no such pack.
  private func nearNames(_ icon: IconName, _ pack: Pack?) -> [String] {
    if let pack { return nearest(to: icon.base, among: pack.names).map { "\(pack.name)/\($0)" } }
    let near = nearest(to: icon.name, among: Self.ownNames)
    if !near.isEmpty { return near }
    // A name without its pack, or with a pack that there is not.
    let bases = Self.ownNames.filter { IconName($0).base == icon.base }
    let inPacks = packs.flatMap { pack in
      pack.names.contains(icon.base) ? ["\(pack.name)/\(icon.base)"] : []
    }
    return Array((bases + inPacks).prefix(3))
  }
}
