import DiagramDSL
import DiagramEngine
import DiagramModel
import TestSupport
import Testing

/// Contrasts of everything that is painted against what was painted below it, as WCAG 2.2 defines them (1.4.3
/// for text, 1.4.11 for lines): of every run of a text, every line and every surface of a scene.
@Suite struct ContrastTests {
  @Test(arguments: Theme.all)
  func textsHaveTheContrastOfWCAGAA(theme: Theme) throws {
    var runCount = 0
    for scene in try marked(in: theme) {
      let painted = Painted(scene, theme)
      for (index, element) in scene.elements.enumerated() {
        for (run, points) in element.runs {
          runCount += 1
          for ground in painted.grounds(under: points, of: index, element.chip) {
            #expect(
              contrast(run.color, ground) >= 4.5,
              "“\(run.text)” (\(run.color)) of \(element.id) on \(ground) in \(scene.path)")
          }
        }
      }
    }
    #expect(runCount > 2000)
  }

  /// Arrows, and what is drawn by lines alone: rings, crosses, braces, dividers, outlines around zones, icons.
  @Test(arguments: Theme.all)
  func linesHaveTheContrastOfWCAGAA(theme: Theme) throws {
    for scene in try marked(in: theme) {
      let painted = Painted(scene, theme)
      for (index, element) in scene.elements.enumerated() {
        for shape in element.marks {
          let pen = try #require(shape.paint.stroke)
          for ground in painted.grounds(under: shape.places, of: index, nil) {
            #expect(
              contrast(pen, ground) >= 3, "\(pen) of \(element.id) on \(ground) in \(scene.path)")
          }
        }
      }
    }
  }

  /// What is filled differs from what it lies on, by itself or by its rim.
  @Test(arguments: Theme.all)
  func surfacesDifferFromWhatTheyLieOn(theme: Theme) throws {
    for scene in try marked(in: theme) {
      let painted = Painted(scene, theme)
      for (index, element) in scene.elements.enumerated() {
        guard case .box(let box) = element, let shape = box.shapes.first,
          let fill = shape.paint.fill, box.kind != "icon"
        else { continue }
        for ground in painted.grounds(under: shape.places, before: index) {
          let surface = contrast(fill, ground)
          let rim = shape.paint.stroke.map { contrast($0, ground) } ?? surface
          #expect(
            rim >= 1.25 && (surface >= 1.1 || rim >= 1.6),
            "\(box.id): surface \(surface), rim \(rim) on \(ground) in \(scene.path)")
        }
      }
    }
  }

  /// The control: a scene in which one run has the colour of what it lies on is found.
  @Test func aFaintRunOverASurfaceIsSeenThere() throws {
    let scene = try #require(
      try Series("s") {
        Picture("p") { Node("outer") { Component("a *b* `c`").badge(1) } }
      }.scenes(in: .dark).first)
    let painted = Painted(scene, .dark)
    let found = scene.elements.enumerated().flatMap { index, element in
      element.runs.map { run, points in
        (run.text, painted.grounds(under: points, of: index, element.chip))
      }
    }
    let leaf = try #require(Theme.dark.leaf.fill)
    #expect(found.first { $0.0 == "c" }?.1 == [leaf])
    #expect(
      found.first { $0.0 == "outer" }?.1 == [try #require(Theme.dark.container(depth: 0).fill)])
    #expect(found.contains { $0.0 == "1" && $0.1 != [leaf] })
  }
}

/// Every kind of mark in every state at every depth, and the features.
private func marked(in theme: Theme) throws -> [Scene] {
  try ([marks, steps] + features).flatMap { try $0.scenes(in: theme) }
}

private let marks = Series("marks") {
  Picture("all") {
    Column {
      Marks(place: "out")
      Node("one") {
        Column {
          Marks(place: "a")
          Node("two") {
            Column {
              Marks(place: "b")
              Node("three") { Column { Marks(place: "c") } }
            }
          }
        }
      }
    }
  }
}

