import DiagramDSL
import DiagramModel

/// What an element can look like besides its usual self.
struct Look {
  enum State {
    case accent(Accent)
    case muted, new, strong, dashed, dotted, outlined, highlight, crossedOut, stacked

    fileprivate var name: String {
      if case .accent(let accent) = self { accent.rawValue } else { "\(self)" }
    }
  }

  private let states: [State]

  /// The words for it.
  var name: String {
    states.isEmpty ? "plain" : states.map(\.name).joined(separator: " ")
  }

  private init(_ states: State...) { self.states = states }

  /// What a line can look like.
  static let ofLines: [Look] =
    [Look(), Look(.muted), Look(.new), Look(.strong), Look(.dashed), Look(.dotted)]
    + Accent.allCases.map { Look(.accent($0)) }

  /// Every state, and every two of them that change the same thing.
  static let all: [Look] = {
    let alone: [Look] = [
      Look(), Look(.muted), Look(.new), Look(.strong), Look(.dashed), Look(.dotted),
      Look(.outlined), Look(.highlight), Look(.crossedOut), Look(.stacked),
      Look(.outlined, .dashed), Look(.outlined, .crossedOut), Look(.dotted, .highlight),
    ]
    let quiet: [Look] = [
      Look(.muted, .outlined), Look(.muted, .dashed), Look(.muted, .highlight),
      Look(.muted, .crossedOut), Look(.muted, .stacked),
    ]
    let accented = Accent.allCases.flatMap { accent in
      [
        Look(.accent(accent), .stacked), Look(.accent(accent), .outlined),
        Look(.accent(accent), .highlight), Look(.accent(accent), .crossedOut),
      ]
    }
    return alone + quiet + accented
  }()

  func callAsFunction<Thing: Styleable>(_ thing: Thing) -> Thing {
    states.reduce(thing) { thing, state in
      switch state {
      case .accent(let accent): thing.accent(accent)
      case .muted: thing.muted()
      case .new: thing.new()
      default: thing
      }
    }
  }

  func callAsFunction<Thing: Stroked>(_ thing: Thing) -> Thing {
    states.reduce(styled(thing)) { thing, state in
      switch state {
      case .strong: thing.strong()
      case .dashed: thing.dashed()
      case .dotted: thing.dotted()
      default: thing
      }
    }
  }

  func callAsFunction<Thing: Filled>(_ thing: Thing) -> Thing {
    states.reduce(stroked(thing)) { thing, state in
      switch state {
      case .outlined: thing.outlined()
      case .highlight: thing.highlight()
      case .crossedOut: thing.crossedOut()
      case .stacked: thing.stacked()
      default: thing
      }
    }
  }

  private func styled<Thing: Styleable>(_ thing: Thing) -> Thing { self(thing) }
  private func stroked<Thing: Stroked>(_ thing: Thing) -> Thing { self(thing) }
}
