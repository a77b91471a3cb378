import DiagramDSL

/// What a text is for; it decides its size and where it breaks.
enum TextRole {
  case leaf, title, note, label
  /// Above and below the drawing of a picture.
  case heading, caption
  /// The title of a container beside its content.
  case side

  init(of kind: Reference.Kind, _ variant: ResolvedSeries.Variant) {
    self =
      switch kind {
      case .text: .note
      case .node: variant.attributes.titlePosition == .left ? .side : .title
      case .component: .leaf
      }
  }

  /// In units for an em.
  var fontSize: Int {
    switch self {
    case .leaf, .side: 20
    case .note: 18
    case .title: 17
    case .label, .caption: 16
    case .heading: 24
    }
  }

  /// Of the smaller lines below a title, in units for an em.
  var smallSize: Int {
    switch self {
    case .leaf, .side: 15
    case .note, .title, .label, .heading, .caption: 14
    }
  }

  /// The width at which lines break; a word that cannot be broken well may be wider.
  var maximumWidth: Int {
    switch self {
    case .leaf, .label, .side: 180
    case .title, .note: 320
    case .heading, .caption: 640
    }
  }

  /// The width up to which a box grows for such a word: it holds German words of 37 letters.
  static let maximumWordWidth = 400
}
