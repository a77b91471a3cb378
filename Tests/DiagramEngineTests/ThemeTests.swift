import DiagramDSL
import DiagramEngine
import DiagramModel
import DiagramText
import Foundation
import TestSupport
import Testing

/// Contrasts as WCAG 2.2 defines them (1.4.3 for text, 1.4.11 for lines).
@Suite struct ThemeTests {
  @Test(arguments: Theme.all)
  func textsHaveTheContrastOfWCAGAA(theme: Theme) throws {
    for scene in try pictures(in: theme) {
      for text in scene.texts {
        for ground in text.grounds(theme) {
          #expect(contrast(text.color, ground) >= 4.5, "\(text) on \(ground) in \(scene.path)")
        }
      }
    }
  }

  @Test(arguments: Theme.all)
  func linesHaveTheContrastOfWCAGAA(theme: Theme) throws {
    for scene in try pictures(in: theme) {
      let surfaces = theme.grounds + scene.containers.compactMap(\.paint.fill)
      for line in scene.lines {
        let color = try #require(line.paint.stroke)
        for ground in surfaces {
          #expect(contrast(color, ground) >= 3, "\(line.id) on \(ground) in \(scene.path)")
        }
      }
    }
  }

  /// A box differs from what is around it by its surface and its rim, or by a line alone: one that is
  /// wanted as well as an arrow, a quiet one enough to be seen.
  @Test(arguments: Theme.all)
  func surfacesDifferFromWhatTheyLieOn(theme: Theme) throws {
    for scene in try pictures(in: theme) {
      for box in scene.boxes {
        guard let rim = box.paint.stroke else { continue }
        for ground in scene.grounds(of: box, theme) {
          let fill = box.paint.fill.map { contrast($0, ground) } ?? 1
          let line = contrast(rim, ground)
          let place = "\(box.id): surface \(fill), rim \(line) on \(ground) in \(scene.path)"
          #expect(line >= 1.25 && (fill >= 1.09 || line >= 1.6), "\(place)")
          if box.paint.pattern != .solid { #expect(line >= (fill < 1.09 ? 1.6 : 1.25), "\(place)") }
        }
      }
    }
  }

  /// What is drawn with a line of its own is seen like an arrow.
  @Test(arguments: Theme.all)
  func wantedLinesAreSeenLikeArrows(theme: Theme) throws {
    let series = Series("lines") {
      Picture("p") {
        for (name, node) in [("a", Node("a")), ("b", Node("b") { Node("c") { Component("in") } })] {
          node.id(name).outlined()
        }
        Node("Zone") {
          Component("planned").dashed(); Component("open").outlined()
        }.dashed()
        Component("heavy").strong()
        Component("dots").dotted()
      }
    }
    for scene in try series.scenes(in: theme) {
      for box in scene.boxes where !["b/c", "b/c/in"].contains(box.id) {
        let rim = try #require(box.paint.stroke)
        for ground in scene.grounds(of: box, theme) {
          #expect(contrast(rim, ground) >= 3, "\(box.id) on \(ground)")
        }
      }
    }
  }

  /// An accent is another colour than a leaf, also for those who see no colours.
  @Test(arguments: Theme.all)
  func accentsPop(theme: Theme) throws {
    let leaf = try #require(theme.leaf.fill)
    for accent in theme.accents {
      #expect(contrast(try #require(accent.fill), leaf) >= 1.2, "\(accent) on \(leaf)")
    }
  }

  /// Nothing that is filled outshines the lines between it.
  @Test func linesAreTheBrightestThingOfADarkPicture() {
    let theme = Theme.dark
    let rims = [theme.leaf.stroke, theme.muted.stroke] + theme.containers.map(\.stroke)
    for rim in rims {
      #expect(contrast(theme.line, theme.background) > 2 * contrast(rim, theme.background))
    }
  }

  /// What is drawn where nobody knows the background.
  @Test func noTextOfTheDefaultLiesOnTheBackground() throws {
    for scene in try pictures(in: .default) {
      for text in scene.texts { #expect(text.ground != nil, "\(text) in \(scene.path)") }
    }
  }

  @Test func theColoursOfATextUnderAnArrowAreThoseOfItsContainer() throws {
    let scene = try #require(try pictures(in: .default).first)
    let chips = Set(scene.lines.compactMap(\.text?.background))
    let fills = Set(scene.containers.compactMap(\.paint.fill))
    #expect(chips.count > 1 && chips.isSubset(of: fills))
  }

  /// What adapts has the colours of one theme for some and those of another one for the others, at any depth,
  /// also where colours are mixed.
  @Test func anAdaptivePictureIsTheLightOneAndTheDarkOne() throws {
    let scenes = try [Theme.adaptive, .light, .dark].map { try pictures(in: $0) }
    var adaptiveCount = 0
    for index in scenes[0].indices {
      let (both, light, dark) = (scenes[0][index], scenes[1][index], scenes[2][index])
      #expect(both.isAdaptive && !light.isAdaptive && !dark.isAdaptive)
      #expect(both.colors.map(\.inLight) == light.colors, "\(both.path)")
      #expect(both.colors.map(\.inDark) == dark.colors, "\(both.path)")
      adaptiveCount += both.colors.count(where: \.isAdaptive)
    }
    #expect(adaptiveCount > 1000)
    for depth in 0..<9 {
      let surface = Theme.adaptive.container(depth: depth)
      #expect(surface.fill?.inLight == Theme.light.container(depth: depth).fill)
      #expect(surface.fill?.inDark == Theme.dark.container(depth: depth).fill)
    }
  }

  @Test func contrastsAreThoseOfTheSpecification() {
    #expect(abs(contrast(Color(0x000000), Color(0xFFFFFF)) - 21) < 0.001)
    #expect(abs(contrast(Color(0x767676), Color(0xFFFFFF)) - 4.54) < 0.01)
  }

  @Test func theNamesOfThemesAreDistinct() {
    #expect(Set(Theme.all.map(\.name)).count == Theme.all.count)
    #expect(Theme.all.contains(.default))
  }
}

/// Every kind of element in every state, at every depth up to three, and the features.
private func pictures(in theme: Theme) throws -> [Scene] {
  try placed.get().flatMap { $0.scenes(in: theme) }
}

/// All themes have the same places.
private let placed = Result {
  try ([states] + features).map { try $0.resolved().measured(by: FontMetrics()).placed() }
}

private let states = Series("states") {
  Picture("all") {
    Column {
      Everything(place: "out")
      Node("one") {
        Column {
          Everything(place: "a")
          Node("two") {
            Column {
              Everything(place: "b")
              Node("three") { Column { Everything(place: "c") } }
            }
          }
        }
      }
      for (index, change) in styles.enumerated() {
        change.node(Node("Closed \(index)"))
        change.node(
          Node("Open \(index)") {
            Component("in \(index)"); Text("text \(index)")
          })
      }
    }
    for (index, change) in styles.enumerated() {
      for place in ["out", "a", "b", "c"] where index > 0 {
        let ends = ["\(place)-\(index - 1)", "\(place)-\(index)"].map { Component($0) }
        change.arrow((ends[0] --> ends[1]).label("\(index)"))
      }
    }
  }
}

/// A state of an element, as a change of whatever kind.
private struct StyleChange: Sendable {
  let component: @Sendable (Component) -> Component
  let node: @Sendable (Node) -> Node
  let text: @Sendable (Text) -> Text
  let arrow: @Sendable (Arrow) -> Arrow
}

private let styles: [StyleChange] =
  [
    StyleChange(component: { $0 }, node: { $0 }, text: { $0 }, arrow: { $0 }),
    StyleChange(
      component: { $0.muted() }, node: { $0.muted() }, text: { $0.muted() },
      arrow: { $0.muted() }),
    StyleChange(
      component: { $0.outlined() }, node: { $0.outlined() }, text: { $0.bold() },
      arrow: { $0.strong() }),
    StyleChange(
      component: { $0.shape(.none).muted() }, node: { $0.outlined().muted() },
      text: { $0.monospaced() }, arrow: { $0.dashed() }),
  ]
  + Accent.allCases.map { accent in
    StyleChange(
      component: { $0.accent(accent).outlined() }, node: { $0.accent(accent) },
      text: { $0.accent(accent) }, arrow: { $0.accent(accent) })
  }
  + Accent.allCases.map { accent in
    StyleChange(
      component: { $0.accent(accent) }, node: { $0.accent(accent).outlined() },
      text: { $0.accent(accent) }, arrow: { $0.accent(accent) })
  }

/// A component and a text in every state.
private struct Everything: Content {
  let place: String

  var content: [Element] {
    Row {
      for (index, change) in styles.enumerated() {
        change.component(Component("\(place)-\(index)"))
      }
    }
    Row {
      for (index, change) in styles.enumerated() {
        change.text(Text("\(place) text \(index)"))
      }
    }
  }
}

private struct PlacedText {
  let owner: String
  let color: Color
  /// What is drawn under it; nil for the background.
  let ground: Color?

  func grounds(_ theme: Theme) -> [Color] { ground.map { [$0] } ?? theme.grounds }
}

extension Theme {
  /// What may lie under a picture: its own background, and for the default a dark slide too.
  fileprivate var grounds: [Color] {
    self == .default ? [Color(0xFFFFFF), Color(0x191919)] : [background]
  }
}

extension Scene {
  fileprivate var lines: [SceneLine] {
    elements.compactMap { if case .line(let line) = $0 { line } else { nil } }
  }

  /// What lies around a box.
  fileprivate func grounds(of box: SceneBox, _ theme: Theme) -> [Color] {
    var parent = box.parent
    while let around = boxes.first(where: { $0.id == parent }) {
      if let fill = around.paint.fill { return [fill] }
      parent = around.parent
    }
    return theme.grounds
  }

  /// Every colour there is, in the order of the scene.
  fileprivate var colors: [Color] {
    let paints = elements.flatMap { element -> [SceneShape] in
      switch element {
      case .box(let box): box.shapes
      case .line(let line): line.shapes
      }
    }.flatMap { shape -> [Color?] in [shape.paint.fill, shape.paint.stroke] }
    let texts = boxes.compactMap(\.text) + lines.compactMap(\.text)
    let runs = texts.flatMap { text -> [Color?] in
      [text.background] + text.lines.flatMap { line in [line.color] + line.runs.map(\.color) }
    }
    return ([background] + paints + runs).compactMap(\.self)
  }

  fileprivate var containers: [SceneBox] { boxes.filter(\.isContainer) }

  fileprivate var texts: [PlacedText] {
    boxes.compactMap { box in
      box.text.map {
        PlacedText(owner: box.id, color: $0.color, ground: $0.background ?? box.paint.fill)
      }
    }
      + lines.compactMap { line in
        line.text.map { PlacedText(owner: line.id, color: $0.color, ground: $0.background) }
      }
  }
}

/// Of adaptive colours the least, of light on light and dark on dark.
private func contrast(_ one: Color, _ other: Color) -> Double {
  min(plainContrast(one.inLight, other.inLight), plainContrast(one.inDark, other.inDark))
}

private func plainContrast(_ one: Color, _ other: Color) -> Double {
  let luminances = [luminance(one), luminance(other)].sorted()
  return (luminances[1] + 0.05) / (luminances[0] + 0.05)
}

private func luminance(_ color: Color) -> Double {
  let linear = [color.red, color.green, color.blue].map { byte in
    let share = Double(byte) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}
