import DiagramDSL
import DiagramModel

/// The members that boxes, arrows and marks may have: for each type what its protocols in the language allow.
enum Members {
  static let component: [Member<Component>] =
    titled() + shaped() + placed() + cornered() + [
      .choice(.textPosition, TextPosition.self) { $0.textPosition($1) },
      .flag(.vertical) { $0.vertical($1) },
    ]
  static let node: [Member<Node>] =
    titled() + shaped() + placed() + cornered() + [
      .choice(.titlePosition, TitlePosition.self) { $0.title($1) },
      // What is replaced may be hidden.
      .other(.replacing) { $0.replacing($1, in: $2) },
      .flag(.collapsed) { $0.collapsed($1) },
    ]
  static let text: [Member<Text>] = styled() + labelled() + placed() + cornered()
  static let icon: [Member<Icon>] = filled() + labelled() + placed() + cornered()
  static let code: [Member<Code>] =
    filled() + placed() + [
      .other(.highlightLines) { $0.highlightedLines($1, of: $2) },
      .other(.marks) { $0.marked($1, of: $2) },
    ]
  static let milestone: [Member<Milestone>] = filled() + titled() + placed()
  static let spot: [Member<Spot>] = placed()
  static let divider: [Member<Divider>] = stroked() + labelled() + placed()
  static let lane: [Member<Lane>] =
    filled() + labelled() + placed() + cornered() + [
      .other(.replacing) { $0.replacing($1, in: $2) }
    ]
  /// Rows, trees and all others.
  static let arrangement: [Member<Element>] =
    filled() + placed(align: .alignSelf) + [.other(.replacing) { $0.replacing($1, in: $2) }]
  static let sequence: [Member<Sequence>] = placed(align: .alignSelf)

  /// What arrows, messages and samples of arrows look like.
  static let arrow: [Member<Arrow>] =
    stroked() + labelled() + [
      .text(.id, \.attributes.id),
      .other(.heads) { $0.heads($1, of: $2) },
      .other(.labels) { $0.endLabels($1, of: $2) },
      .choice(.fromSide, Side.self) { $0.from($1) },
      .choice(.toSide, Side.self) { $0.to($1) },
      .flag(.straight) { $0.straight($1) },
      .flag(.curved) { $0.curved($1) },
      .flag(.loop) { $0.loop($1) },
      .flag(.block) { $0.block($1) },
      .flag(.crossedOut) { $0.crossedOut($1) },
      .count(.gap, \.gap),
      .count(.minimumLength, \.minimumLength),
      .count(.weight, \.weight),
      .badge(.numbered, \.attributes.badge),
    ]

  // MARK: - By the protocols of the language

  static func styled<Value: Styleable & Sendable>() -> [Member<Value>] {
    [
      .choice(.accent, Accent.self) { $0.accent($1) },
      .flag(.new) { $0.new($1) },
      .flag(.muted) { $0.muted($1) },
      .flag(.bold) { $0.bold($1) },
      .flag(.monospaced) { $0.monospaced($1) },
      .choice(.textAlignment, TextAlignment.self) { $0.textAlignment($1) },
    ]
  }

  static func stroked<Value: Stroked & Sendable>() -> [Member<Value>] {
    styled() + [
      .flag(.strong) { $0.strong($1) },
      .flag(.dashed) { $0.dashed($1) },
      .flag(.dotted) { $0.dotted($1) },
    ]
  }

  static func filled<Value: Filled & Sendable>() -> [Member<Value>] {
    stroked() + [
      .flag(.highlight) { $0.highlight($1) },
      .flag(.stacked) { $0.stacked($1) },
      .flag(.crossedOut) { $0.crossedOut($1) },
      .flag(.outlined) { $0.outlined($1) },
    ]
  }

  static func shaped<Value: Shaped & Sendable>() -> [Member<Value>] {
    filled() + [
      .choice(.shape, Shapes.all.map { ($0.name, ShapeName($0)) }) { $0.shape($1) },
      .other(.icon) { $0.icon($1, of: $2) },
    ]
  }

  static func labelled<Value: Labelled & Sendable>() -> [Member<Value>] {
    [
      .text(.label, \.attributes.label),
      .text(.link, \.attributes.link),
      .text(.tooltip, \.attributes.tooltip),
      .text(.means, \.attributes.meaning),
    ]
  }

  static func titled<Value: Titled & Sendable>() -> [Member<Value>] {
    labelled() + [
      .text(.subtitle, \.attributes.subtitle),
      .text(.detail, \.attributes.detail),
    ]
  }

  /// Of an arrangement, `align` is how its children lie, and its own place has another name.
  static func placed<Value: Placeable & Sendable>(align: Word = .align) -> [Member<Value>] {
    [
      .text(.id, \.attributes.id),
      .number(.width, \.attributes.width),
      .number(.height, \.attributes.height),
      .choice(align, Alignment.self) { $0.align($1) },
      .other(.at) { $0.pinOrMoment($1, of: $2) },
      .other(.during) { $0.time($1, of: $2) },
      .other(.on) { $0.lay($1, $2) },
    ]
  }

  static func cornered<Value: Labelled & Placeable & Sendable>() -> [Member<Value>] {
    [
      .badge(.badge, \.attributes.badge),
      .other(.corners) { $0.corners($1, of: $2) },
    ]
  }
}
