/// A box with code, in the colours of its language.
///
/// White space stays as it is; nothing in the code is a sign that styles it. It is a value like a
/// `Component`.
public struct Code: Content, Placeable, Filled, Referable, Hashable, Sendable {
  private let title: String
  /// What the modifiers change in a copy.
  public var attributes: Attributes

  /// A box with code. Its lines have numbers if `lineNumbers` says so.
  ///
  /// Its identity is the slug of its first line, unless ``SingleItem/id(_:)`` says otherwise.
  public init(
    _ text: String, language: CodeLanguage = .plain, lineNumbers: Bool = false,
    file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) {
    var code = CodeBlock(text, language)
    code.isNumbered = lineNumbers
    title = code.title
    attributes = Attributes(shape: .box, origin: Origin(file: file, line: line, column: column))
    attributes.code = code
    attributes.style.isMonospaced = true
    attributes.style.textAlignment = .left
    attributes.id = slug(title)
  }

  /// The element itself.
  public var content: [Element] { [Element(.node(node))] }

  /// The way to it, by its own id.
  public var reference: Reference { node.reference }

  /// The container of its marks.
  private var node: Node {
    var node = Node(title)
    node.attributes = attributes
    node.children = (attributes.code?.marks ?? []).flatMap { mark in
      var box = Component(mark.text).id(Self.boxID(of: mark.id))
      box.attributes.isMark = true
      box.attributes.style.accent = .primary
      box.attributes.origin = attributes.origin
      return box.contentElements
    }
    return node
  }

  /// A copy in which these lines, counted from 1, lie on a surface of their own.
  public func highlightLines(_ lines: ClosedRange<Int>) -> Code {
    changing { $0.attributes.code?.highlighted.append(lines) }
  }

  /// The same for one line.
  public func highlightLines(_ line: Int) -> Code { highlightLines(line...line) }

  /// A copy in which a place where a text stands is marked, as an end for arrows: `code["password"]`. It
  /// is the first one, unless `occurrence` counts another one, from 1.
  ///
  /// Without an id it is known by its text.
  public func mark(_ text: String, as id: String? = nil, occurrence: Int = 1) -> Code {
    let mark = CodeBlock.Mark(text: text, id: id ?? text, occurrence: occurrence)
    return changing { $0.attributes.code?.marks.append(mark) }
  }

  /// The same with the identity of a box: `code[secret]`.
  public func mark(_ text: String, as box: some Referable, occurrence: Int = 1) -> Code {
    mark(text, as: box.reference.path.last ?? "", occurrence: occurrence)
  }

  /// A copy in which every place where a text stands is marked: `code["TODO"]` is the first of them,
  /// `code["TODO-2"]` the second, and so on, and `code.all("TODO")` are all of them.
  public func markAll(_ text: String, as id: String? = nil) -> Code {
    let count = max(1, attributes.code?.places(of: text).count ?? 0)
    return (1...count).reduce(self) { code, number in
      let base = id ?? text
      return code.mark(text, as: number == 1 ? base : "\(base)-\(number)", occurrence: number)
    }
  }

  /// All places that ``markAll(_:as:)`` marked, for arrows: `secret --> code.all("TODO")`.
  public func all(_ mark: String) -> [Reference] {
    let ids = attributes.code?.marks.map(\.id) ?? []
    let others = (2...max(2, ids.count)).map { "\(mark)-\($0)" }
    return ([mark] + others.prefix { ids.contains($0) }).map { self[$0] }
  }

  /// A marked place in this code, for arrows.
  public subscript(mark: String) -> Reference {
    reference[Component(mark).id(Self.boxID(of: mark))]
  }

  /// The identity of the box that a mark is: not that of the box with which it shares its name.
  private static func boxID(of mark: String) -> String {
    "at-\(mark.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) } ? mark : slug(mark))"
  }

  /// The place in this code that is marked with the identity of a box, for arrows.
  public subscript(mark: some Referable) -> Reference { self[mark.reference.path.last ?? ""] }
}
