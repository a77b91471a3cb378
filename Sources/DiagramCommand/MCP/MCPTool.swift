import DiagramInterchange
import DiagramModel

/// What agents can ask for; each but the words is a command of this program.
enum MCPTool: String, CaseIterable {
  case render, check, diff, explain, words

  /// Arguments that cannot be understood, in words for who wrote them.
  struct WrongArgument: Error {
    let message: String
  }

  /// An argument by its name, what it holds, and what it is for.
  private struct Argument {
    enum Kind { case text, texts, flag }

    let name: String
    let kind: Kind
    let words: String
    var isRequired = false
    var choices: [String] = []
  }

  private static let files = Argument(
    name: "files", kind: .texts,
    words:
      "Swift files of drawings, folders of them, or, in a package, names of series or pictures.",
    isRequired: true)

  private var arguments: [Argument] {
    switch self {
    case .render:
      [
        Self.files,
        Argument(
          name: "output", kind: .text,
          words: "The folder of the images; beside the files unless given."),
        Argument(
          name: "theme", kind: .text, words: "The colours.", choices: Theme.all.map(\.name)),
        Argument(
          name: "format", kind: .text,
          words: "svg, drawio or drawio.svg, or several with commas between."),
      ]
    case .check:
      [
        Self.files,
        Argument(name: "output", kind: .text, words: "The folder of the images, as for render."),
        Argument(
          name: "slides", kind: .texts, words: "Pages of Markdown or HTML that show the images."),
        Argument(
          name: "fix", kind: .flag, words: "Whether to apply the edits that findings carry."),
      ]
    case .diff:
      [
        Argument(
          name: "from", kind: .text,
          words: "A revision of git, a folder or a file; HEAD unless given."),
        Argument(name: "to", kind: .text, words: "The later one; what is here unless given."),
      ]
    case .explain:
      [
        Self.files,
        Argument(
          name: "name", kind: .text, words: "A box or an arrow: its id, its text, or “a -> b”.",
          isRequired: true),
      ]
    case .words:
      [
        Argument(
          name: "about", kind: .text,
          words: "Only the sections that name this, as “Row”; the whole language unless given.")
      ]
    }
  }

  private var words: String {
    switch self {
    case .render:
      "Draws Swift files of diagrams, and writes their images; tells mistakes with file, line and hint."
    case .check:
      "Tells what is wrong with drawings, images and slides as JSON, with edits that mend it."
    case .diff:
      "Tells what is other in the pictures of two folders, files or revisions of git, as JSON."
    case .explain:
      "Tells why a box or an arrow lies where it does and is as large as it is, as JSON."
    case .words: "The whole language of diagrams with an example of each word."
    }
  }

  /// Whether it prints one line of JSON.
  var reportsJSON: Bool { self != .render }

  /// The tool as it is listed.
  var json: JSON {
    let properties = arguments.map { argument -> (key: String, value: JSON) in
      var members: [(key: String, value: JSON)] = [("description", .string(argument.words))]
      switch argument.kind {
      case .text: members.append(("type", .string("string")))
      case .flag: members.append(("type", .string("boolean")))
      case .texts:
        members += [("type", .string("array")), ("items", .object([("type", .string("string"))]))]
      }
      if !argument.choices.isEmpty {
        members.append(("enum", .array(argument.choices.map(JSON.string))))
      }
      return (argument.name, .object(members))
    }
    let required = arguments.filter(\.isRequired).map { JSON.string($0.name) }
    let reads = self != .render && self != .check
    return .object([
      ("name", .string(rawValue)), ("description", .string(words)),
      (
        "inputSchema",
        .object([
          ("type", .string("object")), ("properties", .object(properties)),
          ("required", .array(required)), ("additionalProperties", .boolean(false)),
        ])
      ), ("annotations", .object([("readOnlyHint", .boolean(reads))])),
    ])
  }
}

// MARK: - Arguments

extension MCPTool {
  /// The command line that does what is asked for.
  func command(_ value: JSONValue?) throws(WrongArgument) -> [String] {
    var words = [rawValue]
    var last: [String] = []
    for (argument, texts) in try read(value) {
      switch argument.name {
      case "files", "from", "to": words += texts
      case "name": last = texts
      case "slides": words += texts.flatMap { ["--slides", $0] }
      case "fix": words.append("--fix")
      default: words += ["--\(argument.name)"] + texts
      }
    }
    if self == .diff, words.count == 2, try read(value).first?.0.name == "to" {
      words.insert("HEAD", at: 1)
    }
    return words + last + (reportsJSON ? ["--json"] : [])
  }

  /// The language, or the sections of it that hold a word.
  func words(_ value: JSONValue?) throws(WrongArgument) -> String {
    guard let word = try read(value).first?.1.first else { return languageBrief }
    let sections = "\n\(languageBrief)".split(separator: "\n## ").map { "## \($0)" }
    let found = sections.dropFirst().filter { $0.lowercased().contains(word.lowercased()) }
    guard !found.isEmpty else {
      throw WrongArgument(message: "nothing in the language is called “\(word)”: leave out about")
    }
    return found.joined(separator: "\n")
  }

  /// The arguments that are given, in the order in which they are listed.
  private func read(_ value: JSONValue?) throws(WrongArgument) -> [(Argument, [String])] {
    var members: [(name: String, value: JSONValue)] = []
    switch value?.content {
    case .object(let given)?: members = given
    case nil, .null?: break
    default: throw WrongArgument(message: "arguments are an object")
    }
    for member in members where !arguments.contains(where: { $0.name == member.name }) {
      let known = arguments.map(\.name).joined(separator: ", ")
      throw WrongArgument(
        message: "there is no argument “\(member.name)”: \(rawValue) takes \(known)")
    }
    var given: [(Argument, [String])] = []
    for argument in arguments {
      guard let member = members.first(where: { $0.name == argument.name }) else {
        if argument.isRequired { throw WrongArgument(message: "“\(argument.name)” is missing") }
        continue
      }
      if let texts = try Self.texts(member.value, argument) { given.append((argument, texts)) }
    }
    return given
  }

  /// The texts of an argument; nil for a flag that is not set.
  private static func texts(
    _ value: JSONValue, _ argument: Argument
  ) throws(WrongArgument) -> [String]? {
    var texts: [String] = []
    switch (argument.kind, value.content) {
    case (.flag, .bool(let isSet)): return isSet ? [] : nil
    case (.text, .string(let text)): texts = [text]
    case (.texts, .array(let values)):
      texts = values.compactMap(\.text)
      guard texts.count == values.count else { fallthrough }
    default:
      let kind =
        switch argument.kind {
        case .text: "a text"
        case .texts: "a list of texts"
        case .flag: "true or false"
        }
      throw WrongArgument(message: "“\(argument.name)” is \(kind)")
    }
    guard !texts.isEmpty || !argument.isRequired else {
      throw WrongArgument(message: "“\(argument.name)” is empty")
    }
    // A name that looks like an option would be one.
    for text in texts where text.isEmpty || text.hasPrefix("-") || text.utf8.contains(0) {
      throw WrongArgument(message: "“\(argument.name)” cannot be “\(text)”")
    }
    if !argument.choices.isEmpty, let text = texts.first, !argument.choices.contains(text) {
      throw WrongArgument(
        message: "“\(argument.name)” is one of \(argument.choices.joined(separator: ", "))")
    }
    return texts
  }
}
