import DiagramDSL
import DiagramModel

/// One element in one picture.
struct Occurrence {
  let picture: Int
  /// The index of the element around it, which stands earlier.
  let parent: Int?
  let content: ResolvedSeries.Content
  /// The ids of the boxes around it and, for a box, its own, joined by `/`.
  let path: String
  /// What the author calls it, and its identity unless there is an id.
  let title: String
  /// What the picture shows.
  let label: StyledText
  let attributes: Attributes
  /// What is said in it, if it is a sequence.
  var script: SequenceScript?
  var isFilled = false

  /// What is read of it.
  var text: String { attributes.code?.title ?? label.plain }

  var isBox: Bool { if case .box = content { true } else { false } }

  /// How the author knows it.
  var name: String {
    switch content {
    case .box(let kind) where text.allSatisfy(\.isWhitespace): Self.untitled(kind, attributes.free)
    case .box: quoted(text)
    case .group(.row, _): "a row"
    case .group(.column, _): "a column"
    case .group(.grid, _): "a grid"
    case .group(.ring, _): "a ring"
    case .group(.layered, _): "layers"
    case .group(.tree, _): "a tree"
    case .group(.packed, _): "a pack"
    case .group(.force, _): "a force arrangement"
    case .group(.lanes, _): "lanes"
    case .group(.timeline, _): "a timeline"
    case .group(.sequence, _): "a sequence"
    case .group(.shared(let name), _): "the shared place \(quoted(name))"
    }
  }
}

extension Occurrence {
  /// What a box is called that shows no text.
  private static func untitled(_ kind: Reference.Kind, _ free: FreeElement?) -> String {
    switch (kind, free) {
    case (.node, _): "a container without a title"
    case (.component, _): "a box without a title"
    case (.text, .divider?): "a divider without a text"
    case (.text, .spot?): "a spot without a name"
    case (.text, .track?): "the track of a lane"
    case (.text, nil): "a text without words"
    }
  }
}

/// One hint in one picture.
struct HintOccurrence {
  let hint: Hint
  let picture: Int
  /// The ids of the boxes around it, joined by `/`.
  let path: String
}

/// A box that a container holds, but does not show in one picture.
struct HiddenBox {
  let picture: Int
  let kind: Reference.Kind
  /// Its ids from the outside in, joined by `/`.
  let path: String
  /// Those of the container that is collapsed.
  let container: String
}

/// Lists the elements of all pictures, each picture in the author's order, parents first.
struct OccurrenceCollector {
  private(set) var occurrences: [Occurrence] = []
  private(set) var hints: [HintOccurrence] = []
  private(set) var hidden: [HiddenBox] = []
  private(set) var diagnostics: [Diagnostic] = []

  private let loose: LooseBoxes
  /// How many dividers without a text each container of a picture has so far.
  private var plainDividers: [String: Int] = [:]

  init(_ series: Series) {
    loose = LooseBoxes(series)
    for (index, picture) in series.pictures.enumerated() {
      for element in loose.arranged(picture.items.compactMap(\.element), in: "") {
        add(element, picture: index, parent: nil, path: "", passedOn: Style())
      }
    }
  }

  /// Adds an element and what lies in it, in the style that what is around it passes on.
  private mutating func add(
    _ element: Element, picture: Int, parent: Int?, path: String, passedOn: Style
  ) {
    var attributes = element.attributes
    attributes.style = attributes.style.inheriting(passedOn)
    // What lies on another box has no place in a row or column.
    let parent = attributes.on == nil ? parent : closestBox(from: parent)
    switch element.kind {
    case .node(let node):
      let box = addBox(
        node.reference, node.title, attributes, picture: picture, parent: parent, path: path)
      if let on = attributes.on, on.track != nil, !node.placedChildren.isEmpty {
        diagnostics.append(
          Diagnostic(
            .placeOutside, "\(quoted(node.title)) holds boxes, so it cannot be as long as its time",
            at: on.origin, hints: ["put its boxes into the lane, or show it `.collapsed()`"]))
      }
      let around = occurrences[box].path
      addChildren(
        loose.arranged(node.placedChildren, in: around), of: box,
        passedOn: attributes.style.passedOn)
      for element in node.hidden { hide(element, picture: picture, in: around, path: around) }
    case .component(let component):
      _ = addBox(
        component.reference, component.title, attributes, picture: picture, parent: parent,
        path: path)
    case .text(let text):
      if attributes.free == .divider, attributes.id == Divider.plainID {
        attributes.id = plainDivider(in: "\(picture)/\(path)")
      }
      let own = text.changing { $0.attributes.id = attributes.id }
      _ = addBox(
        own.reference, text.title, attributes, picture: picture, parent: parent, path: path)
    case .group(let group) where group.isTimeline:
      check(group)
      add(
        Element(.group(group.asLanes)), picture: picture, parent: parent, path: path,
        passedOn: passedOn)
    case .group(let group) where group.children.contains(where: \.holdsBox):
      check(group)
      occurrences.append(
        Occurrence(
          picture: picture, parent: parent, content: .group(group.kind, spacing: group.spacing),
          path: path, title: "", label: StyledText(plain: ""), attributes: attributes,
          script: group.script))
      addChildren(
        group.script == nil ? group.children : participants(of: group),
        of: occurrences.count - 1, passedOn: attributes.style)
    case .group(let group):
      // What lies on others may be all that stands in it.
      for child in group.children where !child.isHint {
        add(child, picture: picture, parent: parent, path: path, passedOn: attributes.style)
      }
    case .hint(let hint):
      hints.append(HintOccurrence(hint: hint, picture: picture, path: path))
    }
  }

