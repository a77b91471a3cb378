/// What the compiler complains of in parts of an author's own: functions, types, extensions and values beside the
/// series.
enum PartComplaint: Equatable {
  /// Several statements where one value is returned.
  case noReturn(of: String)
  /// The same where the type of the value is opaque.
  case noOpaqueReturn
  /// A type after `some` that is no protocol.
  case someType
  /// An attribute that there is not.
  case attribute(String)
  /// A type that lacks what a protocol asks for.
  case conformance(to: String)
  /// A value of a function that is not what its type says.
  case result(String, asked: String)
  /// A modifier of something that it does not suit.
  case modifier(String, of: String)
  /// Content that an arrow cannot know as a box.
  case arrowToContent
  /// A value at the top of the file that could change.
  case changing
  /// A closure at the top of the file.
  case closure
  /// A declaration inside of a picture.
  case declarationInside
  /// Single arrows beside lists of them.
  case mixedList
  /// An initializer as a function.
  case initializer
  /// A closure of content, passed on.
  case content

  /// Reads a message of the compiler, and what it quotes; nil for what is about something else.
  init?(_ message: String, _ quoted: [String]) {
    guard
      let complaint = Self.ofFunction(message, quoted) ?? Self.ofType(message, quoted)
        ?? Self.ofValue(message, quoted)
    else { return nil }
    self = complaint
  }

  private static func ofFunction(_ message: String, _ quoted: [String]) -> PartComplaint? {
    switch message {
    case _ where message.hasPrefix("missing return in"): .noReturn(of: quoted.last ?? "")
    case _ where message.contains("declares an opaque return type, but has no return"):
      .noOpaqueReturn
    case _ where message.hasPrefix("a 'some' type must specify only"): .someType
    case _ where message.hasPrefix("unknown attribute"): .attribute(quoted.first ?? "")
    case _ where message.hasPrefix("return type of") && message.contains("requires that"):
      quoted.count > 2 ? .result(quoted[quoted.count - 2], asked: quoted[quoted.count - 1]) : nil
    case _ where message.hasPrefix("closure containing a declaration cannot be used with"):
      .declarationInside
    default: nil
    }
  }

  private static func ofType(_ message: String, _ quoted: [String]) -> PartComplaint? {
    if message.hasPrefix("type '"), message.contains("' does not conform to protocol '") {
      return .conformance(to: quoted.last ?? "")
    }
    guard quoted.count > 2,
      message.hasPrefix("referencing instance method '") && message.contains("requires that")
    else { return nil }
    return .modifier(quoted[0].prefix { $0 != "(" }.description, of: quoted[quoted.count - 2])
  }

  private static func ofValue(_ message: String, _ quoted: [String]) -> PartComplaint? {
    switch message {
    case _ where message.contains("is not concurrency-safe"):
      message.hasPrefix("var ") ? .changing : quoted.last?.contains("->") == true ? .closure : nil
    case _ where message.hasPrefix("heterogeneous collection literal"): .mixedList
    case _ where message.hasPrefix("binary operator '") && quoted.first?.contains("-") == true:
      quoted.dropFirst().contains { $0.hasSuffix("some Content") || $0 == "[Element]" }
        ? .arrowToContent : nil
    case _ where message.contains("StaticString, UInt, UInt)"): .initializer
    case _
    where message.hasPrefix("cannot convert value of type '() ->")
      && quoted.last?.hasPrefix("() -> [") == true:
      .content
    default: nil
    }
  }
}

extension PartComplaint {
  /// What to write instead; nil where the compiler says it.
  func hint(at spot: SourceSpot?) -> String? {
    switch self {
    case .noReturn(let type): Self.builder(for: type)
    case .noOpaqueReturn: Self.builder(for: spot?.opaqueType ?? "Content")
    case .someType: Self.type(insteadOf: spot?.opaqueType ?? "Component")
    case .attribute(let name): Self.attribute(name)
    case .conformance(let name): Self.requirements[name]
    case .result(let type, let asked): Self.result(type, asked: asked)
    case .modifier(let name, let type): Self.modifier(name, of: type)
    case .arrowToContent:
      "an arrow ends at a box: give the function the result Node, or name a box of its content, "
        + "`shop[\"API\"] --> db`"
    case .changing: "a value at the top of the file stays as it is: write let"
    case .closure:
      "write a function: `func box(_ name: String) -> Component { Component(name).accent() }`"
    case .declarationInside:
      "functions and types stand at the top of the file; in a picture stand values, let api = Component(\"API\")"
    case .mixedList:
      "in a list all are of one kind: `[api --> db] + (db --> [api, shop])`; what is in a list of boxes of several "
        + "kinds is said before it, let boxes: [any Content]"
    case .initializer: "write it as a closure: `[\"web\", \"db\"].map { Component($0) }`"
    case .content: "call it in braces: { content() }"
    }
  }

