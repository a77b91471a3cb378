import DiagramModel
internal import DiagramXML

/// SVG that every viewer draws alike: real text, presentation attributes, whole numbers.
package enum SVGRenderer: Renderer {
  package static let fileExtension = "svg"

  package static let mark: any MarkForm = MarkNames.svg

  private static let options = XMLOptions(hasDeclaration: true)

  package static func render(_ documents: SceneDocuments) throws -> [UInt8] {
    var bytes = try documents.svgFile.get()
    mark.seal(&bytes)
    return bytes
  }

  /// A file of ours that was changed, with our marks; `source` says what it was made of, without white space.
  package static func marked(_ bytes: [UInt8], source: String) -> [UInt8] {
    var bytes = bytes
    MarkNames.svg.note(source: source, in: &bytes)
    mark.seal(&bytes)
    return bytes
  }

  /// The bytes of a root element, with room for a digest.
  static func unsealedFile(_ root: XMLElement) throws -> [UInt8] { try root.serialised(options) }

  /// The root element. Its groups lie in each other as boxes do, and are painted in the order of the scene.
  static func document(of scene: Scene) -> XMLElement {
    let root = plainDocument(of: scene)
    return scene.isAdaptive ? AdaptiveColors.resolve(root) : root
  }

  private static func plainDocument(of scene: Scene) -> XMLElement {
    let ids = PictureIDs(scene)
    let (width, height) = ("\(scene.size.width)", "\(scene.size.height)")
    let natural = scene.naturalSize ?? scene.size
    var root = XMLElement(
      "svg",
      [
        XMLAttribute("xmlns", "http://www.w3.org/2000/svg")
      ] + MarkNames.svg.xmlAttributes + [
        XMLAttribute("width", "\(natural.width)"),
        XMLAttribute("height", "\(natural.height)"),
        XMLAttribute("viewBox", "0 0 \(width) \(height)"),
        XMLAttribute("role", "graphics-document document"),
        XMLAttribute(
          "aria-labelledby", scene.summary.isEmpty ? ids.title : "\(ids.title) \(ids.summary)"),
        // Some readers take a line without a pen for a black one.
        XMLAttribute("stroke", "none"),
        XMLAttribute("stroke-linejoin", "round"),
      ])
    root.children.append(
      .element(XMLElement("title", [XMLAttribute("id", ids.title)], [.text(scene.title)])))
    if !scene.summary.isEmpty {
      root.children.append(
        .element(XMLElement("desc", [XMLAttribute("id", ids.summary)], [.text(scene.summary)])))
    }
    if let background = scene.background {
      let attributes = [
        XMLAttribute("width", width), XMLAttribute("height", height),
        XMLAttribute("fill", background.svgValue),
      ]
      root.children.append(.element(XMLElement("rect", attributes)))
    }
    root.children += groups(of: scene, ids).map(XMLNode.element)
    return root
  }

  /// The elements in the order in which they are painted, each box in the group of the box around it.
  ///
  /// An arrow lies above all boxes, so it is in no group of one; neither is what comes after arrows.
  private static func groups(of scene: Scene, _ ids: PictureIDs) -> [XMLElement] {
    let words = SceneWords(scene)
    var groups: [XMLElement] = []
    // From the outermost box to the innermost; what is no box has no id.
    var open: [(id: String?, group: XMLElement)] = []
    func close(to depth: Int) {
      while open.count > depth {
        let group = open.removeLast().group
        if open.isEmpty {
          groups.append(group)
        } else {
          open[open.count - 1].group.children.append(.element(group))
        }
      }
    }
    for element in scene.elements {
      var (id, depth) = (nil as String?, 0)
      if case .box(let box) = element {
        id = box.id
        depth = open.lastIndex { $0.id != nil && $0.id == box.parent }.map { $0 + 1 } ?? 0
      }
      close(to: depth)
      open.append((id, group(of: element, ids, words)))
    }
    close(to: 0)
    return groups
  }

  private static func group(
    of element: SceneElement, _ ids: PictureIDs, _ words: SceneWords
  ) -> XMLElement {
    let spoken = SpokenElement(element, words)
    func texts(of text: SceneText?) -> [XMLElement] {
      let texts = Self.texts(of: text)
      return spoken.hidesText ? texts.map(\.hidden) : texts
    }
    let parts =
      switch element {
      case .box(let box): Self.parts(of: box, texts(of: box.text))
      case .line(let line): line.more.around(line.shapes.map(path), texts(of: line.text))
      }
    return XMLElement(
      "g",
      [
        XMLAttribute("id", ids.element(element.id)),
        XMLAttribute("class", element.svgClass),
        XMLAttribute("data-cell-id", cellID(of: element.id)),
      ] + ends(of: element) + spoken.attributes,
      (spoken.description + parts).map(XMLNode.element))
  }

  /// What is drawn of a box itself. The tooltip of one that holds others is not theirs.
  private static func parts(of box: SceneBox, _ texts: [XMLElement]) -> [XMLElement] {
    let parts = box.more.around(
      box.shapes.map(path) + (box.image.map { [$0.svgElement(in: box.frame)] } ?? []), texts)
    guard box.isContainer, box.more.tooltip != nil else { return parts }
    return [XMLElement("g", [], parts.map(XMLNode.element))]
  }

  /// What an arrow joins, for style sheets that look for the arrows of a box.
  private static func ends(of element: SceneElement) -> [XMLAttribute] {
    guard case .line(let line) = element else { return [] }
    return [
      XMLAttribute("data-source", cellID(of: line.source)),
      XMLAttribute("data-target", cellID(of: line.target)),
    ]
  }

  private static func path(_ shape: SceneShape) -> XMLElement {
    XMLElement("path", [XMLAttribute("d", shape.svgPath)] + shape.paint.svgAttributes)
  }

  private static func texts(of text: SceneText?) -> [XMLElement] {
    guard let text else { return [] }
    let lines = text.svgLines
    guard let background = text.background, let frame = text.chip else { return lines }
    let chip = XMLElement(
      "rect",
      [
        XMLAttribute("x", "\(frame.minX)"), XMLAttribute("y", "\(frame.minY)"),
        XMLAttribute("width", "\(frame.size.width)"),
        XMLAttribute("height", "\(frame.size.height)"),
        XMLAttribute("rx", "\(SceneText.chipRadius)"), XMLAttribute("fill", background.svgValue),
      ])
    return [chip] + lines
  }
}

extension SceneElement {
  /// What a style sheet calls elements of its sort; no page has such a class for something else.
  fileprivate var svgClass: String {
    guard case .box(let box) = self else { return "diagen-arrow" }
    return switch box.meaning.role {
    case .thing, .place: box.isContainer ? "diagen-container" : "diagen-box"
    case .heading, .caption: "diagen-text"
    case .annotation: "diagen-annotation"
    case .part: "diagen-part"
    }
  }
}
