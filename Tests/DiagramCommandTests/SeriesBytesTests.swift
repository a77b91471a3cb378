import DiagramModel
import DrawingExchange
import Testing

@testable import DiagramDSL

/// What an author wrote is known by its bytes: all of it counts, or a picture would stay as it was.
@Suite struct SeriesBytesTests {
  /// Made in one place each, so that nothing differs but what is asked for.
  private func component(_ title: String = "Box") -> Component { Component(title) }
  private func text(_ title: String) -> Text { Text(title) }
  private func node(_ title: String, _ children: [Element]) -> Node { Node(title) { children } }
  private func arrow(_ from: Component, _ to: Component) -> Arrow { Arrow(from: from, to: to) }
  private func group(_ kind: Group.Kind) -> Group {
    Group(kind, spacing: nil, origin: origin(1), children: [])
  }
  private func origin(_ line: UInt, file: String = "a.swift", column: UInt = 1) -> Origin {
    Origin(path: file, line: line, column: column)
  }
  private func picture(_ items: [PictureItem], name: String = "p", title: String? = nil) -> Picture
  {
    Picture(name, title: title) { items }
  }
  private func series(
    _ pictures: [Picture], path: String = "s", slide: Slide = .full
  ) -> Series {
    Series(path, slide: slide) { pictures }
  }
  private func series(_ items: PictureItem...) -> Series { series([picture(items)]) }
  private func series(_ element: Element) -> Series { series(PictureItem(.element(element))) }
  private func series(_ arrow: Arrow) -> Series { series(PictureItem(.arrow(arrow))) }

