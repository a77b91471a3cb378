import DiagramDSL
import DiagramEngine
import DiagramModel
import DiagramText
import TestSupport
import Testing

/// What themes make of styles; what can be told from what lies under it is a matter of ``ContrastTests``.
@Suite struct ThemeTests {
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
      let painted = PaintedScene(scene, in: .default)
      for word in painted.words {
        let grounds = painted.grounds(at: word.points, below: word.depth)
        #expect(!grounds.contains(Color(0xFFFFFF)), "\(word.text) in \(scene.path)")
      }
    }
  }

  @Test func theColoursOfATextUnderAnArrowAreThoseOfItsContainer() throws {
    let boxes = ["a", "b", "c", "d"].map { Component($0) }
    let series = Series("s") {
      Picture("p") {
        Node("out") {
          Row(spacing: 120) { boxes[..<2] }
          Node("in") { Row(spacing: 120) { boxes[2...] } }
        }
        (boxes[0] --> boxes[1]).label("one")
        (boxes[2] --> boxes[3]).label("two")
      }
    }
    let scene = try #require(series.scenes(in: .default).first)
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

private func pictures(in theme: Theme) throws -> [Scene] {
  try placed.get().flatMap { $0.scenes(in: theme) }
}

/// All themes have the same places.
private let placed = Result {
  try features.map { try $0.resolved().measured(by: FontMetrics()).placed() }
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
}
