import DiagramModel

/// What to write instead, for the complaints of the compiler about files of drawings.
struct CompilerHints {
  private let source: DrawingSource

  init(for source: DrawingSource) { self.source = source }

  /// What to do about a message that the compiler explains for whoever knows Swift; nil where nothing is
  /// known.
  func hint(for message: CompilerMessage) -> String? {
    guard message.severity == "error", let complaint = Complaint(message.message) else {
      return nil
    }
    let spot = SourceSpot(message, in: source)
    switch complaint {
    case .name(let name): return hint(forName: name, at: spot)
    case .member(let name, let type): return Self.hint(forMember: name, of: type)
    case .sign(let sign): return hint(forSign: sign.isEmpty ? spot?.sign ?? "" : sign, at: spot)
    case .labels(let labels): return Self.hint(forLabels: labels, in: spot?.call)
    case .text(let type): return Self.hint(forTextInsteadOf: type)
    case .statement: return Self.statement
    case .unseparated: return Self.hint(forUnseparated: spot?.byte)
    case .part(let part): return part.hint(at: spot)
    case .hash: return "a comment begins with //"
    case .topLevel:
      return "at the top of such a file everything has a name: let shop = Series(…) { … }"
    case .openDeclaration:
      return "a declaration ends without a comma: see the end of the line before"
    case .module:
      return "a file that diagen draws by itself begins with import DiagramDSL; "
        + "the file of a package is drawn by its program: swift run NAME render all"
    }
  }

  /// Where a name is like none that there is.
  private static let general =
    "a box is `Component(\"API\")`, a container `Node(\"Shop\") { api; db }`; all words are in "
    + "Documentation/language.md"
  private static let generalModifiers =
    "what changes boxes and arrows are `api.accent()`, `api.dashed()`, `(api --> db).label(\"SQL\")` and more; "
    + "all words are in Documentation/language.md"
  private static let statement =
    "in these braces stand boxes and what arranges them; in a picture arrows too, and what is said of boxes: "
    + "`Picture(\"overview\") { Row { api; db }; api --> db }`"
}

// MARK: - Names and signs

extension CompilerHints {
  private func hint(forName name: String, at spot: SourceSpot?) -> String {
    let words = LanguageWords.all
    if isWithoutImport(spot), words.types.contains(where: { $0.name == name }) {
      return Self.importing
    }
    let types = words.types.map(\.name)
    let isCalled = spot?.isCalled(name) ?? false
    if isCalled || name.first?.isUppercase ?? false {
      if let same = types.first(where: { $0.lowercased() == name.lowercased() }) {
        return "did you mean “\(same)”?"
      }
      if let advice = ForeignWords.names[name] { return advice }
      return suggestion(for: name, among: types + declared) ?? Self.general
    }
    // One letter is like every other.
    if name.count > 1, let near = suggestion(for: name, among: declared) { return near }
    if spot?.beginsStatement ?? false, let advice = ForeignWords.keywords[name] { return advice }
    return "a box has a name before it is used: `let \(name) = Component(\"\(name)\")`"
  }

  private func hint(forSign sign: String, at spot: SourceSpot?) -> String? {
    if isWithoutImport(spot), ["-->", "<--", "<-->", "---", "==>"].contains(sign) {
      return Self.importing
    }
    return ForeignWords.advice(on: sign)
  }

  private static let importing = "write import DiagramDSL at the top of the file"

  private func isWithoutImport(_ spot: SourceSpot?) -> Bool {
    spot.map { !$0.file.imports.contains("DiagramDSL") } ?? false
  }

  /// What the files name with `let`, `var` and `func`, at whatever depth, also after commas and in parentheses.
  private var declared: [String] {
    each(
      source.files.flatMap { file in
        var scanner = SwiftScanner(file.bytes)
        var (names, isOpen) = ([String](), false)
        while let token = scanner.next() {
          switch token {
          case .word("let"), .word("var"), .word("func"): isOpen = true
          case .word(let name) where isOpen:
            names.append(name)
            isOpen = false
          case .symbol(UInt8(ascii: ",")): isOpen = Self.binds(scanner)
          case .symbol(UInt8(ascii: "(")) where isOpen: break
          case .word, .symbol, .literal, .condition: isOpen = false
          }
        }
        return names
      })
  }