  /// The innermost box around what stands in an element, the element included.
  private func closestBox(from parent: Int?) -> Int? {
    var parent = parent
    while let around = parent, !occurrences[around].isBox { parent = occurrences[around].parent }
    return parent
  }

  /// The boxes of a sequence, which have their places in it.
  private mutating func participants(of group: Group) -> [Element] {
    group.children.map { child in
      guard let place = child.attributes.on else { return child }
      diagnostics.append(
        Diagnostic(
          .contradictingPlaces, "what takes part in a sequence cannot lie on another box",
          at: place.origin, hints: ["let it stand in the sequence, or lie on the box outside of it"]
        ))
      return child.changing { $0.attributes.on = nil }
    }
  }

  /// An id for the next divider without a text in a container of a picture.
  private mutating func plainDivider(in place: String) -> String {
    let number = plainDividers[place, default: 0] + 1
    plainDividers[place] = number
    return number == 1 ? Divider.plainID : "\(Divider.plainID)-\(number)"
  }

  private mutating func addChildren(
    _ children: [Element], of parent: Int, passedOn: Style
  ) {
    let (picture, path) = (occurrences[parent].picture, occurrences[parent].path)
    occurrences[parent].isFilled = children.contains(where: \.holdsBox)
    for child in children {
      add(child, picture: picture, parent: parent, path: path, passedOn: passedOn)
    }
  }

  /// Lists what a collapsed container holds.
  private mutating func hide(
    _ element: Element, picture: Int, in container: String, path: String
  ) {
    func add(_ reference: Reference) -> String {
      let path = path + "/" + reference.path.joined(separator: "/")
      hidden.append(
        HiddenBox(picture: picture, kind: reference.kind, path: path, container: container))
      return path
    }
    switch element.kind {
    case .node(let node):
      let inner = add(node.reference)
      for element in node.children + node.hidden {
        hide(element, picture: picture, in: container, path: inner)
      }
    case .component(let component): _ = add(component.reference)
    case .text(let text): _ = add(text.reference)
    case .group(let group):
      for element in group.children {
        hide(element, picture: picture, in: container, path: path)
      }
    case .hint: break
    }
  }

  private mutating func addBox(
    _ reference: Reference, _ title: String, _ attributes: Attributes, picture: Int, parent: Int?,
    path: String
  ) -> Int {
    check(attributes, title: reference.title)
    if let diagnostic = shapeDiagnostic(attributes) { diagnostics.append(diagnostic) }
    let label = attributes.markup(of: attributes.label ?? title)
    diagnostics += label.diagnostics(at: attributes.origin) + attributes.textDiagnostics()
    occurrences.append(
      Occurrence(
        picture: picture, parent: parent, content: .box(reference.kind),
        path: (path.isEmpty ? "" : path + "/") + reference.path.joined(separator: "/"),
        title: reference.title, label: label.text, attributes: attributes))
    return occurrences.count - 1
  }

  private mutating func check(_ attributes: Attributes, title: String) {
    if let id = attributes.id, !isValidID(id) {
      diagnostics.append(
        Diagnostic(
          .invalidID, idProblem(id), at: attributes.origin,
          hints: ["write `.id(\(literal(validID(like: id, or: title))))`"]))
    } else if attributes.id == nil, title.allSatisfy(\.isWhitespace) {
      diagnostics.append(
        Diagnostic(
          .noIdentity, "a box without a title has no identity", at: attributes.origin,
          hints: ["give it a title, or an id of its own: `.id(\"spare\")`"]))
    }
    for (name, extent) in [("width", attributes.width), ("height", attributes.height)] {
      guard let extent, !(1...maximumExtent).contains(extent) else { continue }
      diagnostics.append(
        Diagnostic(
          .boxSize, "a \(name) of \(extent) units cannot be drawn", at: attributes.origin,
          hints: ["write a number from 1 to \(maximumExtent)"]))
    }
    let places = 0...maximumExtent
    if let pin = attributes.pin, !places.contains(pin.x) || !places.contains(pin.y) {
      diagnostics.append(
        Diagnostic(
          .pinOutside, "\(quoted(title)) cannot stand at (\(pin.x), \(pin.y))",
          at: attributes.placeOrigin,
          hints: [
            "write `.at(x: \(max(0, min(pin.x, maximumExtent))), y: \(max(0, min(pin.y, maximumExtent))))`, "
              + "numbers from 0 to \(maximumExtent)"
          ] + shift(for: pin)))
    }
    diagnostics += attributes.placeDiagnostics(title: title)
  }

