internal import DiagramModel

/// A picture in words, for those who read it aloud, search it or compare it: its title, boxes as they lie in
/// each other, arrows, and what is said of both.
package enum OutlineRenderer: Renderer {
  package static let fileExtension = "txt"

  package static let mark: any MarkForm = OutlineMark()

  package static func render(_ documents: SceneDocuments) -> [UInt8] {
    var bytes = Array(text(of: documents.scene).utf8)
    mark.seal(&bytes)
    return bytes
  }

  /// The paragraphs, with an empty line between them.
  private static func text(of scene: Scene) -> String {
    let words = SceneWords(scene)
    var boxes = scene.elements.compactMap { element in
      if case .box(let box) = element { box } else { nil }
    }
    let captions = boxes.filter { $0.meaning.role == .caption }.map(\.meaning.name)
    boxes.removeAll { $0.meaning.role == .caption }
    let paragraphs = [
      [scene.title.isEmpty ? scene.path : scene.title.outlined],
      things(scene.roots, words, indent: ""),
      scene.elements.compactMap { element in
        if case .line(let line) = element { line.outline(words) } else { nil }
      },
      boxes.compactMap { $0.annotation(words) },
      captions.map(\.outlined),
      [MarkLine.text()],
    ]
    return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  /// A line for each thing, deeper for each box that it lies in.
  private static func things(
    _ nodes: [SceneNode], _ words: SceneWords, indent: String
  ) -> [String] {
    nodes.flatMap { node -> [String] in
      guard case .box(let box) = node.element, box.meaning.role == .thing else { return [] }
      let details = box.meaning.details
      let pieces = [
        box.plainName.outlined, parenthesis(words.parts(of: box.id)),
        details.filter { !$0.isBlock && !$0.isEmpty }.aside, box.more.aside,
      ]
      return [indent + pieces.joined()]
        + details.filter(\.isBlock).flatMap(\.blockLines).map {
          $0.isEmpty ? "\(indent)|" : "\(indent)| \($0)"
        } + things(node.children, words, indent: indent + "  ")
    }
  }

  /// What stands behind a name, in parentheses.
  fileprivate static func parenthesis(_ words: [String]) -> String {
    words.isEmpty ? "" : " (\(words.map(\.outlined).joined(separator: ", ")))"
  }
}

extension SceneLine {
  /// `a --> b: label`.
  fileprivate func outline(_ words: SceneWords) -> String {
    let arrow =
      switch (startHead, endHead) {
      case (.none, .none): "---"
      case (.none, _): "-->"
      case (_, .none): "<--"
      default: "<-->"
      }
    let pieces = [
      words.name(of: source).outlined, " \(arrow) ",
      words.name(of: target).outlined, OutlineRenderer.parenthesis(words.parts(of: id)),
      (meaning.name.isEmpty ? [] : [meaning.name]).aside, more.aside,
    ]
    return pieces.joined()
  }
}

extension SceneBox {
  /// `brace: text (a, b)`; nil for what is no annotation.
  fileprivate func annotation(_ words: SceneWords) -> String? {
    guard case .annotation(let boxes) = meaning.role else { return nil }
    let pieces = [
      kind, (meaning.name.isEmpty ? [] : [meaning.name]).aside,
      OutlineRenderer.parenthesis(boxes.map(words.name)),
    ]
    return pieces.joined()
  }
}

extension SceneMore {
  /// What a pointer finds.
  fileprivate var aside: String {
    (tooltip.map { " [\($0.outlined)]" } ?? "") + (link.map { " <\($0)>" } ?? "")
  }
}

extension [String] {
  /// What stands behind a colon.
  fileprivate var aside: String {
    isEmpty ? "" : ": " + map(\.outlined).joined(separator: ", ")
  }
}

extension String {
  /// Whether it is several lines, as code is.
  fileprivate var isBlock: Bool { contains(where: \.isNewline) }

  fileprivate var blockLines: [Substring] {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  /// The text on one line, without what would make another one of it.
  fileprivate var outlined: String {
    split { $0.isNewline || $0 == "\u{B}" || $0 == "\u{C}" }.joined(separator: " ")
  }
}

/// A mark in the last line.
private struct OutlineMark: MarkForm {
  var isText: Bool { true }
  var reach: Int? { nil }

  func places(in bytes: [UInt8]) -> MarkPlaces? {
    let isBreak = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
    guard let end = bytes.lastIndex(where: { !isBreak($0) }) else { return nil }
    let start = bytes[...end].lastIndex(where: isBreak).map { $0 + 1 } ?? 0
    return MarkLine.places(in: bytes[start...end])
  }
}
