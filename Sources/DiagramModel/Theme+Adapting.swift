extension Theme {
  /// Whether it has other colours where people prefer dark pages.
  package var isAdaptive: Bool { text.isAdaptive }

  /// This theme with the colours of another one where people prefer dark pages.
  ///
  /// - Precondition: where one of them has a surface or a chip, the other has one too.
  func adapting(to dark: Theme, named name: String) -> Theme {
    // What lies deeper than all that is listed is like the last two in turn, in both.
    let depths = 0...max(containers.count, dark.containers.count)
    var theme = Theme(
      name: name, background: background.adapting(to: dark.background),
      paintsBackground: paintsBackground, text: text.adapting(to: dark.text),
      mutedText: mutedText.adapting(to: dark.mutedText), leaf: leaf.adapting(to: dark.leaf),
      containers: depths.map { container(depth: $0).adapting(to: dark.container(depth: $0)) },
      muted: muted.adapting(to: dark.muted), outline: outline.adapting(to: dark.outline),
      line: line.adapting(to: dark.line), mutedLine: mutedLine.adapting(to: dark.mutedLine),
      accents: zip(accents, dark.accents).map { $0.adapting(to: $1) })
    theme.chip = chip.adapting(to: dark.chip)
    precondition(paintsBackground == dark.paintsBackground)
    return theme
  }
}

extension Theme.Surface {
  fileprivate func adapting(to dark: Theme.Surface) -> Theme.Surface {
    Theme.Surface(
      fill: fill.adapting(to: dark.fill), stroke: stroke.adapting(to: dark.stroke),
      text: text.adapting(to: dark.text))
  }
}

extension Color? {
  fileprivate func adapting(to dark: Color?) -> Color? {
    precondition((self == nil) == (dark == nil), "only one of two themes has a surface")
    guard let self, let dark else { return nil }
    return self.adapting(to: dark)
  }
}