  // MARK: - Builders

  /// What functions return, with the builder that puts several statements together to it.
  private static let builders: [(types: [String], builder: String, example: String)] = [
    (["Arrow"], "ArrowBuilder", "wires() -> [Arrow] { api --> db; db --> api }"),
    (["Element", "Content"], "ContentBuilder", "boxes() -> some Content { api; db }"),
    (
      ["PictureItem", "PictureContent"], "PictureBuilder",
      "part() -> some PictureContent { api; db; api --> db }"
    ),
    (
      ["SequenceItem", "SequenceContent"], "SequenceBuilder",
      "ask() -> some SequenceContent { api --> db; api <-- db }"
    ),
    (["Picture"], "SeriesBuilder", "steps() -> [Picture] { Picture(\"one\") { api } }"),
    (["Lane"], "LaneBuilder", "lanes() -> [Lane] { Lane(\"Shop\") { api } }"),
    (["Case"], "CaseBuilder", "cases() -> [Case] { Case(\"found\") { api --> db } }"),
  ]

  private static func example(of builder: String) -> String? {
    builders.first { $0.builder == builder }.map { "`@\($0.builder) func \($0.example)`" }
  }

  private static func builder(for type: String) -> String {
    let plain = type.filter { !"[]?() ".contains($0) }
    let isOne = plain == type && LanguageWords.all.types.contains { $0.name == type }
    guard !isOne, let found = builders.first(where: { $0.types.contains(plain) }),
      let example = example(of: found.builder)
    else { return "write return before what it returns" }
    let others = [found.builder == "ContentBuilder" ? "PictureBuilder" : nil].compactMap(\.self)
      .compactMap(Self.example)
    return "a builder before func puts several statements together: "
      + ([example] + others.map { "boxes with their arrows, \($0)" }).joined(separator: "; ")
  }

  private static func attribute(_ name: String) -> String? {
    guard name.hasSuffix("Builder") else { return nil }
    let near = nearest(to: name, among: builders.map(\.builder))
    if !near.isEmpty { return "did you mean \(list(near.map { "“@\($0)”" }, "or"))?" }
    return
      "builders are @ContentBuilder for boxes, @PictureBuilder for boxes and arrows, @ArrowBuilder for arrows, "
      + "@SequenceBuilder for messages and @SeriesBuilder for pictures: "
      + (example(of: "PictureBuilder") ?? "")
  }

  // MARK: - Types

  /// What a part of an author's own says of itself.
  private static let requirements = [
    "Content": "what a part shows is var content: some Content { Node(\"Shop\") { api; db } }",
    "PictureContent":
      "what a part shows is var pictureItems: [PictureItem] { api; db; api --> db }",
    "SequenceContent":
      "what a part says is var sequenceItems: [SequenceItem] { api --> db; api <-- db }",
  ]

  private static func type(insteadOf name: String) -> String? {
    name == "Arrow"
      ? "an arrow is the result Arrow, several are [Arrow]"
      : "write the type itself, without some: \(name)"
  }

  private static func result(_ type: String, asked: String) -> String? {
    guard asked == "Content", type.contains("Arrow") || type.contains("PictureItem") else {
      return nil
    }
    return "arrows are the result [Arrow], boxes with their arrows some PictureContent"
  }

  private static func modifier(_ name: String, of type: String) -> String? {
    if type.contains("Content") || type.contains("ChangedItem") {
      return
        "what stands behind some Content may be anything: let the function return Node, or [Element] for several; an "
        + "extension is one of Component, of Node or of Arrow"
    }
    let what = type == "Arrow" ? "an arrow" : "a \(type)"
    return
      "\(what) has no .\(name)(…); what it has is in Documentation/language.md"
  }
}