/// Runs, badges, icons and code in one place.
private struct Marks: Content {
  let place: String

  private var text: String {
    "[link](#a) `code` [r]{.red} [o]{.orange} [g]{.green} [v]{.violet} [p]{.primary} [m]{.muted}"
  }

  var content: [Element] {
    Row {
      Component("\(text) plain \(place)").badge(1).corner(.topLeft, Icon(.lock))
      Component("\(text) muted \(place)").muted().badge("new")
      Component("\(text) open \(place)").outlined().badge(2)
      Component("\(text) bare \(place)", shape: .none)
      Text("\(text) free \(place)")
    }
    Row {
      for accent in Accent.allCases {
        Component("accent \(accent) \(place)", subtitle: "small", detail: "`quiet`").accent(accent)
          .badge(3).highlight()
      }
    }
    Row {
      for accent in Accent.allCases {
        Component("crossed \(accent) \(place)").accent(accent).crossedOut().icon(.server)
      }
      Component("new \(place)").new().stacked()
      Icon(.pod, "icon \(place)").badge(4)
      Icon(.database, "quiet \(place)").muted()
    }
    Row {
      Code(
        "apiVersion: v1  # first\nkind: \"Pod\"\nspec: {n: 1, on: true, a: &x *y}", language: .yaml
      ).id("yaml-\(place)").highlightLines(2).mark("v1", as: "mark-\(place)")
      Code("let x = \"s\" // c\nfunc f() -> Int { 42 }", language: .swift).id("swift-\(place)")
        .highlightLines(1...2).muted()
    }
  }
}

/// The states of pictures.
private let steps: Series = {
  let (a, b, c) = (Component("A"), Component("B").accent(), Component("C").badge(1))
  let group = Node("Group") {
    a; Node("Inner") { b }
  }
  @PictureBuilder func content() -> [PictureItem] {
    group
    c
    (a --> b).label("in").numbered(1)
    (b --> c).label("out").labels(start: "1", end: "n")
    (a ==> c).label("thick").accent(.red)
    Region("zone", around: group).accent(.violet)
    Brace("both", over: group)
    Legend("Legend") {
      Component("is gone").crossedOut(); Component("is watched").highlight()
      ArrowSample("thin"); Component("is muted").muted()
    }
  }
  func named(_ name: String, _ change: (Picture) -> Picture) -> Picture {
    change(Picture(name, content: content))
  }
  return Series("steps") {
    Picture("plain", content: content)
    named("focus") { $0.focus(a) }
    named("highlight") { $0.highlight(a, group) }
    named("crossed") { $0.crossedOut(b, group) }
    named("new") { $0.new(c) }
    named("muted") { $0.muted(group) }
    named("accent") { $0.accent(.orange, group) }
  }
}()

/// What of a scene is painted with a fill, in its order.
private struct Painted {
  private struct Layer {
    let element: Int
    let outline: [[ExactPoint]]
    let fill: Color
    private let bounds: (low: ExactPoint, high: ExactPoint)

    init(element: Int, outline: [[ExactPoint]], fill: Color) {
      (self.element, self.outline, self.fill) = (element, outline, fill)
      let (x, y) = (outline.joined().map(\.x), outline.joined().map(\.y))
      bounds = (
        ExactPoint(x: x.min() ?? 0, y: y.min() ?? 0), ExactPoint(x: x.max() ?? 0, y: y.max() ?? 0)
      )
    }

    func surrounds(_ point: ExactPoint) -> Bool {
      bounds.low.x <= point.x && point.x <= bounds.high.x && bounds.low.y <= point.y
        && point.y <= bounds.high.y && outline.contains { $0.surrounds(point) }
    }
  }

  private let layers: [Layer]
  private let background: [Color]