  /// Whether a name follows that gets a value, or is one of several in parentheses that do.
  private static func binds(_ scanner: SwiftScanner) -> Bool {
    var scanner = scanner
    guard case .word = scanner.next() else { return false }
    if scanner.looking() == .symbol(UInt8(ascii: ")")) { _ = scanner.next() }
    return scanner.looking() == .symbol(UInt8(ascii: "="))
  }

  /// After a statement that has no end, by the byte that follows.
  private static func hint(forUnseparated byte: UInt8?) -> String? {
    switch byte {
    case UInt8(ascii: ":"):
      "a box is a value with a name, `let api = Component(\"API\")`, and the text of an arrow stands behind it, "
        + "`(api --> db).label(\"SQL\")`"
    case UInt8(ascii: ","):
      "boxes are parted by lines or semicolons, without commas: `Row { api; db }`"
    default: nil
    }
  }
}

// MARK: - Members, labels and values

extension CompilerHints {
  private static func hint(forMember name: String, of type: String) -> String {
    let words = LanguageWords.all
    if let values = words.values(of: type) { return hint(forValue: name, of: type, values) }
    if let advice = ForeignWords.members[name] { return advice }
    if ForeignWords.ofFoundation.contains(name) {
      return "“\(name)” is of Foundation: write import Foundation at the top of the file too"
    }
    let near = nearest(to: name, among: words.modifiers.map(\.name))
    if !near.isEmpty { return "did you mean \(list(near.map { "“.\($0)”" }, "or"))?" }
    if type == "Node" {
      return
        "a box in a container is named by brackets, as in `shop[api]`, where it has a name of its own: "
        + "`let api = Component(\"API\")`"
    }
    return
      "what changes boxes and arrows are `api.accent()`, `api.dashed()`, `(api --> db).label(\"SQL\")` and "
      + "more; all words are in Documentation/language.md"
  }

  private static func hint(forValue name: String, of type: String, _ values: [String]) -> String {
    if let value = ForeignWords.value(name, of: type) { return "here it is “.\(value)”" }
    let near = nearest(to: name, among: values)
    if !near.isEmpty { return "did you mean \(list(near.map { "“.\($0)”" }, "or"))?" }
    if type == "IconName" {
      return
        "all icons are in Documentation/icons.md; one of your own is `Icon(\"company/logo\")`, of a folder "
        + "that --icons company=FOLDER names"
    }
    return "there are \(list(values.map { ".\($0)" }, "and"))"
  }

  private static func hint(forLabels labels: [String], in call: SourceSpot.Call?) -> String? {
    let words = LanguageWords.all
    let known = call.flatMap { words.callable($0.name) }
    let wrong = (labels.isEmpty ? call?.labels ?? [] : labels).filter {
      !(known?.labels.contains($0) ?? false)
    }
    for label in wrong {
      let near = nearest(to: label, among: known?.labels ?? [])
      if !near.isEmpty { return "did you mean \(list(near.map { "“\($0):”" }, "or"))?" }
      if let advice = ForeignWords.labels[label] { return advice }
      if words.modifiers.contains(where: { $0.name == label }) {
        return "“\(label)” is a modifier, which stands behind the parentheses: .\(label)(…)"
      }
    }
    guard let known else { return nil }
    return known.labels.isEmpty
      ? "\(known.name) takes no labels"
      : "\(known.name) takes \(list(known.labels.map { "\($0):" }, "and"))"
  }

  private static func hint(forTextInsteadOf type: String) -> String? {
    if type == "Int" { return "a number stands without quotes: 200" }
    guard let values = LanguageWords.all.values(of: type) else { return nil }
    return "a value of the language stands without quotes: .\(values[0])"
  }
}
