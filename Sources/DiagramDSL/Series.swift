/// Pictures that belong together: they share one geometry and one canvas, so nothing moves from one
/// to the next.
///
/// Mistakes in it are ``Diagnostic``s with their file and line, all told at once when it is drawn.
public struct Series: Hashable, Sendable {
  /// The folder of the pictures, below the output folder: `chapter/section`.
  public let path: String
  /// The room that its pictures have on a slide.
  package let slide: Slide
  package let pictures: [Picture]
  package let origin: Origin

  /// The pictures of a story, in its order, one at least.
  ///
  /// `slide` is the room that they have on a slide of 1920×1080 pixels, all of it unless given: their
  /// natural size fills it, so that they need no width where they are shown, and their shape is near to its.
  public init(
    _ path: String, slide: Slide = .full, file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column,
    @SeriesBuilder pictures: () -> [Picture]
  ) {
    self.init(
      path, slide: slide, pictures(), at: Origin(file: file, line: line, column: column))
  }

  package init(_ path: String, slide: Slide, _ pictures: [Picture], at origin: Origin) {
    self.path = path
    self.slide = slide
    self.pictures = pictures
    self.origin = origin
  }
}

/// One picture of a series, one file in each format.
public struct Picture: Hashable, Sendable {
  package let name: String
  package let title: String?
  package let items: [PictureItem]
  /// What it changes of its boxes, in this order.
  package var states: [PictureState] = []
  /// What stands above and below the drawing.
  package var heading: String?
  package var caption: String?
  package let origin: Origin

  /// A picture with the name of its file, without an extension, and what it shows, one box at least.
  ///
  /// No other picture of the series has its name, in whatever case.
  /// Its title is what it is called where it cannot be seen; its heading or name if `nil`.
  public init(
    _ name: String, title: String? = nil, file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column,
    @PictureBuilder content: () -> [PictureItem]
  ) {
    self.init(
      name, title: title, content(), at: Origin(file: file, line: line, column: column))
  }

  package init(_ name: String, title: String?, _ content: [PictureItem], at origin: Origin) {
    self.name = name
    self.title = title
    items = content.filter { $0.state == nil }
    states = content.compactMap(\.state)
    self.origin = origin
  }
}

extension Picture {
  /// A copy with a heading above the drawing; with none if `nil`. All pictures of the series have the room
  /// for it.
  public func heading(_ text: String?) -> Picture {
    var picture = self
    picture.heading = text
    return picture
  }

  /// A copy with a caption below the drawing; with none if `nil`. All pictures of the series have the room
  /// for it.
  public func caption(_ text: String?) -> Picture {
    var picture = self
    picture.caption = text
    return picture
  }
}

/// What stands directly in a picture: content, an arrow, or what it changes of its boxes.
public struct PictureItem: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case element(Element)
    case arrow(Arrow)
    case state(PictureState)
    case annotation(Annotation)
    case legend(Legend)
  }

  package private(set) var kind: Kind

  package init(_ kind: Kind) { self.kind = kind }

  /// What it changes of other boxes, if it is nothing to see itself.
  fileprivate var state: PictureState? {
    if case .state(let state) = kind { state } else { nil }
  }
}

extension PictureItem: Filled {
  /// What the modifiers change in a copy.
  public var attributes: Attributes {
    get {
      switch kind {
      case .element(let element): element.attributes
      case .arrow(let arrow): arrow.attributes
      case .state(let state): Attributes(shape: .none, origin: state.origin)
      case .annotation(let annotation): annotation.attributes
      case .legend(let legend): Attributes(shape: .none, origin: legend.origin)
      }
    }
    set {
      switch kind {
      case .element(let element):
        kind = .element(element.changing { $0.attributes = newValue })
      case .arrow(let arrow): kind = .arrow(arrow.changing { $0.attributes = newValue })
      case .state, .legend: break
      case .annotation(var annotation):
        annotation.attributes = newValue
        kind = .annotation(annotation)
      }
    }
  }
}