  init(_ scene: Scene, _ theme: Theme) {
    layers = scene.elements.enumerated().flatMap { index, element in
      element.shapes.compactMap { shape in
        guard let fill = shape.paint.fill, shape.paint.opacity == 100 else { return nil }
        return Layer(element: index, outline: shape.outline, fill: fill)
      }
    }
    background = theme.grounds
  }

  /// The colours under points of an element whose own shapes lie below them; that of the chip, if there is one.
  func grounds(under points: [ExactPoint], of element: Int, _ chip: Color?) -> [Color] {
    chip.map { [$0] } ?? grounds(under: points) { $0.element <= element }
  }

  /// The colours under points before an element was painted.
  func grounds(under points: [ExactPoint], before element: Int) -> [Color] {
    grounds(under: points) { $0.element < element }
  }

  private func grounds(
    under points: [ExactPoint], _ isPainted: (Layer) -> Bool
  ) -> [Color] {
    var found: [Color] = []
    for point in points {
      let top = layers.last { isPainted($0) && $0.surrounds(point) }
      for color in top.map({ [$0.fill] }) ?? background where !found.contains(color) {
        found.append(color)
      }
    }
    return found
  }
}

extension [ExactPoint] {
  /// Whether a closed line goes around a point, or through it.
  fileprivate func surrounds(_ point: ExactPoint) -> Bool {
    guard var last = last else { return false }
    var isInside = false
    for corner in self {
      if (corner.y > point.y) != (last.y > point.y),
        point.x < (last.x - corner.x) * (point.y - corner.y) / (last.y - corner.y) + corner.x
      {
        isInside.toggle()
      }
      last = corner
    }
    return isInside
  }
}

extension SceneShape {
  /// Its lines, in units of the picture.
  fileprivate var outline: [[ExactPoint]] {
    let factor = Double(isFine ? Self.finesse : 1)
    return path.polylines.map { $0.map { ExactPoint(x: $0.x / factor, y: $0.y / factor) } }
  }

  /// The middles of its pieces.
  fileprivate var places: [ExactPoint] {
    outline.flatMap { line in
      zip(line, line.dropFirst()).map {
        ExactPoint(x: ($0.x + $1.x) / 2, y: ($0.y + $1.y) / 2)
      }
    }
  }
}

extension SceneElement {
  fileprivate var shapes: [SceneShape] {
    switch self {
    case .box(let box): box.shapes
    case .line(let line): line.shapes
    }
  }

  private var text: SceneText? {
    switch self {
    case .box(let box): box.text
    case .line(let line): line.text
    }
  }

  fileprivate var chip: Color? { text?.background }

  /// Every run of its text with its begin, middle and end.
  fileprivate var runs: [(SceneText.Run, [ExactPoint])] {
    guard let text else { return [] }
    return text.lines.flatMap { line in
      let frame = text.frame(of: line)
      return line.runs.filter { $0.text.contains { !$0.isWhitespace } }.map { run in
        let start = frame.minX + run.offset
        let points = [start + 1, start + run.width / 2, start + run.width - 1].map { x in
          ExactPoint(x: Double(x), y: Double(frame.midY))
        }
        // Turned ones are looked at in their middle.
        let center = ExactPoint(x: Double(text.frame.midX), y: Double(text.frame.midY))
        return (run, text.isVertical ? [center] : points)
      }
    }
  }

  /// What of it is drawn by its pen alone and not as the rim of its surface.
  fileprivate var marks: [SceneShape] {
    switch self {
    case .line(let line): line.shapes.filter { $0.paint.stroke != nil }
    case .box(let box):
      box.shapes.filter { shape in
        guard shape.paint.stroke != nil else { return false }
        if case .annotation = box.meaning.role { return shape.paint.fill == nil }
        if box.kind == "cross" { return true }
        return shape.paint.fill == nil && box.shapes[0].paint.fill != nil
          && shape.paint.stroke != box.shapes[0].paint.stroke
      }
    }
  }
}