  private func bytes(_ series: Series) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(series)
    return writer.bytes
  }

  private func properties(of value: Any) -> Set<String> {
    Set(Mirror(reflecting: value).children.compactMap(\.label))
  }

  /// Each change of a value is seen, and there is one for each property.
  private func expectAllCount<Value>(
    of value: Value, _ changes: [String: (inout Value) -> Void], besides: Set<String> = [],
    _ series: (Value) -> Series
  ) {
    #expect(Set(changes.keys).union(besides) == properties(of: value))
    var known: [[UInt8]: String] = [bytes(series(value)): "nothing"]
    for (name, change) in changes {
      var other = value
      change(&other)
      #expect(series(other) != series(value), "\(name) is no change")
      let same = known.updateValue(name, forKey: bytes(series(other)))
      #expect(same == nil, "\(Value.self).\(name) is written like \(same ?? "")")
    }
  }

  /// Series that differ are written as differently, and there are values for each property.
  private func expectAllDiffer(_ all: [Series]) {
    #expect(Set(all).count == all.count, "two of them are equal")
    #expect(Set(all.map(bytes)).count == all.count, "two of them are written alike")
  }

  @Test func equalSeriesAreWrittenAlike() {
    #expect(
      bytes(series(Element(.component(component()))))
        == bytes(series(Element(.component(component())))))
  }

  @Test func allAttributesCount() {
    let inside: (Attributes) -> Series = { attributes in
      var box = component()
      box.attributes = attributes
      return series(Element(.component(box)))
    }
    expectAllCount(
      of: component().attributes,
      [
        "id": { $0.id = "x" }, "label": { $0.label = "x" },
        "style": { $0.style.isBold = true }, "shape": { $0.shape = .cylinder },
        "width": { $0.width = 1 }, "height": { $0.height = 1 },
        "alignment": { $0.alignment = .start }, "childAlignment": { $0.childAlignment = .start },
        "pin": { $0.pin = Point(x: 1, y: 0) }, "pinOrigin": { $0.pinOrigin = origin(7) },
        "on": { $0.on = PlaceOn(component().reference, x: 1, y: nil, at: origin(7)) },
        "time": { $0.time = TimeSpan(0, 1, at: origin(7)) },
        "titlePosition": { $0.titlePosition = .top },
        "icon": { $0.icon = IconUse(.database, label: .below) },
        "corners": {
          $0.corners = [CornerIcon(place: .top, name: .database, style: Style())]
        },
        "badge": { $0.badge = "x" }, "link": { $0.link = "x" }, "tooltip": { $0.tooltip = "x" },
        "subtitle": { $0.subtitle = "x" }, "detail": { $0.detail = "x" },
        "meaning": { $0.meaning = "x" }, "textPosition": { $0.textPosition = .top },
        "code": { $0.code = CodeBlock("x", .plain) }, "isMark": { $0.isMark = true },
        "isVertical": { $0.isVertical = true }, "free": { $0.free = .spot },
        "origin": { $0.origin = origin(7) },
      ], inside)
    let shares: [(Double?, Double?)] = [(nil, nil), (1, nil), (nil, 1), (1, 1), (0.5, 1), (1, 0.5)]
    expectAllDiffer(
      shares.map { x, y in
        var attributes = component().attributes
        attributes.on = PlaceOn(component().reference, x: x, y: y, at: origin(7))
        return inside(attributes)
      })
    expectAllDiffer(
      Shapes.all.map(ShapeName.init).map { shape in
        var attributes = component().attributes
        attributes.shape = shape
        return inside(attributes)
      })
    let icons =
      IconLabel.allCases.map { IconUse(.database, label: $0) }
      + [IconUse(.user, label: .below), IconUse(.database, label: .below, size: 3)]
    #expect(properties(of: icons[0]) == ["name", "label", "size"])
    var corners = BorderPlace.allCases.map {
      CornerIcon(place: $0, name: .database, style: Style())
    }
    corners.append(CornerIcon(place: .top, name: .user, style: Style()))
    var red = Style()
    red.accent = .red
    corners.append(CornerIcon(place: .top, name: .database, style: red))
    #expect(properties(of: corners[0]) == ["place", "name", "style"])
    expectAllDiffer(
      icons.map { icon in
        var attributes = component().attributes
        attributes.icon = icon
        return inside(attributes)
      }
        + corners.map { corner in
          var attributes = component().attributes
          attributes.corners = [corner]
          return inside(attributes)
        })
  }

  @Test func allOfAStyleCounts() {
    func inside(_ style: Style) -> Series {
      var box = component()
      box.attributes.style = style
      return series(Element(.component(box)))
    }
    expectAllCount(
      of: Style(),
      [
        "accent": { $0.accent = .primary }, "emphasis": { $0.emphasis = .normal },
        "pattern": { $0.pattern = .solid }, "isFilled": { $0.isFilled = false },
        "isBold": { $0.isBold = false }, "isMonospaced": { $0.isMonospaced = false },
        "textAlignment": { $0.textAlignment = .left },
        "isHighlighted": { $0.isHighlighted = false }, "isStacked": { $0.isStacked = false },
        "isCrossedOut": { $0.isCrossedOut = false },
      ], inside)
    func styles<Value>(_ values: [Value], _ property: WritableKeyPath<Style, Value?>) -> [Series] {
      values.map { value in
        var style = Style()
        style[keyPath: property] = value
        return inside(style)
      }
    }
    expectAllDiffer(styles(Accent.allCases, \.accent))
    expectAllDiffer(styles([.normal, .strong, .muted], \.emphasis))
    expectAllDiffer(styles([.solid, .dashed, .dotted], \.pattern))
    expectAllDiffer(styles([.left, .center, .right], \.textAlignment))
    expectAllDiffer(styles([false, true], \.isFilled))
  }

  @Test func allPlacesOfTextsCount() {
    func inside<Value>(
      _ values: [Value], _ property: WritableKeyPath<Attributes, Value?>
    ) -> [Series] {
      values.map { value in
        var box = component()
        box.attributes[keyPath: property] = value
        return series(Element(.component(box)))
      }
    }
    expectAllDiffer(inside([.top, .bottom, .center, .left], \.titlePosition))
    expectAllDiffer(inside([.top, .center, .bottom, .below], \.textPosition))
    expectAllDiffer(inside([.start, .center, .end, .stretch], \.alignment))
    expectAllDiffer(inside([.divider, .spot], \.free))
    expectAllDiffer(inside([Point(x: 0, y: 1), Point(x: 1, y: 0), Point(x: -1, y: 0)], \.pin))
    expectAllDiffer(inside([0, 1, -1, 63, 64, -64, -65, 128, .max, .min], \.width))
    var code = CodeBlock("let x = 1", .swift)
    expectAllCount(
      of: code,
      [
        "isNumbered": { $0.isNumbered = true }, "highlighted": { $0.highlighted = [1...2] },
        "marks": { $0.marks = [CodeBlock.Mark(text: "x", id: "y")] },
      ], besides: ["text", "language"]
    ) { inside([$0], \.code)[0] }
    let mark = CodeBlock.Mark(text: "x", id: "y")
    #expect(properties(of: mark) == ["text", "id", "occurrence"])
    var blocks = CodeLanguage.allCases.map { CodeBlock("let x = 1", $0) }
    blocks.append(CodeBlock("let y = 1", .swift))
    for lines in [1...2, 2...2, 1...1] {
      code.highlighted = [lines]
      blocks.append(code)
    }
    for mark in [
      mark, .init(text: "y", id: "y"), .init(text: "x", id: "z"),
      .init(text: "x", id: "y", occurrence: 2),
    ] {
      code.marks = [mark]
      blocks.append(code)
    }
    expectAllDiffer(inside(blocks, \.code))
  }

  @Test func allOfAnArrowCounts() {
    let (a, b) = (component("A"), component("B"))
    expectAllCount(
      of: arrow(a, b),
      [
        "source": { $0.source = b.reference }, "target": { $0.target = a.reference },
        "startHead": { $0.startHead = .arrow }, "endHead": { $0.endHead = .none },
        "routing": { $0.routing = .curved }, "sourceSide": { $0.sourceSide = .top },
        "targetSide": { $0.targetSide = .top }, "gap": { $0.gap = 1 },
        "isBlock": { $0.isBlock = true }, "startLabel": { $0.startLabel = "x" },
        "endLabel": { $0.endLabel = "x" }, "isLoop": { $0.isLoop = true },
        "minimumLength": { $0.minimumLength = 2 }, "weight": { $0.weight = 2 },
        "sharedTrunk": { $0.sharedTrunk = Trunk(ends: []) },
        "isWrittenBackwards": {
          let attributes = $0.attributes
          $0 = (b <-- a)
          $0.attributes = attributes
          $0.source = a.reference
          $0.target = b.reference
        }, "isLedOn": { $0.isLedOn = true }, "attributes": { $0.attributes.label = "x" },
      ], series(_:))
    func arrows<Value>(_ values: [Value], _ property: WritableKeyPath<Arrow, Value>) -> [Series] {
      values.map { value in
        var arrow = arrow(a, b)
        arrow[keyPath: property] = value
        return series(arrow)
      }
    }
    expectAllDiffer(arrows(ArrowHead.allCases, \.startHead))
    expectAllDiffer(arrows([.orthogonal, .straight, .curved], \.routing))
    expectAllDiffer(arrows([nil] + Side.allCases.map(Optional.init), \.sourceSide))
    let ends = Trunk.Ends(source: a.reference, target: b.reference)
    #expect(properties(of: ends) == ["source", "target"])
    let turned = Trunk.Ends(source: b.reference, target: a.reference)
    expectAllDiffer(
      arrows(
        [nil, Trunk(ends: []), Trunk(ends: [ends]), Trunk(ends: [turned])], \.sharedTrunk))
    // What it was made of tells nothing that its path and title do not.
    #expect(
      properties(of: a.reference)
        == ["kind", "path", "titles", "label", "origin", "misnaming", "named"])
    let inner = node("N", [])
    var labelled = a
    labelled.attributes.label = "x"
    var moved = a
    moved.attributes.origin = origin(9)
    let references = [
      a.reference, inner.reference[a], text("A").reference, labelled.reference, moved.reference,
      component("a").reference, inner["A"], node("N", [Element(.component(component("b")))])["A"],
    ]
    expectAllDiffer(arrows(references, \.source))
  }

  @Test func allOfABoxCounts() {
    let box = Element(.component(component()))
    let container = node("N", [])
    expectAllCount(
      of: container,
      [
        "children": { $0.children = [box] }, "hidden": { $0.hidden = [box] },
        "attributes": { $0.attributes.label = "x" },
      ], besides: ["title"]
    ) { series(Element(.node($0))) }
    #expect(properties(of: component()) == ["title", "attributes"])
    #expect(properties(of: text("x")) == ["title", "attributes"])
    expectAllCount(
      of: group(.row),
      [
        "children": { $0.children = [box] }, "spacing": { $0.spacing = 0 },
        "attributes": { $0.attributes.id = "x" },
        "script": { $0.script = SequenceScript(items: [], isNumbered: false) },
      ], besides: ["kind"]
    ) { series(Element(.group($0))) }
    var kinds: [Group.Kind] = [
      .timeline([]), .timeline(["Q1"]),
      .row, .column, .grid(columns: 1), .grid(columns: 2), .ring,
      .packed, .force, .lanes,
      .shared("x"), .shared("y"), .sequence,
    ]
    for direction in Direction.allCases { kinds += [.layered(direction), .tree(direction)] }
    let (a, b) = (component("A"), component("B"))
    func hint(_ first: Component, _ second: Component) -> Hint { first.above(second) }
    func leftHint(_ first: Component, _ second: Component) -> Hint { first.leftOf(second) }
    #expect(properties(of: hint(a, b)) == ["kind", "boxes", "origin"])
    let elements =
      kinds.map { Element(.group(group($0))) }
      + [
        .init(.node(node("A", []))), .init(.node(node("B", []))), .init(.component(a)),
        .init(.component(b)), .init(.text(text("A"))), .init(.text(text("B"))),
        .init(.hint(hint(a, b))), .init(.hint(hint(b, a))), .init(.hint(leftHint(a, b))),
      ]
    expectAllDiffer(elements.map(series(_:)))
  }

  @Test func allOfAPictureCounts() {
    let box = PictureItem(.element(Element(.component(component()))))
    expectAllCount(
      of: picture([box]),
      [
        "states": { $0 = $0.focus("x") }, "heading": { $0.heading = "x" },
        "caption": { $0.caption = "x" },
      ], besides: ["name", "title", "items", "origin"]
    ) { series([$0]) }
    #expect(
      properties(of: series(box)) == ["path", "slide", "pictures", "origin"]
        && properties(of: Slide.full) == ["width", "height"])
    let moved = Picture("p", line: 1) { [box] }
    expectAllDiffer([
      series(box), series([]), series([picture([box]), picture([box])]),
      series([picture([box])], path: "t"), series([picture([box])], slide: .width(0.5)),
      series([picture([box])], slide: .height(0.5)), series([picture([box], name: "q")]),
      series([picture([box], title: "q")]), series([picture([])]), series([moved]),
      Series("s", line: 1) { picture([box]) }, Series("s", line: 2) { picture([box]) },
      Series("s", line: 1, column: 90) { picture([box]) },
    ])
    // A file is written once for all that follows from it.
    func placed(_ origins: [Origin]) -> Series {
      series([
        picture(
          origins.map { origin in
            var box = component()
            box.attributes.origin = origin
            return PictureItem(.element(Element(.component(box))))
          })
      ])
    }
    let (here, there) = (origin(1), origin(1, file: "b.swift"))
    expectAllDiffer(
      [
        [here, there], [there, here], [here, here], [there, there], [here, origin(1, column: 2)],
      ]
      .map(placed))
  }

  @Test func allThatIsSaidOfBoxesCounts() {
    let (a, b) = (component("A"), component("B"))
    func brace(_ boxes: [any Referable], _ side: Side?) -> Brace {
      Brace("x", over: boxes, side: side)
    }
    let plain = brace([a], nil).annotation
    expectAllCount(
      of: plain, ["attributes": { $0.attributes.label = "y" }],
      besides: ["kind", "boxes", "side"]
    ) { series(PictureItem(.annotation($0))) }
    let annotations =
      [
        plain, brace([b], nil).annotation, brace([a], .top).annotation,
        brace([a], .left).annotation,
      ] + [
        Dimension("x", over: a).annotation, Region("x", around: a).annotation,
        Callout("x", at: a).annotation, a.zoom(into: b).annotation,
      ]
    expectAllDiffer(annotations.map { series(PictureItem(.annotation($0))) })

    func muted(_ selected: any Selecting...) -> Picture { picture([]).muted(selected) }
    let states =
      [
        muted(a), muted(b), muted("A"), muted(a, b), picture([]).focus(a),
        picture([]).highlight(a), picture([]).crossedOut(a),
      ] + Accent.allCases.map { picture([]).accent($0, a) }
    #expect(properties(of: muted(a).states[0]) == ["change", "selections", "origin"])
    expectAllDiffer(states.map { series([$0]) })

    let looks: [LegendSample.Look] = [
      .box(.component, a.attributes), .box(.node, a.attributes), .box(.text, a.attributes),
      .box(.component, b.id("x").attributes), .line(arrow(a, b)), .line(arrow(b, a)),
    ]
    func legend(_ title: String?, _ samples: [LegendSample]) -> Legend {
      let given = { samples }
      return Legend(title, samples: given)
    }
    #expect(properties(of: legend(nil, [])) == ["title", "samples", "origin"])
    #expect(
      properties(of: LegendSample(text: "x", look: looks[0])) == ["text", "look"])
    let legends =
      looks.map { legend(nil, [LegendSample(text: "x", look: $0)]) }
      + [
        legend(nil, [LegendSample(text: "y", look: looks[0])]), legend(nil, []),
        legend("x", []), legend("", []),
      ]
    expectAllDiffer(legends.map { series(PictureItem(.legend($0))) })
  }

  @Test func allOfASequenceCounts() {
    let (a, b) = (component("A"), component("B"))
    func script(isNumbered: Bool = false, _ items: [SequenceItem]) -> Series {
      var group = group(.sequence)
      group.script = SequenceScript(items: items, isNumbered: isNumbered)
      return series(Element(.group(group)))
    }
    func items(@SequenceBuilder _ content: () -> [SequenceItem]) -> [SequenceItem] { content() }
    func note(_ place: Int) -> Note {
      switch place {
      case 0: Note("x", over: a, line: 1)
      case 1: Note("x", leftOf: a, line: 1)
      default: Note("x", rightOf: a, line: 1)
      }
    }
    func loop(_ text: String, _ inside: [SequenceItem]) -> Loop { Loop(text) { inside } }
    let message = items { a --> b }
    let all: [[SequenceItem]] = [
      [], message, message + message, items { a }, items { b }, items { note(0) },
      items { note(1) }, items { note(2) }, items { Note("x", over: b, line: 1) },
      items { loop("x", []) }, items { loop("y", []) }, items { loop("x", message) },
      items { When("x", line: 1) { message } }, items { Active(a, line: 1) { message } },
      items { Active(b, line: 1) { message } }, items { Active(a, line: 1) { [] } },
      items { Alternatives(line: 1) { Case("x") { message } } },
      items {
        Alternatives(line: 1) {
          Case("x") { message }
          Case("x") { message }
        }
      }, items { Parallel(line: 1) { Case("x") { message } } }, items { Divider("x", line: 1) },
      items { Divider("y", line: 1) },
    ]
    expectAllDiffer(all.map { script($0) } + [script(isNumbered: true, [])])
    #expect(
      properties(of: SequenceScript(items: [], isNumbered: true)) == ["items", "isNumbered"])
    // How deep it is follows from what is in it.
    #expect(properties(of: message[0]) == ["kind", "origin", "depth"])
    guard case .note(let note) = items({ note(0) })[0].kind,
      case .fragment(let fragment) = items({ loop("x", []) })[0].kind
    else { return #expect(Bool(false), "these are a note and a fragment") }
    #expect(properties(of: note) == ["place", "boxes", "attributes"])
    #expect(properties(of: fragment) == ["kind", "cases"])
    #expect(properties(of: fragment.cases[0]) == ["text", "items"])
  }
}