  /// What to do with the other pins where one lies before the first corner.
  private func shift(for pin: Point) -> [String] {
    let less = [("x", pin.x), ("y", pin.y)].filter { -maximumExtent..<0 ~= $0.1 }
    guard !less.isEmpty else { return [] }
    let more = less.map { "\(-$0.1) more for \($0.0)" }.joined(separator: " and ")
    return ["places count from the top left corner of all of them: write \(more) at the others"]
  }

  private mutating func check(_ group: Group) {
    if case .shared(let name) = group.kind {
      let shown = group.children.filter(\.holdsBox)
      diagnostics += shown.dropFirst().prefix(1).map { second in
        Diagnostic(
          .sharedPlace, "two boxes stand together in the shared place \(quoted(name))",
          at: second.origin,
          hints: [
            "put them into a `Row { a; b }` there, or show each of them in a picture of its own"
          ], notes: [.init("the other one", at: shown[0].origin)])
      }
    }
    if case .timeline(let columns) = group.kind, columns.isEmpty {
      diagnostics.append(
        Diagnostic(
          .gridColumns, "a timeline without columns has no time", at: group.attributes.origin,
          hints: ["write `Timeline(\"Q1\", \"Q2\") { … }`, with the title of each column"]))
    }
    if case .grid(let columns) = group.kind, columns < 1 {
      diagnostics.append(
        Diagnostic(
          .gridColumns, "a grid of \(columns) columns has no place for anything",
          at: group.attributes.origin,
          hints: ["write `Grid(columns: 2) { a }`, or another number from 1 on"]))
    }
    if let spacing = group.spacing, !(0...maximumExtent).contains(spacing) {
      diagnostics.append(
        Diagnostic(
          .spacing, "a spacing of \(spacing) units cannot be drawn", at: group.attributes.origin,
          hints: ["write a number from 0 to \(maximumExtent), or leave it out"]))
    }
  }
}

extension Node {
  /// Its children; marks in a code at their places.
  fileprivate var placedChildren: [Element] {
    guard let code = attributes.code else { return children }
    return zip(children, code.frames).map { child, frame in
      child.changing { element in
        element.attributes.pin = frame.origin
        (element.attributes.width, element.attributes.height) = (
          frame.size.width, frame.size.height
        )
      }
    }
  }
}

extension CodeBlock {
  /// Where its marks lie: those whose texts follow each other share the room between them.
  fileprivate var frames: [Rect] {
    var frames = marks.map { frame(of: $0) ?? Rect(x: 0, y: 0, width: 1, height: 1) }
    for (index, frame) in frames.enumerated() {
      for other in frames.indices.dropFirst(index + 1) where frames[other].minY == frame.minY {
        let (left, right) =
          frames[index].minX <= frames[other].minX ? (index, other) : (other, index)
        let shared = frames[left].maxX - frames[right].minX
        guard (1...2 * Self.markMargin).contains(shared) else { continue }
        frames[left].size.width -= shared - shared / 2
        frames[right].origin.x += shared / 2
        frames[right].size.width -= shared / 2
      }
    }
    return frames
  }
}

extension Attributes {
  /// A label of the element: in code nothing is a sign that styles it.
  func markup(of written: String) -> Markup {
    if let code { return Markup(styled: code.styled) }
    return style.isMonospaced == true ? Markup(plain: written) : Markup(written)
  }
}

/// The mistake of a text with a character that no file format holds, if it has one.
func characterDiagnostic(
  _ text: String, _ origin: Origin, _ subject: String = "a text"
) -> Diagnostic? {
  let forbidden = text.unicodeScalars.first { scalar in
    scalar.value < 0x20 && !"\n\r\t".unicodeScalars.contains(scalar) || scalar.value == 0xFFFE
      || scalar.value == 0xFFFF
  }
  return forbidden.map { scalar in
    Diagnostic(
      .controlCharacter, "\(subject) holds the control character U+\(scalar.hexadecimal)",
      at: origin, hints: ["leave it out; a line is broken by \\n"])
  }
}

/// The largest width, height or spacing that an author may ask for.
private let maximumExtent = 20_000

/// What is wrong with an id that is not valid.
func idProblem(_ id: String) -> String {
  "the id \(quoted(id)) is not made of letters, digits, “-”, “_” and “.”"
}

/// Whether an id is made of letters, digits, `-`, `_` and `.`.
func isValidID(_ id: String) -> Bool {
  !id.isEmpty && id.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
}

extension Element {
  /// Whether it is a hint.
  var isHint: Bool { if case .hint = kind { true } else { false } }

  /// Whether it is a box or text, or has one inside.
  ///
  /// What lies on another box takes no place.
  fileprivate var holdsBox: Bool {
    guard attributes.on == nil else { return false }
    return switch kind {
    case .node, .component, .text: true
    case .group(let group): group.children.contains(where: \.holdsBox)
    case .hint: false
    }
  }
}
