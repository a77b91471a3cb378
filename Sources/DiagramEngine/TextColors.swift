import DiagramModel

/// The colours of a text and its runs on one ground.
struct TextColors {
  let theme: Theme
  /// Of the text around the runs.
  let text: Color
  /// What the text lies on.
  let ground: Color
  /// Whether the text steps back, with all that is in it.
  let isMuted: Bool
  /// What some of its lines lie on instead.
  var stripe: Color? = nil

  /// The colour of a run, as near to that of the theme as can be read on the ground.
  func color(of style: TextStyle, usual: Color) -> Color {
    guard !isMuted, let wished = wished(style) else { return usual }
    return wished.seen(on: [ground, stripe].compactMap(\.self), as: .text, towards: text)
  }

  /// Of smaller lines below a title.
  var quiet: Color {
    text.mixed(with: ground, 1, of: 4).seen(on: [ground], as: .text, towards: text)
  }

  private func wished(_ style: TextStyle) -> Color? {
    switch style.tint {
    case .accent(let accent): theme.surface(of: accent).stroke
    case .muted: theme.mutedText
    case .token(let token): theme.color(of: token)
    case nil: style.link == nil ? nil : theme.surface(of: .primary).stroke
    }
  }
}
