/// Stands in a picture and explains what its colours, dashes and heads mean.
///
/// ```swift
/// (web --> queue).dashed().means("asynchronous")
/// Legend()
/// ```
/// It lists what the boxes and arrows of the picture are said to mean, and samples that it is given. It
/// lies where there is room, at one place in all pictures of a series.
public struct Legend: PictureContent, Hashable, Sendable {
  package let title: String?
  package let samples: [LegendSample]
  package let origin: Origin

  /// A legend with a title or without, and samples before what elements of the picture mean.
  public init(
    _ title: String? = nil, file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column, @LegendBuilder samples: () -> [LegendSample] = { [] }
  ) {
    self.init(title, samples(), at: Origin(file: file, line: line, column: column))
  }

  /// The legend itself.
  public var pictureItems: [PictureItem] { [PictureItem(.legend(self))] }

  package init(_ title: String?, _ samples: [LegendSample], at origin: Origin) {
    self.title = title
    self.samples = samples
    self.origin = origin
  }
}

/// What a legend shows of one look, and what it says of it.
public struct LegendSample: Hashable, Sendable {
  package enum Look: Hashable, Sendable {
    case box(Reference.Kind, Attributes)
    case line(Arrow)
  }

  package let text: String
  package let look: Look

  package init(text: String, look: Look) {
    self.text = text
    self.look = look
  }
}

/// An arrow in a `Legend { … }`: `ArrowSample("asynchronous").dashed()`.
public struct ArrowSample: Modifiable, Hashable, Sendable {
  private let text: String
  private var arrow: Arrow

  /// A sample with what arrows like it mean; all modifiers of arrows change it.
  public init(
    _ text: String, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) {
    self.text = text
    let end = Spot("sample", file: file, line: line, column: column)
    arrow = end --> end
  }

  /// A changed copy.
  public func changing(_ change: (inout Arrow) -> Void) -> ArrowSample {
    var copy = self
    change(&copy.arrow)
    return copy
  }

  /// What the legend shows.
  var sample: LegendSample { LegendSample(text: text, look: .line(arrow)) }
}

extension Modifiable where ChangedItem: Labelled {
  /// A copy whose look the `Legend()` of a picture explains with this text; with none if `nil`.
  public func means(_ text: String?) -> ChangedCopy { changing { $0.attributes.meaning = text } }
}

/// Collects the samples of a ``Legend``.
@resultBuilder
public enum LegendBuilder: ListBuilder {
  /// What it collects.
  public typealias Part = LegendSample

  /// A box that looks as those that its text is about.
  public static func buildExpression(_ content: some Content) -> [LegendSample] {
    content.contentElements.flatMap(\.samples)
  }
  /// Several of different kinds.
  public static func buildExpression(_ contents: [any Content]) -> [LegendSample] {
    contents.flatMap(\.contentElements).flatMap(\.samples)
  }
  /// An arrow.
  public static func buildExpression(_ arrow: ArrowSample) -> [LegendSample] { [arrow.sample] }
  /// Several arrows.
  public static func buildExpression(_ arrows: [ArrowSample]) -> [LegendSample] {
    arrows.map(\.sample)
  }
  /// Tells what to write instead.
  @available(
    *, unavailable, message: "a legend shows how arrows look: write ArrowSample(\"text\").dashed()"
  )
  public static func buildExpression(_ arrows: some ArrowContent) -> [LegendSample] { [] }
  /// Tells what to write instead.
  @available(
    *, unavailable,
    message:
      "write Component(\"…\") for a box or ArrowSample(\"…\") for an arrow, in the style that it explains"
  )
  public static func buildExpression(_ text: String) -> [LegendSample] { [] }
}

extension Element {
  /// Its boxes as samples, each with its own text.
  package var samples: [LegendSample] {
    switch kind {
    case .node(let node):
      [LegendSample(text: node.attributes.label ?? node.title, look: .box(.node, node.attributes))]
    case .component(let component):
      [
        LegendSample(
          text: component.attributes.label ?? component.title,
          look: .box(.component, component.attributes))
      ]
    case .text(let text):
      [LegendSample(text: text.attributes.label ?? text.title, look: .box(.text, text.attributes))]
    case .group(let group): group.children.flatMap(\.samples)
    case .hint: []
    }
  }
}
