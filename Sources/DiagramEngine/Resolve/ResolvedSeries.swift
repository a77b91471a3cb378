package import DiagramDSL
import DiagramModel

/// A series whose pictures have been united: every box once, every reference an index.
package struct ResolvedSeries: Sendable {
  package let path: String
  package let pictures: [ResolvedPicture]
  /// Boxes and groups; a parent stands before its children, and siblings are in one order that
  /// suits every picture.
  package let items: [Item]
  package let arrows: [UnitedArrow]
  /// For each arrow the number of the trunk that it shares with others, `nil` if it has none.
  package let trunks: [Int?]
  /// The room that the pictures have on a slide.
  var slide = Slide.full
  /// None twice; in the order of the pictures.
  package let hints: [BoxHint]
  /// What each picture says of boxes, in the written order.
  package var annotations: [[UnitedAnnotation]] = []
  /// Who says what to whom, in the order of the items.
  var sequences: [UnitedSequence] = []
  /// What looks mean, if some picture has a legend.
  var legend: UnitedLegend?
  /// What the author should know of; errors too, where placing may show more of them.
  var diagnostics: [Diagnostic] = []

  /// A box or an invisible group, with what each picture shows of it.
  package struct Item: Sendable {
    /// The ids from the outside in, joined by `/`; unique among the boxes, empty for a group.
    package let id: String
    /// What it is written in.
    package internal(set) var parent: Int?
    package let content: Content
    /// Where it lies on another box, which then stands before it.
    package internal(set) var on: PlaceOnBox?
    /// One for each picture; `nil` where the picture does not show it.
    package var variants: [Variant?]

    /// Whether it is a box or text that can be seen: no arrangement, and no free place.
    var isSeen: Bool { !id.isEmpty && free?.isUnseen != true }
    /// The variants there are.
    package var shown: [Variant] { variants.compactMap(\.self) }
    /// Where its author wants it, in whichever picture.
    var pin: Point? { variants.lazy.compactMap { $0?.attributes.pin }.first }
  }

  /// Where an item lies on another one.
  package struct PlaceOnBox: Hashable, Sendable {
    package internal(set) var box: Int
    /// The place of its middle in shares of the width and height of the other one, where its author says it.
    package let x: Double?
    package let y: Double?
    /// The columns of the track of a timeline, if it lies on one.
    var columns: Int?
    /// How much of the length of that track it takes; nil for a moment.
    var share: Double?
    /// Across which arrangement it runs: that of all lanes of a timeline.
    package internal(set) var across: Int?
  }

  /// What an item is.
  package enum Content: Hashable, Sendable {
    case box(Reference.Kind)
    case group(Group.Kind, spacing: Int?)
  }

  /// What one picture shows of a box.
  package struct Variant: Sendable {
    package let label: StyledText
    package var attributes: Attributes
    /// Whether this picture shows something inside it.
    package let isFilled: Bool

    /// What is read of it.
    package var text: String { attributes.code?.title ?? label.plain }
  }

  /// An arrow, with what each picture shows of it.
  ///
  /// Its ends are the innermost boxes that some picture shows there. In a picture that collapses what is
  /// around one of them it ends at that container: ``ResolvedSeries/ends(of:in:)``.
  package struct UnitedArrow: Sendable {
    package let id: String
    package internal(set) var source: Int
    package internal(set) var target: Int
    /// One for each picture; `nil` where the picture does not show it.
    package var variants: [Arrow?]

    /// The variants there are.
    package var shown: [Arrow] { variants.compactMap(\.self) }
  }
}

extension ResolvedSeries {
  /// The boxes that an arrow joins in a picture that shows it.
  func ends(of arrow: Int, in picture: Int) -> (source: Int, target: Int) {
    let (source, target) = (arrows[arrow].source, arrows[arrow].target)
    return (
      items.shownBox(from: source, in: picture) ?? source,
      items.shownBox(from: target, in: picture) ?? target
    )
  }
}

extension [ResolvedSeries.Item] {
  /// What an item is drawn in or on: what it lies on, or what it is written in.
  func outer(of item: Int) -> Int? { self[item].on?.box ?? self[item].parent }

  /// An item, and what it is drawn in or on, from the inside out.
  func outwards(from item: Int) -> UnfoldSequence<Int, (Int?, Bool)> {
    sequence(first: item, next: outer)
  }

  /// The container that an item is drawn in, however many groups are between them. What lies on a plain box
  /// is drawn beside it, in the same container.
  func closestBox(around item: Int) -> Int? {
    outwards(from: item).dropFirst().first { self[$0].content == .box(.node) }
  }

  /// The boxes that an item lies on, the closest first.
  func boxes(under item: Int) -> [Int] {
    outwards(from: item).compactMap { self[$0].on?.box }
  }

  /// The box that a picture shows for an item: itself, or the innermost one around it.
  func shownBox(from item: Int, in picture: Int) -> Int? {
    sequence(first: item) { self[$0].parent }.first {
      !self[$0].id.isEmpty && self[$0].variants[picture] != nil
    }
  }
}

/// The name of a picture and what is read around its drawing.
package struct ResolvedPicture: Hashable, Sendable {
  package let name: String
  package let title: String
  package let heading: StyledText?
  package let caption: StyledText?

  init(_ picture: Picture) {
    name = picture.name
    heading = picture.heading.map { Markup($0).text }
    caption = picture.caption.map { Markup($0).text }
    title = picture.title ?? heading?.plain ?? name
  }
}
