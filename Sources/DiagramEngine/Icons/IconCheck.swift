package import DiagramDSL
import DiagramIcons
package import DiagramModel

extension Series {
  /// The icons that its pictures show, each once, in the order in which they are written.
  package var iconNames: [IconName] { each(pictures.flatMap(\.iconUses).map(\.name)) }

  /// What is wrong with its icons and badges.
  func iconDiagnostics(_ library: IconLibrary) -> [Diagnostic] {
    let unknown = pictures.flatMap(\.iconUses).compactMap { use in
      library.diagnostic(of: use.name, at: use.origin)
    }
    return each(unknown) + pictures.flatMap(\.allAttributes).flatMap { $0.markDiagnostics }
  }
}

extension Picture {
  /// The attributes of all elements and arrows, in their order.
  fileprivate var allAttributes: [Attributes] {
    items.flatMap { item -> [Attributes] in
      switch item.kind {
      case .element(let element): element.allAttributes
      case .arrow(let arrow): [arrow.attributes]
      case .state: []
      case .annotation(let annotation): [annotation.attributes]
      case .legend(let legend): legend.samples.compactMap(\.attributes)
      }
    }
  }

  /// The icons that it shows, with where they are written.
  fileprivate var iconUses: [(name: IconName, origin: Origin)] {
    allAttributes.flatMap { attributes in
      ((attributes.icon.map { [$0.name] } ?? []) + attributes.corners.map(\.name))
        .map { ($0, attributes.origin) }
    }
  }
}

extension LegendSample {
  fileprivate var attributes: Attributes? {
    if case .box(_, let attributes) = look { attributes } else { nil }
  }
}

extension Element {
  fileprivate var allAttributes: [Attributes] {
    switch kind {
    case .node(let node): [node.attributes] + node.children.flatMap(\.allAttributes)
    case .group(let group): group.children.flatMap(\.allAttributes)
    case .component(let component): [component.attributes]
    case .text(let text): [text.attributes]
    case .hint: []
    }
  }
}

extension Attributes {
  fileprivate var markDiagnostics: [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if let size = icon?.size, !IconMetrics.sizes.contains(size) {
      diagnostics.append(
        Diagnostic(
          .iconSize, "an icon of \(size) units cannot be drawn", at: origin,
          hints: [
            "write a size from \(IconMetrics.sizes.lowerBound) to \(IconMetrics.sizes.upperBound)"
          ]
        ))
    }
    guard let badge else { return diagnostics }
    if let diagnostic = characterDiagnostic(badge, origin, "a badge") {
      diagnostics.append(diagnostic)
    }
    if badge.allSatisfy(\.isWhitespace) || badge.contains(where: \.isNewline)
      || badge.unicodeScalars.count > IconMetrics.badgeLength
    {
      diagnostics.append(
        Diagnostic(
          .badgeText, "the badge \(quoted(badge)) is no short word", at: origin,
          hints: ["write one line of 1 to \(IconMetrics.badgeLength) characters"]))
    }
    return diagnostics
  }
}

extension IconLibrary {
  /// What is wrong with an icon, if something is.
  fileprivate func diagnostic(of icon: IconName, at origin: Origin) -> Diagnostic? {
    switch answer(to: icon) {
    case .icon: return nil
    case .unknown(let near):
      let hint =
        near.isEmpty
        ? "the icons are listed in Documentation/icons.md; those of a folder are named by "
          + "--icons NAME=FOLDER"
        : "did you mean \(list(near.map { quoted($0) }, "or"))?"
      return Diagnostic(
        .unknownIcon, "there is no icon \(quoted(icon.name))", at: origin, hints: [hint])
    case .unreadable(let problem):
      return Diagnostic(
        .unreadableIcon, "the icon \(quoted(icon.name)) cannot be shown: \(problem)", at: origin,
        hints: ["put another file into its folder, or choose another icon"])
    }
  }
}
